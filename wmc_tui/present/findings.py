"""Checks and conflicts as one list: what does not add up first, what holds last."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Bilingual, Fact
from wmc_tui.model.claims import CheckKind, Conflict, ConflictKind
from wmc_tui.text.safe import visible_line

if TYPE_CHECKING:
    from wmc_tui.checks import Outcome
    from wmc_tui.store import Library


class Status(StrEnum):
    """How a finding stands, in the order in which findings are listed."""

    FAILS = "fails"
    """A check that does not hold."""
    OPEN = "open"
    """A conflict that nobody can settle yet."""
    RESOLVED = "resolved"
    """A conflict of which it is known what to quote."""
    COMPATIBLE = "compatible"
    """A conflict in which all can be true."""
    UNKNOWN = "unknown"
    """A check that cannot be computed."""
    HOLDS = "holds"
    """A check that holds."""


class Finding(NamedTuple):
    """A check with its outcome, or a conflict."""

    status: Status
    """How it stands."""
    edition: int
    """Year."""
    title: Bilingual
    """What it is about; either language where the other is missing. Safe to show."""
    kind: Bilingual
    """What sort of check or conflict it is."""
    outcome: "Outcome | None"
    """The check; None for a conflict."""
    conflict: Conflict | None
    """The conflict; None for a check."""

    @property
    def id(self) -> str:
        """`check:ID` or `conflict:ID`."""
        if self.outcome is not None:
            return f"check:{self.outcome.id}"
        assert self.conflict is not None
        return f"conflict:{self.conflict.id}"

    @property
    def record_id(self) -> str:
        """The id alone."""
        return self.id.partition(":")[2]


_ORDER = {status: place for place, status in enumerate(Status)}
_STATUSES = {
    Status.FAILS: Bilingual("fails", "不符"),
    Status.OPEN: Bilingual("open", "待查"),
    Status.RESOLVED: Bilingual("resolved", "已厘清"),
    Status.COMPATIBLE: Bilingual("compatible", "可并存"),
    Status.UNKNOWN: Bilingual("not computed", "未能计算"),
    Status.HOLDS: Bilingual("holds", "相符"),
}
_VERBS = {"fails": "fail", "holds": "hold"}
_HEADS = {
    Status.FAILS: Bilingual("Checks that fail", "核对不符"),
    Status.OPEN: Bilingual("Conflicts, open", "出入，待查"),
    Status.RESOLVED: Bilingual("Conflicts, resolved", "出入，已厘清"),
    Status.COMPATIBLE: Bilingual("Seeming conflicts: all can be true", "看似出入，实可并存"),
    Status.UNKNOWN: Bilingual("Checks that cannot be computed", "未能计算的核对"),
    Status.HOLDS: Bilingual("Checks that hold", "核对相符"),
}
SIGNS = {
    Status.FAILS: "x",
    Status.OPEN: "?",
    Status.RESOLVED: "=",
    Status.COMPATIBLE: "~",
    Status.UNKNOWN: ".",
    Status.HOLDS: "+",
}
"""A sign for each status."""
_CHECKS = {
    CheckKind.SHARE: Bilingual("share", "占比"),
    CheckKind.RATE: Bilingual("rate", "比率"),
    CheckKind.GROWTH: Bilingual("growth", "增幅"),
    CheckKind.CHANGE: Bilingual("change", "增减"),
    CheckKind.SUM: Bilingual("sum", "合计"),
    CheckKind.CUMULATIVE: Bilingual("running total", "历届累计"),
    CheckKind.EXCHANGE_RATE: Bilingual("exchange rate", "汇率"),
    CheckKind.DURATION: Bilingual("length", "会期"),
    CheckKind.LANGUAGES: Bilingual("English and Chinese", "中英对照"),
}
_CONFLICTS = {
    ConflictKind.STAGE: Bilingual("given at different times", "公布时点不同"),
    ConflictKind.SCOPE: Bilingual("different scope", "统计范围不同"),
    ConflictKind.HEDGE: Bilingual("exact and rounded", "确数与概数"),
    ConflictKind.ROUNDING: Bilingual("rounding", "取整"),
    ConflictKind.SUM: Bilingual("sum", "合计"),
    ConflictKind.DATE: Bilingual("date", "日期"),
    ConflictKind.TERMINOLOGY: Bilingual("terms", "用语"),
    ConflictKind.GAP: Bilingual("missing figure", "数据缺失"),
    ConflictKind.EXCHANGE_RATE: Bilingual("exchange rate", "汇率"),
    ConflictKind.MAGNITUDE: Bilingual("order of magnitude", "数量级"),
    ConflictKind.MEASURE: Bilingual("different measure", "指标口径不同"),
    ConflictKind.ENTITY: Bilingual("different bodies", "主体不同"),
    ConflictKind.COPY_FORWARD: Bilingual("copied from an earlier edition", "沿用往届数据"),
    ConflictKind.TRANSLATION: Bilingual("translation", "翻译"),
    ConflictKind.RECORD_CLAIM: Bilingual("claim of a record", "“历届之最”之说"),
    ConflictKind.RESTATEMENT: Bilingual("figure restated later", "事后修订"),
}


def findings(conflicts: Iterable[Conflict], outcomes: "Iterable[Outcome]" = ()) -> list[Finding]:
    """All of them, by status, the newest edition first, else in the order given."""
    found = [_of_check(outcome) for outcome in outcomes] + [_of_conflict(conflict) for conflict in conflicts]
    return sorted(found, key=lambda one: (_ORDER[one.status], -one.edition))


def facts_of(library: "Library", finding: Finding) -> list[Fact]:
    """The facts concerned, the reported one or the one to quote first."""
    conflict = finding.conflict
    if conflict is None:
        return list(finding.outcome.facts) if finding.outcome is not None else []
    facts = [fact for fact in map(library.fact, conflict.facts) if fact is not None]
    return sorted(facts, key=lambda fact: fact.id != conflict.prefer)


def status_words(status: Status) -> Bilingual:
    """How a finding stands, in a word."""
    return _STATUSES[status]


def status_heads(status: Status) -> Bilingual:
    """What a list of findings of that status is headed."""
    return _HEADS[status]


def counted(found: Iterable[Finding]) -> Bilingual:
    """How many findings there are of each status: `22 fail, 11 open`, `不符22项，待查11项`."""
    counts = Counter(finding.status for finding in found)
    said = [(counts[status], _STATUSES[status]) for status in Status if counts[status]]
    return Bilingual(
        ", ".join(f"{count} {_VERBS.get(words.en, words.en) if count != 1 else words.en}" for count, words in said),
        "，".join(f"{words.zh}{count}项" for count, words in said),
    )


def _of_check(outcome: "Outcome") -> Finding:
    title = _both(outcome.reported.label)
    return Finding(Status(outcome.verdict.value), outcome.edition, title, _CHECKS[outcome.kind], outcome, None)


def _of_conflict(conflict: Conflict) -> Finding:
    title, kind = _both(conflict.title), _CONFLICTS[conflict.kind]
    return Finding(Status(conflict.status.value), conflict.edition, title, kind, None, conflict)


def _both(pair: Bilingual) -> Bilingual:
    return Bilingual(visible_line(pair.en or pair.zh), visible_line(pair.zh or pair.en))
