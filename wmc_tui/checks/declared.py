"""The checks that stores declare."""

from collections.abc import Mapping

from wmc_tui.checks.fact_table import FactTable
from wmc_tui.checks.formula import FormulaError, Node, names, parse
from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.relations import Relation
from wmc_tui.model import Bilingual, Fact
from wmc_tui.model.claims import Check
from wmc_tui.quantities.interval import Interval
from wmc_tui.store import Library, Problem
from wmc_tui.store.problems import did_you_mean, quoted


def check_formulas(library: Library) -> list[Problem]:
    """Every declared check whose formula cannot be read, and every one that takes what is no fact or no number for one."""
    facts = {fact.id: fact for fact in library.facts()}
    problems = []
    for check in library.checks():
        try:
            ids = names(_read(check, facts))
        except FormulaError as error:
            hint = "use fact ids, numbers, + - * / and ( ), with spaces around a minus"
            problems.append(_problem(library, check, str(error), hint))
            continue
        texts = [id for id in (check.reported, *ids) if facts[id].unit in ("text", "date")]
        if texts:
            problems.append(_problem(library, check, f"{quoted(texts[0])} is no number", "name facts with a value"))
    return problems


def read_checks(checks: list[Check], table: FactTable) -> tuple[list[Relation], list[Outcome]]:
    """The declared relations, and an outcome for each whose formula cannot be read.

    Of such a one nothing is known, and that is a fault.
    """
    relations, unreadable = [], []
    for check in checks:
        reported = table.facts[check.reported]
        try:
            node = _read(check, table.facts)
        except FormulaError as error:
            claimed = table.interval(reported)
            if claimed is not None:
                unreadable.append(_unreadable(check, reported, claimed, error))
            continue
        relations.append(Relation(check.kind, reported, node, id=check.id, declared=True, note=check.note))
    return relations, unreadable


def _unreadable(check: Check, reported: Fact, claimed: Interval, error: FormulaError) -> Outcome:
    return Outcome(
        id=check.id,
        kind=check.kind,
        reported=reported,
        inputs=(),
        formula=check.formula,
        claimed=claimed,
        computed=None,
        value=None,
        verdict=Verdict.UNKNOWN,
        difference=None,
        declared=True,
        note=Bilingual(f"The formula cannot be read: {error}.", f"公式无法读取：{error}。"),
        explained=False,
    )


def _read(check: Check, facts: Mapping[str, Fact]) -> Node:
    """The formula's tree. Raises FormulaError, for an id that is no fact as well."""
    node = parse(check.formula)
    for id in names(node):
        if id not in facts:
            place = check.formula.find(id) + 1
            hint = did_you_mean(id, facts)
            raise FormulaError(f"there is no fact {quoted(id)} (character {place})" + (f"; {hint}" if hint else ""))
    return node


def _problem(library: Library, check: Check, what: str, hint: str) -> Problem:
    """A problem of a check, with its file and line."""
    origin = library.origin_of("check", check.id, "formula")
    return Problem(origin.file, origin.line, f"check {check.id}: formula", what, hint)
