"""Which records are worth a full comparison with a query: some hundreds, however many there are."""

import sqlite3
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import combinations

from wmc_tui.search.index import scoring
from wmc_tui.search.index.index_tables import prominence_at
from wmc_tui.search.index.lexicon import Lexicon
from wmc_tui.search.index.terms import Term
from wmc_tui.search.index.tokens import quoted

Rows = dict[int, float]
"""From place to how well its record answers, as far as its tokens tell."""

_ROWS = 400
"""Records of one term that are looked up, the most prominent ones first; a term with fewer is known in full."""
_ENOUGH = 100
_MOST_LEFT_OUT = 8
"""Look-ups that leave out some of the terms which many records have."""
_RAREST_PAIRS = 8
_SURE = 0.5
"""Share of the estimated coverage that a record has at least."""


class Candidates:
    """The records that may answer the terms of one query."""

    def __init__(
        self, connection: sqlite3.Connection, lexicon: Lexicon, terms: Sequence[Term], filter: str, limit: int
    ) -> None:
        """`filter` is an expression that all of them must answer, empty for none; `limit` how many hits are wanted."""
        self._connection = connection
        self._lexicon = lexicon
        self._filter = filter
        self._most = max(_ROWS, limit)
        self.terms = terms
        self.rows = [self._rows_of(term) for term in terms]
        self.weights = [self._weight(term, rows) for term, rows in zip(terms, self.rows, strict=True)]
        self._combine([place for place, rows in enumerate(self.rows) if len(rows) >= self._most])

    def best(self, most: int) -> list[int]:
        """The places of so many records, the likeliest to score high first."""
        total = sum(self.weights) or 1.0
        coverage: Rows = {}
        get = coverage.get
        for weight, rows in zip(self.weights, self.rows, strict=True):
            points = scoring.COVERAGE * weight / total
            for place, quality in rows.items():
                coverage[place] = get(place, 0.0) + points * quality
        if not coverage:
            return []
        # What covers too little is not shown, however prominent it is; estimates may be somewhat too low.
        least = scoring.WORTH_SHOWING * _SURE * max(coverage.values())
        ranked = [(-points - prominence_at(place), place) for place, points in coverage.items() if points >= least]
        return [place for _, place in nsmallest(most, ranked)]

    def places(self, expression: str, most: int) -> list[int]:
        """The most prominent records that answer an expression, and the filter."""
        return find(self._connection, expression, self._filter, most)

    def _rows_of(self, term: Term) -> Rows:
        rows: Rows = {}
        for way in sorted(term.ways, key=lambda way: -way.best):
            if way.expression and len(rows) < self._most:
                for place in self.places(way.expression, self._most):
                    rows.setdefault(place, way.best)
        if term.pairs and len(rows) < _ENOUGH:
            for place, quality in self._parts(term.pairs).items():
                rows.setdefault(place, quality)
        return rows

    def _parts(self, pairs: list[str]) -> Rows:
        """Records with enough of the pairs of a run, of the rarest ones where it is long."""
        known = sorted((count, pair) for pair in pairs if (count := self._lexicon.records([pair])))
        counts: dict[int, int] = {}
        for _, pair in known[:_RAREST_PAIRS]:
            for place in self.places(quoted(pair), self._most):
                counts[place] = counts.get(place, 0) + 1
        least = max(1.0, scoring.FEWEST_PARTS * len(pairs)) if len(pairs) <= _RAREST_PAIRS else 2
        return {
            place: scoring.PARTS_OF_RUN * min(1.0, count / len(pairs))
            for place, count in counts.items()
            if count >= least
        }

    def _weight(self, term: Term, rows: Rows) -> float:
        """How telling a term is: by the records that answer it for sure."""
        least = max(rows.values(), default=0.0) / 2
        if self._filter:
            # Rare in the library, not among what the filter leaves.
            ways = [f"({way.expression})" for way in term.ways if way.expression and way.best >= least]
            count = len(find(self._connection, " OR ".join(ways), "", self._most)) if ways else len(rows)
        else:
            count = sum(quality >= least for quality in rows.values())
        return term.factor * scoring.weight_of(count if count < self._most else max(count, self._count(term)))

    def _count(self, term: Term) -> int:
        """About how many records have a term that many have, by the vocabulary."""
        counts = [0]
        for way in term.ways:
            if " AND " in way.expression:
                tokens = way.expression.replace('"', "").split(" AND ")
                counts.append(self._lexicon.fewest(token.strip("() ") for token in tokens))
            elif way.expression:
                tokens = way.expression.replace('"', "").split(" OR ")
                counts.append(self._lexicon.records(token.strip("() ") for token in tokens))
        return max(counts)

    def _combine(self, common: list[int]) -> None:
        """Find the records that have several terms of which not all records were looked up."""
        if not common:
            return
        rare = [place for place in range(len(self.terms)) if place not in common and self.rows[place]]
        if rare:
            # A term that fewer records have leads to those that have a common one as well.
            anchor = " OR ".join(self.terms[place].expression for place in rare if self.terms[place].expression)
            for place in common if anchor else ():
                self._mark([place], anchor)
        found, left = 0, _MOST_LEFT_OUT
        for size in range(len(common), 1, -1):
            for group in combinations(sorted(common, key=lambda place: -self.weights[place]), size):
                if found >= _ENOUGH or not left:
                    return
                left -= 1
                found += self._mark(group)

    def _mark(self, group: Iterable[int], anchor: str = "") -> int:
        """Look up the records that have all terms of a group, and note that they do; returns how many there are."""
        group = list(group)
        expression = " AND ".join(f"({self.terms[place].expression})" for place in group)
        places = self.places(f"({expression}) AND ({anchor})" if anchor else expression, self._most)
        for term in group:
            best = max(way.best for way in self.terms[term].ways if way.expression)
            for place in places:
                self.rows[term].setdefault(place, best)
        return len(places)


def find(connection: sqlite3.Connection, expression: str, filter: str, most: int) -> list[int]:
    """The most prominent records that answer an expression and a filter, which may be empty."""
    if expression and filter:
        expression = f"({expression}) AND {filter}"
    query = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT ?"
    return [place for (place,) in connection.execute(query, (expression or filter, most))]
