"""Lists of rows below a head: entries with a cursor, as in the sidebar, the card and the search, and a view's rows."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from rich.style import Style
from textual import events
from textual.color import Color
from textual.message import Message
from textual.reactive import reactive

from wmc_tui.ui.widgets.line import Line, Piece, ScrollWidget, fit

RowLines = tuple[tuple[Line, Line], ...]
"""For each row of an entry what stands left and what stands right."""


class RowItem(NamedTuple):
    """One entry, of one row or more."""

    lines: RowLines
    """What it shows."""
    key: object = None
    """What choosing it means to the owner of the list; None for headings, which the cursor skips."""
    open: bool = False
    """True for the entry that is shown at the moment."""

    @property
    def height(self) -> int:
        """Rows that it takes."""
        return len(self.lines)


class LazyItem:
    """An entry that makes up its lines when it is first drawn, as most of a long list never is."""

    open = False

    def __init__(self, key: object, height: int, make_lines: Callable[[], RowLines]) -> None:
        self.key = key
        self.height = height
        self._make_lines = make_lines

    @cached_property
    def lines(self) -> RowLines:
        """As in RowItem."""
        return self._make_lines()


Entry = RowItem | LazyItem


class RowList(ScrollWidget, can_focus=True):
    """Entries and a cursor. Posts `Chosen` on Enter or click, `Highlighted` when the cursor moves."""

    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """The reader chose an entry."""

        def __init__(self, rows: "RowList", key: object) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

    class Highlighted(Chosen):
        """The cursor came to another entry."""

    def __init__(self, *, id: str | None = None, head: bool = False, leads: bool = False) -> None:
        """`leads`: the cursor counts even while something else, a search box, has the keyboard."""
        super().__init__(id=id, head=head)
        self._leads = leads
        self._items: Sequence[Entry] = ()
        self._tops: list[int] = []
        self._row_item: list[int] = []

    @property
    def cursor_key(self) -> object:
        """The key under the cursor; None in an empty list."""
        return self._items[self.cursor].key if self.cursor < len(self._items) else None

    def show(self, items: Sequence[Entry], cursor_key: object = None) -> None:
        """Show other entries; the cursor goes to `cursor_key`, else to the first entry that can be chosen."""
        self._items = items
        self._tops, self._row_item = [], []
        for index, item in enumerate(items):
            self._tops.append(len(self._row_item))
            self._row_item.extend([index] * item.height)
        keys = [item.key for item in items]
        at = keys.index(cursor_key) if cursor_key is not None and cursor_key in keys else self._first()
        self.resize_content(len(self._row_item))
        self.set_reactive(RowList.cursor, at)
        self._reveal()
        self.repaint()

    def _first(self) -> int:
        """The first entry that can be chosen."""
        return next((index for index, item in enumerate(self._items) if item.key is not None), 0)

    def move(self, step: int) -> None:
        """Move the cursor by `step` entries that can be chosen, as far as there are any."""
        at, left = self.cursor, abs(step)
        probe = at
        while left and 0 <= (probe := probe + (1 if step > 0 else -1)) < len(self._items):
            if self._items[probe].key is not None:
                at, left = probe, left - 1
        self.cursor = at

    def page(self, direction: int) -> None:
        """Move the cursor by about a screenful."""
        self.move(direction * max(1, self.rows_shown - 1))

    def choose(self) -> None:
        """Choose the entry under the cursor."""
        if self.cursor_key is not None:
            self.post_message(self.Chosen(self, self.cursor_key))

    def watch_cursor(self) -> None:
        self._reveal()
        self.repaint()
        if self.cursor_key is not None:
            self.post_message(self.Highlighted(self, self.cursor_key))

    def _reveal(self) -> None:
        """Show the cursor's entry; for the first one what stands above it, unless the keyboard is here."""
        if self.cursor < len(self._tops) and self.rows_shown:
            top = self._tops[self.cursor]
            start = 0 if self.cursor == self._first() and not self.has_focus else top
            self.show_rows(start, top + self._items[self.cursor].height)

    def on_resize(self, _: events.Resize) -> None:
        self._reveal()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        y = self.row_at(offset.y) if offset else -1
        if 0 <= y < len(self._row_item) and self._items[self._row_item[y]].key is not None:
            self.cursor = self._row_item[y]
            self.choose()

    def row_pieces(self, row: int, width: int) -> tuple[list[Piece], str]:
        """The row of an entry, with a sign for the cursor and for what is open."""
        if not 0 <= row < len(self._row_item):
            return [Piece(" " * width)], ""
        index = self._row_item[row]
        item = self._items[index]
        left, right = item.lines[row - self._tops[index]]
        first = row == self._tops[index]
        sign, base = "*" if item.open and first else " ", ""
        if index == self.cursor and item.key is not None:
            live = self._leads or self.has_focus
            sign, base = ">" if live and first else sign, "cursor" if live else "current"
        margin = Piece(sign + " ", "strong" if sign != " " else "")
        return [*fit([margin, *left], width - 1, right), Piece(" ")], base


class SheetRow(NamedTuple):
    """A row of a view as it is drawn."""

    left: Line
    """What stands in it."""
    right: Line = ()
    """What stands at its end."""
    base: str = ""
    """The look of the whole row."""


class SheetView(Protocol):
    """What a sheet draws: rows, and where in them a cursor is."""

    @property
    def count(self) -> int:
        """How many rows there are."""

    @property
    def span(self) -> tuple[int, int]:
        """The rows that the cursor is at, end exclusive."""

    def row(self, y: int) -> SheetRow:
        """A row, from 0 to `count` - 1."""

    def head(self) -> tuple[Line, Line]:
        """What is shown, left and right, above the rows."""


class StaticRows:
    """A view without a cursor: a head, and entries of one row each."""

    def __init__(self, header: tuple[Line, Line], items: Sequence[RowItem]) -> None:
        self._header = header
        self._items = items

    @property
    def count(self) -> int:
        """As in SheetView."""
        return len(self._items)

    @property
    def span(self) -> tuple[int, int]:
        """As in SheetView."""
        return 0, 0

    def row(self, y: int) -> SheetRow:
        """As in SheetView; indented as in a list with a cursor."""
        left, right = self._items[y].lines[0]
        return SheetRow([Piece("  "), *left], right)

    def head(self) -> tuple[Line, Line]:
        """As in SheetView."""
        return self._header


WHEEL = 3
"""Rows for each notch of the mouse's wheel."""
BARS = {"bar": True, "bar-end": False}
"""Looks that only a sheet has, and whether they are reversed."""
THUMB = "\N{RIGHT HALF BLOCK}"
"""One cell wide in every terminal, as a full block is not."""


class Sheet(ScrollWidget):
    """Draws a view, which has its own cursor. Posts `Clicked` and `Resized`.

    It scrolls by itself: textual's scroll bar costs two widgets and a layout more when the screen opens. Here it is a cell
    of each row.
    """

    ALLOW_SELECT = False

    class Clicked(Message):
        """The reader clicked a column of a row."""

        def __init__(self, sheet: "Sheet", x: int, y: int) -> None:
            super().__init__()
            self.sheet = sheet
            self.x = x
            self.y = y

    class Resized(Message):
        """It has another size."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, head=True)
        self._view: SheetView | None = None

    def show(self, view: SheetView) -> None:
        """Show a view as it is now; another view than before from its first row on."""
        other, self._view = view is not self._view, view
        self._head = view.head()
        self.resize_content(view.count)
        if other:
            self.scroll_to(y=0, animate=False, force=True)
        self.reveal()
        self.repaint()

    def reveal(self) -> None:
        """Scroll so that the cursor can be seen."""
        if self._view is not None and self.rows_shown:
            self.show_rows(*self._view.span)

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_relative(y=WHEEL, animate=False, force=True)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_relative(y=-WHEEL, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.y >= self.head_rows:
            self.post_message(self.Clicked(self, offset.x, self.row_at(offset.y)))

    def compute_look(self, name: str, under: Style) -> Style:
        """As in LineWidget; bars are in the theme's first colour, reversed, for they are blanks and half blocks."""
        if name not in BARS:
            return super().compute_look(name, under)
        colour = Color.parse(self.app.theme_variables["primary"]).rich_color
        return under + Style(color=colour, reverse=BARS[name])

    def row_pieces(self, row: int, width: int) -> tuple[list[Piece], str]:
        """A row of the view; its last cell shows which part is seen."""
        if self._view is None or row >= self._view.count:
            return [Piece(" " * width)], ""
        left, right, base = self._view.row(row)
        return [*fit(left, width - 1, right), Piece(self._thumb(row), "dim")], base

    def _thumb(self, row: int) -> str:
        """The scroll bar's cell in a row."""
        shown, count, top = self.rows_shown, self._view.count if self._view else 0, round(self.scroll_y)
        if count <= shown:
            return " "
        length = max(1, shown * shown // count)
        start = top * (shown - length) // max(1, count - shown)
        return THUMB if start <= row - top < start + length else " "
