"""Tables and records for other programs: CSV, Markdown and JSON, and the list of formats that are offered.

Text from the store stays text there: Markdown's signs are escaped, and no cell of a spreadsheet is a formula.
"""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

from wmc_tui.model import Bilingual
from wmc_tui.quantities.figure import plain_decimal
from wmc_tui.text.json import json_text
from wmc_tui.text.safe import visible_line

T = TypeVar("T")
Cell = str | int | Decimal | None
"""Text, or a number that a spreadsheet may compute with; None for an empty cell."""
Data = dict[str, object]
"""A record as JSON has it."""

_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")
_FORMULA_SIGNS = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula; some read the full-width signs as well."""


class Export(Protocol):
    """Something that can be written in every format."""

    def markdown(self) -> str:
        """The whole in both languages, for reading."""

    def table(self) -> Iterable[Sequence[Cell]]:
        """The names of the columns, then the rows."""

    def data(self) -> object:
        """Everything, as JSON has it."""


class Format(NamedTuple):
    """A form in which an export can be written."""

    key: str
    """The letter that chooses it."""
    name: str
    """What it is called."""
    about: str
    """What it is good for."""
    write: Callable[[Export], str]
    """Makes the text of the file."""


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV (RFC 4180, for UTF-8 without a byte order mark)."""

    out = io.StringIO()
    csv.writer(out).writerows(map(_sheet_value, row) for row in rows)
    return out.getvalue()


def markdown_cell(text: str) -> str:
    """Text on one line, Markdown's signs escaped."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", visible_line(text))


def markdown_table(
    heads: Sequence[str],
    rows: Iterable[Sequence[T]],
    *,
    right: Collection[str] = (),
    cell: Callable[[T], str] = markdown_cell,  # type: ignore[assignment]
) -> list[str]:
    """The lines of a table. Columns whose heading is among `right` are aligned to the right.

    `cell` makes the text of a cell, which must be escaped; cells that are text need none.
    """
    names = "".join(f" {markdown_cell(head)} |" if head else " |" for head in heads)
    rule = "".join("---:|" if head in right else "---|" for head in heads)
    return [f"|{names}", f"|{rule}", *(f"| {' | '.join(map(cell, row))} |" for row in rows)]


def markdown_titles(title: Bilingual) -> list[str]:
    """A title in each language, with an empty line after it."""
    return [f"# {markdown_cell(title.en)}", "", f"# {markdown_cell(title.zh)}", ""]


def record_data(record: object, *fields: str) -> Data:
    """The named fields of a record under their own names, as JSON has them."""
    return {field: plain_data(getattr(record, field)) for field in fields}


def plain_data(value: object) -> object:
    """A value as JSON has it: pairs by language, decimals as plain strings, ISO 8601 days, sequences as lists."""
    match value:
        case Bilingual():
            return {"en": value.en, "zh": value.zh}
        case Decimal():
            return plain_decimal(value)
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
    return value


def _sheet_value(cell: Cell) -> str | int:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(cell, str):
        shown = visible_line(cell)
        return f"'{shown}" if shown.startswith(_FORMULA_SIGNS) else shown
    return cell if isinstance(cell, int) else plain_decimal(cell) or ""


FORMATS = {
    "md": Format("m", "Markdown", "in both languages, for reading and editing", lambda export: export.markdown()),
    "csv": Format("c", "CSV", "a row for each, for a spreadsheet", lambda export: csv_text(export.table())),
    "json": Format("j", "JSON", "everything, for scripts", lambda export: json_text(export.data(), indent=1) + "\n"),
}
"""By the ending of the file. A further format is one more row."""
