"""Sums, differences, products and quotients of intervals: whatever the operands are, the result holds theirs.

An end that does not end within 40 digits is rounded outwards. None stands for an interval of which nothing is known.
"""

from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import NamedTuple

from wmc_tui.quantities.interval import Interval

_DIGITS = 40
_DOWN = Context(prec=_DIGITS, rounding=ROUND_FLOOR, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_UP = Context(prec=_DIGITS, rounding=ROUND_CEILING, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_ZERO = Decimal(0)
_INFINITY = Decimal("Infinity")


class _End(NamedTuple):
    """An end of an interval: its value rounded down and up, and whether it belongs to the interval."""

    down: Decimal
    up: Decimal
    closed: bool


def point(value: Decimal) -> Interval:
    """The interval of one value."""
    return Interval(value, value, True, True)


def add(a: Interval | None, b: Interval | None) -> Interval | None:
    """Every sum of a value of `a` and one of `b`."""
    if a is None or b is None:
        return None
    low = None if a.low is None or b.low is None else _DOWN.add(a.low, b.low)
    high = None if a.high is None or b.high is None else _UP.add(a.high, b.high)
    return Interval(low, high, a.low_closed and b.low_closed, a.high_closed and b.high_closed)


def negate(a: Interval | None) -> Interval | None:
    """Every value of `a` with the other sign."""
    if a is None:
        return None
    low = None if a.high is None else a.high.copy_negate()
    high = None if a.low is None else a.low.copy_negate()
    return Interval(low, high, a.high_closed, a.low_closed)


def subtract(a: Interval | None, b: Interval | None) -> Interval | None:
    """Every difference of a value of `a` and one of `b`."""
    return add(a, negate(b))


def multiply(a: Interval | None, b: Interval | None) -> Interval | None:
    """Every product of a value of `a` and one of `b`."""
    if a is None or b is None:
        return None
    return _hull([_product(x, y) for x in _ends(a) for y in _ends(b)])


def divide(a: Interval | None, b: Interval | None) -> Interval | None:
    """Every quotient of a value of `a` and one of `b`; None where `b` holds zero."""
    if a is None or b is None or _ZERO in b:
        return None
    positive = b.high is None or b.high > 0
    quotients = (_quotient(x, y, positive) for x in _ends(a) for y in _ends(b))
    return _hull([quotient for quotient in quotients if quotient is not None])


def distance(a: Interval, b: Interval) -> Decimal:
    """How far apart two intervals are; 0 where they meet or touch."""
    if a.high is not None and b.low is not None and a.high < b.low:
        return _UP.subtract(b.low, a.high)
    if b.high is not None and a.low is not None and b.high < a.low:
        return _UP.subtract(a.low, b.high)
    return _ZERO


def _ends(a: Interval) -> tuple[_End, _End]:
    low = -_INFINITY if a.low is None else a.low
    high = _INFINITY if a.high is None else a.high
    return (_End(low, low, a.low_closed and a.low is not None), _End(high, high, a.high_closed and a.high is not None))


def _product(x: _End, y: _End) -> _End:
    """Zero times anything is zero, infinity too: it stands for values as large as you like, not for a value."""
    if not x.down or not y.down:
        return _End(_ZERO, _ZERO, (not x.down and x.closed) or (not y.down and y.closed))
    return _End(_DOWN.multiply(x.down, y.down), _UP.multiply(x.up, y.up), x.closed and y.closed)


def _quotient(x: _End, y: _End, positive: bool) -> _End | None:
    """None where both are zero or both infinite: the other ends then say how far the quotient goes."""
    if y.down.is_infinite():
        return None if x.down.is_infinite() else _End(_ZERO, _ZERO, not x.down and x.closed)
    if not y.down:
        if not x.down:
            return None
        far = _INFINITY if (x.down > 0) == positive else -_INFINITY
        return _End(far, far, False)
    if not x.down:
        return _End(_ZERO, _ZERO, x.closed)
    return _End(_DOWN.divide(x.down, y.down), _UP.divide(x.up, y.up), x.closed and y.closed)


def _hull(ends: list[_End]) -> Interval:
    low, high = min(end.down for end in ends), max(end.up for end in ends)
    return Interval(
        None if low.is_infinite() else low,
        None if high.is_infinite() else high,
        any(end.closed for end in ends if end.down == low),
        any(end.closed for end in ends if end.up == high),
    )
