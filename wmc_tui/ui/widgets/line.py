"""Pieces of styled text, fitted to a row, and the bases of the widgets that draw rows."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

ELLIPSIS = ".."
"""Marks text cut at a row's end; the usual sign is of ambiguous width."""
MIN_LEFT = 12
"""Cells that the left part of a row keeps before the right part is left out."""
MIN_PIECE = 12
"""Cells that a shortened piece must still have; below that it is left out."""


class Piece(NamedTuple):
    """A run of text in one style. The text must be safe to show already."""

    text: str
    """What is shown."""
    look: str = ""
    """Name of a look (see `themes.LOOKS`), empty for the plain one."""


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
    if right_width and right_width + 1 + min(MIN_LEFT, sum(widths)) > width:
        right, right_width = (), 0
    room = width - right_width - (1 if right else 0)
    pieces: list[Piece] = []
    for piece, wide in zip(left, widths, strict=True):
        if wide <= room:
            pieces.append(piece)
            room -= wide
            continue
        if room > 0 and (len(pieces) < 2 or room >= MIN_PIECE):
            text = cut(piece.text, room)
            pieces.append(Piece(text, piece.look))
            room -= cell_len(text)
        break
    pieces.append(Piece(" " * (room + (1 if right else 0))))
    pieces.extend(right)
    return pieces


class CachedLine(NamedTuple):
    """A line as it was painted."""

    pieces: list[Piece]
    base: str
    offset: int | None
    strip: Strip


class LineWidget(Widget):
    """A widget that draws its own lines in named looks, and paints only those that changed.

    Drawing lines is most of the time from a key to its result. Textual renders, styles and sends every line of a widget of
    which anything changed, and passes each through several caches. Here a line stays as it was painted until its pieces,
    or the style of the widget, are different. The screen declares the looks (see `screens.base.LOOKS`).
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: dict[int, CachedLine] = {}
        self._lines_width = -1
        self._styles: dict[tuple[str, str], Style] = {}
        self._background: Color | None = None

    def line_pieces(self, y: int, width: int) -> tuple[list[Piece], str]:
        """What line `y` of the widget shows, filling exactly `width` cells, and the look under all of it."""
        raise NotImplementedError

    def line_offset(self, y: int) -> int | None:
        """The row that a text selection begins or ends at in line `y`; None where nothing can be selected."""
        return None

    @property
    def content_width(self) -> int:
        """Cells of a line, without a scroll bar."""
        return self.size.width

    def compute_look(self, name: str, under: Style) -> Style:
        """The style of a look, or of several with blanks between them, laid over another style."""
        for part in name.split():
            under += self.screen.get_component_rich_style(f"look--{part}", partial=True)
        return under

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As in textual; without regions the cached lines are dropped, as nobody knows what changed."""
        if not regions:
            self._lines.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def repaint(self) -> None:
        """Paint the lines that differ from what is on the screen."""
        width, height = self.size
        if not self._lines or self._lines_width != self.content_width:
            self.refresh()
            return
        changed = [y for y in range(height) if self._lines.get(y) is not self._line(y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def notify_style_update(self) -> None:
        """The style of the widget changed, or the theme."""
        self._lines.clear()
        self._background = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """The strip of a line (textual's line API)."""
        return self._strips(range(y, y + 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region (textual's line API)."""
        return self._strips(crop.line_range) if crop.size == self.size else super().render_lines(crop)

    def _strips(self, lines: range) -> list[Strip]:
        width = self.content_width
        if self._lines_width != width:
            self._lines.clear()
            self._lines_width = width
        return [(self._lines.get(y) or self._line(y)).strip for y in lines]

    def _line(self, y: int) -> CachedLine:
        """A line as it is now: the painted one if nothing about it changed."""
        pieces, base = self.line_pieces(y, self._lines_width)
        offset = self.line_offset(y)
        line = self._lines.get(y)
        if line is None or (line.pieces, line.base, line.offset) != (pieces, base, offset):
            strip = self._strip(pieces, base)
            if offset is not None:
                strip = strip.apply_offsets(0, offset)
            line = self._lines[y] = CachedLine(pieces, base, offset, strip)
        return line

    def _strip(self, pieces: list[Piece], base: str) -> Strip:
        """The pieces as a strip as wide as the widget; neighbours of one look become one segment."""
        segments: list[Segment] = []
        before, run = "", ""
        for text, look in pieces:
            if look == before:
                run += text
                continue
            if run:
                segments.append(Segment(run, self._style(before, base)))
            before, run = look, text
        segments.append(Segment(run, self._style(before, base)))
        width = self.size.width
        if width > self._lines_width:  # the scroll bar is painted over these cells
            segments.append(Segment(" " * (width - self._lines_width), self._style("", "")))
        return Strip(segments, max(width, self._lines_width))

    def _style(self, look: str, base: str) -> Style:
        """The style of a look as it is sent to the terminal.

        Textual's line filters (no colours, the terminal's own) change each style by itself, so each passes them once.
        """
        if self._background is None:
            self._styles = {}
            self._background = self.background_colors[1]
        style = self._styles.get((look, base))
        if style is None:
            segments = [Segment(" ", self.compute_look(look, self.compute_look(base, self.rich_style)))]
            for line_filter in self.get_line_filters():
                segments = line_filter.apply(segments, self._background)
            style = self._styles[look, base] = segments[0].style or Style.null()
        return style


class ScrollWidget(LineWidget, ScrollView, inherit_bindings=False):
    """A widget with more rows than the screen has; its cost does not grow with their number.

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

    def resize_content(self, rows: int) -> None:
        """Set how many rows there are, the head aside; the caller has them painted.

        Textual lays the whole screen out anew when a virtual size changes, as a scroll bar might come or go. Where it
        cannot, only the bar is updated and the layout is left alone: that halves the time from a key to new results.
        """
        size = Size(0, rows + self.head_rows)
        room = self.size.height
        settled = room and (
            self.styles.overflow_y != "auto" or (size.height > room) == (self.virtual_size.height > room)
        )
        if not settled:
            self.virtual_size = size
            return
        self.set_reactive(ScrollWidget.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height

    def show_rows(self, top: int, bottom: int) -> None:
        """Scroll as little as shows rows `top` to `bottom` (exclusive); the top wins where they do not all fit."""
        y = round(self.scroll_target_y)
        if bottom > y + self.rows_shown:
            y = bottom - self.rows_shown
        if top < y:
            y = top
        self.scroll_to(y=max(0, y), animate=False, force=True)

    def row_at(self, y: int) -> int:
        """The row shown at line `y` of the widget; negative for the head."""
        return -1 if y < self.head_rows else round(self.scroll_y) + y - self.head_rows

    def head_pieces(self, width: int) -> list[Piece]:
        """The head, filling exactly `width` cells; its look is `head`."""
        left, right = self._head
        return fit([Piece(" "), *left], width, right)

    @property
    def content_width(self) -> int:
        """Cells of a line, without the scroll bar."""
        return self.scrollable_content_region.width

    def line_pieces(self, y: int, width: int) -> tuple[list[Piece], str]:
        """The head, or the row that is scrolled to line `y`."""
        row = self.row_at(y)
        return (self.head_pieces(width), "head") if row < 0 else self.row_pieces(row, width)

    def row_pieces(self, row: int, width: int) -> tuple[list[Piece], str]:
        """What a row, which may lie beyond the last one, shows in exactly `width` cells, and the look under it."""
        raise NotImplementedError

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other rows came into sight."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        if round(old_value) != round(new_value):
            self.repaint()
