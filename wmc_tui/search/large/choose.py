"""The records that cover most of a query, out of any number, without looking at all that cover some of it.

A record that lacks the most telling terms of a query covers little of it, so lists of less telling terms are read only
for records found by others, unless too few of these were found. Lists are read from their start, which is where the
records are that stand first among equals, and only until enough were found that nothing further on can surpass.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wmc_tui.search.large.postings import NONE, Ids, distinct
from wmc_tui.search.large.term import Chunk, Merger, Qualities, Term, quality_of
from wmc_tui.search.large.tuning import COVERAGE

Allowed = npt.NDArray[np.bool_] | None
"""For each record, whether it may answer; None where all may."""

_MORE = 1.0
"""Points that a query may give a record beyond its worth: those that it gives more stand among the first anyhow."""
_MOST_TERMS = 8
"""The most telling terms of a query, by which records are chosen; all count when these are ranked."""
_MOST_EFFORT = 750_000
"""Records times terms that are looked at: enough for all but texts given as queries, whose first terms must do."""
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
        ids = distinct(self.ids, other.ids)
        covered = np.zeros(len(ids), np.float32)
        covered[ids.searchsorted(self.ids)] = self.covered
        places = ids.searchsorted(other.ids)
        covered[places] = np.maximum(covered[places], other.covered)
        return Found(ids, covered)


Points = Callable[[Found], Qualities]
"""About how many points records have."""


class Chooser:
    """Chooses among the records of a file.

    `worth` is what each has before others that answer as well, descending; for a query it may be some points more.
    """

    def __init__(self, merger: Merger, worth: Qualities) -> None:
        self._merger, self._worth = merger, worth

    def best(
        self, terms: Sequence[Term], shares: Sequence[float], allowed: Allowed, count: int, points: Points
    ) -> Found:
        """About `count` records that have most points; each term counts with its share."""
        order = sorted(range(len(terms)), key=lambda place: -shares[place] * terms[place].best)[:_MOST_TERMS]
        terms, shares = [terms[place] for place in order], [shares[place] for place in order]
        worth = np.array([share * term.best for term, share in zip(terms, shares, strict=True)])
        left = np.append(np.cumsum(worth[::-1])[::-1], 0.0)
        found, least, sure, effort = Found(NONE, np.empty(0, np.float32)), 0.0, 0.0, 0
        for place, term in enumerate(terms):
            for chunk in term.chunks:
                most = float(shares[place] * chunk.quality + left[place + 1])
                for block in _blocks(chunk, allowed):
                    if (
                        effort > _MOST_EFFORT
                        or most < least
                        or COVERAGE * most + float(self._worth[block.ids[0]]) + _MORE <= sure
                    ):
                        break
                    effort += len(block.ids) * (len(terms) - place)
                    covered = self.covered(block.ids, terms[place + 1 :], shares[place + 1 :])
                    covered += np.float32(shares[place]) * block.qualities()
                    better = COVERAGE * covered + self._worth[block.ids] + _MORE > sure
                    if better.any():
                        new = Found(block.ids[better], covered[better])
                        found, sure = _strongest(found.with_others(new) if len(found.ids) else new, count, points)
                    least = float(found.covered.max(initial=0.0)) / 2
        return found

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


def _strongest(found: Found, count: int, points: Points) -> tuple[Found, float]:
    """Those with most points, and the points that others must surpass."""
    each = points(found)
    sure = np.partition(each, len(each) - count)[len(each) - count] if len(each) >= count else 0.0
    return found.strongest(count, each), float(sure)
