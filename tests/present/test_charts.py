"""Bars are drawn to scale within the width, and no value is cut."""

import unicodedata
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from wmc_tui.present.charts import AXIS, FULL, HATCH, Bar, Row, bar_chart, plain

TEXTS = st.text("abc 世界制造业，447.1bn()+-", max_size=14)
AMOUNTS = st.decimals(-(10**14), 10**14, allow_nan=False, allow_infinity=False, places=2)
ANY = st.builds(Bar, TEXTS, st.none() | AMOUNTS, TEXTS, st.booleans())
YEARS = st.integers(2018, 2099).map(str)
SHORT = st.text("0123456789.bn亿", max_size=6)
POSITIVE = st.builds(Bar, YEARS, st.decimals(1, 10**14, places=0), SHORT, st.just(False))
WIDTHS = st.integers(30, 200)


def halves(row: Row) -> int:
    """Half cells of a row's bar."""
    lengths = {"bar": 2, "expected": 2, "half": 1, "half_left": 1}
    return sum(len(span.text) * lengths.get(span.kind, 0) for span in row)


def text_of(row: Row, kind: str) -> str:
    return "".join(span.text for span in row if span.kind == kind)


@given(st.lists(ANY, max_size=10), st.integers(1, 200))
def test_no_row_is_wider_than_asked(bars: list[Bar], width: int) -> None:
    rows = bar_chart(bars, width, cell_len)
    assert len(rows) == len(bars)
    assert all(cell_len("".join(span.text for span in row)) <= width for row in rows)


@given(st.lists(ANY, max_size=10), WIDTHS)
def test_values_are_whole_and_share_a_zero_line(bars: list[Bar], width: int) -> None:
    rows = bar_chart(bars, width, cell_len)
    zeros = set()
    for bar, row in zip(bars, rows, strict=True):
        if bar.value is not None:
            assert text_of(row, "value") == bar.text
            before = "".join(span.text for span in row).partition(AXIS)[0] if text_of(row, "axis") else ""
            zeros.add(cell_len(before))
            drawn = [span.kind for span in row if span.kind in ("bar", "half", "half_left", "expected")]
            places = [span.kind for span in row]
            if drawn:
                assert (places.index(drawn[0]) > places.index("axis")) == (bar.value > 0)
    assert len(zeros) <= 1


@settings(max_examples=200)
@given(st.lists(POSITIVE, min_size=1, max_size=10), WIDTHS)
def test_longer_bars_are_of_larger_values_and_the_longest_fills_its_room(bars: list[Bar], width: int) -> None:
    rows = bar_chart(bars, width, cell_len)
    drawn = [halves(row) for row in rows]
    ordered = sorted(zip((bar.value or Decimal(0) for bar in bars), drawn, strict=True))
    assert [length for _, length in ordered] == sorted(drawn)
    assert min(drawn) >= 1, "what is not zero is seen"
    text = max(cell_len(bar.text) for bar in bars)
    assert max(drawn) == 2 * (width - len("2018") - text - 3)


@given(AMOUNTS.filter(bool), AMOUNTS.filter(bool), WIDTHS)
def test_both_sides_of_zero_have_one_scale(a: Decimal, b: Decimal, width: int) -> None:
    rows = bar_chart([Bar("a", a, "a"), Bar("b", b, "b")], width, cell_len)
    drawn: list[int] = sorted(halves(row) for row in rows)
    ratio = min(abs(a), abs(b)) / max(abs(a), abs(b))
    assert abs(drawn[0] - max(Decimal(1), drawn[1] * ratio)) <= 1


def test_a_chart_reads_as_one() -> None:
    bars = [
        Bar("2019", Decimal("8.38"), "8.38%"),
        Bar("2020", Decimal("-5.77"), "-5.77%"),
        Bar("2021", None, "no figure 无数据"),
        Bar("2022", Decimal(4), "(4%)", expected=True),
        Bar("2023", Decimal(0), "0%"),
    ]
    assert [plain(row) for row in bar_chart(bars, 34, cell_len)] == [
        f"2019          {AXIS}{FULL * 12} 8.38%",
        f"2020 {FULL * 9}{AXIS} -5.77%",
        f"2021          {AXIS} no figure 无数据",
        f"2022          {AXIS}{HATCH * 6} (4%)",
        f"2023          {AXIS} 0%",
    ]


def test_bars_are_one_cell_wide_in_every_terminal() -> None:
    assert {unicodedata.east_asian_width(sign) for sign in (FULL, HATCH, AXIS)} <= {"N", "Na"}
