"""One term of a query: the records that answer it, with how well each does and why.

How well and why are one number, a worth: millionths of a full answer, shifted, and the place of the reason in REASONS.
So the best reason of a record is the greatest of its worths.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from wmc_tui.search.large.grams import located
from wmc_tui.search.large.postings import Ids

Worths = npt.NDArray[np.int32]
Qualities = npt.NDArray[np.float32]
List = tuple[float | Qualities, str, Ids]
"""How well some records answer, all alike or each; why; and these: ascending where all do alike."""

REASONS = (
    "",
    "parts of text",
    "slips",
    "initials",
    "pinyin",
    "first digits",
    "same digits",
    "digits",
    "other unit",
    "range",
    "spaces",
    "beginning",
    "shared text",
    "text",
    "value",
    "word",
)
_CODES = {reason: code for code, reason in enumerate(REASONS)}
_SHIFT, _UNIT = 5, 1_000_000
_SHORT = 2048
"""Records of a list up to which it is merged with the other short ones."""
_SCAN = 2048
"""Records to look up from which on marking a long list beats searching it."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some records that answer a term."""

    worth: int
    """What they are worth; the best of them, where not all are alike."""
    ids: Ids
    """Ascending."""
    each: Worths | None = None
    """What each is worth, where not all are alike."""

    @property
    def quality(self) -> float:
        """How well its best record answers, up to 1."""
        return (self.worth >> _SHIFT) / _UNIT

    def qualities(self) -> Qualities | np.float32:
        """How well each does."""
        return np.float32(self.quality) if self.each is None else quality_of(self.each)

    def between(self, low: int, high: int) -> "Chunk":
        """The part of it from one place to before another."""
        return Chunk(self.worth, self.ids[low:high], None if self.each is None else self.each[low:high])


class Term:
    """The records that answer a term. One that stands in several chunks counts with the best."""

    def __init__(self, chunks: Sequence[Chunk], factor: float) -> None:
        self.chunks = sorted(chunks, key=lambda chunk: -chunk.worth)
        """What answers, best first."""
        self.factor = factor
        """What the term tells beside others as telling."""

    @property
    def best(self) -> float:
        """How well a record answers at most; 0 where none does."""
        return self.chunks[0].quality if self.chunks else 0.0


class Merger:
    """Makes terms of lists of records: the short ones of a term become one chunk. `records` is how many there are."""

    def __init__(self, records: int) -> None:
        self._records = records
        self._marks: Worths = np.zeros(records, np.int32)

    def term(self, lists: Iterable[List], factor: float = 1.0) -> Term:
        """A term that the records of some lists answer."""
        short: list[tuple[int | Worths, Ids]] = []
        chunks: list[Chunk] = []
        for quality, reason, ids in lists:
            worth = _worth(quality, reason)
            if len(ids) > _SHORT and isinstance(worth, int):
                chunks.append(Chunk(worth, ids))
            elif len(ids):
                short.append((worth, ids))
        if len(short) == 1 and isinstance(short[0][0], int):
            chunks.append(Chunk(short[0][0], short[0][1]))
        elif short:
            chunks.append(self._merged(short))
        return Term(chunks, factor)

    def weight(self, term: Term) -> float:
        """How telling a term is: one that few of all records have tells more; one that none has, that all lack it."""
        telling = log(1 + self._records / (1 + self._count(term))) if term.chunks else 1.0
        return telling * term.factor

    def worths(self, ids: Ids, term: Term) -> Worths:
        """What each of some ascending records is worth for a term."""
        found = np.zeros(len(ids), np.int32)
        if not len(ids):
            return found
        bounds = np.array((ids[0], ids[-1]), np.uint32)
        for chunk in reversed(term.chunks):
            low, high = chunk.ids.searchsorted(bounds).tolist()
            here = chunk.between(low, high + 1)
            if not len(here.ids):
                continue
            if len(ids) >= _SCAN and len(here.ids) >= _SCAN:
                self._marks[here.ids] = here.worth if here.each is None else here.each
                np.maximum(found, self._marks[ids], out=found)
                self._marks[here.ids] = 0
            else:
                places, inside = located(ids, here.ids)
                worth = here.worth if here.each is None else here.each[places[inside]]
                found[inside] = np.maximum(found[inside], worth)
        return found

    def _merged(self, lists: Sequence[tuple[int | Worths, Ids]]) -> Chunk:
        for worth, ids in lists:
            if isinstance(worth, int):
                self._marks[ids] = np.maximum(self._marks[ids], np.int32(worth))
            else:
                np.maximum.at(self._marks, ids.astype(np.intp), worth)
        together = np.sort(np.concatenate([ids for _, ids in lists]))
        together = together[np.append(True, together[1:] != together[:-1])]
        each = self._marks[together]
        self._marks[together] = 0
        return Chunk(int(each.max()), together, each)

    def _count(self, term: Term) -> int:
        """How many records answer, or about: lists that are long overlap as chance has it."""
        sizes = [len(chunk.ids) for chunk in term.chunks]
        if len(sizes) == 1:
            return sizes[0]
        missing = 1.0
        for size in sizes:
            missing *= 1 - size / self._records
        return max(max(sizes), round(self._records * (1 - missing)))


def quality_of(worths: Worths) -> Qualities:
    """How well records of such worths answer, up to 1."""
    return (worths >> _SHIFT).astype(np.float32) / np.float32(_UNIT)


def reason_of(worth: int) -> str:
    """Why a record of such a worth answers; empty where it does not."""
    return REASONS[worth & ((1 << _SHIFT) - 1)]


def _worth(quality: float | Qualities, reason: str) -> int | Worths:
    code = _CODES[reason]
    if isinstance(quality, float):
        return (round(quality * _UNIT) << _SHIFT) + code
    worths: Worths = (np.rint(quality * _UNIT).astype(np.int32) << _SHIFT) + np.int32(code)
    return worths
