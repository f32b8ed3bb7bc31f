"""Search hits as rows, what matched marked and why it did, and the preview of the hit under the cursor."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from wmc_tui.model import Lang, language_label
from wmc_tui.present.wording import citation
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.rows.sections import text_row
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
    marked: list[list[Piece]] = []
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
        marked.append(pieces)
        at = end + 1
    return marked


def hit_item(texts: HitTexts, hit: "Hit", *, key: int, width: int, chinese: bool) -> LazyItem:
    """One hit of a list `width` cells wide, of two rows where that is narrow; `chinese`: the query is."""
    return LazyItem(key, 1 if width >= WIDE else 2, partial(_hit_lines, texts, hit, width, chinese))


def _hit_lines(texts: HitTexts, hit: "Hit", width: int, chinese: bool) -> RowLines:
    """Edition, kind, label and value of a fact, or the part of a sentence that matched, and why."""
    year = str(hit.edition) if hit.edition and hit.kind not in ("metric", "command") else ""
    head = (Piece(f"{year:<{YEAR}}", "strong"), Piece(f"{hit.kind:<{KIND}}", "dim"))
    why = Piece(f"  {_why(hit.why, width):<{WHY}}", "dim")
    marked = mark_matches(hit, texts.of(hit))
    if hit.kind == "sentence":
        left, below = _sentence_lines(marked, width, chinese)
        right: Line = ()
    else:
        left, right = _title_lines(marked, hit.kind, width, chinese)
        below = right
    if width > MOST:
        return ((fit([*head, *left], MOST, (*right, why)), ()),)
    if width >= WIDE:
        return (([*head, *left], (*right, why)),)
    return (([*head, *left], (why,)), ([Piece(" " * YEAR), *below], ()))


def _title_lines(marked: list[list[Piece]], kind: str, width: int, chinese: bool) -> tuple[Line, Line]:
    """Label or title, and what tells more about it: the value of a fact, the publisher of an article."""
    en, zh, *values = marked
    label = [*en, Piece("  "), *zh] if en and zh else en + zh
    right = _join_values(values)
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


def _why(reasons: Sequence[str], width: int) -> str:
    return visible_line(", ".join(reasons) if width >= ROOMY else "".join(reasons[:1]))


def _join_values(values: Sequence[list[Piece]]) -> list[Piece]:
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
    before = first.text[-CONTEXT:]
    return [Piece(f"..{before.partition(' ')[2] or before}"), *pieces[1:]]


class PreviewText(NamedTuple):
    """A text of a preview."""

    text: str
    """As long as it is."""
    look: str = ""
    """The look of what did not match."""


class Previews:
    """The previews of one library's hits; their texts are read once, what matches in them is marked each time."""

    def __init__(self, texts: HitTexts) -> None:
        self._texts = texts
        self._by_hit: dict[tuple[str, str], list[PreviewText]] = {}

    def items(self, hit: "Hit", width: int) -> list[RowItem]:
        """The rows of a hit's preview, broken at `width` cells."""
        key = hit.kind, hit.id
        texts = self._by_hit.get(key)
        if texts is None:
            texts = [PreviewText(visible_line(text), look) for text, look in preview_texts(self._texts, hit) if text]
            self._by_hit[key] = texts
        items: list[RowItem] = []
        for (text, look), pieces in zip(texts, mark_matches(hit, [text for text, _ in texts]), strict=True):
            items += _broken_rows(text, [piece if piece.look else Piece(piece.text, look) for piece in pieces], width)
        return items


def offer_preview(offer: Offer, width: int) -> list[RowItem]:
    """What an offer means, in both languages."""
    texts = [visible_line(text) for text in dict.fromkeys(offer.label) if text]
    return [row for text in texts for row in _broken_rows(text, [Piece(text)], width)]


def preview_texts(texts: HitTexts, hit: "Hit") -> Iterator[PreviewText]:
    """What the preview of a hit says, not yet made safe to show."""
    match hit.kind:
        case "fact":
            yield from _sentence_texts(texts, hit)
            yield _publications_text(texts, hit)
        case "sentence":
            yield from _sentence_texts(texts, hit)
            yield from _citation_texts(texts, hit)
        case "article":
            yield from map(PreviewText, hit.text)
            yield from _citation_texts(texts, hit)
            yield from _sentence_texts(texts, hit)
        case "publication":
            yield from _publication_texts(texts, hit)
        case "metric":
            yield from _metric_texts(texts, hit)
        case _:
            keys = "".join(texts.value(hit))
            yield PreviewText(hit.text.en)
            yield PreviewText(f"Enter does it; elsewhere: {keys}" if keys else "", "dim")


def _sentence_texts(texts: HitTexts, hit: "Hit") -> Iterator[PreviewText]:
    """The sentence that a hit leads to."""
    sentence = texts.library.sentence(hit.article, hit.sentence)
    if sentence is not None:
        yield from (PreviewText(sentence.text(lang)) for lang in Lang)


def _publications_text(texts: HitTexts, hit: "Hit") -> PreviewText:
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
    return PreviewText(f"{head} {len(written)}: {listed}" if written else "No publication here states it.", "dim")


def _citation_texts(texts: HitTexts, hit: "Hit") -> Iterator[PreviewText]:
    """Where a sentence or an article comes from."""
    article = texts.library.article(hit.article)
    source = texts.library.source(article.source) if article else None
    if article is not None and source is not None:
        cited = citation(source, restated=article.restated).en
        yield PreviewText(f"#{hit.sentence}, {cited}" if hit.kind == "sentence" else cited, "dim")


def _publication_texts(texts: HitTexts, hit: "Hit") -> Iterator[PreviewText]:
    """All that the store has of a publication."""
    source = texts.library.source(hit.id)
    if source is None:
        return
    yield PreviewText(source.title)
    details = [source.publisher, source.published, language_label(source.language).en, source.url]
    yield PreviewText(", ".join(filter(None, details)), "dim")
    count = len(texts.stated_by(hit.id))
    where = (
        f"its article is here: {hit.article}" if hit.article else "no article of it here; Enter lists what it states"
    )
    yield PreviewText(f"States {count} fact{'' if count == 1 else 's'}; {where}", "dim")
    yield from (PreviewText(text, "note") for text in source.note)


def _metric_texts(texts: HitTexts, hit: "Hit") -> Iterator[PreviewText]:
    """A metric's figures over the editions, and what is counted."""
    metric = texts.library.metric(hit.id)
    if metric is not None:
        yield PreviewText(f"{metric.label.en}  {metric.label.zh}")
        yield from (PreviewText(text, "figure") for text in texts.figures(hit.id))
        yield from (PreviewText(text, "note") for text in metric.note)


@lru_cache(maxsize=256)
def _spans(text: str, width: int) -> list[tuple[int, int]]:
    return break_lines(text, width, cell_len)


def _broken_rows(text: str, pieces: Sequence[Piece], width: int) -> list[RowItem]:
    """The pieces of a text cut at the ends of its rows."""
    if cell_len(text) <= width:
        return [text_row(pieces)]
    rows: list[RowItem] = []
    for start, end in _spans(text, width):
        row: list[Piece] = []
        at = 0
        for piece in pieces:
            inside = piece.text[max(0, start - at) : max(0, end - at)]
            if inside:
                row.append(Piece(inside, piece.look))
            at += len(piece.text)
        rows.append(text_row(row))
    return rows
