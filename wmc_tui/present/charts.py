"""Bar charts as rows of text.

The full block and the eighths are of ambiguous width, two cells in some terminals; the right half is one cell in all.
A bar is hence made of right halves, which look like the segments of a meter, and an expected one is hatched. Whoever can
draw reversed text may show the first as blanks and gain half cells: the kinds of spans tell which is which.
"""

from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from wmc_tui.text.wrap import break_lines

FULL, HATCH, AXIS = "\u2590", "/", "|"
"""A cell of a bar, a cell of an expected bar, the zero line."""
ELLIPSIS = ".."
"""Marks text that is cut; the usual sign is of ambiguous width."""

Width = Callable[[str], int]
"""Tells the cells of a text."""


class Bar(NamedTuple):
    """One row of a chart. Its texts must be safe to show already."""

    label: str
    """What stands left of it."""
    value: Decimal | None
    """How long it is; None where there is nothing to draw."""
    text: str
    """The value in words; without a value, what is said instead of it."""
    expected: bool = False
    """Whether it is hatched, as a figure that is no result."""


class Span(NamedTuple):
    """A piece of a row."""

    text: str
    """What is shown."""
    kind: str = ""
    """`label`, `bar`, `half` (the left half of a cell at a bar's end), `half_left` (the right half, at the end of a bar
    to the left), `expected`, `axis`, `value`, `gap`; empty for blanks."""


Row = list[Span]


class _Scale(NamedTuple):
    """Columns of a chart, in cells."""

    label: int
    left: int
    """For bars of negative values."""
    right: int
    """For bars of positive values."""
    halves: Decimal
    """Half cells for one unit of the value."""


def bar_chart(bars: Sequence[Bar], width: int, cell_width: Width) -> list[Row]:
    """One row for each bar, none wider than `width` cells, all on one scale that starts at zero.

    The longest bar fills the room that labels and values leave; a value label is cut only where it is wider than the
    whole row.
    """
    scale = _scale(bars, width, cell_width)
    return [_row(bar, scale, width, cell_width) for bar in bars]


def plain(row: Sequence[Span]) -> str:
    """A row as text, without blanks at its end."""
    return "".join(span.text for span in row).rstrip()


def cut(text: str, width: int, cell_width: Width) -> str:
    """The text, cut to `width` cells with an ellipsis where it is wider."""
    if cell_width(text) <= width:
        return text
    if width <= len(ELLIPSIS):
        return ELLIPSIS[: max(0, width)]
    rows = break_lines(text, width - len(ELLIPSIS), cell_width)
    beginning = text[: rows[0][1]] if rows else ""
    while cell_width(beginning) > width - len(ELLIPSIS):
        beginning = beginning[:-1]
    return beginning.rstrip() + ELLIPSIS


def pad(text: str, width: int, cell_width: Width) -> str:
    """The text, cut or filled to exactly `width` cells."""
    shown = cut(text, width, cell_width)
    return shown + " " * (width - cell_width(shown))


def _scale(bars: Sequence[Bar], width: int, cell_width: Width) -> _Scale:
    values = [bar.value for bar in bars if bar.value is not None and bar.value.is_finite()]
    low, high = -min([*values, Decimal(0)]), max([*values, Decimal(0)])
    values_width = max((cell_width(bar.text) for bar in bars if bar.value is not None), default=0)
    label = min(
        max((cell_width(bar.label) for bar in bars), default=0), max(0, min(width // 3, width - values_width - 3))
    )
    room = width - label - values_width - 3
    if room < 2 or not (low or high):
        return _Scale(label, 0, 0, Decimal(0))
    shorter = int((room * min(low, high) / (low + high)).to_integral_value(ROUND_CEILING))
    left, right = (shorter, room - shorter) if low < high else (room - shorter, shorter)
    return _Scale(label, left, right, 2 * (room - shorter) / max(low, high))


def _row(bar: Bar, scale: _Scale, width: int, cell_width: Width) -> Row:
    label = Span(pad(bar.label, scale.label, cell_width), "label")
    room = width - scale.label - 1
    room_for_bars = scale.left + scale.right
    if bar.value is None or not bar.value.is_finite():
        before = [Span(" " * scale.left), Span(AXIS, "axis"), Span(" ")] if room_for_bars else []
        text = cut(bar.text, room - (scale.left + 2 if room_for_bars else 0), cell_width)
        return [label, Span(" "), *before, Span(text, "gap")]
    if not room_for_bars:
        return [label, Span(" "), Span(cut(bar.text, room, cell_width), "value")]
    halves = int((abs(bar.value) * scale.halves).to_integral_value(ROUND_HALF_UP))
    halves = max(halves, int(bar.value != 0))
    to_left = _bar_spans(halves, bar.expected)[::-1] if bar.value < 0 else []
    to_right = _bar_spans(halves, bar.expected) if bar.value > 0 else []
    if to_left and to_left[0].kind == "half":
        to_left[0] = Span(FULL, "half_left")
    blank = Span(" " * (scale.left - sum(len(span.text) for span in to_left)))
    return [label, Span(" "), blank, *to_left, Span(AXIS, "axis"), *to_right, Span(" "), Span(bar.text, "value")]


def _bar_spans(halves: int, expected: bool) -> Row:
    """A bar to the right; an expected one in whole cells."""
    if expected:
        return [Span(HATCH * ((halves + 1) // 2), "expected")]
    spans = [Span(FULL * (halves // 2), "bar")] if halves > 1 else []
    return [*spans, Span(FULL, "half")] if halves % 2 else spans
