"""How telling a fact is among others that answer a query as well, in points of `rank.score`."""

from wmc_tui.model import Fact, Measure, Qualifier, Scope, Stage
from wmc_tui.series import Key, Preferences, best_first, key_of
from wmc_tui.store import Library

_KIND = {"fact": 3.0, "metric": 2.0, "article": 1.0, "publication": 0.5}
_STANDS_FOR_METRIC, _WHOLE, _AMOUNT, _WHOLE_EVENT, _RESULT = 3.0, 1.0, 1.0, 1.0, 1.0
_HEADLINE, _LATER_HEADLINE = 3.0, 0.2
_NO_HEADLINE = 99
_EXPECTED, _NOT_TO_QUOTE = -4.0, -1.5
_OLDER = -0.3
"""For each edition that is newer."""


def weight_of_kind(kind: str) -> float:
    """What a record of a kind has before others of the same merit."""
    return _KIND.get(kind, 0.0)


class Weights:
    """Which facts of a library stand for what they say."""

    def __init__(self, library: Library, facts: list[Fact]) -> None:
        editions = library.editions()
        self._newest = max((edition.year for edition in editions), default=0)
        headline = {fact: place for edition in editions for place, fact in enumerate(edition.headline)}
        # The best place in any edition, lest an old headline stand before the newest figure of its kind.
        self._headline: dict[Key, int] = {}
        self._first: set[str] = set()
        preferences = Preferences(library)
        same: dict[tuple[Key, int], list[Fact]] = {}
        for fact in facts:
            same.setdefault((key_of(fact), fact.edition), []).append(fact)
        self._results: dict[str, str] = {}
        for (key, _), group in same.items():
            best = best_first(group, preferences)[0]
            self._first.add(best.id)
            places = [headline[fact.id] for fact in group if fact.id in headline]
            self._headline[key] = min([*places, self._headline.get(key, _NO_HEADLINE)])
            if best.stage is Stage.RESULT:
                self._results |= {fact.id: best.id for fact in group if _is_expected(fact)}
        self._main = _main_units(library)

    def of(self, fact: Fact) -> float:
        """The points of a fact."""
        whole, amount = not fact.part, fact.measure is Measure.AMOUNT
        quoted = fact.id in self._first
        points = weight_of_kind("fact") + self.age(fact.edition) + _WHOLE * whole + _AMOUNT * amount
        points += _WHOLE_EVENT * (fact.scope is Scope.EDITION)
        if whole and self.stands_for(fact):
            points += _STANDS_FOR_METRIC
        if not quoted:
            points += _NOT_TO_QUOTE
        place = self._headline[key_of(fact)]
        if quoted and place < _NO_HEADLINE:
            points += _HEADLINE - _LATER_HEADLINE * min(place, 10)
        # Names and days are as good before the event as after it.
        if fact.value is None or fact.stage is Stage.RESULT:
            points += _RESULT
        elif _is_expected(fact):
            points += _EXPECTED
        return points

    def stands_for(self, fact: Fact) -> bool:
        """Whether it is the figure to quote of its metric or a part of it, in the unit of most."""
        if fact.id not in self._first or fact.scope is Scope.CUMULATIVE:
            return False
        return fact.measure is Measure.AMOUNT and fact.unit == self._main.get(fact.metric, fact.unit)

    def result_of(self, fact: Fact) -> str:
        """Id of the result of what an expected figure foretells; empty where there is none."""
        return self._results.get(fact.id, "")

    def age(self, edition: int) -> float:
        """Nothing for the newest edition, less for older ones."""
        return _OLDER * max(0, self._newest - edition)


def _is_expected(fact: Fact) -> bool:
    return fact.value is not None and (fact.stage is Stage.PRE_EVENT or fact.qualifier is Qualifier.EXPECTED)


def _main_units(library: Library) -> dict[str, str]:
    """The unit of each metric: amounts in others stand beside it."""
    return {metric.id: metric.unit for metric in library.metrics()}
