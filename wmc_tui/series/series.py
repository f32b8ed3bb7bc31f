"""Series built from a library: a point for every edition, gaps included."""

from decimal import Decimal
from typing import NamedTuple

from wmc_tui.model import Fact, Measure, Metric, Part, Qualifier, Stage
from wmc_tui.series.key import Key, key_of
from wmc_tui.series.standing_for import Preferences, best_first
from wmc_tui.store import Library

_HUNDRED = Decimal(100)


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


def keys_of(library: Library, metric: Metric) -> list[Key]:
    """Every series of a metric, the main one first: the whole before parts, amounts first, the longest first."""
    editions: dict[Key, set[int]] = {}
    for fact in library.facts(metric=metric.id):
        editions.setdefault(key_of(fact), set()).add(fact.edition)
    measures = list(Measure)
    return sorted(
        editions,
        key=lambda key: (
            bool(key.part),
            measures.index(key.measure),
            key.measure is Measure.AMOUNT and key.unit != metric.unit,
            -len(editions[key]),
        ),
    )


def series_of(library: Library, key: Key, preferences: Preferences | None = None) -> Series | None:
    """The series of a key; None where the library has no such metric."""
    metric = library.metric(key.metric)
    if metric is None:
        return None
    known = preferences or Preferences(library)
    facts: dict[int, list[Fact]] = {}
    for fact in library.facts(metric=key.metric):
        if key_of(fact) == key:
            facts.setdefault(fact.edition, []).append(fact)
    points: list[Point] = []
    for year in sorted(edition.year for edition in library.editions()):
        ranked = best_first(facts.get(year, ()), known)
        best = ranked[0] if ranked else None
        before = points[-1].fact if points else None
        points.append(Point(year, best, tuple(ranked[1:]), _change(before, best)))
    return Series(key, metric, library.part(key.part) if key.part else None, tuple(points))


def _change(before: Fact | None, now: Fact | None) -> Decimal | None:
    if before is None or now is None or before.value is None or now.value is None:
        return None
    if now.unit in ("percent", "percentage_point"):
        return now.value - before.value
    if now.unit == "ordinal" or not before.value:
        return None
    return _HUNDRED * (now.value / before.value - 1)
