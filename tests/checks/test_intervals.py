"""Arithmetic with intervals holds whatever arithmetic with their values gives."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wmc_tui.checks.intervals import add, distance, divide, multiply, negate, point, subtract
from wmc_tui.quantities.interval import Interval

OPERATIONS = {
    "+": (add, Fraction.__add__),
    "-": (subtract, Fraction.__sub__),
    "*": (multiply, Fraction.__mul__),
    "/": (divide, Fraction.__truediv__),
}
ENDS = st.decimals(-(10**6), 10**6, places=3) | st.just(Decimal(0)) | st.integers(-3, 3).map(Decimal)


@st.composite
def interval_and_value(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval, perhaps without an end or with open ones, and a value within it."""
    value = draw(ENDS)
    low = draw(st.none() | ENDS.filter(lambda end: end <= value))
    high = draw(st.none() | ENDS.filter(lambda end: end >= value))
    low_closed = low is not None and (low == value or draw(st.booleans()))
    high_closed = high is not None and (high == value or draw(st.booleans()))
    return Interval(low, high, low_closed, high_closed), Fraction(value)


def holds(interval: Interval, value: Fraction) -> bool:
    above = interval.low is None or (
        Fraction(interval.low) <= value if interval.low_closed else Fraction(interval.low) < value
    )
    below = interval.high is None or (
        value <= Fraction(interval.high) if interval.high_closed else value < Fraction(interval.high)
    )
    return above and below


@given(sign=st.sampled_from("+-*/"), a=interval_and_value(), b=interval_and_value())
def test_the_result_holds_the_result_of_any_two_values(
    sign: str, a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    of_intervals, of_values = OPERATIONS[sign]
    result = of_intervals(a[0], b[0])
    if sign == "/":
        if holds(b[0], Fraction(0)):
            assert result is None
            return
        assume(b[1] != 0)
    assert result is not None
    assert holds(result, of_values(a[1], b[1]))


@given(st.sampled_from("+-*"), ENDS, ENDS)
def test_points_give_points(sign: str, a: Decimal, b: Decimal) -> None:
    of_intervals, of_values = OPERATIONS[sign]
    result = of_intervals(point(a), point(b))
    assert result is not None
    assert result.low == result.high
    assert Fraction(result.low or 0) == of_values(Fraction(a), Fraction(b))
    assert (result.low_closed, result.high_closed) == (True, True)


def test_a_quotient_that_does_not_end_is_rounded_outwards() -> None:
    third = divide(point(Decimal(1)), point(Decimal(3)))
    assert third is not None
    assert third.low is not None
    assert third.high is not None
    assert third.low < third.high
    assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)
    assert third.high - third.low < Decimal("1e-39")


@pytest.mark.parametrize(
    ("low", "high", "low_closed", "high_closed"),
    [("0", "0", True, True), ("-1", "1", False, False), ("0", "5", True, True), ("-5", "0", True, True)],
)
def test_nothing_is_known_of_a_quotient_by_what_holds_zero(
    low: str, high: str, low_closed: bool, high_closed: bool
) -> None:
    assert divide(point(Decimal(1)), Interval(Decimal(low), Decimal(high), low_closed, high_closed)) is None


def test_an_open_zero_gives_an_open_end() -> None:
    result = divide(point(Decimal(2)), Interval(Decimal(0), Decimal(4), False, True))
    assert result == Interval(Decimal("0.5"), None, True, False)


def test_what_is_unknown_stays_unknown() -> None:
    for work in (add, subtract, multiply, divide):
        assert work(None, point(Decimal(1))) is None
        assert work(point(Decimal(1)), None) is None
    assert negate(None) is None


def test_open_ends_stay_open() -> None:
    over = Interval(Decimal(430), None, low_closed=False)
    assert add(over, point(Decimal(1))) == Interval(Decimal(431), None, low_closed=False)
    assert negate(over) == Interval(None, Decimal(-430), low_closed=False, high_closed=False)
    assert multiply(over, point(Decimal(-2))) == Interval(None, Decimal(-860), low_closed=False, high_closed=False)


@given(interval_and_value(), interval_and_value())
def test_distance_is_zero_exactly_where_no_gap_lies_between(
    a: tuple[Interval, Fraction], b: tuple[Interval, Fraction]
) -> None:
    apart = distance(a[0], b[0])
    assert apart == distance(b[0], a[0])
    assert apart >= 0
    if a[0].meets(b[0]):
        assert apart == 0
    if apart:
        assert abs(a[1] - b[1]) >= Fraction(apart) * Fraction(999, 1000)
