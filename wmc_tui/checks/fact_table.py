"""The facts of a library as rules ask for them: by what they say, and with the interval that each stands for."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from wmc_tui.checks.intervals import point
from wmc_tui.checks.precision import Writing, WrittenValue, find_value, interval_of
from wmc_tui.model import Fact, Measure, Qualifier, Stage
from wmc_tui.model.claims import Rate
from wmc_tui.quantities.interval import Interval
from wmc_tui.series import Key, Preferences, best_first, key_of
from wmc_tui.store import Library


class FactTable:
    """All facts of a library, read once. Facts that say the same thing stand best first."""

    def __init__(self, library: Library) -> None:
        self.facts = {fact.id: fact for fact in library.facts()}
        self.metrics = {metric.id: metric for metric in library.metrics()}
        self._editions = {edition.year: edition for edition in library.editions()}
        self._sources = {source.id: source for source in library.sources()}
        self._rates = {(rate.currency, rate.month): rate for rate in library.rates()}
        self._writings = _writings(library)
        self._intervals: dict[str, Interval | None] = {}
        self._written_values: dict[str, list[tuple[Writing, WrittenValue | None]]] = {}
        groups: dict[tuple[Key, int], list[Fact]] = {}
        for fact in self.facts.values():
            groups.setdefault((key_of(fact), fact.edition), []).append(fact)
        preferences = Preferences(library)
        self.groups = {place: best_first(facts, preferences) for place, facts in groups.items()}
        """All facts by key and edition, best first."""

    def of(self, key: Key, edition: int) -> list[Fact]:
        """The facts of a key and an edition that have a value, best first."""
        return [fact for fact in self.groups.get((key, edition), ()) if fact.value is not None]

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
        return self._writings.get(fact.id, [])

    def written_values(self, fact: Fact) -> list[tuple[Writing, WrittenValue | None]]:
        """The writings of a number, each with what it says; None where nothing can be read in it."""
        if fact.id not in self._written_values:
            assert fact.value is not None
            read = [(writing, find_value(writing, fact.value)) for writing in self.writings(fact)]
            self._written_values[fact.id] = read
        return self._written_values[fact.id]

    def rate_of(self, fact: Fact) -> Rate | None:
        """What the currency of a fact was worth in the month that it is dated to.

        That is the month of its earliest publication with one, else the month in which its edition ended.
        """
        days = [self._sources[writing.source].published for writing in self.writings(fact)]
        edition = self._editions[fact.edition]
        last = edition.end.isoformat() if edition.end else ""
        month = min((day for day in days if len(day) >= len("2018-05")), default=last)[:7]
        return self._rates.get((fact.unit, month))


def _writings(library: Library) -> dict[str, list[Writing]]:
    """The writings of each fact, those of articles first."""
    writings: dict[str, list[Writing]] = {}
    articles = {article.id: article for article in library.articles()}
    for mention in library.mentions():
        article = articles[mention.article]
        ours = article.original != mention.lang
        writing = Writing(mention.lang.value, mention.as_written, article.source, article.id, ours)
        writings.setdefault(mention.fact, []).append(writing)
    for evidence in library.evidence():
        writing = Writing(evidence.lang, evidence.as_written, evidence.source)
        writings.setdefault(evidence.fact, []).append(writing)
    return writings


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


def is_exact(fact: Fact) -> bool:
    """Whether a figure is neither hedged nor expected."""
    return fact.qualifier is Qualifier.EXACT


def amount_key(fact: Fact, unit: str) -> Key:
    """The key of the amounts that a fact speaks of, in a unit."""
    return key_of(fact)._replace(measure=Measure.AMOUNT, unit=unit)


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
