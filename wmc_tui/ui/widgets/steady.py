"""A list that paints only rows that changed: rows are most of what stands between a key and its result."""

from typing import NamedTuple

from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip

from wmc_tui.ui.widgets.painted import Piece
from wmc_tui.ui.widgets.rows import RowList


class _Kept(NamedTuple):
    """A line as it was painted."""

    pieces: list[Piece]
    base: str
    strip: Strip
    """With the line filters of the app (textual's: no colour, colours of the terminal) applied."""


class SteadyRows(RowList):
    """A RowList without border and padding whose lines are kept as painted, until they differ or its style does.

    Textual would word, style and send every line of a widget of which anything changed.
    """

    def __init__(self, *, id: str | None = None, head: bool = False, leads: bool = False) -> None:
        super().__init__(id=id, head=head, leads=leads)
        self._kept: dict[int, _Kept] = {}
        self._kept_width = 0
        self._under: Color | None = None

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "SteadyRows":
        """Paint anew; without regions everything, as nobody knows what changed."""
        if not regions:
            self._kept.clear()
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def repaint(self) -> None:
        """Have the lines painted that differ from what is on the screen."""
        width, height = self.size
        if not self._kept or self._kept_width != width:
            self.refresh()
            return
        changed = [y for y in range(height) if self._kept.get(y) is not self._line(y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def notify_style_update(self) -> None:
        """Its style changed, or the theme."""
        self._kept.clear()
        self._under = None
        super().notify_style_update()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other lines came into sight."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        if round(old_value) != round(new_value):
            self.repaint()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region (textual's line API)."""
        if crop.size != self.size:
            return super().render_lines(crop)
        if self._kept_width != crop.width:
            self._kept.clear()
            self._kept_width = crop.width
        kept = self._kept
        return [(kept.get(y) or self._line(y)).strip for y in crop.line_range]

    def _line(self, y: int) -> _Kept:
        """A line as it is now: the one that was painted where nothing about it changed."""
        width, row = self._kept_width, self.row_at(y)
        pieces, base = (self.head_pieces(width), "head") if row < 0 else self.row_pieces(row, width)
        kept = self._kept.get(y)
        if kept is None or kept.pieces != pieces or kept.base != base:
            kept = self._kept[y] = _Kept(pieces, base, self._finished(pieces, base))
        return kept

    def _finished(self, pieces: list[Piece], base: str) -> Strip:
        if self._under is None:
            self._plain, self._looks = self.rich_style, {}
            self._under = self.background_colors[1]
        strip = self.strip(pieces, self._kept_width, base)
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, self._under)
        return strip
