"""What must hold for every text and every value."""

import sys
from collections.abc import Callable
from decimal import Decimal
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wmc_tui.model.units import CURRENCIES
from wmc_tui.quantities.formatter import format_en, format_zh
from wmc_tui.quantities.recogniser import recognise

PIECES = (
    "3425亿元|1.6万名|587 projects|two and a half million|一百零五万|US$ |%|个百分点|20-24|2023年|Sept. 20|约|超|over |nearly |"
    "第|届|1+6+11|分之|百|点|成|to |and |between |- |-|.|,| |\n|(|)|“|”|１６|km|per hour|RMB |几十|万|亿|零|half |first |www.|m|k"
).split("|")
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
QUALIFIERS = st.sampled_from(["exact", "over", "at_least", "nearly", "about", "up_to", "less_than", "expected"])
UNITS = st.sampled_from(["", "count", "percent", "percentage_point", "m2", "km/h", "t", "day", *sorted(CURRENCIES)])
VALUES = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e30"), max_value=Decimal("1e30"), places=3
)
WHOLE = st.one_of(st.integers(0, 3000), st.integers(0, 10**13)).map(Decimal)
SENTENCES = (
    "The fair drew 16,000 guests",
    "It signed 587 projects worth 342.5 billion yuan (about US$48 billion)",
    "Opened on Sept. 20, 2023, it ran for five days",
    "Shares of 91% and 89% were reported",
    "Between 3 and 5 million people watched",
    "No figure stands here",
    "共有587个项目签约，金额为3425亿元",
    "近1400名嘉宾到会，其中外宾两百余人",
    "展览面积8万平方米，比上届增长一成",
    "9月20日开幕",
    "这里没有数字",
)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from(["auto", "en", "zh"]))
def test_spans_are_their_text(text: str, lang: str) -> None:
    figures = recognise(text, lang)
    end = 0
    for figure in figures:
        assert end <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        end = figure.end


@settings(max_examples=300)
@given(st.one_of(VALUES, WHOLE), UNITS, QUALIFIERS, st.sampled_from(["full", "compact"]))
def test_english_round_trip(value: Decimal, unit: str, qualifier: str, style: str) -> None:
    text = format_en(value, unit, qualifier=qualifier, noun="projects", style=style)
    (figure,) = recognise(text)
    assert (figure.value, figure.unit, figure.qualifier) == (value, unit or None, qualifier)
    assert figure.end == len(text)


@settings(max_examples=300)
@given(st.one_of(VALUES, WHOLE), UNITS, QUALIFIERS)
def test_chinese_round_trip(value: Decimal, unit: str, qualifier: str) -> None:
    text = format_zh(value, unit, qualifier=qualifier, noun="个")
    (figure,) = recognise(text)
    # Without a unit, four digits read as a year, and 预计 before a year hedges nothing.
    reads_as_year = unit == "" and text.removeprefix("预计").isdecimal() and 1500 <= value <= 2100
    assert (figure.value, figure.qualifier) == (value, "exact" if reads_as_year else qualifier)
    assert figure.unit == ("year" if reads_as_year else unit or None)
    assert figure.end == len(text)


@given(st.integers(1, 10**6))
def test_ordinal_round_trip(number: int) -> None:
    for text in (format_en(Decimal(number), "ordinal"), format_zh(Decimal(number), "ordinal", noun="届")):
        (figure,) = recognise(text)
        assert (figure.value, figure.unit, figure.text) == (Decimal(number), "ordinal", text)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_what_surrounds_a_sentence_changes_nothing(sentences: list[str]) -> None:
    text, expected = "", []
    for sentence in sentences:
        for figure in recognise(sentence):
            expected.append(
                (figure.start + len(text), figure.text, figure.value, figure.unit, figure.qualifier, figure.noun)
            )
        text += sentence + ("。" if sentence[0] > "\u2fff" else ". ")
    read = [(f.start, f.text, f.value, f.unit, f.qualifier, f.noun) for f in recognise(text)]
    assert read == expected


def steps(work: Callable[[], Any]) -> int:
    """How many Python and built-in functions are called while `work` runs."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


TIGHT_RUNS = (
    "1 亿 万 一 十 零 几 第 半 a - + . , % $ 元 余 多 ( | 1, 1,111, 1+ 1- 1. 1: 1/ 一万 一亿 零一 十余 1月 1日 1年 2018- 5-6 5至 第一 百分之 分之 成 七成 US$ 1a a1 "
    "约 约1 one- http:// 1e １， 1、 (1) 𝟙 İ 五元三毛"
)
WORD_RUNS = " |\n|1 |111 |one |one hundred |million |and |half |% of |5 to 6 |between 1 and |5 x |1 one |point one |may 1 |1 sept |5 and "


@pytest.mark.parametrize("run", TIGHT_RUNS.split() + WORD_RUNS.split("|"))
def test_steps_grow_with_the_text_and_no_faster(run: str) -> None:
    short, long = (run * 400)[:400], (run * 1600)[:1600]
    few, many = steps(lambda: recognise(short)), steps(lambda: recognise(long))
    assert many <= 4.6 * few + 200


@pytest.mark.parametrize("char", ["7", "亿", "一", "a", " ", "第", ",", "-", "\U0001f600"])
def test_a_hundred_thousand_of_one_character(char: str) -> None:
    assert steps(lambda: recognise(char * 100_000)) < 3_000_000
