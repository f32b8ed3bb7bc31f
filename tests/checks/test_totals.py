"""Figures over several editions."""

from collections.abc import Callable

from tests.checks.conftest import fact
from wmc_tui.checks.outcome import Outcome, Verdict

Outcomes = Callable[..., dict[str, Outcome]]

FIRST = fact("2018.signed", "projects", 436, zh="436个")
SECOND = fact("2019.signed", "projects", 638, zh="638个")
THIRD = fact("2020.signed", "projects", 678, zh="678个")


def total(id: str, value: int, **more: object) -> str:
    keys = {"scope": "cumulative", "stage": "cumulative", "since": 2018, "zh": f"{value}个"} | more
    return fact(id, "projects", value, **keys)


def verdicts(found: dict[str, Outcome]) -> dict[str, str]:
    return {id.partition(":")[2]: outcome.verdict.value for id, outcome in found.items()}


def test_a_total_is_the_sum_of_its_editions_and_every_variant_is_tested(outcomes: Outcomes) -> None:
    found = outcomes(FIRST, SECOND, total("2019.all", 1074), total("2019.all.other", 1073))
    assert verdicts(found) == {"2019.all": "holds", "2019.all.other": "fails"}
    assert found["cumulative:2019.all.other"].formula == "2018.signed + 2019.signed"
    assert found["cumulative:2019.all.other"].difference == 1


def test_a_gap_leaves_nothing_to_add_up(outcomes: Outcomes) -> None:
    assert not outcomes(FIRST, THIRD, total("2020.all", 1114))


def test_a_total_is_the_one_before_and_what_came_since(outcomes: Outcomes) -> None:
    found = outcomes(total("2018.all", 400), total("2019.all", 1073), THIRD, total("2020.all", 1751))
    assert found["cumulative:2020.all/2019.all"].verdict is Verdict.HOLDS
    assert found["cumulative:2020.all/2019.all"].formula == "2019.all + 2020.signed"


def test_from_a_hedged_total_the_way_goes_on_to_an_unhedged_one(outcomes: Outcomes) -> None:
    hedged = total("2019.all", 1000, qualifier="over", zh="1000多个")
    found = outcomes(total("2018.all", 436), SECOND, hedged, THIRD, total("2020.all", 1753))
    assert found["cumulative:2020.all/2019.all"].verdict is Verdict.HOLDS
    assert found["cumulative:2020.all/2018.all"].formula == "2018.all + 2019.signed + 2020.signed"
    assert found["cumulative:2020.all/2018.all"].verdict is Verdict.FAILS


def test_a_total_never_falls(outcomes: Outcomes) -> None:
    found = outcomes(
        total("2018.all", 1800), total("2019.all", 1500, qualifier="over", zh="1500多个"), total("2020.all", 1200)
    )
    # Both earlier totals are above it: the latest one is told.
    outcome = found["cumulative:2020.all/at_least/2019.all"]
    assert (outcome.verdict, outcome.formula) == (Verdict.FAILS, "at_least(2019.all)")
    assert found["cumulative:2019.all/at_least/2018.all"].verdict is Verdict.HOLDS


def test_totals_since_another_edition_are_others(outcomes: Outcomes) -> None:
    assert not outcomes(total("2019.all", 1800), total("2020.all", 900, since=2019))


def test_states_of_different_days_do_not_add_up(outcomes: Outcomes) -> None:
    def started(id: str, value: int, as_of: str, **more: object) -> str:
        return fact(id, "started", value, stage="follow_up", as_of=as_of, zh=f"{value}个", **more)

    spans = {"scope": "cumulative", "since": 2018}
    found = outcomes(
        started("2018.started", 100, "2020-01"),
        started("2018.started.late", 120, "2021-09"),
        started("2019.started", 200, "2021-09"),
        started("2019.all", 320, "2021-09", **spans),
        started("2020.all", 400, "2021-10", **spans),
        started("2020.started", 300, "2021-10"),
    )
    assert found["cumulative:2019.all"].formula == "2018.started.late + 2019.started"
    assert "cumulative:2020.all/2019.all" not in found


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
