"""Choosing a metric by typing a part of its name, in either language, or of its id."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from wmc_tui.model import Metric
from wmc_tui.present.comparison import Comparer, find_series, group_label, key_label
from wmc_tui.series import Key
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.rows.sections import text_row
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.widgets.bars import TextBar, key_pieces
from wmc_tui.ui.widgets.line import Piece
from wmc_tui.ui.widgets.row_list import RowItem, RowList
from wmc_tui.ui.widgets.search_box import SearchBox

KEYS = (("Enter", "compare it"), ("Up Down", "choose"), ("Esc", "back"))


class MetricPicker(PromptScreen):
    """Its result is the key of a series, or None."""

    AUTO_FOCUS = "SearchBox"
    BINDINGS = [
        Binding("escape", "dismiss", "Close"),
        Binding("down", "move(1)", "Next"),
        Binding("up", "move(-1)", "Previous"),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", priority=True),
        Binding("pageup", "page(-1)", "Page up"),
    ]
    CSS = """
    MetricPicker { layout: vertical; background: $background; }
    MetricPicker #metrics { height: 1fr; background: $background; overflow-y: scroll; }
    """

    def __init__(self, comparer: Comparer) -> None:
        super().__init__()
        self._comparer = comparer

    def compose(self) -> ComposeResult:
        """What is typed, and the metrics that have it."""
        yield TextBar(id="pick-head")
        yield SearchBox(placeholder="investment, 嘉宾, exhibition_area, patents")
        yield RowList(id="metrics", leads=True)
        yield TextBar(id="pick-keys")

    def on_mount(self) -> None:
        self.query_one(RowList).can_focus = False
        self.query_one("#pick-keys", TextBar).show(key_pieces(KEYS))
        self._show("")

    def on_resize(self, _: events.Resize) -> None:
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        """The terminal's cursor goes to the box at once, for input methods."""
        self.app.cursor_position = self.query_one(Input).cursor_screen_offset

    def _show(self, words: str) -> None:
        keys = find_series(self._comparer, words)
        items: list[RowItem] = []
        group = None
        for key in keys:
            metric = self._comparer.library.metric(key.metric)
            if metric is None:
                continue
            if not words.strip() and metric.group != group:
                group = metric.group
                name = group_label(group)
                items.append(text_row((Piece(f"{name.en}  {name.zh}", "heading"),)))
            items.append(self._item(key, metric))
        self.query_one(RowList).show(items)
        count = f"{len(keys)} series " if keys else "nothing found: fewer letters may help "
        self.query_one("#pick-head", TextBar).show((Piece("Which metric 指标", "strong"),), (Piece(count, "dim"),))

    def _item(self, key: Key, metric: Metric) -> RowItem:
        words = key_label(key, metric, self._comparer.part(key))
        left = [Piece(visible_line(metric.label.en)), Piece("  "), Piece(visible_line(metric.label.zh))]
        if words:
            left.append(Piece(visible_line(f"  {words.en}  {words.zh}"), "figure"))
        count = self._comparer.length(key)
        return RowItem(((left, (Piece(f"{count} edition{'' if count == 1 else 's'}", "dim"),)),), key)

    def on_input_changed(self, message: Input.Changed) -> None:
        self._show(message.value)

    def on_input_submitted(self) -> None:
        self.query_one(RowList).choose()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.dismiss(message.key)

    def action_move(self, by: int) -> None:
        """Move the cursor; the box keeps the keyboard."""
        self.query_one(RowList).move(by)

    def action_page(self, direction: int) -> None:
        """Move by a screenful."""
        self.query_one(RowList).page(direction)
