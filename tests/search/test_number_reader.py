"""Ranges and comparisons: what is in them, and what is none."""

from decimal import Decimal

import pytest

from tests.search.examples import EDITIONS
from wmc_tui.search.query.numbers import Range
from wmc_tui.search.query.query import Query, parse

BILLION = 10**9


def query(text: str) -> Query:
    return parse(text, EDITIONS)


def the_range(text: str) -> Range:
    (found,) = query(text).ranges
    return found


COMPARISONS = {
    (">", 100 * BILLION, None): ">100bn|＞100bn",
    (">=", 5, None): ">=5|≥ 5",
    ("<", 3000, None): "<3000",
    ("<=", 3000, None): "≤3000|<= 3,000",
    (">", 90, "percent"): ">90%|over 90%|more than 90 percent",
    (">=", 5 * BILLION, "CNY"): "at least 5 billion yuan",
    ("<=", 5 * BILLION, "USD"): "no more than $5bn",
    (">", 10 * BILLION, None): "超过100亿",
    (">", 10 * BILLION, "CNY"): "超过100億元",
    ("<=", 10 * BILLION, "CNY"): "不超过100亿元",
    (">=", 600, "count"): "不少于600个",
    ("<", 5, "percent"): "低于5%",
    (">", 200 * BILLION, None): "超过两千亿",
    (">", BILLION // 2, None): "over half a billion",
    (">", 5, None): "in excess of 5",
    (">", 100, "mu"): "逾100亩",
}


@pytest.mark.parametrize(
    ("text", "sign", "bound", "unit"),
    [(text, *meaning) for meaning, texts in COMPARISONS.items() for text in texts.split("|")],
)
def test_comparisons(text: str, sign: str, bound: int, unit: str | None) -> None:
    found = the_range(text)
    below = sign.startswith("<")
    ends = (None, bound) if below else (bound, None)
    assert (found.low, found.high, found.unit) == (*ends, unit)
    assert (found.high_closed if below else found.low_closed) is sign.endswith("=")
    assert query(text).clean == ""


RANGES = {
    (10 * BILLION, 20 * BILLION, None): "100..200 亿|100-200亿|100~200亿|100亿到200亿|between 10 and 20 bn|"
    "介于100和200亿之间|一百到两百亿",
    (10 * BILLION, 20 * BILLION, "CNY"): "100～200亿元|100至200亿元|from 10 to 20 billion yuan",
    (5 * BILLION, 10 * BILLION, "USD"): "$5..10bn",
    (5000, 12000, None): "5000-1.2万",
    (80, 90, "percent"): "80-90%",
    (100, 200, None): "200..100",
    (3, 5, None): "3-5",
}


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [(text, *meaning) for meaning, texts in RANGES.items() for text in texts.split("|")],
)
def test_ranges_have_the_scale_and_the_unit_of_their_right_end(
    text: str, low: int, high: int, unit: str | None
) -> None:
    found = the_range(text)
    assert (found.low, found.high, found.unit) == (Decimal(low), Decimal(high), unit)
    assert found.low_closed
    assert found.high_closed


@pytest.mark.parametrize(
    "text", ["~16000", "～16000", "≈16000", "约16000", "約16000", "about 16000", "around 16,000", "1.6万左右"]
)
def test_about_reaches_a_tenth_to_either_side(text: str) -> None:
    assert (the_range(text).low, the_range(text).high) == (Decimal(14400), Decimal(17600))


def test_two_comparisons_both_hold() -> None:
    first, second = query(">100bn <200bn").ranges
    assert (first.low, second.high) == (Decimal(100 * BILLION), Decimal(200 * BILLION))


@pytest.mark.parametrize(
    "text",
    "2018-05-25|5月25-27日|3-2 8|10亿元及以上项目|500 or more companies|1+6+11|->5|overview 5|to 5|> x|100..|"
    "5和6号馆|0551-6283|nearly 1,400 guests|over edition:2023 5|签约587个项目|签约 4471亿元|多达500家|"
    "as many as 500".split("|"),
)
def test_no_range_is_read_where_none_is_meant(text: str) -> None:
    assert query(text).ranges == ()


def test_a_telephone_number_is_no_amount() -> None:
    assert [number.value for number in query("0551-6283").numbers] == [None, None]


def test_words_around_a_range_are_searched() -> None:
    found = query("signed projects over 430 in Hefei")
    assert found.words == ("signed", "projects", "in", "hefei")
    assert found.clean == "signed projects in Hefei"


def test_a_comparison_in_words_keeps_its_number_and_hedge() -> None:
    found = query("over 430 projects")
    (number,) = found.numbers
    assert (number.value, number.qualifier, number.bound) == (Decimal(430), "over", True)
    assert found.ranges[0].worded
    assert query(">430 projects").numbers == ()


def test_holds_heeds_ends_units_and_hedges() -> None:
    over, up_to = the_range(">430"), the_range("<=90%")
    assert over.holds(Decimal(431), "CNY")
    assert not over.holds(Decimal(430), "count")
    assert over.holds(Decimal(430), "count", "over")
    assert up_to.holds(Decimal(90), "percent")
    assert not up_to.holds(Decimal(90), "percentage_point")
    assert not up_to.holds(Decimal("90.1"), "percent")
    assert the_range("<500").holds(Decimal(500), "count", "nearly")


def test_mere_digits_are_preferably_counts() -> None:
    assert the_range(">100").prefers("count")
    assert not the_range(">100").prefers("CNY")
    assert the_range(">100bn").prefers("CNY")
    assert the_range(">90%").prefers("percent")
    assert not the_range(">90%").prefers("count")
