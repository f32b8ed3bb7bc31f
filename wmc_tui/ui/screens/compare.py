"""The comparing screen: a metric over all editions, metrics side by side, an edition's profile, metrics by editions."""

import re
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from wmc_tui.present.comparison import Comparison, is_charted
from wmc_tui.series import Key
from wmc_tui.text.safe import visible
from wmc_tui.ui.actions import ON_COMPARE, bindings
from wmc_tui.ui.compare.view import View
from wmc_tui.ui.rows.comparison_rows import details, place_of
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.state.compare_state import VIEWS, CompareState
from wmc_tui.ui.widgets.bars import KeyBar, TextBar
from wmc_tui.ui.widgets.line import Piece
from wmc_tui.ui.widgets.row_list import Sheet

if TYPE_CHECKING:
    from wmc_tui.present.comparison_export import ComparisonExport

WIDE = 100
"""From this many columns on the views are named in both languages."""
HIGH = 32
"""From this many rows on there is room for more about the fact under the cursor."""
MUCH, LITTLE = 8, 4
"""Rows for that, with its head."""


class CompareScreen(PromptScreen):
    """Its result is a Place to go to, or None to stay."""

    AUTO_FOCUS = ""
    ACTIONS = ON_COMPARE
    BINDINGS = bindings(ACTIONS)

    def __init__(self, state: CompareState) -> None:
        super().__init__()
        self._state = state

    def compose(self) -> ComposeResult:
        """The views' names, the view, what is under its cursor, the keys.

        The ids are those of the reading screen, whose looks they have: rules of its own would have textual read all
        rules anew and style every widget, the reading screen's as well, when this screen opens.
        """
        yield TextBar(id="title")
        self._sheet, self._details = Sheet(id="sheet"), Sheet(id="card")
        self._sheet.styles.height = "1fr"
        self._details.styles.height = self._details_height(self.app.size.height)
        yield self._sheet
        yield self._details
        yield KeyBar(id="keys")

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

    def on_sheet_resized(self) -> None:
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
        self.query_one("#title", TextBar).show(self._tabs())
        self.query_one(KeyBar).show_keys(self.keys_now())
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
        view, state = self._view, self._state
        rows = details(state.comparer, view.series, view.year, self.app.size.width, state.attestation.of)
        self._details.show(rows)

    def _show_cursor(self) -> None:
        """Show where the cursor of the view came to."""
        self._sheet.show(self._view)
        self._show_details()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """May this run now? The line of keys and the palette leave out what may not."""
        if action == "show":
            return parameters != (self._view.action,)
        if action in ("copy", "export", "choose"):
            return self._view.series is not None
        return True

    # -- views ---------------------------------------------------------------------------

    def action_show(self, view: str) -> None:
        """Show another view, a key of `VIEWS`."""
        self._state.go(view)
        self._show_view()

    def action_next_view(self) -> None:
        self._state.next_view()
        self._show_view()

    def action_more(self) -> None:
        """The next series, the next group, more rows."""
        if not self._view.more():
            self.notify("There is nothing else of this metric.", timeout=2)
        self._show_view()

    # -- moving --------------------------------------------------------------------------

    def action_move(self, right: int, down: int) -> None:
        """As the view takes it."""
        self._view.move(right, down)
        self._show_cursor()

    def action_page(self, direction: int) -> None:
        """About a screenful up or down."""
        self._view.page(direction)
        self._show_cursor()

    def action_turn_edition(self, step: int) -> None:
        """Go to an older or newer edition."""
        self._view.turn_edition(step)
        self._show_cursor()

    def on_sheet_clicked(self, message: Sheet.Clicked) -> None:
        """The first click moves the cursor, the second one chooses."""
        before = self._view.series, self._view.year
        if message.sheet is not self._sheet or not self._view.point_at(message.x, message.y):
            return
        self._show_cursor()
        if before == (self._view.series, self._view.year):
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
        from wmc_tui.ui.screens.metric_picker import MetricPicker

        self.app.push_screen(MetricPicker(self._state.comparer), self._picked)

    action_search = action_which

    def _picked(self, key: Key | None) -> None:
        if key is not None:
            self._state.pick(key)
            self._show_view()

    def action_copy(self) -> None:
        """Copy the table, as Markdown."""
        self.app.copy_to_clipboard(visible(self._export().markdown()))

    def action_export(self) -> None:
        """Write what is seen to a file, after asking in which form."""
        from wmc_tui.ui.export import TITLE, export_choices
        from wmc_tui.ui.screens.dialogs import choose

        comparison = self._view.comparison
        charted = self._view.charted and any(map(is_charted, comparison.series))
        choices = export_choices(self, self._export(), file_stem(comparison), picture=self._chart if charted else None)
        choose(self, TITLE, choices, again="e")

    def _export(self) -> "ComparisonExport":
        from wmc_tui.present.comparison_export import ComparisonExport

        return ComparisonExport(self._state.library, self._view.comparison)

    def _chart(self) -> str:
        from wmc_tui.present.charts_svg import svg_charts

        return svg_charts(self._state.library, self._view.comparison)


def file_stem(comparison: Comparison) -> str:
    """A file name of letters that every system takes, without its ending."""
    key = comparison.series[0].key if len(comparison.series) == 1 else None
    words = [key.metric, key.part, key.measure if key.measure != "amount" else ""] if key else [comparison.title.en]
    name = re.sub(r"[^A-Za-z0-9.-]+", "-", "-".join(word for word in words if word)).strip("-.").lower()
    return f"wmc-compare-{name[:60] or 'metric'}"
