"""Parts of what the card, the comparison and the checks show: a text in both languages, a caution, broken into rows."""

from collections.abc import Sequence
from functools import lru_cache

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


def wrapped_rows(text: str, look: str, room: int, name: Piece | None = None) -> list[RowItem]:
    """A text of any length, broken into rows of `room` cells; its name or sign stands before the first of them."""
    name = name or Piece("")
    indent = cell_len(name.text)
    return [
        text_row((Piece(" " * indent, name.look) if number else name, Piece(text[start:end], look)))
        for number, (start, end) in enumerate(_row_spans(text, max(NARROWEST, room - indent)))
    ]


def marked_pieces(text: str, spans: Sequence[tuple[int, int]], look: str, rest: str = "") -> list[Piece]:
    """A text as pieces: what lies in `spans` (sorted; parts beyond the text do not count) in one look, the rest in another."""
    pieces: list[Piece] = []
    done = 0
    for start, end in spans:
        start = max(start, done)
        pieces += [Piece(text[done:start], rest), Piece(text[start:end], look)]
        done = max(done, end)
    return [piece for piece in (*pieces, Piece(text[done:], rest)) if piece.text]


def broken_lines(pieces: Sequence[Piece], room: int) -> list[list[Piece]]:
    """The pieces of a text cut at the ends of its rows of `room` cells."""
    whole = "".join(piece.text for piece in pieces)
    if 0 < cell_len(whole) <= room:
        return [list(pieces)]
    lines: list[list[Piece]] = []
    for start, end in _row_spans(whole, room):
        lines.append([])
        at = 0
        for text, look in pieces:
            shown = text[max(0, start - at) : max(0, end - at)]
            if shown:
                lines[-1].append(Piece(shown, look))
            at += len(text)
    return lines


@lru_cache(maxsize=256)
def _row_spans(text: str, room: int) -> list[tuple[int, int]]:
    """The rows of a text; a preview is shown again with every key."""
    return break_lines(text, room, cell_len)


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
            rows += wrapped_rows(text, "note", room, Piece("! ", "note"))
    return rows
