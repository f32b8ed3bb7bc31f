"""A relation to be put to the test, and the test."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.checks import intervals as arithmetic
from wmc_tui.checks.fact_table import Book
from wmc_tui.checks.formula import Name, Node, Operation, compute, compute_plain, names, written
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.slips import slip_between, slip_within
from wmc_tui.model import Bilingual, Fact
from wmc_tui.model.claims import CheckKind, Rate
from wmc_tui.quantities.interval import Interval

HUNDRED = Decimal(100)
_Lookup = Callable[[str], Interval | None]


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

    @property
    def name(self) -> str:
        """Its id."""
        return self.id or f"{self.kind.value}:{self.reported.id}"


def ratio(part: Fact, whole: Fact) -> Node:
    """One of the other in percent."""
    return Operation("/", Operation("*", HUNDRED, Name(part.id)), Name(whole.id))


def growth(now: Fact, before: Fact) -> Node:
    """By how many percent the later figure is above the earlier one."""
    return Operation("*", HUNDRED, Operation("-", Operation("/", Name(now.id), Name(before.id)), Decimal(1)))


def total(facts: list[Fact]) -> Node:
    """The sum of facts."""
    node: Node = Name(facts[0].id)
    for fact in facts[1:]:
        node = Operation("+", node, Name(fact.id))
    return node


def tested(relation: Relation, book: Book) -> Outcome | None:
    """The outcome of a relation; None where the reported fact is no number."""
    reported, node = relation.reported, relation.node
    claimed = book.interval(reported)
    if claimed is None:
        return None

    def interval_of(id: str) -> Interval | None:
        if relation.rate is not None and id == relation.rate.id:
            return Interval(relation.rate.low, relation.rate.high, True, True)
        return book.interval(book.facts[id]) if id in book.facts else None

    computed = _computed(relation, interval_of)
    verdict = Verdict.UNKNOWN
    if computed is not None:
        verdict = Verdict.HOLDS if claimed.meets(computed) else Verdict.FAILS
    used = [each for each in names(node) if each in book.facts]
    slip, slipped = None, ""
    if computed is not None and verdict is Verdict.FAILS:
        slip, slipped = _slip(relation, claimed, computed, used, interval_of)
    return Outcome(
        id=relation.name,
        kind=relation.kind,
        edition=reported.edition,
        reported=reported,
        inputs=tuple(book.facts[each] for each in used),
        formula=relation.text or written(node),
        claimed=claimed,
        computed=computed,
        value=_value(relation, book),
        verdict=verdict,
        off=None if computed is None else arithmetic.distance(claimed, computed),
        slip=slip,
        slipped=slipped,
        declared=relation.declared,
        note=relation.note,
        rate=relation.rate,
    )


def _computed(relation: Relation, value_of: _Lookup) -> Interval | None:
    """What the formula gives; None where that says nothing."""
    found = compute(relation.node, value_of)
    if found is None or not relation.least:
        return None if found is None or (found.low is None and found.high is None) else found
    return Interval(found.low, None, found.low_closed)


def _value(relation: Relation, book: Book) -> Decimal | None:
    """The formula with every figure at its word, and an exchange rate at the middle of its band."""

    def value_of(id: str) -> Decimal | None:
        if relation.rate is not None and id == relation.rate.id:
            return (relation.rate.low + relation.rate.high) / 2
        return book.value(book.facts[id]) if id in book.facts else None

    return compute_plain(relation.node, value_of)


def _slip(
    relation: Relation, claimed: Interval, computed: Interval, used: list[str], value_of: _Lookup
) -> tuple[str | None, str]:
    """The slip that accounts for a failure, and the fact that it is in: an input where one is known to be wrong."""
    between = slip_between(claimed, computed)
    if between is not None:
        return between, relation.reported.id
    if not _wide(claimed, computed):
        return None, ""

    def holds(id: str, factor: Decimal) -> bool:
        def scaled(one: str) -> Interval | None:
            found = value_of(one)
            return arithmetic.multiply(found, arithmetic.point(factor)) if one == id else found

        found = _computed(relation, scaled)
        return found is not None and claimed.meets(found)

    return slip_within(used, holds) or (None, "")


def _wide(claimed: Interval, computed: Interval) -> bool:
    """Whether two intervals are so far apart that a slip of an input is worth looking for."""
    far = arithmetic.distance(claimed, computed)
    sizes = [abs(end) for end in (claimed.low, claimed.high) if end is not None]
    return bool(sizes) and far > max(sizes)
