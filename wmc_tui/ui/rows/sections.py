"""Parts of what the card, the comparison and the checks show: a text in both languages, a caution, broken into rows."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Lang
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import RowItem

MARGIN = 4
"""Cells of a row that are not for text: the cursor's sign, a blank at the end, the scroll bar."""
NARROWEST = 8
"""Cells to which text is broken in the narrowest list."""


def text_row(left: Line = (), right: Line = ()) -> RowItem:
    """A row that cannot be chosen."""
    return RowItem(((left, right),))


def wrapped_rows(text: str, look: str, room: int, sign: str = "") -> list[RowItem]:
    """A text of any length, broken into rows of `room` cells; the sign stands before the first of them."""
    spans = break_lines(text, max(NARROWEST, room - len(sign)), cell_len)
    return [
        text_row((Piece(" " * len(sign) if start else sign, look), Piece(text[start:end], look)))
        for start, end in spans
    ]


def both_rows(
    texts: Bilingual, look: str, room: int, *, between: str = "  ", right: Line = (), broken: bool = False
) -> list[RowItem]:
    """Both languages in a row of `room` cells where they fit, else in a row each; once if they are the same.

    Texts too wide for a row are cut there, or `broken` into more rows, with `right` in a row of its own if need be.
    """
    shown = list(dict.fromkeys(visible_line(texts[lang]) for lang in Lang if texts[lang]))
    beside = sum(cell_len(piece.text) + 1 for piece in right)
    if cell_len(between.join(shown)) + beside <= room:
        pieces = [piece for text in shown for piece in (Piece(between), Piece(text, look))][1:]
        return [text_row(pieces, right)]
    if not broken:
        first, *others = shown
        return [text_row((Piece(first, look),), right), *(text_row((Piece(text, look),)) for text in others)]
    rows = [row for text in shown for row in wrapped_rows(text, look, room)]
    return [*rows, text_row((), right)] if right else rows


def note_rows(note: Bilingual, room: int, names: Bilingual | None = None) -> list[RowItem]:
    """A caution in both languages, after the name of what it is about."""
    rows: list[RowItem] = []
    for lang in Lang:
        if note[lang]:
            text = (names[lang] if names else "") + visible_line(note[lang])
            rows += wrapped_rows(text, "note", room, "! ")
    return rows
