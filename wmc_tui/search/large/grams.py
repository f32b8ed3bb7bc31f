"""Characters and pairs of neighbouring characters of texts that are searched by pieces."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from wmc_tui.search.large.postings import NONE, Ids, KeyedPostings, Pairs, distinct, first_of_each, write_keyed
from wmc_tui.search.large.sections import Arrays, Writer

_BATCH = 8192
_CODES = 0x110000
_SPREAD = 65_599
_DIGITS = frozenset("0123456789")
_HALF = np.uint64(32)


class Spool:
    """Gathers the characters and pairs of texts in a file beside the one that is being written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("wb")
        self._texts: list[str] = []
        self._records: list[int] = []

    def add(self, record: int, text: str) -> None:
        """Gather one text; it holds no NUL."""
        self._texts.append(text)
        self._records.append(record)
        if len(self._texts) == _BATCH:
            self._flush()

    def close(self) -> None:
        """Take back the file."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def write(self, writer: Writer, name: str, ranks: npt.NDArray[np.uint32]) -> None:
        """Keep all that was gathered, the records numbered by their ranks."""
        self._flush()
        self._file.flush()
        pairs: Pairs = np.fromfile(self._path, np.uint64)
        records = ranks[pairs.astype(np.uint32)]
        pairs >>= _HALF
        pairs <<= _HALF
        pairs |= records
        del records
        write_keyed(writer, name, pairs)

    def _flush(self) -> None:
        if not self._texts:
            return
        text = "\0".join(self._texts) + "\0"
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        ends = codes == 0
        records = np.array(self._records, np.uint64)[np.cumsum(ends) - ends]
        single = ~ends
        double = single[:-1] & single[1:]
        # Pairs of digits are in too many texts to tell anything; whole numbers are looked up elsewhere.
        double &= ~(_digit(codes[:-1]) & _digit(codes[1:]))
        keys = _pair_keys(codes[:-1][double], codes[1:][double])
        found = np.concatenate(
            ((codes[single].astype(np.uint64) << _HALF) | records[single], (keys << _HALF) | records[:-1][double])
        )
        found.sort()
        self._file.write(found[first_of_each(found)].data.cast("B"))
        self._texts.clear()
        self._records.clear()


def _digit(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    digits: npt.NDArray[np.bool_] = (codes >= ord("0")) & (codes <= ord("9"))
    return digits


def _pair_keys(first: npt.NDArray[np.uint32], second: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """A number of 32 bits for two characters, above all code points.

    Two pairs of characters outside the common planes may share one; whoever looks up a piece reads the text itself.
    """
    mixed = first.astype(np.uint64) * np.uint64(_SPREAD) + second
    return mixed % np.uint64(2**32 - _CODES) + np.uint64(_CODES)


def _pair_key(first: str, second: str) -> int:
    """The same for one pair."""
    return (ord(first) * _SPREAD + ord(second)) % (2**32 - _CODES) + _CODES


class Grams:
    """Finds texts by pieces of them."""

    def __init__(self, arrays: Arrays, name: str) -> None:
        self._postings = KeyedPostings(arrays, name)

    def character(self, character: str) -> Ids:
        """The records that hold a character."""
        return self._postings.of(ord(character))

    def pairs(self, piece: str) -> list[Ids]:
        """The records of each pair of neighbours in a piece, each pair once."""
        return self._of(pairwise(piece))

    def parts(self, piece: str) -> list[Ids]:
        """The records of each pair of neighbours of which one at least is no digit, or of a piece of one character."""
        if len(piece) == 1:
            return [] if piece.isdecimal() else [self.character(piece)]
        return self._of(pair for pair in pairwise(piece) if not (pair[0] in _DIGITS and pair[1] in _DIGITS))

    def one_of(self, low: str, high: str) -> Ids:
        """The records that hold a character from `low` to `high`."""
        return distinct(self._postings.over(ord(low), ord(high) + 1))

    def followed(self, character: str, low: str, high: str) -> Ids:
        """The records where a character is followed by one from `low` to `high`, all of the common plane."""
        return distinct(self._postings.over(_pair_key(character, low), _pair_key(character, high) + 1))

    def _of(self, pairs: Iterable[tuple[str, str]]) -> list[Ids]:
        keys = dict.fromkeys(_pair_key(*pair) for pair in pairs)
        return self._postings.of_each(np.array(list(keys), np.uint64))

    def holding(self, piece: str) -> Ids:
        """The records that hold all pairs of a piece, as those do that hold the piece."""
        return common(self.pairs(piece)) if len(piece) > 1 else self.character(piece)


def common(lists: Sequence[Ids]) -> Ids:
    """What all the lists have, which are ascending."""
    ordered = sorted(lists, key=len)
    found = ordered[0] if ordered else NONE
    for other in ordered[1:]:
        if not len(found):
            break
        found = found[among(found, other)]
    return found


def among(ids: Ids, others: Ids) -> npt.NDArray[np.bool_]:
    """For each of ascending numbers, whether it is among others, ascending too."""
    if not len(ids) or not len(others):
        return np.zeros(len(ids), np.bool_)
    return located(ids, others)[1]


def located(ids: Ids, others: Ids) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """Where among others, ascending and at least one, each of ascending numbers would stand, and whether it does."""
    if len(ids) > len(others):
        back = ids.searchsorted(others)
        back[back == len(ids)] = 0
        hit = np.flatnonzero(ids[back] == others)
        places, inside = np.zeros(len(ids), np.intp), np.zeros(len(ids), np.bool_)
        places[back[hit]] = hit
        inside[back[hit]] = True
        return places, inside
    places = others.searchsorted(ids)
    places[places == len(others)] = 0
    return places, others[places] == ids
