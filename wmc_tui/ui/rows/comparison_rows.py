"""What is under the cursor of a comparison, in full: the figure, who states it, other figures, cautions."""

from typing import TYPE_CHECKING

from wmc_tui.model import Attestation, Bilingual, Fact, Qualifier
from wmc_tui.present.comparison import Comparer, edition_figure, series_title
from wmc_tui.present.wording import attestation_label, attestation_text, renderings
from wmc_tui.series import Series
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.rows.sections import MARGIN, both_rows, note_rows, text_row
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import overview_id
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from collections.abc import Callable

    from wmc_tui.checks.attestation import FactAttestation

    AttestationOf = Callable[[str], FactAttestation]
    """How well the fact of an id is attested."""


def place_of(library: Library, fact: Fact) -> Place:
    """Where a fact is stated: the sentence, by preference in an article on its own edition; else its edition's facts."""
    places = []
    for mention in library.mentions_of(fact.id):
        article = library.article(mention.article)
        if article is not None:
            places.append((article.edition != fact.edition, Place(mention.article, mention.sentence, fact.id)))
    places.sort(key=lambda pair: pair[0])
    return places[0][1] if places else Place(overview_id(fact.edition), 1, fact.id)


def details_head(
    comparer: Comparer, series: Series | None, year: int | None, attestation_of: "AttestationOf"
) -> tuple[Line, Line]:
    """Which figure it is, how well it is attested, and how many publications state it."""
    if series is None:
        return (Piece("nothing here", "dim"),), ()
    title = series_title(series)
    both = title.en if title.en == title.zh else f"{title.en}  {title.zh}"
    entry = edition_figure(series, year) if year is not None else None
    if entry is None or entry.fact is None:
        count = len(series.facts)
        text = f"figures of {count} of {len(series.points)} editions " if year is None else ""
        return (Piece(f"{year}  " if year else "", "strong"), Piece(both, "strong")), (Piece(text, "dim"),)
    attestation = attestation_of(entry.fact.id)
    text = attestation_label(attestation).en
    if attestation.kind is not Attestation.SINGLE:
        text += f", {len(attestation.sources)} publication{'' if len(attestation.sources) == 1 else 's'}"
    if attestation.sources and not comparer.library.mentions_of(entry.fact.id):
        text += ", no article here"
    look = "note" if attestation.kind is Attestation.DISPUTED else "dim"
    return (Piece(f"{year}  ", "strong"), Piece(both, "strong")), (Piece(text + " ", look),)


def details_items(
    series: Series | None, year: int | None, width: int, attestation_of: "AttestationOf"
) -> list[RowItem]:
    """The figure in both languages, further figures and notes, in rows of a list `width` cells wide."""
    if series is None:
        return []
    room = width - MARGIN
    entry = edition_figure(series, year) if year is not None else None
    rows: list[RowItem] = []
    if entry is not None and entry.fact is not None:
        rows += _figure_rows(entry.fact, entry.change, room)
        attestation = attestation_of(entry.fact.id)
        if attestation.kind is Attestation.DISPUTED:
            words = attestation_text(attestation)
            rows += both_rows(Bilingual(f"? {words.en}", f"? {words.zh}"), "note", room)
        point = next(point for point in series.points if point.edition == year)
        rows += map(_other_row, point.others)
        rows += note_rows(entry.fact.note, room)
    elif year is not None:
        rows.append(text_row((Piece("no figure  无数据", "dim"),)))
    return rows + note_rows(series.metric.note, room, Bilingual("Metric: ", "指标："))


def _figure_rows(fact: Fact, change: Bilingual, room: int) -> list[RowItem]:
    """What the fact says of itself and its figure, each in both languages."""
    words = [fact.stage.label.en, *([fact.as_of] if fact.as_of else [])]
    words += [fact.qualifier.label.en] if fact.qualifier is not Qualifier.EXACT else []
    changed = (Piece(f"{change.en} on the edition before", "dim"),) if change.en else ()
    return [
        *both_rows(fact.label, "", room, right=changed),
        *both_rows(renderings(fact), "figure", room, between=" = ", right=(Piece(", ".join(words), "dim"),)),
    ]


def _other_row(fact: Fact) -> RowItem:
    """A further figure of the edition."""
    figure = " = ".join(dict.fromkeys(map(visible_line, renderings(fact))))
    left = (Piece("also: ", "dim"), Piece(figure), Piece("  " + visible_line(fact.label.en), "dim"))
    return text_row(left, (Piece(fact.stage.label.en, "dim"),))
