"""Checks and conflicts as text to copy or to keep: Markdown, CSV, data."""

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wmc_tui.model import Bilingual, Fact
from wmc_tui.present.export import markdown_cell, sheet_cell
from wmc_tui.present.findings import Finding, Status, facts_of, status_heads, status_words
from wmc_tui.present.told import COMPUTED, NOTE, QUOTE, REPORTED, WHY, told
from wmc_tui.present.wording import citation, renderings, source_ids
from wmc_tui.quantities.report import plain_decimal
from wmc_tui.text.safe import visible, visible_line

if TYPE_CHECKING:
    from wmc_tui.store import Library

COLUMNS = (
    "status id edition kind title_en title_zh computed_en computed_zh reported_en reported_zh off slip text_en text_zh"
    " resolution_en resolution_zh facts".split()
)
"""Columns of the CSV form; `off` is a plain decimal in the reported fact's unit, `facts` are ids, a space between."""


def clip_finding(library: "Library", finding: Finding) -> str:
    """A finding in both languages with its facts and who states them."""
    status = status_words(finding.status)
    lines = [
        f"{finding.title.en} ({finding.edition}): {status.en}, {finding.kind.en}",
        f"{finding.title.zh}（{finding.edition}年）：{status.zh}，{finding.kind.zh}",
        "",
    ]
    lines += [f"{line.name.en.capitalize()}: {line.text.en}" for line in told(finding) if line.text.en]
    lines += ["", *(f"{line.name.zh}：{line.text.zh}" for line in told(finding) if line.text.zh)]
    for fact in facts_of(library, finding):
        shown = renderings(fact)
        lines += ["", f"{fact.label.en}, {fact.edition}: {shown.en}", f"{fact.label.zh}，{fact.edition}年：{shown.zh}"]
        sources = (library.source(id) for id in source_ids(library, fact))
        lines += [f"  {citation(source).en}" for source in sources if source is not None]
    return visible("\n".join(lines))


def findings_markdown(library: "Library", found: Sequence[Finding]) -> str:
    """Findings as Markdown in both languages, a heading for each status, a section for each finding."""
    lines = ["# Checks and conflicts 核对与出入", ""]
    before: Status | None = None
    for finding in found:
        if finding.status is not before:
            head = status_heads(finding.status)
            lines += [f"## {head.en} {head.zh}", ""]
            before = finding.status
        title = finding.title
        lines += [f"### {finding.edition}: {markdown_cell(title.en)} {markdown_cell(title.zh)}", ""]
        for line in told(finding):
            lines += [f"- {line.name.en}: {markdown_cell(line.text.en)}"] if line.text.en else []
            lines += [f"- {line.name.zh}：{markdown_cell(line.text.zh)}"] if line.text.zh else []
        lines += ["", "| fact | 事实 | | | stated by 来源 |", "|---|---|---|---|---|"]
        lines += [f"| {' | '.join(map(markdown_cell, _cells(library, fact)))} |" for fact in facts_of(library, finding)]
        lines.append("")
    return "\n".join(lines)


def findings_csv(library: "Library", found: Sequence[Finding]) -> str:
    """Findings as CSV with a header (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for finding in found:
        one = finding_data(library, finding)
        lines = {line.name: line.text for line in told(finding)}
        text = lines.get(WHY) or lines.get(NOTE) or Bilingual()
        pairs = (finding.title, lines.get(COMPUTED, Bilingual()), lines.get(REPORTED, Bilingual()))
        title, formula, stated = ((sheet_cell(pair.en), sheet_cell(pair.zh)) for pair in pairs)
        quote = lines.get(QUOTE, Bilingual())
        head = (one["status"], sheet_cell(str(one["id"])), finding.edition, finding.kind.en, *title, *formula, *stated)
        rest = (text.en, text.zh, quote.en, quote.zh, " ".join(fact.id for fact in facts_of(library, finding)))
        writer.writerow((*head, one.get("off") or "", one.get("slip") or "", *map(sheet_cell, rest)))
    return out.getvalue()


def finding_data(library: "Library", finding: Finding) -> dict[str, object]:
    """A finding as plain data for JSON."""
    outcome, conflict = finding.outcome, finding.conflict
    data: dict[str, object] = {
        "id": finding.id.partition(":")[2],
        "what": "check" if conflict is None else "conflict",
        "status": finding.status.value,
        "edition": finding.edition,
        "title": _pair(finding.title),
        "kind": outcome.kind.value if outcome is not None else conflict.kind.value if conflict is not None else None,
        "told": [{"what": _pair(line.name), **_pair(line.text)} for line in told(finding)],
        "facts": [fact.id for fact in facts_of(library, finding)],
    }
    if outcome is not None:
        data |= {"formula": outcome.formula, "off": plain_decimal(outcome.off), "slip": outcome.slip}
        data |= {"declared": outcome.declared, "conflicts": list(outcome.conflicts)}
    if conflict is not None:
        data["prefer"] = conflict.prefer or None
    return data


def _cells(library: "Library", fact: Fact) -> list[str]:
    shown = renderings(fact)
    sources = (library.source(id) for id in source_ids(library, fact))
    stated = "; ".join(f"{source.publisher}, {source.published}" for source in sources if source is not None)
    return [f"{fact.label.en}, {fact.edition}", f"{fact.label.zh}，{fact.edition}年", shown.en, shown.zh, stated]


def _pair(pair: Bilingual) -> dict[str, str]:
    return {"en": visible_line(pair.en), "zh": visible_line(pair.zh)}
