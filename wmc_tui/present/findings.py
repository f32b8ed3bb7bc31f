"""Checks and conflicts as one list: what does not add up first, what holds last."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Bilingual, Fact
from wmc_tui.model.claims import Conflict
from wmc_tui.model.vocabulary import Vocabulary
from wmc_tui.text.safe import visible_line

if TYPE_CHECKING:
    from wmc_tui.checks.outcome import Outcome
    from wmc_tui.store import Library


class Status(Vocabulary):
    """How a finding stands, in the order in which findings are listed."""

    FAILS = "fails", "fails", "不符"
    """A check that does not hold."""
    OPEN = "open", "open", "待查"
    """A conflict that nobody can settle yet."""
    RESOLVED = "resolved", "resolved", "已厘清"
    """A conflict of which it is known what to quote."""
    COMPATIBLE = "compatible", "compatible", "可并存"
    """A conflict in which all can be true."""
    UNKNOWN = "unknown", "not computed", "未能计算"
    """A check that cannot be computed."""
    HOLDS = "holds", "holds", "相符"
    """A check that holds."""

    @property
    def sign(self) -> str:
        """One character for it."""
        return _SIGNS[self]

    @property
    def heading(self) -> Bilingual:
        """What a list of such findings is headed."""
        return _HEADINGS[self]


_SIGNS = dict(zip(Status, "x?=~.+", strict=True))
_HEADINGS = {
    Status.FAILS: Bilingual("Checks that fail", "核对不符"),
    Status.OPEN: Bilingual("Conflicts, open", "出入，待查"),
    Status.RESOLVED: Bilingual("Conflicts, resolved", "出入，已厘清"),
    Status.COMPATIBLE: Bilingual("Seeming conflicts: all can be true", "看似出入，实可并存"),
    Status.UNKNOWN: Bilingual("Checks that cannot be computed", "未能计算的核对"),
    Status.HOLDS: Bilingual("Checks that hold", "核对相符"),
}


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


_PLURALS = {"fails": "fail", "holds": "hold"}


def list_findings(conflicts: Iterable[Conflict], outcomes: "Iterable[Outcome]" = ()) -> list[Finding]:
    """All of them, by status, the newest edition first, else in the order given."""
    findings = [_of_check(outcome) for outcome in outcomes] + [_of_conflict(conflict) for conflict in conflicts]
    order = list(Status)
    return sorted(findings, key=lambda finding: (order.index(finding.status), -finding.edition))


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
