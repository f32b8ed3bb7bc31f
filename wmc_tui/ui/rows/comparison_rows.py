"""What is under the cursor of a comparison, in full: the figure, who states it, other figures, cautions."""

from typing import TYPE_CHECKING

from wmc_tui.model import Attestation, Bilingual, Fact, Mention, Qualifier
from wmc_tui.present.comparison import Comparer, edition_figure, series_title
from wmc_tui.present.wording import attestation_label, attestation_text, both_languages, renderings
from wmc_tui.series import Series
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.rows.sections import MARGIN, both_rows, note_rows, text_row
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import overview_id
from wmc_tui.ui.widgets.line import Piece
from wmc_tui.ui.widgets.row_list import RowItem, StaticRows

if TYPE_CHECKING:
    from collections.abc import Callable

    from wmc_tui.checks.attestation import FactAttestation

    AttestationOf = Callable[[str], FactAttestation]
    """How well the fact of an id is attested."""


def place_of(library: Library, fact: Fact) -> Place:
    """Where a fact is stated: the sentence, by preference in an article on its own edition; else its edition's facts."""

    def is_elsewhere(mention: Mention) -> bool:
        article = library.article(mention.article)
        return article is None or article.edition != fact.edition

    mention = min(library.mentions_of(fact.id), key=is_elsewhere, default=None)
    return (
        Place(mention.article, mention.sentence, fact.id) if mention else Place(overview_id(fact.edition), 1, fact.id)
    )


def details(
    comparer: Comparer, series: Series | None, year: int | None, width: int, attestation_of: "AttestationOf"
) -> StaticRows:
    """The figure under the cursor in both languages, further figures and notes, in rows `width` cells wide.

    The head says which figure it is, how well it is attested, and how many publications state it.
    """
    if series is None:
        return StaticRows(((Piece("nothing here", "dim"),), ()), [])
    room = width - MARGIN
    notes = note_rows(series.metric.note, room, Bilingual("Metric: ", "指标："))
    title = Piece(both_languages(series_title(series)), "strong")
    entry = edition_figure(series, year) if year is not None else None
    if entry is None or entry.fact is None:
        text = f"figures of {len(series.facts)} of {len(series.points)} editions " if year is None else ""
        gap = [] if year is None else [text_row((Piece("no figure  无数据", "dim"),))]
        head = (Piece(f"{year}  " if year else "", "strong"), title)
        return StaticRows((head, (Piece(text, "dim"),)), [*gap, *notes])
    attestation = attestation_of(entry.fact.id)
    disputed = attestation.kind is Attestation.DISPUTED
    rows = _figure_rows(entry.fact, entry.change, room)
    if disputed:
        rows += both_rows(attestation_text(attestation).map("? {}".format), "note", room)
    point = next(point for point in series.points if point.edition == year)
    rows += [*map(_other_row, point.others), *note_rows(entry.fact.note, room), *notes]
    aside = Piece(_attested(comparer.library, entry.fact, attestation) + " ", "note" if disputed else "dim")
    return StaticRows(((Piece(f"{year}  ", "strong"), title), (aside,)), rows)


def _attested(library: Library, fact: Fact, attestation: "FactAttestation") -> str:
    """How well a fact is attested, and by how many publications."""
    text = attestation_label(attestation).en
    if attestation.kind is not Attestation.SINGLE:
        text += f", {len(attestation.sources)} publication{'' if len(attestation.sources) == 1 else 's'}"
    if attestation.sources and not library.mentions_of(fact.id):
        text += ", no article here"
    return text


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
