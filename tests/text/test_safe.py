"""What a terminal would obey or hide is shown; what people write is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from wmc_tui.text.safe import HIDDEN, NEWLINE, visible, visible_line

DANGEROUS = [
    *map(chr, range(0x09)),
    *map(chr, range(0x0B, 0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\u2061\u2064\u3164\ufeff\uffa0",
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206f",
    *"\ud800\udbff\udc00\udfff\ufe00\ufe0f\U000e0001\U000e0020\U000e007f\U000e0100\U000e01ef",
    *"\ufff9\ufffa\ufffb\ufdd0\ufffe\uffff\U0010ffff",
]


@pytest.mark.parametrize("character", DANGEROUS, ids=lambda c: f"U+{ord(c):04X}")
def test_a_character_that_cannot_be_seen_gets_a_stand_in_of_one_cell(character: str) -> None:
    shown = visible(f"a{character}b")
    assert shown[0] == "a" and shown[2:] == "b"
    assert shown[1] != character
    assert cell_len(shown[1]) == wcwidth(shown[1]) == 1
    assert unicodedata.east_asian_width(shown[1]) == "N"
    assert unicodedata.category(shown[1]) == "So"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b]0;title\x07", "\u241b[31mred\u241b]0;title\u2407"),
        ("a\x9b2Jb", f"a{HIDDEN}2Jb"),
        ("587\u202e元亿", f"587{HIDDEN}元亿"),
        ("a\u2028b\x85c", f"a{NEWLINE}b{NEWLINE}c"),
        ("a\r\nb", "a\u240d\nb"),
        ("\u0301a", f"{HIDDEN}a"),
        ("a\n\u0301", f"a\n{HIDDEN}"),
        ("wmc\u200btui", f"wmc{HIDDEN}tui"),
        ("\u200d\U0001f469", f"{HIDDEN}\U0001f469"),
    ],
)
def test_known_tricks(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The 2023 convention [brackets] & <tags>",
        "2023世界制造业大会：“智造世界·创造美好”……——（第10届）￥3425亿元",
        "line\nnext\tcolumn\n",
        "Jose\u0301, cafe\u0301, Gu\u0308nther, か\u3099",
        "\U0001f469\u200d\U0001f4bb \u2764\ufe0f 1\ufe0f\u20e3 \U0001f1e8\U0001f1f3 \U0001f44d\U0001f3fd",
        "\u3000\u3000段首 no\u00a0break ½ ™ € ℃",
    ],
)
def test_ordinary_text_is_returned_itself(text: str) -> None:
    assert visible(text) == text


def test_text_without_anything_suspect_is_not_copied() -> None:
    text = "3425亿元 " * 10
    assert visible(text) is text


def test_a_line_has_neither_line_feed_nor_tab() -> None:
    assert visible_line("a\nb\tc\x1bd") == "a b c\u241bd"


@given(st.text())
def test_places_are_kept_and_the_result_is_final(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert "\n" not in visible_line(text)


@given(st.text(st.sampled_from("ab\n\t \x1b\x07\x9b\u202e\u200b\u200d\ufe0f\u0301\U0001f469\u20e31中")))
def test_nothing_that_drives_a_terminal_is_left(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u200b")
    shown.encode()
