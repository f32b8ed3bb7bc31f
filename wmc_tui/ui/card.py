"""The fact card: what a figure says, in both languages, and everybody who states it."""

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Fact, Lang, Mention, Qualifier, Scope
from wmc_tui.present import qualifier_words, renderings, scope_words, stage_words
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.history import Place
from wmc_tui.ui.reading import Reading
from wmc_tui.ui.widgets.painted import Line, Piece
from wmc_tui.ui.widgets.rows import RowItem

RESTATED = Bilingual(
    "Restated sentence by sentence from this publication; every figure is as it writes it.",
    "逐句改写自该来源，数字均保留原样。",
)
"""What a reader of a shipped article is told."""
MARGIN = 5
"""Cells of a row that are not for text: the cursor's sign, the sign of a note, the scroll bar."""


def card_items(reading: Reading, width: int) -> list[RowItem]:
    """The rows of the card, `width` cells wide, for what is being read; the key of a mention is its Place."""
    fact = reading.library.fact(reading.fact) if reading.fact else None
    items = _fact_rows(reading.library, fact, width) if fact else _page_rows(reading, width)
    if reading.page.passages and reading.page.original is not None:
        note = reading.page.passages[reading.index].note
        items[2 if fact else 0 : 2 if fact else 0] = _note_rows(note, width)
    return items


def _fact_rows(library: Library, fact: Fact, width: int) -> list[RowItem]:
    shown = renderings(fact)
    said = [str(fact.edition), stage_words(fact.stage).en]
    if fact.scope is not Scope.EDITION:
        said.append(scope_words(fact.scope).en)
    if fact.qualifier is not Qualifier.EXACT:
        said.append(qualifier_words(fact.qualifier).en)
    state = ", ".join(said)
    label = (Piece(visible_line(fact.label.en), "strong"), Piece("  "), Piece(visible_line(fact.label.zh), "strong"))
    figure = (Piece(visible_line(shown.en), "figure"), Piece(" = "), Piece(visible_line(shown.zh), "figure"))
    right = (Piece(state, "dim"),)
    if shown.en == shown.zh:
        rows = [_row(label), _row(figure[:1], right)]
    elif cell_len(shown.en + shown.zh + state) + 2 * MARGIN > width:
        rows = [_row(label, right), _row(figure[:1]), _row(figure[2:])]
    else:
        rows = [_row(label), _row(figure, right)]
    rows += _note_rows(fact.note, width)
    mentions = library.mentions_of(fact.id)
    evidence = library.evidence_of(fact.id)
    sources = {article.source for m in mentions if (article := library.article(m.article))}
    sources |= {e.source for e in evidence}
    count = len(sources)
    rows.append(_row((Piece(f"Stated by {count} publication{'' if count == 1 else 's'} 来源", "heading"),)))
    rows += _mention_rows(library, mentions)
    for each in evidence:
        text = f"{_publication(library, each.source)}  (no article here)"
        rows.append(_row((Piece(text, "dim"),), (Piece(visible_line(each.as_written), "dim"),)))
    return rows


def _mention_rows(library: Library, mentions: list[Mention]) -> list[RowItem]:
    """One row for each sentence that states the fact, with the figure as written in each language."""
    written: dict[tuple[str, int], dict[Lang, str]] = {}
    for mention in mentions:
        written.setdefault((mention.article, mention.sentence), {})[mention.lang] = visible_line(mention.as_written)
    rows = []
    for (article_id, n), texts in written.items():
        article = library.article(article_id)
        if article is None:
            continue
        left: Line = (
            Piece(_publication(library, article.source)),
            Piece(f"  #{n}", "dim"),
        )
        right = " | ".join(texts[lang] for lang in (article.original, article.original.other) if lang in texts)
        key = Place(article_id, n, mentions[0].fact)
        rows.append(RowItem(((left, (Piece(right, "figure"),)),), key, False))
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
