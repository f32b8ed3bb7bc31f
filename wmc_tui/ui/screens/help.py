"""The help screen: what the signs mean, and every key that works, as it is mapped now."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from wmc_tui.ui.actions import APP, CHECKS, COMPARE, READER, Action, key_names
from wmc_tui.ui.screens.base import LOOKS
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import RowItem, RowList

SIGNS = (
    (">", "the cursor: the sentence or entry that you are at"),
    ("*", "in the list: what is open at the moment"),
    ("!", "in a pane: this sentence carries a note, shown in the card below"),
    ("(568)", "in lists and charts: a figure that was expected or given before the event, not a result"),
    ("4,000+  ~1,400  <500", "in the matrix: over or at least, about or nearly, less than or up to"),
    ("~+12.5%", "when comparing: the change is from a hedged or expected figure"),
    ("735?  735'", "in the list and before the facts of an edition: disputed; known from a single publication"),
    ("underlined", "a figure; the one shown in the card is reversed as well"),
    ("italic", "a figure that states no fact of the store, such as a threshold"),
)
SEARCHING = (
    ("4471亿", "a number in any form: 447.1 bn, 447,100,000,000"),
    ("展览面积", "Chinese, any piece of it; its pinyin, zhanlan mianji; its initials, zlmj"),
    ("2018 investment", "words in any order; a year keeps to that edition; slips of the finger are forgiven"),
    (">100bn  100..200亿", "figures in a range; ~16000 is about that many"),
    ('"total investment"', "exactly these words; -guests leaves out what has the word"),
    ("edition:2023", "a filter: also metric, part, unit, scope, stage, qualifier, publisher, language, kind, is"),
    ("Tab", "completes a filter, or takes what is offered; Backspace behind a filter takes all of it off"),
    ("compare, export, ..", "commands are found by what they do, and Enter runs them"),
)


class HelpScreen(ModalScreen[None]):
    """Everything there is to know, on one scrolling page."""

    COMPONENT_CLASSES = LOOKS
    BINDINGS = [
        Binding("escape,q,question_mark,f1,enter,backspace", "dismiss", "Close"),
        Binding("j,down", "scroll(1)", "Down"),
        Binding("k,up", "scroll(-1)", "Up"),
        Binding("ctrl+f,d,pagedown", "scroll(10)", "Page down"),
        Binding("u,pageup", "scroll(-10)", "Page up"),
    ]
    CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > RowList { width: 90%; max-width: 96; height: 80%; background: $surface; }
    """

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowList(id="help", head=True)

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.show_head((Piece("Help", "strong"),), (Piece("Esc closes, arrows scroll ", "dim"),))
        rows.show(self._items())

    def action_scroll(self, by: int) -> None:
        """Scroll by rows."""
        self.query_one(RowList).scroll_relative(y=by, animate=False)

    def _items(self) -> list[RowItem]:
        rows: list[Line] = []
        for head, actions in (
            ("Reading", READER),
            ("Comparing", COMPARE),
            ("Checks and conflicts", CHECKS),
            ("Everywhere", APP),
        ):
            rows.append((Piece(head, "heading"),))
            rows.extend(self._action(action) for action in actions)
            rows.append(())
        for head, pairs in (("Signs", SIGNS), ("Searching", SEARCHING)):
            rows.append((Piece(head, "heading"),))
            rows.extend(_pair(*pair) for pair in pairs)
            rows.append(())
        return [RowItem(((row, ()),)) for row in rows]

    def _action(self, action: Action) -> Line:
        return _pair(key_names(self._keymap.get(action.id, action.keys)), action.help)


def _pair(left: str, right: str) -> Line:
    from rich.cells import cell_len

    return (Piece(left + " " * max(1, 22 - cell_len(left)), "strong"), Piece(right))
