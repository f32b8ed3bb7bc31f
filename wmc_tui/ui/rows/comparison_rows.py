"""What is under the cursor of a view, in full: the figure, who states it, other figures, cautions."""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Fact, Lang
from wmc_tui.present import renderings
from wmc_tui.present.comparer import Comparer
from wmc_tui.present.comparison import edition_figure, series_title
from wmc_tui.present.wording import attestation_label, attestation_text
from wmc_tui.series import Series
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.compare.view import SheetRow
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import overview_id
from wmc_tui.ui.widgets.line import Line, Piece

if TYPE_CHECKING:
    from collections.abc import Callable

    from wmc_tui.checks import FactAttestation

    StandingOf = Callable[[str], FactAttestation]
    """How well the fact of an id is attested."""

MARGIN = 5
"""Cells of a row that are not for text."""


def place_of(library: Library, fact: Fact) -> Place:
    """Where a fact is stated: the sentence, by preference in an article on its own edition; else its edition's facts."""
    found = []
    for mention in library.mentions_of(fact.id):
        article = library.article(mention.article)
        if article is not None:
            found.append((article.edition != fact.edition, Place(mention.article, mention.sentence, fact.id)))
    found.sort(key=lambda pair: pair[0])
    return found[0][1] if found else Place(overview_id(fact.edition), 1, fact.id)


def details_head(
    comparer: Comparer, series: Series | None, year: int | None, standing_of: "StandingOf"
) -> tuple[Line, Line]:
    """Which figure it is, how well it is attested, and how many publications state it."""
    if series is None:
        return (Piece("nothing here", "dim"),), ()
    title = series_title(series)
    both = title.en if title.en == title.zh else f"{title.en}  {title.zh}"
    entry = edition_figure(series, year) if year is not None else None
    if entry is None or entry.fact is None:
        count = len(series.facts)
        said = f"figures of {count} of {len(series.points)} editions " if year is None else ""
        return (Piece(f"{year}  " if year else "", "strong"), Piece(both, "strong")), (Piece(said, "dim"),)
    standing = standing_of(entry.fact.id)
    said = attestation_label(standing).en
    if standing.kind != "single":
        said += f", {len(standing.sources)} publication{'' if len(standing.sources) == 1 else 's'}"
    if standing.sources and not comparer.library.mentions_of(entry.fact.id):
        said += ", no article here"
    look = "note" if standing.kind == "disputed" else "dim"
    return (Piece(f"{year}  ", "strong"), Piece(both, "strong")), (Piece(said + " ", look),)


def details_rows(series: Series | None, year: int | None, width: int, standing_of: "StandingOf") -> list[SheetRow]:
    """The figure in both languages, what else is said, and notes, broken into rows of a list `width` cells wide."""
    if series is None:
        return []
    entry = edition_figure(series, year) if year is not None else None
    rows: list[SheetRow] = []
    if entry is not None and entry.fact is not None:
        rows += _figure_rows(entry.fact, entry.change, width)
        rows += _disputed(standing_of(entry.fact.id), width)
        point = next(point for point in series.points if point.edition == year)
        for other in point.others:
            rows.append(_row([Piece("also: ", "dim"), *_said(other)], (Piece(other.stage.label.en, "dim"),)))
        rows += _notes(entry.fact.note, width)
    elif year is not None:
        rows.append(_row([Piece("no figure  无数据", "dim")]))
    return rows + _notes(series.metric.note, width, "Metric: ", "指标：")


def _figure_rows(fact: Fact, change: Bilingual, width: int) -> list[SheetRow]:
    """What the fact says of itself and its figure; each language in rows of its own where they do not fit one."""
    words = [fact.stage.label.en, *([fact.as_of] if fact.as_of else [])]
    words += [fact.qualifier.label.en] if fact.qualifier.value != "exact" else []
    right = [Piece(", ".join(words), "dim")] if words else []
    label = [visible_line(fact.label[lang]) for lang in Lang]
    shown = [visible_line(text) for text in renderings(fact)]
    rows = [
        _row(
            [Piece(f"{label[0]}  {label[1]}", "")],
            [Piece(f"{change.en} on the edition before" if change.en else "", "dim")],
        )
    ]
    both = shown[0] if shown[0] == shown[1] else " = ".join(shown)
    if cell_len(both) + sum(cell_len(piece.text) for piece in right) + MARGIN <= width:
        return [*rows, _row([Piece(both, "figure")], right)]
    return rows + [row for text in shown for row in _wrapped(text, "figure", width)]


def _disputed(standing: "FactAttestation", width: int) -> list[SheetRow]:
    """What puts the figure in doubt."""
    if standing.kind != "disputed":
        return []
    words = attestation_text(standing)
    return [row for text in words for row in _wrapped(visible_line(f"? {text}"), "note", width)]


def _said(fact: Fact) -> list[Piece]:
    shown = [visible_line(text) for text in renderings(fact)]
    said = shown[0] if shown[0] == shown[1] else " = ".join(shown)
    return [Piece(said), Piece("  " + visible_line(fact.label.en), "dim")]


def _notes(note: Bilingual, width: int, en: str = "", zh: str = "") -> list[SheetRow]:
    """A caution in both languages."""
    texts = [(en, note.en), (zh, note.zh)]
    return [
        row for before, text in texts if text for row in _wrapped("! " + before + visible_line(text), "note", width)
    ]


def _wrapped(text: str, look: str, width: int) -> list[SheetRow]:
    return [_row([Piece(text[start:end], look)]) for start, end in break_lines(text, max(8, width - MARGIN), cell_len)]


def _row(left: Line, right: Line = ()) -> SheetRow:
    return SheetRow([Piece("  "), *left], right)
