"""What is seen while a large library is compiled: how far that is, and a box that takes keys already."""

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from wmc_tui.present.progress import progress_line
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.widgets.bars import TextBar, key_pieces
from wmc_tui.ui.widgets.line import Piece
from wmc_tui.ui.widgets.search_box import EXAMPLES, SearchBox

if TYPE_CHECKING:
    from wmc_tui.store import Library
    from wmc_tui.ui.state.background import Background

NOTE = "Stores that are new or have changed are read once; the next start is ready at once."
KEYS = (("Type", "what to search for then"), ("Esc", "leave"))


class OpeningScreen(PromptScreen):
    """Opens the library once it is painted; the app takes over when that is finished."""

    AUTO_FOCUS = "SearchBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+c", "interrupt", "Leave", priority=True),
    ]
    # No CSS of an app's first screen is read.
    DEFAULT_CSS = """
    OpeningScreen { layout: vertical; background: $background; }
    OpeningScreen #opening-progress, OpeningScreen #opening-note { background: $background; text-style: none; }
    OpeningScreen #opening-keys { dock: bottom; }
    """

    class Moved(Message):
        """There is progress, or an end."""

    class Finished(Message):
        """The library is there, or it cannot be opened."""

    def __init__(self, work: "Background[Library]") -> None:
        super().__init__()
        self._work = work
        self._box = SearchBox(placeholder=EXAMPLES)

    @property
    def query_typed(self) -> str:
        """What was typed so far."""
        return self._box.value

    def compose(self) -> ComposeResult:
        """The box, the progress, the keys."""
        yield TextBar(id="opening-head")
        yield self._box
        yield TextBar(id="opening-progress")
        yield TextBar(id="opening-note")
        yield TextBar(id="opening-keys")

    def on_mount(self) -> None:
        self._bar = self.query_one("#opening-progress", TextBar)
        self.query_one("#opening-head", TextBar).show((Piece("wmc-tui", "strong"), Piece("  opening the library")))
        self.query_one("#opening-note", TextBar).show((Piece(NOTE, "dim"),))
        self.query_one("#opening-keys", TextBar).show(key_pieces(KEYS))
        self._work.listen(lambda: self.post_message(self.Moved()))
        # The thread would take its share of the time until the first frame.
        self.call_after_refresh(self._work.start)

    def on_resize(self) -> None:
        self._show()

    def _show(self) -> None:
        self._bar.show((Piece(progress_line(self._work.progress, self.size.width - 2, cell_len)),))

    def on_opening_screen_moved(self) -> None:
        self._show()
        if self._work.is_done:
            self.post_message(self.Finished())

    def on_input_changed(self, message: Input.Changed) -> None:
        """The key that opens the search elsewhere is no part of the query."""
        if message.value.startswith("/"):
            self._box.value = self._box.value.removeprefix("/")

    def action_leave(self) -> None:
        """End the app; the work ends with it."""
        self.app.exit(return_code=0)

    def action_interrupt(self) -> None:
        """Copy what is selected in the box; where nothing is, leave."""
        if self._box.selection.is_empty:
            self.action_leave()
        else:
            self._box.action_copy()
