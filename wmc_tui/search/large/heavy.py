"""Beginnings that so many records have that their lists are merged when the file is written.

What a beginning is worth follows from the length of the word that it begins, so its records are kept in groups by that
length, each record once, with its shortest word. Reading the first of a group is all that a one-letter query needs.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from wmc_tui.search.large.postings import Ids, Postings, write_grouped
from wmc_tui.search.large.sections import Arrays, Writer, plain
from wmc_tui.search.large.strings import Strings, write_strings

HEAVY = 4096
"""Entries of a beginning from which on they are merged beforehand; fewer are merged when asked for."""
_LONGEST = 12
_FEW = 4
_SHARED = 256

Lengths = npt.NDArray[np.float32]
Group = tuple[int | Lengths, bool, Ids]
"""Length of the words, one or that of each record's, whether they are shared ones, and the records."""


class Beginnings:
    """The records of all words that begin alike."""

    def __init__(self, arrays: Arrays, name: str, lists: Sequence[Postings]) -> None:
        self.lengths: npt.NDArray[np.uint8] = arrays[f"{name}.lengths"]
        """Letters of each word, 255 at most."""
        self._lists = lists
        self._heads = Strings(arrays, f"{name}.heads")
        self._first = plain(arrays[f"{name}.first"])
        self._kinds = plain(arrays[f"{name}.kinds"])
        self._groups = Postings(arrays, f"{name}.groups")

    def of(self, head: str, first: int, last: int) -> list[Group]:
        """The groups of a beginning, that of the words from `first` to before `last`."""
        place = self._heads.find(head)
        if place < 0:
            return [self._listed(shared, first, last) for shared in range(len(self._lists))]
        groups = range(self._first[place], self._first[place + 1])
        return [(self._kinds[each] % _SHARED, self._kinds[each] >= _SHARED, self._groups.of(each)) for each in groups]

    def _listed(self, shared: int, first: int, last: int) -> Group:
        """The records in no order, one that has several of the words several times."""
        postings = self._lists[shared]
        lengths = np.repeat(self.lengths[first:last].astype(np.float32), postings.counts(first, last))
        return lengths, bool(shared), postings.over(first, last)


def write_beginnings(writer: Writer, name: str, words: Sequence[str], lists: Sequence[Postings], records: int) -> None:
    """Merge and keep the heavy beginnings of sorted words; of several lists the first counts for a record."""
    lengths = np.fromiter((min(len(word), _SHARED - 1) for word in words), np.uint8, len(words))
    writer.add(f"{name}.lengths", lengths)
    alike = _alike(words)
    found: list[tuple[str, int, int]] = []
    for length in range(1, _LONGEST + 1):
        starts = np.flatnonzero((alike < length) & (lengths >= length))
        stops = np.append(np.flatnonzero(alike < length), len(words))
        for first, last in zip(starts.tolist(), stops[stops.searchsorted(starts, "right")].tolist(), strict=True):
            # A word is no beginning of itself.
            first += int(lengths[first]) == length
            heavy = sum(postings.count(first, last) for postings in lists) > HEAVY
            if heavy and last - first > _FEW:
                found.append((words[first][:length], first, last))
    found.sort()
    firsts, kinds, merged, bounds = [0], [], [], [0]
    for _, first, last in found:
        for kind, ids in _merged(first, last, lengths, lists, records):
            kinds.append(kind)
            merged.append(ids)
            bounds.append(bounds[-1] + len(ids))
        firsts.append(len(kinds))
    write_strings(writer, f"{name}.heads", [head for head, _, _ in found])
    writer.add(f"{name}.first", np.array(firsts, np.uint32))
    writer.add(f"{name}.kinds", np.array(kinds, np.uint16))
    ids = np.concatenate(merged) if merged else np.empty(0, np.uint32)
    write_grouped(writer, f"{name}.groups", ids, np.array(bounds))


def _merged(
    first: int, last: int, lengths: npt.NDArray[np.uint8], lists: Sequence[Postings], records: int
) -> Iterator[tuple[int, Ids]]:
    seen = np.zeros(records, np.bool_)
    for shared, postings in enumerate(lists):
        for length in sorted({*lengths[first:last].tolist()}):
            places = first + np.flatnonzero(lengths[first:last] == length)
            here = np.zeros(records, np.bool_)
            for place in places:
                here[postings.of(int(place))] = True
            ids = np.flatnonzero(here & ~seen).astype(np.uint32)
            seen[ids] = True
            if len(ids):
                yield int(length) + _SHARED * shared, ids


def _alike(words: Sequence[str]) -> npt.NDArray[np.uint16]:
    """How many first letters each word shares with the one before it."""
    found = np.zeros(len(words), np.uint16)
    before = ""
    for place, word in enumerate(words):
        most = min(len(word), len(before))
        count = 0
        while count < most and word[count] == before[count]:
            count += 1
        found[place] = count
        before = word
    return found
