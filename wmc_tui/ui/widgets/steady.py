"""Widgets that paint only lines that changed: drawing lines is most of what stands between a key and its result.

Textual words, styles and sends every line of a widget of which anything changed, and passes each through several
caches. Here a line stays as it was painted until its pieces, or the style of the widget, are others.
"""

from collections.abc import Callable
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip

from wmc_tui.ui.widgets.bars import OneLine
from wmc_tui.ui.widgets.line import Painted, Piece, fit
from wmc_tui.ui.widgets.row_list import RowList


class _Kept(NamedTuple):
    """A line as it was painted."""

    pieces: list[Piece]
    base: str
    strip: Strip


class _Drawn:
    """The lines of one widget without border, padding and scroll bar, kept as painted."""

    def __init__(self, widget: Painted, pieces: Callable[[int, int], tuple[list[Piece], str]]) -> None:
        """`pieces` makes up a line: from its number and the width what it shows, and the look of all of it."""
        self._widget = widget
        self._pieces = pieces
        self._kept: dict[int, _Kept] = {}
        self._width = -1
        self._styles: dict[tuple[str, str], Style] = {}
        self._under: Color | None = None

    def restyle(self) -> None:
        """The style of the widget changed."""
        self._kept.clear()
        self._under = None

    def forget(self) -> None:
        """Nobody knows what changed."""
        self._kept.clear()

    def changed(self, height: int, width: int) -> list[int] | None:
        """The lines that differ from what was painted; None where that is all."""
        if not self._kept or self._width != width:
            return None
        return [y for y in range(height) if self._kept.get(y) is not self._line(y)]

    def strips(self, crop: Region) -> list[Strip]:
        """The lines of a region as wide as the widget."""
        if self._width != crop.width:
            self._kept.clear()
            self._width = crop.width
        kept = self._kept
        return [(kept.get(y) or self._line(y)).strip for y in crop.line_range]

    def _line(self, y: int) -> _Kept:
        """A line as it is now: the one that was painted where nothing about it changed."""
        pieces, base = self._pieces(y, self._width)
        kept = self._kept.get(y)
        if kept is None or kept.pieces != pieces or kept.base != base:
            kept = self._kept[y] = _Kept(pieces, base, self._strip(pieces, base))
        return kept

    def _strip(self, pieces: list[Piece], base: str) -> Strip:
        if self._under is None:
            self._styles = {}
            self._under = self._widget.background_colors[1]
        segments: list[Segment] = []
        before, run = "", ""
        for text, look in pieces:
            if look == before:
                run += text
                continue
            if run:
                segments.append(
                    Segment(run, self._styles.get((before, base)) or self._style(before, base, self._under))
                )
            before, run = look, text
        segments.append(Segment(run, self._styles.get((before, base)) or self._style(before, base, self._under)))
        return Strip(segments, self._width)

    def _style(self, look: str, base: str, under: Color) -> Style:
        """The style of a look as it is sent: textual's line filters (no colours, the terminal's own) treat each style
        by itself, so that each needs it but once."""
        widget = self._widget
        plain = widget.rich_style
        segments = [Segment(" ", widget.named(look, widget.named(base, plain)))]
        for line_filter in widget.get_line_filters():
            segments = line_filter.apply(segments, under)
        style = self._styles[look, base] = segments[0].style or Style.null()
        return style


class SteadyRows(RowList):
    """A RowList that paints only the lines that changed."""

    def __init__(self, *, id: str | None = None, head: bool = False, leads: bool = False) -> None:
        super().__init__(id=id, head=head, leads=leads)
        self._drawn = _Drawn(self, self._line_pieces)
        self._top = 0

    def _line_pieces(self, y: int, width: int) -> tuple[list[Piece], str]:
        if y < self.head_rows:
            return self.head_pieces(width), "head"
        return self.row_pieces(self._top + y, width)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "SteadyRows":
        """Paint anew; without regions everything."""
        if not regions:
            self._drawn.forget()
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def repaint(self) -> None:
        """Have the lines painted that differ from what is on the screen."""
        width, height = self.size
        self._top = round(self.scroll_y) - self.head_rows
        changed = self._drawn.changed(height, width)
        if changed is None:
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def notify_style_update(self) -> None:
        """Its style changed, or the theme."""
        self._drawn.restyle()
        super().notify_style_update()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other lines came into sight."""
        if round(old_value) != round(new_value):
            self.repaint()

    def render_line(self, y: int) -> Strip:
        """The strip of a line (textual's line API)."""
        return self._strips(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region (textual's line API)."""
        return self._strips(crop) if crop.size == self.size else super().render_lines(crop)

    def _strips(self, crop: Region) -> list[Strip]:
        self._top = round(self.scroll_y) - self.head_rows
        return self._drawn.strips(crop)


class SteadyLine(OneLine):
    """A OneLine that is drawn only when it changes."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn = _Drawn(self, lambda _, width: (fit([Piece(" "), *self._left], width, self._right), ""))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "SteadyLine":
        """Paint anew."""
        self._drawn.forget()
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def notify_style_update(self) -> None:
        """Its style changed, or the theme."""
        self._drawn.restyle()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """The strip of a line (textual's line API)."""
        return self._drawn.strips(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strip of the row (textual's line API)."""
        return self._drawn.strips(crop) if crop.size == self.size else super().render_lines(crop)
