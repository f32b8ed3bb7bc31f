"""The fact card: what a figure says, in both languages, and everybody who states it."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Fact, Lang, Mention, Qualifier, Scope
from wmc_tui.present import renderings
from wmc_tui.present.wording import attestation_label, attestation_text
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.reading import Reading
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import RowItem

RESTATED = Bilingual(
    "Restated sentence by sentence from this publication; every figure is as it writes it.",
    "逐句改写自该来源，数字均保留原样。",
)
"""What a reader of a shipped article is told."""
NAME = 36
"""Cells of a mention's row that its publication may claim before the figure in a second language."""
MARGIN = 5
"""Cells of a row that are not for text: the cursor's sign, the sign of a note, the scroll bar."""


def card_items(reading: Reading, width: int, height: int) -> list[RowItem]:
    """The rows of the card, `width` cells wide, for what is being read; the key of a mention is its Place.

    The trend over the editions is there where all of it fits into `height` rows.
    """
    passages = reading.page.passages
    note = passages[reading.index].note if passages and reading.page.original is not None else Bilingual()
    fact = reading.library.fact(reading.fact) if reading.fact else None
    if fact is None:
        return [*_note_rows(note, width), *_page_rows(reading, width)]
    disputed, stated = _standing_rows(reading, fact, width)
    rows = [*_fact_rows(fact, width), *disputed, *_note_rows(note, width), *_note_rows(fact.note, width), stated]
    rows += _source_rows(reading.library, fact, width)
    trend = reading.trends.lines(fact, width - MARGIN) if reading.trends and len(rows) < height else []
    return [*rows, *map(_row, trend)] if len(rows) + len(trend) <= height else rows


def _fact_rows(fact: Fact, width: int) -> list[RowItem]:
    """What the figure says, and its value, each in both languages."""
    said = [str(fact.edition), fact.stage.label.en]
    if fact.scope is not Scope.EDITION:
        said.append(fact.scope.label.en)
    if fact.qualifier is not Qualifier.EXACT:
        said.append(fact.qualifier.label.en)
    state = (Piece(", ".join(said), "dim"),)
    return [*_both(fact.label, "strong", "  ", (), width), *_both(renderings(fact), "figure", " = ", state, width)]


def _standing_rows(reading: Reading, fact: Fact, width: int) -> tuple[list[RowItem], RowItem]:
    """What is disputed, and the heading of those who state the fact, which says how well it is attested.

    In the first frame neither is known yet.
    """
    if reading.attested is None:
        return [], _row((Piece("Stated by 来源", "heading"),))
    standing = reading.attested.standing(fact.id)
    words = attestation_text(standing)
    if standing.kind != "disputed":
        said = f"{words.en[:1].upper()}{words.en[1:]}  {attestation_label(standing).zh}"
        return [], _row((Piece(said, "heading"),))
    told = Bilingual(f"? {words.en} (v shows it)", f"? {words.zh}")
    count = len(standing.sources)
    stated = f"Stated by {count} publication{'' if count == 1 else 's'} 来源"
    return _both(told, "note", "  ", (), width), _row((Piece(stated, "heading"),))


def _source_rows(library: Library, fact: Fact, width: int) -> list[RowItem]:
    """Everybody who states a fact."""
    rows = _mention_rows(library, library.mentions_of(fact.id), width)
    for each in library.evidence_of(fact.id):
        left = (Piece(_publication(library, each.source), "dim"), Piece("  (no article here)", "dim"))
        rows.append(_row(left, (Piece(visible_line(each.as_written), "dim"),)))
    return rows


def _mention_rows(library: Library, mentions: list[Mention], width: int) -> list[RowItem]:
    """One row for each sentence that states the fact, with the figure as written: by the original first."""
    written: dict[tuple[str, int], dict[Lang, str]] = {}
    for mention in mentions:
        written.setdefault((mention.article, mention.sentence), {})[mention.lang] = visible_line(mention.as_written)
    rows = []
    for (article_id, n), texts in written.items():
        article = library.article(article_id)
        if article is None:
            continue
        figures = [texts[lang] for lang in (article.first, article.first.other) if lang in texts]
        if width - MARGIN - cell_len(" | ".join(figures)) < NAME:
            del figures[1:]
        left = (Piece(_publication(library, article.source)), Piece(f"  #{n}", "dim"))
        rows.append(RowItem(((left, (Piece(" | ".join(figures), "figure"),)),), Place(article_id, n, mentions[0].fact)))
    return rows


def _page_rows(reading: Reading, width: int) -> list[RowItem]:
    """Where no figure is chosen: what the reader should know of the page itself."""
    article = reading.library.article(reading.page.id)
    if article is None:
        edition = reading.library.edition(reading.page.edition)
        return _note_rows(edition.note, width) if edition else []
    rows = _wrapped(_publication(reading.library, article.source), "strong", width)
    source = reading.library.source(article.source)
    if source is not None:
        rows += [*_wrapped(visible_line(source.title), "", width), *_wrapped(visible_line(source.url), "dim", width)]
    if article.restated:
        rows += [*_wrapped(RESTATED.en, "dim", width), *_wrapped(RESTATED.zh, "dim", width)]
    return rows + _note_rows(article.note, width)


def _publication(library: Library, source_id: str) -> str:
    source = library.source(source_id)
    return visible_line(f"{source.publisher}, {source.published}") if source else visible_line(source_id)


def _both(texts: Bilingual, look: str, between: str, right: Line, width: int) -> list[RowItem]:
    """Both languages in a row, or in a row each where they do not fit; once where they are the same."""
    en, zh = visible_line(texts.en), visible_line(texts.zh)
    if en == zh:
        return [_row((Piece(en, look),), right)]
    room = width - MARGIN - sum(cell_len(piece.text) + 1 for piece in right)
    if cell_len(en + between + zh) <= room:
        return [_row((Piece(en, look), Piece(between), Piece(zh, look)), right)]
    return [_row((Piece(en, look),), right), _row((Piece(zh, look),))]


def _note_rows(note: Bilingual, width: int) -> list[RowItem]:
    """A caution in both languages; the sign stands at the first row of each."""
    return [row for text in (note.en, note.zh) for row in _wrapped(visible_line(text), "note", width, "! ")]


def _wrapped(text: str, look: str, width: int, sign: str = "") -> list[RowItem]:
    """Text as long as it is, broken into rows of a card `width` cells wide."""
    return [
        _row((Piece(" " * len(sign) if start else sign, look), Piece(text[start:end], look)))
        for start, end in break_lines(text, max(8, width - MARGIN), cell_len)
    ]


def _row(left: Line, right: Line = ()) -> RowItem:
    return RowItem(((left, right),))
