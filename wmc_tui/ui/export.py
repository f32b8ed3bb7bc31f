"""Writing the page being read to a file of its own, never over another."""

import re
from collections.abc import Callable
from pathlib import Path

from wmc_tui.model import Lang
from wmc_tui.present.export import PageExport
from wmc_tui.present.tables import FORMATS
from wmc_tui.store.locations import free_file
from wmc_tui.ui.state.reading import Reading


def write_page(reading: Reading, ending: str, picture: Callable[[], str]) -> Path:
    """Write the page as `md`, `csv` or `svg` (what `picture` draws) and return where. Raises OSError."""
    library, page = reading.library, reading.page
    edition = library.edition(page.edition)
    if ending == "svg" or edition is None:
        text = picture()
    else:
        text = FORMATS[ending].write(PageExport(library, edition, library.article(page.id)))
    path = free_file(_stem(page.id), ending)
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def write_report(reading: Reading, ending: str) -> Path:
    """Write a report of the edition being read as `en.html`, `zh.html`, `en.md` or `zh.md` and return where.

    Raises OSError; ValueError where a check of the store cannot be read or there is no edition.
    """
    from wmc_tui.present.report import report_html, report_markdown, report_of

    edition = reading.library.edition(reading.page.edition)
    if edition is None:
        raise ValueError("no edition is open")
    lang, _, form = ending.partition(".")
    write = report_html if form == "html" else report_markdown
    text = write(report_of(reading.library, edition), Lang(lang))
    path = free_file(f"wmc-report-{edition.year}-{lang}", form)
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def _stem(page_id: str) -> str:
    """A file name of letters that every system takes."""
    return "wmc-" + (re.sub(r"[^A-Za-z0-9.-]+", "-", page_id).strip("-.") or "page")
