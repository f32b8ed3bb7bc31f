"""A relation to be put to the test, and the test."""

from decimal import Decimal
from typing import NamedTuple

from wmc_tui.checks.fact_table import FactTable
from wmc_tui.checks.formula import Name, Node, Operation, compute, compute_value, formula_source, names
from wmc_tui.checks.intervals import distance, multiply, point
from wmc_tui.checks.outcome import Outcome, Verdict, judge
from wmc_tui.model import Bilingual, Fact
from wmc_tui.model.claims import CheckKind, Rate
from wmc_tui.model.vocabulary import SLIPS
from wmc_tui.quantities.interval import Interval
from wmc_tui.quantities.number import EXACT, ONE

_HUNDRED = Decimal(100)
_ROUGHLY = Interval(Decimal("0.88"), Decimal("1.12"), True, True)
_LEAST = Decimal(5)
"""Figures nearer to each other than by this factor have not slipped by ten."""
_Intervals = dict[str, Interval | None]


class Relation(NamedTuple):
    """What must hold between some facts."""

    kind: CheckKind
    """What relation."""
    reported: Fact
    """The fact that is put to the test."""
    node: Node
    """What its value must be."""
    id: str = ""
    """Its id; empty for that of its kind and reported fact."""
    declared: bool = False
    """Whether a store declares it."""
    note: Bilingual = Bilingual()
    """What it shows."""
    rate: Rate | None = None
    """The exchange rate that it uses."""
    least: bool = False
    """Whether the formula is only a lower end."""
    text: str = ""
    """The formula as it is to be shown; empty for the node's own text."""


def ratio(part: Fact, whole: Fact) -> Node:
    """One of the other in percent."""
    return Operation("/", Operation("*", _HUNDRED, Name(part.id)), Name(whole.id))


def growth(now: Fact, before: Fact) -> Node:
    """By how many percent the later figure is above the earlier one."""
    return Operation("*", _HUNDRED, Operation("-", Operation("/", Name(now.id), Name(before.id)), Decimal(1)))


def sum_of(facts: list[Fact]) -> Node:
    """The sum of facts."""
    node: Node = Name(facts[0].id)
    for fact in facts[1:]:
        node = Operation("+", node, Name(fact.id))
    return node


def run_check(relation: Relation, table: FactTable) -> Outcome | None:
    """The outcome of a relation; None where the reported fact is no number."""
    reported, node, rate = relation.reported, relation.node, relation.rate
    claimed = table.interval(reported)
    if claimed is None:
        return None
    inputs = [table.facts[id] for id in names(node) if id in table.facts]
    intervals = {fact.id: table.interval(fact) for fact in inputs}
    values = {fact.id: table.value(fact) for fact in inputs}
    if rate is not None:
        intervals[rate.id] = Interval(rate.low, rate.high, True, True)
        values[rate.id] = (rate.low + rate.high) / 2
    computed = _computed(relation, intervals)
    verdict, difference = judge(claimed, computed)
    slip, slip_fact = None, ""
    if computed is not None and verdict is Verdict.FAILS:
        slip, slip_fact = _find_slip(relation, claimed, computed, intervals)
    return Outcome(
        id=relation.id or f"{relation.kind.value}:{reported.id}",
        kind=relation.kind,
        reported=reported,
        inputs=tuple(inputs),
        formula=relation.text or formula_source(node),
        claimed=claimed,
        computed=computed,
        value=compute_value(node, values.__getitem__),
        verdict=verdict,
        difference=difference,
        slip=slip,
        slip_fact=slip_fact,
        declared=relation.declared,
        note=relation.note,
        rate=rate,
    )


def _computed(relation: Relation, intervals: _Intervals) -> Interval | None:
    """What the formula gives; None where that says nothing."""
    result = compute(relation.node, intervals.__getitem__)
    if result is None:
        return None
    if relation.least:
        return Interval(result.low, None, result.low_closed)
    return None if result.low is None and result.high is None else result


def _find_slip(
    relation: Relation, claimed: Interval, computed: Interval, intervals: _Intervals
) -> tuple[str | None, str]:
    """The slip that accounts for a failure, and the fact that it is in: an input where one is known to be wrong."""
    between = slip_between(claimed, computed)
    if between is not None:
        return between, relation.reported.id
    if not _wide(claimed, computed):
        return None, ""
    ids = [id for id in intervals if relation.rate is None or id != relation.rate.id]
    for slip in SLIPS:
        for power in (slip.power, -slip.power):
            factor = point(EXACT.scaleb(ONE, power))
            for id in ids:
                corrected = _computed(relation, intervals | {id: multiply(intervals[id], factor)})
                if corrected is not None and claimed.meets(corrected):
                    return slip.name, id
    return None, ""


def slip_between(a: Interval, b: Interval) -> str | None:
    """The factor between two intervals that is a slip, exactly or to within 12 percent; None where there is none."""
    if not _far_apart(a, b):
        return None
    for slip in SLIPS:
        factor = point(EXACT.scaleb(ONE, slip.power))
        for small, large in ((a, b), (b, a)):
            roughly = multiply(multiply(small, factor), _ROUGHLY)
            if roughly is not None and roughly.meets(large):
                return slip.name
    return None


def _far_apart(a: Interval, b: Interval) -> bool:
    """Whether two intervals, bounded and of one sign, are apart by more than a slip of nothing."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return False
    if not (a.low > 0 and b.low > 0) and not (a.high < 0 and b.high < 0):
        return False
    sizes = sorted(sorted((abs(end.low or ONE), abs(end.high or ONE))) for end in (a, b))
    return sizes[1][0] > _LEAST * sizes[0][1]


def _wide(claimed: Interval, computed: Interval) -> bool:
    """Whether two intervals are so far apart that a slip of an input is worth looking for."""
    sizes = [abs(end) for end in (claimed.low, claimed.high) if end is not None]
    return bool(sizes) and distance(claimed, computed) > max(sizes)
