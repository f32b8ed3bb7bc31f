"""A list of rows with a cursor: the sidebar, the fact card's mentions and the search results are all one."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from wmc_tui.ui.widgets.line import Line, Piece, Scrolled, fit


class RowItem(NamedTuple):
    """One entry, of one row or more."""

    lines: tuple[tuple[Line, Line], ...]
    """For each row what stands left and what stands right."""
    key: object = None
    """What choosing it means to the owner of the list; None for headings, which the cursor skips."""
    open: bool = False
    """True for the entry that is shown at the moment."""

    @property
    def height(self) -> int:
        """Rows that it takes."""
        return len(self.lines)


class Entry(Protocol):
    """What a list shows: a RowItem, or anything that makes up its lines when they are first drawn."""

    @property
    def lines(self) -> tuple[tuple[Line, Line], ...]:
        """As in RowItem."""

    @property
    def key(self) -> object:
        """As in RowItem."""

    @property
    def open(self) -> bool:
        """As in RowItem."""

    @property
    def height(self) -> int:
        """How many lines there are."""


class RowList(Scrolled, can_focus=True):
    """Rows and a cursor. Posts `Chosen` on Enter or click, `Pointed` when the cursor moves."""

    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """The reader chose an entry."""

        def __init__(self, rows: "RowList", key: object) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

    class Pointed(Chosen):
        """The cursor came to another entry."""

    def __init__(self, *, id: str | None = None, head: bool = False, leads: bool = False) -> None:
        """`leads`: the cursor counts even while something else, a search box, has the keyboard."""
        super().__init__(id=id, head=head)
        self._leads = leads
        self._items: Sequence[Entry] = ()
        self._tops: list[int] = []
        self._row_item: list[int] = []

    @property
    def chosen_key(self) -> object:
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
        at = keys.index(cursor_key) if cursor_key is not None and cursor_key in keys else None
        if at is None:
            at = next((i for i, key in enumerate(keys) if key is not None), 0)
        self.resize_content(len(self._row_item))
        self.set_reactive(RowList.cursor, at)
        self._reveal()
        self.repaint()

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
        if self.chosen_key is not None:
            self.post_message(self.Chosen(self, self.chosen_key))

    def watch_cursor(self) -> None:
        self._reveal()
        self.repaint()
        if self.chosen_key is not None:
            self.post_message(self.Pointed(self, self.chosen_key))

    def _reveal(self) -> None:
        """Show the cursor's entry; for the first one what stands above it, unless the keyboard is here."""
        if self.cursor < len(self._tops) and self.rows_shown:
            top = self._tops[self.cursor]
            heading = self.cursor == next((i for i, item in enumerate(self._items) if item.key is not None), 0)
            self.show_rows(0 if heading and not self.has_focus else top, top + self._items[self.cursor].height)

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

    def render_row(self, row: int, width: int) -> Strip:
        """The strip of a row, which may lie beyond the last one."""
        pieces, base = self.row_pieces(row, width)
        return self.strip(pieces, width, base)

    def row_pieces(self, row: int, width: int) -> tuple[list[Piece], str]:
        """What a row shows, filling exactly `width` cells, and the look of all of it."""
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
