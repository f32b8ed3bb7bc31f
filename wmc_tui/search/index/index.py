"""The search index of a library: built once, asked at every key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wmc_tui.model import Bilingual
from wmc_tui.search.facets import facets_of, filter_values_of, labels_of
from wmc_tui.search.index.cache import Kept, load, save
from wmc_tui.search.index.hits import Hit, Matched
from wmc_tui.search.index.match import Scores
from wmc_tui.search.index.matcher import Terms
from wmc_tui.search.index.meaning import Meaning
from wmc_tui.search.index.record import Record
from wmc_tui.search.index.scoring import COVERAGE, figures_of, score
from wmc_tui.search.index.selection import Selection
from wmc_tui.search.postings import characters_of, words_of
from wmc_tui.search.query.filter_values import FilterValues
from wmc_tui.search.query.query import LONGEST, Query, parse
from wmc_tui.search.reasons import reasons
from wmc_tui.store import Library
from wmc_tui.text.fold import fold, remove_spaces

if TYPE_CHECKING:
    from wmc_tui.search.query.suggestions import Suggestion

_RANKED = 100
"""Records that are ranked in full at least; what they cover and how telling they are leaves out the others."""
_NAMED = 0.6
"""How well a record of another edition answers a query for nothing but an edition that it names."""
_NAMED_ELSEWHERE = 0.85
"""What coverage is worth in a record of another edition whose label has the year: Registration rate, January 2019."""
_AS_GOOD, _JUST_BEHIND = 0.9, 0.01
"""Share of an expected figure's coverage from which on its result answers too, and by how much it then stands before."""
_WORTH_SHOWING = 0.5
"""Share of the best record's coverage below which a record answers another question."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an index says to a query."""

    hits: list[Hit]
    """Best first."""
    query: Query
    """The query, understood: its filters, right and wrong, ranges, phrases."""
    suggestions: "tuple[Suggestion, ...]"
    """What to try where no figure is the one asked for."""


class Index:
    """Facts, metrics, articles, publications and sentences of a library, to be searched."""

    def __init__(self, records: list[Record], kept: Kept | None = None) -> None:
        if kept is None:
            kept = _made(records, {})
        self._records = records
        self._facets = kept.facets
        self._terms = Terms(records, kept.words, kept.characters)
        self._selection = Selection(records)

    @classmethod
    def build(
        cls, library: Library, *, cache: Path | None = None, ready: bool = True, extra: Iterable[Record] = ()
    ) -> "Index":
        """Index a library, and what is given besides, such as commands.

        With `cache`, a file, what was folded once is read from there, or kept there for the next time. Where it is not
        to be `ready` for every kind of query, each builds and imports what it needs: good for one query.
        """
        more = list(extra)
        kept = load(cache, library.digest) if cache else None
        if kept is None:
            # What reads Chinese aloud and tells standings is imported only here.
            from wmc_tui.search.index.gather import records_of

            kept = _made(records_of(library), labels_of(library))
            if cache:
                save(cache, library.digest, kept)
        if more:
            records = [*kept.records, *more]
            kept = Kept(records, words_of(records), characters_of(records), kept.facets)
        index = cls(kept.records, kept)
        if ready:
            for query in ("1 word 词", "czqyz", "xylophnoe", ">1"):
                index.search(query)
        return index

    @cached_property
    def known(self) -> FilterValues:
        """The editions and the values of filters, with their numbers of records: what queries are read by."""
        editions = {record.edition for record in self._records if record.kind != "command"}
        return filter_values_of(self._facets, editions)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """What answers a query, best first, at most `limit` hits.

        A query is words in any order, typos and beginnings of words included, pieces of Chinese text, pinyin, numbers in
        any form; the year of an edition filters. An empty query finds nothing.
        """
        return self._found(query, parse(query, self.known), limit)

    def answer(self, query: str, limit: int = 50) -> Answer:
        """The hits of a query with what it was taken for, and what to try where nothing has its figure."""
        understood = parse(query, self.known)
        hits = self._found(query, understood, limit)
        # A plain number is most of such queries, and mostly there: then nothing is imported for it.
        if hits and (not understood.numbers or self._terms.figures.all_there(understood.numbers)):
            return Answer(hits, understood, ())
        from wmc_tui.search.query.suggestions import suggestions

        counts = None if hits else self.count
        return Answer(hits, understood, suggestions(understood, self._terms.figures.pairs, counts=counts))

    def count(self, query: str) -> int:
        """How many records answer a query in some way; of a large library at least some number."""
        understood = parse(query, self.known)
        allowed = self._selection.allowed(understood)
        if not understood.rest.strip() and allowed is None and not understood.ranges:
            return 0
        return len(self._read(understood, allowed)[0])

    def _found(self, text: str, query: Query, limit: int) -> list[Hit]:
        allowed = self._selection.allowed(query)
        if not query.rest.strip() and allowed is None and not query.ranges:
            return self._with_signs(text[:LONGEST].strip(), limit)
        coverage, meaning = self._read(query, allowed)
        ranked = self._ranked(query, coverage, meaning, max(limit, _RANKED))[:limit]
        digits = tuple(number.digits for number in query.numbers)
        matched = Matched(meaning.words, (*meaning.runs, *_han(query.phrases)), digits)
        return [self._hit(query, each, matched, meaning) for each in ranked]

    def _read(self, query: Query, allowed: set[int] | None) -> tuple[Scores, Meaning]:
        """What `_coverage` finds; where that is nothing, what it finds widely."""
        found, meaning = self._coverage(query, allowed)
        return (found, meaning) if found else self._coverage(query, allowed, widely=True)

    def _coverage(self, query: Query, allowed: set[int] | None, *, widely: bool = False) -> tuple[Scores, Meaning]:
        """How much of the query each record covers that it allows; and what its words were taken for.

        Searched `widely`, words that mean the same as one that is known count as well.
        """
        found, meaning = self._terms.coverage(query, widely=widely)
        texts = self._terms.texts
        figures = figures_of(query)
        whole = texts.phrase(query.folded, figures[0])
        if not meaning.terms and allowed is not None:
            named = dict.fromkeys(whole, _NAMED) if query.years and not query.filters else {}
            return named | dict.fromkeys(allowed, 1.0), meaning
        without_years = texts.phrase(query.rest, figures[1]) if query.rest != query.folded else {}
        for phrase in (whole, without_years):
            for place, quality in phrase.items():
                if quality > found.get(place, 0.0):
                    found[place] = quality
        for piece in (remove_spaces(query.folded), remove_spaces(query.rest), *figures):
            found.update(dict.fromkeys(self._exactly.get(piece, ()), 1.0))
        if meaning.inside is not None:
            if all(wanted.worded for wanted in query.ranges):
                whole = whole | without_years
            inside = meaning.inside | whole.keys()
            found = {place: quality for place, quality in found.items() if place in inside}
        if allowed is not None:
            titled = whole if query.years and not query.filters else ()
            found = {place: quality for place, quality in found.items() if place in allowed or place in titled}
            for place in found.keys() & self._selection.elsewhere(query.years):
                found[place] *= _NAMED_ELSEWHERE
        return found, meaning

    @cached_property
    def _exactly(self) -> dict[str, list[int]]:
        """Records by their labels and figures as written."""
        found: dict[str, list[int]] = {}
        for place, record in enumerate(self._records):
            for key in {*record.labels, *record.written}:
                found.setdefault(key, []).append(place)
        return found

    def _ranked(self, query: Query, coverage: Scores, meaning: Meaning, most: int) -> list[tuple[float, int]]:
        """Score and record, best first; among equals the order of the records decides: facts first, newest first."""
        records = self._records
        least = _WORTH_SHOWING * max(coverage.values(), default=0.0)
        promising = [
            (COVERAGE * quality + records[place].bonus, -place)
            for place, quality in coverage.items()
            if quality >= least
        ]
        if len(promising) > most:
            promising.sort(reverse=True)
        scored = {}
        for _, negative in promising[:most]:
            record, place = records[-negative], -negative
            pieces = meaning.pieces(record, place) if meaning.heard else []
            scored[place] = score(query, record, coverage[place], meaning.fit(record, pieces), pieces)
        self._put_results_first(scored, coverage)
        ranked = sorted((-round(points, 2), place) for place, points in scored.items())
        return [(-points, place) for points, place in ranked]

    def _put_results_first(self, scored: Scores, coverage: Scores) -> None:
        """Let no expected figure stand before its result, unless the query asks for just that."""
        for place in [place for place in scored if self._records[place].behind]:
            result = self._by_fact.get(self._records[place].behind)
            if result in scored and coverage[result] >= _AS_GOOD * coverage[place]:
                scored[place] = min(scored[place], scored[result] - _JUST_BEHIND)

    @cached_property
    def _by_fact(self) -> dict[str, int]:
        return {record.fact: place for place, record in enumerate(self._records) if record.fact}

    def _with_signs(self, query: str, limit: int) -> list[Hit]:
        """What holds a query of nothing but signs, as it is."""
        if not query:
            return []
        nothing = Matched({}, (), ())
        found = (place for place, record in enumerate(self._records) if query in record.text.en + "\n" + record.text.zh)
        signs = parse("", self.known)
        return [self._hit(signs, (0.0, place), nothing, Meaning(signs)) for place in list(found)[:limit]]

    def _hit(self, query: Query, ranked: tuple[float, int], matched: Matched, meaning: Meaning) -> Hit:
        points, place = ranked
        record = self._records[place]
        return Hit(
            record.kind,
            points,
            record.edition,
            record.fact,
            record.article,
            record.sentence,
            record.text,
            matched,
            record.id,
            reasons(query, record, [term.why(place) for term in meaning.terms]),
            tuple(meaning.pieces(record, place)) if meaning.heard else (),
        )


def _made(records: list[Record], labels: Mapping[tuple[str, str], Bilingual]) -> Kept:
    return Kept(records, words_of(records), characters_of(records), facets_of(records, labels))


def _han(phrases: Iterable[str]) -> list[str]:
    return [remove_spaces(fold(phrase)) for phrase in phrases if not phrase.isascii()]
