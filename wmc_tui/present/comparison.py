"""Comparing editions: which metrics and series there are, and how their titles, units, figures and changes are worded."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import NamedTuple

from wmc_tui.model import Bilingual, Fact, Measure, Metric, Part, Qualifier, Scope
from wmc_tui.present.wording import PERCENT_UNITS, amount_text, compact, renderings, with_aside
from wmc_tui.series import Key, Point, Series, SeriesReader, key_of
from wmc_tui.text.safe import visible_line

NO_FIGURE = Bilingual("no figure", "无数据")
"""What stands for a gap."""
EXPECTED = Bilingual("expected", "预计")
"""Said of a figure that its source expects, or that was given before the event."""
LEGEND = Bilingual(
    "( ) expected or from before the event   ~ from a hedged figure   ! has a note   +1 one more figure",
    "( ) 预计或会前数   ~ 由约数算得   ! 有附注   +1 另有一个数",
)
"""What the signs of tables and charts mean."""
_GROUPS = {
    "event": Bilingual("Event", "大会"),
    "projects": Bilingual("Projects", "项目"),
    "investment": Bilingual("Investment", "投资"),
    "guests": Bilingual("Guests", "嘉宾"),
    "exhibition": Bilingual("Exhibition", "展览"),
    "programme": Bilingual("Programme", "活动"),
    "media": Bilingual("Media", "媒体"),
    "top500": Bilingual("Top 500 manufacturers", "制造业500强"),
    "region": Bilingual("Region", "地区"),
}
_OTHER = Bilingual("Other", "其他")
_HEDGE_SIGNS = {
    Qualifier.OVER: ("", "+"),
    Qualifier.AT_LEAST: ("", "+"),
    Qualifier.NEARLY: ("~", ""),
    Qualifier.ABOUT: ("~", ""),
    Qualifier.UP_TO: ("<", ""),
    Qualifier.LESS_THAN: ("<", ""),
}
_NO_AMOUNTS = ("text", "date", "date_range", "composite", "ordinal")


class EditionFigure(NamedTuple):
    """One edition of a series in words."""

    edition: int
    """Year."""
    fact: Fact | None = None
    """The fact that stands for it; None for a gap."""
    figure: Bilingual = NO_FIGURE
    """The figure in full, hedge included: `over 4,000 guests`, `超4000名`, `(568 projects)` where it is expected;
    `no figure`, `无数据` for a gap."""
    short: Bilingual = NO_FIGURE
    """The same as short as a chart wants it: `447.1bn`, `4471亿`."""
    change: Bilingual = Bilingual()
    """On the previous edition, signed: `+12.5%`; empty where there is none. `~` where either figure is hedged."""
    state: Bilingual = Bilingual()
    """When it was given, and that it is expected: `expected, at the opening`."""
    sign: Bilingual = Bilingual()
    """Why a chart hatches it: `expected`, `before the event`; empty for other figures."""
    expected: bool = False
    """Whether it was given before the event, or as a forecast."""
    noted: bool = False
    """Whether the fact carries a note."""
    others: int = 0
    """How many further figures there are."""


class Comparison(NamedTuple):
    """What is seen at a time."""

    title: Bilingual
    """What it is of."""
    series: Sequence[Series]
    """In the order shown."""
    edition: int | None = None
    """The only edition seen; None for all."""

    def rows(self, series: Series) -> list[tuple[Point, EditionFigure]]:
        """The points of a series that are seen, with their words."""
        both = zip(series.points, edition_figures(series), strict=True)
        return [row for row in both if self.edition in (None, row[0].edition)]


def group_label(group: str) -> Bilingual:
    """The name of a group of metrics."""
    if not group:
        return _OTHER
    return _GROUPS.get(group, Bilingual(group, group))


def group_rank(group: str) -> int:
    """The place of a group in lists; one that is not known comes last."""
    return list(_GROUPS).index(group) if group in _GROUPS else len(_GROUPS)


def series_title(series: Series) -> Bilingual:
    """What a series is of: `Projects signed (Manufacturing, share)`, `签约项目数（制造业，占比）`."""
    title = series.metric.label.filled()
    more = key_label(series.key, series.metric, series.part)
    return (with_aside(title, more) if more else title).map(visible_line)


def key_label(key: Key, metric: Metric, part: Part | None) -> Bilingual:
    """What sets a series apart from the metric's plain one: part, measure, scope, unit; empty for that one itself."""
    words = [part.label.filled()] if part else []
    if key.measure is not Measure.AMOUNT:
        words.append(key.measure.label)
    elif key.unit != metric.unit:
        words.append(_unit(key.unit, metric.noun))
    if key.scope is not Scope.EDITION and key.scope.value != metric.group:
        words.append(key.scope.label)
    return Bilingual(", ".join(word.en for word in words), "，".join(word.zh for word in words))


def unit_label(series: Series) -> Bilingual:
    """What the figures are counted or measured in: `yuan`, `元`; empty where they are no amounts."""
    unit = series.key.unit
    if unit in _NO_AMOUNTS:
        return Bilingual()
    noun = series.metric.noun
    if unit == "count" and not noun:
        noun = next((fact.noun for fact in series.facts if fact.noun), noun)
    return _unit(unit, noun)


def _unit(unit: str, noun: Bilingual) -> Bilingual:
    """What the formatter puts behind a number."""
    return amount_text(Decimal(2), unit, noun=noun).map(lambda text: visible_line(text.removeprefix("2").strip()))


def is_amount(key: Key) -> bool:
    """Whether the figures of a series are amounts."""
    return key.unit not in _NO_AMOUNTS


def is_charted(series: Series) -> bool:
    """Whether a chart can be drawn: there are figures, and they are amounts."""
    return is_amount(series.key) and any(fact.value is not None for fact in series.facts)


def edition_figures(series: Series) -> list[EditionFigure]:
    """Every edition in words, oldest first."""
    return [_figure_at(series, place) for place in range(len(series.points))]


def edition_figure(series: Series, year: int) -> EditionFigure | None:
    """One edition of a series in words; None where the series has no such edition."""
    years = [point.edition for point in series.points]
    return _figure_at(series, years.index(year)) if year in years else None


def _figure_at(series: Series, place: int) -> EditionFigure:
    point = series.points[place]
    fact, before = point.fact, series.points[place - 1].fact if place else None
    if fact is None:
        return EditionFigure(point.edition)
    hedged = before is not None and {before.qualifier, fact.qualifier} != {Qualifier.EXACT}
    return EditionFigure(
        edition=point.edition,
        fact=fact,
        figure=_shown(fact, point.expected, renderings),
        short=_shown(fact, point.expected, compact),
        change=_change(point.change, series.key, "~" if hedged else ""),
        state=_state(fact),
        sign=_sign(fact, point.expected),
        expected=point.expected,
        noted=bool(fact.note),
        others=len(point.others),
    )


def _shown(fact: Fact, expected: bool, write: Callable[[Fact], Bilingual]) -> Bilingual:
    """A figure; one that is expected stands in brackets, it is no result, and need not say so once more."""
    plain = fact._replace(qualifier=Qualifier.EXACT) if fact.qualifier is Qualifier.EXPECTED else fact
    shown = write(plain).map(visible_line)
    return shown.map("({})".format) if expected else shown


def narrow_figure(fact: Fact, expected: bool, *, unit: bool = True) -> str:
    """A figure for a narrow cell: its hedge is a sign (`4,000+`, `~1,400`, `<500`), as an expected one's brackets are.

    Without `unit` an amount is the number alone; percent keep their sign.
    """
    as_unit = fact.unit if unit or fact.value is None or fact.unit == "percent" else "count"
    shown = visible_line(compact(fact._replace(qualifier=Qualifier.EXACT, unit=as_unit)).en)
    before, behind = _HEDGE_SIGNS.get(fact.qualifier, ("", "")) if fact.value is not None else ("", "")
    shown = f"{before}{shown}{behind}"
    return f"({shown})" if expected else shown


def _state(fact: Fact) -> Bilingual:
    words = fact.stage.label
    if fact.qualifier is not Qualifier.EXPECTED:
        return words
    return Bilingual(f"{EXPECTED.en}, {words.en}", f"{EXPECTED.zh}，{words.zh}")


def _sign(fact: Fact, expected: bool) -> Bilingual:
    if not expected:
        return Bilingual()
    return EXPECTED if fact.qualifier is Qualifier.EXPECTED else fact.stage.label


def _change(change: Decimal | None, key: Key, sign: str) -> Bilingual:
    if change is None:
        return Bilingual()
    text = sign + signed_text(change)
    return (
        Bilingual(f"{text} pp", f"{text}个百分点") if key.unit in PERCENT_UNITS else Bilingual(f"{text}%", f"{text}%")
    )


def signed_text(change: Decimal) -> str:
    """A change with its sign, to one digit behind the point: `+12.5`, `-5.8`, `0.0`."""
    rounded = change.quantize(Decimal("0.1"), ROUND_HALF_UP) if abs(change) < 10**20 else change
    return f"{rounded:+,f}" if rounded else "0.0"


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
