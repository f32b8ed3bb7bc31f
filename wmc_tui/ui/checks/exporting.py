"""Writing the checks and conflicts that are listed to a file of its own, never over another."""

from collections.abc import Callable
from pathlib import Path

from wmc_tui.present.export import FindingsExport
from wmc_tui.present.tables import FORMATS
from wmc_tui.store.locations import free_file
from wmc_tui.ui.choices import Choice
from wmc_tui.ui.state.checks_state import Checking

EXPORTS = (
    Choice("m", "Markdown", "each with its explanation in both languages, its facts and their publications", "md"),
    Choice("c", "CSV", "a row for each, for a spreadsheet", "csv"),
    Choice("j", "JSON", "everything, for scripts", "json"),
    Choice("p", "picture", "the screen as it is now, as SVG", "svg"),
)
"""The forms in which they can be written to a file."""


def write_findings(checking: Checking, ending: str, picture: Callable[[], str]) -> Path:
    """Write what is shown as `md`, `csv`, `json` or `svg` (what `picture` draws) and return where. Raises OSError."""
    library, found = checking.library, checking.shown
    text = FORMATS[ending].write(FindingsExport(library, found)) if ending in FORMATS else picture()
    words = (str(checking.edition or ""), str(checking.status or ""))
    path = free_file("-".join(word for word in ("wmc-checks", *words) if word), ending)
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(text)
    return path
