"""Which records a query allows: its editions, filters, exact phrases and exclusions, applied to the letter."""

from collections.abc import Iterable, Mapping

from wmc_tui.search.index.record import Record
from wmc_tui.search.index.scoring import OWN, phrase_in, stands
from wmc_tui.search.index.tokens import ALL, any_of, pairs_of, quoted, years_of
from wmc_tui.search.query.filters import values_by_name
from wmc_tui.search.query.query import Query
from wmc_tui.text.fold import join_words, normalise_typed

_OF_FACTS = ("metric", "part", "unit", "scope", "stage", "qualifier", "is")
"""What a sentence has through the facts that it states."""
NAMES = ("edition", *_OF_FACTS, "publisher", "language", "kind")
"""All filters."""


class Selection:
    """Picks records by what they are and hold, not by how well they match."""

    def __init__(self, query: Query) -> None:
        self._years = query.years
        self._needed = values_by_name(query.filters, negated=False)
        self._refused = values_by_name(query.filters, negated=True)
        self._phrases = [_Piece(phrase, query.text) for phrase in query.phrases]
        self._excluded = [_Piece(piece, query.text) for piece in query.excluded]
        self.filters = bool(query.years or self._needed or self._refused or self._phrases or self._excluded)
        """Whether it leaves out anything."""

    def expression(self) -> str:
        """Finds all records that it allows, and of those with phrases and exclusions some more; empty for all."""
        if not self.filters:
            return ""
        needed = [any_of(f"y{year}" for year in sorted(self._years))] if self._years else []
        needed += [any_of(_tokens(name, values)) for name, values in self._needed.items()]
        needed += [phrase.expression() for phrase in self._phrases]
        expression = " AND ".join(f"({each})" for each in needed if each) or quoted(ALL)
        refused = [token for name, values in self._refused.items() for token in _tokens(name, values)]
        return f"(({expression}) NOT ({any_of(refused)}))" if refused else f"({expression})"

    def allows(self, record: Record) -> bool:
        """Whether it allows a record that answers its expression, or any record by its editions alone."""
        if self._years and record.edition not in self._years and not years_of(record) & set(map(str, self._years)):
            return False
        if self._years and record.kind in ("metric", "command") and not years_of(record):
            return False
        of_facts = {name: values for name, values in self._needed.items() if name in _OF_FACTS}
        if len(of_facts) > 1 and record.kind == "sentence":
            # All must hold of one and the same fact of a sentence.
            stated = [set(line.split()) for line in record.facets.split("\n")[1:]]
            if not any(all(_has(facets, name, values) for name, values in of_facts.items()) for facets in stated):
                return False
        if not all(phrase.stands_in(record) for phrase in self._phrases):
            return False
        return not any(piece.is_said_by(record) for piece in self._excluded)


def _tokens(name: str, values: Iterable[str]) -> list[str]:
    """The tokens of the records that have a value themselves or state a fact that has it."""
    kinds = "fs" if name in _OF_FACTS else "f"
    return [f"{kind}{facet(name, value)}" for value in sorted(values) for kind in kinds]


def facet(name: str, value: str) -> str:
    """A value of a filter as records have it."""
    return f"{name}={value.replace(' ', '_')}"


def _has(facets: set[str], name: str, values: Iterable[str]) -> bool:
    return any(facet(name, value) in facets for value in values)


def facets_line(values: Mapping[str, str | Iterable[str]]) -> str:
    """What a record or a fact has for some filters, as one line of `Record.facets`."""
    pairs = ((name, [given] if isinstance(given, str) else given) for name, given in values.items())
    return " ".join(facet(name, value) for name, given in pairs for value in given if value)


class _Piece:
    """A word or phrase to be found as it is: whole words of Latin letters, any piece of Chinese."""

    def __init__(self, folded: str, text: str) -> None:
        self._words = f" {folded} "
        self._joined = join_words(folded)
        self._written = normalise_typed(folded, text)
        self._chinese = not folded.isascii()

    def expression(self) -> str:
        """Finds the records that may hold it."""
        each = [pairs_of(self._joined), [f"w{word}" for word in self._words.split()], pairs_of(self._written)]
        if self._chinese:
            del each[1]
        return " OR ".join(f"({' AND '.join(map(quoted, tokens))})" for tokens in each)

    def stands_in(self, record: Record) -> bool:
        """Whether a record's text, its figure as written, or what it has in common with others holds it."""
        return self._is_in(record, (record.words_en, record.shared_en), (record.words_zh, record.shared_zh))

    def is_said_by(self, record: Record) -> bool:
        """Whether a record's own text or figure holds it; what it has in common with others does not count."""
        return self._is_in(record, (record.words_en,), (record.words_zh,))

    def _is_in(self, record: Record, english: Iterable[str], chinese: Iterable[str]) -> bool:
        if f"\n{self._written}\n" in record.written:
            return True
        if self._chinese:
            return any(stands(self._joined, text) for text in chinese)
        if any(phrase_in(self._words, f" {text} ") == OWN for text in english):
            return True
        return any(stands(self._joined, text) == OWN for text in chinese)
