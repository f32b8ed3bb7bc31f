"""List the editions of the convention, newest first, with the figures that sum them up."""

from argparse import ArgumentParser, Namespace

from wmc_tui.cli.data import edition_data
from wmc_tui.cli.exit_status import NOTHING
from wmc_tui.cli.streams import json_document, line, open_stores
from wmc_tui.model import Edition
from wmc_tui.present.wording import dates, renderings
from wmc_tui.store import Library

EXAMPLES = "With --json the headline is a list of ids for `wmc-tui show`."


def add_arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(options: Namespace) -> int:
    """Print the editions."""
    library = open_stores(options.store)
    editions = library.editions()
    if options.json:
        json_document([edition_data(edition) for edition in editions])
    else:
        for edition in editions:
            _print(library, edition)
    return 0 if editions else NOTHING


def _print(library: Library, edition: Edition) -> None:
    line(f"{edition.year}  {edition.name.en}  {edition.name.zh}")
    when = dates(edition.start, edition.end)
    if when:
        line(f"      {when.en}  {when.zh}")
    if edition.theme:
        line(f"      {edition.theme.en}  {edition.theme.zh}")
    for fact in filter(None, map(library.fact, edition.headline)):
        shown = renderings(fact)
        line(f"      {fact.label.en}: {shown.en}  {fact.label.zh}：{shown.zh}")
