"""What a check found."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from wmc_tui.checks.intervals import distance
from wmc_tui.model import Bilingual, Fact
from wmc_tui.model.claims import CheckKind, Rate
from wmc_tui.quantities.interval import Interval


class Verdict(StrEnum):
    """How a check ended."""

    HOLDS = "holds"
    """What is reported and what follows from the other facts can both be true."""
    FAILS = "fails"
    """They cannot."""
    UNKNOWN = "unknown"
    """It cannot be computed: a figure is no number, or a divisor may be zero."""


class Outcome(NamedTuple):
    """A relation between facts that was put to the test."""

    id: str
    """The declared check's, or kind and fact: `share:2023.manufacturing_project_share`; with `/` and the other fact
    where there are several for one: `rate:2019.cumulative_start_rate/2019.cumulative_projects.agency`."""
    kind: CheckKind
    """What relation."""
    reported: Fact
    """The fact that is put to the test."""
    inputs: tuple[Fact, ...]
    """The facts that it is computed from, in the order of the formula."""
    formula: str
    """What its value must be: ids of facts and exchange rates, numbers, `+ - * / ( )`. `days(ID)` are the days of a date
    range, `at_least(ID)` is anything from that fact up, and a lone id the same figure."""
    claimed: Interval
    """What the reported figure stands for."""
    computed: Interval | None
    """What follows from the formula; None where it cannot be computed."""
    value: Decimal | None
    """The formula with every figure taken at its word."""
    verdict: Verdict
    """Whether the two intervals meet."""
    difference: Decimal | None
    """How far apart they are, in the reported fact's unit: 0 where they meet, None where nothing was computed."""
    slip: str | None = None
    """`10x`, `100x`, `1,000x`, `10^4` (万) or `10^8` (亿) where that factor is what is wrong, if only roughly."""
    slip_fact: str = ""
    """Id of the fact that is wrong by that factor, if it is one; empty without a slip."""
    declared: bool = False
    """Whether a store declares the check; else a rule found it."""
    note: Bilingual = Bilingual()
    """What it shows, or what to bear in mind."""
    conflicts: tuple[str, ...] = ()
    """Ids of the conflicts that speak of it: those of the reported fact, else those of the facts computed from."""
    explained: bool = True
    """Of a failing one: whether a conflict, a declared note or a note of the reported fact accounts for it."""
    rate: Rate | None = None
    """The exchange rate used."""

    @property
    def edition(self) -> int:
        """Year of the reported fact."""
        return self.reported.edition

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact that it concerns, each once, the reported one first."""
        return tuple({fact.id: fact for fact in (self.reported, *self.inputs)}.values())


def judge(claimed: Interval, computed: Interval | None) -> tuple[Verdict, Decimal | None]:
    """Whether what is reported and what follows can both be true, and how far apart they are."""
    if computed is None:
        return Verdict.UNKNOWN, None
    holds = claimed == computed or claimed.meets(computed)
    return Verdict.HOLDS if holds else Verdict.FAILS, distance(claimed, computed)
