"""Widgets of a single row: the title bar, the panes' headers, the line of keys."""

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from wmc_tui.ui.widgets.line import Line, Painted, Piece, fit

KEPT = "app.help"
"""The action that tells all the others: shown even where others are left out."""
BETWEEN = 3
"""Cells of a key beside its name and its label."""


def _cells(key: tuple[str, str, str]) -> int:
    return cell_len(key[0] + key[1]) + BETWEEN


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
        """Show (key, label, action) triples, as many as fit; the way to all the others is among them."""
        self._keys = keys
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip of the row (textual's line API)."""
        pieces: list[Piece] = []
        self._spans = []
        x = 1
        for key, label, action in self._fitting():
            pieces += [Piece(key, "strong"), Piece(f" {label}  ", "dim")]
            self._spans.append((x, x + cell_len(key + label) + 1, action))
            x += cell_len(key + label) + BETWEEN
        self._left = pieces
        return super().render_line(y)

    def _fitting(self) -> list[tuple[str, str, str]]:
        """The keys without the last ones that there is no room for."""
        fitting = list(self._keys)
        while fitting and sum(map(_cells, fitting)) > self.size.width - 1:
            rarer = [key for key in fitting if key[2] != KEPT]
            fitting.remove((rarer or fitting)[-1])
        return fitting

    def on_click(self, event: events.Click) -> None:
        action = next((action for start, end, action in self._spans if start <= event.x < end), None)
        if action is not None:
            self.post_message(self.Clicked(action))
