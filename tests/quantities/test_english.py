"""English quantities, form by form: value, unit, qualifier, noun."""

from decimal import Decimal

import pytest

from wmc_tui.quantities.recogniser import recognise


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("16,000", "16000", None),
        ("1 600 000", "1600000", None),
        ("12,34,567.89", "1234567.89", None),
        ("０.５", "0.5", None),
        (".25", "0.25", None),
        ("1,3", "1.3", None),
        ("10 1/2 miles", "10.5", "mi"),
        ("seven", "7", None),
        ("one hundred and sixty-one", "161", None),
        ("two and a half million", "2500000", None),
        ("twenty-one trillion and three hundred", "21000000000300", None),
        ("half a million", "500000", None),
        ("three quarters of a billion dollars", "750000000", "USD"),
        ("a dozen firms", "12", "count"),
        ("half a dozen firms", "6", "count"),
        ("more than a third.", "0.333333333333333", None),
        ("2023 saw growth", "2023", "year"),
        ("about half an hour", "0.5", "hour"),
        ("two thirds of them", "0.666666666666667", None),
        ("nine point nought four", "9.04", None),
        ("4 thousand 3 hundred", "4300", None),
        ("three lakh crore", "3000000000000", None),
        ("5 mln", "5000000", None),
        ("5 bn", "5000000000", None),
        ("5 trn", "5000000000000", None),
        ("20k", "20000", None),
        ("342.5 billion yuan", "342500000000", "CNY"),
        ("RMB 447 billion", "447000000000", "CNY"),
        ("US$ 70.19 billion", "70190000000", "USD"),
        ("U$150 billion", "150000000000", "USD"),
        ("HK$5", "5", "HKD"),
        ("NT$5", "5", "TWD"),
        ("c $ 16.4 million", "16400000", "CAD"),
        ("€5 million", "5000000", "EUR"),
        ("$3m", "3000000", "USD"),
        ("CNY 342.5bn", "342500000000", "CNY"),
        ("120 MEUR", "120000000", "EUR"),
        ("a 10-billion-yuan fund", "10000000000", "CNY"),
        ("3 dollars 50 cents", "3.5", "USD"),
        ("91%", "91", "percent"),
        ("91 per cent", "91", "percent"),
        ("5‰", "0.5", "percent"),
        ("0.04 percentage points", "0.04", "percentage_point"),
        ("20,000-square-meter hall", "20000", "m2"),
        ("100,000 sq. m", "100000", "m2"),
        ("100,000㎡", "100000", "m2"),
        ("10 sq.km", "10", "km2"),
        ("20 GWh", "20", "GWh"),
        ("5 MWh", "5", "MWh"),
        ("3 nautical miles", "3", "nmi"),
        ("37℃", "37", "°C"),
        ("-5 degrees Celsius", "-5", "°C"),
        ("600 km per hour", "600", "km/h"),
        ("an 80,000-ton press", "80000", "t"),
        ("300 MW", "300", "MW"),
        ("a five-day event", "5", "day"),
        ("five successive years", "5", "year"),
        ("a trillion-scale cluster", "1000000000000", None),
        ("-5%", "-5", "percent"),
        ("minus five point five", "-5.5", None),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str | None) -> None:
    (figure,) = recognise(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "written", "noun"),
    [
        ("587 projects", "587 projects", "projects"),
        ("359,000 offline visitors came", "359,000 offline visitors", "visitors"),
        ("1,646 cooperation intentions", "1,646 cooperation intentions", "intentions"),
        ("66 battery and new energy vehicle projects", "66 battery and new energy vehicle projects", "projects"),
        ("1 project", "1 project", "project"),
        ("13.828 million people", "13.828 million people", "people"),
        ("80 companies and others", "80 companies", "companies"),
        ("500+ companies", "500+ companies", "companies"),
    ],
)
def test_counted_noun(text: str, written: str, noun: str) -> None:
    (figure,) = recognise(text)
    assert (figure.text, figure.unit, figure.kind, figure.noun) == (written, "count", "count", noun)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("20-24 projects", "20", "24", "count"),
        ("5% to 8%", "5", "8", "percent"),
        ("between 3 and 5 million yuan", "3000000", "5000000", "CNY"),
        ("$1.5 billion to $2 billion", "1500000000", "2000000000", "USD"),
        ("3-5 billion yuan", "3000000000", "5000000000", "CNY"),
        ("RMB 3 billion to RMB 5 billion", "3000000000", "5000000000", "CNY"),
        ("between HK$3 and HK$5 million", "3000000", "5000000", "HKD"),
        ("€3m–€5m", "3000000", "5000000", "EUR"),
        ("2018-2023", "2018", "2023", "year"),
    ],
)
def test_range(text: str, low: str, high: str, unit: str) -> None:
    (figure,) = recognise(text)
    assert (figure.value, figure.low, figure.high, figure.unit) == (None, Decimal(low), Decimal(high), unit)


def test_two_ends_told_by_from_are_two_quantities() -> None:
    assert [f.value for f in recognise("rose from 5% to 8%")] == [5, 8]
    assert [f.value for f in recognise("rose by 3 million yuan to 17 billion yuan")] == [3 * 10**6, 17 * 10**9]
    (by,) = recognise("rose by 5 to 10 percent")
    assert (by.value, by.low, by.high) == (None, Decimal(5), Decimal(10))


BEFORE = {
    "over": "over, more than, exceeding, surpassing a significant",
    "at_least": "at least",
    "up_to": "up to",
    "nearly": "nearly, almost",
    "about": "about, some, around, approximately, (approx.",
    "less_than": "less than",
    "expected": "is expected to reach",
    "exact": "a total of",
}


@pytest.mark.parametrize(
    ("before", "qualifier"), [(words, name) for name, line in BEFORE.items() for words in line.split(", ")]
)
def test_hedge_before(before: str, qualifier: str) -> None:
    (figure,) = recognise(f"It drew {before} 430 guests")
    assert (figure.text, figure.qualifier) == ("430 guests", qualifier)


def test_threshold_is_no_total() -> None:
    threshold, total = recognise("7 of 10 billion yuan and above, worth 90.2 billion yuan in all")[1:]
    assert (threshold.kind, threshold.qualifier, threshold.unit) == ("threshold", "at_least", "CNY")
    assert (total.kind, total.qualifier) == ("currency", "exact")


@pytest.mark.parametrize(
    ("text", "written", "kind"),
    [
        ("September 20 to 24", "September 20 to 24", "date"),
        ("Sept. 20 to 23, 2024", "Sept. 20 to 23, 2024", "date"),
        ("24-26 May, 2018", "24-26 May, 2018", "date"),
        ("2023-09-28", "2023-09-28", "date"),
        ("on the 24th: news", "24th", "date"),
        ("the 21st century", "21st", "ordinal"),
        ("the sixth edition", "sixth", "ordinal"),
        ("in 2018", "2018", "year"),
        ("the 2023 World Convention", "2023", "year"),
        ("1 + 8 + 12", "1 + 8 + 12", "composite"),
        ("a 6+6+X system", "6+6+X", "composite"),
        ('"1+8+12"', "1+8+12", "composite"),
    ],
)
def test_told_apart_from_counts(text: str, written: str, kind: str) -> None:
    (figure,) = recognise(text)
    assert (figure.text, figure.kind) == (written, kind)


NO_QUANTITY = (
    'Top 500; Fortune Global 500 companies; the "Oryx 3.0" platform; LY-1; 5G networks; COVID-19; '
    '"Six hundred"; thousands of miles; tens of thousands; Oryx 3.0; iPhone 15; +86 551 6260 1234; '
    "(0551) 62601234; Page 3 of 12; Views: 1234; version 3.2; v2.1.3; at 16:32:08; at 6 p.m.; room 302; "
    "123 Main Street; call 555-1234; tel: 62601234; 1. Introduction; | 135 Views |; see (2719); 3:1; "
    "12abc; https://example.org/2023/15?x=30%25; the one you mentioned; billion yuan, % and %; "
    "a total investment of billion yuan"
)


@pytest.mark.parametrize("text", NO_QUANTITY.split("; "))
def test_no_quantity(text: str) -> None:
    assert recognise(text) == []


@pytest.mark.parametrize(
    ("text", "written", "qualifier", "kind"),
    [
        ("430 or more guests", "430 or more guests", "at_least", "count"),
        ("430-plus guests", "430-plus guests", "at_least", "count"),
        ("twenty or so firms", "twenty or so firms", "about", "count"),
        ("430 guests at least.", "430 guests", "at_least", "count"),
        ("430 guests at most", "430 guests", "up_to", "count"),
        ("5 billion yuan or above", "5 billion yuan", "at_least", "threshold"),
        ("projects of 5 billion yuan and above", "5 billion yuan", "at_least", "threshold"),
        ("held over the four days", "four days", "exact", "duration"),
        ("over four days", "four days", "over", "duration"),
    ],
)
def test_hedge_behind_and_within(text: str, written: str, qualifier: str, kind: str) -> None:
    (figure,) = recognise(text)
    assert (figure.text, figure.qualifier, figure.kind) == (written, qualifier, kind)


@pytest.mark.parametrize("joined", ["and over 200 buyers", "and above RMB 5 billion", "or under ten days"])
def test_hedge_of_the_next_quantity_is_not_that_of_the_one_before(joined: str) -> None:
    first, second = recognise(f"80,000 visitors {joined}")
    assert (first.kind, first.qualifier) == ("count", "exact")
    assert second.qualifier in ("over", "less_than")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Manufacturing projects number 656.", [656]),
        ("Projects of 1 billion yuan or more number 167.", [10**9, 167]),
        ("Item number 656", []),
        ("Their address number 12", []),
    ],
)
def test_number_is_a_verb_behind_what_is_counted(text: str, values: list[int]) -> None:
    assert [figure.value for figure in recognise(text)] == values
