"""What the comparing screen shows at a time. A view is plain Python: it makes up rows, moves a cursor, knows no widget."""

from abc import abstractmethod
from typing import NamedTuple

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Fact
from wmc_tui.present.charts import FULL, Span
from wmc_tui.present.comparer import Comparer
from wmc_tui.present.comparison import Comparison, series_title, unit_label
from wmc_tui.series import Series
from wmc_tui.ui.widgets.line import Line, Piece

LOOKS = {
    "label": "",
    "bar": "bar",
    "half": "bar",
    "half_left": "bar-end",
    "expected": "bar-end",
    "axis": "dim",
    "value": "",
    "gap": "dim",
    "head": "heading",
    "edition": "strong",
    "en": "",
    "zh": "",
    "change": "",
    "state": "dim",
    "state_zh": "dim",
    "note": "note",
    "others": "dim",
}
"""The look of each kind of span of tables and charts."""


class SheetRow(NamedTuple):
    """A row as it is drawn."""

    left: Line
    """What stands in it."""
    right: Line = ()
    """What stands at its end."""
    base: str = ""
    """The look of the whole row."""


class View:
    """One way to compare. The screen tells it its size first, and again whenever that changes."""

    action = ""
    """Id of the action that goes to it."""
    charted = False
    """Whether it shows charts."""

    def __init__(self, comparer: Comparer) -> None:
        self.comparer = comparer
        self.width = 80
        self.height = 20

    def resize(self, width: int, height: int) -> None:
        """Lay out for a sheet of that many cells and rows."""
        self.width, self.height = width, height

    @property
    @abstractmethod
    def count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def row(self, y: int) -> SheetRow:
        """A row, from 0 to `count` - 1."""

    @abstractmethod
    def head(self) -> tuple[Line, Line]:
        """What is shown, left and right, above the rows."""

    @property
    @abstractmethod
    def span(self) -> tuple[int, int]:
        """The rows that the cursor is at, end exclusive."""

    @property
    def touched(self) -> list[tuple[int, int]]:
        """All rows that show where the cursor is, each run of them as (first, end)."""
        return [self.span]

    @property
    def shape(self) -> object:
        """What rows other than the cursor's own depend on."""
        return None

    @abstractmethod
    def move(self, right: int, down: int) -> None:
        """Move the cursor, as far as it goes."""

    def page(self, direction: int) -> None:
        """Move the cursor by about a screenful."""
        self.move(0, direction * max(1, self.height - 2))

    @abstractmethod
    def point_at(self, x: int, y: int) -> bool:
        """Move the cursor to what is drawn at a column of a row; False where nothing can be chosen there."""

    @property
    @abstractmethod
    def series(self) -> Series | None:
        """The series under the cursor."""

    @property
    def year(self) -> int | None:
        """The edition under the cursor."""
        return None

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        series = self.series
        points = series.points if series else ()
        return next((point.fact for point in points if point.edition == self.year), None)

    @abstractmethod
    def follow(self, series: Series, year: int | None) -> bool:
        """Put the cursor on a series, and an edition if given; False where the view does not hold it."""

    def more(self) -> bool:
        """Show the next series, group or more rows; False where there is nothing else."""
        return False

    def edition(self, step: int) -> None:
        """Go to an older (-1) or newer (1) edition."""
        self.move(step, 0)

    @property
    @abstractmethod
    def seen(self) -> Comparison:
        """What is shown, for export."""


def pieces(spans: list[Span]) -> list[Piece]:
    """Spans as pieces; bars as reversed blanks, so that they can end in half cells and are one cell wide anywhere."""
    return [
        Piece(" " * len(span.text) if span.kind == "bar" else FULL if span.kind == "half" else span.text, look)
        for span in spans
        for look in (LOOKS[span.kind] if span.kind else "",)
        if span.text
    ]


def named(texts: Bilingual, look: str = "") -> list[Piece]:
    """Both languages, once where they are the same."""
    if texts.en == texts.zh:
        return [Piece(texts.en, look)]
    return [Piece(texts.en, look), Piece("  "), Piece(texts.zh, look)]


def series_head(series: Series) -> list[Piece]:
    """The title of a series with its unit."""
    unit = unit_label(series)
    said = unit.en if unit.en == unit.zh else f"{unit.en} {unit.zh}"
    return [*named(series_title(series), "strong"), *([Piece(f"  ({said})", "dim")] if unit.en else [])]


def filled(line: list[Piece], width: int) -> list[Piece]:
    """The line, with blanks up to `width` cells."""
    used = sum(cell_len(piece.text) for piece in line)
    return [*line, Piece(" " * max(0, width - used))]
