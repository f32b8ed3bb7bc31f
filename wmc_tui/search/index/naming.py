"""The plain names of what a fact stands for: guests, 嘉宾, projects, Hefei."""

import re
from collections.abc import Iterable

from wmc_tui.model import Bilingual, Metric, Part
from wmc_tui.text.fold import fold_words

_ROUND_IT = re.compile("^(?:参会|现场|完成|活动|涉及)|(?:人数|数量|次数|人次|场次|总额|金额|项数|数|市)$")
"""What Chinese labels say of how something is counted, and where."""


def plain(chinese: str) -> str:
    """A Chinese label, folded and packed, without what only says how it is counted; itself where little is left."""
    bare = _ROUND_IT.sub("", chinese)
    return bare if len(bare) > 1 else chinese


class Names:
    """What the metrics and parts of a library are plainly called."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._names: dict[str, set[str]] = {}
        taken: set[str] = set()
        for metric in metrics:
            names = {_packed(metric.id.replace("_", " ")), *_both(metric.label)}
            # What several metrics count, and their group, is the first one's name: guests, projects, investment.
            common = {_packed(metric.noun.en)} | ({metric.group} & set(metric.id.split("_")))
            self._names[metric.id] = names | (common - taken)
            taken |= common

    def text(self, metric: str) -> str:
        """What a metric is plainly called, as one text that changes with any of its names."""
        return " ".join(sorted(self._names.get(metric, ())))

    def of(self, metric: Metric, part: Part | None, label: Bilingual) -> tuple[str, ...]:
        """The names of the fact with that label that stands for a metric, or for a part of it; folded and packed."""
        names = {plain(_packed(label.zh))}
        if part is None:
            names |= self._names[metric.id]
        else:
            names |= _both(part.label)
            names |= {name + _packed(metric.noun.en) for name in _both(part.label) if name.isascii()}
        return tuple(sorted(names - {""}))


def _both(label: Bilingual) -> set[str]:
    english, chinese = _packed(label.en), _packed(label.zh)
    return {english, chinese, plain(chinese)}


def _packed(text: str) -> str:
    return fold_words(text).replace(" ", "")
