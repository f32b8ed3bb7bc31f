"""A short list at the bottom of the screen: what to copy, or in which form to export."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from wmc_tui.text.safe import visible_line
from wmc_tui.ui.choices import Choice
from wmc_tui.ui.screens.base import LOOKS
from wmc_tui.ui.widgets.line import Piece
from wmc_tui.ui.widgets.row_list import RowItem, RowList


class ChoiceScreen(ModalScreen[Choice | None]):
    """Its result is the choice, made with Enter, with its letter, or with the key that opened the list; or None."""

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
        rows.show([_item(choice) for choice in self._choices])
        rows.styles.height = 1 + 2 * len(self._choices)
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        """The letter of a choice makes it."""
        if event.key == self._again:
            self.action_choose()
        chosen = next((choice for choice in self._choices if choice.key == event.key), None)
        if chosen is not None:
            event.stop()
            self.dismiss(chosen)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        if isinstance(message.key, Choice):
            self.dismiss(message.key)

    def action_choose(self) -> None:
        """Make the choice under the cursor."""
        self.query_one(RowList).choose()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(RowList).move(by)


def _item(choice: Choice) -> RowItem:
    head = (Piece(f"{choice.key}  ", "strong"), Piece(choice.name))
    preview = (Piece("   "), Piece(visible_line(choice.preview), "dim"))
    return RowItem(((head, ()), (preview, ())), choice)
