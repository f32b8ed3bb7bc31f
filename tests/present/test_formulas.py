"""Outcomes in words: the formula with its numbers, what was reported, and how far the two are apart."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.checks.conftest import check, fact
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.model import Bilingual
from wmc_tui.present.formulas import (
    computed_text,
    difference_short,
    difference_text,
    formula_text,
    outcome_lines,
    reported_text,
    slip_text,
)
from wmc_tui.quantities.interval import Interval

Outcomes = Callable[..., dict[str, Outcome]]

HUGE = "9" * 30
"""As long as a value of a store may be."""


def interval(low: str | None, high: str | None, *closed: bool) -> Interval:
    return Interval(low and Decimal(low), high and Decimal(high), *closed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "unit", "en", "zh"),
    [
        (interval("90.5", "91.5"), "percent", "90.5% to 91.5%", "90.5%至91.5%"),
        (interval("342450000000", "342550000000"), "CNY", "342.45 to 342.55 billion yuan", "3424.5至3425.5亿元"),
        (interval("1500000000000", None, False), "CNY", "more than 1.5 trillion yuan", "1.5万亿元以上"),
        (interval("70", None), "percent", "70% or more", "70%及以上"),
        (interval(None, "60", True, True), "count", "up to 60 projects", "至多60个"),
        (interval("436", "436", True, True), "count", "436 projects", "436个"),
        (interval("33.333333333333", "33.34"), "percent", "33.33% to 33.34%", "33.33%至33.34%"),
        (interval(None, None), "count", "anything", "任意值"),
        (None, "count", "", ""),
    ],
)
def test_an_interval_in_words(outcomes: Outcomes, given: Interval | None, unit: str, en: str, zh: str) -> None:
    outcome = next(iter(outcomes(fact("2019.signed", "projects", 5, zh="5个", en="5 projects")).values()))
    reported = outcome.reported._replace(unit=unit, noun=Bilingual("projects", "个"))
    said = computed_text(outcome._replace(reported=reported, computed=given))
    assert (said.en, said.zh) == (en, zh)


def test_a_formula_shows_figures_for_ids(outcomes: Outcomes) -> None:
    tables = (
        fact("2019.signed", "projects", 1587, zh="1587个"),
        fact("2019.signed.more", "projects", 3, part="chips", qualifier="about", zh="3个"),
        fact("2019.share", "projects", 91, part="chips", measure="share", unit="percent", zh="91%"),
    )
    outcome = outcomes(*tables)["share:2019.share"]
    assert formula_text(outcome) == Bilingual("about 3 / 1,587 = 0.19%", "约3 / 1587 = 0.19%")
    assert difference_text(outcome).en.startswith("off by 9") and "percentage points" in difference_text(outcome).en


def test_a_slip_is_said_in_both_languages(outcomes: Outcomes) -> None:
    tables = (
        fact("2019.money", "money", 17365000000, zh="173.65亿元"),
        fact("2019.money.wire", "money", 173650000000, en="173.65 billion yuan"),
    )
    outcome = outcomes(*tables)["languages:2019.money.wire/2019.money"]
    assert slip_text(outcome) == Bilingual(
        "a slip of 10x in 173.65 billion yuan (2019)", "疑似差10倍：1736.5亿元（2019年）"
    )
    assert [line.name.en for line in outcome_lines(outcome)] == ["computed", "reported", "difference", "likely slip"]


def test_values_of_thirty_digits_are_worked_out(outcomes: Outcomes) -> None:
    outcome = outcomes(
        fact("2019.signed", "projects", 5, zh="5个"), fact("2019.signed.wire", "projects", HUGE, en=HUGE)
    )["languages:2019.signed.wire/2019.signed"]
    assert outcome.verdict is Verdict.FAILS
    assert difference_text(outcome).zh == "相差1000000000000000000万亿个"
    assert difference_short(outcome).startswith("off by 1,000,000")
    assert computed_text(outcome).en == "5 projects"


def test_growth_from_next_to_nothing_is_worked_out(outcomes: Outcomes) -> None:
    outcome = outcomes(
        fact("2018.money", "money", 1000, zh="1000元"),
        fact("2019.money", "money", HUGE, zh=f"{HUGE}元"),
        fact("2019.growth", "money", 50, measure="growth", unit="percent", zh="50%"),
    )["growth:2019.growth"]
    assert outcome.verdict is Verdict.FAILS
    assert formula_text(outcome).en.endswith("%")
    assert difference_text(outcome).en == "off by 99,950,024,987,506,246,876,561,718,989.78 percentage points"
    assert reported_text(outcome).en == "50% (49.5% to 50.5%)"


def test_what_is_hardly_off_has_as_many_places_as_show_it(outcomes: Outcomes) -> None:
    outcome = outcomes(
        fact("2019.signed", "projects", 100_000, zh="100000个"),
        fact("2019.chips", "projects", 90_549, part="chips", zh="90549个"),
        fact("2019.share", "projects", "90.56", part="chips", measure="share", unit="percent", zh="90.56%"),
    )["share:2019.share"]
    assert formula_text(outcome).en == "90,549 / 100,000 = 90.549%"
    assert difference_text(outcome).en == "off by 0.006 percentage points"


def test_an_id_of_one_letter_has_its_place_in_a_formula(outcomes: Outcomes) -> None:
    outcome = outcomes(
        fact("2019.a", "projects", 2, part="chips", zh="2个"),
        fact("2019.b", "projects", 3, scope="city", zh="3个"),
        fact("2019.z", "projects", 5, zh="5个"),
        check("sum", "sum", "2019.z", "2019.a + 2019.b"),
    )["sum"]
    assert (outcome.verdict, formula_text(outcome).en) == (Verdict.HOLDS, "2 + 3 = 5 projects")
