"""Which records a query allows: its editions, filters, exact phrases and exclusions, applied to the letter."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property

from wmc_tui.search.index.record import OWN, Record
from wmc_tui.search.index.texts import phrase_in, stands, stands_whole
from wmc_tui.search.query.filters import unwanted_values, wanted_values
from wmc_tui.search.query.query import Query
from wmc_tui.text.fold import join_words, normalise_typed

Values = Mapping[str, frozenset[str]]
"""By the name of a filter."""

_YEAR = re.compile("(?<![0-9])20[0-9]{2}(?![0-9])")
_OF_ITSELF: dict[str, Callable[[Record], Collection[str]]] = {
    "edition": lambda record: (str(record.edition),) if has_edition(record) else (),
    "kind": lambda record: (record.kind,),
    "publisher": lambda record: record.publishers,
    "language": lambda record: record.languages,
}
_OF_FACTS: dict[str, Callable[[Record], str]] = {
    "metric": lambda record: record.metric,
    "part": lambda record: record.part,
    "unit": lambda record: record.unit,
    "scope": lambda record: record.scope,
    "stage": lambda record: record.stage,
    "qualifier": lambda record: record.qualifier,
    "is": lambda record: record.standing,
}
"""What a sentence has through the facts that it states."""


def have(name: str, record: Record) -> Collection[str]:
    """The values that a record itself has for a filter."""
    if name in _OF_ITSELF:
        return _OF_ITSELF[name](record)
    value = _OF_FACTS[name](record)
    return (value,) if value else ()


def has_edition(record: Record) -> bool:
    """Whether a record belongs to its edition: a metric or command belongs to none."""
    return record.kind not in ("metric", "command")


class Selection:
    """Picks records by what they are and hold, not by how well they match."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._known: dict[str, dict[str, set[int]]] = {}

    def allowed(self, query: Query) -> set[int] | None:
        """The records that a query allows; None for all."""
        chosen: set[int] | None = None
        if query.years:
            chosen = set().union(*(self._of_year.get(year, ()) for year in query.years))
        if query.filters:
            chosen = self._by_filters(wanted_values(query.filters), unwanted_values(query.filters), chosen)
        for phrase in query.phrases:
            held = _Piece(phrase, query.text)
            chosen = {place for place in self._among(chosen) if held.stands_in(self._records[place])}
        for piece in query.excluded:
            left_out = _Piece(piece, query.text)
            chosen = {place for place in self._among(chosen) if not left_out.is_said_by(self._records[place])}
        return chosen

    def elsewhere(self, years: Collection[int]) -> set[int]:
        """The records that a query for some editions allows only because their labels have the year."""
        named = set().union(*(self._of_year.get(year, ()) for year in years))
        return {place for place in named if self._records[place].edition not in years}

    def _among(self, chosen: set[int] | None) -> Collection[int]:
        return range(len(self._records)) if chosen is None else chosen

    @cached_property
    def _of_year(self) -> dict[int, set[int]]:
        """Records by edition, and by the years in their labels: Registration rate, January 2019."""
        found: dict[int, set[int]] = {}
        for place, record in enumerate(self._records):
            if has_edition(record):
                found.setdefault(record.edition, set()).add(place)
            if record.labels:
                for year in _YEAR.findall(f"{record.words_en} {record.words_zh}"):
                    found.setdefault(int(year), set()).add(place)
        return found

    def _by_filters(self, need: Values, refuse: Values, chosen: set[int] | None) -> set[int] | None:
        """What has one of the needed values for each name, and none of the refused ones."""
        of_itself = [name for name in _OF_ITSELF if name in need]
        of_facts = [name for name in _OF_FACTS if name in need]
        if of_itself:
            chosen = _both(chosen, self._having(of_itself, need))
        if of_facts:
            # All must hold of one and the same fact of a sentence.
            facts = self._having(of_facts, need)
            chosen = _both(chosen, facts | self._stating(facts))
        for name in refuse:
            refused = self._having([name], refuse)
            chosen = set(self._among(chosen)) - refused - (self._stating(refused) if name in _OF_FACTS else set())
        return chosen

    def _having(self, names: Iterable[str], values: Values) -> set[int]:
        each = [set().union(*(self._places(name).get(value, ()) for value in values[name])) for name in names]
        return set.intersection(*each)

    def _places(self, name: str) -> dict[str, set[int]]:
        """Records by their own values for a filter."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = {}
            for place, record in enumerate(self._records):
                for value in have(name, record):
                    found.setdefault(value, set()).add(place)
        return found

    def _stating(self, facts: set[int]) -> set[int]:
        """The sentences that state one of these facts."""
        return set().union(*(self._sentences.get(self._records[place].fact, ()) for place in facts))

    @cached_property
    def _sentences(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, record in enumerate(self._records):
            for fact in record.states:
                found.setdefault(fact, []).append(place)
        return found


def _both(chosen: set[int] | None, found: set[int]) -> set[int]:
    return found if chosen is None else chosen & found


class _Piece:
    """A word or phrase to be found as it is: whole words of Latin letters, any piece of Chinese."""

    def __init__(self, folded: str, text: str) -> None:
        self._words = f" {folded} "
        self._packed = folded.replace(" ", "")
        self._dense = join_words(folded)
        self._written = normalise_typed(folded, text)
        self._chinese = not folded.isascii()

    def stands_in(self, record: Record) -> bool:
        """Whether a record's text, its figure as written, or what it has in common with others holds it."""
        return self._is_in(record, (record.words_en, record.shared_en), (record.words_zh, record.shared_zh))

    def is_said_by(self, record: Record) -> bool:
        """Whether a record's own text or figure holds it; what it has in common with others does not count."""
        return self._is_in(record, (record.words_en,), (record.words_zh,))

    def _is_in(self, record: Record, english: Iterable[str], chinese: Iterable[str]) -> bool:
        if self._written in record.written:
            return True
        chinese = [text for text in chinese if self._packed in text.replace(" ", "")]
        if self._chinese:
            return any(stands(self._dense, join_words(text)) for text in chinese)
        if any(phrase_in(self._words, f" {text} ") == OWN for text in english):
            return True
        return any(stands_whole(self._dense, join_words(text)) for text in chinese)
