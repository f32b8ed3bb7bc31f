"""A series as rows of text: a table, and its chart."""

from collections.abc import Sequence
from typing import NamedTuple

from wmc_tui.present.charts import Bar, Row, Span, Width, bar_chart, pad
from wmc_tui.present.comparison import EditionFigure, edition_figures, is_charted
from wmc_tui.present.wording import both_languages
from wmc_tui.series import Series
from wmc_tui.text.wrap import break_lines

BETWEEN = 2
"""Cells between columns."""
BOTH = 60
"""From this many cells on a chart writes its values in both languages."""
_LEAST = 24
"""Cells that figures keep when they have to be broken."""


class _Column(NamedTuple):
    """A column of a table. Its texts must be safe to show already."""

    name: str
    """The kind of its spans."""
    texts: list[str]
    """Its heading, then one for each row."""
    right: bool = False
    """Whether it is aligned to the right."""

    def width(self, cell_width: Width) -> int:
        return max(map(cell_width, self.texts))

    def cell(self, text: str, cell_width: Width) -> Span:
        blanks = " " * (self.width(cell_width) - cell_width(text))
        return Span(blanks + text if self.right else text + blanks, self.name)


class TableRow(NamedTuple):
    """A line of a table as it is shown."""

    entry: int | None
    """Index of the entry that it belongs to; None for the heading."""
    spans: Row
    """What stands in it; the kinds are names of columns."""


def series_table(series: Series, width: int, cell_width: Width) -> list[TableRow]:
    """The table of a series, at most `width` cells wide: heading first, then the editions, oldest first.

    Where it does not fit, the Chinese words for when a figure was given go first, then figures are written shorter,
    then they are broken into lines.
    """
    figures = edition_figures(series)
    for short in (False, True):
        columns = _columns(figures, short)
        for fitting in (columns, _without_state_zh(columns)):
            if _width(fitting, cell_width) <= width:
                return _side_by_side(fitting, cell_width)
    return _stacked(_without_state_zh(_columns(figures, False)), width, cell_width)


def series_bars(series: Series, *, both: bool, mini: bool = False) -> list[Bar]:
    """The bars of a series' chart, oldest first; `both` writes the values in both languages.

    Those of a `mini` chart have years of two digits, and expected figures have their brackets but no word.
    """
    charted = is_charted(series)
    return [
        Bar(
            f"{entry.edition % 100:02}" if mini else str(entry.edition),
            entry.fact.value if charted and entry.fact else None,
            _value_text(entry, both, mini),
            entry.expected,
        )
        for entry in edition_figures(series)
    ]


def series_chart(series: Series, width: int, cell_width: Width) -> list[Row]:
    """The chart of a series, at most `width` cells wide; no rows where its figures are no amounts."""
    return bar_chart(series_bars(series, both=width >= BOTH), width, cell_width) if is_charted(series) else []


def _value_text(entry: EditionFigure, both: bool, mini: bool) -> str:
    if entry.fact is None:
        return both_languages(entry.short, " ") if both else entry.short.en
    shown = both_languages(entry.short) if both else entry.short.en
    if mini or not entry.expected:
        return shown
    return f"{shown}  {both_languages(entry.sign, ' ')}" if both else f"{shown} {entry.sign.en}"


def _columns(entries: Sequence[EditionFigure], short: bool) -> list[_Column]:
    """The columns that hold anything; figures that are the same in both languages have one."""
    figures = [entry.short if short else entry.figure for entry in entries]
    same = all(figure.en == figure.zh for entry, figure in zip(entries, figures, strict=True) if entry.fact)
    texts = [both_languages(figure, " ") if same else figure.en for figure in figures]
    columns = [
        _Column("edition", ["edition", *(str(entry.edition) for entry in entries)]),
        _Column("en", ["figure 数值" if same else "figure", *texts]),
        _Column("zh", ["数值", *("" if same else figure.zh for figure in figures)]),
        _Column("change", ["change", *(entry.change.en for entry in entries)], right=True),
        _Column("state", ["given", *(entry.state.en for entry in entries)]),
        _Column("state_zh", ["时点", *(entry.state.zh for entry in entries)]),
        _Column("note", ["", *("!" if entry.noted else "" for entry in entries)]),
        _Column("others", ["", *(f"+{entry.others}" if entry.others else "" for entry in entries)]),
    ]
    return [column for column in columns if any(column.texts[1:])]


def _without_state_zh(columns: Sequence[_Column]) -> list[_Column]:
    return [column for column in columns if column.name != "state_zh"]


def _width(columns: Sequence[_Column], cell_width: Width) -> int:
    return sum(column.width(cell_width) for column in columns) + BETWEEN * (len(columns) - 1)


def _side_by_side(columns: Sequence[_Column], cell_width: Width) -> list[TableRow]:
    rows = zip(*(column.texts for column in columns), strict=True)
    return [
        _table_row(index, [column.cell(text, cell_width) for column, text in zip(columns, texts, strict=True)])
        for index, texts in enumerate(rows)
    ]


def _stacked(columns: Sequence[_Column], width: int, cell_width: Width) -> list[TableRow]:
    """The figures broken into lines, Chinese below English; the other columns stand in the first line of each."""
    figures = [column for column in columns if column.name in ("en", "zh")]
    others = [column for column in columns if column not in figures]
    while len(others) > 1 and width - _width(others, cell_width) - BETWEEN < _LEAST:
        others.pop()
    room = max(1, width - _width(others, cell_width) - BETWEEN)
    rows: list[TableRow] = []
    for index in range(len(columns[0].texts) if columns else 0):
        lines = _lines([Span(column.texts[index], column.name) for column in figures], room, cell_width)
        for place, line in enumerate(lines):
            first, *rest = (column.cell("" if place else column.texts[index], cell_width) for column in others)
            rows.append(_table_row(index, [first, Span(pad(line.text, room, cell_width), line.kind), *rest]))
    return rows


def _lines(texts: Sequence[Span], room: int, cell_width: Width) -> list[Span]:
    """Both languages in one line where they fit, else each in lines of its own."""
    together = "  ".join(span.text for span in texts if span.text)
    if cell_width(together) <= room:
        return [Span(together, "en")]
    return [
        Span(span.text[start:end], span.kind)
        for span in texts
        for start, end in break_lines(span.text, room, cell_width)
    ]


def _table_row(index: int, cells: Row) -> TableRow:
    """The cells with blanks between them; row 0 is the heading."""
    spans: Row = [span for cell in cells for span in (Span(" " * BETWEEN), cell)][1:]
    return TableRow(index - 1, spans) if index else TableRow(None, [Span(span.text, "head") for span in spans])
