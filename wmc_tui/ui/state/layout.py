"""Passages laid out as rows of a given width, and two languages aligned passage by passage."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from wmc_tui.model import Lang
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.state.pages import Passage


class Row(NamedTuple):
    """One row of a pane."""

    passage: int
    """Index of its passage on the page."""
    start: int
    """First code point of the passage's text in this row."""
    end: int
    """One past the last; equal to `start` in a row that only keeps the languages aligned."""
    first: bool
    """True for the first row of its passage."""


class Layout(NamedTuple):
    """All rows of one language of a page."""

    rows: tuple[Row, ...]
    """From top to bottom."""
    tops: tuple[int, ...]
    """For each passage, the index of its first row; one more entry holds the number of rows."""

    def top(self, passage: int) -> int:
        """The first row of a passage."""
        return self.tops[passage]

    def bottom(self, passage: int) -> int:
        """One past the last row of a passage."""
        return self.tops[passage + 1]

    def row_of(self, passage: int, offset: int) -> int:
        """The row that shows a code point of a passage's text."""
        for y in range(self.top(passage), self.bottom(passage)):
            if offset < self.rows[y].end:
                return y
        return self.bottom(passage) - 1


KEPT_WHOLE = 24
"""Cells up to which a figure is kept in one row; of a longer one the number and its unit are, by the rules of text."""

Spans = list[list[tuple[int, int]]]


def break_passages(passages: Sequence[Passage], lang: Lang, width: int) -> Spans:
    """For each passage the code-point ranges of its rows, at least one, none wider than `width` cells."""
    return [break_lines(p.text[lang], width, cell_len, _kept(p, lang)) or [(0, 0)] for p in passages]


def _kept(passage: Passage, lang: Lang) -> list[tuple[int, int]]:
    """The figures short enough to be kept whole: a theme or a long counted noun would leave ragged rows."""
    text = passage.text[lang]
    return [(m.start, m.end) for m in passage.marks[lang] if cell_len(text[m.start : m.end]) <= KEPT_WHOLE]


def stack(spans: Spans, heights: Sequence[int] | None = None) -> Layout:
    """The rows of all passages one below the other, each at least as high as `heights` says."""
    rows: list[Row] = []
    tops: list[int] = []
    for index, ranges in enumerate(spans):
        tops.append(len(rows))
        rows.extend(Row(index, start, end, i == 0) for i, (start, end) in enumerate(ranges))
        missing = heights[index] - len(ranges) if heights else 0
        end = ranges[-1][1]
        rows.extend(Row(index, end, end, False) for _ in range(missing))
    return Layout(tuple(rows), (*tops, len(rows)))


def aligned(a: Spans, b: Spans) -> tuple[Layout, Layout]:
    """Two languages side by side: every passage starts in the same row of both."""
    heights = [max(len(x), len(y)) for x, y in zip(a, b, strict=True)]
    return stack(a, heights), stack(b, heights)
