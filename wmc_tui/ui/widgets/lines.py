"""Widgets of a single row: the title bar, the panes' headers, the line of keys."""

from textual import events
from textual.message import Message
from textual.strip import Strip

from wmc_tui.ui.widgets.painted import Line, Painted, Piece, fit


class OneLine(Painted):
    """A row with something left and something right."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._left: Line = ()
        self._right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show other text, safe already."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of the row (textual's line API)."""
        width = self.size.width
        return self.strip(fit([Piece(" "), *self._left], width, self._right), width) if y == 0 else self.blank(width)


class KeyLine(OneLine):
    """The keys that work here now; a click does what the key does."""

    class Clicked(Message):
        """The reader clicked the label of an action."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys: list[tuple[str, str, str]] = []
        self._spans: list[tuple[int, int, str]] = []

    def show_keys(self, keys: list[tuple[str, str, str]]) -> None:
        """Show (key, label, action) triples, as many as fit."""
        self._keys = keys
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of the row (textual's line API)."""
        pieces: list[Piece] = []
        self._spans = []
        x = 1
        for key, label, action in self._keys:
            width = len(key) + 1 + len(label)
            if x + width + 2 > self.size.width:
                break
            pieces += [Piece(key, "strong"), Piece(f" {label}  ", "dim")]
            self._spans.append((x, x + width, action))
            x += width + 2
        self._left = pieces
        return super().render_line(y)

    def on_click(self, event: events.Click) -> None:
        action = next((action for start, end, action in self._spans if start <= event.x < end), None)
        if action is not None:
            self.post_message(self.Clicked(action))
