"""The comparing screen: a metric over all editions, metrics side by side, an edition's profile, metrics by editions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from wmc_tui.series import Key
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.actions import ON_COMPARE, bindings
from wmc_tui.ui.compare.sheet import Details, Sheet
from wmc_tui.ui.compare.view import View
from wmc_tui.ui.rows.comparison_rows import details_head, details_rows, place_of
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.state.compare_state import VIEWS, Comparing
from wmc_tui.ui.widgets.bars import KeyLine, OneLine
from wmc_tui.ui.widgets.line import Piece

if TYPE_CHECKING:
    from wmc_tui.ui.choices import Choice

WIDE = 100
"""From this many columns on the views are named in both languages."""
HIGH = 32
"""From this many rows on there is room for more about the fact under the cursor."""
MUCH, LITTLE = 8, 4
"""Rows for that, with its head."""
FAR = 1_000_000
"""More rows than there are."""


class CompareScreen(PromptScreen):
    """Its result is a Place to go to, or None to stay."""

    AUTO_FOCUS = ""
    ACTIONS = ON_COMPARE
    BINDINGS = bindings(ACTIONS)

    def __init__(self, comparing: Comparing) -> None:
        super().__init__()
        self._state = comparing

    def compose(self) -> ComposeResult:
        """The views' names, the view, what is under its cursor, the keys.

        The ids are those of the reading screen, whose looks they have: rules of its own would have textual read all
        rules anew and style every widget, the reading screen's as well, when this screen opens.
        """
        yield OneLine(id="title")
        self._sheet, self._details = Sheet(id="sheet"), Details(id="card")
        self._sheet.styles.height = "1fr"
        self._details.styles.height = self._details_height(self.app.size.height)
        yield self._sheet
        yield self._details
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Foresee the sizes, so that the first layout is the last one."""
        size = self.app.size
        self._view.resize(size.width - 1, size.height - 3 - self._details_height(size.height))
        self._show_view()

    def on_resize(self, event: events.Resize) -> None:
        """Give the details as much room as there is."""
        wanted = self._details_height(event.size.height)
        if self._details.styles.height is None or self._details.styles.height.value != wanted:
            self._details.styles.height = wanted

    def _details_height(self, height: int) -> int:
        return MUCH if height >= HIGH else LITTLE

    def on_rows_resized(self) -> None:
        """Lay the view out anew where the sheet is not as foreseen."""
        if self._sheet.size.width and self._room() != (self._view.width, self._view.height):
            self._show_view()
        else:
            self._sheet.reveal()

    def _room(self) -> tuple[int, int]:
        """Cells and rows of the sheet for its view, which leaves the last column to the scroll bar."""
        return self._sheet.size.width - 1, self._sheet.rows_shown

    @property
    def _view(self) -> View:
        """The view shown."""
        return self._state.view

    # -- showing -------------------------------------------------------------------------

    def _show_view(self) -> None:
        """Show another view, or other rows of it."""
        if self._sheet.size.width:
            self._view.resize(*self._room())
        self.query_one("#title", OneLine).show(self._tabs())
        self.query_one(KeyLine).show_keys(self.desk.keys_now())
        self._sheet.show(self._view)
        self._show_details()

    def _tabs(self) -> list[Piece]:
        """The views' names, the one shown in brackets; on a narrow screen in English only."""
        line = [Piece("Compare 对比 ", "strong")]
        for action, words in VIEWS.items():
            name = f"{words.en} {words.zh}" if self.app.size.width >= WIDE else words.en
            line.append(Piece(f" [{name}] ", "strong") if action == self._view.action else Piece(f"  {name}  "))
        return line

    def _show_details(self) -> None:
        """Show what is under the cursor."""
        series, year = self._view.series, self._view.year
        standing_of = self._state.attested.standing
        rows = details_rows(series, year, self.app.size.width, standing_of)
        self._details.show(details_head(self._state.comparer, series, year, standing_of), rows)

    def _moved(self, moved: Callable[[], object]) -> None:
        """Move the cursor: only what it left and where it came to is drawn anew, where the view says so."""
        before = self._view.touched, self._view.shape
        moved()
        if self._view.shape == before[1]:
            self._sheet.follow(before[0])
        else:
            self._sheet.show(self._view)
        self._show_details()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """May this run now? The line of keys and the palette leave out what may not."""
        if action in VIEWS:
            return action != self._view.action
        if action in ("copy", "export", "choose"):
            return self._view.series is not None
        return True

    # -- views ---------------------------------------------------------------------------

    def _go(self, action: str) -> None:
        self._state.go(action)
        self._show_view()

    def action_one_metric(self) -> None:
        self._go("one_metric")

    def action_multiples(self) -> None:
        self._go("multiples")

    def action_profile(self) -> None:
        self._go("profile")

    def action_matrix(self) -> None:
        self._go("matrix")

    def action_next_view(self) -> None:
        self._state.next_view()
        self._show_view()

    def action_more(self) -> None:
        """The next series, the next group, more rows."""
        if not self._view.more():
            self.notify("There is nothing else of this metric.", timeout=2)
        self._show_view()

    # -- moving --------------------------------------------------------------------------

    def _move(self, right: int, down: int) -> None:
        self._moved(lambda: self._view.move(right, down))

    def action_down(self) -> None:
        self._move(0, 1)

    def action_up(self) -> None:
        self._move(0, -1)

    def action_left(self) -> None:
        self._move(-1, 0)

    def action_right(self) -> None:
        self._move(1, 0)

    def action_top(self) -> None:
        self._move(0, -FAR)

    def action_bottom(self) -> None:
        self._move(0, FAR)

    def _page(self, direction: int) -> None:
        self._moved(lambda: self._view.page(direction))

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _edition(self, step: int) -> None:
        self._moved(lambda: self._view.edition(step))

    def action_older(self) -> None:
        self._edition(-1)

    def action_newer(self) -> None:
        self._edition(1)

    async def on_key_line_clicked(self, message: KeyLine.Clicked) -> None:
        await self.run_action(message.action)

    def on_sheet_clicked(self, message: Sheet.Clicked) -> None:
        """The first click moves the cursor, the second one chooses."""
        before, found = (self._view.series, self._view.year), [False]
        self._moved(lambda: found.append(self._view.point_at(message.x, message.y)))
        if found[-1] and before == (self._view.series, self._view.year):
            self.action_choose()

    # -- elsewhere -----------------------------------------------------------------------

    def action_choose(self) -> None:
        """Go to the sentence of the fact under the cursor; from a small chart to the large one."""
        view = self._view
        if view.fact is not None:
            self.dismiss(place_of(self._state.library, view.fact))
        elif view.year is not None:
            self.notify("There is no figure here.", timeout=2)
        elif self._state.enlarge():
            self._show_view()

    def action_back(self) -> None:
        """Back to the view before, then to where the reader was."""
        if self._state.back():
            self._show_view()
        else:
            self.dismiss(None)

    def action_which(self) -> None:
        """Choose the metric by typing."""
        from wmc_tui.ui.screens.metric_picker import PickScreen

        self.app.push_screen(PickScreen(self._state.comparer), self._picked)

    action_search = action_which

    def _picked(self, key: Key | None) -> None:
        if key is not None:
            self._state.pick(key)
            self._show_view()

    def action_copy(self) -> None:
        """Copy the table."""
        from wmc_tui.ui.compare.exporting import clip

        self.app.copy_to_clipboard(clip(self._state.library, self._view.seen))

    def action_export(self) -> None:
        """Write what is seen to a file, after asking in which form."""
        from wmc_tui.ui.compare.exporting import EXPORTS
        from wmc_tui.ui.screens.choice import ChoiceScreen

        self.app.push_screen(ChoiceScreen("Export to a file in the current folder", EXPORTS, "e"), self._exported)

    def _exported(self, choice: "Choice | None") -> None:
        if choice is not None:
            self.call_after_refresh(self._export, choice.value)

    def _export(self, ending: str) -> None:
        from wmc_tui.ui.compare.exporting import write_comparison

        view = self._view
        try:
            path = write_comparison(self._state.library, view.seen, ending, view.charted, self.app.export_screenshot)
        except OSError as error:
            self.notify(visible_line(f"Not written: {error}"), severity="error", markup=False)
        else:
            self.notify(visible_line(f"Written: {path}"), markup=False)
