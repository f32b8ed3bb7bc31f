"""Look for mistakes: in the shipped store, your library, and the stores you name.

Every problem is told with file, line, key, what is wrong and the nearest right value. The figure
of each mention is read in its sentence and must be its fact's value; a slip of 10x, 100x, 1,000x,
10^4 or 10^8 is named.

With --facts: do the figures add up? Shares, rates, growth, sums, totals of several editions,
exchange rates, lengths, and English against Chinese, each figure taken as the interval that it
stands for (91% is 90.5% to 91.5%); and what the stores know to be in conflict."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from wmc_tui.cli.data import Data, problem_data
from wmc_tui.cli.exit_status import NOTHING, WRONG, complain
from wmc_tui.cli.output import json_document, line

if TYPE_CHECKING:
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
        from wmc_tui.cli.checking import check_facts_of
        from wmc_tui.cli.libraries import opened

        return check_facts_of(opened(stores), json=options.json, everything=options.all)
    return _check(stores, json=options.json)


def _check(stores: list[Path], *, json: bool) -> int:
    """All problems of all files; those of readings as far as the files can be read."""
    from wmc_tui.checks import check_formulas, check_readings
    from wmc_tui.store import open_library
    from wmc_tui.store.check import check_stores

    report = check_stores(stores)
    problems, checked = list(report.problems), None
    if report.usable is not None:
        library = open_library(extra=report.usable)
        problems += [*check_readings(library), *check_formulas(library)]
        checked = _checked(library)
    if json:
        told: Data = {"problems": [problem_data(problem) for problem in problems], "checked": checked}
        if report.unreadable:
            told["unreadable"] = [problem_data(error.problem) for error in report.unreadable]
        json_document(told)
    else:
        for problem in problems:
            line(str(problem))
        if checked is not None and not report.unreadable:
            line(_summary(len(problems), checked))
    for error in report.unreadable:
        complain(str(error))
    return WRONG if report.unreadable else NOTHING if problems else 0


def _checked(library: "Library") -> Data:
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


def _summary(problems: int, checked: Data) -> str:
    files = checked["files"]
    counted = {"files": len(files) if isinstance(files, list) else 0} | {
        k: v for k, v in checked.items() if k != "files"
    }
    told = ", ".join(f"{count} {name if count != 1 else name[:-1]}" for name, count in counted.items())
    found = "no problem" if not problems else f"{problems} problem{'s' * (problems != 1)}"
    return f"{found} found in {told}"
