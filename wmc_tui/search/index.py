"""The search index of a library: built once, asked at every key."""

from heapq import nlargest
from pathlib import Path

from wmc_tui.search.cache import load, save
from wmc_tui.search.fold import packed
from wmc_tui.search.hits import Hit, Matched
from wmc_tui.search.query import LONGEST, Query, parse
from wmc_tui.search.rank import score
from wmc_tui.search.records import Record, records_of
from wmc_tui.search.terms import Scores, Terms
from wmc_tui.store import Library

_RANKED = 120
"""Records of each kind that are ranked in full; coverage alone leaves out the others."""
_WORTH_SHOWING = 0.5
"""Share of the best record's coverage below which a record answers another question."""
_SENTENCES_SHARE = 3
"""One hit in so many is kept for sentences, where there are any."""


class Index:
    """Facts and sentences of a library, to be searched."""

    def __init__(self, records: list[Record]) -> None:
        self._records = records
        self._years = frozenset(record.edition for record in records)
        self._terms = Terms(records)
        self._exactly: dict[str, list[int]] = {}
        for place, record in enumerate(records):
            for key in {*record.labels, *record.written}:
                self._exactly.setdefault(key, []).append(place)

    @classmethod
    def build(cls, library: Library, *, cache: Path | None = None, ready: bool = True) -> "Index":
        """Index all facts and sentences of a library.

        With `cache`, a file, what was folded once is read from there, or kept there for the next time. Where it is not
        to be `ready` for every kind of query, each builds and imports what it needs: good for one query.
        """
        records = load(cache, library.digest) if cache else None
        if records is None:
            records = records_of(library)
            if cache:
                save(cache, library.digest, records)
        index = cls(records)
        if ready:
            index.search("1 word 词")
        return index

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The facts that answer a query, best first, then the sentences, at most `limit` together.

        A query is words in any order, typos and beginnings of words included, pieces of Chinese text, numbers in any
        form; the year of an edition filters. An empty query finds nothing.
        """
        understood = parse(query, self._years)
        if not understood.folded.strip():
            return self._with_signs(query[:LONGEST].strip(), limit)
        coverage, words = self._coverage(understood)
        ranked = self._ranked(understood, coverage)
        facts = [each for each in ranked if self._records[each[1]].kind == "fact"]
        sentences = [each for each in ranked if self._records[each[1]].kind != "fact"]
        kept = min(len(sentences), limit // _SENTENCES_SHARE)
        digits = tuple(number.digits for number in understood.numbers)
        matched = Matched(words, understood.runs, digits)
        facts = facts[: limit - kept]
        return [self._hit(*each, matched) for each in facts + sentences[: limit - len(facts)]]

    def _coverage(self, query: Query) -> tuple[Scores, dict[str, int]]:
        """How much of the query each record covers, editions heeded; and the words of the store that it took."""
        found, words = self._terms.coverage(query)
        if query.years and not (query.words or query.runs or query.numbers):
            found = {place: 1.0 for place, record in enumerate(self._records) if record.edition in query.years}
        whole = self._terms.phrase(query.folded)
        for phrase in (whole, self._terms.phrase(query.rest) if query.years else {}):
            for place, quality in phrase.items():
                found[place] = max(found.get(place, 0.0), quality)
        for piece in (packed(query.folded), packed(query.rest)):
            found.update(dict.fromkeys(self._exactly.get(piece, ()), 1.0))
        if query.years:
            in_edition = (place for place in found if self._records[place].edition in query.years or place in whole)
            found = {place: found[place] for place in in_edition}
        return found, words

    def _ranked(self, query: Query, coverage: Scores) -> list[tuple[float, int]]:
        """Score and record, best first; the newest edition and then the order of the store decide among equals."""
        least = _WORTH_SHOWING * max(coverage.values(), default=0.0)
        records = self._records

        def promise(place: int) -> float:
            return coverage[place] + records[place].bonus / 100

        kinds: tuple[list[int], list[int]] = ([], [])
        for place, quality in coverage.items():
            if quality >= least:
                kinds[records[place].kind != "fact"].append(place)
        best = (place for kind in kinds for place in nlargest(_RANKED, kind, key=promise))
        scored = [(score(query, records[place], coverage[place]), place) for place in best]
        return sorted(scored, key=lambda each: (-round(each[0], 1), each[1]))

    def _with_signs(self, query: str, limit: int) -> list[Hit]:
        """What holds a query of nothing but signs, as it is."""
        if not query:
            return []
        nothing = Matched({}, (), ())
        found = (place for place, record in enumerate(self._records) if query in record.text.en + "\n" + record.text.zh)
        return [self._hit(0.0, place, nothing) for place in list(found)[:limit]]

    def _hit(self, points: float, place: int, matched: Matched) -> Hit:
        record = self._records[place]
        return Hit(
            record.kind,
            round(points, 1),
            record.edition,
            record.fact,
            record.article,
            record.sentence,
            record.text,
            matched,
        )
