"""What the comparing screen shows at a time. A view is plain Python: it makes up rows, moves a cursor, knows no widget."""

from abc import abstractmethod

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Fact
from wmc_tui.present.charts import FULL, Span
from wmc_tui.present.comparison import Comparer, Comparison, group_label, key_label, series_title, unit_label
from wmc_tui.series import Key, Series
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import SheetRow

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

    def turn_edition(self, step: int) -> None:
        """Go to an older (-1) or newer (1) edition."""
        self.move(step, 0)

    @property
    @abstractmethod
    def comparison(self) -> Comparison:
        """What is shown, for export."""


class GroupedView(View):
    """Rows are headings (the name of a group) and series; the cursor is at a series."""

    def __init__(self, comparer: Comparer) -> None:
        super().__init__(comparer)
        self._all_series = False
        self._rows: list[Key | str] | None = None
        self._at = 0

    @property
    def rows(self) -> list[Key | str]:
        """A key for each series shown, a group for each heading."""
        if self._rows is None:
            self._rows = []
            for metric in self.comparer.metrics:
                keys = self.comparer.keys(metric) if self._all_series else self.comparer.keys(metric)[:1]
                shown = [key for key in keys if self.holds(key)]
                if shown and metric.group not in self._rows:
                    self._rows.append(metric.group)
                self._rows += shown
            self._keep_cursor()
        return self._rows

    def holds(self, key: Key) -> bool:
        """Whether a series is shown."""
        return True

    def list_again(self) -> None:
        """List the series again, the cursor on the same one if it is still there."""
        key = self.key
        self._rows = None
        if key in self.rows:
            self._at = self.rows.index(key)

    def _keep_cursor(self) -> None:
        """Off headings, and within the rows."""
        rows = self._rows or []
        self._at = min(self._at, max(0, len(rows) - 1))
        if rows and isinstance(rows[self._at], str):
            self._at += 1

    @property
    def key(self) -> Key | None:
        """The key under the cursor."""
        row = self.rows[self._at] if self._at < len(self.rows) else None
        return row if isinstance(row, Key) else None

    @property
    def count(self) -> int:
        """As in View."""
        return len(self.rows)

    def row(self, y: int) -> SheetRow:
        """As in View."""
        row = self.rows[y]
        if isinstance(row, str):
            words = group_label(row)
            return SheetRow([Piece(f"{words.en}  {words.zh}" if words.en != words.zh else words.en, "heading")])
        series = self.comparer.series(row)
        return self.series_row(series, y == self._at) if series else SheetRow(())

    def name_of(self, series: Series) -> Bilingual:
        """What a row is called: in full, or what sets it apart from the main series of its metric that stands above."""
        main = self.comparer.keys(series.metric)[0]
        if series.key == main or main not in self.rows:
            return series_title(series)
        apart = key_label(series.key, series.metric, series.part)
        return Bilingual(f"  {visible_line(apart.en)}", visible_line(apart.zh))

    @abstractmethod
    def series_row(self, series: Series, here: bool) -> SheetRow:
        """The row of a series, which may be the cursor's."""

    def series_shown(self) -> list[Series]:
        """The series of the rows."""
        listed = (self.comparer.series(row) for row in self.rows if isinstance(row, Key))
        return [series for series in listed if series]

    @property
    def span(self) -> tuple[int, int]:
        """As in View; with the heading for the first series of a group."""
        first = self._at == 1 or (self._at > 0 and isinstance(self.rows[self._at - 1], str))
        return self._at - int(first), self._at + 1

    def move(self, right: int, down: int) -> None:
        """Up and down by series."""
        keys = [y for y, row in enumerate(self.rows) if isinstance(row, Key)]
        if keys and down:
            place = keys.index(self._at) + down
            self._at = keys[min(max(0, place), len(keys) - 1)]

    def point_at(self, x: int, y: int) -> bool:
        """As in View."""
        if not 0 <= y < len(self.rows) or isinstance(self.rows[y], str):
            return False
        self._at = y
        return True

    @property
    def series(self) -> Series | None:
        """As in View."""
        return self.comparer.series(self.key) if self.key else None

    def follow(self, series: Series, year: int | None) -> bool:
        """As in View; lists every series where the wanted one is not a metric's main one."""
        if series.key not in self.rows and not self._all_series:
            self._all_series = True
            self.list_again()
        if series.key not in self.rows:
            return False
        self._at = self.rows.index(series.key)
        return True

    def more(self) -> bool:
        """Parts, shares and other units as well, or the main series only."""
        self._all_series = not self._all_series
        self.list_again()
        return True


def span_pieces(spans: list[Span]) -> list[Piece]:
    """Spans as pieces; bars as reversed blanks, so that they can end in half cells and are one cell wide anywhere."""
    return [
        Piece(" " * len(span.text) if span.kind == "bar" else FULL if span.kind == "half" else span.text, look)
        for span in spans
        for look in (LOOKS[span.kind] if span.kind else "",)
        if span.text
    ]


def both_pieces(texts: Bilingual, look: str = "") -> list[Piece]:
    """Both languages, once where they are the same."""
    if texts.en == texts.zh:
        return [Piece(texts.en, look)]
    return [Piece(texts.en, look), Piece("  "), Piece(texts.zh, look)]


def series_head(series: Series) -> list[Piece]:
    """The title of a series with its unit."""
    unit = unit_label(series)
    text = unit.en if unit.en == unit.zh else f"{unit.en} {unit.zh}"
    return [*both_pieces(series_title(series), "strong"), *([Piece(f"  ({text})", "dim")] if unit.en else [])]


def padded(line: list[Piece], width: int) -> list[Piece]:
    """The line, with blanks up to `width` cells."""
    used = sum(cell_len(piece.text) for piece in line)
    return [*line, Piece(" " * max(0, width - used))]
