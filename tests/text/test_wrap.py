"""Rows end where a typesetter of English or Chinese would end them."""

from typing import Any

import pytest
from rich.cells import cell_len

from wmc_tui.text.wrap import break_lines


def rows(text: str, width: int, *unbreakable: str) -> list[str]:
    spans = [(text.index(part), text.index(part) + len(part)) for part in unbreakable]
    return [text[start:end] for start, end in break_lines(text, width, cell_len, spans)]


FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
ROWS: dict[str, list[tuple[tuple[Any, ...], list[str]]]] = {
    "English breaks at spaces, which belong to no row": [(("the quick  brown fox", 9), ["the quick", "brown fox"])],
    "Chinese breaks between any two characters": [(("世界制造业大会", 6), ["世界制", "造业大", "会"])],
    "a row with an odd cell left stays short": [(("世界制造业", 5), ["世界", "制造", "业"])],
    "punctuation gives way only where nothing else does": [(("“（《大》）”", 4), ["“（", "《大", "》）", "”"])],
    "a comma without space lets the row end after it": [(("9月24日,2023世界", 8), ["9月24日,", "2023世界"])],
    "a Latin word is whole": [
        (("中文convention大会", 10), ["中文", "convention", "大会"]),
        (("state-of-the-art U.S. firm’s", 17), ["state-of-the-art", "U.S. firm’s"]),
        (('said "smart" (first)', 10), ["said", '"smart"', "(first)"]),
    ],
    "a word wider than the row is broken after a joint or anywhere": [
        (("state-of-the-art", 10), ["state-of-", "the-art"]),
        (("a internationalization b", 10), ["a", "internatio", "nalization", "b"]),
    ],
    "a figure wider than the row keeps its parts": [
        (("of 342.5 billion yuan", 10), ["of", "342.5", "billion", "yuan"]),
        (("有35.9万人次", 6), ["有", "35.9万", "人次"]),
    ],
    "a span of the caller is whole": [
        (("over 430 signed projects here", 14), ["over 430", "signed", "projects here"]),
        (("over 430 signed projects here", 19, "430 signed projects"), ["over", "430 signed projects", "here"]),
        (("1+6+11的智造世界", 8, "智造世界"), ["1+6+11的", "智造世界"]),
    ],
    "a span is whole inside a word that is not": [(("aaaabbbbcccc", 6, "bbbb"), ["aaaa", "bbbbcc", "cc"])],
    "a no-break space is no break": [(("a 587\u00a0projects", 12), ["a", "587\u00a0projects"])],
    "what is drawn onto a character stays with it": [
        ((FAMILY + FAMILY, 2), [FAMILY, FAMILY]),
        (("e\u0301e\u0301e\u0301", 2), ["e\u0301e\u0301", "e\u0301"]),
        (("\u0301中\u0301文", 2), ["\u0301中\u0301", "文"]),
        (("\u2764\ufe0f\u2764\ufe0f", 3), ["\u2764\ufe0f", "\u2764\ufe0f"]),
    ],
    "no width is too small to end": [(("a中b", width), ["a", "中", "b"]) for width in (-1, 0, 1)],
}


@pytest.mark.parametrize("sentence", ROWS)
def test_rows_end_where(sentence: str) -> None:
    for arguments, expected in ROWS[sentence]:
        assert rows(*arguments) == expected


@pytest.mark.parametrize("mark", "，。、；：！？）》”’」』】〉…—%％‰°·,.;:!?)]}")
def test_no_row_starts_with(mark: str) -> None:
    assert rows(f"安徽合{mark}肥市", 6)[0] == "安徽"
    assert rows(f"安徽合 {mark}肥市", 7)[0] == "安徽"


@pytest.mark.parametrize("mark", "（《“‘「『【〈￥＄([{$")
def test_no_row_ends_with(mark: str) -> None:
    assert rows(f"安徽{mark}合肥市", 6)[0] == "安徽"
    assert rows(f"安徽{mark} 合肥市", 6)[0] == "安徽"


@pytest.mark.parametrize("pair", ["……", "——"])
def test_a_double_mark_is_whole(pair: str) -> None:
    width = 2 + 4 * cell_len(pair) // 4
    assert [row for row in rows(f"中文{pair}大会", width) if pair[0] in row] == [f"文{pair}"]


FIGURES = (
    "3425亿元; 1.6万名; 35.9万人次; 8万平方米; 3000余件; 430多个; 第10届; 1亿2000万元; 8.1个百分点; 百分之八十; 三千四百二十五亿元; 9.1%; "
    "￥3425亿; 3425 亿元; 342.5 billion yuan; RMB 447 billion; US$ 70.19 billion; US$70.19 billion; "
    "447.1 billion U.S. dollars; 20,000-square-meter; 80,000 square meters; 35.2 percent; 100,000; "
    "350 km/h; 2018-2025"
)


@pytest.mark.parametrize("figure", FIGURES.split("; "))
def test_a_figure_is_whole_with_its_scale_and_unit(figure: str) -> None:
    width = max(20, cell_len(figure))
    for before in range(width + 2):
        for text in ("x " * (before // 2) + figure + " at all", "中" * before + figure + "，以上"):
            assert [row for row in rows(text, width) if figure in row]


def test_spans_outside_the_text_are_cut_to_it() -> None:
    assert break_lines("中文", 2, cell_len, [(-3, 1), (1, 9), (5, 7), (2, 1)]) == [(0, 1), (1, 2)]


def test_line_feeds_end_rows() -> None:
    assert break_lines("a b\n\n 中\n", 10, cell_len) == [(0, 3), (4, 4), (6, 7)]
    assert break_lines("", 10, cell_len) == []
    assert break_lines("  \n", 10, cell_len) == [(0, 0)]


def test_spaces_at_the_ends_belong_to_no_row() -> None:
    assert break_lines("\u3000\u3000中文 ", 10, cell_len) == [(2, 4)]


def test_no_character_is_measured_twice_and_of_chinese_ones_only_the_first() -> None:
    asked: list[str] = []

    def cell_width(text: str) -> int:
        asked.append(text)
        return cell_len(text)

    break_lines("本届大会共签下项目587个，投资达3425亿元——“创新高”。" * 100, 40, cell_width)
    assert len(asked) == len(set(asked)) < 20
