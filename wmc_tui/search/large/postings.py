"""Which records have which key: ascending numbers of records, key after key, in one array."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from wmc_tui.search.large.sections import Arrays, Damaged, Writer, plain

Ids = npt.NDArray[np.uint32]
"""Numbers of records."""
NONE: Ids = np.empty(0, np.uint32)
Pairs = npt.NDArray[np.uint64]
"""A key in the upper and a record in the lower half of each."""

LABEL = 0xFFFFFFFE
"""No word: what stands before the first word of a label."""
_SLICE = 1 << 20
"""Pairs that are written at a time."""


def distinct(*lists: Ids) -> Ids:
    """All numbers of some lists, ascending, each once: many times faster than NumPy's own, which hashes them."""
    ids = np.sort(np.concatenate((NONE, *lists)))
    return ids[np.append(True, ids[1:] != ids[:-1])] if len(ids) else ids


class Postings:
    """The records of each key; keys are numbers from 0, or any numbers where the file keeps them."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._bounds: npt.NDArray[np.uint64] = arrays[f"{name}.offsets"]
        self._offsets = plain(self._bounds)
        self._ids: Ids = arrays[f"{name}.ids"]
        if self._offsets[-1] != len(self._ids):
            raise Damaged(f"{name} does not fit its records")

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def of(self, key: int) -> Ids:
        """The records of a key."""
        return self._ids[self._offsets[key] : self._offsets[key + 1]]

    def over(self, first: int, last: int) -> Ids:
        """The records of the keys from `first` to before `last`, one key after another."""
        return self._ids[self._offsets[first] : self._offsets[last]]

    def count(self, first: int, last: int) -> int:
        """How many those are."""
        return self._offsets[last] - self._offsets[first]

    def counts(self, first: int, last: int) -> npt.NDArray[np.int64]:
        """How many each of them has."""
        return np.diff(self._bounds[first : last + 1]).astype(np.int64)


class KeyedPostings:
    """The records of keys that are sparse numbers."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._keys: npt.NDArray[np.uint64] = arrays[f"{name}.keys"]
        self._postings = Postings(arrays, name)
        if len(self._keys) != len(self._postings):
            raise Damaged(f"{name} does not fit its keys")

    def of(self, key: int) -> Ids:
        """The records of a key; none where there is no such key."""
        wanted = np.uint64(key)
        place = int(self._keys.searchsorted(wanted))
        return self._postings.of(place) if place < len(self._keys) and self._keys[place] == wanted else NONE

    def of_each(self, keys: npt.NDArray[np.uint64]) -> list[Ids]:
        """The records of each of some keys."""
        places = self._keys.searchsorted(keys)
        places[places == len(self._keys)] = 0
        known = self._keys[places] == keys if len(self._keys) else np.zeros(len(keys), np.bool_)
        return [
            self._postings.of(place) if there else NONE
            for place, there in zip(places.tolist(), known.tolist(), strict=True)
        ]

    def over(self, first: int, last: int) -> Ids:
        """The records of all keys from `first` to before `last`, one key after another."""
        low, high = self._keys.searchsorted(np.array((first, last), np.uint64))
        return self._postings.over(int(low), int(high))


def write_postings(writer: Writer, name: str, pairs: Pairs, keys: int) -> None:
    """Keep the records of the keys from 0 to before `keys`. The pairs are sorted in place; equal ones count once."""
    pairs.sort()
    bounds = pairs.searchsorted(np.arange(keys + 1, dtype=np.uint64) << np.uint64(32))
    _write(writer, name, pairs, bounds)


def write_keyed(writer: Writer, name: str, pairs: Pairs) -> None:
    """Keep the records of sparse keys of 32 bits. The pairs are sorted in place; equal ones count once."""
    pairs.sort()
    starts = first_of_each(pairs >> np.uint64(32))
    writer.add(f"{name}.keys", pairs[starts] >> np.uint64(32))
    _write(writer, name, pairs, np.append(starts, len(pairs)))


def write_grouped(writer: Writer, name: str, ids: Ids, bounds: npt.NDArray[np.int64]) -> None:
    """Keep records that are grouped already; group n stands from bounds[n] to before bounds[n + 1]."""
    writer.add(f"{name}.offsets", bounds.astype(np.uint64))
    writer.add(f"{name}.ids", ids)


def first_of_each(ordered: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """The places in a sorted array where another value begins."""
    if not len(ordered):
        return np.empty(0, np.int64)
    return np.concatenate(([0], np.flatnonzero(ordered[1:] != ordered[:-1]) + 1))


def _write(writer: Writer, name: str, pairs: Pairs, bounds: npt.NDArray[np.int64]) -> None:
    repeated = np.flatnonzero(pairs[1:] == pairs[:-1]) + 1
    writer.add(f"{name}.offsets", (bounds - repeated.searchsorted(bounds)).astype(np.uint64))
    writer.stream(f"{name}.ids", "<u4", _without(pairs, repeated))


def _without(pairs: Pairs, repeated: npt.NDArray[np.int64]) -> Iterator[memoryview]:
    for start in range(0, len(pairs), _SLICE):
        here = pairs[start : start + _SLICE].astype(np.uint32)
        low, high = repeated.searchsorted((start, start + _SLICE))
        yield np.delete(here, repeated[low:high] - start).data
