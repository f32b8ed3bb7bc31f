"""What leads away from the page being read: to other screens, to the clipboard, to files.

Other screens are imported when they are first opened.
"""

from typing import TYPE_CHECKING

from wmc_tui.ui.actions import command_of, key_names
from wmc_tui.ui.screens.base import PromptScreen, actions_now
from wmc_tui.ui.state.history import Place, Reopen
from wmc_tui.ui.state.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import AwaitMount

    from wmc_tui.ui.state.checks_state import ChecksState
    from wmc_tui.ui.state.commands import Commands
    from wmc_tui.ui.state.compare_state import CompareState
    from wmc_tui.ui.state.search_state import SearchResult

    GoTo = Callable[[Place, Reopen | None], None]
    """Jumps to a place; going back from there opens the screen again that led to it."""


class ReaderActions:
    """Opens what the reading screen leads to, and goes where that leads."""

    def __init__(self, screen: PromptScreen, reading: Reading, go: "GoTo") -> None:
        self._screen = screen
        self._reading = reading
        self._go = go
        self._checks: ChecksState | None = None
        """The screen of checks as it was left."""

    def search(self, typed: str = "") -> "AwaitMount":
        """Search, beginning with what is typed already; the result is where to go, or None to stay here."""
        from wmc_tui.ui.screens.search import SearchScreen

        search = SearchScreen(typed or self._screen.desk.last_query, self._commands(), is_typing=bool(typed))
        return self._screen.app.push_screen(search, self._follow)

    def _commands(self) -> "Commands":
        """What else than places a search can find: every action that may run now."""
        from wmc_tui.ui.state.commands import Command, Commands

        screen = self._screen
        return Commands(
            Command(command_of(action), action.help, key_names(screen.desk.keys_of(action)))
            for action in actions_now(screen)
            if action.id != "search"
        )

    def _follow(self, result: "SearchResult | None") -> None:
        if result is None:
            return
        if result.place is not None:
            self._reading.hits = result.hits
            self._go(result.place, None)
        elif result.metric:
            self._compare_metric(result.metric)
        else:
            app = self._screen.app
            app.call_later(app.run_action, result.command, self._screen)

    def _compare_metric(self, metric_id: str) -> None:
        """Compare a metric over all editions."""
        from wmc_tui.ui.state.compare_state import CompareState

        state = CompareState(self._reading)
        metric = self._reading.library.metric(metric_id)
        keys = state.comparer.keys(metric) if metric else []
        if keys:
            state.one.show(keys[0])
            self._open_compare(state)
        else:
            self._screen.notify("The store has no figure of this metric.", timeout=3)

    def compare(self) -> None:
        """Compare the figure's metric over all editions."""
        from wmc_tui.ui.state.compare_state import CompareState

        self._open_compare(CompareState(self._reading))

    def _open_compare(self, state: "CompareState") -> None:
        """Open the comparing screen; going back from where it leads opens it again as it was left."""
        from wmc_tui.ui.screens.compare import CompareScreen

        self._open(CompareScreen(state), lambda: self._open_compare(state))

    def checks(self) -> None:
        """See what does not add up; going back from a sentence seen there leads here again."""
        from wmc_tui.ui.screens.checks import ChecksScreen
        from wmc_tui.ui.state.checks_state import ChecksState

        if self._checks is None:
            self._checks = ChecksState(self._reading.library)
        self._open(ChecksScreen(self._checks), self.checks)

    def _open(self, screen: PromptScreen, reopen: Reopen) -> None:
        """Open a screen, and go to the place that it results in; going back from there runs `reopen`."""

        def go(place: Place | None) -> None:
            if place is not None:
                self._go(place, reopen)

        self._screen.app.push_screen(screen, go)

    def copy(self) -> None:
        """Copy, after asking what."""
        from wmc_tui.ui.export import copy_choices
        from wmc_tui.ui.screens.dialogs import choose

        choices = copy_choices(self._reading, self._screen.app.copy_to_clipboard)
        choose(self._screen, "Copy" if choices else "There is nothing to copy here", choices, again="y")

    def export(self) -> None:
        """Write the page to a file, after asking in which form; of an edition's overview a report as well."""
        from wmc_tui.ui.export import TITLE, page_choices
        from wmc_tui.ui.screens.dialogs import Choice, choose

        choices = page_choices(self._screen, self._reading)
        if not self._reading.page.original:
            about = "key figures, their sources, what does not add up: a summary to print"
            choices.append(Choice("r", "report ..", about, self.report))
        choose(self._screen, TITLE, choices, again="e")

    def report(self) -> None:
        """Write a report of the edition, after asking in which language and form."""
        from wmc_tui.ui.export import report_choices
        from wmc_tui.ui.screens.dialogs import choose

        title = f"Report of {self._reading.page.edition} to a file in the current folder"
        choose(self._screen, title, report_choices(self._screen, self._reading), again="r")
