"""Parts, measures, spans, conflicts, checks and exchange rates: what a store holds of them, and what is wrong."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tests.store.conftest import require, says
from wmc_tui.model import Bilingual, Measure
from wmc_tui.model.claims import Check, CheckKind, Conflict, ConflictKind, ConflictStatus, Rate
from wmc_tui.store import open_library
from wmc_tui.store.compile import check_stores

Store = Callable[[str], Path]

PART = """
[[part]]
id = "north"
label_en = "North hall"
label_zh = "北馆"
note_en = "Its gallery too."
"""
FACT = """
[[fact]]
id = "2019.area.north"
edition = 2019
metric = "area"
label_en = "North hall area"
scope = "edition"
stage = "result"
value = 5
qualifier = "exact"
part = "north"
as_of = "2019-09"
"""
RATE = """
[[rate]]
id = "USD-2019-09"
currency = "USD"
month = "2019-09"
low = "7.05"
high = "7.15"
note_en = "A band."
"""
CONFLICT = """
[[conflict]]
id = "halls"
edition = 2019
kind = "sum"
status = "resolved"
title_en = "One hall or two"
title_zh = "一馆还是两馆"
facts = ["2019.area", "2019.area.north"]
prefer = "2019.area"
explanation_en = "One counts a part."
explanation_zh = "其一仅为局部。"
resolution_en = "Quote the whole."
"""
CHECK = """
[[check]]
id = "halls-sum"
kind = "sum"
reported = "2019.area"
formula = "2 * (2019.area.north + 1.5) - 3"
note_zh = "两馆合计。"
"""


def test_a_store_keeps_them_all(store: Store) -> None:
    library = open_library([store(PART + FACT + RATE + CONFLICT + CHECK)])
    assert library.problems == ()
    fact = require(library.fact("2019.area.north"))
    assert (fact.part, fact.measure, fact.since, fact.as_of) == ("north", Measure.AMOUNT, None, "2019-09")
    part = require(library.part("north"))
    assert (part.label, part.note) == (Bilingual("North hall", "北馆"), Bilingual("Its gallery too."))
    assert library.parts() == [part]
    assert library.rates() == [
        Rate("USD-2019-09", "USD", "2019-09", Decimal("7.05"), Decimal("7.15"), Bilingual("A band."))
    ]
    conflict = Conflict(
        "halls", 2019, ConflictKind.SUM, ConflictStatus.RESOLVED, Bilingual("One hall or two", "一馆还是两馆"),
        ("2019.area", "2019.area.north"), "2019.area",
        Bilingual("One counts a part.", "其一仅为局部。"), Bilingual("Quote the whole."),
    )  # fmt: skip
    assert library.conflicts() == library.conflicts(2019) == [conflict]
    assert library.conflicts(2018) == []
    assert library.conflict("halls") == conflict
    formula = "2 * (2019.area.north + 1.5) - 3"
    assert library.checks() == [Check("halls-sum", CheckKind.SUM, "2019.area", formula, Bilingual("", "两馆合计。"))]


BROKEN: dict[str, tuple[str, str]] = {
    "part that is not there": (PART + FACT.replace('"north"', '"nroth"'),
        '17: fact 2019.area.north: part: there is no part "nroth"; did you mean "north"?'),
    "share in square metres": (PART + FACT + 'measure = "share"\n',
        '8: fact 2019.area.north: unit: a share is in percent, not in m2; write unit = "percent"'),
    "growth of the unit": (PART + FACT + 'measure = "grown"\n',
        '19: fact 2019.area.north: measure: "grown" is none of amount, share, growth, change, share_change; did you mean "growth"?'),
    "cumulative since when": (PART + FACT.replace('"edition"', '"cumulative"'),
        "8: fact 2019.area.north: a cumulative fact has no key since; add since, the year of its first edition"),
    "since without a sum": (PART + FACT + "since = 2018\n",
        '19: fact 2019.area.north: since: only a cumulative fact is since an edition; write scope = "cumulative", or remove since'),
    "since later on": (PART + FACT.replace('"edition"', '"cumulative"') + "since = 2020\n",
        "19: fact 2019.area.north: since: 2020 is after the edition 2019; write the year of its first edition"),
    "rate upside down": (RATE.replace('"7.05"', '"8.05"'),
        "6: rate USD-2019-09: low: 8.05 to 7.15 is no band; write the lower end as low, above 0"),
    "rate for nothing": (RATE.replace('"7.05"', "0"),
        "6: rate USD-2019-09: low: 0 to 7.15 is no band; write the lower end as low, above 0"),
    "rate of a day": (RATE.replace('"2019-09"', '"2019-09-23"'),
        '5: rate USD-2019-09: month: "2019-09-23" is not a month; write it as "2018-05"'),
    "conflict over nothing": (
        PART + FACT + CONFLICT.replace('"2019.area",', '"2019.aera",').replace('prefer = "2019.area"\n', ""),
        '27: conflict halls: facts: there is no fact "2019.aera"; did you mean "2019.area"?'),
    "preferring a stranger": (PART + FACT + CONFLICT.replace('prefer = "2019.area"', 'prefer = "2019.projects_signed"'),
        '28: conflict halls: prefer: "2019.projects_signed" is none of its facts; name one of them, or remove prefer'),
    "check of nothing": (PART + FACT + CHECK.replace('reported = "2019.area"', 'reported = "2019.aera"'),
        '23: check halls-sum: reported: there is no fact "2019.aera"; did you mean "2019.area"?'),
    "formula over nothing": (PART + FACT + CHECK.replace("2019.area.north +", "2019.area.south +"),
        '24: check halls-sum: formula: there is no fact "2019.area.south"; did you mean "2019.area.north"?'),
    "formula with a call": (PART + FACT + CHECK.replace("2 * (", "max("),
        '24: check halls-sum: formula: "m" has no place in a formula; use fact ids, numbers, + - * / and ( )'),
    "whole that is no metric": ('[[metric]]\nid = "rd"\nlabel_en = "R&D"\nunit = "CNY"\nwhole = "revenu"\n',
        '5: metric rd: whole: there is no metric "revenu"; add [[metric]] or correct the id'),
    "address that is none": (
        '[[source]]\nid = "x"\npublisher = "P"\ntitle = "T"\nlanguage = "en"\npublished = "2019"\n'
        'url = "javascript:alert(1)"\n',
        '7: source x: url: "javascript:alert(1)" is not the address of a page; write http:// or https://…'),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_problem_names_place_fault_and_remedy(store: Store, text: str, message: str) -> None:
    path = store(text)
    (problem,) = check_stores([path]).problems
    assert says(problem, path, message), str(problem)


def test_a_conflict_may_forget_whom_to_prefer_but_is_kept(store: Store) -> None:
    text = PART + FACT + CONFLICT.replace('prefer = "2019.area"', 'prefer = "2019.projects_signed"')
    assert require(open_library([store(text)]).conflict("halls")).prefer == ""


def test_evidence_may_be_in_any_language(store: Store) -> None:
    evidence = '\n[[fact.evidence]]\nsource = "wire2018"\nlang = "ja"\nas_written = "5件"\n'
    library = open_library([store(PART + FACT + evidence)])
    assert library.problems == ()
    assert [one.lang for one in library.evidence_of("2019.area.north")] == ["ja"]
