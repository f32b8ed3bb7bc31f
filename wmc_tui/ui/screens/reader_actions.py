"""What leads away from the page on the reading screen: to other screens, to the clipboard, to files."""

from typing import TYPE_CHECKING

from wmc_tui.text.safe import visible_line
from wmc_tui.ui.screens.moving import MovingScreen
from wmc_tui.ui.state.history import Opening, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from wmc_tui.ui.choices import Choice
    from wmc_tui.ui.state.checks_state import Checking
    from wmc_tui.ui.state.commands import Commands
    from wmc_tui.ui.state.compare_state import Comparing
    from wmc_tui.ui.state.search_state import Found


class LeavingScreen(MovingScreen):
    """The leaving part of the reading screen. Other screens are imported when they are first opened."""

    _checking: "Checking | None" = None
    """The screen of checks as it was left."""

    def go(self, place: Place, door: Opening | None = None) -> None:
        """Jump to a place, as other screens do; going back from there runs `door`, which opens that screen again."""
        self.went(self.reading.visit(place, door))

    def action_search(self) -> None:
        """Search; the result is where to go, or None to stay here."""
        from wmc_tui.ui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.desk.last_query, self._commands()), self._found)

    def _commands(self) -> "Commands":
        """What else than places a search can find: every action that may run now."""
        from wmc_tui.ui.actions import APP, command_of, key_names
        from wmc_tui.ui.state.commands import Command, Commands

        return Commands(
            Command(command_of(action), action.help, key_names(self.desk.keys_of(action)))
            for action in (*self.ACTIONS, *APP)
            if action.id != "search" and self.check_action(action.id, ()) is not False
        )

    def _found(self, found: "Found | None") -> None:
        from wmc_tui.ui.state.search_state import Measured, Run

        match found.goal if found else None:
            case Place() as place:
                assert found is not None
                self.reading.trail = found.trail
                self.go(place)
            case Run(command):
                self.desk.call_later(self.desk.run_action, command, self)
            case Measured(metric):
                self.compare_metric(metric)

    def compare_metric(self, metric_id: str) -> None:
        """Compare a metric over all editions."""
        from wmc_tui.ui.state.compare_state import Comparing

        comparing = Comparing(self.reading)
        metric = self.reading.library.metric(metric_id)
        keys = comparing.comparer.keys(metric) if metric else []
        if keys:
            comparing.one.show(keys[0])
            self._compare(comparing)
        else:
            self.notify("No figure of this metric is known.", timeout=3)

    def _hit(self, step: int) -> None:
        moved = self.reading.step_hit(step)
        self.went(moved)
        if not moved:
            self.notify("This is the last hit." if step > 0 else "This is the first hit.", timeout=2)

    def action_next_hit(self) -> None:
        """Go to the next hit of the last search."""
        self._hit(1)

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self._hit(-1)

    def action_compare(self) -> None:
        """Compare the figure's metric over all editions."""
        from wmc_tui.ui.state.compare_state import Comparing

        self._compare(Comparing(self.reading))

    def _compare(self, comparing: "Comparing") -> None:
        """Open the comparing screen; going back from where it leads opens it again as it was left."""
        from wmc_tui.ui.screens.compare import CompareScreen

        def go(place: Place | None) -> None:
            if place is not None:
                self.go(place, lambda: self._compare(comparing))

        self.app.push_screen(CompareScreen(comparing), go)

    def action_checks(self) -> None:
        """See what does not add up; going back from a sentence seen there leads here again."""
        from wmc_tui.ui.screens.checks import ChecksScreen
        from wmc_tui.ui.state.checks_state import Checking

        if self._checking is None:
            self._checking = Checking(self.reading.library)
        self.app.push_screen(ChecksScreen(self._checking), self._checked)

    def _checked(self, place: Place | None) -> None:
        if place is not None:
            self.go(place, self.action_checks)

    def action_copy(self) -> None:
        """Copy, after asking what."""
        from wmc_tui.ui.choices import clips
        from wmc_tui.ui.screens.choice import ChoiceScreen

        found = clips(self.reading)
        title = "Copy" if found else "There is nothing to copy here"
        self.app.push_screen(ChoiceScreen(title, found, "y"), self._copied)

    def _copied(self, choice: "Choice | None") -> None:
        if choice is not None:
            self.app.copy_to_clipboard(choice.value)

    def action_export(self) -> None:
        """Write the page to a file, after asking in which form."""
        from wmc_tui.ui.choices import EXPORTS, REPORT
        from wmc_tui.ui.screens.choice import ChoiceScreen

        forms = EXPORTS if self.reading.page.original else (*EXPORTS, REPORT)
        self.app.push_screen(ChoiceScreen("Export to a file in the current folder", forms, "e"), self._exported)

    def _exported(self, choice: "Choice | None") -> None:
        if choice is not None and choice.value == "report":
            self.action_report()
        elif choice is not None:
            self.call_after_refresh(self._export, choice.value)

    def _export(self, ending: str) -> None:
        from wmc_tui.ui.export import write_page

        self._write(lambda: write_page(self.reading, ending, self.app.export_screenshot))

    def action_report(self) -> None:
        """Write a report of the edition, after asking in which language and form."""
        from wmc_tui.ui.choices import REPORTS
        from wmc_tui.ui.screens.choice import ChoiceScreen

        title = f"Report of {self.reading.page.edition} to a file in the current folder"
        self.app.push_screen(ChoiceScreen(title, REPORTS, "r"), self._report)

    def _report(self, choice: "Choice | None") -> None:
        from wmc_tui.ui.export import write_report

        if choice is not None:
            self._write(lambda: write_report(self.reading, choice.value))

    def _write(self, write: "Callable[[], Path]") -> None:
        """Write a file, and say where, or why not."""
        try:
            path = write()
        except (OSError, ValueError) as error:
            self.notify(visible_line(f"Not written: {error}"), severity="error", markup=False)
        else:
            self.notify(visible_line(f"Written: {path}"), markup=False)
