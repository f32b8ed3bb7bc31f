"""Search hits as rows: edition, label and value in both languages, matched characters marked."""

from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len

from wmc_tui.model import Lang
from wmc_tui.present import renderings
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.history import Place
from wmc_tui.ui.pages import overview_id
from wmc_tui.ui.widgets.painted import Line, Piece
from wmc_tui.ui.widgets.rows import RowItem

if TYPE_CHECKING:
    from wmc_tui.search import Hit
    from wmc_tui.search.hits import Span

FAR = 40
"""Cells before the first match from which on a sentence is shown from there."""
CONTEXT = 12
"""Code points kept before it then."""


def marked(hit: "Hit", text: str) -> list[Piece]:
    """The text as pieces, what matched in it marked."""
    return _cut(text, hit.spans(text))


def _cut(text: str, spans: "list[Span]", start: int = 0) -> list[Piece]:
    """The text from `start` on as pieces, marked where the spans say."""
    pieces, at = [], start
    for first, last in spans:
        pieces += [Piece(text[at:first]), Piece(text[first:last], "match")]
        at = last
    return [piece for piece in (*pieces, Piece(text[at:])) if piece.text]


class HitEntry:
    """One hit of a list; it is worded when it is first drawn, as most of them never are.

    On a narrow screen every hit takes two rows.
    """

    open = False

    def __init__(self, library: Library, hit: "Hit", key: int, narrow: bool) -> None:
        self.key = key
        self.height = 2 if narrow else 1
        self._library = library
        self._hit = hit

    @cached_property
    def lines(self) -> tuple[tuple[Line, Line], ...]:
        """Edition, label and value of a fact, or the part of a sentence that matched."""
        left, right, below = self._sentence() if self._hit.kind != "fact" else self._fact()
        year = Piece(f"{self._hit.edition}  ", "strong")
        if self.height == 1:
            return (([year, *left], right),)
        return (([year, *left], ()), ([Piece(" " * len(year.text)), *below], ()))

    def _fact(self) -> tuple[Line, Line, Line]:
        hit, fact = self._hit, self._library.fact(self._hit.fact)
        shown = renderings(fact) if fact else hit.text
        en, zh = visible_line(shown.en), visible_line(shown.zh)
        value = marked(hit, en)
        if zh != en:
            value += [Piece(" = ", "dim"), *marked(hit, zh)]
        label = [*marked(hit, visible_line(hit.text.en)), Piece("  "), *marked(hit, visible_line(hit.text.zh))]
        return label, value, value

    def _sentence(self) -> tuple[Line, Line, Line]:
        """The language that matches more first; the other one below, where there is room."""
        texts = [visible_line(self._hit.text[lang]) for lang in Lang]
        found = [(text, self._hit.spans(text)) for text in texts]
        found.sort(key=lambda pair: -sum(end - start for start, end in pair[1]))
        return _excerpt(*found[0]), (Piece("sentence 句", "dim"),), _excerpt(*found[1])


def preview_items(library: Library, hit: "Hit", width: int) -> list[RowItem]:
    """The sentence that a hit leads to, in both languages, broken into rows of `width` cells."""
    sentence = library.sentence(hit.article, hit.sentence)
    if sentence is None:
        return _stated_elsewhere(library, hit)
    items = []
    for lang in Lang:
        text = visible_line(sentence.text(lang))
        pieces = marked(hit, text)
        items += [RowItem(((line, ()),)) for line in _rows(text, pieces, width)]
    return items


def _stated_elsewhere(library: Library, hit: "Hit") -> list[RowItem]:
    """For a fact that no article here states: the publications known to do so."""
    told = "No article here states it. Publications known to:"
    items = [RowItem((((Piece(told, "dim"),), ()),))]
    for evidence in library.evidence_of(hit.fact):
        source = library.source(evidence.source)
        name = f"{source.publisher}, {source.published}" if source else evidence.source
        written = marked(hit, visible_line(evidence.as_written))
        items.append(RowItem((((Piece(visible_line(name)), Piece("  "), *written), ()),)))
    return items


def target_of(hit: "Hit") -> Place:
    """Where Enter goes: the sentence, or the edition's overview for a fact that no article here states."""
    page = hit.article or overview_id(hit.edition)
    return Place(page, hit.sentence, hit.fact or None)


def _excerpt(text: str, spans: "list[Span]") -> list[Piece]:
    """A sentence from shortly before the first match."""
    first = spans[0][0] if spans else 0
    if cell_len(text[:first]) <= FAR:
        return _cut(text, spans)
    return [Piece(".."), *_cut(text, spans, first - CONTEXT)]


def _rows(text: str, pieces: list[Piece], width: int) -> list[Line]:
    """The pieces of a text cut at the ends of its rows."""
    looks = [piece.look for piece in pieces for _ in piece.text]
    rows: list[Line] = []
    for start, end in break_lines(text, width, cell_len):
        row: list[Piece] = []
        for at in range(start, end):
            if row and row[-1].look == looks[at]:
                row[-1] = Piece(row[-1].text + text[at], looks[at])
            else:
                row.append(Piece(text[at], looks[at]))
        rows.append(row)
    return rows
