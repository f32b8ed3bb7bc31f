"""The verdicts on the shipped store: those of the dossier's list, or better-founded ones, and the known puzzles."""

import os
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wmc_tui.checks.attestation import Attestations
from wmc_tui.checks.declared import check_formulas
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.run import check_facts
from wmc_tui.store import Library

LISTED: list[dict[str, str]] = tomllib.loads(Path(__file__).with_name("verdicts.toml").read_text(encoding="utf-8"))[
    "verdict"
]


@pytest.fixture(scope="module")
def outcomes(shipped: Library) -> dict[str, Outcome]:
    return {outcome.id: outcome for outcome in check_facts(shipped)}


@pytest.mark.parametrize("listed", LISTED, ids=[each["listed"] for each in LISTED])
def test_the_listed_checks_end_as_listed(listed: dict[str, str], outcomes: dict[str, Outcome]) -> None:
    assert outcomes[listed["check"]].verdict.value == listed["verdict"]


def dossier() -> list[dict[str, Any]]:
    path = os.environ.get("WMC_TUI_DOSSIER")
    if not path:
        pytest.skip("WMC_TUI_DOSSIER names no dossier")
    with open(path, "rb") as stream:
        found: list[dict[str, Any]] = tomllib.load(stream, parse_float=Decimal)["check"]
    return found


def test_every_check_of_the_dossier_has_its_verdict_or_a_reason_for_another() -> None:
    checks = {check["id"]: "holds" if check["holds"] else "fails" for check in dossier()}
    ours = {each["listed"]: each for each in LISTED}
    assert set(ours) == set(checks)
    assert len(LISTED) == len(checks) == 85
    differing = {id for id, verdict in checks.items() if ours[id]["verdict"] != verdict}
    assert differing == {id for id, each in ours.items() if each.get("why")}


def test_what_the_dossier_computes_is_what_we_compute(outcomes: dict[str, Outcome]) -> None:
    ours = {each["listed"]: outcomes[each["check"]] for each in LISTED}
    compared = 0
    for check in dossier():
        value = ours[check["id"]].value
        # An exchange rate or a floor is put another way here: dollars or totals, not yuan for a dollar.
        if check["kind"] in ("exchange_rate", "ratio") or check["relation"] in ("gt", "ge") or value is None:
            continue
        compared += 1
        assert abs(value - Decimal(check["computed"])) <= max(abs(value) / 10**5, Decimal("0.0001")), check["id"]
    assert compared > 60


PUZZLES = {
    "1,074 or 1,073 projects": ("cumulative:2019.cumulative_projects", "1073", "1074"),
    "3,021 or 3,023 projects": ("cumulative:2022.cumulative_projects", "3021", "3023"),
    "1.2 trillion after 1.5": (
        "cumulative:2024.cumulative_investment/at_least/2023.cumulative_total_investment",
        "1200000000000",
        "1500000000000",
    ),
    "47.9% is not the growth of foreign guests": ("2025-guests-foreign", "47.9", "29.7244"),
    "173.65 billion": ("change:2025.top500_threshold.tenfold", "173650000000", "17365000000"),
    "109.6215 billion": ("rate:2023.top500_rd_intensity", "2.33", "0.2147"),
}


@pytest.mark.parametrize("puzzle", PUZZLES)
def test_a_known_puzzle_is_found_and_accounted_for(puzzle: str, outcomes: dict[str, Outcome]) -> None:
    id, reported, computed = PUZZLES[puzzle]
    outcome = outcomes[id]
    assert outcome.verdict is Verdict.FAILS
    assert outcome.reported.value == Decimal(reported)
    assert outcome.value is not None
    assert round(outcome.value, 4) == Decimal(computed)
    assert outcome.conflicts
    assert outcome.difference


def test_the_growth_of_guests_fits_those_of_high_rank(outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes["2025-guests-high-level"]
    assert outcome.verdict is Verdict.HOLDS
    assert [fact.value for fact in outcome.inputs] == [142, 96]


@pytest.mark.parametrize(
    ("id", "slipped"),
    [
        ("change:2025.top500_threshold.tenfold", "2025.top500_threshold.tenfold"),
        ("languages:2025.top500_threshold.tenfold/2025.top500_threshold", "2025.top500_threshold.tenfold"),
        ("rate:2023.top500_rd_intensity", "2023.top500_rd"),
        ("growth:2024.top500_rd_growth", "2023.top500_rd"),
    ],
)
def test_what_is_ten_times_off_is_named(id: str, slipped: str, outcomes: dict[str, Outcome]) -> None:
    assert (outcomes[id].slip, outcomes[id].slip_fact) == ("10x", slipped)


def test_every_failure_of_the_shipped_store_is_accounted_for(outcomes: dict[str, Outcome]) -> None:
    assert [id for id, outcome in outcomes.items() if not outcome.explained] == []
    assert [id for id, outcome in outcomes.items() if outcome.verdict is Verdict.UNKNOWN] == []


def test_every_declared_check_is_put_to_the_test(shipped: Library, outcomes: dict[str, Outcome]) -> None:
    assert {check.id for check in shipped.checks()} == {id for id, outcome in outcomes.items() if outcome.declared}
    assert check_formulas(shipped) == []


def test_outcomes_stand_by_edition(shipped: Library, outcomes: dict[str, Outcome]) -> None:
    editions = [outcome.edition for outcome in outcomes.values()]
    assert editions == sorted(editions)
    assert len(check_facts(shipped)) == len(outcomes)


def test_what_fails_meets_nowhere_and_what_holds_is_not_off(outcomes: dict[str, Outcome]) -> None:
    for outcome in outcomes.values():
        assert outcome.computed is not None
        assert (outcome.verdict is Verdict.HOLDS) == outcome.claimed.meets(outcome.computed)
        if outcome.verdict is Verdict.HOLDS:
            assert outcome.difference == 0
            assert outcome.slip is None


def test_the_standings_of_the_puzzles(shipped: Library) -> None:
    standings = Attestations(shipped)
    assert standings.of("2025.top500_threshold.tenfold").kind == "disputed"
    assert standings.of("2025.top500_threshold").kind == "confirmed"
    assert standings.of("2018.projects_signed").languages >= {"zh"}
    assert "2018-projects-hedge" in {each.id for each in standings.of("2018.projects_signed").conflicts}
