"""One edition: every metric that it has a figure of, by group, with the change on the edition before."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual
from wmc_tui.present.comparer import Comparer
from wmc_tui.present.comparison import Comparison, edition_figure
from wmc_tui.series import Key, Series, key_of
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.compare.grouped import Grouped
from wmc_tui.ui.compare.view import SheetRow, named
from wmc_tui.ui.widgets.line import Line, Piece, cut

BOTH = 110
"""From this many cells on the names and figures stand in both languages."""
ENGLISH, CHINESE = 34, 22
"""Cells of the figures then."""
CHANGE = 11
"""Cells of the change on the edition before."""


class Profile(Grouped):
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

    def renew(self) -> None:
        """As in Grouped, for the edition as it is now."""
        self._held = None
        super().renew()

    def series_row(self, series: Series, here: bool) -> SheetRow:
        """The metric, its figure, the change, and signs."""
        entry = edition_figure(series, self._year) if self._year is not None else None
        if entry is None:
            return SheetRow(())
        title = self.name_of(series)
        signs = ("!" if entry.noted else " ") + (f" +{entry.others}" if entry.others else "   ")
        change = " " * (CHANGE - cell_len(entry.change.en)) + entry.change.en
        room = self.width - 3 - cell_len(change) - 2 - cell_len(signs)
        if self.width >= BOTH:
            figures = [*_column(entry.figure.en, ENGLISH), *_column(entry.figure.zh, CHINESE, right=False)]
            if entry.figure.en == entry.figure.zh:
                figures = [*_column(entry.figure.en, ENGLISH), *_column("", CHINESE)]
        else:
            figures = _column(entry.short.en, min(cell_len(entry.short.en) + 2, room * 3 // 5))
        name = f"{title.en}  {title.zh}" if self.width >= BOTH and title.en != title.zh else title.en
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
        what = "series" if self._every else "metrics"
        return [*named(_name(self.comparer, edition.year), "strong")], [
            Piece(f"{shown} {what}, change on {edition.year - 1} ", "dim")
        ]

    @property
    def year(self) -> int | None:
        """As in View."""
        return self._year

    @property
    def shape(self) -> object:
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
    edition = comparer.library.edition(year)
    return Bilingual(*map(visible_line, edition.name)) if edition else Bilingual(str(year), str(year))


def _column(text: str, width: int, *, right: bool = True) -> list[Piece]:
    """A figure in a column of that many cells, with two blanks before it."""
    shown = cut(text, width - 2)
    blank = " " * (width - 2 - cell_len(shown))
    return [Piece("  " + blank), Piece(shown, "strong")] if right else [Piece("  "), Piece(shown), Piece(blank)]
