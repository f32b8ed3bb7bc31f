"""Metrics by editions: a cell for each figure; and the profile of one edition."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual
from wmc_tui.present.comparison import Comparer, Comparison, edition_figure, narrow_figure
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
    """The cursor is at a cell, that is at a series and an edition."""

    action = "matrix"

    def __init__(self, comparer: Comparer, year: int | None) -> None:
        super().__init__(comparer)
        self._years = [edition.year for edition in comparer.editions]
        self._cells = COLUMN_MIN
        """Cells of a column."""
        self._texts: dict[tuple[Key, int], list[str]] = {}
        self._column = self._years.index(year) if year in self._years else max(0, len(self._years) - 1)

    def resize(self, width: int, height: int) -> None:
        """As in View; decides how wide the columns are."""
        super().resize(width, height)
        room, most = width - LABEL - 3, COLUMN_WIDE if width >= WIDE else COLUMN_MAX
        self._cells = min(most, max(COLUMN_MIN, room // max(1, len(self._years))))

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
        both = f"{title.en}  {title.zh}" if self._label >= BOTH_NAMES and title.en != title.zh else title.en
        name = cut(both, self._label - 1)
        line = [Piece(" "), Piece(name, "strong" if here else ""), Piece(" " * (self._label - cell_len(name)))]
        texts = self._figures(series)
        for column in self._window:
            line += self._cell(series.points[column], texts[column], here and column == self._column)
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
        name = cut(f"{ALL.en}  {ALL.zh}" if self._label >= BOTH_NAMES else "Metric 指标", self._label - 1)
        line = [Piece(name, "dim"), Piece(" " * (self._label - cell_len(name)))]
        for column in self._window:
            year = str(self._years[column])
            line += [Piece(" " * (self._cells - len(year))), Piece(year, "strong" if column == self._column else "")]
        return line, ()

    @property
    def year(self) -> int | None:
        """As in View."""
        return self._years[self._column] if self._years else None

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
    def comparison(self) -> Comparison:
        """As in View."""
        return Comparison(ALL, self.series_shown())


class ProfileView(GroupedView):
    """The cursor is at a metric; left and right go to other editions."""

    action = "profile"

    def __init__(self, comparer: Comparer, year: int | None) -> None:
        super().__init__(comparer)
        years = [edition.year for edition in comparer.editions]
        self._year = year if year in years else max(years, default=None)
        self._held: set[Key] | None = None

    def holds(self, key: Key) -> bool:
        """Only what the edition has a figure of."""
        if self._held is None:
            facts = self.comparer.library.facts(edition=self._year) if self._year is not None else []
            self._held = {key_of(fact) for fact in facts}
        return key in self._held

    def list_again(self) -> None:
        """As in GroupedView, for the edition as it is now."""
        self._held = None
        super().list_again()

    def series_row(self, series: Series, here: bool) -> SheetRow:
        """The metric, its figure, the change, and signs."""
        entry = edition_figure(series, self._year) if self._year is not None else None
        if entry is None:
            return SheetRow(())
        title = self.name_of(series)
        signs = ("!" if entry.noted else " ") + (f" +{entry.others}" if entry.others else "   ")
        change = " " * (CHANGE - cell_len(entry.change.en)) + entry.change.en
        room = self.width - 3 - cell_len(change) - 2 - cell_len(signs)
        if self.width >= BOTH_FIGURES:
            figures = [*_column(entry.figure.en, ENGLISH), *_column(entry.figure.zh, CHINESE, right=False)]
            if entry.figure.en == entry.figure.zh:
                figures = [*_column(entry.figure.en, ENGLISH), *_column("", CHINESE)]
        else:
            figures = _column(entry.short.en, min(cell_len(entry.short.en) + 2, room * 3 // 5))
        name = f"{title.en}  {title.zh}" if self.width >= BOTH_FIGURES and title.en != title.zh else title.en
        left = room - sum(cell_len(piece.text) for piece in figures) - 2
        label = cut(name, left)
        line = [Piece("> " if here else "  ", "strong"), Piece(label), Piece(" " * (left - cell_len(label))), *figures]
        return SheetRow(line, [Piece(change), Piece(f"  {signs}", "dim")], "cursor" if here else "")

    def head(self) -> tuple[Line, Line]:
        """As in View."""
        edition = self.comparer.library.edition(self._year) if self._year is not None else None
        if edition is None:
            return (Piece("no edition", "dim"),), ()
        shown = sum(1 for row in self.rows if isinstance(row, Key))
        what = "series" if self._all_series else "metrics"
        return [*both_pieces(_edition_name(self.comparer, edition.year), "strong")], [
            Piece(f"{shown} {what}, change on {edition.year - 1} ", "dim")
        ]

    @property
    def year(self) -> int | None:
        """As in View."""
        return self._year

    def move(self, right: int, down: int) -> None:
        """As in View."""
        super().move(0, down)
        years = [edition.year for edition in self.comparer.editions]
        if right and self._year in years:
            self._year = years[min(max(0, years.index(self._year) + right), len(years) - 1)]
            self.list_again()

    def follow(self, series: Series, year: int | None) -> bool:
        """As in View."""
        if year is not None and year != self._year:
            self._year = year
            self.list_again()
        return super().follow(series, year)

    @property
    def comparison(self) -> Comparison:
        """As in View."""
        year = self._year or 0
        return Comparison(_edition_name(self.comparer, year), self.series_shown(), year)


def _edition_name(comparer: Comparer, year: int) -> Bilingual:
    edition = comparer.library.edition(year)
    return Bilingual(*map(visible_line, edition.name)) if edition else Bilingual(str(year), str(year))


def _column(text: str, width: int, *, right: bool = True) -> list[Piece]:
    """A figure in a column of that many cells, with two blanks before it."""
    shown = cut(text, width - 2)
    blank = " " * (width - 2 - cell_len(shown))
    return [Piece("  " + blank), Piece(shown, "strong")] if right else [Piece("  "), Piece(shown), Piece(blank)]
