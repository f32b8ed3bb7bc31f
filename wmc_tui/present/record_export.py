"""Pages of the reader, and checks and conflicts, for use elsewhere: whole in a file, or one of them as text to copy."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Article, Bilingual, Edition, Fact, Lang, Sentence, Source, language_label
from wmc_tui.present.findings import Finding, facts_of
from wmc_tui.present.formulas import COMPUTED, NOTE, QUOTE, REPORTED, WHY, finding_lines
from wmc_tui.present.tables import Cell, Data, markdown_cell, markdown_table, markdown_titles, plain_data
from wmc_tui.present.wording import citation, dated_label, publication_list, renderings, source_ids, sources_of
from wmc_tui.text.safe import visible

if TYPE_CHECKING:
    from wmc_tui.store import Library

FACT_COLUMNS = (
    "fact edition metric label_en label_zh value unit qualifier rendering_en rendering_zh scope stage sources".split()
)
"""Columns of facts; `value` is a plain decimal, `sources` are ids separated by spaces."""
_FACT_HEADS = ("fact", "事实", "", "", "stated by 来源")
"""Headings of a Markdown table of facts."""
FINDING_COLUMNS = (
    "status id edition kind title_en title_zh computed_en computed_zh reported_en reported_zh off slip text_en text_zh"
    " resolution_en resolution_zh facts".split()
)
"""Columns of findings; `off` is a plain decimal in the reported fact's unit, `facts` are ids, a space between."""


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
        facts = (_fact_cells(self.library, fact, fact.label) for fact in self.facts())
        return "\n".join([*lines, *markdown_table(_FACT_HEADS, facts)]) + "\n"

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


class FindingsExport(NamedTuple):
    """Checks and conflicts."""

    library: "Library"
    findings: Sequence[Finding]

    def markdown(self) -> str:
        """In both languages, a heading for each status, a section for each finding."""
        lines = ["# Checks and conflicts 核对与出入", ""]
        for status, group in groupby(self.findings, key=lambda finding: finding.status):
            head = status.heading
            lines += [f"## {head.en} {head.zh}", ""]
            for finding in group:
                lines += [*self._section(finding), ""]
        return "\n".join(lines)

    def table(self) -> Iterator[Sequence[Cell]]:
        """A row for each finding."""
        yield FINDING_COLUMNS
        for finding in self.findings:
            lines = {line.name: line.text for line in finding_lines(finding)}
            about = lines.get(WHY) or lines.get(NOTE) or Bilingual()
            computed, reported, quote = (lines.get(name, Bilingual()) for name in (COMPUTED, REPORTED, QUOTE))
            head = (finding.status, finding.record_id, finding.edition, finding.kind.en)
            outcome = finding.outcome
            measured = (outcome.difference, outcome.slip) if outcome is not None else (None, None)
            facts = " ".join(fact.id for fact in facts_of(self.library, finding))
            yield (*head, *finding.title, *computed, *reported, *measured, *about, *quote, facts)

    def data(self) -> list[Data]:
        """Every finding in full."""
        return [finding_data(self.library, finding) for finding in self.findings]

    def _section(self, finding: Finding) -> Iterator[str]:
        title = finding.title
        yield from (f"### {finding.edition}: {markdown_cell(title.en)} {markdown_cell(title.zh)}", "")
        for line in finding_lines(finding):
            if line.text.en:
                yield f"- {line.name.en}: {markdown_cell(line.text.en)}"
            if line.text.zh:
                yield f"- {line.name.zh}：{markdown_cell(line.text.zh)}"
        yield ""
        facts = facts_of(self.library, finding)
        yield from markdown_table(_FACT_HEADS, (_fact_cells(self.library, fact, dated_label(fact)) for fact in facts))


def _fact_cells(library: "Library", fact: Fact, label: Bilingual) -> tuple[str, ...]:
    """What a fact is, its figure, and the publications that state it, for a Markdown table."""
    return (*label, *renderings(fact), publication_list(sources_of(library, fact)))


def finding_data(library: "Library", finding: Finding) -> Data:
    """A finding as plain data for JSON."""
    outcome, conflict = finding.outcome, finding.conflict
    data: Data = {
        "id": finding.record_id,
        "what": "check" if conflict is None else "conflict",
        "status": finding.status,
        "edition": finding.edition,
        "title": plain_data(finding.title),
        "kind": outcome.kind if outcome is not None else conflict.kind if conflict is not None else None,
        "told": lines_data(finding),
        "facts": [fact.id for fact in facts_of(library, finding)],
    }
    if outcome is not None:
        data |= {"formula": outcome.formula, "off": plain_data(outcome.difference), "slip": outcome.slip}
        data |= {"declared": outcome.declared, "conflicts": list(outcome.conflicts)}
    if conflict is not None:
        data["prefer"] = conflict.prefer or None
    return data


def lines_data(finding: Finding) -> list[Data]:
    """What a finding says, line by line."""
    return [{"what": plain_data(line.name), "en": line.text.en, "zh": line.text.zh} for line in finding_lines(finding)]


# -- what is copied: the stored text with its citation, never the drawn frame ---------------------


def clip_fact(library: "Library", fact: Fact) -> str:
    """A fact in both languages, then each publication that states it, with the figure as it writes it."""
    lines = _fact_lines(fact)
    if fact.note.en:
        lines.append(f"Note: {fact.note.en}")
    if fact.note.zh:
        lines.append(f"注：{fact.note.zh}")
    figures = _figures_by_source(library, fact)
    if figures:
        lines += ["", "Stated by 来源", *(_statement(source, figure) for source, figure in figures)]
    return visible("\n".join(lines))


def clip_sentence(sentence: Sentence, lang: Lang) -> str:
    """A sentence in one language, or in the other where that one has no text."""
    return visible(sentence.text(lang) or sentence.text(lang.other))


def clip_bilingual(library: "Library", article: Article, sentence: Sentence) -> str:
    """A sentence in both languages, the original first, with its citation in both."""
    order = (article.first, article.first.other)
    texts = list(filter(None, map(sentence.text, order)))
    source = library.source(article.source)
    if source is None:
        return visible("\n".join(texts))
    cited = citation(source, restated=article.restated)
    language = language_label(article.original)
    forms = {
        Lang.EN: f"{cited.en[:1].upper()}{cited.en[1:]} (original in {language.en})",
        Lang.ZH: f"{cited.zh}（原文为{language.zh}）",
    }
    return visible("\n".join([*texts, "", *(forms[lang] for lang in order)]))


def clip_finding(library: "Library", finding: Finding) -> str:
    """A finding in both languages with its facts and who states them."""
    status = finding.status.label
    lines = [
        f"{finding.title.en} ({finding.edition}): {status.en}, {finding.kind.en}",
        f"{finding.title.zh}（{finding.edition}年）：{status.zh}，{finding.kind.zh}",
        "",
    ]
    lines += [f"{line.name.en.capitalize()}: {line.text.en}" for line in finding_lines(finding) if line.text.en]
    lines += ["", *(f"{line.name.zh}：{line.text.zh}" for line in finding_lines(finding) if line.text.zh)]
    for fact in facts_of(library, finding):
        lines += ["", *_fact_lines(fact), *(f"  {citation(source).en}" for source in sources_of(library, fact))]
    return visible("\n".join(lines))


def _fact_lines(fact: Fact) -> list[str]:
    """What a fact says, a line for each language."""
    label, shown = dated_label(fact), renderings(fact)
    return [f"{label.en}: {shown.en}", f"{label.zh}：{shown.zh}"]


def _figures_by_source(library: "Library", fact: Fact) -> list[tuple[Source, str]]:
    """Each publication once, with the figure in its own language where the store has it."""
    originals: dict[str, str] = {}
    translations: dict[str, str] = {}
    for mention in library.mentions_of(fact.id):
        article = library.article(mention.article)
        if article is not None:
            figures = originals if article.original == mention.lang else translations
            figures.setdefault(article.source, mention.as_written)
    for source, figure in translations.items():
        originals.setdefault(source, figure)
    for evidence in library.evidence_of(fact.id):
        originals.setdefault(evidence.source, evidence.as_written)
    sources = ((library.source(id), figure) for id, figure in originals.items())
    return [(source, figure) for source, figure in sources if source is not None]


def _statement(source: Source, figure: str) -> str:
    """`"342.5 billion yuan": Xinhua, ...`, in the manner of the publication's language."""
    cited = citation(source)
    if source.language.startswith("zh"):
        return f"“{figure}”：{cited.zh}"
    return f'"{figure}": {cited.en}'
