"""What the screen of checks shows: which findings, filtered how, and where the reader was."""

from typing import TYPE_CHECKING

from wmc_tui.present.findings import Finding, Status, count_text, list_findings
from wmc_tui.store import Library

if TYPE_CHECKING:
    from wmc_tui.checks.outcome import Outcome


class ChecksState:
    """The findings of a library and the reader's filters; it outlives the screen, which reopens as it was left.

    Conflicts are there at once, checks once their outcomes are given.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.conflicts = library.conflicts()
        self.checked = False
        self.edition: int | None = None
        self.status: Status | None = None
        self.unfolded: set[Status] = set()
        self.at: object = None
        self._all = list_findings(self.conflicts)
        self._years = sorted(edition.year for edition in library.editions())

    def add_outcomes(self, outcomes: "list[Outcome]") -> None:
        """Add what came of the checks."""
        self._all = list_findings(self.conflicts, outcomes)
        self.checked = True

    @property
    def shown(self) -> list[Finding]:
        """The findings that pass the filters, in their order."""
        return [finding for finding in self._of_edition() if self.status in (None, finding.status)]

    def _of_edition(self) -> list[Finding]:
        return [finding for finding in self._all if self.edition in (None, finding.edition)]

    def folds(self, status: Status) -> bool:
        """Whether only the number of the findings of that status is shown: of those that hold, until asked for."""
        return status is Status.HOLDS and self.status is None and status not in self.unfolded

    def toggle(self, status: Status) -> None:
        """Fold or unfold the findings of a status."""
        self.unfolded ^= {status}

    def turn_edition(self, step: int) -> None:
        """The next (1) or previous (-1) edition; all editions stand before the first and after the last one."""
        turns: list[int | None] = [None, *self._years]
        self.edition = turns[(turns.index(self.edition) + step) % len(turns)]

    def turn_status(self) -> None:
        """The next status of which there is a finding in the edition; all of them after the last one."""
        present = {finding.status for finding in self._of_edition()}
        turns: list[Status | None] = [None, *(status for status in Status if status in present)]
        self.status = turns[(turns.index(self.status) + 1) % len(turns)] if self.status in turns else None

    @property
    def filters(self) -> str:
        """What is shown, in words: `all editions, open 待查`."""
        edition = "all editions 历届" if self.edition is None else str(self.edition)
        if self.status is None:
            return edition
        words = self.status.label
        return f"{edition}, {words.en} {words.zh}"

    def count(self, short: bool) -> str:
        """How many findings there are of each status; in short, of those that want attention."""
        wanted = (Status.FAILS, Status.OPEN) if short else tuple(Status)
        counted = count_text(finding for finding in self._of_edition() if finding.status in wanted).en
        return ", ".join(text for text in (counted, "" if self.checked else "checking ..") if text)

    def show(self, finding_id: str) -> None:
        """Point to a finding, past the filters."""
        self.at = finding_id
        if all(finding.id != finding_id for finding in self.shown):
            self.edition = self.status = None
