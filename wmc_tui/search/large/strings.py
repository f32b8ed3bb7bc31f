"""Sorted strings in a file, found by binary search."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

import numpy as np

from wmc_tui.search.large.sections import Arrays, Damaged, Writer, plain

_LAST = "\U0010ffff"
_STEP = 128


class Strings(Sequence[str]):
    """Different strings in the order of their code points."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._text = plain(arrays[f"{name}.text"])
        self._offsets = plain(arrays[f"{name}.bounds"])
        if self._offsets[-1] != len(self._text):
            raise Damaged(f"{name} does not fit its text")

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @cached_property
    def _steps(self) -> list[bytes]:
        """Every so-manieth string, kept in memory: most of a binary search is done there."""
        starts = range(0, len(self), _STEP)
        return [bytes(self._text[self._offsets[place] : self._offsets[place + 1]]) for place in starts]

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return str(self._text[self._offsets[place] : self._offsets[place + 1]], "utf-8")

    def find(self, text: str) -> int:
        """The place of a string; -1 where it is not there."""
        place = self.place(text)
        return place if place < len(self) and self[place] == text else -1

    def starting_with(self, prefix: str) -> tuple[int, int]:
        """The places of all strings that begin so: the first, and one past the last."""
        first = self.place(prefix)
        return first, self.place(prefix + _LAST, first)

    def holding(self, piece: str) -> list[int]:
        """The places of all strings that hold a piece, read one after another."""
        wanted = piece.encode("utf-8", "surrogatepass")
        found = []
        for match in re.compile(re.escape(wanted)).finditer(self._text):
            place = bisect_right(self._offsets, match.start()) - 1
            if match.end() <= self._offsets[place + 1]:
                found.append(place)
        return list(dict.fromkeys(found))

    def place(self, text: str, low: int = 0) -> int:
        """Where a string is or would be."""
        # UTF-8 sorts as code points do.
        wanted, high = text.encode("utf-8", "surrogatepass"), len(self)
        step = bisect_left(self._steps, wanted)
        low, high = max(low, (step - 1) * _STEP), min(high, step * _STEP)
        while low < high:
            middle = (low + high) // 2
            if bytes(self._text[self._offsets[middle] : self._offsets[middle + 1]]) < wanted:
                low = middle + 1
            else:
                high = middle
        return low


def write_strings(writer: Writer, name: str, strings: Sequence[str]) -> None:
    """Keep strings that are sorted already."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in strings]
    writer.add(f"{name}.bounds", np.fromiter(accumulate(map(len, encoded), initial=0), np.uint32, len(encoded) + 1))
    writer.stream(f"{name}.text", "|u1", (b"".join(encoded),))
