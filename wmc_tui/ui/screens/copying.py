"""What to copy: the fact, the sentence, or both languages with a citation."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from wmc_tui.text.safe import visible, visible_line
from wmc_tui.ui.clips import Clip, clips
from wmc_tui.ui.idle import LOOKS
from wmc_tui.ui.reading import Reading
from wmc_tui.ui.widgets.painted import Piece
from wmc_tui.ui.widgets.rows import RowItem, RowList


class CopyScreen(ModalScreen[str | None]):
    """A short list at the bottom; its result is the text to copy."""

    COMPONENT_CLASSES = LOOKS
    BINDINGS = [
        Binding("escape,q,backspace", "dismiss", "Close"),
        Binding("enter,y", "choose", "Copy"),
        Binding("j,down", "move(1)", "Down"),
        Binding("k,up", "move(-1)", "Up"),
        *(Binding(key, f"pick('{key}')", "Copy") for key in "fsb"),
    ]
    CSS = """
    CopyScreen { align: center bottom; }
    CopyScreen > RowList { height: auto; max-height: 10; background: $surface; }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._clips: list[Clip] = clips(reading)

    def compose(self) -> ComposeResult:
        """The choices."""
        yield RowList(id="copy", head=True)

    def on_mount(self) -> None:
        head = "Copy" if self._clips else "There is nothing to copy here"
        rows = self.query_one(RowList)
        rows.show_head((Piece(head, "strong"),), (Piece("Enter or y copies, Esc closes ", "dim"),))
        rows.show([_item(clip) for clip in self._clips])
        rows.styles.height = 1 + 2 * len(self._clips)
        rows.focus()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        self.dismiss(visible(str(message.key)))

    def action_choose(self) -> None:
        """Copy what is under the cursor."""
        self.query_one(RowList).choose()

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(RowList).move(by)

    def action_pick(self, key: str) -> None:
        """Copy the choice of that letter."""
        clip = next((clip for clip in self._clips if clip.key == key), None)
        if clip is not None:
            self.dismiss(visible(clip.text))


def _item(clip: Clip) -> RowItem:
    head = (Piece(f"{clip.key}  ", "strong"), Piece(clip.name))
    preview = (Piece("   "), Piece(visible_line(clip.text.replace("\n", " | ")), "dim"))
    return RowItem(((head, ()), (preview, ())), clip.text)
