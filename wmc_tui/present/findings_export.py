"""Lists of checks and conflicts, to be written for use elsewhere, and the text of one to copy."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.present.findings import Finding, facts_of
from wmc_tui.present.formulas import COMPUTED, NOTE, QUOTE, REPORTED, WHY, finding_lines
from wmc_tui.present.page_export import FACT_HEADS, figure_cells
from wmc_tui.present.tables import Cell, Data, markdown_cell, markdown_table, plain_data
from wmc_tui.present.wording import citation, renderings, sources_of
from wmc_tui.text.safe import visible

if TYPE_CHECKING:
    from wmc_tui.store import Library

FINDING_COLUMNS = (
    "status id edition kind title_en title_zh computed_en computed_zh reported_en reported_zh off slip text_en text_zh"
    " resolution_en resolution_zh facts".split()
)
"""Columns of findings; `off` is a plain decimal in the reported fact's unit, `facts` are ids, a space between."""


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
        named = ((f"{fact.label.en}, {fact.edition}", f"{fact.label.zh}，{fact.edition}年") for fact in facts)
        rows = ((*names, *figure_cells(self.library, fact)) for names, fact in zip(named, facts, strict=True))
        yield from markdown_table(FACT_HEADS, rows)


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
        shown = renderings(fact)
        lines += ["", f"{fact.label.en}, {fact.edition}: {shown.en}", f"{fact.label.zh}，{fact.edition}年：{shown.zh}"]
        lines += [f"  {citation(source).en}" for source in sources_of(library, fact)]
    return visible("\n".join(lines))


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
