"""The reading screen: editions and articles, both languages side by side, the fact card.

It owns the reading state (`Reading`) and shows it: widgets post what the reader did, the state moves, and
`show_page`, `show_layout` and `show_place` hands each widget what it needs. Widgets never talk to each other.
"""

from textual import events
from textual.app import ComposeResult

from wmc_tui.model import Lang
from wmc_tui.store import Library
from wmc_tui.ui.actions import READER, bindings
from wmc_tui.ui.rows.card import card_head, card_items, pane_head, title_line
from wmc_tui.ui.rows.sidebar import sidebar_items
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.screens.reader_actions import ReaderActions
from wmc_tui.ui.state.history import Place, Reopen
from wmc_tui.ui.state.pages import align, break_passages, stack, with_loose, with_signs
from wmc_tui.ui.state.reading import AttestationCache, Reading
from wmc_tui.ui.widgets.bars import KeyBar, TextBar
from wmc_tui.ui.widgets.pane import Pane
from wmc_tui.ui.widgets.row_list import RowList

WIDE = 100
"""From this many columns on the two languages stand side by side."""
HIGH = 32
"""From this many rows on there is room for a fact card of nine rows."""


Shape = tuple[str, int, int, bool]
"""Page, cells for English and for Chinese text, and whether they stand side by side, aligned."""


class ReaderScreen(PromptScreen):
    """Where the reading is done."""

    AUTO_FOCUS = "#en"
    ACTIONS = READER
    BINDINGS = bindings(READER)

    def __init__(self, library: Library, edition: int | None = None) -> None:
        super().__init__()
        self.reading = Reading(library)
        self.lists = {"sidebar": RowList(id="sidebar"), "card": RowList(id="card", head=True)}
        self.panes = {lang: Pane(lang, id=str(lang)) for lang in Lang}
        self._shape: Shape | None = None
        self._leave = ReaderActions(self, self.reading, self.go)
        self.reading.start(edition)

    def compose(self) -> ComposeResult:
        """The widgets, top to bottom and left to right."""
        yield TextBar(id="title")
        yield self.lists["sidebar"]
        yield from self.panes.values()
        yield self.lists["card"]
        yield KeyBar(id="keys")

    # -- showing the state -----------------------------------------------------------------

    def on_mount(self) -> None:
        self.show_page()

    def on_resize(self, event: events.Resize) -> None:
        """Classes are for small screens only: a change of class styles every widget anew."""
        self.set_class(event.size.width < WIDE, "-narrow")
        self.set_class(event.size.height < HIGH, "-low")

    def on_pane_resized(self) -> None:
        """Once both panes have their new size: break lines anew, keep the sentence in view."""
        if all(pane.size.width for pane in self.panes.values()):
            if self._shape_now() != self._shape:
                self.show_layout()
            else:
                for pane in self.panes.values():
                    pane.reveal()

    def show_page(self) -> None:
        """Show another page: everything changes."""
        reading = self.reading
        self.query_one("#title", TextBar).show(*title_line(reading))
        self._show_sidebar()
        self.show_layout()
        self.call_after_refresh(self._mark)

    def _mark(self) -> None:
        """Once the page can be read: mark how facts are attested, and the quantities that state no fact."""
        reading = self.reading
        if reading.attestation is None:
            from wmc_tui.present.comparison import Comparer

            reading.attestation, reading.comparer = AttestationCache(reading.library), Comparer(reading.library)
            self._show_sidebar()
            self._show_card()
        reading.page = with_loose(with_signs(reading.page, reading.attestation.sign))
        for pane in self.panes.values():
            pane.show_marks(reading.page)

    def _show_sidebar(self) -> None:
        reading = self.reading
        sidebar = self.lists["sidebar"]
        items = sidebar_items(reading.library, reading.page, reading.attestation)
        sidebar.show(items, sidebar.cursor_key if sidebar.has_focus else Place(reading.page.id))

    def _show_card(self) -> None:
        reading, card = self.reading, self.lists["card"]
        here = Place(reading.page.id, reading.place.n, reading.fact)
        card.show(card_items(reading, self._room(), card.rows_shown), card.cursor_key if card.has_focus else here)

    def show_layout(self) -> None:
        """Break the page's lines for the panes as wide as they are now, and show where the reader is."""
        self._shape = self._shape_now()
        _, *widths, side_by_side = self._shape
        passages = self.reading.page.passages
        en, zh = (break_passages(passages, lang, width) for lang, width in zip(Lang, widths, strict=True))
        layouts = align(en, zh) if side_by_side else (stack(en), stack(zh))
        for lang, layout in zip(Lang, layouts, strict=True):
            self.panes[lang].show(self.reading.page, layout)
        self.show_place()

    def _shape_now(self) -> Shape:
        """What the layout depends on. Before the first frame the panes' widths are foreseen, to spare a second one."""
        wide = self.app.size.width >= WIDE
        widths = [pane.text_width() for pane in self.panes.values()]
        if not self.panes[Lang.EN].size.width:
            foreseen = self._room() // 2 if wide else self._room()
            widths = [pane.text_width(foreseen) for pane in self.panes.values()]
        return self.reading.page.id, widths[0], widths[1], self.reading.locked and wide

    def _room(self) -> int:
        """Columns right of the list of editions."""
        columns = self.styles.grid_columns or ()
        return self.app.size.width - round(sum(column.value for column in columns[:1]))

    def show_place(self) -> None:
        """Show where on the page the reader is: cursors, chosen figure, card, keys."""
        reading = self.reading
        for lang, pane in self.panes.items():
            pane.show_head(*pane_head(reading, lang))
            pane.show_cursor(reading.index_in(lang), reading.fact)
        self._show_card()
        self.lists["card"].show_head(*card_head(reading))
        self.refresh_keys()

    def refresh_keys(self) -> None:
        """Show the keys that work now."""
        self.query_one(KeyBar).show_keys(self.keys_now())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """May this run now? The line of keys and the palette leave out what may not."""
        reading = self.reading
        match action:
            case "back":
                return reading.history.can_go(-1) or isinstance(self.focused, RowList)
            case "forward":
                return reading.history.can_go(1)
            case "step_hit":
                return reading.hits is not None
            case "step_figure":
                return any(passage.facts(reading.lang) for passage in reading.page.passages)
            case "report":
                return reading.library.edition(reading.page.edition) is not None
            case "copy" | "export" | "lock":
                return bool(reading.page.passages)
            case _:
                return True

    # -- what widgets say ------------------------------------------------------------------

    def on_pane_moved(self, message: Pane.Moved) -> None:
        self.reading.move(message.index, message.pane.lang)
        self.show_place()

    def on_pane_figure_chosen(self, message: Pane.FigureChosen) -> None:
        self.reading.move(message.index, message.pane.lang, message.fact)
        self.show_place()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        match message.key:
            case int(year):
                self._show_if(self.reading.open_edition(year))
            case Place() as place:
                self._show_if(self.reading.visit(place))

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        if isinstance(self.focused, Pane):
            self.reading.read(self.focused.lang)
            self.show_place()
        else:
            self.refresh_keys()

    # -- going elsewhere -------------------------------------------------------------------

    def go(self, place: Place, reopen: Reopen | None = None) -> None:
        """Jump to a place; going back from there runs `reopen`, which opens the screen again that led to it."""
        self._show_if(self.reading.visit(place, reopen))

    def _show_if(self, moved: bool) -> None:
        """After a jump: show the new place and put the reader into its text."""
        if moved:
            self.show_page()
            self.panes[self.reading.lang].focus()

    async def action_search(self) -> None:
        await self._leave.search()

    async def search(self, typed: str) -> None:
        """Open the search where somebody has begun to type already."""
        await self._leave.search(typed)

    def action_compare(self) -> None:
        self._leave.compare()

    def action_checks(self) -> None:
        self._leave.checks()

    def action_copy(self) -> None:
        self._leave.copy()

    def action_export(self) -> None:
        self._leave.export()

    def action_report(self) -> None:
        self._leave.report()

    def action_back(self) -> None:
        """Out of a list first, then back through the places visited, and to the screen that led to this one."""
        if isinstance(self.focused, RowList):
            self.panes[self.reading.lang].focus()
            return
        reopen = self.reading.history.reopen
        self._show_if(self.reading.step_history(-1))
        if reopen is not None:
            reopen()

    def action_forward(self) -> None:
        self._show_if(self.reading.step_history(1))

    def action_turn_edition(self, step: int) -> None:
        """Go to the edition before (-1) or after (1); the list has the newest first."""
        years = [edition.year for edition in self.reading.library.editions()]
        at = years.index(self.reading.page.edition) - step if self.reading.page.edition in years else 0
        if 0 <= at < len(years):
            self._show_if(self.reading.open_edition(years[at]))

    def action_step_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit of the last search."""
        moved = self.reading.step_hit(step)
        self._show_if(moved)
        if not moved:
            self.notify("This is the last hit." if step > 0 else "This is the first hit.", timeout=2)

    # -- moving on the page ----------------------------------------------------------------

    def action_move(self, right: int, down: int) -> None:
        """By passages in a pane, by entries in a list; to the left (-1) and right (1) between list and panes."""
        if right:
            self._focus_beside(right)
        elif isinstance(self.focused, RowList):
            self.focused.move(down)
        else:
            self.reading.move(self.reading.index + down)
            self.show_place()

    def _focus_beside(self, step: int) -> None:
        """One step to the left or right: the list, English, Chinese. The card is left of the English pane."""
        order = [self.lists["sidebar"], self.panes[Lang.EN], self.panes[Lang.ZH]]
        at = order.index(self.focused) if self.focused in order else 0
        order[min(max(0, at + step), len(order) - 1)].focus()

    def action_page(self, direction: int) -> None:
        """About a screenful up or down."""
        if isinstance(self.focused, RowList):
            self.focused.page(direction)
        elif self.reading.page.passages:
            self.reading.move(self.panes[self.reading.lang].visible_passage(direction))
            self.show_place()

    def action_step_figure(self, step: int) -> None:
        """Go to the next (1) or previous (-1) figure."""
        if self.reading.step_figure(step):
            self.show_place()
        else:
            self.notify("No further figure on this page." if step > 0 else "No earlier figure on this page.", timeout=2)

    def action_choose(self) -> None:
        """Open what is under the cursor of a list; from a pane, step into the fact card."""
        if isinstance(self.focused, RowList):
            self.focused.choose()
        else:
            self.lists["card"].focus()

    def action_lock(self) -> None:
        self.reading.toggle_lock()
        self.show_layout()
