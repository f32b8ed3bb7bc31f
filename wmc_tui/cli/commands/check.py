"""Look for mistakes: in the shipped store, your library, and the stores you name.

Every problem is told with file, line, key, what is wrong and the nearest right value. The figure
of each mention is read in its sentence and must be its fact's value; a slip of 10x, 100x, 1,000x,
10^4 or 10^8 is named."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from wmc_tui.checks import check_readings
from wmc_tui.cli.data import Data, problem_data
from wmc_tui.cli.ending import NOTHING
from wmc_tui.cli.output import json_document, line
from wmc_tui.store import Library, open_library

EXAMPLES = """\
examples:
  wmc-tui check
  wmc-tui check mine.toml --json

Exit status 0 where all is well, 1 where there are problems, 2 where a store cannot be read."""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a store: a TOML file, or a folder of them")


def run(options: Namespace) -> int:
    """Print the problems, or how much was checked."""
    library = open_library(extra=[*options.store, *options.paths], use_cache=False)
    problems = [*library.problems, *check_readings(library)]
    checked = _checked(library)
    if options.json:
        json_document({"problems": [problem_data(problem) for problem in problems], "checked": checked})
    else:
        for problem in problems:
            line(str(problem))
        line(_summary(len(problems), checked))
    return NOTHING if problems else 0


def _checked(library: Library) -> Data:
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
