"""A page, an article or an edition's facts, written for use elsewhere: Markdown and CSV.

Text from the store is text there as well: Markdown's signs are escaped, and no cell of a spreadsheet is a formula.
"""

import csv
import io
import re
from typing import TYPE_CHECKING

from wmc_tui.model import Article, Edition, Fact
from wmc_tui.present.wording import citation, renderings, source_ids
from wmc_tui.quantities.report import plain_decimal
from wmc_tui.text.safe import visible_line

if TYPE_CHECKING:
    from wmc_tui.store import Library

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|#~])")
_FORMULA = ("=", "+", "-", "@")
COLUMNS = (
    "fact edition metric label_en label_zh value unit qualifier rendering_en rendering_zh scope stage sources".split()
)
"""Columns of the CSV form; `value` is a plain decimal, `sources` are ids separated by spaces."""


def facts_of(library: "Library", edition: Edition, article: Article | None) -> list[Fact]:
    """The facts that an article states, in its order, or all of an edition."""
    if article is None:
        return library.facts(edition=edition.year)
    ids = dict.fromkeys(mention.fact for mention in library.mentions_in(article.id))
    return [fact for fact in map(library.fact, ids) if fact is not None]


def markdown(library: "Library", edition: Edition, article: Article | None) -> str:
    """An article sentence by sentence in two columns, then its facts; only the facts of an edition."""
    title = article.title if article else edition.name
    lines = [f"# {markdown_cell(title.en)}", "", f"# {markdown_cell(title.zh)}", ""]
    source = library.source(article.source) if article else None
    if article and source:
        cited = citation(source, restated=article.restated)
        lines += [markdown_cell(cited.en), "", markdown_cell(cited.zh), ""]
    if article:
        lines += ["| | English | 中文 |", "|---|---|---|"]
        lines += [f"| {s.n} | {markdown_cell(s.en)} | {markdown_cell(s.zh)} |" for s in library.sentences(article.id)]
        lines.append("")
    lines += ["| fact | 事实 | | | stated by 来源 |", "|---|---|---|---|---|"]
    for fact in facts_of(library, edition, article):
        shown = renderings(fact)
        cells = [fact.label.en, fact.label.zh, shown.en, shown.zh, "; ".join(_publishers(library, fact))]
        lines.append(f"| {' | '.join(map(markdown_cell, cells))} |")
    return "\n".join(lines) + "\n"


def csv_text(library: "Library", edition: Edition, article: Article | None) -> str:
    """The facts as CSV with a header (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for fact in facts_of(library, edition, article):
        shown = renderings(fact)
        value = plain_decimal(fact.value) or ""
        texts = (fact.label.en, fact.label.zh, fact.unit, fact.qualifier.value, shown.en, shown.zh)
        label_en, label_zh, unit, qualifier, en, zh = map(sheet_cell, texts)
        sources = sheet_cell(" ".join(source_ids(library, fact)))
        row = (
            sheet_cell(fact.id),
            fact.edition,
            sheet_cell(fact.metric),
            label_en,
            label_zh,
            value,
            unit,
            qualifier,
            en,
            zh,
        )
        writer.writerow((*row, fact.scope.value, fact.stage.value, sources))
    return out.getvalue()


def _publishers(library: "Library", fact: Fact) -> list[str]:
    found = (library.source(source) for source in source_ids(library, fact))
    return [f"{source.publisher}, {source.published}" for source in found if source]


def markdown_cell(text: str) -> str:
    """Text on one line, Markdown's signs escaped."""
    return _MARKDOWN.sub(r"\\\1", visible_line(text))


def sheet_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    shown = visible_line(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
