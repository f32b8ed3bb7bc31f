"""How a record answers the terms of a query: each term has ways, and the best way that a record has counts."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from wmc_tui.search.index import scoring
from wmc_tui.search.index.hits import Reason
from wmc_tui.search.index.record import Record

_HEARD = frozenset({Reason.PINYIN, Reason.INITIALS})


class Sight:
    """A record as the terms of one query look at it."""

    __slots__ = ("heard", "own", "record", "said", "shared")

    def __init__(self, record: Record, own: frozenset[str], shared: frozenset[str]) -> None:
        self.record = record
        self.own = own
        """Its words, and the Latin ones of its Chinese."""
        self.shared = shared
        """Its words that many records have."""
        self.said: frozenset[str] = frozenset()
        """Those of its own words that the query means."""
        self.heard: list[str] = []
        """Its Chinese characters that the query's letters sound like."""


Quality = Callable[[Sight], float]
Meant = Mapping[str, float]
"""Words of the records, with the quality of each."""


class Way(NamedTuple):
    """One way to answer a term: by having one of some words, or as `quality` tells."""

    reason: Reason
    best: float
    """The best quality that it gives."""
    expression: str
    """Finds the records that may have it; empty where another way of the term finds them."""
    quality: Quality | None = None
    """How well a record has it, 0 for not at all; None for a way of words."""
    words: Meant = {}
    """The words of a way of words."""
    records: int = 0
    """How many records have it, by the vocabulary; 0 where that does not tell."""


class Term:
    """A part of a query that a record may answer or not."""

    __slots__ = ("factor", "pairs", "small", "ways")

    def __init__(self, factor: float = 1.0, *, small: bool = False) -> None:
        self.ways: list[Way] = []
        self.small = small
        """Whether it is a word such as "of", which is not looked up beside others."""
        self.factor = factor
        """How much it tells, beside how rare it is."""
        self.pairs: list[str] = []
        """Of a run of Chinese, the tokens of its pairs of characters: to have enough of them is an answer, too."""

    def add(self, reason: Reason, best: float, expression: str, quality: Quality, count: int = 0) -> None:
        """One more way."""
        self.ways.append(Way(reason, best, expression, quality, records=count))

    @property
    def count(self) -> int:
        """At least about how many records answer it, as far as the vocabulary tells."""
        return max([way.records for way in self.ways], default=0)

    @property
    def expression(self) -> str:
        """Finds the records that may answer it in any way."""
        return " OR ".join([f"({way.expression})" for way in self.ways if way.expression])


class Answers:
    """How well a record answers each of some terms, and why."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._count = len(terms)
        # All words of all terms at once: what a record has of them is one intersection of sets.
        self._words: dict[str, list[tuple[int, float, Reason]]] = {}
        self._others: list[tuple[int, Way, Quality]] = []
        for place, term in enumerate(terms):
            for way in term.ways:
                for word, quality in way.words.items():
                    self._words.setdefault(word, []).append((place, quality, way.reason))
                if way.quality:
                    self._others.append((place, way, way.quality))
        self._known = frozenset(self._words)

    def of(self, sight: Sight) -> tuple[list[float], list[Reason | None]]:
        """Those of a record."""
        qualities = [0.0] * self._count
        reasons: list[Reason | None] = [None] * self._count
        if self._words:
            known = self._known
            sight.said = sight.own & known
            for word in sight.said:
                for place, quality, reason in self._words[word]:
                    if quality > qualities[place]:
                        qualities[place], reasons[place] = quality, reason
            for word in sight.shared & known:
                for place, quality, reason in self._words[word]:
                    if quality * scoring.SHARED > qualities[place]:
                        qualities[place], reasons[place] = quality * scoring.SHARED, reason
        for place, way, worth in self._others:
            # What letters sound like is marked even where it is not the best reason.
            if way.best > qualities[place] or way.reason in _HEARD:
                quality = worth(sight)
                if quality > qualities[place]:
                    qualities[place], reasons[place] = quality, way.reason
        return qualities, reasons
