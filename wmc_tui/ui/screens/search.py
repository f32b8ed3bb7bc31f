"""The search screen: a query, its hits with every key, and the sentence that the hit under the cursor leads to."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input

from wmc_tui.ui.hits import HitEntry, preview_items, target_of
from wmc_tui.ui.idle import PromptScreen
from wmc_tui.ui.widgets.lines import OneLine
from wmc_tui.ui.widgets.painted import Piece
from wmc_tui.ui.widgets.rows import RowItem, RowList

if TYPE_CHECKING:
    from wmc_tui.search import Hit

LIMIT = 60
"""Hits shown; what is not among them wants a better query."""
WIDE = 100
"""From this many columns on a hit takes one row."""


class SearchBox(Input):
    """An Input whose text can grow without a new layout of the screen: it never changes its place or size."""

    virtual_size = reactive(Size(0, 0))


class SearchScreen(PromptScreen):
    """Its result is a Place or a fact id to go to, or None to stay."""

    AUTO_FOCUS = "SearchBox"
    BINDINGS = [
        Binding("escape", "dismiss", "Close"),
        Binding("down", "move(1)", "Next hit"),
        Binding("up", "move(-1)", "Previous hit"),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", priority=True),
        Binding("pageup", "page(-1)", "Page up"),
    ]
    CSS = """
    SearchScreen { layout: vertical; background: $background; }
    SearchBox { border: none; height: 1; padding: 0 1; background: $panel; }
    SearchBox:focus { border: none; }
    #hits { height: 1fr; background: $background; overflow-y: scroll; }
    #preview { height: 8; background: $surface; }
    """

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self._query = query
        self._hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        """The query, the hits, the preview."""
        yield OneLine(id="search-head")
        yield SearchBox(self._query, placeholder="4471亿, 447.1 bn yuan, 展览面积, 2018 investment")
        yield RowList(id="hits", leads=True)
        yield RowList(id="preview", head=True)
        yield OneLine(id="search-keys")

    def on_mount(self) -> None:
        for name in ("hits", "preview"):
            self.query_one(f"#{name}", RowList).can_focus = False
        self.query_one("#search-keys", OneLine).show(
            (
                Piece("Enter", "strong"),
                Piece(" go to the sentence  ", "dim"),
                Piece("Up Down", "strong"),
                Piece(" choose  ", "dim"),
                Piece("Esc", "strong"),
                Piece(" back to where you were", "dim"),
            )
        )
        self.query_one("#preview", RowList).show_head((Piece("Sentence 原句", "strong"),))
        self._show()
        # The box is on the screen before the search is loaded: the first key need not wait for that.
        self.call_after_refresh(lambda: self._search(self._query))

    def on_resize(self, _: events.Resize) -> None:
        self._show()
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        """The terminal's cursor goes to the box at once: textual moves it with the first key, too late for an IME."""
        self.app.cursor_position = self.query_one(Input).cursor_screen_offset

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search anew with every key."""
        if message.value != self._query:
            self._search(message.value)

    def on_input_submitted(self) -> None:
        self.query_one("#hits", RowList).choose()

    def _search(self, query: str) -> None:
        self._query = query
        self._hits = self.desk.index.search(query, LIMIT)
        self._show()

    def _show(self) -> None:
        """Show the hits, and say how many there are."""
        library, narrow = self.desk.library, self.size.width < WIDE
        rows = self.query_one("#hits", RowList)
        rows.show([HitEntry(library, hit, i, narrow) for i, hit in enumerate(self._hits)])
        count = len(self._hits)
        said = f"{count}{'+' if count == LIMIT else ''} found" if self._query.strip() else "type to search"
        if self._query.strip() and not count:
            said = "nothing found: fewer words or digits may help"
        self.query_one("#search-head", OneLine).show((Piece("Search 检索", "strong"),), (Piece(said + " ", "dim"),))
        self._preview(rows.chosen_key)

    def _preview(self, key: object) -> None:
        items: list[RowItem] = []
        if isinstance(key, int):
            preview = self.query_one("#preview", RowList)
            items = preview_items(self.desk.library, self._hits[key], max(20, preview.size.width - 4))
        self.query_one("#preview", RowList).show(items)

    def on_row_list_pointed(self, message: RowList.Pointed) -> None:
        if message.rows.id == "hits":
            self._preview(message.key)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        if isinstance(message.key, int):
            self.desk.last_query = self._query
            self.dismiss(target_of(self._hits[message.key]))

    def action_move(self, by: int) -> None:
        """Move the cursor among the hits; the query keeps the keyboard."""
        self.query_one("#hits", RowList).move(by)

    def action_page(self, direction: int) -> None:
        """Move by a screenful of hits."""
        self.query_one("#hits", RowList).page(direction)
