"""What the comparing screen shows at a time. A view is plain Python: it makes up rows, moves a cursor, knows no widget."""

from abc import abstractmethod

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Fact
from wmc_tui.present.charts import FULL, Span
from wmc_tui.present.comparison import Comparer, Comparison, group_label, key_label, series_title, unit_label
from wmc_tui.present.wording import both_languages
from wmc_tui.series import Key, Series
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.widgets.line import Piece
from wmc_tui.ui.widgets.row_list import SheetRow, SheetView

LOOKS = {
    "bar": "bar",
    "half": "bar",
    "half_left": "bar-end",
    "expected": "bar-end",
    "axis": "dim",
    "gap": "dim",
    "head": "heading",
    "edition": "strong",
    "state": "dim",
    "state_zh": "dim",
    "note": "note",
    "others": "dim",
}
"""The look of each kind of span of tables and charts; the others are plain."""


class View(SheetView):
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
    """Rows are headings (the name of a group) and series; the cursor is at a series and an edition."""

    def __init__(self, comparer: Comparer, year: int | None) -> None:
        super().__init__(comparer)
        self.years = [edition.year for edition in comparer.editions]
        self.column = self.years.index(year) if year in self.years else max(0, len(self.years) - 1)
        """Index of the edition under the cursor."""
        self.all_series = False
        """Whether parts, shares and other units are listed as well, or the main series only."""
        self._rows: list[Key | str] | None = None
        self._at = 0

    @property
    def rows(self) -> list[Key | str]:
        """A key for each series shown, a group for each heading."""
        if self._rows is None:
            self._rows = []
            for metric in self.comparer.metrics:
                keys = self.comparer.keys(metric)
                shown = self.filter_keys(keys if self.all_series else keys[:1])
                if shown and metric.group not in self._rows:
                    self._rows.append(metric.group)
                self._rows += shown
            self._at = min(self._at, max(0, len(self._rows) - 1))
            if self._rows and isinstance(self._rows[self._at], str):
                self._at += 1
        return self._rows

    def filter_keys(self, keys: list[Key]) -> list[Key]:
        """The series among those of a metric that are shown."""
        return keys

    def list_again(self) -> None:
        """List the series again, the cursor on the same one if it is still there."""
        key = self.key
        self._rows = None
        if key in self.rows:
            self._at = self.rows.index(key)

    @property
    def key(self) -> Key | None:
        """The key under the cursor."""
        row = self.rows[self._at] if self._at < len(self.rows) else None
        return row if isinstance(row, Key) else None

    @property
    def count(self) -> int:
        return len(self.rows)

    def row(self, y: int) -> SheetRow:
        row = self.rows[y]
        if isinstance(row, str):
            return SheetRow([Piece(both_languages(group_label(row)), "heading")])
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
        """With the heading for the first series of a group."""
        first = self._at == 1 or (self._at > 0 and isinstance(self.rows[self._at - 1], str))
        return self._at - int(first), self._at + 1

    def move(self, right: int, down: int) -> None:
        """Up and down by series, left and right by editions."""
        keys = [y for y, row in enumerate(self.rows) if isinstance(row, Key)]
        if keys and down:
            place = keys.index(self._at) + down
            self._at = keys[min(max(0, place), len(keys) - 1)]
        if right:
            self.show_column(min(max(0, self.column + right), max(0, len(self.years) - 1)))

    def show_column(self, column: int) -> None:
        """Move the cursor to the edition of that index."""
        self.column = column

    def point_at(self, x: int, y: int) -> bool:
        if not 0 <= y < len(self.rows) or isinstance(self.rows[y], str):
            return False
        self._at = y
        return True

    @property
    def series(self) -> Series | None:
        return self.comparer.series(self.key) if self.key else None

    @property
    def year(self) -> int | None:
        return self.years[self.column] if self.years else None

    def follow(self, series: Series, year: int | None) -> bool:
        """As in View; lists every series where the wanted one is not a metric's main one."""
        if year in self.years:
            self.show_column(self.years.index(year))
        if series.key not in self.rows and not self.all_series:
            self.all_series = True
            self.list_again()
        if series.key not in self.rows:
            return False
        self._at = self.rows.index(series.key)
        return True

    def more(self) -> bool:
        """Parts, shares and other units as well, or the main series only."""
        self.all_series = not self.all_series
        self.list_again()
        return True


def span_pieces(spans: list[Span]) -> list[Piece]:
    """Spans as pieces; bars as reversed blanks, so that they can end in half cells and are one cell wide anywhere."""
    texts = (
        (" " * len(span.text) if span.kind == "bar" else FULL if span.kind == "half" else span.text) for span in spans
    )
    return [Piece(text, LOOKS.get(span.kind, "")) for text, span in zip(texts, spans, strict=True) if text]


def both_pieces(texts: Bilingual) -> list[Piece]:
    """A title in both languages, once where they are the same; on a narrow screen the second one gives way."""
    names = [Piece(text, "strong") for text in dict.fromkeys(texts)]
    return [names[0], Piece("  "), names[1]] if names[1:] else names


def series_head(series: Series) -> list[Piece]:
    """The title of a series with its unit."""
    unit = both_languages(unit_label(series), " ")
    return [*both_pieces(series_title(series)), *([Piece(f"  ({unit})", "dim")] if unit else [])]


def padded(line: list[Piece], width: int) -> list[Piece]:
    """The line, with blanks up to `width` cells."""
    used = sum(cell_len(piece.text) for piece in line)
    return [*line, Piece(" " * max(0, width - used))]
