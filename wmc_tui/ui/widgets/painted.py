"""Pieces of styled text, fitted to a row, and the base of every widget that draws rows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

ELLIPSIS = ".."
"""Marks text cut at a row's end; the usual sign is of ambiguous width."""


SCARCE = 12
"""Cells that what stands left in a row may claim before what stands right."""


LEAST = 6
"""Cells that a piece cut short must still have; with fewer it is left out."""


class Piece(NamedTuple):
    """A run of text in one style. The text must be safe to show already."""

    text: str
    """What is shown."""
    look: str = ""
    """Name of a look (see `idle.LOOKS`), empty for the plain one."""


Line = Sequence[Piece]


def cut(text: str, width: int) -> str:
    """The text, cut to `width` cells with an ellipsis where it is wider."""
    if cell_len(text) <= width:
        return text
    if width <= len(ELLIPSIS):
        return ELLIPSIS[: max(0, width)]
    return set_cell_size(text, width - len(ELLIPSIS)).rstrip() + ELLIPSIS


def fit(left: Line, width: int, right: Line = ()) -> list[Piece]:
    """Pieces that fill exactly `width` cells: the left ones cut where needed, the right ones at the end.

    The right ones give way whole where they would leave the left ones hardly any room.
    """
    right_width = sum(cell_len(piece.text) for piece in right)
    wanted = min(SCARCE, sum(cell_len(piece.text) for piece in left))
    if right_width and right_width + 1 + wanted > width:
        right, right_width = (), 0
    room = width - right_width - (1 if right else 0)
    pieces: list[Piece] = []
    for piece in left:
        if room <= 0:
            break
        if room < LEAST and cell_len(piece.text) > room:
            break
        text = cut(piece.text, room)
        pieces.append(Piece(text, piece.look))
        room -= cell_len(text)
        if text != piece.text:
            break
    used = sum(cell_len(piece.text) for piece in pieces)
    pieces.append(Piece(" " * (width - right_width - used)))
    pieces.extend(right)
    return pieces


class Painted(Widget):
    """A widget that draws its own rows in named looks (declared by its screen, see `idle.PromptScreen`)."""

    def look(self, name: str, base: Style | None = None) -> Style:
        """The style of a look, laid over `base` (the widget's own style if None)."""
        under = self.rich_style if base is None else base
        return under + self.screen.get_component_rich_style(f"look--{name}", partial=True) if name else under

    def strip(self, pieces: Iterable[Piece], width: int, base: str = "") -> Strip:
        """Pieces of exactly `width` cells as a strip, in the look `base` (a cursor row, for instance)."""
        under = self.look(base)
        return Strip([Segment(text, self.look(look, under)) for text, look in pieces if text], width)

    def blank(self, width: int) -> Strip:
        """An empty row."""
        return Strip.blank(width, self.rich_style)


class Scrolled(Painted, ScrollView, inherit_bindings=False):
    """The same for more rows than the screen has; its cost does not grow with their number.

    Textual's own keys for scrolling are not inherited: here the arrow keys move a cursor.
    """

    def show_rows(self, top: int, bottom: int) -> None:
        """Scroll as little as shows rows `top` to `bottom` (exclusive); the top wins where they do not all fit."""
        height = self.scrollable_content_region.height
        y = round(self.scroll_target_y)
        if bottom > y + height:
            y = bottom - height
        if top < y:
            y = top
        self.scroll_to(y=max(0, y), animate=False)
