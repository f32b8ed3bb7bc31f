"""Figures that no publication states and that follow from those that do: computed, never stored."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from wmc_tui.checks.fact_table import Book, amounts, exact, forecast, is_total, on_a_par, principal
from wmc_tui.checks.formula import Name, Node, Operation, compute_plain, names, written
from wmc_tui.checks.relations import HUNDRED, growth, ratio, total
from wmc_tui.model import Bilingual, Fact, Measure, Scope
from wmc_tui.series import Key, key_of
from wmc_tui.store import Library


class DerivedKind(StrEnum):
    """How a figure follows from others."""

    GROWTH = "growth"
    """By how many percent an amount grew on the previous edition."""
    AVERAGE = "average"
    """Investment in each project."""
    SHARE = "share"
    """A part's share of the whole, where none is stated."""
    SUM = "sum"
    """Parts that make up a whole for which no figure is stated."""
    CUMULATIVE = "cumulative"
    """All editions so far, where no total is stated."""
    IMPLIED = "implied"
    """What the totals of two editions imply for the later one."""
    BASE = "base"
    """What a stated growth implies for the edition before."""


class Derived(NamedTuple):
    """A figure that follows from others."""

    id: str
    """Kind and what it is of, `growth:2023.projects_signed`; never the id of a fact."""
    kind: DerivedKind
    """How it follows."""
    edition: int
    """The year that it is of."""
    label: Bilingual
    """What it says."""
    value: Decimal
    """In base units, to 28 digits."""
    unit: str
    """As in Metric.unit."""
    formula: str
    """Fact ids, numbers, `+ - * / ( )`."""
    inputs: tuple[Fact, ...]
    """The facts that it follows from, in the order of the formula."""


_WORDS = {
    DerivedKind.GROWTH: Bilingual("{}: change on the previous edition", "{}较上届变化"),
    DerivedKind.AVERAGE: Bilingual("{}: average investment per project", "{}：项目平均投资额"),
    DerivedKind.SHARE: Bilingual("{}: share of the whole", "{}占比"),
    DerivedKind.SUM: Bilingual("{}: total of its parts", "{}合计"),
    DerivedKind.CUMULATIVE: Bilingual("{}: all editions so far", "历届累计{}"),
    DerivedKind.IMPLIED: Bilingual("{}: implied by the totals of two editions", "由累计数推算的{}"),
    DerivedKind.BASE: Bilingual("{}: implied by the growth on it", "由增幅推算的{}"),
}
_INVESTMENT, _PROJECTS = "total_investment", "projects_signed"
_AREAS = ("exhibition_area", ("exhibition_area_indoor", "exhibition_area_outdoor"))
_AREA = Bilingual("outdoor as well", "含室外")
_PLACES = ((Bilingual("Wuhu", "芜湖"), ("wuhu_main_venue", "wuhu_sub_venue", "wuhu_counties")),)
"""Parts that do not overlap, and what they make up."""


def derive(library: Library, edition: int | None = None) -> list[Derived]:
    """All derived figures, or those of an edition, by edition and kind.

    Each is computed from the facts that stand for their editions, and never from a forecast.
    """
    book = Book(library)
    maker = _Maker(book, {part.id: part.label for part in library.parts()})
    found = {one.id: one for rule in _RULES for one in rule(maker)}
    kinds = list(DerivedKind)
    wanted = [one for one in found.values() if edition in (None, one.edition)]
    return sorted(wanted, key=lambda one: (one.edition, kinds.index(one.kind)))


class _Maker:
    """Looks up what to compute with, and computes."""

    def __init__(self, book: Book, parts: dict[str, Bilingual]) -> None:
        self.book = book
        self._parts = parts

    def best(self) -> Iterator[Fact]:
        """The amounts that stand for their editions, forecasts left out."""
        for group in self.book.groups:
            counted = [fact for fact in group if principal(fact) and not forecast(fact)]
            yield from counted[:1]

    def one(self, key: Key, edition: int) -> Fact | None:
        """The fact that stands for an edition; None for a gap or a mere forecast."""
        return next((fact for fact in self.book.of(key, edition) if not forecast(fact)), None)

    def made(
        self, kind: DerivedKind, of: Fact, edition: int, unit: str, node: Node, part: Bilingual | None = None
    ) -> Iterator[Derived]:
        """The derived figure, or nothing where it cannot be computed; `part` is what it is of, else the fact's part."""
        value = compute_plain(node, lambda id: self.book.value(self.book.facts[id]))
        if value is None:
            return
        used = tuple(self.book.facts[id] for id in names(node))
        name = f"{kind.value}:{of.id}"
        yield Derived(name, kind, edition, self._label(kind, of, part), value, unit, written(node), used)

    def _label(self, kind: DerivedKind, of: Fact, part: Bilingual | None) -> Bilingual:
        metric, words = self.book.metrics[of.metric].label, _WORDS[kind]
        part = part or self._parts.get(of.part)
        if not part:
            return Bilingual(words.en.format(metric.en), words.zh.format(metric.zh))
        return Bilingual(words.en.format(f"{metric.en}, {part.en}"), words.zh.format(f"{part.zh}{metric.zh}"))


def _growth(maker: _Maker) -> Iterator[Derived]:
    for now in maker.best():
        before = maker.one(key_of(now), now.edition - 1)
        comparable = (
            now.unit not in ("ordinal", "percent", "percentage_point", "day") and now.scope is not Scope.CUMULATIVE
        )
        if before is not None and comparable:
            yield from maker.made(DerivedKind.GROWTH, now, now.edition, "percent", growth(now, before))


def _average(maker: _Maker) -> Iterator[Derived]:
    for money in maker.best():
        if money.metric != _INVESTMENT or money.scope is Scope.CUMULATIVE:
            continue
        projects = maker.one(key_of(money)._replace(metric=_PROJECTS, unit="count"), money.edition)
        if projects is not None:
            node = Operation("/", Name(money.id), Name(projects.id))
            yield from maker.made(DerivedKind.AVERAGE, money, money.edition, money.unit, node)


def _share(maker: _Maker) -> Iterator[Derived]:
    for part in maker.best():
        stated = maker.book.of(key_of(part)._replace(measure=Measure.SHARE, unit="percent"), part.edition)
        whole = maker.one(key_of(part)._replace(part=""), part.edition) if part.part else None
        within = whole is not None and whole.value is not None and part.value is not None and part.value <= whole.value
        if whole is not None and within and not stated and whole.since == part.since:
            yield from maker.made(DerivedKind.SHARE, part, part.edition, "percent", ratio(part, whole))


def _sum(maker: _Maker) -> Iterator[Derived]:
    whole, metrics = _AREAS
    for first in maker.best():
        if first.metric == metrics[0] and not maker.one(key_of(first)._replace(metric=whole), first.edition):
            rest = [maker.one(key_of(first)._replace(metric=metric), first.edition) for metric in metrics[1:]]
            yield from _added(maker, first, rest, _AREA)
        for place, parts in _PLACES:
            if first.part == parts[0]:
                rest = [maker.one(key_of(first)._replace(part=part), first.edition) for part in parts[1:]]
                yield from _added(maker, first, rest, place)


def _added(maker: _Maker, first: Fact, rest: list[Fact | None], part: Bilingual) -> Iterator[Derived]:
    known = [fact for fact in rest if fact is not None]
    if len(known) == len(rest):
        yield from maker.made(DerivedKind.SUM, first, first.edition, first.unit, total([first, *known]), part)


def _cumulative(maker: _Maker) -> Iterator[Derived]:
    """The latest unhedged total, and each later edition for which none is stated."""
    for start in maker.best():
        if not is_total(start) or not exact(start) or start.as_of:
            continue
        known = [start]
        for year in range(start.edition + 1, start.edition + 8):
            if maker.one(key_of(start), year) is not None:
                break
            one = maker.one(key_of(start)._replace(scope=Scope.EDITION), year)
            if one is None:
                break
            known.append(one)
            yield from maker.made(DerivedKind.CUMULATIVE, one, year, start.unit, total(known))


def _implied(maker: _Maker) -> Iterator[Derived]:
    """A total less the one before, or less the editions before where there is none."""
    for now in maker.best():
        if not is_total(now) or not exact(now) or now.as_of or now.since is None:
            continue
        before = maker.one(key_of(now), now.edition - 1)
        node: Node = Name(now.id)
        if before is not None and before.since == now.since and exact(before):
            node = Operation("-", node, Name(before.id))
        else:
            each = key_of(now)._replace(scope=Scope.EDITION)
            editions = [maker.one(each, year) for year in range(now.since, now.edition)]
            known = [fact for fact in editions if fact is not None]
            if not known or len(known) < len(editions):
                continue
            for fact in known:
                node = Operation("-", node, Name(fact.id))
        yield from maker.made(DerivedKind.IMPLIED, now, now.edition, now.unit, node)


def _base(maker: _Maker) -> Iterator[Derived]:
    for rate in maker.book.facts.values():
        if rate.measure is not Measure.GROWTH or rate.value is None:
            continue
        unit = maker.book.metrics[rate.metric].unit
        now = next(iter(on_a_par(maker.book.of(amounts(rate, unit), rate.edition), rate)), None)
        if now is not None:
            grown = Operation("+", Decimal(1), Operation("/", Name(rate.id), HUNDRED))
            node = Operation("/", Name(now.id), grown)
            yield from maker.made(DerivedKind.BASE, now, rate.edition - 1, now.unit, node)


_RULES = (_growth, _average, _share, _sum, _cumulative, _implied, _base)
