"""Running widths of a text, measured with as few calls as the text allows."""

import re
from collections.abc import Callable
from itertools import accumulate

WIDE = "\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60"
"""Chinese characters and punctuation, all as wide as U+4E00; for use inside a character class."""

_WIDE_RUN = re.compile(f"[{WIDE}]+")
_OTHER_RUN = re.compile(f"[^ -~{WIDE}]+")
_JOINER, _PICTURE = "\u200d", "\ufe0f"


def running_widths(text: str, cell_width: Callable[[str], int]) -> tuple[list[int], list[int]]:
    """Return the cells before each place of `text` (one entry more than code points), and the places inside characters.

    A place is inside a character where what follows is drawn onto what precedes: combining marks, joined emoji. The
    whole width of such a cluster counts at its first code point. Printable ASCII is taken to be as wide as `0`.
    """
    if text.isascii() and text.isprintable():
        narrow = cell_width("0")
        return list(range(0, narrow * len(text) + 1, narrow)), []
    meter = _Meter(text, cell_width)
    return list(accumulate(meter.cells, initial=0)), meter.inside


class _Meter:
    def __init__(self, text: str, cell_width: Callable[[str], int]) -> None:
        self.text = text
        self.cell_width = cell_width
        self.known: dict[str, int] = {}
        self.cells = bytearray((cell_width("0"),)) * len(text)
        self.inside: list[int] = []
        wide = bytes((cell_width("\u4e00"),))
        for found in _WIDE_RUN.finditer(text):
            start, end = found.span()
            self.cells[start:end] = wide * (end - start)
        for found in _OTHER_RUN.finditer(text):
            self.measure(*found.span())

    def measure(self, start: int, end: int) -> None:
        """Measure the clusters of text[start:end], of which the first may belong to the character before."""
        place = self.end_of_cluster(start, end)
        if place > start:
            self.put(max(start - 1, 0), place)
        while place < end:
            first = place
            place = self.end_of_cluster(first + 1, end)
            self.put(first, place)

    def put(self, start: int, end: int) -> None:
        self.cells[start] = self.width(self.text[start:end])
        if end > start + 1:
            self.cells[start + 1 : end] = bytes(end - start - 1)
            self.inside.extend(range(start + 1, end))

    def end_of_cluster(self, place: int, end: int) -> int:
        text = self.text
        while place < end and (text[place] in (_JOINER, _PICTURE) or not self.width(text[place])):
            place += 2 if text[place] == _JOINER else 1
        return min(place, end)

    def width(self, cluster: str) -> int:
        width = self.known.get(cluster)
        if width is None:
            width = self.known[cluster] = self.cell_width(cluster)
        return width
