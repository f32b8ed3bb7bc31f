"""Search hits as rows: edition, kind, label and value in both languages, what matched marked, and why it did."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len

from wmc_tui.model import Lang
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.hit_texts import Wording
from wmc_tui.ui.state.search_state import Take
from wmc_tui.ui.widgets.line import Line, Piece, fit
from wmc_tui.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from wmc_tui.search import Hit

WIDE = 100
"""From this many cells on a hit takes one row."""
ROOMY = 140
"""From this many cells on there is room for every reason."""
MOST = 150
"""Cells of a row that are used: farther apart, the eye would not find the value of a label."""
YEAR, KIND, WHY = 6, 13, 11
"""Cells for the edition, the kind and the reasons."""
CONTEXT = 16
"""Code points kept before the first match of a sentence that is too wide."""
_AT = {Lang.EN: 0, Lang.ZH: 1}


def marked(hit: "Hit", texts: Sequence[str]) -> list[list[Piece]]:
    """Texts as pieces, what matched in them marked; they are looked at together, as that is faster."""
    spans = hit.spans("\n".join(texts))
    found: list[list[Piece]] = []
    at = at_span = 0
    for text in texts:
        end = at + len(text)
        pieces: list[Piece] = []
        done = at
        while at_span < len(spans) and spans[at_span][0] < end:
            first, last = spans[at_span]
            if done < first:
                pieces.append(Piece(text[done - at : first - at]))
            pieces.append(Piece(text[max(first, done) - at : last - at], "match"))
            done = last
            if last > end:
                break
            at_span += 1
        if done < end:
            pieces.append(Piece(text[done - at :]))
        found.append(pieces)
        at = end + 1
    return found


class HitEntry:
    """One hit of a list; it is worded when it is first drawn, as most of them never are.

    In a narrow list every hit takes two rows.
    """

    open = False

    def __init__(self, wording: Wording, hit: "Hit", key: int, width: int, *, chinese: bool = False) -> None:
        """`chinese`: the query is."""
        self.key = key
        self._chinese = chinese
        self.height = 1 if width >= WIDE else 2
        self._wording = wording
        self._hit = hit
        self._width = width

    @cached_property
    def lines(self) -> tuple[tuple[Line, Line], ...]:
        """Edition, kind, label and value of a fact, or the part of a sentence that matched, and why."""
        hit = self._hit
        year = str(hit.edition) if hit.edition and hit.kind not in ("metric", "command") else ""
        head = (Piece(f"{year:<{YEAR}}", "strong"), Piece(f"{hit.kind:<{KIND}}", "dim"))
        why = Piece(f"  {_why(hit.why, self._width):<{WHY}}", "dim")
        left, right, below = self._sentence() if hit.kind == "sentence" else self._titled()
        if self._width > MOST:
            return ((fit([*head, *left], MOST, (*right, why)), ()),)
        if self.height == 1:
            return (([*head, *left], (*right, why)),)
        return (([*head, *left], (why,)), ([Piece(" " * YEAR), *below], ()))

    def _titled(self) -> tuple[Line, Line, Line]:
        """Label or title, and what tells more about it: the value of a fact, the publisher of an article."""
        hit = self._hit
        en, zh, *values = marked(hit, self._wording.texts(hit))
        label = [*en, Piece("  "), *zh] if en and zh else en + zh
        right = _joined(values)
        share = 2 if hit.kind == "fact" else 3
        room = (min(self._width, MOST) - YEAR - KIND - WHY) // share if self.height == 1 else self._width - YEAR - 4
        if _cells(right) > room:
            right = fit(values[-1 if self._chinese else 0], room)
        return label, right, right

    def _sentence(self) -> tuple[Line, Line, Line]:
        """The language that matches first, the one typed where both do; the other one below, where there is room."""
        both = marked(self._hit, self._wording.texts(self._hit))
        first = Lang.ZH if self._chinese else Lang.EN
        order = sorted(Lang, key=lambda lang: (not any(piece.look for piece in both[_AT[lang]]), lang is not first))
        room = min(self._width, MOST) - YEAR - KIND - WHY - 6
        one, other = (_excerpt(both[_AT[lang]], room) for lang in order)
        return one, (), other


def take_item(take: Take, key: int, width: int) -> RowItem:
    """A row that is another query: what it is for, the query, what it means, and how many records have it."""
    head = (Piece(" " * YEAR), Piece(f"{take.kind:<{KIND}}", "dim"), Piece(take.shown, "strong"))
    texts = [visible_line(text) for text in dict.fromkeys(take.label) if text and text not in take.shown]
    count = (Piece(f"{take.records} ", "dim"),) if take.records is not None else ()
    if width >= WIDE or not texts:
        return RowItem((((*head, *(Piece(f"  {text}", "dim") for text in texts)), count),), key)
    return RowItem(((head, count), ((Piece(" " * YEAR + "  ".join(texts), "dim"),), ())), key)


def _why(reasons: Sequence[str], width: int) -> str:
    return visible_line(", ".join(reasons) if width >= ROOMY else "".join(reasons[:1]))


def _joined(values: Sequence[list[Piece]]) -> list[Piece]:
    """The renderings of one value as one line."""
    line: list[Piece] = []
    for value in values:
        line += [Piece(" = ", "dim"), *value] if line else value
    return line


def _cells(line: Line) -> int:
    return sum(cell_len(piece.text) for piece in line)


def _excerpt(pieces: list[Piece], room: int) -> list[Piece]:
    """A sentence; where it is wider than the room for it and matches late, from the words before the first match."""
    first = pieces[0] if pieces else Piece("")
    if first.look or len(pieces) == 1 or cell_len(first.text) <= room // 2 or _cells(pieces) <= room:
        return pieces
    kept = first.text[-CONTEXT:]
    return [Piece(f"..{kept.partition(' ')[2] or kept}"), *pieces[1:]]
