"""The box that one types into, and the line of chips below it."""

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.search_state import Chip, chip_before, without_span
from wmc_tui.ui.textual_private import cursor_is_visible
from wmc_tui.ui.widgets.bars import TextBar
from wmc_tui.ui.widgets.line import Line, Piece

EXAMPLES = "4471亿, 447.1 bn yuan, 展览面积, zhanlan mianji, 2018 investment"
"""Shown in an empty box."""


class SearchBox(Input):
    """An Input whose text can grow without a new layout of the screen: it never changes its place or size."""

    DEFAULT_CSS = """
    SearchBox { border: none; height: 1; padding: 0 1; background: $panel; }
    SearchBox:focus { border: none; }
    """

    virtual_size = reactive(Size(0, 0))

    chips: tuple[str, list[Chip]] = ("", [])
    """The text that was last understood, and its chips: Backspace at the end of one takes all of it."""

    def write(self, text: str, cursor: int) -> None:
        """Have another text in it, as if it had been typed."""
        self.value = visible_line(text)
        self.cursor_position = cursor

    def render_line(self, y: int) -> Strip:
        """The strip of the row (textual's line API): what textual draws, without parsing and wrapping it anew."""
        if y or not self.value:
            return super().render_line(y)
        text, width, plain = self.value, self.scrollable_content_region.width + 1, self.rich_style
        cursor = self.cursor_position if self.has_focus and cursor_is_visible(self) else -1
        start, end = sorted(self.selection) if self.has_focus else (0, 0)
        if cursor == len(text):
            text += " "
        cuts = sorted({0, len(text), start, end, *((cursor, cursor + 1) if cursor >= 0 else ())})
        segments = []
        for first, last in pairwise(cuts):
            style = plain
            if start <= first < end:
                style += self.get_component_rich_style("input--selection")
            if first == cursor:
                style += self.get_component_rich_style("input--cursor")
            segments.append(Segment(text[first:last], style))
        left = self.scroll_offset.x
        return Strip(segments).crop(left, left + width).extend_cell_length(width, plain)

    def take_off(self, chip: Chip) -> None:
        """Take a chip off the query."""
        self.write(*without_span(self.value, chip.start, chip.end))

    def action_delete_left(self) -> None:
        """Delete what is selected, the chip that ends here, or the character before the cursor."""
        text, chips = self.chips
        understood = text == self.value and self.selection.is_empty
        chip = chip_before(chips, text, self.cursor_position) if understood else None
        if chip is None:
            super().action_delete_left()
        else:
            self.take_off(chip)


class ChipBar(TextBar):
    """Chips, and something dim behind them; a click on a chip takes it off."""

    class Removed(Message):
        """The reader took a chip off."""

        def __init__(self, chip: Chip) -> None:
            super().__init__()
            self.chip = chip

    _chips: Sequence[Chip] = ()

    def show_chips(self, chips: list[Chip], more: Line) -> None:
        """Show other chips, as many as fit, and what stands behind them."""
        self._chips = chips
        pieces: list[Piece] = []
        for chip in chips:
            pieces += [Piece(_chip_text(chip), "note" if chip.wrong else "cursor"), Piece(" ")]
        self.show([*pieces, *more])

    def on_click(self, event: events.Click) -> None:
        x = 1
        for chip in self._chips:
            if x <= event.x < x + cell_len(_chip_text(chip)):
                self.post_message(self.Removed(chip))
                return
            x += cell_len(_chip_text(chip)) + 1


def _chip_text(chip: Chip) -> str:
    return f"[? {chip.label} x]" if chip.wrong else f"[{chip.label} x]"
