"""What a quantity stands for, when two agree, and which slips are named."""

from decimal import Decimal

import pytest

from wmc_tui.quantities.interval import Interval, agree, interval, interval_of, slip
from wmc_tui.quantities.recogniser import recognise


@pytest.mark.parametrize(
    ("text", "low", "high"), [("七成六", "75.5", "76.5"), ("七成半", "72.5", "77.5"), ("一年半", "1.25", "1.75")]
)
def test_half_or_last_digit_behind_the_unit_is_the_last_place(text: str, low: str, high: str) -> None:
    (figure,) = recognise(text)
    assert (figure.low, figure.high) == (Decimal(low), Decimal(high))


def read(text: str) -> Interval:
    (figure,) = recognise(text)
    allowed = interval_of(figure)
    assert allowed is not None
    return allowed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("91%", Interval(Decimal("90.5"), Decimal("91.5"))),
        ("342.5 billion yuan", Interval(Decimal("342450000000"), Decimal("342550000000"))),
        ("3425亿元", Interval(Decimal("342450000000"), Decimal("342550000000"))),
        ("1.6万名", Interval(Decimal(15500), Decimal(16500))),
        ("over 430 projects", Interval(Decimal(430), None, low_closed=False)),
        ("at least 430 projects", Interval(Decimal(430), None)),
        ("nearly 1,400 guests", Interval(Decimal(1260), Decimal(1400))),
        ("about 500 people", Interval(Decimal(450), Decimal(550), high_closed=True)),
        ("up to 40 people", Interval(None, Decimal(40), high_closed=True)),
        ("20-24 people", Interval(Decimal(20), Decimal(24), high_closed=True)),
        ("in 2018", Interval(Decimal(2018), Decimal(2018), high_closed=True)),
    ],
)
def test_interval_as_written(text: str, expected: Interval) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("more than 430 projects", "436个", True),
        ("over 430 projects", "430 projects", True),
        ("RMB 447 billion", "4471亿元", True),
        ("nearly 1,400 guests", "1401名", False),
        ("587 projects", "587个", True),
        ("587 projects", "588个", False),
        ("91%", "90.6%", True),
        ("91%", "91个", False),
        ("15 guests", "14-16 guests", True),
    ],
)
def test_agreement(first: str, second: str, expected: bool) -> None:
    a, b = recognise(first)[0], recognise(second)[0]
    assert agree(a, b) is expected and agree(b, a) is expected


def test_composites_agree_by_their_wording() -> None:
    a, b, c = (recognise(text)[0] for text in ("1+6+11", "“1+6+11”", "1+6+12"))
    assert agree(a, b) and not agree(a, c)


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        ("342500000000", "34250000000", "10x"),
        ("1", "100", "100x"),
        ("1000", "1", "1,000x"),
        ("16000", "1.6", "10^4"),
        ("3425", "342500000000", "10^8"),
        ("3425", "3426", None),
        ("0", "10", None),
        ("5", "100000", None),
    ],
)
def test_slip(a: str, b: str, name: str | None) -> None:
    assert slip(Decimal(a), Decimal(b)) == name


def test_bad_input_is_named() -> None:
    with pytest.raises(ValueError, match="unknown qualifier 'maybe'"):
        interval(Decimal(5), "maybe")
    with pytest.raises(ValueError, match="NaN"):
        interval(Decimal("NaN"))


def test_membership() -> None:
    assert Decimal("90.5") in interval(Decimal(91)) and Decimal("91.5") not in interval(Decimal(91))
