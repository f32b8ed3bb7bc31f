"""What the keys that move do on the reading screen: in a pane they go by sentences and figures, in a list by entries."""

from abc import abstractmethod
from typing import ClassVar

from textual.binding import BindingType

from wmc_tui.model import Lang
from wmc_tui.ui.actions import READER, bindings
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.state.reading import Reading
from wmc_tui.ui.widgets.pane import Pane
from wmc_tui.ui.widgets.row_list import RowList


class MovingScreen(PromptScreen):
    """The moving half of the reading screen; the other half shows where the moves lead."""

    ACTIONS = READER
    BINDINGS: ClassVar[list[BindingType]] = bindings(READER)

    reading: Reading
    """The state that is moved."""
    panes: dict[Lang, Pane]
    """The two languages, once the screen is mounted."""
    lists: dict[str, RowList]
    """`sidebar` and `card`, once the screen is mounted."""

    @abstractmethod
    def show_place(self) -> None:
        """Show another place of the same page."""

    @abstractmethod
    def show_layout(self) -> None:
        """Lay the page out anew and show the place."""

    @abstractmethod
    def show_page(self) -> None:
        """Show another page."""

    def went(self, moved: bool) -> None:
        """After a jump: show the new place and put the reader into its text."""
        if moved:
            self.show_page()
            self.panes[self.reading.lang].focus()

    def _move(self, by: int) -> None:
        """Move by passages in a pane, by entries in a list."""
        if isinstance(self.focused, RowList):
            self.focused.move(by)
        else:
            self.reading.move(self.reading.index + by)
            self.show_place()

    def action_down(self) -> None:
        self._move(1)

    def action_up(self) -> None:
        self._move(-1)

    def action_top(self) -> None:
        self._move(-len(self.reading.page.passages) - 1_000)

    def action_bottom(self) -> None:
        self._move(len(self.reading.page.passages) + 1_000)

    def _page(self, direction: int) -> None:
        if isinstance(self.focused, RowList):
            self.focused.page(direction)
        elif self.reading.page.passages:
            self.reading.move(self.panes[self.reading.lang].visible_passage(direction))
            self.show_place()

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def action_left(self) -> None:
        """One step to the left: Chinese, English, the list."""
        focused = self.focused
        target = self.panes[Lang.EN] if focused is self.panes[Lang.ZH] else self.lists["sidebar"]
        target.focus()

    def action_right(self) -> None:
        """One step to the right: the list, English, Chinese."""
        focused = self.focused
        target = self.panes[Lang.ZH if focused is self.panes[Lang.EN] else Lang.EN]
        if focused is not self.panes[Lang.ZH]:
            target.focus()

    def _figure(self, step: int) -> None:
        if self.reading.step_figure(step):
            self.show_place()
        else:
            self.notify("No further figure on this page." if step > 0 else "No earlier figure on this page.", timeout=2)

    def action_next_figure(self) -> None:
        self._figure(1)

    def action_previous_figure(self) -> None:
        self._figure(-1)

    def action_choose(self) -> None:
        """Open what is under the cursor of a list; from a pane, step into the fact card."""
        if isinstance(self.focused, RowList):
            self.focused.choose()
        else:
            self.lists["card"].focus()

    def action_back(self) -> None:
        """Out of a list first, then back through the places visited, and to the screen that led to this one."""
        if isinstance(self.focused, RowList):
            self.panes[self.reading.lang].focus()
            return
        door = self.reading.history.door
        self.went(self.reading.back())
        if door is not None:
            door()

    def action_forward(self) -> None:
        self.went(self.reading.forward())

    def _edition(self, step: int) -> None:
        years = [edition.year for edition in self.reading.library.editions()]
        at = years.index(self.reading.page.edition) + step if self.reading.page.edition in years else 0
        if 0 <= at < len(years):
            self.went(self.reading.open_edition(years[at]))

    def action_older(self) -> None:
        self._edition(1)

    def action_newer(self) -> None:
        self._edition(-1)

    def action_lock(self) -> None:
        self.reading.toggle_lock()
        self.show_layout()
