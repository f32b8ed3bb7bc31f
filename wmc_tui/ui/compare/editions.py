"""Metrics by editions: a cell for each figure; and the profile of one edition."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual
from wmc_tui.present.charts import pad
from wmc_tui.present.comparison import Comparer, Comparison, edition_figure, narrow_figure
from wmc_tui.present.wording import both_languages
from wmc_tui.series import Key, Point, Series, key_of
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.compare.view import GroupedView, both_pieces
from wmc_tui.ui.widgets.line import Line, Piece, cut
from wmc_tui.ui.widgets.row_list import SheetRow

COLUMN_MIN, COLUMN_MAX, COLUMN_WIDE = 10, 11, 14
"""Cells of a column: at least, at most, and at most on a wide screen."""
WIDE = 160
"""From this many cells on the screen is wide."""
LABEL = 16
"""Cells of the metrics' names, at least."""
BOTH_NAMES = 52
"""From this many cells on a metric's name stands in both languages in the matrix."""
ALL = Bilingual("All metrics by edition", "各届全部指标")
BOTH_FIGURES = 110
"""From this many cells on the names and figures of a profile stand in both languages."""
ENGLISH, CHINESE = 34, 22
"""Cells of the figures then."""
CHANGE = 11
"""Cells of the change on the edition before."""


class MatrixView(GroupedView):
    """A column for each edition; the cursor is at a cell."""

    action = "matrix"

    def __init__(self, comparer: Comparer, year: int | None) -> None:
        super().__init__(comparer, year)
        self._cells = COLUMN_MIN
        """Cells of a column."""
        self._texts: dict[tuple[Key, int], list[str]] = {}

    def resize(self, width: int, height: int) -> None:
        """As in View; decides how wide the columns are."""
        super().resize(width, height)
        room, most = width - LABEL - 3, COLUMN_WIDE if width >= WIDE else COLUMN_MAX
        self._cells = min(most, max(COLUMN_MIN, room // max(1, len(self.years))))

    @property
    def _window(self) -> range:
        """The columns shown: as many as there is room for, with the cursor's among them."""
        shown = min(len(self.years), max(1, (self.width - LABEL - 3) // self._cells))
        first = min(max(0, self.column - shown + 1), len(self.years) - shown)
        return range(first, first + shown)

    @property
    def _label(self) -> int:
        """Cells of the names."""
        return max(1, self.width - 3 - len(self._window) * self._cells)

    def series_row(self, series: Series, here: bool) -> SheetRow:
        """The metric's name and a cell for each edition."""
        title = self.name_of(series)
        name = cut(both_languages(title) if self._label >= BOTH_NAMES else title.en, self._label - 1)
        line = [Piece(" "), Piece(pad(name, self._label, cell_len), "strong" if here else "")]
        texts = self._figures(series)
        for column in self._window:
            line += self._cell(series.points[column], texts[column], here and column == self.column)
        return SheetRow(line, (), "current" if here else "")

    def _figures(self, series: Series) -> list[str]:
        """A figure for each edition; without units if one of them would not fit: rather than cut it, see the name."""
        key = series.key, self._cells
        if key not in self._texts:
            for unit in (True, False):
                figures = (
                    narrow_figure(point.fact, point.expected, unit=unit) if point.fact else "-"
                    for point in series.points
                )
                self._texts[key] = list(figures)
                if max(map(cell_len, self._texts[key])) < self._cells:
                    break
        return self._texts[key]

    def _cell(self, point: Point, text: str, here: bool) -> list[Piece]:
        shown = cut(text, self._cells - 1)
        blank = " " * (self._cells - 1 - cell_len(shown))
        if here:
            return [Piece(f"{blank}>", "cursor"), Piece(shown, "chosen")]
        look = "dim" if point.fact is None else "bar-end" if point.expected else ""
        return [Piece(f" {blank}"), Piece(shown, look)]

    def head(self) -> tuple[Line, Line]:
        """The editions, above their columns."""
        name = cut(both_languages(ALL) if self._label >= BOTH_NAMES else "Metric 指标", self._label - 1)
        line = [Piece(pad(name, self._label, cell_len), "dim")]
        for column in self._window:
            year = str(self.years[column])
            line += [Piece(" " * (self._cells - len(year))), Piece(year, "strong" if column == self.column else "")]
        return line, ()

    def point_at(self, x: int, y: int) -> bool:
        """As in View; a click on a name keeps the edition."""
        if not super().point_at(x, y):
            return False
        place = (x - 1 - self._label) // self._cells
        if 0 <= place < len(self._window):
            self.column = self._window[place]
        return True

    @property
    def comparison(self) -> Comparison:
        return Comparison(ALL, self.series_shown())


class ProfileView(GroupedView):
    """What one edition has figures of; left and right go to other editions."""

    action = "profile"

    def __init__(self, comparer: Comparer, year: int | None) -> None:
        super().__init__(comparer, year)
        self._keys = self._stated_keys()

    def _stated_keys(self) -> set[Key]:
        """The series that the edition has a figure of."""
        return set(map(key_of, self.comparer.library.facts(edition=self.year))) if self.year is not None else set()

    def filter_keys(self, keys: list[Key]) -> list[Key]:
        """Only what the edition has a figure of."""
        return [key for key in keys if key in self._keys]

    def show_column(self, column: int) -> None:
        """Another edition has other series."""
        if column != self.column:
            self.column = column
            self._keys = self._stated_keys()
            self.list_again()

    def series_row(self, series: Series, here: bool) -> SheetRow:
        """The metric, its figure, the change, and signs."""
        entry = edition_figure(series, self.year) if self.year is not None else None
        if entry is None:
            return SheetRow(())
        title, figure = self.name_of(series), entry.figure
        signs = ("!" if entry.noted else " ") + (f" +{entry.others}" if entry.others else "   ")
        change = f"{entry.change.en:>{CHANGE}}"
        room = self.width - 3 - cell_len(change) - 2 - cell_len(signs)
        if self.width >= BOTH_FIGURES:
            zh = figure.zh if figure.en != figure.zh else ""
            figures = [
                *_column(figure.en, ENGLISH),
                Piece("  "),
                Piece(pad(cut(zh, CHINESE - 2), CHINESE - 2, cell_len)),
            ]
            name = both_languages(title)
        else:
            figures = _column(entry.short.en, min(cell_len(entry.short.en) + 2, room * 3 // 5))
            name = title.en
        left = room - sum(cell_len(piece.text) for piece in figures) - 2
        line = [Piece("> " if here else "  ", "strong"), Piece(pad(cut(name, left), left, cell_len)), *figures]
        return SheetRow(line, [Piece(change), Piece(f"  {signs}", "dim")], "cursor" if here else "")

    def head(self) -> tuple[Line, Line]:
        if self.year is None:
            return (Piece("no edition", "dim"),), ()
        shown = sum(isinstance(row, Key) for row in self.rows)
        what = "series" if self.all_series else "metrics"
        return both_pieces(self._edition_name(self.year)), (
            Piece(f"{shown} {what}, change on {self.year - 1} ", "dim"),
        )

    def _edition_name(self, year: int) -> Bilingual:
        edition = self.comparer.library.edition(year)
        return edition.name.map(visible_line) if edition else Bilingual(str(year), str(year))

    @property
    def comparison(self) -> Comparison:
        year = self.year or 0
        return Comparison(self._edition_name(year), self.series_shown(), year)


def _column(text: str, width: int) -> list[Piece]:
    """A figure at the right of a column of that many cells, with two blanks before it."""
    shown = cut(text, width - 2)
    return [Piece(" " * (width - cell_len(shown))), Piece(shown, "strong")]
