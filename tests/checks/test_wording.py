"""Outcomes in words."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.checks.conftest import fact
from wmc_tui.checks.outcome import Outcome
from wmc_tui.checks.wording import formula_words, interval_words, off_words, value_words
from wmc_tui.model import Bilingual, Lang
from wmc_tui.quantities.interval import Interval

Outcomes = Callable[..., dict[str, Outcome]]


def interval(low: str | None, high: str | None, *closed: bool) -> Interval:
    return Interval(low and Decimal(low), high and Decimal(high), *closed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "unit", "en", "zh"),
    [
        (interval("90.5", "91.5"), "percent", "90.5% to 91.5%", "90.5%至91.5%"),
        (
            interval("342450000000", "342550000000"),
            "CNY",
            "342.45 to 342.55 billion yuan",
            "3424.5亿元至3425.5亿元",
        ),
        (interval("1500000000000", None, False), "CNY", "over 1.5 trillion yuan", "超1.5万亿元"),
        (interval("70", None), "percent", "at least 70%", "至少70%"),
        (interval(None, "60", True, True), "count", "up to 60 projects", "至多60个"),
        (interval("436", "436", True, True), "count", "436 projects", "436个"),
        (interval("33.333333333333", "33.34"), "percent", "33.33333% to 33.34%", "33.33333%至33.34%"),
        (None, "count", "not known", "无法计算"),
    ],
)
def test_an_interval_in_words(given: Interval | None, unit: str, en: str, zh: str) -> None:
    said = interval_words(given, unit, Bilingual("projects", "个"))
    assert said.en == en
    assert said.zh == zh


def test_a_formula_shows_figures_for_ids(outcomes: Outcomes) -> None:
    tables = (
        fact("2019.signed", "projects", 1587, zh="1587个"),
        fact("2019.signed.more", "projects", 3, part="chips", qualifier="about", zh="3个"),
        fact("2019.share", "projects", 91, part="chips", measure="share", unit="percent", zh="91%"),
    )
    outcome = outcomes(*tables)["share:2019.share"]
    assert formula_words(outcome, Lang.EN) == "100 × about 3 / 1,587"
    assert formula_words(outcome, Lang.ZH) == "100 × 约3 / 1587"
    assert value_words(outcome).en == "0.1890359%"
    assert "percentage points apart" in off_words(outcome).en


def test_a_slip_is_said_in_both_languages(outcomes: Outcomes) -> None:
    tables = (
        fact("2019.money", "money", 17365000000, zh="173.65亿元"),
        fact("2019.money.wire", "money", 173650000000, en="173.65 billion yuan"),
    )
    outcome = outcomes(*tables)["languages:2019.money.wire/2019.money"]
    said = off_words(outcome)
    assert said.en == "156.3 billion yuan apart, a slip of 10x in 2019.money.wire"
    assert said.zh == "相差1563亿元，2019.money.wire有10倍之差"
    assert formula_words(outcome, Lang.EN) == "17.365bn"
