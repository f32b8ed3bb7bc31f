"""English against Chinese."""

from decimal import Decimal

from tests.checks.conftest import Outcomes, article, fact
from wmc_tui.checks.outcome import Verdict


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


def test_the_first_writing_that_differs_is_told_by_its_article_or_publication(outcomes: Outcomes) -> None:
    both = {"zh": "5000元", "en": "5,100 yuan", "also": "5,200 yuan"}
    outcome = outcomes(fact("2019.money", "money", 5000, **both))["languages:2019.money"]
    assert outcome.note.en == "wire writes 5,100 yuan."
    stated = article("news", "2019.money", zh=("共5300元。", "5300元"), en=("In all, 5,000 yuan.", "5,000 yuan"))
    assert outcomes(fact("2019.money", "money", 5000), stated)["languages:2019.money"].note.zh == "news写作5300元。"


def test_a_hedge_in_both_languages_and_a_third_language_differ_from_nothing(outcomes: Outcomes) -> None:
    hedged = fact("2019.signed", "projects", 430, qualifier="over", zh="430余个", en="430+ projects")
    third = '[[fact.evidence]]\nsource = "agency"\nlang = "ja"\nas_written = "999件"\n'
    outcome = outcomes(hedged + third)["languages:2019.signed"]
    assert (outcome.verdict, outcome.slip_fact, outcome.note.en) == (Verdict.HOLDS, "", "430+ projects = 430余个")


def test_figures_of_other_stages_that_agree_or_are_no_numbers_are_not_compared(outcomes: Outcomes) -> None:
    best = fact("2019.signed", "projects", 638, zh="638个")
    assert not outcomes(best, fact("2019.signed.wire", "projects", 600, qualifier="over", en="over 600 projects"))
    assert not outcomes(best, fact("2019.signed.wire", "projects", 640, stage="opening", en="640 projects"))
    motto = {"text": "Make", "unit": "text"}
    assert not outcomes(fact("2019.a", "projects", None, zh="造", **motto), fact("2019.b", "projects", None, **motto))
