"""The screen of checks and conflicts: what does not add up, and below it why, with the sentences that it is about."""

from functools import partial

from textual import events
from textual.app import ComposeResult

from wmc_tui.present.findings import Finding, Status
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.actions import ON_CHECKS, bindings
from wmc_tui.ui.rows.finding_rows import detail_head, detail_items, finding_items
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.state.checks_state import ChecksState
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.widgets.bars import KeyBar, TextBar
from wmc_tui.ui.widgets.line import Piece
from wmc_tui.ui.widgets.row_list import RowList

WIDE = 100
"""From this many columns on a finding takes one row."""
BESIDE = 150
"""From this many columns on the list and what is under its cursor stand side by side."""


class ChecksScreen(PromptScreen):
    """Its result is a Place to go to, or None to stay.

    It has no CSS of its own, which textual would parse, and style all widgets anew, before the screen could be painted:
    `title`, `card` and `keys` look as they do on the reading screen, and the layout is set here.
    """

    AUTO_FOCUS = "#findings"
    ACTIONS = ON_CHECKS
    BINDINGS = bindings(ACTIONS)

    def __init__(self, state: ChecksState) -> None:
        super().__init__()
        self.state = state
        self._list, self._detail = RowList(id="findings"), RowList(id="card", head=True)
        self._findings: dict[str, Finding] = {}
        self._moved = state.at is not None
        self._width = 0

    def compose(self) -> ComposeResult:
        """What is shown, the list, what is under its cursor, the keys."""
        yield TextBar(id="title")
        yield self._list
        yield self._detail
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self._lay_out(self.app.size.width)
        if not self.state.checked:
            check = partial(self.run_worker, self._check, thread=True)
            self.call_after_refresh(self.call_after_refresh, check)  # the screen is laid out and painted in two steps

    def on_resize(self, event: events.Resize) -> None:
        if event.size.width != self._width:
            self._lay_out(event.size.width)

    def _lay_out(self, width: int) -> None:
        """Show everything for a screen of that width; before the first layout, which then is the only one."""
        self._width = width
        beside = width >= BESIDE
        grid = self.styles
        grid.layout = "grid"
        grid.grid_size_columns, grid.grid_size_rows = (2, 3) if beside else (1, 4)
        grid.grid_columns = "4fr 5fr" if beside else "1fr"
        grid.grid_rows = "1 1fr 1" if beside else "1 4fr 5fr 1"
        for line in self.query(TextBar):
            line.styles.column_span = grid.grid_size_columns
        for rows in (self._list, self._detail):
            rows.styles.column_span = 1
            rows.styles.overflow_y = "scroll"
        self.show_findings()

    def _check(self) -> None:
        """Run the checks, in a thread: the conflicts can be read meanwhile."""
        from wmc_tui.checks.run import check_facts

        try:
            outcomes = check_facts(self.state.library)
        except ValueError as error:
            text = visible_line(f"The checks cannot be computed: {error}")
            self.app.call_from_thread(self.notify, text, severity="error", markup=False)
            return
        self.state.add_outcomes(outcomes)
        self.app.call_from_thread(self._checked)

    def _checked(self) -> None:
        if not self._moved:
            self.state.at = None
        self.show_findings()

    # -- showing -------------------------------------------------------------------------

    def show_findings(self) -> None:
        """Show the list, the cursor where it was as far as that is still there."""
        state = self.state
        self._findings = {finding.id: finding for finding in state.shown}
        self._list.show(finding_items(state, self._widths()[0] < WIDE), state.at)
        left = (Piece("Checks and conflicts 核对与出入", "strong"), Piece(f"  {state.filters}"))
        self.query_one("#title", TextBar).show(left, (Piece(state.count(self.app.size.width < WIDE) + " "),))
        self.refresh_keys()
        self._show_detail()

    def _show_detail(self) -> None:
        """Show what is under the cursor."""
        finding = self.finding
        width = self._detail.size.width or self._widths()[1]
        self._detail.show_head(*detail_head(finding))
        self._detail.show(detail_items(self.state.library, finding, width) if finding is not None else [])
        self._detail.scroll_to(y=0, animate=False)

    def _widths(self) -> tuple[int, int]:
        """Columns of the list and of what is under its cursor, before they are laid out."""
        width = self.app.size.width
        beside = width * 4 // 9
        return (beside, width - beside) if width >= BESIDE else (width, width)

    def refresh_keys(self) -> None:
        """Show the keys that work now."""
        keys = {action.id: self.key_of(action) for action in self.ACTIONS}
        chosen = "Go there" if self.focused is self._detail else "Sentences"
        more = [(keys["choose"], chosen, "choose"), (f"{keys['older']} {keys['newer']}", "Year", "turn_edition(-1)")]
        self.query_one(KeyBar).show_keys([*more, *self.keys_now()])

    @property
    def finding(self) -> Finding | None:
        """The check or conflict under the cursor."""
        key = self._list.cursor_key
        return self._findings.get(key) if isinstance(key, str) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """May this run now? The line of keys and the palette leave out what may not."""
        if action == "copy":
            return self.finding is not None
        return bool(self._findings) if action == "export" else True

    # -- what widgets say ----------------------------------------------------------------

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        if message.rows is self._list:
            self._moved = True
            self.state.at = message.key
            self._show_detail()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        match message.key:
            case Place() as place:
                self.state.at = self._list.cursor_key
                self.dismiss(place)
            case Status() as status:
                self.state.toggle(status)
                self.state.at = status
                self.show_findings()
            case str() as finding_id if message.rows is self._detail:
                self.state.show(finding_id)
                self._list.focus()
                self.show_findings()
            case str():
                self._detail.focus()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        self.refresh_keys()

    # -- actions -------------------------------------------------------------------------

    @property
    def _rows(self) -> RowList:
        return self._detail if self.focused is self._detail else self._list

    def action_move(self, right: int, down: int) -> None:
        """By entries; to the left and right between the list and the details."""
        if right < 0:
            self._list.focus()
        elif right and self.finding is not None:
            self._detail.focus()
        elif down:
            self._rows.move(down)

    def action_page(self, direction: int) -> None:
        """About a screenful up or down."""
        self._rows.page(direction)

    def action_choose(self) -> None:
        """From the list to the sentences, from there into the text."""
        self._rows.choose()

    def action_back(self) -> None:
        """From the sentences to the list, from there to where the reader was."""
        if self.focused is self._detail:
            self._list.focus()
        else:
            self.dismiss(None)

    def action_turn_edition(self, step: int) -> None:
        """The findings of the edition before or after this one; of all beyond the first and the last one."""
        self.state.turn_edition(step)
        self.show_findings()

    def action_status(self) -> None:
        """The findings of one status only, the next one each time."""
        self.state.turn_status()
        self.show_findings()

    def action_copy(self) -> None:
        """Copy the finding with its facts and who states them."""
        from wmc_tui.present.record_export import clip_finding

        if self.finding is not None:
            self.app.copy_to_clipboard(clip_finding(self.state.library, self.finding))

    def action_export(self) -> None:
        """Write what is listed to a file, after asking in which form."""
        from wmc_tui.ui.export import findings_choices
        from wmc_tui.ui.screens.dialogs import choose

        title = f"Export {len(self._findings)} of them to a file in the current folder"
        choose(self, title, findings_choices(self, self.state), again="e")
