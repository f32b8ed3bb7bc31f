"""Which factor of a well-known slip explains that two figures do not agree."""

from collections.abc import Callable
from decimal import Decimal

from wmc_tui.checks.intervals import multiply, point
from wmc_tui.quantities.interval import Interval
from wmc_tui.quantities.number import EXACT, ONE

_POWERS = {1: "10x", 2: "100x", 3: "1,000x", 4: "10^4", 8: "10^8"}
_ROUGHLY = Interval(Decimal("0.88"), Decimal("1.12"), True, True)
_LEAST = Decimal(5)
"""Figures nearer to each other than by this factor have not slipped by ten."""


def slip_between(a: Interval, b: Interval) -> str | None:
    """The factor between two intervals that is a slip, exactly or to within 12 percent; None where there is none."""
    if not _apart(a, b):
        return None
    for power, name in _POWERS.items():
        for small, large in ((a, b), (b, a)):
            scaled = multiply(small, point(EXACT.scaleb(ONE, power)))
            roughly = multiply(scaled, _ROUGHLY)
            if roughly is not None and roughly.meets(large):
                return name
    return None


def slip_within(names: list[str], holds: Callable[[str, Decimal], bool]) -> tuple[str, str] | None:
    """The slip of one of the facts computed from: `holds(id, factor)` says whether all is well with it taken so.

    Gives the name of the factor and the id.
    """
    for power, name in _POWERS.items():
        for sign in (power, -power):
            for each in names:
                if holds(each, EXACT.scaleb(ONE, sign)):
                    return name, each
    return None


def _apart(a: Interval, b: Interval) -> bool:
    """Whether two intervals, bounded and of one sign, are apart by more than a slip of nothing."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return False
    if not (a.low > 0 and b.low > 0) and not (a.high < 0 and b.high < 0):
        return False
    sizes = sorted((sorted((abs(one.low or ONE), abs(one.high or ONE))) for one in (a, b)), key=lambda ends: ends[0])
    return sizes[1][0] > _LEAST * sizes[0][1]
