"""One edition: every metric that it has a figure of, by group, with the change on the edition before."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual
from wmc_tui.present.compared import Comparer, entry_of, series_title
from wmc_tui.present.compared_export import Comparison
from wmc_tui.series import Key, Series
from wmc_tui.ui.compare.grouped import Grouped
from wmc_tui.ui.compare.views import SheetRow, named
from wmc_tui.ui.widgets.painted import Line, Piece, cut

BOTH = 96
"""From this many cells on the names and figures stand in both languages."""
CHANGE = 11
"""Cells of the change on the edition before."""


class Profile(Grouped):
    """The cursor is at a metric; left and right go to other editions."""

    name = "Edition 届"
    action = "profile"

    def __init__(self, comparer: Comparer, year: int | None) -> None:
        super().__init__(comparer)
        years = [edition.year for edition in comparer.editions]
        self._year = year if year in years else max(years, default=None)

    def holds(self, key: Key) -> bool:
        """Only what the edition has a figure of."""
        series = self.comparer.series(key)
        return series is not None and any(fact.edition == self._year for fact in series.facts)

    def series_row(self, series: Series, here: bool) -> SheetRow:
        """The metric, its figure, the change, and signs."""
        entry = entry_of(series, self._year) if self._year is not None else None
        if entry is None:
            return SheetRow(())
        title = series_title(series)
        wide = self.width >= BOTH
        signs = ("!" if entry.noted else " ") + (f" +{entry.others}" if entry.others else "   ")
        change = " " * (CHANGE - cell_len(entry.change.en)) + entry.change.en
        right = [Piece(change, ""), Piece(f"  {signs}", "dim")]
        room = self.width - 4 - CHANGE - 6
        figure = _figure(entry.figure if wide else entry.short, wide, room - room * 2 // 5)
        name = f"{title.en}  {title.zh}" if wide else title.en
        label = cut(name, room - cell_len(figure) - 2)
        gap = " " * max(1, room - cell_len(label) - cell_len(figure))
        left = [Piece("> " if here else "  ", "strong"), Piece(label), Piece(gap), Piece(figure, "strong")]
        return SheetRow(left, right, "cursor" if here else "")

    def head(self) -> tuple[Line, Line]:
        """As in View."""
        edition = self.comparer.library.edition(self._year) if self._year is not None else None
        if edition is None:
            return (Piece("no edition", "dim"),), ()
        shown = sum(1 for row in self.rows if isinstance(row, Key))
        what = "series" if self._every else "metrics"
        return [*named(_name(self.comparer, edition.year), "strong")], [
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
            self.renew()

    def follow(self, series: Series, year: int | None) -> bool:
        """As in View."""
        if year is not None and year != self._year:
            self._year = year
            self.renew()
        return super().follow(series, year)

    @property
    def seen(self) -> Comparison:
        """As in View."""
        found = [self.comparer.series(row) for row in self.rows if isinstance(row, Key)]
        year = self._year or 0
        return Comparison(_name(self.comparer, year), [series for series in found if series], year)


def _name(comparer: Comparer, year: int) -> Bilingual:
    from wmc_tui.text.safe import visible_line

    edition = comparer.library.edition(year)
    return Bilingual(*map(visible_line, edition.name)) if edition else Bilingual(str(year), str(year))


def _figure(figure: Bilingual, wide: bool, room: int) -> str:
    """The figure in both languages where there is room."""
    both = figure.en if figure.en == figure.zh else f"{figure.en}  {figure.zh}"
    return both if wide and cell_len(both) <= room else cut(figure.en, room)
