"""The one thing this package speaks of: a quantity as it stands in a text, and the same as plain data for JSON."""

from collections.abc import Iterable
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


FIELDS = ("text", "start", "end", "value", "low", "high", "unit", "kind", "qualifier", "noun")
"""Keys of one figure, in this order."""


def figure_dicts(figures: Iterable[Figure]) -> list[dict[str, str | int | None]]:
    """All figures of one text, in its order; `value`, `low` and `high` are plain decimal strings or None."""
    dicts: list[dict[str, str | int | None]] = []
    for figure in figures:
        data = {field: getattr(figure, field) for field in FIELDS}
        data |= {field: plain_decimal(data[field]) for field in ("value", "low", "high")}
        if figure.unit == "percentage_point" and not figure.text.isascii():
            data["unit"] = "percent"  # readers of Chinese put 百分点 under percent; `kind` still tells the two apart
        dicts.append(data)
    return dicts


def plain_decimal(value: Decimal | None) -> str | None:
    """Every digit without exponent, and no zeros behind the point that say nothing: "4.8" for 4.800."""
    if value is None:
        return None
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
