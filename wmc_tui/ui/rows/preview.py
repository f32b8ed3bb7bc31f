"""What the hit under the cursor leads to: the sentence in both languages, publications, a metric's figures."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Lang, language_label
from wmc_tui.present import citation
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines
from wmc_tui.ui.rows.hit_rows import marked
from wmc_tui.ui.state.hit_texts import Wording
from wmc_tui.ui.widgets.line import Line, Piece
from wmc_tui.ui.widgets.row_list import RowItem

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


class Said(NamedTuple):
    """A text of a preview."""

    text: str
    """As long as it is."""
    look: str = ""
    """The look of what did not match."""


class Previews:
    """The previews of one library's hits; what they say is read once, what matches in it is marked each time."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._said: dict[tuple[str, str], list[Said]] = {}

    def items(self, hit: "Hit", width: int) -> list[RowItem]:
        """The rows of a hit's preview, broken at `width` cells."""
        key = hit.kind, hit.id
        said = self._said.get(key)
        if said is None:
            every = _said(self._wording, hit)
            said = self._said[key] = [Said(visible_line(each.text), each.look) for each in every if each.text]
        rows: list[RowItem] = []
        for each, pieces in zip(said, marked(hit, [each.text for each in said]), strict=True):
            looked = [piece if piece.look else Piece(piece.text, each.look) for piece in pieces]
            rows += (RowItem(((line, ()),)) for line in _rows(each.text, looked, width))
        return rows


def told(texts: Bilingual, width: int) -> list[RowItem]:
    """A text that is no hit's, in both languages."""
    found = [visible_line(text) for text in dict.fromkeys(texts) if text]
    return [RowItem(((line, ()),)) for text in found for line in _rows(text, [Piece(text)], width)]


def _said(wording: Wording, hit: "Hit") -> Iterator[Said]:
    match hit.kind:
        case "fact":
            yield from _sentence(wording, hit)
            yield _publications(wording, hit)
        case "sentence":
            yield from _sentence(wording, hit)
            yield from _from_article(wording, hit)
        case "article":
            yield from map(Said, hit.text)
            yield from _from_article(wording, hit)
            yield from _sentence(wording, hit)
        case "publication":
            yield from _publication(wording, hit)
        case "metric":
            yield from _metric(wording, hit)
        case _:
            keys = "".join(wording.value(hit))
            yield Said(hit.text.en)
            yield Said(f"Enter does it; elsewhere: {keys}" if keys else "", "dim")


def _sentence(wording: Wording, hit: "Hit") -> Iterator[Said]:
    """The sentence that a hit leads to."""
    sentence = wording.library.sentence(hit.article, hit.sentence)
    if sentence is not None:
        yield from (Said(sentence.text(lang)) for lang in Lang)


def _publications(wording: Wording, hit: "Hit") -> Said:
    """All publications that state a fact, each with the figure as it writes it."""
    library = wording.library
    written: dict[str, str] = {}
    for mention in library.mentions_of(hit.fact):
        article = library.article(mention.article)
        if article and (article.source not in written or mention.lang is article.first):
            written[article.source] = mention.as_written
    told = "Stated by" if written else "No article here states it. Publications known to do so,"
    for evidence in library.evidence_of(hit.fact):
        written.setdefault(evidence.source, evidence.as_written)
    each = "; ".join(f"{wording.publisher(source)} ({text})" for source, text in written.items())
    return Said(f"{told} {len(written)}: {each}" if written else "No publication here states it.", "dim")


def _from_article(wording: Wording, hit: "Hit") -> Iterator[Said]:
    """Where a sentence or an article comes from."""
    article = wording.library.article(hit.article)
    source = wording.library.source(article.source) if article else None
    if article is not None and source is not None:
        cited = citation(source, restated=article.restated).en
        yield Said(f"#{hit.sentence}, {cited}" if hit.kind == "sentence" else cited, "dim")


def _publication(wording: Wording, hit: "Hit") -> Iterator[Said]:
    """All that is known of a publication."""
    source = wording.library.source(hit.id)
    if source is None:
        return
    yield Said(source.title)
    details = [source.publisher, source.published, language_label(source.language).en, source.url]
    yield Said(", ".join(filter(None, details)), "dim")
    stated = len(wording.stated_by(hit.id))
    where = (
        f"its article is here: {hit.article}" if hit.article else "no article of it here; Enter lists what it states"
    )
    yield Said(f"States {stated} fact{'' if stated == 1 else 's'}; {where}", "dim")
    yield from (Said(text, "note") for text in source.note)


def _metric(wording: Wording, hit: "Hit") -> Iterator[Said]:
    """A metric's figures over the editions, and what is counted."""
    metric = wording.library.metric(hit.id)
    if metric is not None:
        yield Said(f"{metric.label.en}  {metric.label.zh}")
        yield from (Said(text, "figure") for text in wording.figures(hit.id))
        yield from (Said(text, "note") for text in metric.note)


@lru_cache(maxsize=256)
def _broken(text: str, width: int) -> list[tuple[int, int]]:
    return break_lines(text, width, cell_len)


def _rows(text: str, pieces: Sequence[Piece], width: int) -> list[Line]:
    """The pieces of a text cut at the ends of its rows."""
    if cell_len(text) <= width:
        return [pieces]
    rows: list[Line] = []
    for start, end in _broken(text, width):
        row: list[Piece] = []
        at = 0
        for piece in pieces:
            inside = piece.text[max(0, start - at) : max(0, end - at)]
            if inside:
                row.append(Piece(inside, piece.look))
            at += len(piece.text)
        rows.append(row)
    return rows
