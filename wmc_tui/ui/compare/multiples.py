"""Several metrics side by side, a small chart for each: the headline metrics, or those of a group."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Lang
from wmc_tui.present.charts import bar_chart, pad
from wmc_tui.present.comparison import (
    Comparer,
    Comparison,
    group_label,
    headline_keys,
    is_amount,
    series_title,
    unit_label,
)
from wmc_tui.present.comparison_table import series_bars
from wmc_tui.present.wording import both_languages
from wmc_tui.series import Key, Series
from wmc_tui.ui.compare.view import View, padded, span_pieces
from wmc_tui.ui.widgets.line import Line, Piece, cut
from wmc_tui.ui.widgets.row_list import SheetRow

CHART_MIN = 36
"""Cells of a small chart, at least."""
TITLES = 2
"""Rows above each chart."""
HEADLINE = Bilingual("Headline metrics", "主要指标")


class MultiplesView(View):
    """The cursor is at a chart; Enter shows it large."""

    action = "multiples"
    charted = True

    def __init__(self, comparer: Comparer) -> None:
        super().__init__(comparer)
        self._group: str | None = None
        self._at = 0
        self._shown: list[Key] | None = None
        self._charts: dict[tuple[Key, int], list[list[Piece]]] = {}

    @property
    def _all(self) -> list[Key]:
        """The series shown, each built when it is first drawn: those whose figures are amounts first."""
        if self._shown is None:
            comparer, group = self.comparer, self._group
            keys = headline_keys(comparer)
            if group is not None:
                keys = [comparer.keys(metric)[0] for metric in comparer.metrics if metric.group == group]
            self._shown = sorted(keys, key=lambda key: (not is_amount(key), -comparer.length(key)))
        return self._shown

    @property
    def _columns(self) -> int:
        return max(1, self.width // CHART_MIN)

    @property
    def _cells(self) -> int:
        """Cells of each chart, the space to the next one included."""
        return self.width // self._columns

    @property
    def _block(self) -> int:
        """Rows of each chart, the blank one below it included."""
        return TITLES + max(1, len(self.comparer.editions)) + 1

    @property
    def count(self) -> int:
        return -(-len(self._all) // self._columns) * self._block

    def row(self, y: int) -> SheetRow:
        line: list[Piece] = []
        first = y // self._block * self._columns
        for index in range(first, min(first + self._columns, len(self._all))):
            line = padded([*line, *self._part(index, y % self._block)], (index - first + 1) * self._cells)
        return SheetRow(line)

    def _part(self, index: int, y: int) -> list[Piece]:
        """A row of one chart."""
        series, room = self.comparer.series(self._all[index]), self._cells - 4
        if series is None:
            return []
        if y < TITLES:
            here, lang = index == self._at, (Lang.EN, Lang.ZH)[y]
            unit = unit_label(series)[lang]
            unit = f" ({unit})" if unit and cell_len(unit) < room // 3 else ""
            title = pad(cut(series_title(series)[lang], room - cell_len(unit)) + unit, room, cell_len)
            look = "cursor" if here else ("strong", "dim")[y]
            return [Piece("> " if here and y == 0 else "  ", "strong"), Piece(title, look)]
        rows = self._chart(series, room)
        return [Piece("  "), *rows[y - TITLES]] if y - TITLES < len(rows) else []

    def _chart(self, series: Series, room: int) -> list[list[Piece]]:
        """The rows of a chart, drawn once for each width."""
        if (series.key, room) not in self._charts:
            bars = series_bars(series, both=False, mini=True)
            self._charts[series.key, room] = [span_pieces(row) for row in bar_chart(bars, room, cell_len)]
        return self._charts[series.key, room]

    def head(self) -> tuple[Line, Line]:
        where = f"{self._at + 1} of {len(self._all)} " if self._all else "empty "
        left = (Piece(both_languages(self._title), "strong"), Piece("  each on a scale of its own", "dim"))
        return left, (Piece(where, "dim"),)

    @property
    def _title(self) -> Bilingual:
        return HEADLINE if self._group is None else group_label(self._group)

    @property
    def span(self) -> tuple[int, int]:
        top = self._at // self._columns * self._block
        return top, top + self._block - 1

    def move(self, right: int, down: int) -> None:
        """By charts; up and down stay in the column."""
        at = self._at + right + down * self._columns
        last = len(self._all) - 1
        if abs(down) > last:
            at = last if down > 0 else 0
        if 0 <= at <= last:
            self._at = at

    def page(self, direction: int) -> None:
        for _ in range(max(1, self.height // self._block)):
            self.move(0, direction)

    def point_at(self, x: int, y: int) -> bool:
        index = y // self._block * self._columns + min(x // self._cells, self._columns - 1)
        if y < 0 or not 0 <= index < len(self._all):
            return False
        self._at = index
        return True

    @property
    def series(self) -> Series | None:
        return self.comparer.series(self._all[self._at]) if self._at < len(self._all) else None

    def follow(self, series: Series, year: int | None) -> bool:
        """As in View; goes to the metric's group where it is not among the charts shown."""
        if series.key not in self._all:
            self._show(series.metric.group)
        if series.key not in self._all:
            return False
        self._at = self._all.index(series.key)
        return True

    def more(self) -> bool:
        """The next group."""
        groups: list[str | None] = [None, *dict.fromkeys(metric.group for metric in self.comparer.metrics)]
        self._show(groups[(groups.index(self._group) + 1) % len(groups)])
        return len(groups) > 1

    def _show(self, group: str | None) -> None:
        self._group, self._shown, self._at = group, None, 0

    @property
    def comparison(self) -> Comparison:
        shown = [series for series in map(self.comparer.series, self._all) if series is not None]
        return Comparison(self._title, shown)
