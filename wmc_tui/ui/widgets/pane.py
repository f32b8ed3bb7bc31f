"""One language of a page: numbered passages, their figures marked, one of them current."""

from itertools import pairwise

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.selection import Selection

from wmc_tui.model import Bilingual, Lang
from wmc_tui.ui.state.pages import Layout, Page, Row, stack
from wmc_tui.ui.widgets.line import Piece, ScrollWidget

GUTTER = 5
"""Cells left of the text: the cursor's sign, the passage's number, a space."""
NO_PAGE = Page("", 0, Bilingual(), None, ())
"""What is shown before the first page."""


class Pane(ScrollWidget, can_focus=True):
    """The text of one language. Posts `Moved` and `FigureChosen`; its screen sets its page, layout and cursor."""

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
        self._page, self._layout = NO_PAGE, stack([])
        self.current = 0
        """Index of the passage under the cursor."""
        self.fact: str | None = None
        """The fact whose figure is chosen in the current passage."""

    def text_width(self, width: int | None = None) -> int:
        """Cells for text in a row of a pane of that width, by default its own, which includes the scroll bar."""
        return max(
            2, (self.outer_size.width if width is None else width) - GUTTER - 1 - self.styles.scrollbar_size_vertical
        )

    def show(self, page: Page, layout: Layout) -> None:
        """Show a page, laid out for `text_width`."""
        self._page, self._layout = page, layout
        self.resize_content(len(layout.rows))
        self.repaint()

    def show_marks(self, page: Page) -> None:
        """Show the same page with other marks."""
        self._page = page
        self.repaint()

    def show_cursor(self, current: int, fact: str | None) -> None:
        """Show another passage as the current one, and in it another figure as the chosen one."""
        self.current, self.fact = current, fact
        self.reveal()
        self.repaint()

    def reveal(self) -> None:
        """Scroll so that the current passage, and in it the chosen figure, can be seen."""
        if self.current >= len(self._page.passages) or not self.size.height:
            return
        top, bottom = self._layout.top(self.current), self._layout.bottom(self.current)
        context = 1 if self.rows_shown >= 6 else 0
        self.show_rows(max(0, top - context), min(len(self._layout.rows), bottom + context))
        marks = self._page.passages[self.current].marks[self.lang]
        mark = next((mark for mark in marks if mark.fact == self.fact), None)
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

    def on_click(self, event: events.Click) -> None:
        """Move to the passage clicked; on a figure, choose its fact. A selection is left alone."""
        offset = event.get_content_offset(self)
        if offset is None or self.screen.get_selected_text():
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
        text, room = self._page.passages[row.passage].text[self.lang], x - GUTTER
        if room < 0:
            return -1
        for at in range(row.start, row.end):
            room -= cell_len(text[at])
            if room < 0:
                return at
        return row.end

    # -- drawing -------------------------------------------------------------------------

    def line_offset(self, y: int) -> int | None:
        """The row at line `y`; a selection drawn up into the head ends in the first row instead of taking in all panes."""
        row = self.row_at(max(y, self.head_rows))
        return row if 0 <= row < len(self._layout.rows) else None

    def row_pieces(self, row: int, width: int) -> tuple[list[Piece], str]:
        """The cursor's sign, the passage's number and the text of a row."""
        if row >= len(self._layout.rows):
            return [Piece(" " * width)], ""
        span = self._layout.rows[row]
        here = span.passage == self.current
        pieces = [self._gutter(span, here), *self._text(span, row)]
        used = sum(cell_len(piece.text) for piece in pieces)
        base = ("cursor" if self.has_focus else "current") if here else ""
        return [*pieces, Piece(" " * max(0, width - used))], base

    def _gutter(self, row: Row, here: bool) -> Piece:
        passage = self._page.passages[row.passage]
        number = f"{passage.n:>3}" if row.first else "   "
        sign = (">" if here else passage.sign or ("!" if passage.note else " ")) if row.first else " "
        return Piece(f"{sign}{number} ", "strong" if here else "dim")

    def _text(self, row: Row, y: int) -> list[Piece]:
        """The row's text, cut where a figure or the selection begins or ends."""
        passage = self._page.passages[row.passage]
        text = passage.text[self.lang]
        marks = [mark for mark in passage.marks[self.lang] if mark.start < row.end and mark.end > row.start]
        loose = passage.loose.get(self.lang, ())
        selection = self.text_selection
        selected = _selected_span(selection, row, y) if selection else None
        edges = {row.start, row.end, *(selected or ())}
        edges.update(edge for mark in marks for edge in (mark.start, mark.end))
        edges.update(edge for span in loose for edge in span)
        pieces = []
        for start, end in pairwise(sorted(edge for edge in edges if row.start <= edge <= row.end)):
            looks = ["heading"] if passage.heading else []
            mark = next((mark for mark in marks if mark.start <= start < mark.end), None)
            if mark is not None:
                looks.append("chosen" if row.passage == self.current and mark.fact == self.fact else "figure")
            elif any(first <= start < last for first, last in loose):
                looks.append("loose")
            if selected and selected[0] <= start < selected[1]:
                looks.append("selection")
            pieces.append(Piece(text[start:end], " ".join(looks)))
        return pieces

    # -- selecting -----------------------------------------------------------------------

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The selected text as the store has it: rows joined again, a line end only between passages."""
        spans: dict[int, tuple[int, int]] = {}
        for y, row in enumerate(self._layout.rows):
            span = _selected_span(selection, row, y)
            if span is not None:
                start, end = spans.get(row.passage, span)
                spans[row.passage] = (min(start, span[0]), max(end, span[1]))
        texts = [self._page.passages[i].text[self.lang][start:end] for i, (start, end) in spans.items()]
        return "\n".join(texts), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.repaint()


def _selected_span(selection: Selection, row: Row, y: int) -> tuple[int, int] | None:
    """The code points of a row that a selection covers; None where it covers none."""
    columns = selection.get_span(y)
    if columns is None:
        return None
    start, end = columns
    first = row.start + max(0, start - GUTTER)
    last = row.end if end == -1 else min(row.end, row.start + max(0, end - GUTTER))
    return (first, last) if first < last else None
