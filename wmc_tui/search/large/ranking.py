"""From the terms of a query to records in their order: many by numbers alone, the best of them by their texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from wmc_tui.search.index.meaning import Meaning
from wmc_tui.search.index.record import OWN
from wmc_tui.search.index.scoring import score
from wmc_tui.search.index.selection import has_edition
from wmc_tui.search.large.allowing import Allowing
from wmc_tui.search.large.choose import Allowed, Chooser, Found
from wmc_tui.search.large.grams import among
from wmc_tui.search.large.heard import Heard
from wmc_tui.search.large.library import Records
from wmc_tui.search.large.marks import Marks
from wmc_tui.search.large.postings import NONE, Ids, distinct
from wmc_tui.search.large.reading import Phrase, Ranked, lacking, results_first, unheard
from wmc_tui.search.large.term import Merger, Qualities, Term, quality_of, reason_of
from wmc_tui.search.large.terms import Terms, different
from wmc_tui.search.large.tuning import (
    BEGUN_PHRASE,
    COVERAGE,
    CUT,
    FIT,
    LEADING,
    NAMED_ELSEWHERE,
    NEARLY_WHOLE,
    PHRASE,
    WHOLE,
)
from wmc_tui.search.query.query import Query
from wmc_tui.text.fold import packed

_POOL = 128
"""Records, at least, that are compared by numbers alone."""
_FEWEST = 24
"""Records that are read and ranked in full, at least: as many as are shown."""
_CONDITIONS = 4
"""So many times as many are read where conditions may leave out some of them."""
_WORTH_SHOWING = 0.5
"""Share of the best record's coverage below which a record answers another question."""
_LOOKED_AT = 16
"""Records up to which all that seem to hold a query as a whole are read."""


@dataclass(slots=True)
class Understood:
    """A query with what each of its terms finds."""

    query: Query
    terms: list[Term]
    marks: Marks
    """The words that its words mean."""
    heard: list[Heard]
    """What its letters sound like."""
    allowed: Allowed
    """The records that it may allow."""


class Ranking:
    """Chooses and ranks the records of a file."""

    def __init__(self, records: Records, terms: Terms, allowing: Allowing, merger: Merger) -> None:
        self._records, self._terms, self._allowing, self._merger = records, terms, allowing, merger
        self._chooser = Chooser(merger, records.worth)

    def ranked(self, asked: Understood, limit: int) -> list[Ranked]:
        """The records that answer best, best first; of equal ones those that stand first in the library."""
        query = asked.query
        read = max(_FEWEST, limit)
        if query.filters or query.phrases or query.excluded:
            read *= _CONDITIONS
        weights = [self._merger.weight(term) for term in asked.terms]
        shares = [weight / sum(weights) for weight in weights]
        if query.ranges:
            asked.allowed = self._in_ranges(asked)
        lifts, exact = self._lifts(asked)
        if asked.terms:
            heard = max((one.length for one in asked.heard), default=0)
            characters = np.float32(heard + sum(map(len, query.runs)))
            points = partial(self._points, asked, characters)
            pool = self._chooser.best(asked.terms, shares, asked.allowed, max(_POOL, 2 * read), points)
        else:
            ids = NONE if asked.allowed is None else np.flatnonzero(asked.allowed)[: 2 * read].astype(np.uint32)
            pool = Found(ids, np.ones(len(ids), np.float32))
        for quality, ids in (*lifts, (OWN, exact)):
            inside = among(pool.ids, ids)
            pool.covered[inside] = np.maximum(pool.covered[inside], np.float32(quality))
            first = ids[:_POOL]
            pool = pool.with_others(Found(first, np.full(len(first), quality, np.float32)))
        leading = self._leading(asked, lifts)
        first = leading[:_POOL]
        pool = pool.with_others(Found(first, self._chooser.covered(first, asked.terms, shares)))
        best = self._promising(asked, lifts, leading, pool, read)
        found = list(self._read(asked, shares, lifts, exact, best))
        least = _WORTH_SHOWING * max((quality for quality, _ in found), default=0.0)
        worth = results_first([each for each in found if each[0] >= least])
        return sorted(worth, key=lambda each: (-each.points, each.place))

    def _in_ranges(self, asked: Understood) -> Allowed:
        """The records that a query allows and that have a figure in each of its ranges."""
        allowed = np.ones(len(self._records), np.bool_) if asked.allowed is None else asked.allowed
        for term in asked.terms[-len(different(asked.query.ranges)) :]:
            inside = np.zeros(len(self._records), np.bool_)
            for chunk in term.chunks:
                inside[chunk.ids] = True
            allowed = allowed & inside
        return allowed

    def _lifts(self, asked: Understood) -> tuple[list[tuple[float, Ids]], Ids]:
        """Records that hold a query as it was typed, or seem to; and those whose label or written figure it is."""
        query, allowed = asked.query, asked.allowed
        whole = self._phrase(query.folded)
        rest = self._phrase(query.rest) if query.rest != query.folded else []
        pieces = {packed(query.folded), packed(query.rest)} - {""}
        exact = distinct(*(self._terms.exactly(piece) for piece in pieces))
        if allowed is not None:
            kept = allowed[exact]
            if (query.years or query.ranges) and not query.filters:
                for _, ids in whole:
                    kept |= among(exact, ids)
            else:
                whole = [(quality, ids[allowed[ids]]) for quality, ids in whole]
            exact = exact[kept]
            rest = [(quality, ids[allowed[ids]]) for quality, ids in rest]
        return whole + rest, exact

    def _phrase(self, folded: str) -> list[tuple[float, Ids]]:
        found = [each for each in self._terms.phrase(folded) if len(each[1])]
        if not found or sum(len(ids) for _, ids in found) > _LOOKED_AT:
            return found
        phrase = Phrase(folded)
        places = distinct(*(ids for _, ids in found))
        qualities = np.array([phrase.quality(self._records[number]) for number in places.tolist()])
        return [(quality, places[qualities == quality]) for quality in (OWN, BEGUN_PHRASE, CUT)]

    def _leading(self, asked: Understood, lifts: Sequence[tuple[float, Ids]]) -> Ids:
        """The records whose label begins with what was typed, or seems to."""
        ids = self._terms.leading(asked.query.rest)
        if " " in asked.query.rest:
            ids = ids[among(ids, distinct(*(ids for _, ids in lifts)))]
        return ids if asked.allowed is None else ids[asked.allowed[ids]]

    def _points(self, asked: Understood, characters: Qualities | np.float32, pool: Found) -> Qualities:
        """About how many points records have that say so many Chinese characters, by numbers alone."""
        fit = self._records.fit(pool.ids, sum(map(len, asked.query.words)), characters)
        points: Qualities = COVERAGE * pool.covered + self._records.bonus[pool.ids] + FIT * fit
        points += np.float32(WHOLE / (1 - NEARLY_WHOLE)) * np.maximum(fit - NEARLY_WHOLE, 0)
        return points

    def _promising(
        self, asked: Understood, lifts: Sequence[tuple[float, Ids]], leading: Ids, pool: Found, count: int
    ) -> Found:
        """Those that may have most points."""
        held = np.zeros(len(pool.ids), np.bool_)
        for _, ids in lifts:
            held |= among(pool.ids, ids)
        characters = np.full(len(pool.ids), sum(map(len, asked.query.runs)), np.float32)
        for heard in asked.heard:
            said = np.zeros(len(pool.ids), np.bool_)
            for _, _, ids in heard.lists:
                said |= among(pool.ids, ids)
            characters += heard.length * said
        points = self._points(asked, characters, pool)
        points += np.float32(PHRASE) * held
        points += np.float32(LEADING) * among(pool.ids, leading)
        return pool.strongest(count, points)

    def _looked_up(
        self, asked: Understood, shares: Sequence[float], best: Found
    ) -> tuple[list[float], list[Sequence[int]]]:
        """What each record covers by its terms, and what it is worth for each of them."""
        if not asked.terms:
            return best.covered.tolist(), [()] * len(best.ids)
        worths = [self._merger.worths(best.ids, term) for term in asked.terms]
        covered = np.zeros(len(best.ids), np.float64)
        for share, worth in zip(shares, worths, strict=True):
            covered += share * quality_of(worth)
        return covered.tolist(), np.array(worths, np.int32).T.tolist()

    def _read(
        self, asked: Understood, shares: Sequence[float], lifts: Sequence[tuple[float, Ids]], exact: Ids, best: Found
    ) -> Iterator[tuple[float, Ranked]]:
        """What each record covers, and it with its points; what seemed to hold the query or its Chinese is looked at."""
        query = asked.query
        records = [self._records[number] for number in best.ids.tolist()]
        covered, reasons = self._looked_up(asked, shares, best)
        meaning = Meaning(query)
        meaning.words = asked.marks.inside({word for record in records for word in record.words_en.split()})
        allowed = self._allowing.by_texts(query, records)
        lifted = np.logical_or.reduce([np.zeros(len(records), np.bool_), *(among(best.ids, ids) for _, ids in lifts)])
        phrases = [Phrase(text) for text in dict.fromkeys((query.folded, query.rest))]
        runs = [each for each in zip(query.runs, shares[len(query.words) :], strict=False) if len(each[0]) > 2]
        rows = zip(
            records,
            self._records.places[best.ids].tolist(),
            covered,
            reasons,
            lifted.tolist(),
            among(best.ids, exact).tolist(),
            strict=True,
        )
        for row, (record, place, quality, worth, is_lifted, is_exact) in enumerate(rows):
            if allowed is not None and row not in allowed:
                continue
            pieces: list[str] = []
            if runs:
                quality -= lacking(record, runs)
            if asked.heard:
                spans = [heard.place_in(record) for heard in asked.heard]
                pieces = [f"{record.words_zh}\n{record.shared_zh}"[slice(*span)] for span in spans if span]
                quality -= unheard(asked.heard, spans, worth, shares)
            if is_lifted:
                quality = max(quality, *(phrase.quality(record) for phrase in phrases))
            if is_exact:
                quality = 1.0
            if query.years and has_edition(record) and record.edition not in query.years:
                quality *= NAMED_ELSEWHERE
            points = round(score(query, record, quality, meaning.fit(record, pieces)), 2)
            yield quality, Ranked(points, place, record, tuple(map(reason_of, worth)), tuple(pieces))
