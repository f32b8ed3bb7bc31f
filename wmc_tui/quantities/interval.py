"""What a quantity stands for: an interval, given by how it was hedged and how exactly it was written."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from wmc_tui.model.vocabulary import SLIPS
from wmc_tui.quantities.figure import Figure
from wmc_tui.quantities.number import EXACT, ONE, last_place, plain

_NEAR = Decimal("0.1")
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a quantity allows."""

    low: Decimal | None
    """Lower end; None where it is open to minus infinity."""
    high: Decimal | None
    """Upper end; None where it is open to infinity."""
    low_closed: bool = True
    """Whether `low` itself belongs to it."""
    high_closed: bool = False
    """Whether `high` itself belongs to it."""

    def __contains__(self, value: Decimal) -> bool:
        return self.meets(Interval(value, value, True, True))

    def meets(self, other: "Interval") -> bool:
        """Whether some value belongs to both."""
        return not (_before(self, other) or _before(other, self))


def interval(value: Decimal, qualifier: str = "exact", step: Decimal | None = None) -> Interval:
    """The interval of `value` under `qualifier`.

    `step` is what one unit in the last written place is worth (10**8 for 342.5 billion); without it, the last digit
    of `value` counts. "91%" is [90.5, 91.5), "over 430" above 430, "nearly 1,400" the tenth below 1,400, "about" a
    tenth to either side. ValueError for an unknown qualifier or a value that is not finite.
    """
    if not value.is_finite():
        raise ValueError(f"no interval can be built on {value}")
    if step is None:
        step = min(last_place(value), ONE)
    half = _half(step)
    if qualifier in ("exact", "expected"):
        return Interval(EXACT.subtract(value, half), EXACT.add(value, half))
    near = EXACT.multiply(value.copy_abs(), _NEAR)
    if qualifier == "about":
        reach = max(near, half)
        return Interval(_tidy(EXACT.subtract(value, reach)), _tidy(EXACT.add(value, reach)), True, True)
    if qualifier == "nearly":
        return Interval(_tidy(EXACT.subtract(value, near)), value)
    bounds = {
        "over": Interval(value, None, low_closed=False),
        "at_least": Interval(value, None),
        "up_to": Interval(None, value, high_closed=True),
        "less_than": Interval(None, value),
    }
    if qualifier not in bounds:
        raise ValueError(f"unknown qualifier {qualifier!r}")
    return bounds[qualifier]


def interval_of(figure: Figure) -> Interval | None:
    """The interval of a figure; None for dates, composites and shares without a number."""
    if figure.low is None and figure.high is None:
        return None
    point_like = figure.value is None or figure.low == figure.high or figure.qualifier == "about"
    return Interval(
        figure.low,
        figure.high,
        low_closed=figure.qualifier != "over",
        high_closed=point_like or figure.qualifier == "up_to",
    )


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures can both be true: their intervals meet, and their units, where both have one, are equal."""
    if a.unit and b.unit and a.unit != b.unit:
        return False
    first, second = interval_of(a), interval_of(b)
    return a.text == b.text if first is None or second is None else first.meets(second)


def slip(a: Decimal, b: Decimal) -> str | None:
    """The factor between two values where it is a well-known slip: "10x", "100x", "1,000x", "10^4" (万) or "10^8" (亿)."""
    if not (a.is_finite() and b.is_finite()) or not a or not b:
        return None
    small, large = sorted((a, b), key=lambda value: value.copy_abs())
    for candidate in SLIPS:
        if EXACT.scaleb(small, candidate.power) == large:
            return candidate.name
    return None


@lru_cache(maxsize=256)
def _half(step: Decimal) -> Decimal:
    return _tidy(EXACT.multiply(step, _HALF))


def _tidy(value: Decimal) -> Decimal:
    return plain(EXACT.normalize(value))


def _before(first: Interval, second: Interval) -> bool:
    """Whether all of the first lies below all of the second."""
    if first.high is None or second.low is None:
        return False
    return first.high < second.low or (first.high == second.low and not (first.high_closed and second.low_closed))
