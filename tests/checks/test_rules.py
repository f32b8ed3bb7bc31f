"""Relations that follow from metric, part, measure, scope and edition."""

from decimal import Decimal

import pytest

from tests.checks.conftest import CHIPS, SIGNED, Outcomes, fact, share
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.model.claims import CheckKind


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
    part = fact("2018.chips", "money", 5480000000, part="chips", zh="54.8亿元")
    half = fact("2018.share", "money", 50, part="chips", measure="share", unit="percent", zh="50%")
    by_id = outcomes(*tables, part, half)
    outcome = by_id["growth:2019.grown"]
    assert (outcome.verdict, outcome.slip, outcome.slip_fact) == (Verdict.FAILS, "10x", "2018.money")
    assert (by_id["share:2018.share"].verdict, by_id["share:2018.share"].slip_fact) == (Verdict.HOLDS, "")


def test_a_metric_is_taken_of_its_whole_on_every_base_that_is_reported(outcomes: Outcomes) -> None:
    tables = (
        fact("2019.total", "projects", 1074, zh="1074个"),
        fact("2019.total.other", "projects", 1073, zh="1073个"),
        fact("2019.total.over", "projects", 1100, qualifier="over", zh="1100多个"),
        fact("2019.started", "started", 1006, zh="1006个"),
        fact("2019.rate", "started", "93.8", measure="share", unit="percent", zh="93.8%"),
    )
    by_id = outcomes(*tables)
    assert by_id["rate:2019.rate"].formula == "100 * 2019.started / 2019.total"
    assert by_id["rate:2019.rate"].verdict is Verdict.FAILS
    assert by_id["rate:2019.rate/2019.total.other"].verdict is Verdict.HOLDS
    assert not [each for each in by_id if "over" in each]


def test_a_result_is_no_share_of_a_forecast_nor_of_a_total(outcomes: Outcomes) -> None:
    forecast = fact("2019.hoped", "projects", 587, stage="pre_event", zh="587个")
    assert not outcomes(forecast, CHIPS, share(91))
    spans = {"scope": "cumulative", "stage": "cumulative"}
    whole = fact("2019.all", "projects", 587, since=2018, zh="587个", **spans)
    part = fact("2019.part", "projects", 534, since=2019, part="chips", zh="534个", **spans)
    assert "share:2019.share" not in outcomes(whole, part, share(91, since=2019, **spans))


def test_a_share_of_no_metric_is_not_computed(outcomes: Outcomes) -> None:
    rate = fact("2019.rate", "money", 50, measure="share", unit="percent", zh="50%")
    assert not outcomes(fact("2019.money", "money", 5, zh="5元"), rate)


def test_states_of_different_days_are_not_mixed(outcomes: Outcomes) -> None:
    later, rate = {"stage": "follow_up"}, {"measure": "share", "unit": "percent"}
    by_id = outcomes(
        SIGNED,
        fact("2019.started", "started", 298, as_of="2020-01", zh="298个", **later),
        fact("2019.started.late", "started", 362, as_of="2021-09-30", zh="362个", **later),
        fact("2019.rate", "started", 50.8, as_of="2020-01", zh="50.8%", **later, **rate),
        fact("2019.rate.mid", "started", 55, as_of="2020-07", zh="55%", **later, **rate),
    )
    assert by_id["rate:2019.rate"].formula == "100 * 2019.started / 2019.signed"
    assert by_id["rate:2019.rate"].verdict is Verdict.HOLDS
    assert "rate:2019.rate.mid" not in by_id


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
    change = {"measure": "share_change", "unit": "percentage_point"}
    tables = (
        fact("2018.share", "projects", share_before, **keys, zh=f"{share_before}%"),
        fact("2019.share", "projects", "2.37", **keys, zh="2.37%"),
        fact("2019.more", "projects", "0.04", **keys | change, zh="0.04个百分点"),
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
    by_id = outcomes(*tables)
    assert by_id["change:2019.money"].verdict is Verdict.HOLDS
    assert (by_id["change:2019.money.wire"].verdict, by_id["change:2019.money.wire"].slip) == (Verdict.FAILS, "10x")


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
    assert outcome.explained == (verdict is Verdict.HOLDS), "what the rule notes is no account of a failure"
    assert outcome.rate is not None
    assert outcome.rate.low == Decimal("7.05")
    assert round(outcome.value or 0) == round(Decimal(735100000000) / Decimal("7.1")), "at the middle of the band"
    assert ("7.00" if verdict is Verdict.FAILS else "7.10") in outcome.note.en


def test_without_a_rate_of_that_month_nothing_is_said(outcomes: Outcomes) -> None:
    money = fact("2019.money", "money", 735100000000, zh="7351亿元")
    assert not outcomes(money, fact("2019.usd", "money", 105000000000, unit="USD", en="$105 billion"))
    assert not outcomes(money, fact("2019.usd", "money", 0, unit="USD", zh="0美元"))


def dates(id: str, last: int, **more: object) -> str:
    return fact(id, "dates", None, text=f"2019-09-20/2019-09-{last}", unit="date_range", zh=f"至{last}日", **more)


def test_a_length_is_the_days_of_the_dates(outcomes: Outcomes) -> None:
    length, city = fact("2019.length", "length", 5, zh="5天"), fact("2019.length.city", "length", 4, zh="4天")
    by_id = outcomes(dates("2019.dates", 24), length, city)
    assert by_id["duration:2019.length"].verdict is Verdict.HOLDS
    outcome = by_id["duration:2019.length.city"]
    assert (outcome.verdict, outcome.formula) == (Verdict.FAILS, "days(2019.dates)")
    assert outcome.value == 5
    assert outcome.difference == 1


def test_a_length_of_a_part_or_of_another_scope_is_not_held_against_the_dates(outcomes: Outcomes) -> None:
    tables = (
        dates("2019.dates", 24),
        fact("2019.days.chips", "length", 2, part="chips", zh="2天"),
        fact("2019.days.city", "length", 3, scope="city", zh="3天"),
        dates("2019.dates.city", 21, scope="city"),
        dates("2019.dates.chips", 20, part="chips"),
    )
    assert not outcomes(*tables)
    assert list(outcomes(*tables, fact("2019.length", "length", 5, zh="5天"))) == ["duration:2019.length"]


FIRST = fact("2018.signed", "projects", 436, zh="436个")
SECOND = fact("2019.signed", "projects", 638, zh="638个")
THIRD = fact("2020.signed", "projects", 678, zh="678个")


def total(id: str, value: int, **more: object) -> str:
    keys = {"scope": "cumulative", "stage": "cumulative", "since": 2018, "zh": f"{value}个"} | more
    return fact(id, "projects", value, **keys)


def verdicts(by_id: dict[str, Outcome]) -> dict[str, str]:
    return {id.partition(":")[2]: outcome.verdict.value for id, outcome in by_id.items()}


def test_a_total_is_the_sum_of_its_editions_and_every_variant_is_tested(outcomes: Outcomes) -> None:
    by_id = outcomes(FIRST, SECOND, total("2019.all", 1074), total("2019.all.other", 1073))
    assert verdicts(by_id) == {"2019.all": "holds", "2019.all.other": "fails"}
    assert by_id["cumulative:2019.all.other"].formula == "2018.signed + 2019.signed"
    assert by_id["cumulative:2019.all.other"].difference == 1
    assert not by_id["cumulative:2019.all.other"].note


def test_a_gap_leaves_nothing_to_add_up(outcomes: Outcomes) -> None:
    assert not outcomes(FIRST, THIRD, total("2020.all", 1114))


def test_a_total_is_the_one_before_and_what_came_since(outcomes: Outcomes) -> None:
    by_id = outcomes(total("2018.all", 400), total("2019.all", 1073), THIRD, total("2020.all", 1751))
    assert by_id["cumulative:2020.all/2019.all"].verdict is Verdict.HOLDS
    assert by_id["cumulative:2020.all/2019.all"].formula == "2019.all + 2020.signed"


def test_from_a_hedged_total_the_way_goes_on_to_an_unhedged_one(outcomes: Outcomes) -> None:
    hedged = total("2019.all", 1000, qualifier="over", zh="1000多个")
    by_id = outcomes(total("2018.all", 436), SECOND, hedged, THIRD, total("2020.all", 1753))
    assert by_id["cumulative:2020.all/2019.all"].verdict is Verdict.HOLDS
    assert by_id["cumulative:2020.all/2018.all"].formula == "2018.all + 2019.signed + 2020.signed"
    assert by_id["cumulative:2020.all/2018.all"].verdict is Verdict.FAILS


def test_a_total_never_falls(outcomes: Outcomes) -> None:
    by_id = outcomes(
        total("2018.all", 1800), total("2019.all", 1500, qualifier="over", zh="1500多个"), total("2020.all", 1200)
    )
    # Both earlier totals are above it: the latest one is told.
    outcome = by_id["cumulative:2020.all/at_least/2019.all"]
    assert (outcome.verdict, outcome.formula) == (Verdict.FAILS, "at_least(2019.all)")
    assert by_id["cumulative:2019.all/at_least/2018.all"].verdict is Verdict.HOLDS


def test_of_earlier_totals_the_latest_that_is_higher_is_told(outcomes: Outcomes) -> None:
    higher, lower = total("2018.all", 1800), total("2019.all", 1000)
    assert "cumulative:2020.all/at_least/2018.all" in outcomes(higher, lower, total("2020.all", 1200))
    over = total("2020.all", 1200, qualifier="over", zh="1200多个")
    assert "cumulative:2020.all/at_least/2019.all" in outcomes(higher, lower, over)
    at_most = total("2019.all", 5000, qualifier="up_to")
    assert "cumulative:2020.all/at_least/2018.all" in outcomes(higher, at_most, total("2020.all", 1200))


def test_a_change_of_a_total_is_no_total(outcomes: Outcomes) -> None:
    assert not outcomes(FIRST, SECOND, total("2019.more", 638, measure="change"))


def test_totals_since_another_edition_are_others(outcomes: Outcomes) -> None:
    assert not outcomes(total("2019.all", 1800), total("2020.all", 900, since=2019))


def test_states_of_different_days_do_not_add_up(outcomes: Outcomes) -> None:
    def started(id: str, value: int, as_of: str, **more: object) -> str:
        return fact(id, "started", value, stage="follow_up", as_of=as_of, zh=f"{value}个", **more)

    spans = {"scope": "cumulative", "since": 2018}
    by_id = outcomes(
        started("2018.started", 100, "2020-01"),
        started("2018.started.late", 120, "2021-09"),
        started("2019.started", 200, "2021-09"),
        started("2019.all", 320, "2021-09", **spans),
        started("2020.all", 400, "2021-10", **spans),
        started("2020.started", 300, "2021-10"),
    )
    assert by_id["cumulative:2019.all"].formula == "2018.started.late + 2019.started"
    assert "cumulative:2020.all/2019.all" not in by_id


def test_a_forecast_that_was_counted_is_said(outcomes: Outcomes) -> None:
    expected = fact("2019.signed", "projects", 638, stage="opening", qualifier="expected", zh="638个")
    outcome = outcomes(FIRST, expected, total("2019.all", 1074))["cumulative:2019.all"]
    assert "expected" in outcome.note.en
    assert outcome.note.zh


def test_dollars_of_several_years_are_not_added_up(outcomes: Outcomes) -> None:
    def dollars(id: str, value: int, **more: object) -> str:
        return fact(id, "money", value * 10**9, unit="USD", en=f"${value} billion", **more)

    spans = {"scope": "cumulative", "stage": "cumulative", "since": 2018}
    assert not outcomes(dollars("2018.usd", 70), dollars("2019.usd", 105), dollars("2019.all", 282, **spans))
