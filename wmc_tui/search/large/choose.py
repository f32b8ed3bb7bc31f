"""The records that cover most of a query, out of any number, without looking at all that cover some of it.

A record that lacks the most telling terms of a query covers little of it, so lists of less telling terms are read only
for records found by others, unless too few of these were found. Lists are read from their start, which is where the
records are that stand first among equals, and only until enough were found that nothing further on can surpass.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wmc_tui.search.large.postings import NONE, Ids
from wmc_tui.search.large.term import Chunk, Merger, Qualities, Term, quality_of
from wmc_tui.search.large.tuning import COVERAGE

Allowed = npt.NDArray[np.bool_] | None
"""For each record, whether it may answer; None where all may."""

_BLOCK, _LARGEST_BLOCK = 1024, 262_144


@dataclass(slots=True)
class Found:
    """Ascending records, and how much of the query each covers."""

    ids: Ids
    covered: Qualities

    def strongest(self, count: int, points: Qualities) -> "Found":
        """So many that have most points, the first among equals."""
        if len(self.ids) <= count:
            return self
        least = np.partition(points, len(points) - count)[len(points) - count]
        above, equal = np.flatnonzero(points > least), np.flatnonzero(points == least)
        kept = np.sort(np.concatenate((above, equal[: count - len(above)])))
        return Found(self.ids[kept], self.covered[kept])

    def with_others(self, other: "Found") -> "Found":
        """Both; what is in both counts with the better."""
        ids, places = np.unique(np.concatenate((self.ids, other.ids)), return_inverse=True)
        covered = np.zeros(len(ids), np.float32)
        np.maximum.at(covered, places, np.concatenate((self.covered, other.covered)))
        return Found(ids, covered)


class Chooser:
    """Chooses among the records of a file; `worth` is what each has before others that answer as well, descending."""

    def __init__(self, merger: Merger, worth: Qualities) -> None:
        self._merger, self._worth = merger, worth

    def best(self, terms: Sequence[Term], shares: Sequence[float], allowed: Allowed, count: int) -> Found:
        """About `count` records that have most points; each term counts with its share."""
        order = sorted(range(len(terms)), key=lambda place: -shares[place] * terms[place].best)
        terms, shares = [terms[place] for place in order], [shares[place] for place in order]
        worth = np.array([share * term.best for term, share in zip(terms, shares, strict=True)])
        left = np.append(np.cumsum(worth[::-1])[::-1], 0.0)
        found, least, sure = Found(NONE, np.empty(0, np.float32)), 0.0, 0.0
        for place, term in enumerate(terms):
            for chunk in term.chunks:
                most = float(shares[place] * chunk.quality + left[place + 1])
                for block in _blocks(chunk, allowed):
                    if most < least or COVERAGE * most + float(self._worth[block.ids[0]]) <= sure:
                        break
                    covered = self.covered(block.ids, terms[place + 1 :], shares[place + 1 :])
                    covered += np.float32(shares[place]) * block.qualities()
                    new, sure = self._strongest(Found(block.ids, covered), count)
                    if len(found.ids):
                        new, sure = self._strongest(found.with_others(new), count)
                    found = new
                    least = float(found.covered.max(initial=0.0)) / 2
        return found

    def _strongest(self, found: Found, count: int) -> tuple[Found, float]:
        """Those with most points, and the points that others must surpass."""
        points = COVERAGE * found.covered + self._worth[found.ids]
        sure = np.partition(points, len(points) - count)[len(points) - count] if len(points) >= count else 0.0
        return found.strongest(count, points), float(sure)

    def covered(self, ids: Ids, terms: Sequence[Term], shares: Sequence[float]) -> Qualities:
        """How much of a query each of some ascending records covers."""
        total = np.zeros(len(ids), np.float32)
        for term, share in zip(terms, shares, strict=True):
            total += np.float32(share) * quality_of(self._merger.worths(ids, term))
        return total


def _blocks(chunk: Chunk, allowed: Allowed) -> Iterator[Chunk]:
    """The records of a chunk that may answer, a few at first and then more and more."""
    low, high = 0, len(chunk.ids)
    size = _BLOCK if chunk.each is None else high
    while low < high:
        block = chunk.between(low, min(high, low + size))
        if allowed is not None:
            inside = allowed[block.ids]
            block = Chunk(block.worth, block.ids[inside], None if block.each is None else block.each[inside])
        if len(block.ids):
            yield block
        low, size = low + size, min(4 * size, _LARGEST_BLOCK)
