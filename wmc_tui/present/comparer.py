"""The metrics and series of a library, for comparing, and finding them by words."""

from functools import cached_property

from wmc_tui.model import Metric
from wmc_tui.present.comparison import group_rank, key_label
from wmc_tui.series import Key, Series, SeriesReader, key_of


class Comparer(SeriesReader):
    """The series of a library with its metrics, for choosing what to compare."""

    @cached_property
    def metrics(self) -> list[Metric]:
        """The metrics that have figures, by group, in the order of the store."""
        used = {key.metric for key in self._years}
        return sorted((m for m in self.library.metrics() if m.id in used), key=lambda metric: group_rank(metric.group))

    def length(self, key: Key) -> int:
        """How many editions a series has figures of; the series is not built for that."""
        return len(self._years.get(key, ()))

    def main(self, metric: Metric) -> Series | None:
        """The series to show of a metric where nothing else is asked for; None without a figure."""
        keys = self.keys(metric)
        return self.series(keys[0]) if keys else None

    @cached_property
    def _years(self) -> dict[Key, set[int]]:
        """The editions that each series has figures of."""
        years: dict[Key, set[int]] = {}
        for fact in self.library.facts():
            years.setdefault(key_of(fact), set()).add(fact.edition)
        return years


def headline_keys(comparer: Comparer) -> list[Key]:
    """The series of all editions' headline facts, once each: those of the newest edition first."""
    ids = [id for edition in reversed(comparer.editions) for id in edition.headline]
    facts = (comparer.library.fact(id) for id in ids)
    return list(dict.fromkeys(key_of(fact) for fact in facts if fact is not None))


def find_series(comparer: Comparer, words: str) -> list[Key]:
    """The series whose metric and part have every word, the longest first; without words the main one of each metric,
    by group."""
    wanted = words.casefold().split()
    if not wanted:
        return [comparer.keys(metric)[0] for metric in comparer.metrics]
    keys = [
        key
        for metric in comparer.metrics
        for key in comparer.keys(metric)
        if _has_all(_searched_text(comparer, metric, key), wanted)
    ]
    return sorted(keys, key=lambda key: -comparer.length(key))


def find_metrics(comparer: Comparer, name: str) -> list[Metric]:
    """The metrics that a name may mean: one whose id or label it is, else those that have every word of it."""
    wanted = name.casefold().strip()
    for metric in comparer.metrics:
        if wanted in (metric.id.casefold(), metric.label.en.casefold(), metric.label.zh.casefold()):
            return [metric]
    words = wanted.split()
    return [metric for metric in comparer.metrics if words and _has_all(_searched_name(metric), words)]


def _has_all(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _searched_name(metric: Metric) -> str:
    return f"{metric.id} {metric.id.replace('_', ' ')} {metric.label.en} {metric.label.zh}".casefold()


def _searched_text(comparer: Comparer, metric: Metric, key: Key) -> str:
    words = key_label(key, metric, comparer.part(key))
    return f"{_searched_name(metric)} {key.part} {words.en} {words.zh} {key.unit}".casefold()
