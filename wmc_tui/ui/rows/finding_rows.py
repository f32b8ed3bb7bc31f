"""Checks and conflicts as rows of a list: sign, status, edition and title in both languages."""

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from rich.cells import cell_len

from wmc_tui.present.findings import Finding, Status
from wmc_tui.present.formulas import difference_short
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.checks_state import Checking
from wmc_tui.ui.widgets.line import Line, Piece, cut
from wmc_tui.ui.widgets.row_list import Entry, RowItem

STATUS = 21
"""Cells for sign and status in both languages, side by side."""
NARROW_STATUS = 14
"""Cells for them one above the other."""
ASIDE = 32
"""Cells for by how much a check is off, at most: what is counted may have any name."""
ALARMING = (Status.FAILS, Status.OPEN)
"""What is drawn to the eye."""


class FindingEntry:
    """One row of the list, two on a narrow screen; it is worded when it is first drawn."""

    open = False

    def __init__(self, finding: Finding, narrow: bool) -> None:
        self.key = finding.id
        self.height = 2 if narrow else 1
        self._finding = finding

    @property
    def _aside(self) -> str:
        """By how much a check is off, else what sort of check or conflict it is."""
        outcome = self._finding.outcome
        apart = visible_line(difference_short(outcome)) if outcome is not None else ""
        kind = self._finding.kind.en
        both = f"{kind}, {apart}" if apart else kind
        return both if self.height > 1 and cell_len(both) <= ASIDE else cut(apart, ASIDE) or kind

    @cached_property
    def lines(self) -> tuple[tuple[Line, Line], ...]:
        """Status and title."""
        finding = self._finding
        words = finding.status.label
        said = f"{finding.status.sign} {words.en}"
        look = "note" if finding.status in ALARMING else "dim"
        year = Piece(f"{finding.edition}  ", "strong")
        en, zh = finding.title
        if self.height == 1:
            head = (_padded(f"{said} {words.zh}", STATUS, look), year)
            title = [Piece(en)] if en == zh else [Piece(en), Piece("  "), Piece(zh)]
            return (((*head, *title), (Piece(self._aside, "dim"),)),)
        below = (_padded(f"  {words.zh}", NARROW_STATUS, look), Piece(" " * len(year.text)), Piece(zh))
        return ((_padded(said, NARROW_STATUS, look), year, Piece(en)), ()), (below, (Piece(self._aside, "dim"),))


def entries(checking: Checking, narrow: bool) -> list[Entry]:
    """The rows of the list: a heading for each status, below it its findings, or their number where they are folded."""
    items: list[Entry] = []
    for status, group in groupby(checking.shown, key=lambda finding: finding.status):
        found = list(group)
        items.append(_heading(checking, status, found))
        if not checking.folds(status):
            items += [FindingEntry(finding, narrow) for finding in found]
    if not items:
        items.append(RowItem((((Piece("Nothing here.  没有内容。", "dim"),), ()),)))
    return items


def _padded(text: str, width: int, look: str) -> Piece:
    return Piece(text + " " * (width - cell_len(text)), look)


def _heading(checking: Checking, status: Status, found: Sequence[Finding]) -> RowItem:
    head = status.heading
    left = (Piece(f"{head.en} {head.zh}", "heading"), Piece(f"  {len(found)}", "strong"))
    if status is not Status.HOLDS or checking.status is not None:
        return RowItem(((left, ()),))
    told = "Enter shows them" if checking.folds(status) else "Enter folds them"
    return RowItem(((left, (Piece(told, "dim"),)),), status)
