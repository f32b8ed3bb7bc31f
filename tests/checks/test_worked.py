"""Checks with their numbers, as lists, reports and exports have them."""

from collections.abc import Callable

from tests.checks.conftest import fact
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.wording import formula_words
from wmc_tui.model import Lang
from wmc_tui.present.formulas import computed_text, difference_short, difference_text, formula_text, reported_text

Outcomes = Callable[..., dict[str, Outcome]]

HUGE = "9" * 30
"""As long as a value of a store may be."""


def test_values_of_thirty_digits_are_worked_out(outcomes: Outcomes) -> None:
    found = outcomes(
        fact("2019.signed", "projects", 5, zh="5个"),
        fact("2019.signed.wire", "projects", HUGE, en=HUGE),
    )["languages:2019.signed.wire/2019.signed"]
    assert found.verdict is Verdict.FAILS
    assert difference_text(found).zh == "相差1000000000000000000万亿个"
    assert difference_short(found).startswith("off by 1,000,000")
    assert computed_text(found).en == "5 projects"


def test_growth_from_next_to_nothing_is_worked_out(outcomes: Outcomes) -> None:
    found = outcomes(
        fact("2018.money", "money", 1000, zh="1000元"),
        fact("2019.money", "money", HUGE, zh=f"{HUGE}元"),
        fact("2019.growth", "money", 50, measure="growth", unit="percent", zh="50%"),
    )["growth:2019.growth"]
    assert found.verdict is Verdict.FAILS
    assert formula_text(found).en.endswith("%")
    assert difference_text(found).en == "off by 99,950,024,987,506,246,876,561,718,989.78 percentage points"
    assert reported_text(found).en == "50% (49.5% to 50.5%)"


def test_what_is_hardly_off_has_as_many_places_as_show_it(outcomes: Outcomes) -> None:
    found = outcomes(
        fact("2019.signed", "projects", 100_000, zh="100000个"),
        fact("2019.chips", "projects", 90_549, part="chips", zh="90549个"),
        fact("2019.share", "projects", "90.56", part="chips", measure="share", unit="percent", zh="90.56%"),
    )["share:2019.share"]
    assert (formula_text(found).en, difference_text(found).en) == (
        "90,549 / 100,000 = 90.549%",
        "off by 0.006 percentage points",
    )


def test_an_id_of_one_letter_has_its_place_in_a_formula(outcomes: Outcomes) -> None:
    check = '[[check]]\nid = "sum"\nkind = "sum"\nreported = "2019.z"\nformula = "2019.a + 2019.b"\n'
    found = outcomes(
        fact("2019.a", "projects", 2, part="chips", zh="2个"),
        fact("2019.b", "projects", 3, scope="city", zh="3个"),
        fact("2019.z", "projects", 5, zh="5个"),
        check,
    )["sum"]
    assert (found.verdict, formula_text(found).en) == (Verdict.HOLDS, "2 + 3 = 5 projects")
    assert formula_words(found, Lang.EN) == "2 + 3"
