"""Pages of the reader, to be written for use elsewhere."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Article, Edition, Fact
from wmc_tui.present.tables import Cell, Data, markdown_cell, markdown_table, markdown_titles, plain_data
from wmc_tui.present.wording import citation, publication_list, renderings, source_ids, sources_of

if TYPE_CHECKING:
    from wmc_tui.store import Library

FACT_COLUMNS = (
    "fact edition metric label_en label_zh value unit qualifier rendering_en rendering_zh scope stage sources".split()
)
"""Columns of facts; `value` is a plain decimal, `sources` are ids separated by spaces."""
FACT_HEADS = ("fact", "事实", "", "", "stated by 来源")
"""Headings of a Markdown table of facts: two names, then what `figure_cells` gives."""


class PageExport(NamedTuple):
    """An article with its facts, or the facts of an edition."""

    library: "Library"
    edition: Edition
    article: Article | None
    """None for the overview of the edition."""

    def markdown(self) -> str:
        """An article sentence by sentence in two columns, then its facts; only the facts of an edition."""
        lines = markdown_titles(self.article.title if self.article else self.edition.name)
        if self.article:
            source = self.library.source(self.article.source)
            if source:
                cited = citation(source, restated=self.article.restated)
                lines += [markdown_cell(cited.en), "", markdown_cell(cited.zh), ""]
            sentences = self.library.sentences(self.article.id)
            rows = ((str(sentence.n), sentence.en, sentence.zh) for sentence in sentences)
            lines += [*markdown_table(("", "English", "中文"), rows), ""]
        facts = ((fact.label.en, fact.label.zh, *figure_cells(self.library, fact)) for fact in self.facts())
        return "\n".join([*lines, *markdown_table(FACT_HEADS, facts)]) + "\n"

    def table(self) -> Iterator[Sequence[Cell]]:
        """A row for each fact."""
        yield FACT_COLUMNS
        for fact in self.facts():
            shown = renderings(fact)
            what = (fact.id, fact.edition, fact.metric, fact.label.en, fact.label.zh)
            figure = (fact.value, fact.unit, fact.qualifier, shown.en, shown.zh)
            yield (*what, *figure, fact.scope, fact.stage, " ".join(source_ids(self.library, fact)))

    def data(self) -> list[Data]:
        """The rows of the table, each by the names of its columns."""
        columns, *rows = self.table()
        return [dict(zip(map(str, columns), map(plain_data, row), strict=True)) for row in rows]

    def facts(self) -> list[Fact]:
        """The facts that the article states, in its order, or all of the edition."""
        if self.article is None:
            return self.library.facts(edition=self.edition.year)
        ids = dict.fromkeys(mention.fact for mention in self.library.mentions_in(self.article.id))
        return [fact for fact in map(self.library.fact, ids) if fact is not None]


def figure_cells(library: "Library", fact: Fact) -> tuple[str, str, str]:
    """A figure in both languages, and the publications that state it."""
    shown = renderings(fact)
    return shown.en, shown.zh, publication_list(sources_of(library, fact))
