"""Search hits as rows, what matched marked and why it did, and the preview of the hit under the cursor."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len

from wmc_tui.model import language_label
from wmc_tui.present.wording import citation
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.rows.sections import broken_lines, marked_pieces, text_row, wrapped_rows
from wmc_tui.ui.state.hit_texts import HitTexts
from wmc_tui.ui.state.pages import source_label
from wmc_tui.ui.state.search_state import Offer
from wmc_tui.ui.widgets.line import Line, Piece, fit
from wmc_tui.ui.widgets.row_list import LazyItem, RowItem, RowLines

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
HEADS = {
    "fact": "Sentence 原句",
    "sentence": "Sentence 原句",
    "article": "Article 文章",
    "publication": "Publication 来源",
    "metric": "Metric 指标",
    "command": "Command 命令",
}
"""What the preview of a hit is called, by its kind."""


def mark_matches(hit: "Hit", texts: Sequence[str]) -> list[list[Piece]]:
    """Texts as pieces, what matched in them marked; they are searched together, as that is faster."""
    spans = hit.spans("\n".join(texts))
    marked = []
    for text in texts:
        marked.append(marked_pieces(text, [span for span in spans if span[0] < len(text) and span[1] > 0], "match"))
        spans = [(start - len(text) - 1, end - len(text) - 1) for start, end in spans]
    return marked


def hit_item(texts: HitTexts, hit: "Hit", *, key: int, width: int, chinese: bool) -> LazyItem:
    """One hit of a list `width` cells wide, of two rows where that is narrow; `chinese`: the query is."""
    return LazyItem(key, 1 if width >= WIDE else 2, partial(_hit_lines, texts, hit, width, chinese))


def _hit_lines(texts: HitTexts, hit: "Hit", width: int, chinese: bool) -> RowLines:
    """Edition, kind, label and value of a fact, or the part of a sentence that matched, and why."""
    year = str(hit.edition) if hit.edition and hit.kind not in ("metric", "command") else ""
    head = (Piece(f"{year:<{YEAR}}", "strong"), Piece(f"{hit.kind:<{KIND}}", "dim"))
    reasons = visible_line(", ".join(hit.why if width >= ROOMY else hit.why[:1]))
    why = Piece(f"  {reasons:<{WHY}}", "dim")
    marked = mark_matches(hit, texts.of(hit))
    if hit.kind == "sentence":
        left, more = _sentence_lines(marked, width, chinese)
    else:
        left, more = _title_lines(marked, hit.kind, width, chinese)
    if width < WIDE:
        return (([*head, *left], (why,)), ([Piece(" " * YEAR), *more], ()))
    right = (why,) if hit.kind == "sentence" else (*more, why)
    return ((fit([*head, *left], MOST, right), ()),) if width > MOST else (([*head, *left], right),)


def _title_lines(marked: list[list[Piece]], kind: str, width: int, chinese: bool) -> tuple[Line, Line]:
    """Label or title, and what tells more about it: the value of a fact, the publisher of an article."""
    en, zh, *values = marked
    label = [*en, Piece("  "), *zh] if en and zh else en + zh
    right = [piece for value in values for piece in (Piece(" = ", "dim"), *value)][1:]
    share = 2 if kind == "fact" else 3
    room = (min(width, MOST) - YEAR - KIND - WHY) // share if width >= WIDE else width - YEAR - 4
    return label, right if _cells(right) <= room else fit(values[-1 if chinese else 0], room)


def _sentence_lines(marked: list[list[Piece]], width: int, chinese: bool) -> tuple[Line, Line]:
    """The language that matches first, the one typed where both do; then the other one."""
    texts = [*reversed(marked[:2])] if chinese else marked[:2]
    texts.sort(key=lambda pieces: not any(piece.look for piece in pieces))
    room = min(width, MOST) - YEAR - KIND - WHY - 6
    return _excerpt(texts[0], room), _excerpt(texts[1], room)


def offer_item(offer: Offer, key: int, width: int) -> RowItem:
    """A row that is another query: what it is for, the query, what it means, and how many records have it."""
    head = (Piece(" " * YEAR), Piece(f"{offer.kind:<{KIND}}", "dim"), Piece(offer.shown, "strong"))
    texts = [visible_line(text) for text in dict.fromkeys(offer.label) if text and text not in offer.shown]
    count = (Piece(f"{offer.records} ", "dim"),) if offer.records is not None else ()
    if width >= WIDE or not texts:
        return RowItem((((*head, *(Piece(f"  {text}", "dim") for text in texts)), count),), key)
    return RowItem(((head, count), ((Piece(" " * YEAR + "  ".join(texts), "dim"),), ())), key)


def _cells(line: Line) -> int:
    return sum(cell_len(piece.text) for piece in line)


def _excerpt(pieces: list[Piece], room: int) -> list[Piece]:
    """A sentence; where it is wider than the room for it and matches late, from the words before the first match."""
    first = pieces[0] if pieces else Piece("")
    if first.look or len(pieces) == 1 or cell_len(first.text) <= room // 2 or _cells(pieces) <= room:
        return pieces
    before = first.text[-CONTEXT:]
    return [Piece(f"..{before.partition(' ')[2] or before}"), *pieces[1:]]


class Previews:
    """The previews of one library's hits; their texts are read once, what matches in them is marked each time."""

    def __init__(self, texts: HitTexts) -> None:
        self._texts = texts
        self._by_hit: dict[tuple[str, str], list[Piece]] = {}

    def items(self, hit: "Hit", width: int) -> list[RowItem]:
        """The rows of a hit's preview, broken at `width` cells."""
        key = hit.kind, hit.id
        if key not in self._by_hit:
            unsafe = preview_texts(self._texts, hit)
            self._by_hit[key] = [Piece(visible_line(text), look) for text, look in unsafe if text]
        texts = self._by_hit[key]
        rows: list[list[Piece]] = []
        for (_, look), pieces in zip(texts, mark_matches(hit, [text for text, _ in texts]), strict=True):
            rows += broken_lines([piece if piece.look else Piece(piece.text, look) for piece in pieces], width)
        return [text_row(row) for row in rows]


def offer_preview(offer: Offer, width: int) -> list[RowItem]:
    """What an offer means, in both languages."""
    texts = [visible_line(text) for text in dict.fromkeys(offer.label) if text]
    return [row for text in texts for row in wrapped_rows(text, "", width)]


def preview_texts(texts: HitTexts, hit: "Hit") -> Iterator[Piece]:
    """What the preview of a hit says, not yet made safe to show."""
    match hit.kind:
        case "fact":
            yield from _sentence_texts(texts, hit)
            yield _publications_text(texts, hit)
        case "sentence":
            yield from _sentence_texts(texts, hit)
            yield from _citation_texts(texts, hit)
        case "article":
            yield from map(Piece, hit.text)
            yield from _citation_texts(texts, hit)
            yield from _sentence_texts(texts, hit)
        case "publication":
            yield from _publication_texts(texts, hit)
        case "metric":
            yield from _metric_texts(texts, hit)
        case _:
            keys = "".join(texts.value(hit))
            yield Piece(hit.text.en)
            yield Piece(f"Enter does it; elsewhere: {keys}" if keys else "", "dim")


def _sentence_texts(texts: HitTexts, hit: "Hit") -> Iterator[Piece]:
    """The sentence that a hit leads to."""
    sentence = texts.library.sentence(hit.article, hit.sentence)
    if sentence is not None:
        yield from map(Piece, (sentence.en, sentence.zh))


def _publications_text(texts: HitTexts, hit: "Hit") -> Piece:
    """All publications that state a fact, each with the figure as it writes it."""
    library = texts.library
    written: dict[str, str] = {}
    for mention in library.mentions_of(hit.fact):
        article = library.article(mention.article)
        if article and (article.source not in written or mention.lang is article.first):
            written[article.source] = mention.as_written
    head = "Stated by" if written else "No article here states it. Publications known to do so,"
    for evidence in library.evidence_of(hit.fact):
        written.setdefault(evidence.source, evidence.as_written)
    listed = "; ".join(f"{source_label(library, source)} ({text})" for source, text in written.items())
    return Piece(f"{head} {len(written)}: {listed}" if written else "No publication here states it.", "dim")


def _citation_texts(texts: HitTexts, hit: "Hit") -> Iterator[Piece]:
    """Where a sentence or an article comes from."""
    article = texts.library.article(hit.article)
    source = texts.library.source(article.source) if article else None
    if article is not None and source is not None:
        cited = citation(source, restated=article.restated).en
        yield Piece(f"#{hit.sentence}, {cited}" if hit.kind == "sentence" else cited, "dim")


def _publication_texts(texts: HitTexts, hit: "Hit") -> Iterator[Piece]:
    """All that the store has of a publication."""
    source = texts.library.source(hit.id)
    if source is None:
        return
    yield Piece(source.title)
    details = [source.publisher, source.published, language_label(source.language).en, source.url]
    yield Piece(", ".join(filter(None, details)), "dim")
    count = len(texts.stated_by(hit.id))
    where = (
        f"its article is here: {hit.article}" if hit.article else "no article of it here; Enter lists what it states"
    )
    yield Piece(f"States {count} fact{'' if count == 1 else 's'}; {where}", "dim")
    yield from (Piece(text, "note") for text in source.note)


def _metric_texts(texts: HitTexts, hit: "Hit") -> Iterator[Piece]:
    """A metric's figures over the editions, and what is counted."""
    metric = texts.library.metric(hit.id)
    if metric is not None:
        yield Piece(f"{metric.label.en}  {metric.label.zh}")
        yield from (Piece(text, "figure") for text in texts.figures(hit.id))
        yield from (Piece(text, "note") for text in metric.note)
