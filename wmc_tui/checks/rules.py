"""The relations that follow from what facts say of themselves: metric, part, measure, scope, edition, unit.

Cumulative figures are the sum of their editions, the previous total and what came since, and never below an earlier one.
"""

from collections.abc import Iterator

from wmc_tui.checks.fact_table import FactTable, amount_key, comparable, is_exact, is_forecast
from wmc_tui.checks.formula import Name, Operation
from wmc_tui.checks.relations import Relation, growth, ratio, sum_of
from wmc_tui.model import Bilingual, Fact, Measure, Qualifier, Scope
from wmc_tui.model.claims import CheckKind
from wmc_tui.model.units import CURRENCIES
from wmc_tui.quantities.interval import Interval
from wmc_tui.series import key_of

_EXPECTED = Bilingual("Counts a figure that was only expected.", "其中含有预计数。")


def relations_of(table: FactTable) -> Iterator[Relation]:
    """Every relation that the rules of this module find."""
    for fact in table.facts.values():
        if fact.measure is Measure.SHARE:
            yield from _shares(fact, table)
        elif fact.measure is Measure.GROWTH:
            yield from _growth(fact, table)
        elif fact.measure in (Measure.CHANGE, Measure.SHARE_CHANGE):
            yield from _changes(fact, table)
        elif fact.unit == "day":
            yield from _days(fact, table)
        elif fact.unit in CURRENCIES and fact.unit != "CNY":
            yield from _exchange(fact, table)
    for fact in table.facts.values():
        is_total = fact.scope is Scope.CUMULATIVE and fact.since is not None
        is_amount = fact.value is not None and fact.measure is Measure.AMOUNT
        # Each edition's dollars were converted at its own rate: they do not add up.
        if is_total and is_amount and fact.unit == table.metrics[fact.metric].unit:
            yield from _sums(fact, table)
            yield from _lower_ends(fact, table)


def _amounts(fact: Fact, table: FactTable, edition: int) -> list[Fact]:
    """The amounts that a share, a growth or a change speaks of, of an edition, which may stand beside it, best first."""
    amounts = table.of(amount_key(fact, table.metrics[fact.metric].unit), edition)
    return [amount for amount in comparable(amounts, fact) if amount.since == fact.since]


def _shares(fact: Fact, table: FactTable) -> Iterator[Relation]:
    """Part of the whole, or metric of the metric that is its whole; against each whole that is reported."""
    whole = table.metrics.get(fact.metric if fact.part else table.metrics[fact.metric].whole)
    parts = _amounts(fact, table, fact.edition)
    if whole is None or not parts:
        return
    kind = CheckKind.SHARE if fact.part else CheckKind.RATE
    wholes = table.of(amount_key(fact, whole.unit)._replace(metric=whole.id, part=""), fact.edition)
    wholes = [base for base in wholes if base.since == fact.since and is_forecast(base) == is_forecast(fact)]
    # What was counted later is still a share of what was signed then.
    bases = _contradicting([base for base in wholes if base.as_of in ("", fact.as_of)], table)
    for base in bases:
        name = "" if base is bases[0] else f"{kind.value}:{fact.id}/{base.id}"
        yield Relation(kind, fact, ratio(parts[0], base), id=name)


def _contradicting(facts: list[Fact], table: FactTable) -> list[Fact]:
    """The best one, and the unhedged ones that contradict those before them."""
    contradicting = facts[:1]
    for fact in facts[1:]:
        if is_exact(fact) and not any(table.agree(fact, other) for other in contradicting):
            contradicting.append(fact)
    return contradicting


def _growth(fact: Fact, table: FactTable) -> Iterator[Relation]:
    now = _amounts(fact, table, fact.edition)
    before = _amounts(fact, table, fact.edition - 1)
    if now and before:
        yield Relation(CheckKind.GROWTH, fact, growth(now[0], before[0]))


def _changes(fact: Fact, table: FactTable) -> Iterator[Relation]:
    """Every figure of the edition must be that of the edition before and the change."""
    if fact.measure is Measure.CHANGE:
        key = amount_key(fact, fact.unit)
    else:
        key = amount_key(fact, "percent")._replace(measure=Measure.SHARE)
    before = comparable(table.of(key, fact.edition - 1), fact)
    for now in comparable(table.of(key, fact.edition), fact) if before else ():
        node = Operation("+", Name(before[0].id), Name(fact.id))
        yield Relation(CheckKind.CHANGE, now, node)


def _days(fact: Fact, table: FactTable) -> Iterator[Relation]:
    """The length of an edition against each of its date ranges that are its best ones."""
    if fact.part or fact.scope is not Scope.EDITION:
        return
    for (key, edition), (dates, *_) in table.groups.items():
        if edition == fact.edition and key.unit == "date_range" and not key.part and key.scope is Scope.EDITION:
            yield Relation(CheckKind.DURATION, fact, Name(dates.id), text=f"days({dates.id})")


def _exchange(fact: Fact, table: FactTable) -> Iterator[Relation]:
    """An amount in another currency against the same in yuan at the rate of the month in which it was converted."""
    yuan = comparable(table.of(key_of(fact)._replace(unit="CNY"), fact.edition), fact)
    yuan = [amount for amount in yuan if amount.since == fact.since]
    rate = table.rate_of(fact) if yuan else None
    if rate is None or not fact.value:
        return
    assert yuan[0].value is not None
    implied = round(yuan[0].value / fact.value, 2)
    note = Bilingual(
        f"{implied} yuan for one {fact.unit}; in {rate.month} it was {rate.low} to {rate.high}.",
        f"折合1 {fact.unit}兑{implied}元；{rate.month}汇率为{rate.low}至{rate.high}元。",
    )
    yield Relation(CheckKind.EXCHANGE_RATE, fact, Operation("/", Name(yuan[0].id), Name(rate.id)), note=note, rate=rate)


def _facts_since(fact: Fact, table: FactTable, first: int) -> list[Fact]:
    """What stands for each edition from `first` to the fact's own; empty where one has no figure."""
    facts = []
    for year in range(first, fact.edition + 1):
        here = comparable(table.of(key_of(fact)._replace(scope=Scope.EDITION), year), fact)
        if not here:
            return []
        facts.append(here[0])
    return facts


def _sums(fact: Fact, table: FactTable) -> Iterator[Relation]:
    """All editions; the latest earlier total, and the latest one that is not hedged, each with the editions since."""
    assert fact.since is not None
    addends = _facts_since(fact, table, fact.since)
    if addends:
        yield Relation(CheckKind.CUMULATIVE, fact, sum_of(addends), note=_note(addends))
    # What had been started by one day is no part of what had been started by another.
    earlier = [total for total in _earlier_totals(fact, table) if total.as_of == fact.as_of]
    starts = earlier[:1] + [total for total in earlier if is_exact(total)][:1]
    for start in {total.id: total for total in starts}.values():
        since = _facts_since(fact, table, start.edition + 1)
        if since:
            name = f"{CheckKind.CUMULATIVE.value}:{fact.id}/{start.id}"
            yield Relation(CheckKind.CUMULATIVE, fact, sum_of([start, *since]), id=name, note=_note(since))


def _lower_ends(fact: Fact, table: FactTable) -> Iterator[Relation]:
    """The latest earlier total that the fact lies below, else the latest earlier one."""
    earlier = _earlier_totals(fact, table)
    if not earlier:
        return
    start = next((total for total in earlier if _is_below(table.interval(fact), table.interval(total))), earlier[0])
    name = f"{CheckKind.CUMULATIVE.value}:{fact.id}/at_least/{start.id}"
    yield Relation(CheckKind.CUMULATIVE, fact, Name(start.id), id=name, least=True, text=f"at_least({start.id})")


def _is_below(interval: Interval | None, other: Interval | None) -> bool:
    """Whether all of an interval lies below all of another."""
    assert interval is not None and other is not None
    return interval.high is not None and other.low is not None and interval.high < other.low


def _earlier_totals(fact: Fact, table: FactTable) -> list[Fact]:
    """The totals of the same kind of earlier editions, the latest first, one for each edition."""
    assert fact.since is not None
    asked = fact._replace(as_of="")
    totals = []
    for year in range(fact.edition - 1, fact.since - 1, -1):
        here = [total for total in comparable(table.of(key_of(fact), year), asked) if total.since == fact.since]
        totals += here[:1]
    return totals


def _note(addends: list[Fact]) -> Bilingual:
    return _EXPECTED if any(addend.qualifier is Qualifier.EXPECTED for addend in addends) else Bilingual()
