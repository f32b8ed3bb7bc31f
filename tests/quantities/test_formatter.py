"""Quantities as English and Chinese write them."""

import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest

from wmc_tui.quantities.formatter import format_en, format_zh


@pytest.mark.parametrize(
    ("value", "unit", "options", "expected"),
    [
        ("342500000000", "CNY", {}, "342.5 billion yuan"),
        ("342500000000", "CNY", {"style": "compact"}, "CNY 342.5bn"),
        ("342500000000", "", {"style": "compact"}, "342.5bn"),
        ("342500000000", "CNY", {"style": "plain"}, "342500000000"),
        ("16000", "count", {"noun": "guests"}, "16,000 guests"),
        ("430", "count", {"noun": "projects", "qualifier": "over"}, "over 430 projects"),
        ("1400", "count", {"noun": "guests", "qualifier": "nearly"}, "nearly 1,400 guests"),
        ("1", "count", {"noun": "countries"}, "1 country"),
        ("1", "count", {"noun": "businesses"}, "1 business"),
        ("70190000000", "USD", {}, "70.19 billion US dollars"),
        ("19.10", "percent", {}, "19.10%"),
        ("0.04", "percentage_point", {}, "0.04 percentage points"),
        ("80000", "m2", {}, "80,000 square meters"),
        ("600", "km/h", {}, "600 km/h"),
        ("22", "ordinal", {}, "22nd"),
        ("113", "ordinal", {}, "113th"),
        ("1E+3", "t", {}, "1,000 tons"),
        ("-0", "", {}, "0"),
    ],
)
def test_english(value: str, unit: str, options: dict[str, Any], expected: str) -> None:
    assert format_en(Decimal(value), unit, **options) == expected


@pytest.mark.parametrize(
    ("value", "unit", "options", "expected"),
    [
        ("342500000000", "CNY", {}, "3425亿元"),
        ("4180000000000", "CNY", {}, "4.18万亿元"),
        ("16000", "count", {"noun": "名"}, "1.6万名"),
        ("3000", "count", {"noun": "件"}, "3000件"),
        ("430", "count", {"noun": "个", "qualifier": "over"}, "430多个"),
        ("436", "count", {"noun": "个", "qualifier": "over"}, "超436个"),
        ("1400", "count", {"noun": "名", "qualifier": "nearly"}, "近1400名"),
        ("80000", "m2", {}, "8万平方米"),
        ("6", "ordinal", {"noun": "届"}, "第6届"),
        ("342500000000", "CNY", {"style": "plain"}, "342500000000"),
    ],
)
def test_chinese(value: str, unit: str, options: dict[str, Any], expected: str) -> None:
    assert format_zh(Decimal(value), unit, **options) == expected


@pytest.mark.parametrize(
    ("value", "options", "message"),
    [
        ("NaN", {}, "NaN"),
        ("1", {"style": "long"}, "unknown style 'long'"),
        ("1", {"qualifier": "maybe"}, "unknown qualifier 'maybe'"),
    ],
)
def test_bad_input_is_named(value: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        format_en(Decimal(value), "", **options)
    with pytest.raises(ValueError, match=message):
        format_zh(Decimal(value), "", **options)


def test_formatter_does_not_load_the_recogniser() -> None:
    program = "import sys, wmc_tui.quantities.formatter; print(*sorted(m for m in sys.modules if 'quantities' in m))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert loaded.split() == ["wmc_tui.quantities", "wmc_tui.quantities.formatter"]
