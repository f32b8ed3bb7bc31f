"""Widgets of a single row: the title bar, the line of keys."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message

from wmc_tui.ui.widgets.line import Line, LineWidget, Piece, fit

ALWAYS_SHOWN = "app.help"
"""The action that leads to all the others: shown even where others are left out."""
GAPS = 3
"""Cells of a key besides its name and its label."""


def key_pieces(keys: Iterable[tuple[str, str]]) -> list[Piece]:
    """Keys and what each does, side by side."""
    return [piece for key, label in keys for piece in (Piece(key, "strong"), Piece(f" {label}  ", "dim"))]


class TextBar(LineWidget):
    """A row with something left and something right."""

    ALLOW_SELECT = False

    _left: Line = ()
    _right: Line = ()

    def show(self, left: Line, right: Line = ()) -> None:
        """Show other text, safe already."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def line_pieces(self, y: int, width: int) -> tuple[list[Piece], str]:
        """The row."""
        return fit([Piece(" "), *self._left], width, self._right), ""


class KeyBar(TextBar):
    """The keys that work here now; a click does what the key does."""

    class Clicked(Message):
        """The reader clicked the label of an action."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    _keys: Sequence[tuple[str, str, str]] = ()
    _spans: Sequence[tuple[int, int, str]] = ()

    def show_keys(self, keys: list[tuple[str, str, str]]) -> None:
        """Show (key, label, action) triples, as many as fit; the way to all the others is among them."""
        self._keys = keys
        self.refresh()

    def line_pieces(self, y: int, width: int) -> tuple[list[Piece], str]:
        """The row; where each label stands is remembered for clicks."""
        fitting = self._fitting(width)
        spans, x = [], 1
        for key, label, action in fitting:
            spans.append((x, x + cell_len(key + label) + 1, action))
            x += cell_len(key + label) + GAPS
        self._spans = spans
        self._left = key_pieces((key, label) for key, label, _ in fitting)
        return super().line_pieces(y, width)

    def _fitting(self, width: int) -> list[tuple[str, str, str]]:
        """The keys without the last ones that there is no room for."""
        fitting = list(self._keys)
        while fitting and sum(cell_len(key + label) + GAPS for key, label, _ in fitting) > width - 1:
            others = [key for key in fitting if key[2] != ALWAYS_SHOWN]
            fitting.remove((others or fitting)[-1])
        return fitting

    def on_click(self, event: events.Click) -> None:
        action = next((action for start, end, action in self._spans if start <= event.x < end), None)
        if action is not None:
            self.post_message(self.Clicked(action))
