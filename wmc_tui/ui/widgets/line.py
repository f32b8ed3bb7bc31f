"""Pieces of styled text, fitted to a row, and the base of every widget that draws rows."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

ELLIPSIS = ".."
"""Marks text cut at a row's end; the usual sign is of ambiguous width."""


SCARCE = 12
"""Cells that what stands left in a row may claim before what stands right."""


LEAST = 12
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
    right_width = sum(cell_len(text) for text, _ in right)
    widths = [cell_len(text) for text, _ in left]
    if right_width and right_width + 1 + min(SCARCE, sum(widths)) > width:
        right, right_width = (), 0
    room = width - right_width - (1 if right else 0)
    pieces: list[Piece] = []
    for piece, wide in zip(left, widths, strict=True):
        if wide <= room:
            pieces.append(piece)
            room -= wide
            continue
        if room > 0 and (len(pieces) < 2 or room >= LEAST):
            text = cut(piece.text, room)
            pieces.append(Piece(text, piece.look))
            room -= cell_len(text)
        break
    pieces.append(Piece(" " * (room + (1 if right else 0))))
    pieces.extend(right)
    return pieces


class Painted(Widget):
    """A widget that draws its own rows in named looks (declared by its screen, see `idle.PromptScreen`)."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._plain = Style.null()
        self._looks: dict[tuple[str, Style], Style] = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region (textual's line API); each style in them is worked out once for all of them."""
        self._plain = self.rich_style
        self._looks = {}
        return super().render_lines(crop)

    def look(self, name: str, base: Style | None = None) -> Style:
        """The style of a look, laid over `base` (the widget's own style if None)."""
        under = self._plain if base is None else base
        if not name:
            return under
        style = self._looks.get((name, under))
        if style is None:
            style = self._looks[name, under] = self.named(name, under)
        return style

    def named(self, name: str, under: Style) -> Style:
        """The style of a look over another style, worked out anew."""
        return under + self.screen.get_component_rich_style(f"look--{name}", partial=True) if name else under

    def strip(self, pieces: Iterable[Piece], width: int, base: str = "") -> Strip:
        """Pieces of exactly `width` cells as a strip, in the look `base` (a cursor row, for instance)."""
        under = self.look(base)
        return Strip([Segment(text, self.look(look, under)) for text, look in pieces if text], width)

    def blank(self, width: int) -> Strip:
        """An empty row."""
        return Strip.blank(width, self._plain)


class Scrolled(Painted, ScrollView, inherit_bindings=False):
    """The same for more rows than the screen has; its cost does not grow with their number.

    It may have a head: a first row that stays while the others scroll. (A widget of its own for it would make a
    start slower: textual lays out and paints every widget, and every container around them, row by row.)
    Textual's own keys for scrolling are not inherited: here the arrow keys move a cursor.
    """

    def __init__(self, *, id: str | None = None, head: bool = False) -> None:
        super().__init__(id=id)
        self.head_rows = int(head)
        self._head: tuple[Line, Line] = ((), ())

    @property
    def rows_shown(self) -> int:
        """How many rows can be seen at a time, the head aside."""
        return max(0, self.scrollable_content_region.height - self.head_rows)

    def show_head(self, left: Line, right: Line = ()) -> None:
        """Show other text in the head."""
        if (left, right) != self._head:
            self._head = left, right
            self.repaint()

    def repaint(self) -> None:
        """Have it painted anew, as other things are shown: all of it, unless a subclass knows better."""
        self.refresh()

    def resize_content(self, rows: int) -> None:
        """Tell how many rows there are, the head aside; the caller has them painted.

        Textual lays the whole screen out anew when a virtual size changes, as a scroll bar might come or go. Where it
        cannot, the bar is told and the layout is left alone: that halves the time from a key to new search results.
        """
        size = Size(0, rows + self.head_rows)
        room = self.size.height
        settled = room and (
            self.styles.overflow_y == "scroll" or (size.height > room) == (self.virtual_size.height > room)
        )
        if not settled:
            self.virtual_size = size
            return
        self.set_reactive(Scrolled.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height

    def show_rows(self, top: int, bottom: int) -> None:
        """Scroll as little as shows rows `top` to `bottom` (exclusive); the top wins where they do not all fit."""
        y = round(self.scroll_target_y)
        if bottom > y + self.rows_shown:
            y = bottom - self.rows_shown
        if top < y:
            y = top
        self.scroll_to(y=max(0, y), animate=False)

    def row_at(self, y: int) -> int:
        """The row shown at line `y` of the widget; negative for the head."""
        return -1 if y < self.head_rows else round(self.scroll_y) + y - self.head_rows

    def head_pieces(self, width: int) -> list[Piece]:
        """The head, filling exactly `width` cells; its look is `head`."""
        left, right = self._head
        return fit([Piece(" "), *left], width, right)

    def render_line(self, y: int) -> Strip:
        """The strip of a line on the screen (textual's line API)."""
        width = self.scrollable_content_region.width
        row = self.row_at(y)
        return self.strip(self.head_pieces(width), width, "head") if row < 0 else self.render_row(row, width)

    @abstractmethod
    def render_row(self, row: int, width: int) -> Strip:
        """The strip of a row, which may lie beyond the last one."""
