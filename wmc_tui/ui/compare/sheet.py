"""The widgets that draw a view and what is under its cursor.

They scroll by themselves: textual's scrolling costs two widgets and a layout more when the screen opens.
"""

from collections.abc import Sequence

from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from wmc_tui.present.charts import FULL
from wmc_tui.ui.compare.view import SheetRow, View
from wmc_tui.ui.widgets.line import Line, Painted, Piece, fit

BARS = {"bar": True, "bar-end": False}
"""Looks of these widgets' own, and whether they are reversed."""
WHEEL = 3
"""Rows for each notch of the mouse's wheel."""
HEAD = 1
"""Rows that stay."""


class Rows(Painted):
    """Rows below a head, as many as there is room for, from a top row on."""

    ALLOW_SELECT = False

    class Resized(Message):
        """It has another size."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._head: tuple[Line, Line] = ((), ())
        self._top = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return 0

    def row(self, y: int) -> SheetRow:
        """A row, from 0 to `count` - 1."""
        raise NotImplementedError

    @property
    def rows_shown(self) -> int:
        """How many rows can be seen at a time."""
        return max(0, self.size.height - HEAD)

    def show_rows(self, start: int, end: int) -> bool:
        """Scroll as little as shows rows `start` to `end` (exclusive); whether that changed what is seen."""
        top = min(max(self._top, end - self.rows_shown), start)
        return self.scroll_rows(top - self._top)

    def scroll_rows(self, by: int) -> bool:
        """Scroll, as far as there are rows; whether that changed what is seen."""
        top = min(max(0, self._top + by), max(0, self.count - self.rows_shown))
        changed, self._top = top != self._top, top
        if changed:
            self.refresh()
        return changed

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-WHEEL)

    def look(self, name: str, base: Style | None = None) -> Style:
        """As in Painted; bars are in the theme's first colour, reversed, for they are blanks and half blocks."""
        if name not in BARS:
            return super().look(name, base)
        under = super().look("", base)
        style = self._looks.get((name, under))
        if style is None:
            colour = Color.parse(self.app.theme_variables["primary"]).rich_color
            style = self._looks[name, under] = under + Style(color=colour, reverse=BARS[name])
        return style

    def render_line(self, y: int) -> Strip:
        """The strip of a line on the screen (textual's line API); the last cell tells what part is seen."""
        width = self.size.width
        if y < HEAD:
            left, right = self._head
            return self.strip(fit([Piece(" "), *left], width, right), width, "head")
        index = self._top + y - HEAD
        if index >= self.count:
            return self.blank(width)
        left, right, base = self.row(index)
        return self.strip([*fit(left, width - 1, right), Piece(self._thumb(y - HEAD), "dim")], width, base)

    def _thumb(self, y: int) -> str:
        """The scroll bar's cell in a line."""
        shown, count = self.rows_shown, self.count
        if count <= shown:
            return " "
        length = max(1, shown * shown // count)
        start = self._top * (shown - length) // max(1, count - shown)
        return FULL if start <= y < start + length else " "


class Sheet(Rows):
    """Draws a view. Posts `Clicked`."""

    class Clicked(Message):
        """The reader clicked a column of a row."""

        def __init__(self, x: int, y: int) -> None:
            super().__init__()
            self.x = x
            self.y = y

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._view: View | None = None

    @property
    def count(self) -> int:
        """As in Rows."""
        return self._view.count if self._view else 0

    def row(self, y: int) -> SheetRow:
        """As in Rows."""
        assert self._view is not None
        return self._view.row(y)

    def show(self, view: View) -> None:
        """Show a view as it is now."""
        if view is not self._view:
            self._top = 0
        self._view = view
        self._head = view.head()
        self.reveal()
        self.refresh()

    def reveal(self) -> bool:
        """Scroll so that the cursor can be seen; whether that changed what is seen."""
        return bool(self._view is not None and self.rows_shown and self.show_rows(*self._view.span))

    def follow(self, before: list[tuple[int, int]]) -> None:
        """The cursor moved away from rows `before`, and no others changed: draw these, its new ones, and the head."""
        if self._view is None:
            return
        self._head = self._view.head()
        if not self.reveal():
            spans = ((start - self._top + HEAD, end - start) for start, end in (*before, *self._view.touched))
            for y, height in ((0, HEAD), *spans):
                self.refresh(Region(0, y, self.size.width, height))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.y >= HEAD:
            self.post_message(self.Clicked(offset.x, self._top + offset.y - HEAD))


class Details(Rows):
    """Shows rows made up already."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: Sequence[SheetRow] = ()

    @property
    def count(self) -> int:
        """As in Rows."""
        return len(self._rows)

    def row(self, y: int) -> SheetRow:
        """As in Rows."""
        return self._rows[y]

    def show(self, head: tuple[Line, Line], rows: Sequence[SheetRow]) -> None:
        """Show other rows, from the first one on."""
        self._head, self._rows, self._top = head, rows, 0
        self.refresh()
