"""The records of a file, read one by one."""

from binascii import crc32

import numpy as np
import numpy.typing as npt

from wmc_tui.search.index.record import Record
from wmc_tui.search.large.postings import Ids
from wmc_tui.search.large.rows import unpack
from wmc_tui.search.large.sections import Damaged, Sections, plain

_KEPT = 512
"""Records kept in memory: most of what a query finds is found again with its next letter."""


class Records:
    """Records by their numbers in the file, and what of them is compared by numbers alone."""

    def __init__(self, sections: Sections) -> None:
        self.editions: npt.NDArray[np.uint16] = sections["edition"]
        """The year of each."""
        self.worth: npt.NDArray[np.float32] = sections["worth"]
        """What each has before others that answer as well, in points; descending."""
        self.bonus: npt.NDArray[np.float32] = sections["bonus"]
        """As in Record.bonus."""
        self.places: npt.NDArray[np.uint32] = sections["place"]
        """The place of each in the library."""
        self._lengths: tuple[npt.NDArray[np.uint16], ...] = sections["english"], sections["chinese"]
        self._recent: dict[int, Record] = {}
        self._rows = plain(sections["rows"])
        self._offsets = plain(sections["row.offsets"])
        self._checks = plain(sections["row.checks"])
        if not len(self.editions) == len(self.bonus) == len(self.places) == len(self._checks):
            raise Damaged("the numbers of records differ")
        if self._offsets[-1] != len(self._rows):
            raise Damaged("the rows do not fit")

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, number: int) -> Record:
        """A record. Raises Damaged where its row is not what was written."""
        known = self._recent.get(number)
        if known is None:
            if len(self._recent) >= _KEPT:
                self._recent.clear()
            known = self._recent[number] = self.at(int(self.places[number]))
        return known

    def at(self, place: int) -> Record:
        """The record at a place in the library. Raises Damaged where its row is not what was written."""
        row = self._rows[self._offsets[place] : self._offsets[place + 1]]
        if crc32(row) != self._checks[place]:
            raise Damaged(f"record {place} has changed")
        return unpack(row)

    def fit(self, ids: Ids, letters: int, characters: npt.NDArray[np.float32] | np.float32) -> npt.NDArray[np.float32]:
        """About how much of each record's texts so many letters and its Chinese characters are, from 0 to 1."""
        english, chinese = (lengths[ids].astype(np.float32) for lengths in self._lengths)
        said = letters / np.maximum(english, 1) + characters / np.maximum(chinese, 1)
        return np.minimum(said, 1.0).astype(np.float32)
