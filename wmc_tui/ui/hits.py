"""Search hits as rows: edition, label and value in both languages, matched characters marked."""

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

CONTEXT = 12
"""Code points kept before the first match where a long sentence is shown from there."""


def marked(hit: "Hit", text: str, look: str = "") -> list[Piece]:
    """The text as pieces, what matched in it marked."""
    pieces, at = [], 0
    for start, end in hit.spans(text):
        pieces += [Piece(text[at:start], look), Piece(text[start:end], "match")]
        at = end
    return [piece for piece in (*pieces, Piece(text[at:], look)) if piece.text]


def hit_item(library: Library, hit: "Hit", key: int, narrow: bool) -> RowItem:
    """One hit; on a narrow screen a fact takes two rows."""
    year = Piece(f"{hit.edition}  ", "strong")
    if hit.kind != "fact":
        return RowItem((((year, *_excerpt(hit)), (Piece("sentence \u53e5", "dim"),)),), key)
    fact = library.fact(hit.fact)
    shown = renderings(fact) if fact else None
    en, zh = (visible_line(shown.en), visible_line(shown.zh)) if shown else ("", "")
    value: list[Piece] = marked(hit, en)
    if zh != en:
        value += [Piece(" = ", "dim"), *marked(hit, zh)]
    label = [
        year,
        *marked(hit, visible_line(hit.text.en)),
        Piece("  "),
        *marked(hit, visible_line(hit.text.zh)),
    ]
    if narrow:
        return RowItem(((label, ()), ((Piece("      "), *value), ())), key)
    return RowItem(((label, value),), key)


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


def _excerpt(hit: "Hit") -> list[Piece]:
    """A sentence in the language that matches more, from shortly before the first match."""
    text = max((visible_line(hit.text[lang]) for lang in Lang), key=lambda each: _matched(hit, each))
    start = min((start for start, _ in hit.spans(text)), default=0)
    if cell_len(text[:start]) > 40:
        text = ".." + text[start - CONTEXT :]
    return marked(hit, text)


def _matched(hit: "Hit", text: str) -> int:
    return sum(end - start for start, end in hit.spans(text))


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
