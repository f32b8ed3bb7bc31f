"""Properties of rows over English, Chinese, mixed and odd texts."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from wmc_tui.text.breaks import NO_END, NO_START, SPACES
from wmc_tui.text.wrap import break_lines

ENGLISH = st.sampled_from(
    "the|convention|signed|(Anhui)|587|342.5 billion yuan|US$ 70.19 billion|well-known,|“Xin|—".split("|")
)
CHINESE = st.sampled_from(
    ["世界", "制造业", "大会", "，", "。", "”", "“", "（", "）", "……", "——", "3425亿元", "1.6万名", "第10届", "·", " "]
)
ODD = st.sampled_from(
    ["e\u0301", "\U0001f469\u200d\U0001f467", "\u2764\ufe0f", "\ufe0f", "\u200d", "\x1b", "\t", "\u3000", "１２"]
)
TEXTS = st.one_of(
    st.lists(ENGLISH, max_size=30).map(" ".join),
    st.lists(CHINESE, max_size=30).map("".join),
    st.lists(st.one_of(ENGLISH, CHINESE, ODD, st.just(" ")), max_size=30).map("".join),
    st.text(st.sampled_from("a1 ,.()-%$万亿元第中，。“”…—\n\u3000\u0301\u200d\ufe0f\U0001f600"), max_size=60),
    st.text(max_size=60),
)
WIDTHS = st.integers(min_value=2, max_value=40)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text, and spans of it that do not overlap."""
    text = draw(TEXTS)
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return text, list(zip(places[::2], places[1::2], strict=False))


@given(texts_with_spans(), WIDTHS)
def test_rows_hold_everything_but_spaces_in_order(given_: tuple[str, list[tuple[int, int]]], width: int) -> None:
    text, spans = given_
    place = 0
    for start, end in break_lines(text, width, cell_len, spans):
        assert place <= start <= end <= len(text)
        assert not text[place:start].strip(SPACES + "\n")
        row = text[start:end]
        assert row == row.strip(SPACES) and "\n" not in row
        place = end
    assert not text[place:].strip(SPACES + "\n")


@given(texts_with_spans(), WIDTHS)
def test_no_row_is_wider_than_it_may_be(given_: tuple[str, list[tuple[int, int]]], width: int) -> None:
    text, spans = given_
    for start, end in break_lines(text, width, cell_len, spans):
        assert cell_len(text[start:end]) <= width


@given(texts_with_spans(), WIDTHS)
def test_a_span_that_fits_is_whole(given_: tuple[str, list[tuple[int, int]]], width: int) -> None:
    text, spans = given_
    ends = [end for _, end in break_lines(text, width, cell_len, spans)]
    for start, end in spans:
        part = text[start:end]
        if cell_len(part) > width or "\n" in part or not all(map(cell_len, part)):
            continue
        part_end = start + len(part.rstrip(SPACES))
        part_start = end - len(part.lstrip(SPACES))
        assert not [place for place in ends if part_start < place < part_end]


@given(st.lists(st.one_of(CHINESE, st.just("signed")), max_size=40).map("".join), WIDTHS)
def test_punctuation_rules_hold_wherever_they_can(text: str, width: int) -> None:
    rows = break_lines(text, width, cell_len)
    for (start, end), (following, next_end) in pairwise(rows):
        if text[end - 1] in NO_END or text[following] in NO_START:
            assert cell_len(text[start:next_end]) > width
            assert _glued_width(text, end, following) > width


@given(st.lists(st.sampled_from(["one", "figures", "(two)", "Hefei,"]), min_size=1).map(" ".join), st.integers(7, 30))
def test_english_rows_are_as_full_as_they_can_be(text: str, width: int) -> None:
    rows = break_lines(text, width, cell_len)
    for (start, end), (following, _) in pairwise(rows):
        word = text[following:].split(" ")[0]
        assert cell_len(text[start:end]) + 1 + len(word) > width


@settings(max_examples=20)
@given(st.lists(st.one_of(ENGLISH, CHINESE, ODD), min_size=1, max_size=5).map("".join))
def test_twice_the_text_has_about_twice_the_rows(text: str) -> None:
    once, twice = (len(break_lines((text + " ") * times, 20, cell_len)) for times in (200, 400))
    assert twice <= 2 * once + 2


def _glued_width(text: str, end: int, following: int) -> int:
    """Cells of the longest part around a break that has no free break in it, spaces and digits counted as glue."""

    def glued(place: int) -> bool:
        before, after = text[place - 1], text[place]
        if before in SPACES or after in SPACES:
            outer = text[:place].rstrip(SPACES)[-1:], text[place:].lstrip(SPACES)[:1]
            return outer[0] in NO_END or outer[1] in NO_START or (before + after).strip().isascii()
        return before in NO_END or after in NO_START or before.isascii() or after.isascii() or before in "第万亿人"

    start, stop = end, following
    while start > 1 and glued(start - 1):
        start -= 1
    while stop < len(text) - 1 and glued(stop + 1):
        stop += 1
    return cell_len(text[max(start - 1, 0) : stop + 1])


def test_a_word_that_runs_into_a_figure_parts_from_it() -> None:
    text = "“signed3425亿元"
    assert [text[start:end] for start, end in break_lines(text, 11, cell_len)] == ["“signed", "3425亿元"]
