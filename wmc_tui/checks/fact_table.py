"""The facts of a library as rules ask for them: by what they say, and with the interval that each stands for."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property

from wmc_tui.checks.intervals import point
from wmc_tui.checks.precision import Writing, WrittenValue, find_value, interval_of
from wmc_tui.model import Article, Edition, Evidence, Fact, Measure, Mention, Metric, Qualifier, Scope, Source, Stage
from wmc_tui.model.claims import Rate
from wmc_tui.quantities.interval import Interval
from wmc_tui.series import Key, Preferences, best_first, key_of
from wmc_tui.store import Library


class FactTable:
    """All facts of a library, read once. Facts that say the same thing stand best first."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.preferences = Preferences(library)
        self.facts: dict[str, Fact] = {fact.id: fact for fact in library.facts()}
        self.metrics: dict[str, Metric] = {metric.id: metric for metric in library.metrics()}
        self._intervals: dict[str, Interval | None] = {}
        self._writings: dict[str, list[Writing]] = {}
        self._written_values: dict[str, list[tuple[Writing, WrittenValue | None]]] = {}
        self._groups: dict[tuple[Key, int], list[Fact]] = {}
        for fact in self.facts.values():
            self._groups.setdefault((key_of(fact), fact.edition), []).append(fact)
        for place, facts in self._groups.items():
            if len(facts) > 1:
                self._groups[place] = best_first(facts, self.preferences)

    def of(self, key: Key, edition: int) -> list[Fact]:
        """The facts of a key and an edition that have an interval, best first."""
        return [fact for fact in self._groups.get((key, edition), ()) if fact.value is not None]

    @cached_property
    def groups(self) -> list[list[Fact]]:
        """All facts by key and edition, best first."""
        return list(self._groups.values())

    @cached_property
    def ranges(self) -> dict[int, list[Fact]]:
        """By edition, the date ranges to quote."""
        ranges: dict[int, list[Fact]] = {}
        for group in self.groups:
            if group[0].unit == "date_range":
                ranges.setdefault(group[0].edition, []).append(group[0])
        return ranges

    def interval(self, fact: Fact) -> Interval | None:
        """What a fact stands for. Date ranges count as their days, composites as their sum; None for other texts."""
        if fact.id not in self._intervals:
            worded = fact.value is None
            self._intervals[fact.id] = (
                _interval_of_text(fact) if worded else interval_of(fact, self.written_values(fact))
            )
        return self._intervals[fact.id]

    def value(self, fact: Fact) -> Decimal | None:
        """A fact at its word; the days of a date range and the sum of a composite."""
        if fact.value is not None:
            return fact.value
        counted = _interval_of_text(fact)
        return counted.low if counted else None

    def agree(self, a: Fact, b: Fact) -> bool:
        """Whether two facts of one unit can both be true."""
        first, second = self.interval(a), self.interval(b)
        return first is not None and second is not None and first.meets(second)

    def writings(self, fact: Fact) -> list[Writing]:
        """How the publications of a fact write it: those with an article in the order of the store, then the others."""
        if fact.id not in self._writings:
            writings = [self._writing_of(mention) for mention in self._mentions.get(fact.id, ())]
            writings += [Writing(e.lang, e.as_written, e.source) for e in self._evidence.get(fact.id, ())]
            self._writings[fact.id] = writings
        return self._writings[fact.id]

    def written_values(self, fact: Fact) -> list[tuple[Writing, WrittenValue | None]]:
        """The writings of a number, each with what it says; None where nothing can be read in it."""
        if fact.id not in self._written_values:
            value = fact.value
            assert value is not None
            read = [(writing, find_value(writing, value)) for writing in self.writings(fact)]
            self._written_values[fact.id] = read
        return self._written_values[fact.id]

    def month_of(self, fact: Fact) -> str:
        """The month, `2018-05`, of the earliest publication of a fact that is dated to the month; else empty."""
        sources = (writing.source for writing in self.writings(fact))
        days = (self._sources[source].published for source in sources if source in self._sources)
        return min((day for day in days if len(day) >= 7), default=self._month_of_edition(fact.edition))[:7]

    def rate(self, currency: str, month: str) -> Rate | None:
        """What a currency was worth in a month."""
        return self._rates.get((currency, month))

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.id: article for article in self._library.articles()}

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        mentions: dict[str, list[Mention]] = {}
        for mention in self._library.mentions():
            mentions.setdefault(mention.fact, []).append(mention)
        return mentions

    @cached_property
    def _evidence(self) -> dict[str, list[Evidence]]:
        by_fact: dict[str, list[Evidence]] = {}
        for evidence in self._library.evidence():
            by_fact.setdefault(evidence.fact, []).append(evidence)
        return by_fact

    def _writing_of(self, mention: Mention) -> Writing:
        article = self._articles[mention.article]
        ours = article.original != mention.lang
        return Writing(mention.lang.value, mention.as_written, article.source, article.id, ours)

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self._library.sources()}

    @cached_property
    def _rates(self) -> dict[tuple[str, str], Rate]:
        return {(rate.currency, rate.month): rate for rate in self._library.rates()}

    @cached_property
    def _editions(self) -> dict[int, Edition]:
        return {edition.year: edition for edition in self._library.editions()}

    def _month_of_edition(self, year: int) -> str:
        edition = self._editions.get(year)
        return edition.end.isoformat() if edition and edition.end else ""


def is_forecast(fact: Fact) -> bool:
    """Whether a figure was given before there was anything to count."""
    return fact.stage is Stage.PRE_EVENT


def comparable(facts: Iterable[Fact], reported: Fact) -> list[Fact]:
    """Those that may be put beside the reported one: forecasts with forecasts, and states of the same day."""
    fitting = [fact for fact in facts if is_forecast(fact) == is_forecast(reported)]
    if not reported.as_of:
        return fitting
    same_day = [fact for fact in fitting if fact.as_of == reported.as_of]
    return same_day or [fact for fact in fitting if not fact.as_of]


def is_principal(fact: Fact) -> bool:
    """Whether a fact is an amount that others are computed from."""
    return fact.value is not None and fact.measure is Measure.AMOUNT


def is_exact(fact: Fact) -> bool:
    """Whether a figure is neither hedged nor expected."""
    return fact.qualifier is Qualifier.EXACT


def amount_key(fact: Fact, unit: str) -> Key:
    """The key of the amounts that a fact speaks of, in a unit."""
    return key_of(fact)._replace(measure=Measure.AMOUNT, unit=unit)


def is_total(fact: Fact) -> bool:
    """Whether a fact counts several editions."""
    return fact.scope is Scope.CUMULATIVE and fact.since is not None


def _interval_of_text(fact: Fact) -> Interval | None:
    """The days of a date range, both counted, and the sum of a composite."""
    text = fact.text.en or fact.text.zh
    try:
        if fact.unit == "date_range":
            first, last = text.split("/")
            return point(Decimal((date.fromisoformat(last) - date.fromisoformat(first)).days + 1))
        if fact.unit == "composite":
            return point(Decimal(sum(map(int, text.replace("＋", "+").split("+")))))
    except ValueError:
        return None
    return None
