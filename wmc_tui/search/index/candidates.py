"""Which records are worth a full comparison with a query: some hundreds, however many there are."""

import sqlite3
from collections.abc import Sequence
from heapq import nsmallest
from itertools import chain

from wmc_tui.search.index import scoring
from wmc_tui.search.index.answers import Term
from wmc_tui.search.index.hits import Reason
from wmc_tui.search.index.index_tables import PROMINENCE_STEP, ROOM
from wmc_tui.search.index.lexicon import Lexicon
from wmc_tui.search.index.tokens import quoted

Rows = dict[int, float]
"""From place to how well its record answers, as far as its tokens tell."""

_ROWS, _ALL_ROWS = 250, 1500
"""Records that are looked up of a single term, the most prominent ones first, and of all rare terms of a query."""
_ENOUGH = 100
_FEW = 2
"""Terms beside which small words are looked up."""
_LOOKUPS = 12
"""Pairs of terms with many records that are looked up."""
_RAREST_PAIRS = 8
_RATHER = 0.8
"""Share of the best way to answer a term below which others are left out, where there are enough records."""
_SURE = 0.5
"""Share of the estimated coverage that a record has at least."""


class Candidates:
    """The records that may answer the terms of one query.

    Terms with few records are looked up in full. Of the others only those records are, that have several of them or
    one of the rare ones as well, and of a single one the most prominent records.
    """

    def __init__(
        self, connection: sqlite3.Connection, lexicon: Lexicon, terms: Sequence[Term], filter: str, limit: int
    ) -> None:
        """`filter` is an expression that all of them must answer, empty for none; `limit` how many hits are wanted."""
        self._connection = connection
        self._lexicon = lexicon
        self._filter = filter
        self._terms = terms
        counts = [term.count for term in terms]
        telling = [place for place, term in enumerate(terms) if not term.small] or list(range(len(terms)))
        self._most = max(_ROWS if len(telling) == 1 else _ALL_ROWS, limit)
        self._rows: list[Rows] = [{} for _ in terms]
        self._coverage: Rows = {}
        common, left = [], self._most
        for place in sorted(telling, key=counts.__getitem__):
            if counts[place] <= left or len(telling) == 1:
                self._rows[place] = self._rows_of(terms[place], max(left, _ROWS))
                left -= len(self._rows[place])
            else:
                common.append(place)
        self.weights = [
            term.factor * scoring.weight_of(self._count(term, rows, count))
            for term, rows, count in zip(terms, self._rows, counts, strict=True)
        ]
        for place, rows in enumerate(self._rows):
            self._cover(place, rows)
        # Words such as "of" only tell where there is little else.
        small = (
            [place for place, term in enumerate(terms) if term.small and term.ways] if 0 < len(telling) <= _FEW else []
        )
        self._combine(common, [place for place in small if place not in telling])

    def best(self, most: int) -> list[int]:
        """The places of so many records, the likeliest to score high first."""
        if not self._coverage:
            return []
        # What covers too little is not shown, however prominent it is; estimates may be somewhat too low.
        least = scoring.WORTH_SHOWING * _SURE * max(self._coverage.values())
        points = scoring.COVERAGE / (sum(self.weights) or 1.0)
        ranked = [
            (PROMINENCE_STEP * (place >> ROOM) - points * weight, place)
            for place, weight in self._coverage.items()
            if weight >= least
        ]
        return [place for _, place in nsmallest(most, ranked)]

    def places(self, expression: str, most: int) -> list[int]:
        """The most prominent records that answer an expression, and the filter."""
        return find(self._connection, expression, self._filter, most)

    def _rows_of(self, term: Term, most: int) -> Rows:
        rows: Rows = {}
        ways = sorted(term.ways, key=lambda way: -way.best)
        for way in ways:
            if way.best < _RATHER * ways[0].best and len(rows) >= _ENOUGH:
                break
            if way.expression and len(rows) < most:
                # What an earlier way gives is as good or better.
                rows = dict.fromkeys(self.places(way.expression, most), way.best) | rows
        if term.pairs and len(rows) < _ENOUGH:
            for place, quality in self._parts(term.pairs).items():
                rows.setdefault(place, quality)
        return rows

    def _parts(self, pairs: list[str]) -> Rows:
        """Records with enough of the pairs of a run, of the rarest ones where it is long."""
        known = sorted((count, pair) for pair in pairs if (count := self._lexicon.records(pair)))
        counts: dict[int, int] = {}
        for _, pair in known[:_RAREST_PAIRS]:
            for place in self.places(quoted(pair), _ROWS if len(pairs) > 2 else self._most):
                counts[place] = counts.get(place, 0) + 1
        least = max(1.0, scoring.FEWEST_PARTS * len(pairs)) if len(pairs) <= _RAREST_PAIRS else 2
        return {
            place: scoring.PARTS_OF_RUN * min(1.0, count / len(pairs))
            for place, count in counts.items()
            if count >= least
        }

    def _count(self, term: Term, rows: Rows, count: int) -> int:
        """How many records of the library have a term, but for those that hardly do."""
        if count >= self._most or not rows:
            return count
        least = max(rows.values()) / 2
        if self._filter and count:
            return count
        if not self._filter:
            having = len(rows)
            if min(rows.values()) < least:
                having = sum([quality >= least for quality in rows.values()])
            return max(count if len(rows) >= self._most else 0, having)
        ways = [f"({way.expression})" for way in term.ways if way.expression and way.best >= least]
        return len(find(self._connection, " OR ".join(ways), "", self._most)) if ways else len(rows)

    def _combine(self, common: list[int], small: list[int]) -> None:
        """Find the records of terms that many have: those that have several of them, or a rare one as well."""
        anchor = self._either([place for place, rows in enumerate(self._rows) if rows])
        # A range is looked for in what else was found: half of all figures may be over 430.
        ranges = [place for place in common if self._terms[place].ways[0].reason is Reason.RANGE]
        common = [place for place in common if place not in ranges]
        for place in (*common, *small) if anchor else ():
            self._mark([place], anchor)
        if len(common) > 2:
            self._mark(common)
        left = _LOOKUPS
        # Beside each term, the rarest first, all others: what has it is then known, and the next ones find the rest.
        for place, term in enumerate(common):
            others = common[place + 1 :]
            if left <= 0 or not self._may_be_better([term, *others]):
                break
            for other in others[:left]:
                self._mark([term, other])
            left -= len(others)
        for term in common:
            if self._may_be_better([term]):
                self._mark([term])
        anchor = self._either([place for place, rows in enumerate(self._rows) if rows])
        for term in ranges:
            self._mark([term], anchor)

    def _either(self, terms: Sequence[int]) -> str:
        """The expression of records that may have one of some terms."""
        return " OR ".join([expression for term in terms if (expression := self._terms[term].expression)])

    def _may_be_better(self, terms: Sequence[int]) -> bool:
        """Whether other records that have these terms, and no others, may be among the best ones."""
        weight = sum(self.weights[term] for term in terms)
        if weight < scoring.WORTH_SHOWING * max(self._coverage.values(), default=0.0):
            return False
        return sum([covered >= weight for covered in self._coverage.values()]) < _ENOUGH

    def _mark(self, group: Sequence[int], anchor: str = "") -> None:
        """Look up the records that have all terms of a group, and note that they do."""
        expressions = [f"({self._terms[place].expression})" for place in group]
        places = self.places(" AND ".join([*([f"({anchor})"] if anchor else []), *expressions]), self._most)
        for place in group:
            rows = self._rows[place]
            best = max(way.best for way in self._terms[place].ways if way.expression)
            more = dict.fromkeys([found for found in places if found not in rows], best)
            self._cover(place, more)
            rows.update(more)

    def _cover(self, term: int, rows: Rows) -> None:
        """Add to the coverage of records what they have of a term."""
        coverage, weight = self._coverage, self.weights[term]
        get = coverage.get
        for place, quality in rows.items():
            coverage[place] = get(place, 0.0) + weight * quality


def find(connection: sqlite3.Connection, expression: str, filter: str, most: int) -> list[int]:
    """The most prominent records that answer an expression and a filter, which may be empty."""
    if expression and filter:
        expression = f"({expression}) AND {filter}"
    query = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT ?"
    return list(chain.from_iterable(connection.execute(query, (expression or filter, most))))
