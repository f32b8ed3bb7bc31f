"""Every check of a library, declared or found by rules, and what came of it."""

from itertools import chain

from wmc_tui.checks import declared, languages, rules, totals
from wmc_tui.checks.fact_table import Book
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.relations import tested
from wmc_tui.model.claims import CheckKind, Conflict, ConflictStatus
from wmc_tui.store import Library

_STATUSES = (ConflictStatus.OPEN, ConflictStatus.RESOLVED, ConflictStatus.COMPATIBLE)
_KINDS = {kind: place for place, kind in enumerate(CheckKind)}


def check_facts(library: Library) -> list[Outcome]:
    """What came of every check: by edition, then declared before found ones, then by kind and id.

    Where a rule finds what a store declares, the declared check counts.
    """
    book = Book(library)
    checks = library.checks()
    found: dict[str, Outcome] = {}
    known: set[tuple[str, str]] = set()
    relations = (declared.relations_of(checks, book), rules.relations_of(book), totals.relations_of(book))
    for relation in chain(*relations):
        outcome = tested(relation, book)
        if outcome is not None and (outcome.reported.id, outcome.formula) not in known:
            known.add((outcome.reported.id, outcome.formula))
            found.setdefault(outcome.id, outcome)
    for outcome in chain(declared.unreadable(checks, book), languages.outcomes_of(book)):
        found.setdefault(outcome.id, outcome)
    by_fact = _conflicts(library)
    suspects = {outcome.slipped for outcome in found.values() if outcome.slipped != outcome.reported.id}
    explained = [_explained(_suspected(outcome, suspects), by_fact) for outcome in found.values()]
    return sorted(explained, key=lambda one: (one.edition, not one.declared, _KINDS[one.kind], one.id))


def _conflicts(library: Library) -> dict[str, list[Conflict]]:
    found: dict[str, list[Conflict]] = {}
    for conflict in sorted(library.conflicts(), key=lambda one: (_STATUSES.index(one.status), one.id)):
        for fact in conflict.facts:
            found.setdefault(fact, []).append(conflict)
    return found


def _suspected(outcome: Outcome, suspects: set[str]) -> Outcome:
    """The outcome with its slip laid on the figure that another check finds to have slipped, where it uses that one."""
    if not outcome.slip or outcome.slipped != outcome.reported.id:
        return outcome
    return outcome._replace(slipped=next((one.id for one in outcome.inputs if one.id in suspects), outcome.slipped))


def _explained(outcome: Outcome, by_fact: dict[str, list[Conflict]]) -> Outcome:
    """The outcome with the conflicts that speak of it, those that name most of its facts first."""
    reported = by_fact.get(outcome.reported.id, ())
    if outcome.verdict is not Verdict.FAILS and outcome.inputs == (outcome.reported,):
        return outcome._replace(conflicts=tuple(one.id for one in reported)) if reported else outcome
    counted = {conflict.id: len(outcome.inputs) + 1 for conflict in reported}
    for fact in outcome.inputs:
        for conflict in by_fact.get(fact.id, ()) if fact is not outcome.reported else ():
            counted[conflict.id] = counted.get(conflict.id, 0) + 1
    if not counted and outcome.verdict is not Verdict.FAILS:
        return outcome
    about = {one.id: one for fact in outcome.facts for one in by_fact.get(fact.id, ())}
    conflicts = tuple(sorted(counted, key=lambda id: (-counted[id], _STATUSES.index(about[id].status), id)))
    noted = bool(outcome.declared and outcome.note) or bool(outcome.reported.note)
    explained = outcome.explained and (outcome.verdict is not Verdict.FAILS or bool(conflicts) or noted)
    return outcome._replace(conflicts=conflicts, explained=explained)
