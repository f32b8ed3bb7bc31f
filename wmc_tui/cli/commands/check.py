"""Look for mistakes: in the shipped store, your library, and the stores you name.

Every problem is told with file, line, key, what is wrong and the nearest right value. The figure
of each mention is read in its sentence and must be its fact's value; a slip of 10x, 100x, 1,000x,
10^4 or 10^8 is named.

With --facts: do the figures add up? Shares, rates, growth, sums, totals of several editions,
exchange rates, lengths, and English against Chinese, each figure taken as the interval that it
stands for (91% is 90.5% to 91.5%); and what the stores know to be in conflict."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from wmc_tui.cli.data import conflict_data, outcome_data, problem_data
from wmc_tui.cli.exit_status import NOTHING, WRONG, complain
from wmc_tui.cli.progress_bar import ProgressBar
from wmc_tui.cli.streams import json_document, line, open_stores, paragraph
from wmc_tui.model.claims import Conflict, ConflictStatus
from wmc_tui.present.tables import Data

if TYPE_CHECKING:
    from wmc_tui.checks.outcome import Outcome
    from wmc_tui.model import Bilingual
    from wmc_tui.store import Library

EXAMPLES = """\
examples:
  wmc-tui check
  wmc-tui check mine.toml --json
  wmc-tui check --facts
  wmc-tui check --facts --all          what holds as well, one by one

Exit status 0 where all is well, 1 where there are problems, 2 where a store cannot be read. With
--facts 1 means that a check fails which neither a conflict nor a note accounts for: figures that
are known not to add up, as the shipped store has them, are shown and end with 0."""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a store: a TOML file, or a folder of them")
    parser.add_argument("--facts", action="store_true", help="check what the figures say of one another")
    parser.add_argument("--all", "-v", action="store_true", help="with --facts: list what holds, too")


def run(options: Namespace) -> int:
    """Print the problems, or how much was checked."""
    stores = [*options.store, *options.paths]
    if options.facts:
        return _check_facts(stores, json=options.json, everything=options.all)
    return _check_stores(stores, json=options.json)


def _check_stores(stores: list[Path], *, json: bool) -> int:
    """All problems of all files; those of mentions and formulas as far as the files can be read."""
    from wmc_tui.checks.declared import check_formulas
    from wmc_tui.checks.mentions import check_mentions
    from wmc_tui.store import open_library
    from wmc_tui.store.compile import check_stores

    with ProgressBar() as bar:
        report = check_stores(stores, bar.show_compiling)
    problems, counts = list(report.problems), None
    if report.usable is not None:
        with ProgressBar() as bar:
            library = open_library(extra=report.usable, progress=bar.show_compiling)
        problems += [*check_mentions(library), *check_formulas(library)]
        counts = _count_records(library)
    if json:
        answer: Data = {"problems": [problem_data(problem) for problem in problems], "checked": counts}
        if report.unreadable:
            answer["unreadable"] = [problem_data(error.problem) for error in report.unreadable]
        json_document(answer)
    else:
        for problem in problems:
            line(str(problem))
        if counts is not None and not report.unreadable:
            line(_summary(len(problems), counts))
    for error in report.unreadable:
        complain(str(error))
    return WRONG if report.unreadable else NOTHING if problems else 0


def _count_records(library: "Library") -> Data:
    articles = library.articles()
    return {
        "files": [str(path) for path in library.files],
        "editions": len(library.editions()),
        "sources": len(library.sources()),
        "metrics": len(library.metrics()),
        "facts": len(library.facts()),
        "articles": len(articles),
        "sentences": sum(len(library.sentences(article.id)) for article in articles),
        "mentions": sum(len(library.mentions_in(article.id)) for article in articles),
    }


def _summary(problems: int, counts: Data) -> str:
    numbers = {name: len(count) if isinstance(count, list) else count for name, count in counts.items()}
    listed = ", ".join(f"{count} {name if count != 1 else name[:-1]}" for name, count in numbers.items())
    return f"{problems or 'no'} problem{'s' * (problems > 1)} found in {listed}"


# -- what the figures say of one another ---------------------------------------------------------

_LONG = 500
"""Characters of a formula that are printed."""
_CONFLICTS = {
    ConflictStatus.OPEN: "open: nobody can tell yet",
    ConflictStatus.RESOLVED: "resolved: it is known which to quote",
    ConflictStatus.COMPATIBLE: "compatible: all can be true",
}


def _check_facts(stores: list[Path], *, json: bool, everything: bool) -> int:
    """Print what fails, the conflicts and what holds; the status is 1 where a failure is not accounted for."""
    from wmc_tui.checks.run import check_facts

    library = open_stores(stores)
    outcomes, conflicts = check_facts(library), library.conflicts()
    if json:
        checks = [outcome_data(outcome) for outcome in outcomes]
        json_document({"checks": checks, "conflicts": [conflict_data(conflict) for conflict in conflicts]})
    else:
        _print_facts(outcomes, conflicts, everything=everything)
    return NOTHING if any(not outcome.explained for outcome in outcomes) else 0


def _print_facts(outcomes: list["Outcome"], conflicts: list[Conflict], *, everything: bool) -> None:
    failing, unknown, holding = (
        [outcome for outcome in outcomes if outcome.verdict == verdict] for verdict in ("fails", "unknown", "holds")
    )
    titles = {conflict.id: conflict.title for conflict in conflicts}
    line(f"What fails: {len(failing)}")
    _print_outcomes(failing, titles)
    if unknown:
        paragraph(f"\nWhat cannot be computed: {len(unknown)}")
        _print_outcomes(unknown, titles)
    _print_conflicts(conflicts)
    kinds = Counter(outcome.kind.value.replace("_", " ") for outcome in holding)
    listed = f" ({', '.join(f'{count} {kind}' for kind, count in kinds.items())})" if kinds else ""
    paragraph(f"\nWhat holds: {len(holding)}{listed}")
    if everything:
        _print_outcomes(holding, titles)
    else:
        line("  --all lists them")
    unexplained = sum(not outcome.explained for outcome in outcomes)
    rest = f", {unexplained} without a conflict or a note that accounts for it" if unexplained else ""
    paragraph(f"\n{len(outcomes)} checks: {len(failing) or 'none'} fail{'s' * (len(failing) < 2)}{rest}")


def _print_outcomes(outcomes: Iterable["Outcome"], titles: dict[str, "Bilingual"]) -> None:
    for edition, group in groupby(outcomes, key=lambda outcome: outcome.edition):
        line(f" {edition}")
        for outcome in group:
            _print_outcome(outcome, titles)


def _print_outcome(outcome: "Outcome", titles: dict[str, "Bilingual"]) -> None:
    """What the screen of checks says of it, in English, and what accounts for a failure."""
    from wmc_tui.present.formulas import COMPUTED, outcome_lines

    label = outcome.reported.label
    line(f"  {label.en} / {label.zh}  [{outcome.id}]")
    for name, text in outcome_lines(outcome):
        line(f"    {name.en:11}  {_shorten(text.en) if name == COMPUTED else text.en}")
    if outcome.verdict != "fails":
        return
    if outcome.conflicts:
        title = titles[outcome.conflicts[0]]
        line(f"    conflict     {title.en} / {title.zh}  [{outcome.conflicts[0]}]")
    elif outcome.reported.note.en:
        line(f"    note         {outcome.reported.note.en}")
    elif not outcome.explained:
        line("    nothing accounts for it: declare a conflict, or correct a figure")


def _shorten(formula: str) -> str:
    """A formula of a line's length; its result is kept."""
    left, sign, result = formula.rpartition(" = ")
    return f"{left[: _LONG - 2]}..{sign}{result}" if len(left) > _LONG else formula


def _print_conflicts(conflicts: list[Conflict]) -> None:
    paragraph(f"\nConflicts: {len(conflicts)}")
    for status, heading in _CONFLICTS.items():
        of_status = [conflict for conflict in conflicts if conflict.status is status]
        if of_status:
            line(f" {heading}: {len(of_status)}")
        for conflict in of_status:
            line(f"  {conflict.edition}  {conflict.title.en} / {conflict.title.zh}  [{conflict.id}]")
            if status is not ConflictStatus.COMPATIBLE and conflict.resolution.en:
                line(f"        {conflict.resolution.en}")
