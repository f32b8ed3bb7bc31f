"""Ranges and comparisons in a query: `>100bn`, `100..200 亿`, `~16000`, `over 90%`, 不少于600."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Range:
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
