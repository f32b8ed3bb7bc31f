"""One language of a page: numbered passages, their figures marked, one of them current."""

from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from wmc_tui.model import Lang
from wmc_tui.ui.state.layout import Layout, Row, stack
from wmc_tui.ui.state.pages import Page
from wmc_tui.ui.widgets.line import ScrollWidget

GUTTER = 5
"""Cells left of the text: the cursor's sign, the passage's number, a space."""


class Pane(ScrollWidget, can_focus=True):
    """The text of one language. Posts `Moved` and `FigureChosen`; its screen sets its page, layout and cursor."""

    current: reactive[int] = reactive(0)
    """Index of the passage under the cursor."""
    fact: reactive[str | None] = reactive(None)
    """The fact whose figure is chosen in the current passage."""

    class Moved(Message):
        """The reader moved to a passage."""

        def __init__(self, pane: "Pane", index: int) -> None:
            super().__init__()
            self.pane = pane
            self.index = index

    class FigureChosen(Moved):
        """The reader clicked a figure."""

        def __init__(self, pane: "Pane", index: int, fact: str) -> None:
            super().__init__(pane, index)
            self.fact = fact

    class Resized(Message):
        """The pane has another size, so its text wants other rows."""

    def __init__(self, lang: Lang, *, id: str) -> None:
        super().__init__(id=id, head=True)
        self.lang = lang
        self._page: Page | None = None
        self._layout: Layout = stack([])

    def text_width(self, width: int | None = None) -> int:
        """Cells for text in a row of a pane of that width, by default its own, which includes the scroll bar."""
        return max(
            2, (self.outer_size.width if width is None else width) - GUTTER - 1 - self.styles.scrollbar_size_vertical
        )

    def show(self, page: Page, layout: Layout) -> None:
        """Show a page, laid out for `text_width`."""
        self._page, self._layout = page, layout
        self.resize_content(len(layout.rows))
        self.refresh()

    def show_marks(self, page: Page) -> None:
        """Show the same page with other marks."""
        self._page = page
        self.refresh()

    def reveal(self) -> None:
        """Scroll so that the current passage, and in it the chosen figure, can be seen."""
        if self._page is None or self.current >= len(self._page.passages) or not self.size.height:
            return
        top, bottom = self._layout.top(self.current), self._layout.bottom(self.current)
        context = 1 if self.rows_shown >= 6 else 0
        self.show_rows(max(0, top - context), min(len(self._layout.rows), bottom + context))
        mark = next((m for m in self._page.passages[self.current].marks[self.lang] if m.fact == self.fact), None)
        if mark is not None:
            y = self._layout.row_of(self.current, mark.start)
            self.show_rows(y, y + 1)

    def visible_passage(self, direction: int) -> int:
        """The passage about a screenful up (-1) or down (1) of the current one."""
        y = self._layout.top(self.current) + direction * max(1, self.rows_shown - 2)
        y = min(max(0, y), len(self._layout.rows) - 1)
        index = self._layout.rows[y].passage
        return index if index != self.current else self.current + direction

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def watch_current(self) -> None:
        self.refresh()

    def watch_fact(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Move to the passage clicked; on a figure, choose its fact. A selection is left alone."""
        offset = event.get_content_offset(self)
        if offset is None or self._page is None or self.screen.get_selected_text():
            return
        y = self.row_at(offset.y)
        if not 0 <= y < len(self._layout.rows):
            return
        row = self._layout.rows[y]
        at = self._code_point(row, offset.x)
        passage = self._page.passages[row.passage]
        marks = passage.marks[self.lang]
        mark = next((mark for mark in marks if mark.start <= at < mark.end and at < row.end), None)
        if mark is not None:
            self.post_message(self.FigureChosen(self, row.passage, mark.fact))
        else:
            self.post_message(self.Moved(self, row.passage))

    def _code_point(self, row: Row, x: int) -> int:
        """The code point of the passage's text at column `x` of a row."""
        assert self._page is not None
        text, room = self._page.passages[row.passage].text[self.lang], x - GUTTER
        if room < 0:
            return -1
        for at in range(row.start, row.end):
            room -= cell_len(text[at])
            if room < 0:
                return at
        return row.end

    # -- drawing -------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """The strip of a line on the screen (textual's line API).

        A selection drawn up into the head ends in the first row instead of taking in all panes.
        """
        width = self.scrollable_content_region.width
        if y >= self.head_rows:
            return self.render_row(self.row_at(y), width)
        under = self.look("head")
        segments = [Segment(text, self.look(look, under)) for text, look in self.head_pieces(width) if text]
        return Strip(segments, width).apply_offsets(0, max(0, self.row_at(self.head_rows)))

    def render_row(self, y: int, width: int) -> Strip:
        """The strip of a row, which may lie beyond the last one."""
        if self._page is None or y >= len(self._layout.rows):
            return Strip.blank(width, self.look(""))
        row = self._layout.rows[y]
        passage = self._page.passages[row.passage]
        here = row.passage == self.current
        under = self.look(("cursor" if self.has_focus else "current") if here else "")
        base = self.look("heading", under) if passage.heading else under
        segments = [self._gutter(row, here, under), *self._text(row, y, base)]
        used = sum(cell_len(segment.text) for segment in segments)
        segments.append(Segment(" " * max(0, width - used), under))
        return Strip(segments, width).apply_offsets(0, y)

    def _gutter(self, row: Row, here: bool, under: Style) -> Segment:
        assert self._page is not None
        passage = self._page.passages[row.passage]
        number = f"{passage.n:>3}" if row.first else "   "
        sign = (">" if here else passage.sign or ("!" if passage.note else " ")) if row.first else " "
        return Segment(f"{sign}{number} ", self.look("strong" if here else "dim", under))

    def _text(self, row: Row, y: int, base: Style) -> list[Segment]:
        """The row's text, cut where a figure or the selection begins or ends."""
        assert self._page is not None
        passage = self._page.passages[row.passage]
        text = passage.text[self.lang]
        marks = [m for m in passage.marks[self.lang] if m.start < row.end and m.end > row.start]
        selection = self.text_selection
        selected = _span(selection, row, y) if selection else None
        edges = {row.start, row.end, *(selected or ())}
        loose = passage.loose.get(self.lang, ())
        edges.update(e for m in marks for e in (m.start, m.end))
        edges.update(e for span in loose for e in span)
        cuts = sorted(e for e in edges if row.start <= e <= row.end)
        segments = []
        for start, end in pairwise(cuts):
            mark = next((m for m in marks if m.start <= start < m.end), None)
            style = base
            if mark is not None:
                chosen = row.passage == self.current and mark.fact == self.fact
                style = self.look("chosen" if chosen else "figure", base)
            elif any(first <= start < last for first, last in loose):
                style = self.look("loose", base)
            if selected and selected[0] <= start < selected[1]:
                style = self.look("selection", style)
            segments.append(Segment(text[start:end], style))
        return segments

    # -- selecting -----------------------------------------------------------------------

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as the store has it: rows joined again, a line end only between passages."""
        if self._page is None:
            return None
        spans: dict[int, tuple[int, int]] = {}
        for y, row in enumerate(self._layout.rows):
            span = _span(selection, row, y)
            if span is not None:
                start, end = spans.get(row.passage, span)
                spans[row.passage] = (min(start, span[0]), max(end, span[1]))
        texts = [self._page.passages[i].text[self.lang][start:end] for i, (start, end) in spans.items()]
        return "\n".join(texts), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.refresh()


def _span(selection: Selection, row: Row, y: int) -> tuple[int, int] | None:
    """The code points of a row that a selection covers; None where it covers none."""
    columns = selection.get_span(y)
    if columns is None:
        return None
    start, end = columns
    first = row.start + max(0, start - GUTTER)
    last = row.end if end == -1 else min(row.end, row.start + max(0, end - GUTTER))
    return (first, last) if first < last else None
