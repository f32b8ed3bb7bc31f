"""One metric over all editions: a table, and a chart where its figures are amounts."""

from rich.cells import cell_len

from wmc_tui.present.charts import Row
from wmc_tui.present.comparison import LEGEND, Comparer, Comparison, key_label, series_title
from wmc_tui.present.comparison_table import TableRow, series_chart, series_table
from wmc_tui.present.wording import both_languages
from wmc_tui.series import Key, Series
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.compare.view import View, padded, series_head, span_pieces
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import SheetRow

BESIDE = 150
"""From this many cells on the chart stands beside the table."""
TABLE = 76
"""Cells of the table then."""
NEAR = 4
"""Series named before and after the one shown."""
SIGN = 2
"""Cells left of the rows, for the cursor's sign."""

Lines = list[tuple[int | None, list[Piece]]]
"""Rows of the view, each with the index of the edition that it is of."""


class OneMetricView(View):
    """The cursor is at an edition; left and right go to other metrics."""

    action = "one_metric"
    charted = True

    def __init__(self, comparer: Comparer, key: Key | None, year: int | None) -> None:
        super().__init__(comparer)
        self._series: Series | None = None
        self._at = 0
        self._lines: Lines = []
        self.show(key, year)

    def show(self, key: Key | None, year: int | None = None) -> None:
        """Show a series, the cursor at an edition, by default where it is."""
        wanted = year if year is not None else self.year
        self._series = self.comparer.series(key) if key else None
        years = [point.edition for point in self._series.points] if self._series else []
        self._at = years.index(wanted) if wanted in years else max(0, len(years) - 1)
        self._lay_out()

    def resize(self, width: int, height: int) -> None:
        super().resize(width, height)
        self._lay_out()

    def _lay_out(self) -> None:
        series = self._series
        if series is None:
            self._lines = []
            return
        room = max(10, self.width - SIGN - 1)
        beside = room >= BESIDE
        table = series_table(series, TABLE if beside else room, cell_len)
        chart = series_chart(series, room - TABLE - 4 if beside else room, cell_len)
        lines = _beside(table, chart) if beside else _below(table, chart, len(table) + len(chart) < self.height)
        self._lines = [*lines, (None, []), *self._legend()]

    def _legend(self) -> Lines:
        """What the signs mean, and the metric's other series."""
        assert self._series is not None
        lines = [[Piece(LEGEND.en, "dim")], [Piece(LEGEND.zh, "dim")]]
        keys = self.comparer.keys(self._series.metric)
        if len(keys) > 1:
            first = min(max(0, keys.index(self._series.key) - NEAR), max(0, len(keys) - 2 * NEAR - 1))
            title = [Piece("Series of this metric 本指标的其他口径", "heading")]
            lines += [[], [*title, Piece(f"  {len(keys)} in all; a: next, w: find by name", "dim")]]
            for key in keys[first : first + 2 * NEAR + 1]:
                words = key_label(key, self._series.metric, self.comparer.part(key))
                here = key == self._series.key
                text = visible_line(both_languages(words)) or "the whole  总体"
                lines.append([Piece("* " if here else "  "), Piece(text, "strong" if here else "dim")])
        return [(None, line) for line in lines]

    @property
    def count(self) -> int:
        return len(self._lines)

    def row(self, y: int) -> SheetRow:
        entry, line = self._lines[y]
        here = entry is not None and entry == self._at
        first = here and (y == 0 or self._lines[y - 1][0] != entry)
        return SheetRow([Piece("> " if first else "  ", "strong"), *line], (), "cursor" if here else "")

    def head(self) -> tuple[Line, Line]:
        if self._series is None:
            return (Piece("no metric has figures", "dim"),), ()
        keys = self.comparer.keys(self._series.metric)
        right = f"series {keys.index(self._series.key) + 1} of {len(keys)} " if len(keys) > 1 else ""
        return series_head(self._series), (Piece(right, "dim"),) if right else ()

    @property
    def span(self) -> tuple[int, int]:
        """The rows of the edition in the table; with the heading for the first edition."""
        rows = [y for y, (entry, _) in enumerate(self._lines) if entry == self._at]
        if not rows:
            return 0, 1
        last = next(y for y in rows if y + 1 not in rows)
        return (0 if self._at == 0 else rows[0]), last + 1

    def move(self, right: int, down: int) -> None:
        """Up and down by editions, left and right by metrics."""
        if self._series is None:
            return
        self._at = min(max(0, self._at + down), max(0, len(self._series.points) - 1))
        metrics = self.comparer.metrics
        at = metrics.index(self._series.metric) + right
        if right and 0 <= at < len(metrics):
            self.show(self.comparer.keys(metrics[at])[0])

    def turn_edition(self, step: int) -> None:
        self.move(0, step)

    def point_at(self, x: int, y: int) -> bool:
        entry = self._lines[y][0] if 0 <= y < len(self._lines) else None
        if entry is not None:
            self._at = entry
        return entry is not None

    @property
    def series(self) -> Series | None:
        return self._series

    @property
    def year(self) -> int | None:
        points = self._series.points if self._series else ()
        return points[self._at].edition if self._at < len(points) else None

    def follow(self, series: Series, year: int | None) -> bool:
        self.show(series.key, year)
        return True

    def more(self) -> bool:
        """The next series of the metric."""
        if self._series is None:
            return False
        keys = self.comparer.keys(self._series.metric)
        self.show(keys[(keys.index(self._series.key) + 1) % len(keys)])
        return len(keys) > 1

    @property
    def comparison(self) -> Comparison:
        assert self._series is not None
        return Comparison(series_title(self._series), [self._series])


def _below(table: list[TableRow], chart: list[Row], apart: bool) -> Lines:
    """The chart below the table, with a blank row between where there is room for it."""
    lines: Lines = [(row.entry, span_pieces(row.spans)) for row in table]
    between: Lines = [(None, [])] if chart and apart else []
    return [*lines, *between, *((index, span_pieces(row)) for index, row in enumerate(chart))]


def _beside(table: list[TableRow], chart: list[Row]) -> Lines:
    """The chart beside the table, each bar in the first line of its edition."""
    lines: Lines = []
    before: int | None = None
    for row in table:
        line = padded(span_pieces(row.spans), TABLE + 4)
        if chart and row.entry is not None and row.entry != before:
            line += span_pieces(chart[row.entry])
        lines.append((row.entry, line))
        before = row.entry
    return lines
