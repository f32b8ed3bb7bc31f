"""Rows of mixed English and Chinese text, broken where a typesetter of either language would.

Each place between two code points has a cost, the cost of breaking there; a row takes the cheapest place within its
reach, and of equally cheap ones the last. The work is linear in the text.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate

from wmc_tui.text.breaks import NEVER, SPACES, costs

Span = tuple[int, int]


def break_lines(
    text: str, width: int, cell_width: Callable[[str], int], unbreakable: Sequence[Span] = ()
) -> list[Span]:
    """Break `text` into rows of at most `width` cells; return each as (start, end) in code points.

    `cell_width` tells the cells of a string. `unbreakable` spans (start, end) stay whole where they fit a row. Spaces
    at either end of a row, and line feeds, which always end a row, belong to none; an empty line is an empty row, an
    empty text has no rows. Only a single character wider than `width` makes a wider row.

    From the cheapest break to the dearest: between words or Chinese characters; inside a figure or word that is wider
    than a row; at a row's start or end that punctuation forbids; inside a word or figure that would fit; inside an
    unbreakable span that would fit.
    """
    sums, inside = running_widths(text, cell_width)
    cost = costs(text, sums, width, unbreakable)
    for place in inside:
        cost[place] = NEVER
    rows: list[Span] = []
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        rows += _rows(text, start, stop, width, sums, cost)
        start = stop + 1
    return rows


def _rows(text: str, start: int, stop: int, width: int, sums: Sequence[int], cost: bytearray) -> list[Span]:
    """Break text[start:stop], which has no line feed."""
    rows: list[Span] = []
    end = _last_but_spaces(text, start, stop)
    if start == end:
        return [(start, start)]
    while start < end:
        if text[start] in SPACES:
            start += 1
            continue
        place = _cheapest(cost, start, bisect_right(sums, sums[start] + width, start, end + 1) - 1, end)
        rows.append((start, _last_but_spaces(text, start, place)))
        start = place
    return rows


def _cheapest(cost: bytearray, start: int, reach: int, end: int) -> int:
    """Return the best place in (start, reach] to end a row; past `reach` where a single character goes beyond it."""
    if reach >= end:
        return end
    for level in range(NEVER):
        place = cost.rfind(level, start + 1, reach + 1)
        if place > 0:
            return place
    place = start + 1
    while place < end and cost[place] == NEVER:
        place += 1
    return place


def _last_but_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in SPACES:
        end -= 1
    return end


_JOINER, _PICTURE = "\u200d", "\ufe0f"


def running_widths(text: str, cell_width: Callable[[str], int]) -> tuple[list[int], list[int]]:
    """Return the cells before each place of `text` (one entry more than code points), and the places inside characters.

    A place is inside a character where what follows is drawn onto what precedes: combining marks, joined emoji. The
    whole width of such a cluster counts at its first code point. Chinese characters are taken to be of one width.
    """
    widths = _widths(cell_width)
    cells = bytearray(map(widths.__getitem__, text))
    inside: list[int] = []
    if 0 in cells or _JOINER in text or _PICTURE in text:
        start = 0
        while start < len(text):
            end = _end_of_cluster(text, start + 1, cells)
            if end > start + 1:
                cells[start:end] = bytes((cell_width(text[start:end]),)) + bytes(end - start - 1)
                inside.extend(range(start + 1, end))
            start = end
    return list(accumulate(cells, initial=0)), inside


def _end_of_cluster(text: str, place: int, cells: bytearray) -> int:
    while place < len(text) and (not cells[place] or text[place] in (_JOINER, _PICTURE)):
        place += 2 if text[place] == _JOINER else 1
    return min(place, len(text))


class _Widths(dict[str, int]):
    """Cells of single characters, measured when first asked for."""

    def __init__(self, cell_width: Callable[[str], int]) -> None:
        self._cell_width = cell_width
        self._chinese = cell_width("\u4e00")

    def __missing__(self, character: str) -> int:
        width = self[character] = self._chinese if "\u4e00" <= character <= "\u9fff" else self._cell_width(character)
        return width


@cache
def _widths(cell_width: Callable[[str], int]) -> _Widths:
    return _Widths(cell_width)
