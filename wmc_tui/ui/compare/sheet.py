"""The widget that draws a view, row by row."""

from textual import events
from textual.message import Message
from textual.strip import Strip

from wmc_tui.ui.compare.views import View
from wmc_tui.ui.widgets.painted import Piece, Scrolled, fit


class Sheet(Scrolled, can_focus=True):
    """Draws a view. Posts `Clicked`, and `Resized` when it has another size."""

    class Clicked(Message):
        """The reader clicked a column of a row."""

        def __init__(self, x: int, y: int) -> None:
            super().__init__()
            self.x = x
            self.y = y

    class Resized(Message):
        """It has another size, so the view wants other rows."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, head=True)
        self._view: View | None = None

    def show(self, view: View) -> None:
        """Show a view as it is now."""
        self._view = view
        self.show_head(*view.head())
        self.resize_content(view.count)
        self.show_rows(*view.span)
        self.refresh()

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            self.post_message(self.Clicked(offset.x, self.row_at(offset.y)))

    def render_row(self, row: int, width: int) -> Strip:
        """The strip of a row, which may lie beyond the last one."""
        if self._view is None or not 0 <= row < self._view.count:
            return self.blank(width)
        left, right, base = self._view.row(row)
        return self.strip([*fit(left, width - 1, right), Piece(" ")], width, base)
