"""A figure in the making."""

from dataclasses import dataclass
from decimal import Decimal

from wmc_tui.quantities.figure import Figure
from wmc_tui.quantities.interval import Interval, interval
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import EXACT, Number


@dataclass(slots=True)
class Draft:
    """What is known of a figure so far."""

    start: int
    end: int
    number: Number
    unit: str | None = None
    kind: str = "number"
    qualifier: str = "exact"
    noun: str = ""
    high: Decimal | None = None
    """Upper end of a range, whose lower end is the number."""

    def figure(self, passage: Passage) -> Figure:
        """The finished figure."""
        value, text = self.number.value, passage.text[self.start : self.end]
        if self.high is not None:
            low, high = sorted((value, self.high))
            return Figure(text, self.start, self.end, None, low, high, self.unit, self.kind, self.qualifier, self.noun)
        stands_for_itself = self.kind in ("year", "ordinal") and self.qualifier == "exact"
        ends = Interval(value, value) if stands_for_itself else interval(value, self.qualifier, self.number.step)
        return Figure(
            text, self.start, self.end, value, ends.low, ends.high, self.unit, self.kind, self.qualifier, self.noun
        )

    def negate(self, start: int) -> None:
        """Make the number negative; its sign stands at `start`."""
        self.number.value = EXACT.minus(self.number.value)
        self.start = start


def without_number(passage: Passage, start: int, end: int, kind: str, unit: str) -> Figure:
    """A figure without value: a date, a composite, a share that is not given."""
    return Figure(passage.text[start:end], start, end, None, None, None, unit, kind, "exact", "")
