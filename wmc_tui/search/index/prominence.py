"""Which facts stand for what they say: the bonus of a record."""

from collections.abc import Iterable

from wmc_tui.model import Edition, Fact, Measure, Metric, Qualifier, Scope, Stage
from wmc_tui.search.index import scoring
from wmc_tui.series import Key, Preferences, best_first, key_of

_NO_HEADLINE, _LAST_HEADLINE = 99, 10


def age_bonus(edition: int) -> float:
    """Less for older editions."""
    return scoring.AGE * (scoring.NO_AGE - edition)


class Prominence:
    """The bonuses of some facts, given with all others of their metrics and editions."""

    def __init__(
        self, facts: Iterable[Fact], editions: Iterable[Edition], metrics: Iterable[Metric], preferences: Preferences
    ) -> None:
        headline = {fact: place for edition in editions for place, fact in enumerate(edition.headline)}
        # The best place in any edition, lest an old headline stand before the newest figure of its kind.
        self._headline: dict[Key, int] = {}
        self._quoted: set[str] = set()
        self._results: dict[str, str] = {}
        self._units = {metric.id: metric.unit for metric in metrics}
        same: dict[tuple[Key, int], list[Fact]] = {}
        for fact in facts:
            same.setdefault((key_of(fact), fact.edition), []).append(fact)
        for (key, _), group in same.items():
            best = best_first(group, preferences)[0]
            self._quoted.add(best.id)
            places = [headline[fact.id] for fact in group if fact.id in headline]
            self._headline[key] = min([*places, self._headline.get(key, _NO_HEADLINE)])
            if best.stage is Stage.RESULT:
                self._results |= {fact.id: best.id for fact in group if _is_forecast(fact)}

    def bonus(self, fact: Fact) -> float:
        """The points of a fact."""
        whole, amount = not fact.part, fact.measure is Measure.AMOUNT
        quoted = fact.id in self._quoted
        points = scoring.KIND["fact"] + age_bonus(fact.edition)
        points += scoring.OF_THE_WHOLE * whole + scoring.IS_AMOUNT * amount
        points += scoring.WHOLE_EVENT * (fact.scope is Scope.EDITION)
        if whole and self.stands_for(fact):
            points += scoring.STANDS_FOR_METRIC
        if not quoted:
            points += scoring.NOT_TO_QUOTE
        place = self._headline[key_of(fact)]
        if quoted and place < _NO_HEADLINE:
            points += scoring.HEADLINE - scoring.LATER_HEADLINE * min(place, _LAST_HEADLINE)
        # Names and days are as good before the event as after it.
        if fact.value is None or fact.stage is Stage.RESULT:
            points += scoring.IS_RESULT
        elif _is_forecast(fact):
            points += scoring.EXPECTED
        return points

    def stands_for(self, fact: Fact) -> bool:
        """Whether it is the figure to quote of its metric or a part of it, in the unit of the metric."""
        if fact.id not in self._quoted or fact.scope is Scope.CUMULATIVE:
            return False
        return fact.measure is Measure.AMOUNT and fact.unit == self._units.get(fact.metric, fact.unit)

    def result_of(self, fact: Fact) -> str:
        """Id of the result of what a forecast foretells; empty where there is none."""
        return self._results.get(fact.id, "")


def _is_forecast(fact: Fact) -> bool:
    return fact.value is not None and (fact.stage is Stage.PRE_EVENT or fact.qualifier is Qualifier.EXPECTED)
