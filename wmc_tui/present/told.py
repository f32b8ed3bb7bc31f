"""What a check or a conflict tells, line by line."""

from typing import NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.present.findings import Finding
from wmc_tui.present.formulas import computed, off, reported, slipped, worked

COMPUTED = Bilingual("computed", "计算")
REPORTED = Bilingual("reported", "公布")
_APART = Bilingual("difference", "差额")
_SLIP = Bilingual("likely slip", "疑似笔误")
NOTE = Bilingual("note", "说明")
WHY = Bilingual("what differs", "出入所在")
QUOTE = Bilingual("what to quote", "引用建议")


class Told(NamedTuple):
    """One thing that is told of a finding."""

    name: Bilingual
    """What it is, in a word."""
    text: Bilingual
    """In both languages, not yet made safe to show."""


def told(finding: Finding) -> list[Told]:
    """What a finding tells: the formula with its numbers and what came of it, or why figures differ and what to quote."""
    outcome, conflict = finding.outcome, finding.conflict
    if conflict is not None:
        lines = [Told(WHY, conflict.explanation), Told(QUOTE, conflict.resolution)]
    elif outcome is not None:
        interval = computed(outcome)
        formula = worked(outcome)
        spanned = Bilingual(f"{formula.en} ({interval.en})", f"{formula.zh}（{interval.zh}）")
        point = outcome.computed is None or outcome.computed.low == outcome.computed.high or not formula
        lines = [
            Told(COMPUTED, formula if point or interval.en in formula.en else spanned),
            Told(REPORTED, reported(outcome)),
            Told(_APART, off(outcome)),
            Told(_SLIP, slipped(outcome)),
            Told(NOTE, outcome.note),
        ]
    else:
        lines = []
    return [line for line in lines if line.text]
