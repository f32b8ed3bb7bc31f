"""Finding metrics by id, by label in either language, or by words."""

from wmc_tui.model import Metric
from wmc_tui.present.comparer import Comparer
from wmc_tui.present.comparison import key_words
from wmc_tui.series import Key


def metric_hits(comparer: Comparer, words: str) -> list[Key]:
    """The series whose metric and part have every word, the longest first; without words the main one of each metric,
    by group."""
    wanted = words.casefold().split()
    if not wanted:
        return [comparer.keys(metric)[0] for metric in comparer.metrics]
    found = [
        key
        for metric in comparer.metrics
        for key in comparer.keys(metric)
        if _has(_text(comparer, metric, key), wanted)
    ]
    return sorted(found, key=lambda key: -comparer.length(key))


def named(comparer: Comparer, name: str) -> list[Metric]:
    """The metrics that a name may mean: one whose id or label it is, else those that have every word of it."""
    wanted = name.casefold().strip()
    for metric in comparer.metrics:
        if wanted in (metric.id.casefold(), metric.label.en.casefold(), metric.label.zh.casefold()):
            return [metric]
    words = wanted.split()
    return [metric for metric in comparer.metrics if words and _has(_name(metric), words)]


def _has(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _name(metric: Metric) -> str:
    return f"{metric.id} {metric.id.replace('_', ' ')} {metric.label.en} {metric.label.zh}".casefold()


def _text(comparer: Comparer, metric: Metric, key: Key) -> str:
    words = key_words(key, metric, comparer.part(key))
    return f"{_name(metric)} {key.part} {words.en} {words.zh} {key.unit}".casefold()
