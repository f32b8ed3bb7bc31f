"""The app as a reader meets it: what is on the screen, and hands to type and click with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.keys import REPLACED_KEYS, key_to_character
from textual.pilot import Pilot

from wmc_tui.model import Lang
from wmc_tui.store import Library
from wmc_tui.ui.app import DeskApp
from wmc_tui.ui.screens.reader import ReaderScreen
from wmc_tui.ui.settings import Config
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.widgets.line import LineWidget
from wmc_tui.ui.widgets.pane import Pane


@dataclass
class Desk:
    """A running app."""

    app: DeskApp
    pilot: Pilot[Any]

    @property
    def reader(self) -> ReaderScreen:
        """The reading screen, whatever lies on top of it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReaderScreen))

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return self.reader.reading.place

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as they are painted, overlays included."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.rows)

    @property
    def segments(self) -> list[Segment]:
        """Everything that goes to the terminal."""
        return [segment for strip in self.app.screen._compositor.render_strips() for segment in strip]

    @property
    def said(self) -> list[str]:
        """The notifications, oldest first."""
        return [notification.message for notification in self.app._notifications]

    def pane(self, lang: Lang) -> Pane:
        """The pane of a language."""
        return self.reader.query_one(f"#{lang}", Pane)

    def pane_rows(self, lang: Lang) -> list[str]:
        """Every row of a pane, in view or not."""
        pane = self.pane(lang)
        rows = range(pane.virtual_size.height - pane.head_rows)
        return ["".join(piece.text for piece in pane.row_pieces(row, pane.content_width)[0]) for row in rows]

    def widget(self, selector: str) -> LineWidget:
        """A widget that draws rows, on the top screen."""
        return self.app.screen.query_one(selector, LineWidget)

    def rows_of(self, selector: str) -> list[str]:
        """The rows that a widget shows at present."""
        widget = self.widget(selector)
        return [widget.render_line(y).text for y in range(widget.scrollable_content_region.height)]

    def text_of(self, selector: str) -> str:
        """The rows of a widget, their blanks at the end aside, as one text."""
        return "\n".join(row.rstrip() for row in self.rows_of(selector))

    def looks_of(self, selector: str, look: str) -> list[str]:
        """The runs of text that a widget shows in a look."""
        widget = self.widget(selector)
        wanted = widget.compute_look(look, Style.null())
        strips = [widget.render_line(y) for y in range(widget.scrollable_content_region.height)]
        return [s.text for strip in strips for s in strip if s.style and s.text.strip() and s.style + wanted == s.style]

    def find(self, selector: str, text: str) -> tuple[int, int]:
        """Column and row where a widget shows a text."""
        for y, row in enumerate(self.rows_of(selector)):
            if text in row:
                return cell_len(row[: row.index(text)]), y
        raise AssertionError(f"{text!r} is not in {selector}:\n{self.text_of(selector)}")

    async def press(self, *keys: str) -> None:
        """Press keys, and wait after each until the app has nothing left to do."""
        for key in keys:
            character = key_to_character(REPLACED_KEYS.get(key, key))
            self.app.post_message(events.Key(key, character if character and character.isprintable() else None))
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text as fast as a keyboard buffer or an input method gives it, then wait for its effect."""
        for character in text:
            self.app.post_message(events.Key(character, character))
        await self.pilot.pause()

    async def click(self, selector: str, text: str) -> None:
        """Click the first character of a text that a widget shows."""
        await self.pilot.click(selector, offset=self.find(selector, text))
        await self.pilot.pause()

    async def run_command(self, words: str) -> None:
        """Choose the first command, edition or article that the palette finds by these words."""
        await self.press("ctrl+p")
        await self.type(words)
        await self.done()
        await self.press("enter")
        await self.done()

    async def done(self) -> None:
        """Wait for workers, then for what they left to do."""
        await self.app.workers.wait_for_complete()
        for _ in range(2):  # a notification is a message first, a widget then
            await self.pilot.pause()


@asynccontextmanager
async def opened(
    library: Library, columns: int = 120, rows: int = 40, *, edition: int | None = None, config: Config | None = None
) -> AsyncIterator[Desk]:
    """The app on a library, in a terminal of that size."""
    app = DeskApp(library, edition, config)
    async with app.run_test(size=(columns, rows), notifications=True) as pilot:
        await pilot.pause()
        yield Desk(app, pilot)
