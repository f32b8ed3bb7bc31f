"""Figures as the JSON of the command."""

from decimal import Decimal

from wmc_tui.quantities.figure import FIELDS, figure_dicts, plain_decimal
from wmc_tui.quantities.recogniser import recognise


def test_one_figure() -> None:
    (row,) = figure_dicts(recognise("投资总额3425亿元"))
    assert tuple(row) == FIELDS
    assert row == {
        "text": "3425亿元",
        "start": 4,
        "end": 10,
        "value": "342500000000",
        "low": "342450000000",
        "high": "342550000000",
        "unit": "CNY",
        "kind": "currency",
        "qualifier": "exact",
        "noun": "",
    }


def test_ends_and_values_that_are_not_there() -> None:
    over, day = figure_dicts(recognise("over 430 projects on Sept. 20"))
    assert (over["low"], over["high"]) == ("430", None)
    assert (day["value"], day["low"], day["high"], day["unit"]) == (None, None, None, "date")


def test_percentage_points_keep_their_kind() -> None:
    english, chinese = figure_dicts(recognise("0.3 percentage points, 0.3个百分点"))
    assert (english["unit"], chinese["unit"]) == ("percentage_point", "percent")
    assert english["kind"] == chinese["kind"] == "percentage_point"


def test_plain_decimals_have_no_exponent() -> None:
    assert plain_decimal(Decimal("3.4250E+11")) == "342500000000"
    assert plain_decimal(Decimal("4.800")) == "4.8"
    assert plain_decimal(Decimal("0.000")) == "0"
