"""English against Chinese."""

from collections.abc import Callable
from decimal import Decimal

from tests.checks.conftest import fact
from wmc_tui.checks.outcome import Outcome, Verdict

Outcomes = Callable[..., dict[str, Outcome]]


def test_english_and_chinese_of_one_fact_must_say_the_same(outcomes: Outcomes) -> None:
    right = fact("2019.money", "money", 342500000000, zh="3425亿元", en="342.5 billion yuan")
    assert outcomes(right)["languages:2019.money"].verdict is Verdict.HOLDS
    wrong = fact("2019.money", "money", 342500000000, zh="3425亿元", en="34.25 billion yuan")
    outcome = outcomes(wrong)["languages:2019.money"]
    assert (outcome.verdict, outcome.slip) == (Verdict.FAILS, "10x")
    assert outcome.note.en == "wire writes 34.25 billion yuan."


def test_a_hedge_that_only_one_language_writes_is_told(outcomes: Outcomes) -> None:
    tables = fact("2019.signed", "projects", 430, zh="430余个", en="430 projects")
    outcome = outcomes(tables)["languages:2019.signed"]
    assert outcome.note.en == "daily writes 430余个."
    assert outcome.computed is not None
    assert outcome.computed.high is None


def test_figures_that_one_language_alone_has_are_held_against_each_other(outcomes: Outcomes) -> None:
    best = fact("2019.signed", "projects", 638, zh="638个")
    other = fact("2019.signed.wire", "projects", 640, en="640 projects")
    also = fact("2019.signed.wire", "projects", 640, en="640 projects", zh="640个")
    assert outcomes(best, other)["languages:2019.signed.wire/2019.signed"].difference == 2
    assert "languages:2019.signed.wire/2019.signed" not in outcomes(best, also)


def test_a_fall_is_written_without_its_sign(outcomes: Outcomes) -> None:
    keys = {"measure": "growth", "unit": "percent", "zh": "5.5%"}
    outcome = outcomes(fact("2019.fall", "money", "-5.5", en="5.7%", **keys))["languages:2019.fall"]
    assert (outcome.verdict, outcome.value) == (Verdict.FAILS, Decimal("-5.7"))
    assert outcomes(fact("2019.fall", "money", "-5.5", en="5.5%", **keys))["languages:2019.fall"].verdict == "holds"
