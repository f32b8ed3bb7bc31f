"""Screens that lie on another one: a short list of choices, and the help, with every key that works."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen, Screen

from wmc_tui.text.safe import visible_line
from wmc_tui.ui.actions import APP, CHECKS, COMPARE, READER, Action, key_names
from wmc_tui.ui.rows.sections import text_row
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


class Choice(NamedTuple):
    """One entry of a short list."""

    key: str
    """The letter that makes it."""
    name: str
    """What it is."""
    about: str
    """What the reader sees of it."""
    run: Callable[[], object]
    """What it does."""


def choose(screen: Screen[object], title: str, choices: Sequence[Choice], *, again: str) -> None:
    """Have the reader choose, and do what was chosen once the list is gone; `again` is the key that opened it."""

    def run(choice: Choice | None) -> None:
        if choice is not None:
            screen.call_after_refresh(choice.run)

    screen.app.push_screen(ChoiceScreen(title, choices, again), run)


class ChoiceScreen(ModalScreen[Choice | None]):
    """A short list at the bottom of the screen; its result is the choice made, or None.

    A choice is made with Enter, with its letter, or with the key that opened the list.
    """

    COMPONENT_CLASSES = LOOKS
    BINDINGS = [
        Binding("escape,q,backspace", "dismiss", "Close"),
        Binding("enter", "choose", "Choose"),
        Binding("j,down", "move(1)", "Down"),
        Binding("k,up", "move(-1)", "Up"),
    ]
    CSS = """
    ChoiceScreen { align: center bottom; }
    ChoiceScreen > RowList { height: auto; max-height: 10; background: $surface; }
    """

    def __init__(self, title: str, choices: Sequence[Choice], again: str) -> None:
        """`again`: the key that opened the list, and chooses what is under the cursor."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._again = again

    def compose(self) -> ComposeResult:
        """The choices."""
        yield RowList(id="choices", head=True)

    def on_mount(self) -> None:
        self.app.clear_notifications()  # they would lie on the choices
        rows = self.query_one(RowList)
        rows.show_head((Piece(self._title, "strong"),), (Piece(f"Enter or {self._again} chooses, Esc closes ", "dim"),))
        rows.show([_choice_item(choice) for choice in self._choices])
        rows.styles.height = 1 + 2 * len(self._choices)
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        """The letter of a choice makes it."""
        if event.key == self._again:
            self.action_choose()
        choice = next((choice for choice in self._choices if choice.key == event.key), None)
        if choice is not None:
            event.stop()
            self.dismiss(choice)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        if isinstance(message.key, Choice):
            self.dismiss(message.key)

    def action_choose(self) -> None:
        """Make the choice under the cursor."""
        self.query_one(RowList).choose()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(RowList).move(by)


def _choice_item(choice: Choice) -> RowItem:
    head = (Piece(f"{choice.key}  ", "strong"), Piece(choice.name))
    preview = (Piece("   "), Piece(visible_line(choice.about), "dim"))
    return RowItem(((head, ()), (preview, ())), choice)


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
            rows.extend(_columns(*pair) for pair in pairs)
            rows.append(())
        return [text_row(row) for row in rows]

    def _action(self, action: Action) -> Line:
        return _columns(key_names(self._keymap.get(action.id, action.keys)), action.help)


def _columns(left: str, right: str) -> Line:
    return (Piece(left + " " * max(1, 22 - cell_len(left)), "strong"), Piece(right))
