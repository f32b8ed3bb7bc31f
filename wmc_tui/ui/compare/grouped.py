"""Series listed by the groups of their metrics, as the profile of an edition and the matrix have them."""

from wmc_tui.model import Bilingual
from wmc_tui.present.comparer import Comparer
from wmc_tui.present.comparison import group_label, key_label, series_title
from wmc_tui.series import Key, Series
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.compare.view import SheetRow, View
from wmc_tui.ui.widgets.line import Piece


class Grouped(View):
    """Rows are headings (the name of a group) and series; the cursor is at a series."""

    def __init__(self, comparer: Comparer) -> None:
        super().__init__(comparer)
        self._every = False
        self._rows: list[Key | str] | None = None
        self._at = 0

    @property
    def rows(self) -> list[Key | str]:
        """A key for each series shown, a group for each heading."""
        if self._rows is None:
            self._rows = []
            for metric in self.comparer.metrics:
                keys = self.comparer.keys(metric) if self._every else self.comparer.keys(metric)[:1]
                shown = [key for key in keys if self.holds(key)]
                if shown and metric.group not in self._rows:
                    self._rows.append(metric.group)
                self._rows += shown
            self._keep_cursor()
        return self._rows

    def holds(self, key: Key) -> bool:
        """Whether a series is shown."""
        return True

    def renew(self) -> None:
        """List the series anew, the cursor on the same one where it is still there."""
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
        found = self.rows[self._at] if self._at < len(self.rows) else None
        return found if isinstance(found, Key) else None

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

    def series_row(self, series: Series, here: bool) -> SheetRow:
        """The row of a series, which may be the cursor's."""
        raise NotImplementedError

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
        if series.key not in self.rows and not self._every:
            self._every = True
            self.renew()
        if series.key not in self.rows:
            return False
        self._at = self.rows.index(series.key)
        return True

    def more(self) -> bool:
        """Parts, shares and other units as well, or the main series only."""
        self._every = not self._every
        self.renew()
        return True
