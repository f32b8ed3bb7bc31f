"""The relations that follow from what facts say of themselves: metric, part, measure, scope, edition, unit."""

from collections.abc import Iterator

from wmc_tui.checks.fact_table import Book, amounts, exact, forecast, on_a_par, principal
from wmc_tui.checks.formula import Name, Operation
from wmc_tui.checks.relations import Relation, growth, ratio
from wmc_tui.model import Bilingual, Fact, Measure, Scope
from wmc_tui.model.claims import CheckKind
from wmc_tui.model.units import CURRENCIES
from wmc_tui.series import key_of


def relations_of(book: Book) -> Iterator[Relation]:
    """Every relation that the rules of this module find."""
    for fact in book.facts.values():
        if fact.value is None:
            continue
        if fact.measure is Measure.SHARE:
            yield from _shares(fact, book)
        elif fact.measure is Measure.GROWTH:
            yield from _growth(fact, book)
        elif fact.measure in (Measure.CHANGE, Measure.SHARE_CHANGE):
            yield from _changes(fact, book)
        elif fact.unit == "day":
            yield from _days(fact, book)
        elif fact.unit in CURRENCIES and fact.unit != "CNY":
            yield from _exchange(fact, book)


def _unit(fact: Fact, book: Book) -> str:
    """The unit of the amounts that a share or a growth speaks of."""
    metric = book.metrics.get(fact.metric)
    return metric.unit if metric is not None else fact.unit


def _amounts(fact: Fact, book: Book, edition: int) -> list[Fact]:
    """The amounts that a share, a growth or a change speaks of, of an edition, which may stand beside it, best first."""
    found = book.of(amounts(fact, _unit(fact, book)), edition)
    return [one for one in on_a_par(found, fact) if one.since == fact.since]


def _shares(fact: Fact, book: Book) -> Iterator[Relation]:
    """Part of the whole, or metric of the metric that is its whole; against each whole that is reported."""
    metric = book.metrics.get(fact.metric)
    whole = fact.metric if fact.part else metric.whole if metric else ""
    parts = _amounts(fact, book, fact.edition)
    if not whole or not parts:
        return
    unit = book.metrics[whole].unit if whole in book.metrics else _unit(fact, book)
    kind = CheckKind.SHARE if fact.part else CheckKind.RATE
    wholes = book.of(amounts(fact, unit)._replace(metric=whole, part=""), fact.edition)
    wholes = [one for one in wholes if one.since == fact.since and forecast(one) == forecast(fact)]
    # What was counted later is still a share of what was signed then.
    bases = _several([one for one in wholes if one.as_of in ("", fact.as_of)], book)
    for base in bases:
        name = "" if base is bases[0] else f"{kind.value}:{fact.id}/{base.id}"
        yield Relation(kind, fact, ratio(parts[0], base), id=name)


def _several(facts: list[Fact], book: Book) -> list[Fact]:
    """The best one, and the unhedged ones that contradict those before them."""
    kept = facts[:1]
    for fact in facts[1:]:
        if exact(fact) and not any(book.agree(fact, other) for other in kept):
            kept.append(fact)
    return kept


def _growth(fact: Fact, book: Book) -> Iterator[Relation]:
    now = _amounts(fact, book, fact.edition)
    before = _amounts(fact, book, fact.edition - 1)
    if now and before:
        yield Relation(CheckKind.GROWTH, fact, growth(now[0], before[0]))


def _changes(fact: Fact, book: Book) -> Iterator[Relation]:
    """Every figure of the edition must be that of the edition before and the change."""
    if fact.measure is Measure.CHANGE:
        key = amounts(fact, fact.unit)
    else:
        key = amounts(fact, "percent")._replace(measure=Measure.SHARE)
    before = on_a_par(book.of(key, fact.edition - 1), fact)
    for now in on_a_par(book.of(key, fact.edition), fact) if before else ():
        node = Operation("+", Name(before[0].id), Name(fact.id))
        yield Relation(CheckKind.CHANGE, now, node)


def _days(fact: Fact, book: Book) -> Iterator[Relation]:
    """The length of an edition against each of its date ranges that are its best ones."""
    if fact.part or fact.scope is not Scope.EDITION or not principal(fact):
        return
    for dates in book.ranges.get(fact.edition, ()):
        if not dates.part and dates.scope is Scope.EDITION:
            yield Relation(CheckKind.DURATION, fact, Name(dates.id), text=f"days({dates.id})")


def _exchange(fact: Fact, book: Book) -> Iterator[Relation]:
    """An amount in another currency against the same in yuan at the rate of the month in which it was converted."""
    yuan = on_a_par(book.of(key_of(fact)._replace(unit="CNY"), fact.edition), fact)
    yuan = [one for one in yuan if one.since == fact.since]
    rate = book.rate(fact.unit, book.month_of(fact)) if yuan else None
    if rate is None or fact.value is None or not fact.value:
        return
    assert yuan[0].value is not None
    implied = round(yuan[0].value / fact.value, 2)
    said = Bilingual(
        f"{implied} yuan for one {fact.unit}; in {rate.month} it was {rate.low} to {rate.high}.",
        f"折合1 {fact.unit}兑{implied}元；{rate.month}汇率为{rate.low}至{rate.high}元。",
    )
    yield Relation(CheckKind.EXCHANGE_RATE, fact, Operation("/", Name(yuan[0].id), Name(rate.id)), note=said, rate=rate)
