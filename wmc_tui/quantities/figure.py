"""The one thing this package speaks of: a quantity as it stands in a text."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity found in a text, where it stands, and what it says."""

    text: str
    """The figure as written: number, scale, unit or counted noun, and a hedge inside it, never one before it."""
    start: int
    """Where it begins, in code points."""
    end: int
    """One past its last code point."""
    value: Decimal | None
    """Amount in the unit; None for ranges, dates, composites and vague numbers."""
    low: Decimal | None
    """Lower end of what it stands for; None where there is none."""
    high: Decimal | None
    """Upper end of what it stands for; None where there is none."""
    unit: str | None
    """ISO 4217 code, `percent`, `percentage_point`, an SI symbol, `count`, `year`, `day`, `date`, ... or None."""
    kind: str
    """`number`, `count`, `currency`, `percent`, `percentage_point`, `measure`, `duration`, `year`, `date`, `ordinal`,
    `composite` or `threshold` (a condition such as "1 billion yuan and above", not a total)."""
    qualifier: str
    """`exact`, `over`, `at_least`, `nearly`, `about`, `up_to`, `less_than` or `expected`."""
    noun: str
    """What a count counts, as written: English noun or Chinese classifier; empty for other kinds."""
