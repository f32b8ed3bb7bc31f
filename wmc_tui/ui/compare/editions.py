"""Metrics by editions: a cell for each figure."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual
from wmc_tui.present.comparer import Comparer
from wmc_tui.present.comparison import Comparison, narrow_figure
from wmc_tui.series import Key, Point, Series
from wmc_tui.ui.compare.grouped import Grouped
from wmc_tui.ui.compare.view import SheetRow
from wmc_tui.ui.widgets.line import Line, Piece, cut

LEAST, MOST, ROOMY = 10, 11, 14
"""Cells of a column: at least, at most, and at most on a wide screen."""
WIDE = 160
"""From this many cells on the screen is wide."""
LABEL = 16
"""Cells of the metrics' names, at least."""
BOTH = 52
"""From this many cells on a metric's name stands in both languages."""
ALL = Bilingual("All metrics by edition", "各届全部指标")


class Matrix(Grouped):
    """The cursor is at a cell, that is at a series and an edition."""

    action = "matrix"

    def __init__(self, comparer: Comparer, year: int | None) -> None:
        super().__init__(comparer)
        self._years = [edition.year for edition in comparer.editions]
        self._column = self._years.index(year) if year in self._years else max(0, len(self._years) - 1)

    @property
    def _cells(self) -> int:
        """Cells of a column."""
        room = self.width - LABEL - 3
        return min(ROOMY if self.width >= WIDE else MOST, max(LEAST, room // max(1, len(self._years))))

    @property
    def _window(self) -> range:
        """The columns shown: as many as there is room for, with the cursor's among them."""
        shown = min(len(self._years), max(1, (self.width - LABEL - 3) // self._cells))
        first = min(max(0, self._column - shown + 1), len(self._years) - shown)
        return range(first, first + shown)

    @property
    def _label(self) -> int:
        """Cells of the names."""
        return max(1, self.width - 3 - len(self._window) * self._cells)

    def series_row(self, series: Series, here: bool) -> SheetRow:
        """The metric's name and a cell for each edition."""
        title = self.name_of(series)
        both = f"{title.en}  {title.zh}" if self._label >= BOTH and title.en != title.zh else title.en
        name = cut(both, self._label - 1)
        line = [Piece(" "), Piece(name, "strong" if here else ""), Piece(" " * (self._label - cell_len(name)))]
        said = [narrow_figure(point.fact, point.expected) if point.fact else "-" for point in series.points]
        if max(map(cell_len, said)) >= self._cells:  # rather than cut a figure: its unit is told below, and by the name
            said = [
                narrow_figure(point.fact, point.expected, unit=False) if point.fact else "-" for point in series.points
            ]
        for column in self._window:
            line += self._cell(series.points[column], said[column], here and column == self._column)
        return SheetRow(line, (), "current" if here else "")

    def _cell(self, point: Point, text: str, here: bool) -> list[Piece]:
        shown = cut(text, self._cells - 1)
        blank = " " * (self._cells - 1 - cell_len(shown))
        if here:
            return [Piece(f"{blank}>", "cursor"), Piece(shown, "chosen")]
        look = "dim" if point.fact is None else "bar-end" if point.expected else ""
        return [Piece(f" {blank}"), Piece(shown, look)]

    def head(self) -> tuple[Line, Line]:
        """The editions, above their columns."""
        name = cut(f"{ALL.en}  {ALL.zh}" if self._label >= BOTH else "Metric 指标", self._label - 1)
        line = [Piece(name, "dim"), Piece(" " * (self._label - cell_len(name)))]
        for column in self._window:
            year = str(self._years[column])
            line += [Piece(" " * (self._cells - len(year))), Piece(year, "strong" if column == self._column else "")]
        return line, ()

    @property
    def year(self) -> int | None:
        """As in View."""
        return self._years[self._column] if self._years else None

    @property
    def shape(self) -> object:
        """As in View."""
        return self._window

    def move(self, right: int, down: int) -> None:
        """As in View."""
        super().move(0, down)
        self._column = min(max(0, self._column + right), max(0, len(self._years) - 1))

    def point_at(self, x: int, y: int) -> bool:
        """As in View; a click on a name keeps the edition."""
        if not super().point_at(x, y):
            return False
        place = (x - 1 - self._label) // self._cells
        if 0 <= place < len(self._window):
            self._column = self._window[place]
        return True

    def follow(self, series: Series, year: int | None) -> bool:
        """As in View."""
        if year in self._years:
            self._column = self._years.index(year)
        return super().follow(series, year)

    @property
    def seen(self) -> Comparison:
        """As in View."""
        found = [self.comparer.series(row) for row in self.rows if isinstance(row, Key)]
        return Comparison(ALL, [series for series in found if series])
