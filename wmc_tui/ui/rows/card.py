"""The heads of the reading screen, and the fact card: what a figure says, who states it, the other editions' figures."""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from wmc_tui.model import Attestation, Bilingual, Fact, Lang, Qualifier, Scope
from wmc_tui.present.wording import attestation_label, attestation_text, dates, renderings
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.rows.sections import MARGIN, both_rows, note_rows, text_row, wrapped_rows
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import source_label
from wmc_tui.ui.state.reading import Reading
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import RowItem

if TYPE_CHECKING:
    from wmc_tui.present.comparison import Comparer

RESTATED = Bilingual(
    "Restated sentence by sentence from this publication; every figure is as it writes it.",
    "逐句改写自该来源，数字均保留原样。",
)
"""What a reader of a shipped article is told."""
MIN_PUBLICATION = 36
"""Cells that the publication keeps in a mention's row before the figure in a second language is left out."""
NAMES = Bilingual("English", "中文")
ORIGINAL = Bilingual("original", "原文")
TRANSLATION = Bilingual("translation", "译文")
TREND = "Trend 历届"
GAP = "  "


def title_line(reading: Reading) -> tuple[Line, Line]:
    """The title bar: the edition in both languages, and when it was held, or which hit of a search this is."""
    edition = reading.library.edition(reading.page.edition)
    if edition is None:
        return (Piece("wmc-tui", "strong"),), ()
    when = dates(edition.start, edition.end).en if edition.start and edition.end else ""
    if reading.hits is not None and reading.at_hit:
        when = reading.hits.label
    names = edition.name.map(visible_line)
    themes = (Piece("  " + visible_line(theme)) for theme in edition.theme)
    return (Piece(names.en, "strong"), Piece("  "), Piece(names.zh, "strong"), *themes), (Piece(when + " "),)


def pane_head(reading: Reading, lang: Lang) -> tuple[Line, Line]:
    """A pane's header: its language, whether it is the original, and whether it follows the other one."""
    original = reading.page.original
    role = "" if original is None else f" ({(ORIGINAL if lang == original else TRANSLATION)[lang]})"
    left = (Piece(NAMES[lang] + role, "strong" if lang is reading.lang else ""), Piece("  " + reading.page.title[lang]))
    state = "locked" if reading.locked else "unlocked"
    count = f"{reading.index_in(lang) + 1}/{len(reading.page.passages)}" if reading.page.passages else "empty"
    return left, (Piece(f"{count} {state} ", "dim"),)


def card_head(reading: Reading) -> tuple[Line, Line]:
    """The card's header: which figure of the sentence it is about."""
    facts = reading.facts_here()
    if reading.fact in facts:
        where = f"figure {facts.index(reading.fact) + 1} of {len(facts)} in this sentence "
        return (Piece("Fact 事实", "strong"),), (Piece(where, "dim"),)
    what = "Publication 来源" if reading.page.original else "Edition 届"
    return (Piece(what, "strong"),), (Piece("no figure in this sentence ", "dim"),)


def card_items(reading: Reading, width: int, height: int) -> list[RowItem]:
    """The rows of the card, `width` cells wide, for what is being read; the key of a mention is its Place.

    The trend over the editions is shown if all of it fits into `height` rows.
    """
    room = width - MARGIN
    passages = reading.page.passages
    note = passages[reading.index].note if passages and reading.page.original is not None else Bilingual()
    fact = reading.library.fact(reading.fact) if reading.fact else None
    if fact is None:
        return [*note_rows(note, room), *_page_rows(reading, room)]
    disputed, stated = _attestation_rows(reading, fact, room)
    rows = [*_fact_rows(fact, room), *disputed, *note_rows(note, room), *note_rows(fact.note, room), stated]
    rows += _source_rows(reading.library, fact, room)
    trend = trend_lines(reading.comparer, fact, room) if reading.comparer and len(rows) < height else []
    return [*rows, *map(text_row, trend)] if len(rows) + len(trend) <= height else rows


def _fact_rows(fact: Fact, room: int) -> list[RowItem]:
    """What the figure says, and its value, each in both languages."""
    words = [str(fact.edition), fact.stage.label.en]
    if fact.scope is not Scope.EDITION:
        words.append(fact.scope.label.en)
    if fact.qualifier is not Qualifier.EXACT:
        words.append(fact.qualifier.label.en)
    right = (Piece(", ".join(words), "dim"),)
    return [
        *both_rows(fact.label, "strong", room),
        *both_rows(renderings(fact), "figure", room, between=" = ", right=right),
    ]


def _attestation_rows(reading: Reading, fact: Fact, room: int) -> tuple[list[RowItem], RowItem]:
    """What is disputed, and the heading of the list of publications, which says how well the fact is attested.

    In the first frame neither is known yet.
    """
    if reading.attestation is None:
        return [], text_row((Piece("Stated by 来源", "heading"),))
    attestation = reading.attestation.of(fact.id)
    words = attestation_text(attestation)
    if attestation.kind is not Attestation.DISPUTED:
        heading = f"{words.en[:1].upper()}{words.en[1:]}  {attestation_label(attestation).zh}"
        return [], text_row((Piece(heading, "heading"),))
    disputed = Bilingual(f"? {words.en} (v shows it)", f"? {words.zh}")
    count = len(attestation.sources)
    heading = f"Stated by {count} publication{'' if count == 1 else 's'} 来源"
    return both_rows(disputed, "note", room), text_row((Piece(heading, "heading"),))


def _source_rows(library: Library, fact: Fact, room: int) -> list[RowItem]:
    """Everybody who states a fact: a row for each sentence, with the figure as written, by the original first."""
    written: dict[tuple[str, int], dict[Lang, str]] = {}
    for mention in library.mentions_of(fact.id):
        written.setdefault((mention.article, mention.sentence), {})[mention.lang] = visible_line(mention.as_written)
    rows = []
    for (article_id, n), texts in written.items():
        article = library.article(article_id)
        if article is None:
            continue
        figures = [texts[lang] for lang in (article.first, article.first.other) if lang in texts]
        if room - cell_len(" | ".join(figures)) < MIN_PUBLICATION:
            del figures[1:]
        left = (Piece(source_label(library, article.source)), Piece(f"  #{n}", "dim"))
        right = (Piece(" | ".join(figures), "figure"),)
        rows.append(RowItem(((left, right),), Place(article_id, n, fact.id)))
    for evidence in library.evidence_of(fact.id):
        left = (Piece(source_label(library, evidence.source), "dim"), Piece("  (no article here)", "dim"))
        rows.append(text_row(left, (Piece(visible_line(evidence.as_written), "dim"),)))
    return rows


def _page_rows(reading: Reading, room: int) -> list[RowItem]:
    """Where no figure is chosen: what the reader should know of the page itself."""
    article = reading.library.article(reading.page.id)
    if article is None:
        edition = reading.library.edition(reading.page.edition)
        return note_rows(edition.note, room) if edition else []
    rows = wrapped_rows(source_label(reading.library, article.source), "strong", room)
    source = reading.library.source(article.source)
    if source is not None:
        rows += wrapped_rows(visible_line(source.title), "", room)
        rows += wrapped_rows(visible_line(source.url), "dim", room)
    for text in RESTATED if article.restated else ():
        rows += wrapped_rows(text, "dim", room)
    return rows + note_rows(article.note, room)


def trend_lines(comparer: "Comparer", fact: Fact, width: int) -> list[Line]:
    """The editions with their figures, in lines of `width` cells; none if fewer than two editions have a figure."""
    from wmc_tui.present.comparison import narrow_figure
    from wmc_tui.series import key_of

    series = comparer.series(key_of(fact)) if fact.value is not None else None
    if series is None or len(series.facts) < 2:
        return []
    lines: list[Line] = []
    pieces, used = [Piece(TREND, "heading")], cell_len(TREND)
    for point in series.points:
        if not series.facts[0].edition <= point.edition <= series.facts[-1].edition:
            continue
        text = f"{GAP}{point.edition} {narrow_figure(point.fact, point.expected) if point.fact else '-'}"
        if used + cell_len(text) > width:
            lines.append(pieces)
            pieces, used = [], 0
        pieces.append(Piece(text, "strong" if point.edition == fact.edition else "dim"))
        used += cell_len(text)
    return [*lines, pieces]
