"""What the two panes show: an article, or an edition's overview, as aligned passages with marked figures, in rows.

All text is made safe for the terminal here, once; that keeps its length, so the places of figures stay right.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len

from wmc_tui.model import Bilingual, Lang, Mention
from wmc_tui.present.wording import renderings
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.text.wrap import break_lines

CALENDAR = {"date", "year", "ordinal"}
"""Kinds of quantity that are not marked where they state no fact."""


class Mark(NamedTuple):
    """A figure in a passage."""

    start: int
    """First code point in the shown text."""
    end: int
    """One past the last."""
    fact: str
    """The fact that it states."""


class Passage(NamedTuple):
    """One aligned unit: a sentence of an article, or a fact of an overview."""

    n: int
    """Its number on the page, the second half of its address."""
    text: Bilingual
    """Safe to show."""
    marks: Mapping[Lang, tuple[Mark, ...]]
    """Figures in reading order, by language."""
    heading: bool = False
    """True for a heading."""
    note: Bilingual = Bilingual()
    """A caution to the reader."""
    sign: str = ""
    """Stands before its number: in an overview, how well its fact is attested."""
    loose: Mapping[Lang, tuple[tuple[int, int], ...]] = MappingProxyType({})
    """Quantities that state no fact of the store, by language, as (start, end): thresholds, figures not yet taken in."""

    def facts(self, lang: Lang) -> list[str]:
        """Its facts once each, as that language states them; those that only the other one marks come last."""
        return list(dict.fromkeys(mark.fact for mark in (*self.marks[lang], *self.marks[lang.other])))


class Page(NamedTuple):
    """What the panes show at a time."""

    id: str
    """Article id, or `edition:YEAR`."""
    edition: int
    """Year."""
    title: Bilingual
    """Safe to show."""
    original: str | None
    """The language of the source; None for an overview."""
    passages: tuple[Passage, ...]
    """In reading order, `n` ascending."""

    def index_of(self, n: int, fact: str | None = None) -> int:
        """Position of passage `n`, or of the last one before it; in an overview, of the passage with that fact."""
        if self.original is None and fact is not None:
            return next((i for i, passage in enumerate(self.passages) if fact in passage.facts(Lang.EN)), 0)
        return max(0, bisect_right([passage.n for passage in self.passages], n) - 1)


def overview_id(year: int) -> str:
    """The page id of an edition's overview."""
    return f"edition:{year}"


def source_label(library: Library, source_id: str) -> str:
    """Who published a source, and when; safe to show."""
    source = library.source(source_id)
    return visible_line(f"{source.publisher}, {source.published}" if source else source_id)


def load_page(library: Library, page_id: str) -> Page | None:
    """The page of that id, or None where the store has no such article or edition."""
    head, _, year = page_id.partition(":")
    if head == "edition" and year.isdecimal():
        return _overview(library, int(year))
    return _article(library, page_id)


def with_loose(page: Page) -> Page:
    """The page with every quantity found that no mark covers; loads the recogniser, so not for the first frame."""
    from wmc_tui.quantities.recogniser import recognise

    def loose(passage: Passage, lang: Lang) -> tuple[tuple[int, int], ...]:
        marks = passage.marks[lang]
        return tuple(
            (figure.start, figure.end)
            for figure in recognise(passage.text[lang], lang)
            if figure.kind not in CALENDAR and not any(m.start < figure.end and figure.start < m.end for m in marks)
        )

    passages = tuple(p._replace(loose={lang: loose(p, lang) for lang in Lang}) for p in page.passages)
    return page._replace(passages=passages)


def with_signs(page: Page, sign_of: Callable[[str], str]) -> Page:
    """An overview with a sign at each fact that has one; any other page as it is."""
    if page.original is not None:
        return page
    return page._replace(passages=tuple(p._replace(sign=sign_of(p.marks[Lang.EN][0].fact)) for p in page.passages))


def _article(library: Library, article_id: str) -> Page | None:
    article = library.article(article_id)
    if article is None:
        return None
    marks: dict[tuple[int, Lang], list[Mention]] = {}
    for mention in library.mentions_in(article_id):
        marks.setdefault((mention.sentence, mention.lang), []).append(mention)
    passages = tuple(
        Passage(
            n=sentence.n,
            text=Bilingual(sentence.en, sentence.zh).map(visible_line),
            marks={lang: _marks(marks.get((sentence.n, lang), [])) for lang in Lang},
            heading=sentence.heading,
            note=sentence.note.map(visible_line),
        )
        for sentence in library.sentences(article_id)
    )
    return Page(article.id, article.edition, article.title.map(visible_line), article.original, passages)


def _overview(library: Library, year: int) -> Page | None:
    edition = library.edition(year)
    if edition is None:
        return None
    facts = library.facts(edition=year)
    rank = {fact_id: i for i, fact_id in enumerate(edition.headline)}
    facts.sort(key=lambda fact: rank.get(fact.id, len(rank)))
    passages = []
    for n, fact in enumerate(facts, 1):
        label, figure = fact.label.map(visible_line), renderings(fact).map(visible_line)
        heads = Bilingual(f"{label.en}: ", f"{label.zh}：")
        text = Bilingual(heads.en + figure.en, heads.zh + figure.zh)
        marks = {lang: (Mark(len(heads[lang]), len(text[lang]), fact.id),) for lang in Lang}
        passages.append(Passage(n, text, marks, note=fact.note.map(visible_line)))
    return Page(overview_id(year), year, edition.name.map(visible_line), None, tuple(passages))


def _marks(mentions: list[Mention]) -> tuple[Mark, ...]:
    """The mentions of one text as marks; one that overlaps an earlier one is left out."""
    marks: list[Mark] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not marks or mention.start >= marks[-1].end:
            marks.append(Mark(mention.start, mention.end, mention.fact))
    return tuple(marks)


class Row(NamedTuple):
    """One row of a pane."""

    passage: int
    """Index of its passage on the page."""
    start: int
    """First code point of the passage's text in this row."""
    end: int
    """One past the last; equal to `start` in a row that only keeps the languages aligned."""
    first: bool
    """True for the first row of its passage."""


class Layout(NamedTuple):
    """All rows of one language of a page."""

    rows: tuple[Row, ...]
    """From top to bottom."""
    tops: tuple[int, ...]
    """For each passage, the index of its first row; one more entry holds the number of rows."""

    def top(self, passage: int) -> int:
        """The first row of a passage."""
        return self.tops[passage]

    def bottom(self, passage: int) -> int:
        """One past the last row of a passage."""
        return self.tops[passage + 1]

    def row_of(self, passage: int, offset: int) -> int:
        """The row that shows a code point of a passage's text."""
        for y in range(self.top(passage), self.bottom(passage)):
            if offset < self.rows[y].end:
                return y
        return self.bottom(passage) - 1


UNBROKEN = 24
"""Cells up to which a figure is never broken; a longer one keeps its number and unit together, by the rules of text."""

Spans = list[list[tuple[int, int]]]


def break_passages(passages: Sequence[Passage], lang: Lang, width: int) -> Spans:
    """For each passage the code-point ranges of its rows, at least one, none wider than `width` cells.

    Short figures are kept whole; a theme or a long counted noun would leave ragged rows.
    """
    rows: Spans = []
    for passage in passages:
        text = passage.text[lang]
        figures = ((mark.start, mark.end) for mark in passage.marks[lang])
        whole = [(start, end) for start, end in figures if cell_len(text[start:end]) <= UNBROKEN]
        rows.append(break_lines(text, width, cell_len, whole) or [(0, 0)])
    return rows


def stack(spans: Spans, heights: Sequence[int] | None = None) -> Layout:
    """The rows of all passages one below the other, each at least as high as `heights` says."""
    rows: list[Row] = []
    tops: list[int] = []
    for index, ranges in enumerate(spans):
        tops.append(len(rows))
        rows.extend(Row(index, start, end, i == 0) for i, (start, end) in enumerate(ranges))
        missing = heights[index] - len(ranges) if heights else 0
        end = ranges[-1][1]
        rows.extend(Row(index, end, end, False) for _ in range(missing))
    return Layout(tuple(rows), (*tops, len(rows)))


def align(first: Spans, second: Spans) -> tuple[Layout, Layout]:
    """Two languages side by side: every passage starts in the same row of both."""
    heights = [max(len(one), len(other)) for one, other in zip(first, second, strict=True)]
    return stack(first, heights), stack(second, heights)
