"""What numbers and ranges of a query are."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

MOST = 24
"""Numbers of a query that are read."""
NO_CLASSIFIERS = tuple("家数 家电 项目 名单 名录 名企 人数 人员 人才 位数 场次 场馆 场地 件数 次数".split())
"""Words that begin with a character that counts things elsewhere: 587项目 are projects, 587项 are items."""


@dataclass(slots=True, eq=False, repr=False)
class Number:
    """A number in a query."""

    value: Decimal | None
    """Its amount; None where only its digits are known, as in a name or a number half typed."""
    unit: str | None
    """As in Fact.unit; None where the query names none."""
    digits: str
    """Its significant digits: 4471 for 447.1 billion."""
    bare: bool
    """True where neither a scale nor a unit was typed for sure, so the digits may stand for any size."""
    qualifier: str
    """As in Fact.qualifier."""
    text: str
    """As typed, folded."""
    bound: bool = False
    """Whether one of the query's ranges says it too ("over 430"): it ranks what equals it, but nothing need equal it."""
    start: int = 0
    """Where it stands in the query as typed, in code points."""
    end: int = 0
    """One past its last code point."""


class Range(NamedTuple):
    """The values that a query asks for."""

    low: Decimal | None
    """Lower end; None where there is none."""
    high: Decimal | None
    """Upper end; None where there is none."""
    low_closed: bool
    """Whether `low` itself belongs to it."""
    high_closed: bool
    """Whether `high` itself belongs to it."""
    unit: str | None
    """As in Fact.unit; None where the query names none."""
    text: str
    """As typed."""
    start: int
    """Where it stands in the query as typed, in code points."""
    end: int
    """One past its last code point."""
    bare: bool = False
    """Whether neither a scale nor a unit was typed."""
    worded: bool = False
    """Whether it was said in words (over 90%, 超过100亿), as a label or a sentence may say it too: what has that text
    need not lie in it."""

    def holds(self, value: Decimal, unit: str, qualifier: str = "exact") -> bool:
        """Whether a figure lies in it; "over 430" lies above 430, though 430 itself does not."""
        if self.unit is not None and self.unit != unit:
            return False
        if self.low is not None and not (
            value > self.low or (value == self.low and (self.low_closed or qualifier == "over"))
        ):
            return False
        return self.high is None or (
            value < self.high or (value == self.high and (self.high_closed or qualifier in ("less_than", "nearly")))
        )

    def prefers(self, unit: str) -> bool:
        """Whether a figure of that unit is what was most likely meant: a count, where only digits were typed."""
        return unit == (self.unit or "count") or (self.unit is None and not self.bare)


class Comparison(NamedTuple):
    """A sign or a word that compares what stands behind it."""

    start: int
    """Where it begins."""
    hedge: str
    """As in Fact.qualifier."""
    worded: bool
    """Whether it is a word."""


@dataclass(slots=True, eq=False, repr=False)
class Numbers:
    """What was read of a query's numbers."""

    numbers: list[Number] = field(default_factory=list)
    """In order."""
    ranges: list[Range] = field(default_factory=list)
    """Ranges and comparisons, in order."""
    nouns: list[str] = field(default_factory=list)
    """What they count, as typed."""
    hedges: list[tuple[int, int]] = field(default_factory=list)
    """Where words stand that say how their number is meant: nearly, 近, expected."""
    left: str = ""
    """The query with spaces in place of numbers in digits, and as long; numbers in words may be part of a name."""


def significant(value: Decimal) -> str:
    """The digits of a number without the zeros at either end: what 447.1 billion, 4471亿 and 447100 share."""
    return "".join(map(str, value.as_tuple().digits)).strip("0") or "0"
