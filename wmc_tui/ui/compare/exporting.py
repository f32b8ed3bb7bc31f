"""Writing what the comparing screen shows: to the clipboard, or to a file of its own, never over another."""

import re
from collections.abc import Callable
from pathlib import Path

from wmc_tui.present.comparison import Comparison, is_charted
from wmc_tui.present.comparison_export import ComparisonExport
from wmc_tui.present.tables import FORMATS
from wmc_tui.store import Library
from wmc_tui.store.locations import free_file
from wmc_tui.text.safe import visible
from wmc_tui.ui.choices import Choice

EXPORTS = (
    Choice("m", "Markdown", "the table in both languages, with its publications", "md"),
    Choice("c", "CSV", "a row for each series and edition, for a spreadsheet", "csv"),
    Choice("j", "JSON", "everything: values, changes, further figures, publications", "json"),
    Choice("p", "picture", "the chart as SVG; of tables the screen as it is now", "svg"),
)
"""The forms in which a comparison can be written to a file."""


def clip(library: Library, seen: Comparison) -> str:
    """The table, as Markdown."""
    return visible(ComparisonExport(library, seen).markdown())


def write_comparison(
    library: Library, seen: Comparison, ending: str, charted: bool, picture: Callable[[], str]
) -> Path:
    """Write it as `md`, `csv`, `json` or `svg` and return where. Raises OSError.

    `charted`: what is seen are charts; else the picture is what `picture` draws.
    """
    path = free_file(_stem(seen), ending)
    text = _text(library, seen, ending, charted, picture)
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def _text(library: Library, seen: Comparison, ending: str, charted: bool, picture: Callable[[], str]) -> str:
    if ending in FORMATS:
        return FORMATS[ending].write(ComparisonExport(library, seen))
    if not charted or not any(map(is_charted, seen.series)):
        return picture()
    from wmc_tui.present.charts_svg import svg_charts

    return svg_charts(library, seen)


def _stem(seen: Comparison) -> str:
    """A file name of letters that every system takes."""
    key = seen.series[0].key if len(seen.series) == 1 else None
    words = [key.metric, key.part, key.measure if key.measure != "amount" else ""] if key else [seen.title.en]
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", "-".join(word for word in words if word)).strip("-.").lower()
    return f"wmc-compare-{name[:60] or 'metric'}"
