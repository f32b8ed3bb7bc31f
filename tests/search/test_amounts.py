"""Numbers as they are typed, read without the recogniser's tables."""

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.examples import DIGITS
from wmc_tui.quantities.normalise import fold
from wmc_tui.quantities.recogniser import recognise
from wmc_tui.search.query.amounts import Amount, next_amount


def amount(text: str) -> Amount:
    found = next_amount(text, fold(text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    "4471亿|4471 亿|４４７１億|44710000万|44710000萬|0.4471万亿|447.1bn|447.1 bn|447.1BN|447.1 billion|"
    "447.1 billions|447.1 bilion|447.1 billoin|447.1 bil|447.1 bi|447.1 b|447.1b|0.4471 trillion|"
    "0.4471 trilion|0.4471tn|447100m|447100 million|447,100,000,000|447100000000|447100000k|¥447.1bn|"
    "￥447.1 billion|RMB 447.1 billion|447.1 billion yuan|4471亿元|人民币4471亿元".split("|"),
)
def test_one_value_in_every_form(text: str) -> None:
    assert amount(text).value == Decimal(447_100_000_000)


AMOUNTS: dict[tuple[int | str, str | None], str] = {
    (350_000, None): "350k|35万|350 thousand",
    (61_000, "m2"): "6.1万平方米|61,000 sq m|61,000 square metres",
    (16_500_000_000, "USD"): "$16.5bn|US$16.5 bn|16.5 billion US dollars|165亿美元",
    (500_000_000_000, "USD"): "$0.5t",
    (5, "t"): "5 t",
    (91, "percent"): "91%|９１％",
    ("-5.77", "percent"): "-5.77%",
    (4, "percentage_point"): "4个百分点",
    (16_000, "count"): "1.6万名",
    (30_000_000, None): "3千万",
    (350_000_000, None): "3亿5000万",
    (1200, "mu"): "1200亩",
    (16, "MW"): "16 MW",
    (2467, "m/s"): "2,467 m/s",
    ("447.1", "minute"): "447.1 min",
    (447_100_000, None): "447.1 mi",
    (861_000, None): "861,000 s",
    (861_000, "second"): "861,000 s and",
    (5_000_000_000, "CNY"): "rmb¥5bn",
    (4000, None): "4k",
    (12, "count"): "12场活动",
    (12, None): "12项目",
}


@pytest.mark.parametrize(
    ("text", "value", "unit"), [(text, *meaning) for meaning, texts in AMOUNTS.items() for text in texts.split("|")]
)
def test_the_unit_typed_is_the_unit_read(text: str, value: int | str, unit: str | None) -> None:
    assert (amount(text).value, amount(text).unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["447", "447.", "447.1", "447,", "447,1", "447.1 b", "447.1 bi", "447.1 m"])
def test_what_may_go_on_leaves_the_size_open(text: str) -> None:
    assert amount(text).bare


@pytest.mark.parametrize(
    "text", ["447.1bn", "447.1 bn", "447.1 billion", "447.1 bilion yuan", "447.1 b investment", "4471亿", "44%"]
)
def test_what_is_typed_in_full_has_its_size(text: str) -> None:
    assert not amount(text).bare


@pytest.mark.parametrize(
    "text",
    "5G|5g|7成|C919|COVID-19|1+6+11|5月25日|第5届|10:30|5th|3个月|430多个|100分之3|".split("|"),
)
def test_what_is_more_than_an_amount_is_left_to_the_recogniser(text: str) -> None:
    assert next_amount(text, fold(text)) is None


@given(
    DIGITS,
    st.sampled_from(["万", "亿", "万亿", "bn", " bn", " million", " trillion", "k", "%", " percent"]),
    st.sampled_from(["", "元", " yuan", "美元", "平方米", " m2", "个", "人"]),
)
def test_amounts_are_read_as_the_recogniser_reads_them(digits: str, scale: str, unit: str) -> None:
    text = digits + scale + unit
    whole = [figure for figure in recognise(text) if figure.text == text]
    found = next_amount(text, fold(text))
    if whole and whole[0].value is not None and found is not None and found.end == len(text):
        assert found.value == whole[0].value
        assert found.unit == (whole[0].unit if unit or scale in ("%", " percent") else None)


@pytest.mark.parametrize(
    "query", ["4471亿", "447.1 bn", "$16.5bn investment", "6.1万平方米", ">100bn", "edition:2023 ~16000"]
)
def test_common_numbers_do_not_load_the_recogniser(query: str) -> None:
    script = f"""
import sys
from wmc_tui.search.query.filter_values import FilterValues
from wmc_tui.search.query.query import parse
found = parse({query!r}, FilterValues(range(2018, 2026)))
assert found.numbers or found.ranges
print("wmc_tui.quantities.scanning" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
