"""Relations that follow from metric, part, measure, scope and edition."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.checks.conftest import check, conflict, fact
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.run import check_facts
from wmc_tui.cli.data import outcome_data
from wmc_tui.model.claims import CheckKind
from wmc_tui.present.formulas import outcome_lines
from wmc_tui.store import Library

Outcomes = Callable[..., dict[str, Outcome]]

SIGNED = fact("2019.signed", "projects", 587, zh="587个")
CHIPS = fact("2019.chips", "projects", 534, part="chips", zh="534个")


def share(value: object, **more: object) -> str:
    keys = {"part": "chips", "measure": "share", "unit": "percent", "zh": f"{value}%"} | more
    return fact("2019.share", "projects", value, **keys)


def test_a_share_of_a_part_is_computed_with_what_it_was_computed_from(outcomes: Outcomes) -> None:
    outcome = outcomes(SIGNED, CHIPS, share(91))["share:2019.share"]
    assert (outcome.verdict, outcome.kind, outcome.edition) == (Verdict.HOLDS, CheckKind.SHARE, 2019)
    assert outcome.formula == "100 * 2019.chips / 2019.signed"
    assert [each.id for each in outcome.inputs] == ["2019.chips", "2019.signed"]
    assert [each.id for each in outcome.facts] == ["2019.share", "2019.chips", "2019.signed"]
    assert round(outcome.value or Decimal(0), 4) == Decimal("90.9710")
    assert outcome.difference == 0
    assert (outcome.slip, outcome.declared, outcome.explained) == (None, False, True)


def test_a_share_that_does_not_hold_says_by_how_much(outcomes: Outcomes) -> None:
    outcome = outcomes(SIGNED, CHIPS, share("90.9"))["share:2019.share"]
    assert outcome.verdict is Verdict.FAILS
    assert round(outcome.difference or Decimal(0), 6) == Decimal("0.021039")
    assert not outcome.explained


@pytest.mark.parametrize(("value", "slip"), [("9.1", "10x"), ("0.91", "100x"), ("0.091", "1,000x"), ("9.3", "10x")])
def test_a_slip_is_named_also_where_the_figures_agree_but_roughly(outcomes: Outcomes, value: str, slip: str) -> None:
    outcome = outcomes(SIGNED, CHIPS, share(value))["share:2019.share"]
    assert (outcome.slip, outcome.slip_fact) == (slip, "2019.share")


def test_no_slip_is_seen_where_there_is_none(outcomes: Outcomes) -> None:
    assert outcomes(SIGNED, CHIPS, share(45))["share:2019.share"].slip is None


def test_a_slip_of_an_input_is_named_with_that_input(outcomes: Outcomes) -> None:
    tables = (
        fact("2018.money", "money", 10960000000, zh="109.6亿元"),
        fact("2019.money", "money", 123000000000, zh="1230亿元"),
        fact("2019.grown", "money", "12.2", measure="growth", unit="percent", zh="12.2%"),
    )
    outcome = outcomes(*tables)["growth:2019.grown"]
    assert (outcome.verdict, outcome.slip, outcome.slip_fact) == (Verdict.FAILS, "10x", "2018.money")


def test_a_metric_is_taken_of_its_whole_on_every_base_that_is_reported(outcomes: Outcomes) -> None:
    tables = (
        fact("2019.total", "projects", 1074, zh="1074个"),
        fact("2019.total.other", "projects", 1073, zh="1073个"),
        fact("2019.total.over", "projects", 1000, qualifier="over", zh="1000多个"),
        fact("2019.started", "started", 1006, zh="1006个"),
        fact("2019.rate", "started", "93.8", measure="share", unit="percent", zh="93.8%"),
    )
    found = outcomes(*tables)
    assert found["rate:2019.rate"].formula == "100 * 2019.started / 2019.total"
    assert found["rate:2019.rate"].verdict is Verdict.FAILS
    assert found["rate:2019.rate/2019.total.other"].verdict is Verdict.HOLDS
    assert not [each for each in found if "over" in each]


def test_a_share_of_no_metric_is_not_computed(outcomes: Outcomes) -> None:
    rate = fact("2019.rate", "money", 50, measure="share", unit="percent", zh="50%")
    assert not outcomes(fact("2019.money", "money", 5, zh="5元"), rate)


def test_states_of_different_days_are_not_mixed(outcomes: Outcomes) -> None:
    tables = (
        SIGNED,
        fact("2019.started", "started", 298, stage="follow_up", as_of="2020-01", zh="298个"),
        fact("2019.started.late", "started", 362, stage="follow_up", as_of="2021-09-30", zh="362个"),
        fact(
            "2019.rate",
            "started",
            50.8,
            measure="share",
            unit="percent",
            stage="follow_up",
            as_of="2020-01",
            zh="50.8%",
        ),
        fact(
            "2019.rate.mid",
            "started",
            55,
            measure="share",
            unit="percent",
            stage="follow_up",
            as_of="2020-07",
            zh="55%",
        ),
    )
    found = outcomes(*tables)
    assert found["rate:2019.rate"].formula == "100 * 2019.started / 2019.signed"
    assert found["rate:2019.rate"].verdict is Verdict.HOLDS
    assert "rate:2019.rate.mid" not in found


def test_growth_joins_the_editions_and_passes_over_forecasts(outcomes: Outcomes) -> None:
    grown = fact("2019.grown", "projects", 46, measure="growth", unit="percent", en="46 percent")
    now = fact("2019.signed", "projects", 638, en="638 projects")
    before = fact("2018.signed", "projects", 436, zh="436个")
    hoped = fact("2018.hoped", "projects", 400, stage="pre_event", zh="400个")
    outcome = outcomes(grown, now, hoped, before)["growth:2019.grown"]
    assert outcome.verdict is Verdict.HOLDS
    assert outcome.formula == "100 * (2019.signed / 2018.signed - 1)"
    assert not outcomes(grown, now, hoped)
    assert not outcomes(grown, before)


@pytest.mark.parametrize(("share_before", "verdict"), [("2.33", Verdict.HOLDS), ("2.30", Verdict.FAILS)])
def test_a_share_is_the_one_before_and_its_change(outcomes: Outcomes, share_before: str, verdict: Verdict) -> None:
    keys = {"part": "chips", "measure": "share", "unit": "percent"}
    tables = (
        fact("2018.share", "projects", share_before, **keys, zh=f"{share_before}%"),
        fact("2019.share", "projects", "2.37", **keys, zh="2.37%"),
        fact(
            "2019.more",
            "projects",
            "0.04",
            part="chips",
            measure="share_change",
            unit="percentage_point",
            zh="0.04个百分点",
        ),
    )
    outcome = outcomes(*tables)["change:2019.share"]
    assert (outcome.verdict, outcome.formula) == (verdict, "2018.share + 2019.more")


def test_every_variant_is_tested_against_a_change(outcomes: Outcomes) -> None:
    tables = (
        fact("2018.money", "money", 17062000000, zh="170.62亿元"),
        fact("2019.money", "money", 17365000000, zh="173.65亿元"),
        fact("2019.money.wire", "money", 173650000000, en="173.65 billion yuan"),
        fact("2019.more", "money", 303000000, measure="change", zh="3.03亿元"),
    )
    found = outcomes(*tables)
    assert found["change:2019.money"].verdict is Verdict.HOLDS
    assert (found["change:2019.money.wire"].verdict, found["change:2019.money.wire"].slip) == (Verdict.FAILS, "10x")


@pytest.mark.parametrize(("dollars", "verdict"), [("103.5", Verdict.HOLDS), ("105.0", Verdict.FAILS)])
def test_two_currencies_are_held_against_the_rate_of_the_month(
    outcomes: Outcomes, dollars: str, verdict: Verdict
) -> None:
    value = int(Decimal(dollars) * 10**9)
    tables = (
        fact("2019.money", "money", 735100000000, zh="7351亿元"),
        # Published in October and, by another, at an unknown day of the year: the daily's September counts.
        fact("2019.usd", "money", value, unit="USD", zh=f"{dollars}亿美元".replace(".", ""), en=f"${dollars} billion"),
    )
    outcome = outcomes(*tables)["exchange_rate:2019.usd"]
    assert (outcome.verdict, outcome.formula) == (verdict, "2019.money / USD-2019-09")
    assert outcome.rate is not None
    assert outcome.rate.low == Decimal("7.05")
    assert ("7.00" if verdict is Verdict.FAILS else "7.10") in outcome.note.en


def test_without_a_rate_of_that_month_nothing_is_said(outcomes: Outcomes) -> None:
    money = fact("2019.money", "money", 735100000000, zh="7351亿元")
    assert not outcomes(money, fact("2019.usd", "money", 105000000000, unit="USD", en="$105 billion"))
    assert not outcomes(money, fact("2019.usd", "money", 0, unit="USD", zh="0美元"))


def test_a_length_is_the_days_of_the_dates(outcomes: Outcomes) -> None:
    tables = (
        fact("2019.dates", "dates", None, text="2019-09-20/2019-09-24", unit="date_range", zh="9月20日至24日"),
        fact("2019.length", "length", 5, zh="5天"),
        fact("2019.length.city", "length", 4, zh="4天"),
    )
    found = outcomes(*tables)
    assert found["duration:2019.length"].verdict is Verdict.HOLDS
    assert found["duration:2019.length.city"].verdict is Verdict.FAILS
    assert found["duration:2019.length.city"].formula == "days(2019.dates)"
    assert found["duration:2019.length.city"].value == 5
    assert found["duration:2019.length.city"].difference == 1


def test_a_length_of_a_part_or_of_another_scope_is_not_held_against_the_dates(outcomes: Outcomes) -> None:
    dates = fact("2019.dates", "dates", None, text="2019-09-20/2019-09-24", unit="date_range", zh="9月20日至24日")
    tables = (
        fact("2019.days.chips", "length", 2, part="chips", zh="2天"),
        fact("2019.days.city", "length", 3, scope="city", zh="3天"),
        fact(
            "2019.dates.city", "dates", None, text="2019-09-20/2019-09-21", unit="date_range", scope="city", zh="两天"
        ),
        fact(
            "2019.dates.chips", "dates", None, text="2019-09-20/2019-09-20", unit="date_range", part="chips", zh="一天"
        ),
    )
    assert not outcomes(dates, *tables)
    length = fact("2019.length", "length", 5, zh="5天")
    assert list(outcomes(dates, length, *tables)) == ["duration:2019.length"]


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


def test_the_declared_check_counts_where_a_rule_finds_it_too(outcomes: Outcomes) -> None:
    note = 'note_en = "Shown."\nnote_zh = "示例。"\n'
    declared = check("chips", "share", "2019.share", "100 * 2019.chips / 2019.signed", note)
    found = outcomes(SIGNED, CHIPS, share("90.9"), declared)
    assert list(found) == ["chips"]
    assert found["chips"].declared
    # The note accounts for the failure.
    assert (found["chips"].verdict, found["chips"].explained) == (Verdict.FAILS, True)


def test_a_composite_is_the_sum_of_its_parts(outcomes: Outcomes) -> None:
    declared = check("programme", "sum", "2019.signed", "2019.structure")
    structure = fact("2019.structure", "projects", None, unit="composite", text="1+6+11")
    outcome = outcomes(fact("2019.signed", "projects", 18, zh="18个"), structure, declared)["programme"]
    assert outcome.verdict is Verdict.HOLDS
    assert outcome.value == 18


def test_a_conflict_accounts_for_what_fails(outcomes: Outcomes) -> None:
    shares = conflict("shares", "open", ["2019.share", "2019.chips"], kind="rounding")
    outcome = outcomes(SIGNED, CHIPS, share("90.9"), shares)["share:2019.share"]
    assert (outcome.conflicts, outcome.explained) == (("shares",), True)


def test_what_a_check_cannot_read_is_unknown_and_a_fault(outcomes: Outcomes) -> None:
    declared = check("odd", "sum", "2019.signed", "(1 + 2")
    outcome = outcomes(SIGNED, declared)["odd"]
    assert (outcome.verdict, outcome.explained, outcome.computed) == (Verdict.UNKNOWN, False, None)
    assert "character 7" in outcome.note.en


def test_a_divisor_that_may_be_zero_leaves_it_open(outcomes: Outcomes) -> None:
    declared = check("zero", "rate", "2019.signed", "1 / 2019.nothing")
    nothing = fact("2019.nothing", "started", 0, zh="0个")
    outcome = outcomes(SIGNED, nothing, declared)["zero"]
    assert (outcome.verdict, outcome.value, outcome.difference) == (Verdict.UNKNOWN, None, None)


VALUES = st.sampled_from([0, 1, -3, 436, 10**40, "0.000001", "-0.5", str(10**15) + ".25"])
WRITTEN = st.sampled_from(["", "436个", "1.6万名", "half", "0", "9" * 60, "3425亿元", "第二届", "-", "1,2,3"])


@st.composite
def any_fact(draw: st.DrawFn) -> str:
    """A fact of the store's shape, whatever it may say."""
    unit = draw(st.sampled_from(["count", "CNY", "USD", "percent", "percentage_point", "day", "ordinal", "m2"]))
    name = f"{draw(st.integers(2018, 2021))}.f{draw(st.integers(0, 10**6))}"
    more: dict[str, object] = {
        "measure": draw(st.sampled_from(["amount", "share", "growth", "change", "share_change"])),
        "qualifier": draw(st.sampled_from(["exact", "over", "at_least", "nearly", "about", "up_to", "less_than"])),
        "stage": draw(st.sampled_from(["pre_event", "result", "follow_up"])),
        "part": draw(st.sampled_from(["", "chips"])),
        "as_of": draw(st.sampled_from(["", "2019-09"])),
        "zh": draw(WRITTEN),
        "en": draw(WRITTEN),
    }
    if draw(st.booleans()):
        more |= {"scope": "cumulative", "since": 2018}
    return fact(
        name, draw(st.sampled_from(["projects", "started", "money", "length"])), draw(VALUES), unit=unit, **more
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables=st.lists(any_fact(), min_size=2, max_size=14, unique_by=lambda table: table[:40]))
def test_whatever_facts_say_they_are_checked(any_library: Callable[..., Library], tables: list[str]) -> None:
    for outcome in check_facts(any_library(*tables)):
        json.dumps(outcome_data(outcome))
        for line in outcome_lines(outcome):
            assert line.text.en and line.text.zh and "NaN" not in line.text.en
