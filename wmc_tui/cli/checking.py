"""What `wmc-tui check --facts` prints."""

from collections import Counter
from collections.abc import Iterable

from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.checks.run import check_facts
from wmc_tui.checks.wording import formula_words, interval_words, off_words, value_words
from wmc_tui.cli.data import conflict_data, outcome_data
from wmc_tui.cli.exit_status import NOTHING
from wmc_tui.cli.output import json_document, line
from wmc_tui.model import Bilingual, Lang
from wmc_tui.model.claims import Conflict, ConflictStatus
from wmc_tui.present import renderings
from wmc_tui.store import Library

LONG = 500
"""Characters of a formula that are printed."""
_ORDER = (ConflictStatus.OPEN, ConflictStatus.RESOLVED, ConflictStatus.COMPATIBLE)
_STATUS = {
    ConflictStatus.OPEN: "open: nobody can tell yet",
    ConflictStatus.RESOLVED: "resolved: it is known which to quote",
    ConflictStatus.COMPATIBLE: "compatible: all can be true",
}


def check_facts_of(library: Library, *, json: bool, everything: bool) -> int:
    """Print what fails, the conflicts and what holds; the status is 1 where a failure is not accounted for."""
    outcomes = check_facts(library)
    conflicts = library.conflicts()
    if json:
        told = [outcome_data(outcome) for outcome in outcomes]
        json_document({"checks": told, "conflicts": [conflict_data(conflict) for conflict in conflicts]})
    else:
        _print(outcomes, conflicts, everything=everything)
    return NOTHING if any(not outcome.explained for outcome in outcomes) else 0


def _print(outcomes: list[Outcome], conflicts: list[Conflict], *, everything: bool) -> None:
    verdicts = {verdict: [one for one in outcomes if one.verdict is verdict] for verdict in Verdict}
    titles = {conflict.id: conflict.title for conflict in conflicts}
    line(f"What fails: {len(verdicts[Verdict.FAILS])}")
    _print_outcomes(verdicts[Verdict.FAILS], titles)
    if verdicts[Verdict.UNKNOWN]:
        _heading(f"What cannot be computed: {len(verdicts[Verdict.UNKNOWN])}")
        _print_outcomes(verdicts[Verdict.UNKNOWN], titles)
    _print_conflicts(conflicts)
    holding = verdicts[Verdict.HOLDS]
    kinds = Counter(one.kind.value.replace("_", " ") for one in holding)
    _heading(
        f"What holds: {len(holding)}" + (f" ({', '.join(f'{n} {kind}' for kind, n in kinds.items())})" if kinds else "")
    )
    if everything:
        _print_outcomes(holding, titles)
    else:
        line("  --all lists them")
    line()
    failing = len(verdicts[Verdict.FAILS])
    unexplained = sum(not one.explained for one in outcomes)
    open_ones = f", {unexplained} without a conflict or a note that accounts for it" if unexplained else ""
    line(f"{len(outcomes)} checks: {failing or 'none'} fail{'s' * (failing < 2)}{open_ones}")


def _heading(text: str) -> None:
    line()
    line(text)


def _print_outcomes(outcomes: Iterable[Outcome], titles: dict[str, Bilingual]) -> None:
    edition = 0
    for outcome in outcomes:
        if outcome.edition != edition:
            edition = outcome.edition
            line(f" {edition}")
        _print_outcome(outcome, titles)


def _print_outcome(outcome: Outcome, titles: dict[str, Bilingual]) -> None:
    fact = outcome.reported
    line(f"  {fact.label.en} / {fact.label.zh}  [{outcome.id}]")
    said = renderings(fact)
    stands = interval_words(outcome.claimed, fact.unit, fact.noun).en
    line(f"    reported  {said.en} / {said.zh}" + (f" = {stands}" if stands != said.en else ""))
    if outcome.formula != fact.id:
        value, computed = value_words(outcome).en, interval_words(outcome.computed, fact.unit, fact.noun).en
        between = f" ({computed})" if value and computed not in ("", value) else ""
        formula = formula_words(outcome, Lang.EN)
        formula = formula if len(formula) <= LONG else f"{formula[: LONG - 2]}.."
        line(f"    computed  {formula} = {value or 'not known'}{between}")
    for extra in filter(None, (off_words(outcome).en, outcome.note.en)):
        line(f"              {extra}")
    if outcome.verdict is Verdict.FAILS:
        _print_why(outcome, titles)


def _print_why(outcome: Outcome, titles: dict[str, Bilingual]) -> None:
    """The conflict that speaks most of it, the fact's note, or that nothing accounts for it."""
    if outcome.conflicts:
        title = titles[outcome.conflicts[0]]
        line(f"    conflict  {title.en} / {title.zh}  [{outcome.conflicts[0]}]")
    elif outcome.reported.note.en:
        line(f"    note      {outcome.reported.note.en}")
    elif not outcome.explained:
        line("    nothing accounts for it: declare a conflict, or correct a figure")


def _print_conflicts(conflicts: list[Conflict]) -> None:
    _heading(f"Conflicts: {len(conflicts)}")
    for status in _ORDER:
        here = [one for one in conflicts if one.status is status]
        if here:
            line(f" {_STATUS[status]}: {len(here)}")
        for one in here:
            line(f"  {one.edition}  {one.title.en} / {one.title.zh}  [{one.id}]")
            if status is not ConflictStatus.COMPATIBLE and one.resolution.en:
                line(f"        {one.resolution.en}")
