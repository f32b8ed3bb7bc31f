"""Print the files and folders that wmc-tui uses.

Set WMC_TUI_HOME to a folder to keep everything of yours below it."""

from argparse import ArgumentParser, Namespace

from wmc_tui.cli.streams import fields, json_document
from wmc_tui.store import places

EXAMPLES = "A folder of yours is made when something is first kept in it."

_PURPOSES = {
    "store": "shipped store",
    "library": "your library",
    "settings": "your settings",
    "state": "history, last place",
    "cache": "cache",
}


def add_arguments(parser: ArgumentParser) -> None:
    """It takes nothing of its own."""


def run(options: Namespace) -> int:
    """Print the places."""
    used = {name: str(path) for name, path in places().items()}
    stores = [str(path.absolute()) for path in options.store]
    if options.json:
        json_document({**used, "stores": stores})
    else:
        fields([(_PURPOSES.get(name, name), path) for name, path in used.items()])
        fields([("your --store", path) for path in stores])
    return 0
