"""Series: the figures of one metric over all editions, and which of several figures stands for an edition."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from wmc_tui.model import Edition, Fact, Measure, Metric, Part, Qualifier, Scope, Stage
from wmc_tui.model.claims import ConflictStatus
from wmc_tui.store import Library

_STAGES = {stage: place for place, stage in enumerate((Stage.RESULT, Stage.CUMULATIVE, Stage.FOLLOW_UP, Stage.OPENING))}
"""Results before what was said at the opening, and that before all other stages, forecasts among them."""
_MEASURES = list(Measure)
_HUNDRED = Decimal(100)


class Key(NamedTuple):
    """One comparable sequence of figures; facts of different keys are never put side by side in one series."""

    metric: str
    """Metric id."""
    part: str = ""
    """Part id; empty for the whole."""
    measure: Measure = Measure.AMOUNT
    """What is said of the metric."""
    scope: Scope = Scope.EDITION
    """What the figures cover."""
    unit: str = ""
    """As in Fact.unit: yuan and dollars are two series."""


class Point(NamedTuple):
    """One edition's place in a series."""

    edition: int
    """Year."""
    fact: Fact | None
    """The fact that stands for it; None for a gap."""
    others: tuple[Fact, ...] = ()
    """What else is said of it, best first."""
    change: Decimal | None = None
    """On the previous edition, from the two facts: percent for amounts, percentage points for shares and growth; None
    next to a gap, where a figure is no number, and where the previous one is zero."""

    @property
    def expected(self) -> bool:
        """Whether the figure was given before the event, or as a forecast."""
        return self.fact is not None and (
            self.fact.stage is Stage.PRE_EVENT or self.fact.qualifier is Qualifier.EXPECTED
        )


class Series(NamedTuple):
    """The figures of one key over all editions."""

    key: Key
    """What is compared."""
    metric: Metric
    """The metric of the key."""
    part: Part | None
    """The part of the key; None for the whole."""
    points: tuple[Point, ...]
    """One for every edition, oldest first."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that stand for their editions, oldest first."""
        return tuple(point.fact for point in self.points if point.fact is not None)


def key_of(fact: Fact) -> Key:
    """The series that a fact belongs to."""
    return Key(fact.metric, fact.part, fact.measure, fact.scope, fact.unit)


class Preferences:
    """What the conflicts of a library say about which fact to quote."""

    def __init__(self, library: Library) -> None:
        self._library = library
        settled = [conflict for conflict in library.conflicts() if conflict.prefer]
        self._preferred = {conflict.prefer for conflict in settled}
        self._preferred_to = {
            fact: conflict.prefer
            for conflict in settled
            if conflict.status is ConflictStatus.RESOLVED
            for fact in conflict.facts
        }

    def rank(self, fact: Fact) -> int:
        """0 for a fact that a conflict prefers, 2 for one that it replaces, 1 for all others.

        Only what says the same thing is replaced: the other facts of a conflict are its grounds.
        """
        if fact.id in self._preferred:
            return 0
        other = self._library.fact(self._preferred_to[fact.id]) if fact.id in self._preferred_to else None
        replaced = other is not None and (other.edition, key_of(other)) == (fact.edition, key_of(fact))
        return 2 if replaced else 1


def best_first(facts: Iterable[Fact], preferences: Preferences) -> list[Fact]:
    """Facts that say the same thing of one edition, the one to quote first.

    What a conflict prefers comes first, then results before figures from the opening and from before the event, the
    latest state of a follow-up, unhedged figures before hedged ones, and else the order of the store.
    """
    latest = sorted(facts, key=lambda fact: fact.as_of, reverse=True)
    return sorted(
        latest,
        key=lambda fact: (
            preferences.rank(fact),
            _STAGES.get(fact.stage, len(_STAGES)),
            fact.qualifier is not Qualifier.EXACT,
        ),
    )


class SeriesReader:
    """The series of a library. The facts of a metric are read once, when one of its series is first asked for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._facts: dict[str, dict[Key, dict[int, list[Fact]]]] = {}
        self._series: dict[Key, Series | None] = {}

    @cached_property
    def editions(self) -> list[Edition]:
        """All editions, oldest first."""
        return sorted(self.library.editions(), key=lambda edition: edition.year)

    @cached_property
    def _preferences(self) -> Preferences:
        return Preferences(self.library)

    def keys(self, metric: Metric) -> list[Key]:
        """Every series of a metric, the main one first: the whole before parts, amounts first, the longest first."""
        facts = self._facts_of(metric.id)
        return sorted(
            facts,
            key=lambda key: (
                bool(key.part),
                _MEASURES.index(key.measure),
                key.measure is Measure.AMOUNT and key.unit != metric.unit,
                -len(facts[key]),
            ),
        )

    def series(self, key: Key) -> Series | None:
        """The series of a key; None where the library has no such metric."""
        if key not in self._series:
            metric = self.library.metric(key.metric)
            self._series[key] = None if metric is None else Series(key, metric, self.part(key), self._points(key))
        return self._series[key]

    def part(self, key: Key) -> Part | None:
        """The part that a series is of."""
        return self.library.part(key.part)

    def _points(self, key: Key) -> tuple[Point, ...]:
        facts = self._facts_of(key.metric).get(key, {})
        points: list[Point] = []
        for edition in self.editions:
            ranked = best_first(facts.get(edition.year, ()), self._preferences)
            best = ranked[0] if ranked else None
            before = points[-1].fact if points else None
            points.append(Point(edition.year, best, tuple(ranked[1:]), _change(before, best)))
        return tuple(points)

    def _facts_of(self, metric_id: str) -> dict[Key, dict[int, list[Fact]]]:
        """The facts of a metric by key and edition."""
        if metric_id not in self._facts:
            by_key = self._facts[metric_id] = {}
            for fact in self.library.facts(metric=metric_id):
                by_key.setdefault(key_of(fact), {}).setdefault(fact.edition, []).append(fact)
        return self._facts[metric_id]


def _change(before: Fact | None, now: Fact | None) -> Decimal | None:
    if before is None or now is None or before.value is None or now.value is None:
        return None
    if now.unit in ("percent", "percentage_point"):
        return now.value - before.value
    if now.unit == "ordinal" or not before.value:
        return None
    return _HUNDRED * (now.value / before.value - 1)
