"""Every check of a library together: what counts, what accounts for a failure, and that nothing breaks them."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.checks.conftest import CHIPS, SIGNED, Make, Outcomes, check, conflict, fact, share
from wmc_tui.checks.outcome import Verdict
from wmc_tui.checks.run import check_facts
from wmc_tui.cli.data import outcome_data
from wmc_tui.present.formulas import outcome_lines


def test_the_declared_check_counts_where_a_rule_finds_it_too(outcomes: Outcomes) -> None:
    note = 'note_en = "Shown."\nnote_zh = "示例。"\n'
    declared = check("chips", "share", "2019.share", "100 * 2019.chips / 2019.signed", note)
    by_id = outcomes(SIGNED, CHIPS, share("90.9"), declared)
    assert list(by_id) == ["chips"]
    assert by_id["chips"].declared
    # The note accounts for the failure.
    assert (by_id["chips"].verdict, by_id["chips"].explained) == (Verdict.FAILS, True)
    assert not outcomes(SIGNED, CHIPS, share("90.9"), declared.replace(note, ""))["chips"].explained
    total = check("of-words", "sum", "2019.signed", "500 + 87")
    assert list(outcomes(SIGNED, CHIPS, share(91), total)) == ["of-words", "share:2019.share"], "declared ones first"


def test_a_check_of_words_has_no_outcome(outcomes: Outcomes) -> None:
    words = fact("2019.motto", "projects", None, text="Make", unit="text", en="Make")
    assert not outcomes(SIGNED, words, check("odd", "sum", "2019.motto", "2019.signed + 1"))


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


def test_conflicts_about_the_reported_fact_come_first_then_those_that_name_most(outcomes: Outcomes) -> None:
    conflicts = (
        conflict("a-one", "open", ["2019.chips", "2019.other"]),
        conflict("b-both", "open", ["2019.chips", "2019.signed"]),
        conflict("c-settled", "compatible", ["2019.share", "2019.other"]),
        conflict("d-reported", "open", ["2019.share", "2019.other"]),
    )
    by_id = outcomes(SIGNED, CHIPS, share("90.9"), fact("2019.other", "money", 5, zh="5元"), *conflicts)
    assert by_id["share:2019.share"].conflicts == ("d-reported", "c-settled", "b-both", "a-one")


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


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables=st.lists(any_fact(), min_size=2, max_size=14, unique_by=lambda table: table[:40]))
def test_whatever_facts_say_they_are_checked(any_library: Make, tables: list[str]) -> None:
    for outcome in check_facts(any_library(*tables)):
        json.dumps(outcome_data(outcome))
        for line in outcome_lines(outcome):
            assert line.text.en and line.text.zh and "NaN" not in line.text.en
