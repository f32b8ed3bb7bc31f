"""Checks and conflicts as one list: what does not add up first, what holds last."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Self

from wmc_tui.model import Bilingual, Fact
from wmc_tui.model.claims import Conflict
from wmc_tui.text.safe import visible_line

if TYPE_CHECKING:
    from wmc_tui.checks.outcome import Outcome
    from wmc_tui.store import Library


_NONE = Bilingual()


class Status(StrEnum):
    """How a finding stands, in the order in which findings are listed."""

    sign: str
    """One character for it."""
    label: Bilingual
    """In a word."""
    heading: Bilingual
    """What a list of such findings is headed."""

    def __new__(cls, word: str, sign: str = "", label: Bilingual = _NONE, heading: Bilingual = _NONE) -> Self:
        """A member is its word."""
        status = str.__new__(cls, word)
        status._value_ = word
        status.sign, status.label, status.heading = sign, label, heading
        return status

    FAILS = "fails", "x", Bilingual("fails", "不符"), Bilingual("Checks that fail", "核对不符")
    """A check that does not hold."""
    OPEN = "open", "?", Bilingual("open", "待查"), Bilingual("Conflicts, open", "出入，待查")
    """A conflict that nobody can settle yet."""
    RESOLVED = "resolved", "=", Bilingual("resolved", "已厘清"), Bilingual("Conflicts, resolved", "出入，已厘清")
    """A conflict of which it is known what to quote."""
    COMPATIBLE = (
        *("compatible", "~"),
        Bilingual("compatible", "可并存"),
        Bilingual("Seeming conflicts: all can be true", "看似出入，实可并存"),
    )
    """A conflict in which all can be true."""
    UNKNOWN = (
        *("unknown", "."),
        Bilingual("not computed", "未能计算"),
        Bilingual("Checks that cannot be computed", "未能计算的核对"),
    )
    """A check that cannot be computed."""
    HOLDS = "holds", "+", Bilingual("holds", "相符"), Bilingual("Checks that hold", "核对相符")
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
_PLURALS = {"fails": "fail", "holds": "hold"}


def list_findings(conflicts: Iterable[Conflict], outcomes: "Iterable[Outcome]" = ()) -> list[Finding]:
    """All of them, by status, the newest edition first, else in the order given."""
    findings = [_of_check(outcome) for outcome in outcomes] + [_of_conflict(conflict) for conflict in conflicts]
    return sorted(findings, key=lambda finding: (_ORDER[finding.status], -finding.edition))


def facts_of(library: "Library", finding: Finding) -> list[Fact]:
    """The facts concerned, the reported one or the one to quote first."""
    conflict = finding.conflict
    if conflict is None:
        return list(finding.outcome.facts) if finding.outcome is not None else []
    facts = [fact for fact in map(library.fact, conflict.facts) if fact is not None]
    return sorted(facts, key=lambda fact: fact.id != conflict.prefer)


def count_text(findings: Iterable[Finding]) -> Bilingual:
    """How many findings there are of each status: `22 fail, 11 open`, `不符22项，待查11项`."""
    counts = Counter(finding.status for finding in findings)
    labels = [(counts[status], status.label) for status in Status if counts[status]]
    return Bilingual(
        ", ".join(f"{count} {label.en if count == 1 else _PLURALS.get(label.en, label.en)}" for count, label in labels),
        "，".join(f"{label.zh}{count}项" for count, label in labels),
    )


def _of_check(outcome: "Outcome") -> Finding:
    title = outcome.reported.label.filled().map(visible_line)
    return Finding(Status(outcome.verdict.value), outcome.edition, title, outcome.kind.label, outcome, None)


def _of_conflict(conflict: Conflict) -> Finding:
    title = conflict.title.filled().map(visible_line)
    return Finding(Status(conflict.status.value), conflict.edition, title, conflict.kind.label, None, conflict)
