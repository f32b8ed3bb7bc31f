"""The application: themes, key map, clipboard, crashes; everything that is seen is in the screens."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import constants, events
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from wmc_tui.store import Library
from wmc_tui.store.locations import state_folder
from wmc_tui.text.safe import visible_line
from wmc_tui.ui import themes
from wmc_tui.ui.actions import APP, Action, bindings, command_of, key_names
from wmc_tui.ui.screens.base import actions_now
from wmc_tui.ui.screens.reader import ReaderScreen
from wmc_tui.ui.settings import Config
from wmc_tui.ui.startup import settle_collector
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.textual_private import CrashApp

if TYPE_CHECKING:
    from textual.app import SystemCommand
    from textual.command import Provider
    from textual.driver import Driver

    from wmc_tui.search import Index
    from wmc_tui.ui.state.background import Background


CLIPBOARD = "clipboard.txt"
"""In the state folder: copied text, where no clipboard can be reached."""
CRASH = "crash.txt"
"""In the state folder: the details of the last error of our own."""
LONGEST_PASTE = 20_000
"""Characters of a paste that are used: more than any query, and few enough that the next key is answered at once."""


def _store_provider() -> "type[Provider]":
    """The palette's entries from the store, imported when the palette first opens."""
    from wmc_tui.ui.palette import StoreProvider

    return StoreProvider


class DeskApp(CrashApp):
    """wmc-tui."""

    TITLE = "wmc-tui"
    CSS = themes.READER + themes.LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(APP)]
    COMMANDS = App.COMMANDS | {_store_provider}
    COMMAND_PALETTE_BINDING = "f2"  # ours, Ctrl+P, is declared with the other actions

    library: Library

    def __init__(
        self, library: "Library | Background[Library]", edition: int | None = None, config: Config | None = None
    ) -> None:
        """Read a library, or one that is opened while the app is on the screen already."""
        colourless = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if colourless else None)  # or textual turns the terminal's own into black
        self._opening = None if isinstance(library, Library) else library
        if isinstance(library, Library):
            self.library = library
        self.failure: Exception | None = None
        """Why the library cannot be opened."""
        self.config = config or Config()
        self.last_query = ""
        self._edition = edition
        self._index: Index | None = None
        self._indexing: Background[None] | None = None
        for theme in themes.OURS:
            self.register_theme(theme)
        self.theme = self.config.theme or ("ansi-dark" if colourless else themes.CYCLE[0])
        if self.config.keys:
            self.set_keymap(dict(self.config.keys))

    def get_driver_class(self) -> "type[Driver]":
        """Our own reader of the terminal; textual's on Windows, or where the environment names another."""
        if sys.platform == "win32" or constants.DRIVER is not None:
            return super().get_driver_class()
        from wmc_tui.ui.driver import TerminalDriver

        return TerminalDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our looks' own colours, for themes that know nothing of them."""
        return themes.FALLBACKS

    def get_default_screen(self) -> Screen[object]:
        """The reading screen is the first and lowest one, once there is something to read."""
        if self._opening is not None:
            from wmc_tui.ui.screens.opening import OpeningScreen

            return OpeningScreen(self._opening)
        return ReaderScreen(self.library, self._edition)

    def on_load(self) -> None:
        """Leave in order, the terminal restored, when told to by the system."""
        import asyncio
        import signal

        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            if number is not None:
                with suppress(NotImplementedError, RuntimeError):  # nor signal handlers in its event loop
                    leave = partial(self.exit, return_code=128 + number)
                    asyncio.get_running_loop().add_signal_handler(number, leave)

    async def on_event(self, event: events.Event) -> None:
        """Make pasted text safe to show, wherever it goes: textual's own boxes pass control characters on.

        The event stays the same object. A paste that no box takes bubbles back to here, and only the event itself
        knows that it was forwarded already; a new one would be forwarded again, for ever.
        """
        if isinstance(event, events.Paste) and not event.is_forwarded:
            event.text = "\n".join(map(visible_line, event.text[:LONGEST_PASTE].splitlines()))
        await super().on_event(event)

    @property
    def clipboard(self) -> str:
        """What was last copied, as Ctrl+V puts it into a box: one line, safe to show."""
        return visible_line(super().clipboard[:LONGEST_PASTE])

    def on_mount(self) -> None:
        if self._opening is None:
            self.call_after_refresh(self._settle)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """May this run now? Without a library there is nothing to do but to leave."""
        return self._opening is None or action == "quit"

    async def on_opening_screen_finished(self) -> None:
        """Read the library, and search for what was typed meanwhile. Keys that come now wait until that is done."""
        work, opening = self._opening, self.screen
        if work is None:
            return
        if work.result is None:
            self.failure = work.error
            self.exit(return_code=2)
            return
        self.library, self._opening = work.result, None
        reader = ReaderScreen(self.library, self._edition)
        await self.push_screen(reader)  # textual cannot replace a first screen; its box takes the last keys meanwhile
        query = getattr(opening, "query_typed", "")
        if query.strip():
            await reader.search(query)
        self.call_after_refresh(self._settle)

    def close(self) -> None:
        """End what goes on in the background, and let go of the library."""
        for work in (self._opening, self._indexing):
            if work is not None:
                work.abandon()
        if self._opening is None:
            self.library.close()

    def _settle(self) -> None:
        """After the first frame: what start-up put off."""
        settle_collector()
        if self.library.problems:
            count = len(self.library.problems)
            self.notify(
                f"{count} problem{'' if count == 1 else 's'} in the store: what is wrong was left out."
                " `wmc-tui check`, with the same --store, lists all.",
                severity="warning",
                markup=False,
            )

    @property
    def index(self) -> "Index":
        """The search index: a reader who never searches never pays for it. See `indexing` for whether it is whole."""
        if self._index is None:
            from wmc_tui.search import Index

            self._index = Index(self.library.connection)
        return self._index

    @property
    def indexing(self) -> "Background[None]":
        """How far the search index is, which is brought up to date when first asked for."""
        if self._indexing is None:
            from wmc_tui.ui.state.background import update_index

            self._indexing = update_index(self.index, self.library)
            settle_collector()
        return self._indexing

    # -- actions ---------------------------------------------------------------------------

    def keys_of(self, action: Action) -> str:
        """The keys that an action has now."""
        return self.config.keys.get(action.id, action.keys)

    def get_system_commands(self, screen: Screen[object]) -> "Iterable[SystemCommand]":
        """The palette's commands: every action that may run now."""
        from textual.app import SystemCommand

        for action in actions_now(screen):
            run = partial(self.call_later, self.run_action, command_of(action), screen)
            yield SystemCommand(action.help, key_names(self.keys_of(action)), run)

    def go_to(self, place: Place) -> None:
        """Show a place on the reading screen, which is the lowest one, and close the screens on top of it."""
        while not isinstance(self.screen, ReaderScreen):
            self.pop_screen()
        self.screen.go(place)

    def action_palette(self) -> None:
        """Find a command, an edition or an article by name."""
        self.action_command_palette()

    def action_help(self) -> None:
        """Show every key."""
        from wmc_tui.ui.screens.dialogs import HelpScreen

        self.push_screen(HelpScreen(self.config.keys))

    def action_theme(self) -> None:
        """Go to the next theme."""
        self.theme = themes.theme_after(self.theme)
        self.notify(f"Theme: {self.theme}", timeout=2, markup=False)

    # -- clipboard ---------------------------------------------------------------------------

    def copy_to_clipboard(self, text: str) -> None:
        """Copy by the best way there is, and say which it was."""
        self.run_worker(lambda: self._copy(text), thread=True, exclusive=True, group="clipboard")

    def _copy(self, text: str) -> None:
        from wmc_tui.ui.clipboard import copy

        send = super().copy_to_clipboard
        try:
            how = copy(text, lambda t: self.call_from_thread(send, t), state_folder() / CLIPBOARD)
        except OSError as error:
            self.call_from_thread(self.notify, f"Not copied: {error}", severity="error", markup=False)
            return
        first = text.strip().splitlines()[0] if text.strip() else ""
        start = first if len(first) <= 60 else first[:58] + ".."
        self.call_from_thread(self.notify, f"Copied {how}: {start}", timeout=4, markup=False)

    # -- the end -----------------------------------------------------------------------------

    def report_crash(self) -> None:
        """Leave in order after an error of our own: the details go to a file, one line to the reader."""
        import traceback

        from rich.text import Text

        where = state_folder() / CRASH
        try:
            where.parent.mkdir(parents=True, exist_ok=True)
            where.write_text(traceback.format_exc(), encoding="utf-8")
            details = f"The details are in {where}."
        except OSError as error:
            details = f"The details could not be written down: {error}"

        self.panic(Text(f"wmc-tui stopped on an error of its own; nothing was changed. {details}"))
