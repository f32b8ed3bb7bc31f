"""The comparing screen: a metric over all editions, metrics side by side, an edition's profile, metrics by editions."""

from textual.app import ComposeResult

from wmc_tui.series import Key
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.actions import COMPARE, READER, bindings
from wmc_tui.ui.choices import Choice
from wmc_tui.ui.compare.details import details_head, details_items, place_of
from wmc_tui.ui.compare.sheet import Sheet
from wmc_tui.ui.compare.state import Comparing
from wmc_tui.ui.idle import LOOKS, PromptScreen
from wmc_tui.ui.widgets.lines import KeyLine, OneLine
from wmc_tui.ui.widgets.painted import Piece
from wmc_tui.ui.widgets.rows import RowList

HIGH = 32
"""From this many rows on there is room for more about the fact under the cursor."""
SHARED = "search choose back copy export down up page_down page_up top bottom left right older newer".split()
"""Actions of the reading screen that this one has as well."""
FAR = 1_000_000
"""More rows than there are."""


class CompareScreen(PromptScreen):
    """Its result is a Place to go to, or None to stay."""

    AUTO_FOCUS = "Sheet"
    COMPONENT_CLASSES = LOOKS | {"look--bar", "look--bar-end"}
    ACTIONS = (*COMPARE, *(action for action in READER if action.id in SHARED))
    BINDINGS = bindings(ACTIONS)
    CSS = """
    CompareScreen { layout: vertical; background: $background; }
    CompareScreen > #tabs { background: $primary 30%; }
    CompareScreen > Sheet { height: 1fr; background: $background; overflow-y: scroll; }
    CompareScreen > #details { height: 8; background: $surface; }
    CompareScreen.-low > #details { height: 5; }
    CompareScreen .look--bar { color: $primary; text-style: reverse; }
    CompareScreen .look--bar-end { color: $primary; }
    App:ansi CompareScreen .look--bar { color: ansi_default; text-style: reverse; }
    App:ansi CompareScreen .look--bar-end { color: ansi_default; }
    App:ansi CompareScreen > #tabs { background: ansi_default; text-style: reverse; }
    """

    def __init__(self, comparing: Comparing) -> None:
        super().__init__()
        self._state = comparing

    def compose(self) -> ComposeResult:
        """The views' names, the view, what is under its cursor, the keys."""
        yield OneLine(id="tabs")
        yield Sheet(id="sheet")
        yield RowList(id="details", head=True)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.query_one("#details", RowList).can_focus = False
        self.set_class(self.app.size.height < HIGH, "-low")

    def on_resize(self) -> None:
        self.set_class(self.app.size.height < HIGH, "-low")

    def on_sheet_resized(self) -> None:
        """Lay the view out for the sheet as it is now."""
        self._show_view()

    # -- showing -------------------------------------------------------------------------

    def _show_view(self) -> None:
        """Show another view, or the same one in another size."""
        sheet = self.query_one(Sheet)
        self._state.view.resize(sheet.scrollable_content_region.width, sheet.rows_shown)
        left = [Piece("Compare 对比", "strong")]
        for view in self._state.views.values():
            left += [
                Piece("   "),
                Piece(f"[{view.name}]", "strong") if view is self._state.view else Piece(f" {view.name} "),
            ]
        self.query_one("#tabs", OneLine).show(left)
        self.query_one(KeyLine).show_keys(self.desk.keys_now())
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Show where in the view the cursor is."""
        view = self._state.view
        self.query_one(Sheet).show(view)
        details = self.query_one("#details", RowList)
        details.show_head(*details_head(self._state.comparer, view.series, view.year))
        details.show(
            details_items(self._state.comparer, view.series, view.year, details.size.width or self.app.size.width)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """May this run now? The line of keys and the palette leave out what may not."""
        if action in self._state.views:
            return self._state.views[action] is not self._state.view
        if action in ("copy", "export", "choose"):
            return self._state.view.series is not None
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
        if not self._state.view.more():
            self.notify("There is nothing else of this metric.", timeout=2)
        self._show_view()

    # -- moving --------------------------------------------------------------------------

    def _move(self, right: int, down: int) -> None:
        self._state.view.move(right, down)
        self._show_cursor()

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
        self._state.view.page(direction)
        self._show_cursor()

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _edition(self, step: int) -> None:
        self._state.view.edition(step)
        self._show_cursor()

    def action_older(self) -> None:
        self._edition(-1)

    def action_newer(self) -> None:
        self._edition(1)

    async def on_key_line_clicked(self, message: KeyLine.Clicked) -> None:
        await self.run_action(message.action)

    def on_sheet_clicked(self, message: Sheet.Clicked) -> None:
        """The first click moves the cursor, the second one chooses."""
        before = self._state.view.series, self._state.view.year
        if self._state.view.point_at(message.x, message.y):
            if before == (self._state.view.series, self._state.view.year):
                self.action_choose()
            else:
                self._show_cursor()

    # -- elsewhere -----------------------------------------------------------------------

    def action_choose(self) -> None:
        """Go to the sentence of the fact under the cursor; from a small chart to the large one."""
        view = self._state.view
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
        from wmc_tui.ui.compare.picker import PickScreen

        self.app.push_screen(PickScreen(self._state.comparer), self._picked)

    action_search = action_which

    def _picked(self, key: Key | None) -> None:
        if key is not None:
            self._state.pick(key)
            self._show_view()

    def action_copy(self) -> None:
        """Copy the table."""
        from wmc_tui.ui.compare.exporting import clip

        self.app.copy_to_clipboard(clip(self._state.library, self._state.view.seen))

    def action_export(self) -> None:
        """Write what is seen to a file, after asking in which form."""
        from wmc_tui.ui.compare.exporting import EXPORTS
        from wmc_tui.ui.screens.choosing import ChoiceScreen

        self.app.push_screen(ChoiceScreen("Export to a file in the current folder", EXPORTS, "e"), self._exported)

    def _exported(self, choice: Choice | None) -> None:
        if choice is not None:
            self.call_after_refresh(self._export, choice.value)

    def _export(self, ending: str) -> None:
        from wmc_tui.ui.compare.exporting import write_comparison

        view = self._state.view
        try:
            path = write_comparison(self._state.library, view.seen, ending, view.charted, self.app.export_screenshot)
        except OSError as error:
            self.notify(visible_line(f"Not written: {error}"), severity="error", markup=False)
        else:
            self.notify(visible_line(f"Written: {path}"), markup=False)
