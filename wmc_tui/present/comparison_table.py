"""A series as rows of text: a table, and its chart."""

from collections.abc import Sequence
from typing import NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.present.charts import Bar, Row, Span, Width, bar_chart, pad
from wmc_tui.present.comparison import EditionFigure, edition_figures, is_charted
from wmc_tui.series import Series
from wmc_tui.text.wrap import break_lines

BETWEEN = 2
"""Cells between columns."""
BOTH = 60
"""From this many cells on a chart writes its values in both languages."""
_LEAST = 24
"""Cells that figures keep when they have to be broken."""


class Column(NamedTuple):
    """A column of a table. Its texts must be safe to show already."""

    name: str
    """The kind of its spans."""
    head: str
    """Its heading."""
    cells: Sequence[str]
    """One for each row."""
    right: bool = False
    """Whether it is aligned to the right."""

    def text(self, index: int) -> str:
        """The text of a row; -1 is the heading."""
        return self.head if index < 0 else self.cells[index]


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


def both_languages(texts: Bilingual, between: str = "  ") -> str:
    """Both languages, once where they are the same."""
    return texts.en if texts.en == texts.zh else between.join(text for text in texts if text)


def _value_text(entry: EditionFigure, both: bool, mini: bool) -> str:
    if entry.fact is None:
        return both_languages(entry.short, " ") if both else entry.short.en
    shown = both_languages(entry.short) if both else entry.short.en
    if mini or not entry.expected:
        return shown
    return f"{shown}  {both_languages(entry.sign, ' ')}" if both else f"{shown} {entry.sign.en}"


def _columns(entries: Sequence[EditionFigure], short: bool) -> list[Column]:
    """The columns that hold anything; figures that are the same in both languages have one."""
    figures = [entry.short if short else entry.figure for entry in entries]
    same = all(figure.en == figure.zh for entry, figure in zip(entries, figures, strict=True) if entry.fact)
    texts = [both_languages(figure, " ") if same else figure.en for figure in figures]
    columns = [
        Column("edition", "edition", [str(entry.edition) for entry in entries]),
        Column("en", "figure 数值" if same else "figure", texts),
        Column("zh", "数值", ["" if same else figure.zh for figure in figures]),
        Column("change", "change", [entry.change.en for entry in entries], right=True),
        Column("state", "given", [entry.state.en for entry in entries]),
        Column("state_zh", "时点", [entry.state.zh for entry in entries]),
        Column("note", "", ["!" if entry.noted else "" for entry in entries]),
        Column("others", "", [f"+{entry.others}" if entry.others else "" for entry in entries]),
    ]
    return [column for column in columns if any(column.cells)]


def _without_state_zh(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.name != "state_zh"]


def _column_width(column: Column, cell_width: Width) -> int:
    return max(map(cell_width, (column.head, *column.cells)))


def _width(columns: Sequence[Column], cell_width: Width) -> int:
    return sum(_column_width(column, cell_width) for column in columns) + BETWEEN * (len(columns) - 1)


def _side_by_side(columns: Sequence[Column], cell_width: Width) -> list[TableRow]:
    widths = [_column_width(column, cell_width) for column in columns]
    rows: list[TableRow] = []
    for index in range(-1, len(columns[0].cells) if columns else -1):
        spans: Row = []
        for column, width in zip(columns, widths, strict=True):
            spans += [_cell(column, column.text(index), width, cell_width), Span(" " * BETWEEN)]
        rows.append(_table_row(index, spans[:-1]))
    return rows


def _stacked(columns: Sequence[Column], width: int, cell_width: Width) -> list[TableRow]:
    """The figures broken into lines, Chinese below English; the other columns stand in the first line of each."""
    figures = [column for column in columns if column.name in ("en", "zh")]
    others = [column for column in columns if column not in figures]
    while len(others) > 1 and width - _width(others, cell_width) - BETWEEN < _LEAST:
        others.pop()
    room = max(1, width - _width(others, cell_width) - BETWEEN)
    rows: list[TableRow] = []
    for index in range(-1, len(columns[0].cells) if columns else -1):
        lines = _lines([Span(column.text(index), column.name) for column in figures], room, cell_width)
        for place, line in enumerate(lines):
            texts = ["" if place else column.text(index) for column in others]
            widths = [_column_width(column, cell_width) for column in others]
            cells = [_cell(*cell, cell_width) for cell in zip(others, texts, widths, strict=True)]
            spans = [cells[0], Span(" " * BETWEEN), Span(pad(line.text, room, cell_width), line.kind)]
            for cell in cells[1:]:
                spans += [Span(" " * BETWEEN), cell]
            rows.append(_table_row(index, spans))
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


def _cell(column: Column, text: str, width: int, cell_width: Width) -> Span:
    blanks = " " * (width - cell_width(text))
    return Span(blanks + text if column.right else text + blanks, column.name)


def _table_row(index: int, spans: Row) -> TableRow:
    if index < 0:
        return TableRow(None, [Span(span.text, "head") for span in spans])
    return TableRow(index, spans)
