"""The search index of a large library: a file that is built once and mapped afterwards."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

import numpy as np

from wmc_tui.model import Bilingual
from wmc_tui.search.facets import known_of
from wmc_tui.search.index.hits import Hit, Matched
from wmc_tui.search.index.index import Answer
from wmc_tui.search.index.record import Record
from wmc_tui.search.large.allowing import Allowing
from wmc_tui.search.large.build import build
from wmc_tui.search.large.heard import Heard
from wmc_tui.search.large.library import Records
from wmc_tui.search.large.marks import Marks
from wmc_tui.search.large.ranking import Ranking, Understood
from wmc_tui.search.large.reading import Ranked
from wmc_tui.search.large.sections import Damaged, Sections
from wmc_tui.search.large.term import Merger
from wmc_tui.search.large.terms import Terms
from wmc_tui.search.query.query import LONGEST, Query, parse
from wmc_tui.search.reasons import reasons
from wmc_tui.text.fold import fold, packed

Labels = Mapping[tuple[str, str], Bilingual]
"""What the values of filters are called, by filter and id."""

_NO_LABELS: Labels = MappingProxyType({})
_READ = 400
"""Records that are read to find signs."""


class LargeIndex:
    """The records of a large library, to be searched; behaves as `wmc_tui.search.Index` does."""

    def __init__(self, sections: Sections) -> None:
        self._records = Records(sections)
        merger = Merger(len(self._records))
        self._terms = Terms(sections, merger)
        self._allowing = Allowing(sections, self._records, self._terms)
        self._ranking = Ranking(self._records, self._terms, self._allowing, merger)
        facets = {name: [tuple(value) for value in values] for name, values in sections.notes["facets"].items()}
        self.known = known_of(facets, sections.notes["editions"])
        """The editions and the values of filters, with their numbers of records: what queries are read by."""

    @classmethod
    def open(cls, path: Path, digest: str) -> "LargeIndex":
        """Map the file that was built for the content of that digest.

        Raises Damaged where it is not whole or was built for something else, OSError where there is none.
        """
        try:
            return cls(Sections(path, digest))
        except (IndexError, KeyError, TypeError, ValueError) as error:
            raise Damaged(f"{path}: {error}") from error

    @classmethod
    def build(cls, path: Path, digest: str, records: Iterable[Record], labels: Labels = _NO_LABELS) -> "LargeIndex":
        """Write the file for some records, facts before the sentences that state them, and map it.

        Raises OSError where it cannot be written, Damaged where the disk does not give back what was written.
        """
        build(path, digest, records, labels)
        sections = Sections(path, digest)
        sections.check()
        return cls(sections)

    def __len__(self) -> int:
        return len(self._records)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """What answers a query, best first, at most `limit` hits. Raises Damaged where the file has changed."""
        return self.answer(query, limit, suggest=False).hits

    def answer(self, query: str, limit: int = 50, *, suggest: bool = True) -> Answer:
        """The hits of a query with what it was taken for, and what to try where nothing has its figure.

        Raises Damaged where the file has changed since it was written.
        """
        understood = parse(query, self.known)
        try:
            hits = self._found(query, understood, limit)
            if not suggest or not understood.numbers or self._terms.figures.all_there(understood.numbers):
                return Answer(hits, understood, ())
            pairs = [
                pair
                for number in understood.numbers
                if number.value is not None
                for pair in self._terms.figures.near(number.value)
            ]
        except (IndexError, UnicodeDecodeError) as error:
            raise Damaged(f"the index does not fit itself: {error}") from error
        from wmc_tui.search.query.suggestions import suggestions

        return Answer(hits, understood, suggestions(understood, sorted(set(pairs))))

    def _found(self, text: str, query: Query, limit: int) -> list[Hit]:
        allowed = self._allowing.by_lists(query)
        if not query.rest.strip() and allowed is None and not query.ranges and not query.excluded:
            return self._with_signs(text[:LONGEST].strip(), limit)
        marks, heard = Marks(), list[Heard]()
        terms = self._terms.of(query, marks, heard)
        ranked = self._ranking.ranked(Understood(query, terms, marks, heard, allowed), limit)[:limit]
        digits = tuple(number.digits for number in query.numbers)
        phrases = tuple(packed(fold(phrase)) for phrase in query.phrases if not phrase.isascii())
        matched = Matched(marks, (*query.runs, *phrases), digits)
        return [_hit(query, each, matched) for each in ranked]

    def _with_signs(self, signs: str, limit: int) -> list[Hit]:
        """What holds a query of nothing but signs, as it is."""
        found: list[Ranked] = []
        places = np.sort(self._records.places[self._terms.with_signs(signs)])[: max(limit, _READ)]
        for place in places.tolist():
            record = self._records.at(place)
            if len(found) < limit and signs in record.text.en + "\n" + record.text.zh:
                found.append(Ranked(0.0, place, record))
        nothing, no_query = Matched({}, (), ()), parse("", self.known)
        return [_hit(no_query, each, nothing) for each in found]


class KeptIndex:
    """A large index that makes its file anew, in silence, where that is missing or damaged."""

    def __init__(
        self, path: Path, digest: str, records: Callable[[], Iterable[Record]], labels: Labels = _NO_LABELS
    ) -> None:
        """`records` gives all of them, each time it is called. Raises OSError where the file cannot be written."""
        self._path, self._digest, self._again, self._labels = path, digest, records, labels
        try:
            self._index = LargeIndex.open(path, digest)
        except (Damaged, OSError):
            self._index = self._built()

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """As LargeIndex.search, but a file that proves to be damaged is built again first."""
        with suppress(Damaged):
            return self._index.search(query, limit)
        self._index = self._built()
        return self._index.search(query, limit)

    def _built(self) -> LargeIndex:
        return LargeIndex.build(self._path, self._digest, self._again(), self._labels)


def _hit(query: Query, ranked: Ranked, matched: Matched) -> Hit:
    record = ranked.record
    return Hit(
        record.kind,
        ranked.points,
        record.edition,
        record.fact,
        record.article,
        record.sentence,
        record.text,
        matched,
        record.id,
        reasons(query, record, list(ranked.why)),
        ranked.heard,
    )
