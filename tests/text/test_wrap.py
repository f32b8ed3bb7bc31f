"""Rows end where a typesetter of English or Chinese would end them."""

import pytest
from rich.cells import cell_len

from wmc_tui.text.wrap import break_lines


def rows(text: str, width: int, *unbreakable: str) -> list[str]:
    spans = [(text.index(part), text.index(part) + len(part)) for part in unbreakable]
    return [text[start:end] for start, end in break_lines(text, width, cell_len, spans)]


def test_english_breaks_at_spaces_which_belong_to_no_row() -> None:
    assert rows("the quick  brown fox", 9) == ["the quick", "brown fox"]


def test_chinese_breaks_between_any_two_characters() -> None:
    assert rows("世界制造业大会", 6) == ["世界制", "造业大", "会"]


def test_a_row_with_an_odd_cell_left_stays_short() -> None:
    assert rows("世界制造业", 5) == ["世界", "制造", "业"]


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


def test_punctuation_gives_way_only_where_nothing_else_does() -> None:
    assert rows("“（《大》）”", 4) == ["“（", "《大", "》）", "”"]


def test_a_comma_typed_without_space_lets_the_row_end_after_it() -> None:
    assert rows("9月24日,2023世界", 8) == ["9月24日,", "2023世界"]


def test_a_latin_word_is_whole() -> None:
    assert rows("中文convention大会", 10) == ["中文", "convention", "大会"]
    assert rows("state-of-the-art U.S. firm’s", 17) == ["state-of-the-art", "U.S. firm’s"]
    assert rows('said "smart" (first)', 10) == ["said", '"smart"', "(first)"]


def test_a_word_wider_than_the_row_is_broken_after_a_joint_or_anywhere() -> None:
    assert rows("state-of-the-art", 10) == ["state-of-", "the-art"]
    assert rows("a internationalization b", 10) == ["a", "internatio", "nalization", "b"]


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


def test_a_figure_wider_than_the_row_keeps_its_parts() -> None:
    assert rows("of 342.5 billion yuan", 10) == ["of", "342.5", "billion", "yuan"]
    assert rows("有35.9万人次", 6) == ["有", "35.9万", "人次"]


def test_a_span_of_the_caller_is_whole() -> None:
    assert rows("over 430 signed projects here", 14) == ["over 430", "signed", "projects here"]
    assert rows("over 430 signed projects here", 19, "430 signed projects") == ["over", "430 signed projects", "here"]
    assert rows("1+6+11的智造世界", 8, "智造世界") == ["1+6+11的", "智造世界"]


def test_a_span_is_whole_inside_a_word_that_is_not() -> None:
    assert rows("aaaabbbbcccc", 6, "bbbb") == ["aaaa", "bbbbcc", "cc"]


def test_spans_outside_the_text_are_cut_to_it() -> None:
    assert break_lines("中文", 2, cell_len, [(-3, 1), (1, 9), (5, 7), (2, 1)]) == [(0, 1), (1, 2)]


def test_line_feeds_end_rows() -> None:
    assert break_lines("a b\n\n 中\n", 10, cell_len) == [(0, 3), (4, 4), (6, 7)]
    assert break_lines("", 10, cell_len) == []
    assert break_lines("  \n", 10, cell_len) == [(0, 0)]


def test_spaces_at_the_ends_belong_to_no_row() -> None:
    assert break_lines("\u3000\u3000中文 ", 10, cell_len) == [(2, 4)]


def test_no_break_space_is_no_break() -> None:
    assert rows("a 587\u00a0projects", 12) == ["a", "587\u00a0projects"]


def test_what_is_drawn_onto_a_character_stays_with_it() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert rows(f"{family}{family}", 2) == [family, family]
    assert rows("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]
    assert rows("\u0301中\u0301文", 2) == ["\u0301中\u0301", "文"]
    assert rows("\u2764\ufe0f\u2764\ufe0f", 3) == ["\u2764\ufe0f", "\u2764\ufe0f"]


@pytest.mark.parametrize("width", [-1, 0, 1])
def test_no_width_is_too_small_to_end(width: int) -> None:
    assert rows("a中b", width) == ["a", "中", "b"]


def test_no_character_is_measured_twice_and_of_chinese_ones_only_the_first() -> None:
    asked: list[str] = []

    def cell_width(text: str) -> int:
        asked.append(text)
        return cell_len(text)

    break_lines("本届大会共签下项目587个，投资达3425亿元——“创新高”。" * 100, 40, cell_width)
    assert len(asked) == len(set(asked)) < 20
