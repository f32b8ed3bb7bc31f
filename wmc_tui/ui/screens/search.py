"""The search screen: a query, its filters as chips, what it finds with every key, and what the hit under the cursor is."""

import gc
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from wmc_tui.store.locations import state_folder
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.recent import recent_queries
from wmc_tui.ui.rows.hit_rows import HitEntry, take_item
from wmc_tui.ui.rows.preview import HEADS, Previews, told
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.state.hit_texts import Wording
from wmc_tui.ui.state.search_state import LIMIT, Finding, Found, Take
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import Entry, RowList
from wmc_tui.ui.widgets.search_box import ChipLine, SearchBox
from wmc_tui.ui.widgets.steady import SteadyLine, SteadyRows

if TYPE_CHECKING:
    from wmc_tui.search import Hit
    from wmc_tui.ui.state.commands import Commands

__all__ = ["SearchBox", "SearchScreen"]

PREVIEW = ((40, 12), (32, 10), (0, 8))
"""From how many rows on the preview has how many, its head included."""
KEYS = (("Enter", "go there"), ("Up Down", "choose"), ("Tab", "complete"), ("Esc", "back to where you were"))
HINT = 'filters: edition: metric: publisher: kind: is: ..   "exact phrase"  -not  >100bn  100..200亿'
"""Shown while nothing is typed."""


class SearchScreen(PromptScreen):
    """Its result is a Found, or None to stay."""

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
    SearchBox { border: none; height: 1; padding: 0 1; background: $panel; }
    SearchBox:focus { border: none; }
    #chips { background: $background; }
    #hits { height: 1fr; background: $background; overflow-y: scroll; scrollbar-size-vertical: 0; }
    #preview { height: 10; background: $surface; overflow-y: hidden; }
    App:ansi #chips { text-style: none; }
    """

    def __init__(self, query: str, commands: "Commands") -> None:
        super().__init__()
        self._query = visible_line(query)
        self._commands = commands
        self._finding: Finding | None = None
        self._previewed: tuple[Hit | Take | None, int] = None, 0

    def compose(self) -> ComposeResult:
        """The query, the chips, the hits, the preview."""
        yield SteadyLine(id="search-head")
        yield SearchBox(self._query, placeholder="4471亿, 447.1 bn yuan, 展览面积, zhanlan mianji, 2018 investment")
        yield ChipLine(id="chips")
        yield SteadyRows(id="hits", leads=True)
        yield SteadyRows(id="preview", head=True)
        yield SteadyLine(id="search-keys")

    def on_mount(self) -> None:
        self._box, self._chips = self.query_one(SearchBox), self.query_one(ChipLine)
        self._head = self.query_one("#search-head", SteadyLine)
        self._hits, self._preview = (self.query_one(f"#{name}", SteadyRows) for name in ("hits", "preview"))
        for rows in (self._hits, self._preview):
            rows.can_focus = False
        keys = [piece for key, does in KEYS for piece in (Piece(key, "strong"), Piece(f" {does}  ", "dim"))]
        self.query_one("#search-keys", SteadyLine).show(keys)
        self._show()
        # The box is on the screen before the search is loaded: the first key need not wait for that.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._wording = Wording(self.desk.library, {each.run: each.keys for each in self._commands})
        self._previews = Previews(self._wording)
        recent = recent_queries(state_folder())
        self._finding = Finding(self.desk.index, self._commands, recent, self._wording)
        gc.freeze()  # what the index is made of stays: no collection need look at it
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
        """Search anew with every key; of keys that came all at once, for the last one only."""
        if self._finding is not None and message.value == self._box.value != self._finding.text:
            self._search()

    def _search(self) -> None:
        assert self._finding is not None
        self._finding.ask(self._box.value, self._box.cursor_position)
        self._show()

    def on_input_submitted(self) -> None:
        self._hits.choose()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        finding = self._finding
        if finding is None or not isinstance(message.key, int):
            return
        row = finding.rows[message.key]
        if isinstance(row, Take):
            self._take(row)
            return
        found = finding.choose(row)
        if found is None:
            finding.list_stated(row.id)
            self._show()
        else:
            self._leave(found)

    def _leave(self, found: Found | None) -> None:
        if found is not None:
            self.desk.last_query = self._box.value
        self.dismiss(found)

    def _take(self, take: Take) -> None:
        self._box.write(take.text, take.cursor)

    def action_complete(self) -> None:
        """Take what is offered: the row under the cursor, a filter, another query."""
        take = self._finding.completed(self._row) if self._finding else None
        if take is not None:
            self._take(take)

    def on_chip_line_removed(self, message: ChipLine.Removed) -> None:
        text, chips = self._box.chips
        if text == self._box.value and message.chip in chips:
            self._box.take_off(message.chip)

    def action_leave(self) -> None:
        """Back to the hits from what a publication states, else to where the reader was."""
        if self._finding is not None and self._finding.of_publication:
            self._search()
        else:
            self._leave(None)

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        """Show what was found."""
        finding, width = self._finding, self.size.width
        if finding is None:
            self._show_head()
            return
        self._box.chips = finding.text, finding.chips
        words, chinese = self._wording, not finding.text.isascii()
        entries: list[Entry] = [
            take_item(row, key, width) if isinstance(row, Take) else HitEntry(words, row, key, width, chinese=chinese)
            for key, row in enumerate(finding.rows)
        ]
        self._hits.show(entries, finding.first)
        self._chips.show_chips(finding.chips, self._beside_chips(finding))
        self._show_head()
        self._show_preview()

    def _beside_chips(self, finding: Finding) -> Line:
        """What is wrong with a filter, which filter a word may become, or what there is to type."""
        if finding.of_publication:
            who = self._wording.publisher(finding.of_publication)
            return (Piece(f"stated by {who}  ", "dim"), Piece("Esc", "strong"), Piece(" back to the hits", "dim"))
        if finding.problem:
            said = dict.fromkeys((finding.problem.en, finding.problem.zh))
            return (Piece(visible_line("  ".join(said)), "note"), Piece("  Tab", "strong"), Piece(" takes it", "dim"))
        line: list[Piece] = []
        for name in finding.names:
            meaning = "" if line or not name.label.en else f" {visible_line(name.label.en)}"
            line += [Piece("  " if line else "Tab ", "strong"), Piece(name.shown), Piece(meaning, "dim")]
        return line or ((Piece(HINT, "dim"),) if not finding.text.strip() else ())

    def _show_head(self) -> None:
        """Say how many there are, and at which the cursor is."""
        finding = self._finding
        said = "type to search"
        if finding is not None and finding.text.strip():
            count, at = finding.count, self._hits.cursor - (len(finding.rows) - finding.count) + 1
            said = f"{count}{'+' * (count == LIMIT)} found"
            said = f"{at} of {said}" if at > 0 else said
            if not count:
                said = "nothing found: fewer words or digits may help"
        elif finding is not None and finding.rows:
            said = "recent queries: Enter takes one, or type"
        self._head.show((Piece("Search 检索", "strong"),), (Piece(said + " ", "dim"),))

    @property
    def _row(self) -> "Hit | Take | None":
        """What is under the cursor."""
        rows, key = self._finding.rows if self._finding else [], self._hits.chosen_key
        return rows[key] if isinstance(key, int) else None

    def _show_preview(self) -> None:
        row, width = self._row, max(20, self.size.width - 4)
        if self._previewed[0] is row and self._previewed[1] == width:
            return
        self._previewed = row, width
        if row is None:
            head, items = "", []
        elif isinstance(row, Take):
            head, items = "Query 检索词", told(row.label, width)
        else:
            head, items = HEADS.get(row.kind, ""), self._previews.items(row, width)
        self._preview.show_head((Piece(head, "strong"),))
        self._preview.show(items)

    # -- moving ----------------------------------------------------------------------------

    def on_row_list_pointed(self, _: RowList.Pointed) -> None:
        self._show_head()
        self._show_preview()

    def action_move(self, by: int) -> None:
        """Move the cursor among the hits; the query keeps the keyboard."""
        self._hits.move(by)

    def action_page(self, direction: int) -> None:
        """Move by a screenful of hits."""
        self._hits.page(direction)
