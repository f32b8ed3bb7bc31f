"""What the hit under the cursor leads to: the sentence in both languages, publications, a metric's figures."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Lang
from wmc_tui.present import citation, language_words
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.hits import marked
from wmc_tui.ui.widgets.painted import Line, Piece
from wmc_tui.ui.widgets.rows import RowItem
from wmc_tui.ui.wording import Wording

if TYPE_CHECKING:
    from wmc_tui.search import Hit

HEADS = {
    "fact": "Sentence 原句",
    "sentence": "Sentence 原句",
    "article": "Article 文章",
    "publication": "Publication 来源",
    "metric": "Metric 指标",
    "command": "Command 命令",
}
"""What the preview of a hit is called, by its kind."""


def preview_items(wording: Wording, hit: "Hit", width: int) -> list[RowItem]:
    """The rows of a hit's preview, broken at `width` cells."""
    match hit.kind:
        case "fact":
            lines = [*_sentence(wording, hit, width), *_publications(wording, hit, width)]
        case "sentence":
            lines = [*_sentence(wording, hit, width), *_from_article(wording, hit, width)]
        case "article":
            lines = [
                *_texts(hit, hit.text, width),
                *_from_article(wording, hit, width),
                *_sentence(wording, hit, width),
            ]
        case "publication":
            lines = _publication(wording, hit, width)
        case "metric":
            lines = _metric(wording, hit, width)
        case _:
            keys = "".join(wording.value(hit))
            lines = _texts(hit, (hit.text.en, f"Enter does it; elsewhere: {keys}" if keys else ""), width)
    return [RowItem(((line, ()),)) for line in lines]


def _sentence(wording: Wording, hit: "Hit", width: int) -> list[Line]:
    """The sentence that a hit leads to."""
    sentence = wording.library.sentence(hit.article, hit.sentence)
    return _texts(hit, (sentence.text(lang) for lang in Lang), width) if sentence else []


def _publications(wording: Wording, hit: "Hit", width: int) -> list[Line]:
    """All publications that state a fact, each with the figure as it writes it."""
    library = wording.library
    written: dict[str, str] = {}
    for mention in library.mentions_of(hit.fact):
        article = library.article(mention.article)
        if article and (article.source not in written or mention.lang is article.first):
            written[article.source] = mention.as_written
    here = bool(written)
    for evidence in library.evidence_of(hit.fact):
        written.setdefault(evidence.source, evidence.as_written)
    if not written:
        return _texts(hit, ("No publication here states it.",), width, "dim")
    told = (
        f"Stated by {len(written)}: " if here else f"No article here states it. Publications known to, {len(written)}: "
    )
    each = [f"{wording.publisher(source)} ({visible_line(text)})" for source, text in written.items()]
    return _texts(hit, (told + "; ".join(each),), width, "dim")


def _from_article(wording: Wording, hit: "Hit", width: int) -> list[Line]:
    """Where a sentence or an article comes from."""
    article = wording.library.article(hit.article)
    source = wording.library.source(article.source) if article else None
    if article is None or source is None:
        return []
    cited = citation(source, restated=article.restated).en
    return _texts(hit, (f"#{hit.sentence}, {cited}" if hit.kind == "sentence" else cited,), width, "dim")


def _publication(wording: Wording, hit: "Hit", width: int) -> list[Line]:
    """All that is known of a publication."""
    source = wording.library.source(hit.id)
    if source is None:
        return []
    lines = _texts(hit, (source.title,), width)
    details = [source.publisher, source.published, language_words(source.language).en, source.url]
    lines += _texts(hit, (", ".join(filter(None, details)),), width, "dim")
    stated = len(wording.stated_by(hit.id))
    where = (
        f"its article is here: {hit.article}" if hit.article else "no article of it here; Enter lists what it states"
    )
    lines += _texts(hit, (f"States {stated} fact{'' if stated == 1 else 's'}; {where}",), width, "dim")
    return lines + _texts(hit, source.note, width, "note")


def _metric(wording: Wording, hit: "Hit", width: int) -> list[Line]:
    """A metric's figures over the editions, and what is counted."""
    metric = wording.library.metric(hit.id)
    if metric is None:
        return []
    return [
        *_texts(hit, (f"{metric.label.en}  {metric.label.zh}",), width),
        *_texts(hit, wording.figures(hit.id), width, "figure"),
        *_texts(hit, metric.note, width, "note"),
    ]


def _texts(hit: "Hit", texts: Iterable[str], width: int, look: str = "") -> list[Line]:
    """Texts as long as they are, broken into rows, what matched marked."""
    lines: list[Line] = []
    for text in filter(None, map(visible_line, texts)):
        pieces = [piece if piece.look else Piece(piece.text, look) for piece in marked(hit, (text,))[0]]
        lines += _rows(text, pieces, width)
    return lines


def told(texts: Bilingual, width: int) -> list[RowItem]:
    """A text that is no hit's, in both languages."""
    found = [visible_line(text) for text in dict.fromkeys(texts) if text]
    return [RowItem(((line, ()),)) for text in found for line in _rows(text, [Piece(text)], width)]


def _rows(text: str, pieces: Sequence[Piece], width: int) -> list[Line]:
    """The pieces of a text cut at the ends of its rows."""
    if cell_len(text) <= width:
        return [pieces]
    rows: list[Line] = []
    for start, end in break_lines(text, width, cell_len):
        row: list[Piece] = []
        at = 0
        for piece in pieces:
            inside = piece.text[max(0, start - at) : max(0, end - at)]
            if inside:
                row.append(Piece(inside, piece.look))
            at += len(piece.text)
        rows.append(row)
    return rows
