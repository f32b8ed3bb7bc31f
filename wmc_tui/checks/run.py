"""Every check of a library, declared or found by rules, and what came of it."""

from itertools import chain

from wmc_tui.checks import languages, rules
from wmc_tui.checks.declared import read_checks
from wmc_tui.checks.fact_table import FactTable
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.relations import run_check
from wmc_tui.model.claims import CheckKind, Conflict, ConflictStatus
from wmc_tui.store import Library

_STATUSES = (ConflictStatus.OPEN, ConflictStatus.RESOLVED, ConflictStatus.COMPATIBLE)
_KINDS = {kind: place for place, kind in enumerate(CheckKind)}


def check_facts(library: Library) -> list[Outcome]:
    """What came of every check: by edition, then declared before found ones, then by kind and id.

    Where a rule finds what a store declares, the declared check counts.
    """
    table = FactTable(library)
    declared, unreadable = read_checks(library.checks(), table)
    outcomes: dict[str, Outcome] = {}
    seen: set[tuple[str, str]] = set()
    for relation in chain(declared, rules.relations_of(table)):
        outcome = run_check(relation, table)
        if outcome is not None and (outcome.reported.id, outcome.formula) not in seen:
            seen.add((outcome.reported.id, outcome.formula))
            outcomes.setdefault(outcome.id, outcome)
    for outcome in chain(unreadable, languages.outcomes_of(table)):
        outcomes.setdefault(outcome.id, outcome)
    by_fact = _conflicts_by_fact(library)
    suspects = {outcome.slip_fact for outcome in outcomes.values() if outcome.slip_fact != outcome.reported.id}
    explained = [_explain(_move_slip(outcome, suspects), by_fact) for outcome in outcomes.values()]
    return sorted(
        explained, key=lambda outcome: (outcome.edition, not outcome.declared, _KINDS[outcome.kind], outcome.id)
    )


def _conflicts_by_fact(library: Library) -> dict[str, list[Conflict]]:
    by_fact: dict[str, list[Conflict]] = {}
    for conflict in library.conflicts():
        for fact in conflict.facts:
            by_fact.setdefault(fact, []).append(conflict)
    return by_fact


def _move_slip(outcome: Outcome, suspects: set[str]) -> Outcome:
    """The outcome with its slip laid on the figure that another check finds to have slipped, where it uses that one."""
    if not outcome.slip or outcome.slip_fact != outcome.reported.id:
        return outcome
    return outcome._replace(
        slip_fact=next((fact.id for fact in outcome.inputs if fact.id in suspects), outcome.slip_fact)
    )


def _explain(outcome: Outcome, by_fact: dict[str, list[Conflict]]) -> Outcome:
    """The outcome with the conflicts that speak of it: those of the reported fact first, then those of most inputs."""
    inputs, reported = {fact.id for fact in outcome.inputs}, outcome.reported

    def order(conflict: Conflict) -> tuple[int, int, str]:
        weight = len(inputs.intersection(conflict.facts)) + (len(inputs) + 1) * (reported.id in conflict.facts)
        return -weight, _STATUSES.index(conflict.status), conflict.id

    about = {conflict.id: conflict for fact in outcome.facts for conflict in by_fact.get(fact.id, ())}
    conflicts = tuple(conflict.id for conflict in sorted(about.values(), key=order))
    accounted = (
        outcome.verdict is not Verdict.FAILS or conflicts or (outcome.declared and outcome.note) or reported.note
    )
    return outcome._replace(conflicts=conflicts, explained=outcome.explained and bool(accounted))
