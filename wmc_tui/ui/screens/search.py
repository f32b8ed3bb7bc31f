"""The search screen: a query, its filters as chips, what it finds with every key, and what the hit under the cursor is."""

import sqlite3
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from wmc_tui.present.progress import progress_line
from wmc_tui.search import NoFullTextSearch
from wmc_tui.store.locations import state_folder
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.rows.hit_rows import HEADS, Previews, hit_item, offer_item, offer_preview
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.state.history import recent_queries
from wmc_tui.ui.state.hit_texts import HitTexts
from wmc_tui.ui.state.pages import source_label
from wmc_tui.ui.state.search_state import LIMIT, Offer, SearchResult, SearchState
from wmc_tui.ui.widgets.bars import TextBar, key_pieces
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import Entry, RowList
from wmc_tui.ui.widgets.search_box import EXAMPLES, ChipBar, SearchBox

if TYPE_CHECKING:
    from wmc_tui.search import Hit
    from wmc_tui.ui.state.commands import Commands

PREVIEW = ((40, 12), (32, 10), (0, 8))
"""From how many rows on the preview has how many, its head included."""
KEYS = (("Enter", "go there"), ("Up Down", "choose"), ("Tab", "complete"), ("Esc", "back to where you were"))
HINT = 'filters: edition: metric: publisher: kind: is: ..   "exact phrase"  -not  >100bn  100..200亿'
"""Shown while nothing is typed."""


class SearchScreen(PromptScreen):
    """Its result is a SearchResult, or None to stay."""

    AUTO_FOCUS = "SearchBox"
    BLANK = True  # it is covered all over; textual would style its lines with every paint
    BINDINGS = [
        Binding("escape", "leave", "Close"),
        Binding("down", "move(1)", "Next hit"),
        Binding("up", "move(-1)", "Previous hit"),
        Binding("tab", "complete", "Complete", priority=True),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", priority=True),
        Binding("pageup", "page(-1)", "Page up"),
    ]
    CSS = """
    SearchScreen { layout: vertical; background: $background; }
    #chips { background: $background; }
    #hits { height: 1fr; background: $background; overflow-y: scroll; scrollbar-size-vertical: 0; }
    #preview { height: 10; background: $surface; overflow-y: hidden; }
    App:ansi #chips { text-style: none; }
    """

    class IndexMoved(Message):
        """More of the library can be searched, or all of it."""

    def __init__(self, query: str, commands: "Commands", *, is_typing: bool = False) -> None:
        """Begin with a query, which the next key replaces; unless somebody is typing it."""
        super().__init__()
        self._is_typing = is_typing
        self._query = visible_line(query)
        self._commands = commands
        self._state: SearchState | None = None
        self._previewed: tuple[Hit | Offer | None, int] = None, 0

    def compose(self) -> ComposeResult:
        """The query, the chips, the hits, the preview."""
        yield TextBar(id="search-head")
        yield SearchBox(self._query, placeholder=EXAMPLES, select_on_focus=not self._is_typing)
        yield ChipBar(id="chips")
        yield RowList(id="hits", leads=True)
        yield RowList(id="preview", head=True)
        yield TextBar(id="search-keys")

    def on_mount(self) -> None:
        self._box, self._chips = self.query_one(SearchBox), self.query_one(ChipBar)
        self._head = self.query_one("#search-head", TextBar)
        self._hits, self._preview = (self.query_one(f"#{name}", RowList) for name in ("hits", "preview"))
        for rows in (self._hits, self._preview):
            rows.can_focus = False
        self.query_one("#search-keys", TextBar).show(key_pieces(KEYS))
        self._show()
        # The box is on the screen before the search is loaded: the first key need not wait for that.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._texts = HitTexts(self.desk.library, {command.run: command.keys for command in self._commands})
        self._previews = Previews(self._texts)
        recent = recent_queries(state_folder())
        self._indexing = self.desk.indexing
        self._indexing.listen(lambda: self.post_message(self.IndexMoved()))
        self._state = SearchState(self.desk.index, self._commands, recent, self._texts)
        self._search()

    def on_resize(self, event: events.Resize) -> None:
        self._preview.styles.height = next(rows for least, rows in PREVIEW if event.size.height >= least)
        self._show()
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        """The terminal's cursor goes to the box at once: textual moves it with the first key, too late for an IME."""
        self.app.cursor_position = self._box.cursor_screen_offset

    # -- searching -------------------------------------------------------------------------

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search anew with every key; of keys that came all at once, for the last one only.

        While the index is built, its thread has the tables most of the time: the query is asked when they move.
        """
        state = self._state
        if state is not None and message.value == self._box.value != state.text and self._indexing.is_done:
            self._search()

    def on_search_screen_index_moved(self) -> None:
        """Ask what was typed meanwhile, what had no answer yet, and once everything is there; else leave the rows be."""
        state, indexing = self._state, self._indexing
        if state is None:
            return
        if indexing.error is not None and not isinstance(indexing.error, NoFullTextSearch):
            raise indexing.error
        if state.text != self._box.value or (not state.of_publication and (indexing.is_done or not state.count)):
            self._search()
        else:
            self._show_chips(state)

    def _search(self) -> None:
        """Ask; what is under the cursor stays there if the reader has put it there and it is found again."""
        state, indexing = self._state, self._indexing
        assert state is not None
        chosen = self._row if state.text == self._box.value and self._hits.cursor != state.first else None
        try:
            state.ask(self._box.value, self._box.cursor_position)
        except sqlite3.Error:
            if indexing.is_done and indexing.error is None:
                raise
            state.wait(self._box.value)  # the tables are not begun yet, or are just being put in their place
        state.keep_cursor(chosen)
        self._show()

    def on_input_submitted(self) -> None:
        self._hits.choose()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        state = self._state
        if state is None or not isinstance(message.key, int):
            return
        row = state.rows[message.key]
        if isinstance(row, Offer):
            self._take(row)
            return
        result = state.choose(row)
        if result is None:
            state.list_stated(row.id)
            self._show()
        else:
            self._leave(result)

    def _leave(self, result: SearchResult | None) -> None:
        if result is not None:
            self.desk.last_query = self._box.value
        self.dismiss(result)

    def _take(self, offer: Offer) -> None:
        self._box.write(offer.text, offer.cursor)

    def action_complete(self) -> None:
        """Offer what is offered: the row under the cursor, a filter, another query."""
        offer = self._state.completed(self._row) if self._state else None
        if offer is not None:
            self._take(offer)

    def on_chip_bar_removed(self, message: ChipBar.Removed) -> None:
        text, chips = self._box.chips
        if text == self._box.value and message.chip in chips:
            self._box.take_off(message.chip)

    def action_leave(self) -> None:
        """Back to the hits from what a publication states, else to where the reader was."""
        if self._state is not None and self._state.of_publication:
            self._search()
        else:
            self._leave(None)

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        """Show what was found."""
        state, width = self._state, self.size.width
        if state is None:
            self._show_head()
            return
        self._box.chips = state.text, state.chips
        texts, chinese = self._texts, not state.text.isascii()
        entries: list[Entry] = [
            offer_item(row, key, width)
            if isinstance(row, Offer)
            else hit_item(texts, row, key=key, width=width, chinese=chinese)
            for key, row in enumerate(state.rows)
        ]
        self._hits.show(entries, state.first)
        self._show_chips(state)
        self._show_head()
        self._show_preview()

    def _show_chips(self, state: SearchState) -> None:
        self._chips.show_chips(state.chips, self._beside_chips(state))

    def _beside_chips(self, state: SearchState) -> Line:
        """How far the index is, what is wrong with a filter, which filter a word may become, or what there is to type."""
        if self._indexing.error is not None:
            return (Piece(visible_line(str(self._indexing.error)), "note"),)
        if not self._indexing.is_done:
            return (Piece(progress_line(self._indexing.progress, self.size.width - 2, cell_len), "dim"),)
        if state.of_publication:
            source = source_label(self.desk.library, state.of_publication)
            return (Piece(f"stated by {source}  ", "dim"), Piece("Esc", "strong"), Piece(" back to the hits", "dim"))
        if state.problem:
            problem = visible_line("  ".join(dict.fromkeys(state.problem)))
            return (Piece(problem, "note"), Piece("  Tab", "strong"), Piece(" takes it", "dim"))
        line: list[Piece] = []
        for name in state.names:
            meaning = "" if line or not name.label.en else f" {visible_line(name.label.en)}"
            line += [Piece("  " if line else "Tab ", "strong"), Piece(name.shown), Piece(meaning, "dim")]
        return line or ((Piece(HINT, "dim"),) if not state.text.strip() else ())

    def _show_head(self) -> None:
        """Say how many there are, and at which the cursor is."""
        state = self._state
        text = "type to search"
        if state is not None and state.text.strip():
            count, at = state.count, self._hits.cursor - (len(state.rows) - state.count) + 1
            text = f"{count}{'+' * (count == LIMIT)} found"
            text = f"{at} of {text}" if at > 0 else text
            if not count:
                text = (
                    "nothing found: fewer words or digits may help" if self._indexing.is_done else "nothing found yet"
                )
        elif state is not None and state.rows:
            text = "recent queries: Enter takes one, or type"
        self._head.show((Piece("Search 检索", "strong"),), (Piece(text + " ", "dim"),))

    @property
    def _row(self) -> "Hit | Offer | None":
        """What is under the cursor."""
        rows, key = self._state.rows if self._state else [], self._hits.cursor_key
        return rows[key] if isinstance(key, int) else None

    def _show_preview(self) -> None:
        row, width = self._row, max(20, self.size.width - 4)
        if self._previewed[0] is row and self._previewed[1] == width:
            return
        self._previewed = row, width
        if row is None:
            head, items = "", []
        elif isinstance(row, Offer):
            head, items = "Query 检索词", offer_preview(row, width)
        else:
            head, items = HEADS.get(row.kind, ""), self._previews.items(row, width)
        self._preview.show_head((Piece(head, "strong"),))
        self._preview.show(items)

    # -- moving ----------------------------------------------------------------------------

    def on_row_list_highlighted(self, _: RowList.Highlighted) -> None:
        self._show_head()
        self._show_preview()

    def action_move(self, by: int) -> None:
        """Move the cursor among the hits; the query keeps the keyboard."""
        self._hits.move(by)

    def action_page(self, direction: int) -> None:
        """Move by a screenful of hits."""
        self._hits.page(direction)
