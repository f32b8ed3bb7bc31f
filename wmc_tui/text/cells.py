"""Running widths of a text. Each character is measured once, for compiling a class of all Chinese characters, or asking
for each of them again, would take longer than breaking a screenful of text."""

from collections.abc import Callable
from functools import cache
from itertools import accumulate

_JOINER, _PICTURE = "\u200d", "\ufe0f"


def running_widths(text: str, cell_width: Callable[[str], int]) -> tuple[list[int], list[int]]:
    """Return the cells before each place of `text` (one entry more than code points), and the places inside characters.

    A place is inside a character where what follows is drawn onto what precedes: combining marks, joined emoji. The
    whole width of such a cluster counts at its first code point. Chinese characters are taken to be of one width.
    """
    known = _widths(cell_width)
    cells = bytearray(map(known.__getitem__, text))
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
