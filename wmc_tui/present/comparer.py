"""The metrics and series of a library, for comparing."""

from functools import cached_property
from typing import TYPE_CHECKING

from wmc_tui.model import Edition, Metric, Part
from wmc_tui.present.comparison import group_rank
from wmc_tui.series import Key, Preferences, Series, key_of, keys_of, series_of

if TYPE_CHECKING:
    from wmc_tui.store import Library


class Comparer:
    """The series of a library, each built when it is first asked for."""

    def __init__(self, library: "Library") -> None:
        self.library = library
        self._series: dict[Key, Series | None] = {}
        self._keys: dict[str, list[Key]] = {}

    @cached_property
    def editions(self) -> list[Edition]:
        """All editions, oldest first."""
        return sorted(self.library.editions(), key=lambda edition: edition.year)

    @cached_property
    def metrics(self) -> list[Metric]:
        """The metrics that have figures, by group, in the order of the store."""
        used = {key.metric for key in self._years}
        return sorted((m for m in self.library.metrics() if m.id in used), key=lambda metric: group_rank(metric.group))

    @cached_property
    def _years(self) -> dict[Key, set[int]]:
        """The editions that each series has figures of."""
        years: dict[Key, set[int]] = {}
        for fact in self.library.facts():
            years.setdefault(key_of(fact), set()).add(fact.edition)
        return years

    def length(self, key: Key) -> int:
        """How many editions a series has figures of, told without building it."""
        return len(self._years.get(key, ()))

    @cached_property
    def _preferences(self) -> Preferences:
        return Preferences(self.library)

    def keys(self, metric: Metric) -> list[Key]:
        """Every series of a metric, the main one first."""
        if metric.id not in self._keys:
            self._keys[metric.id] = keys_of(self.library, metric)
        return self._keys[metric.id]

    def series(self, key: Key) -> Series | None:
        """The series of a key; None where the library has no such metric."""
        if key not in self._series:
            self._series[key] = series_of(self.library, key, self._preferences)
        return self._series[key]

    def part(self, key: Key) -> Part | None:
        """The part that a series is of."""
        return self.library.part(key.part) if key.part else None

    def main(self, metric: Metric) -> Series | None:
        """The series to show of a metric where nothing else is asked for; None without a figure."""
        keys = self.keys(metric)
        return self.series(keys[0]) if keys else None


def headline_keys(comparer: Comparer) -> list[Key]:
    """The series of all editions' headline facts, once each: those of the newest edition first."""
    ids = [id for edition in reversed(comparer.editions) for id in edition.headline]
    facts = (comparer.library.fact(id) for id in ids)
    return list(dict.fromkeys(key_of(fact) for fact in facts if fact is not None))
