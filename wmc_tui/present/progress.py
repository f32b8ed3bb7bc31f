"""How far a long piece of work is, as one line of text: the same one on the screen and for commands."""

import os
from typing import NamedTuple

from wmc_tui.present.charts import ELLIPSIS, FULL, Width, cut
from wmc_tui.text.safe import visible_line

SHORTEST, LONGEST = 6, 30
"""Cells of the bar."""
_BAR_SHARE = 5
_MEGABYTE = 1_000_000
_DETAIL = 80
"""Characters of a file's name: more fit on no line."""


class WorkProgress(NamedTuple):
    """How far a piece of work is."""

    doing: str
    """What is done, safe to show."""
    done: int
    """In any unit."""
    total: int
    """In the same unit."""
    amount: str = ""
    """How much is left, of how much, safe to show."""
    detail: str = ""
    """What is done at the moment, safe to show."""


def compile_progress(done: int, total: int, file: str) -> WorkProgress:
    """Stores are read and compiled: so many bytes of so many, at the file of this path."""
    left = f"{max(0, total - done) / _MEGABYTE:.1f} of {total / _MEGABYTE:.1f} MB left"
    name = visible_line(os.path.basename(file)[-_DETAIL:])
    return WorkProgress("Reading the stores", done, total, left, name)


def index_progress(done: int, total: int) -> WorkProgress:
    """The search index is built: so many records of so many."""
    return WorkProgress("Building the search index", done, total, f"{max(0, total - done):,} of {total:,} records left")


def progress_line(progress: WorkProgress, width: int, cell_width: Width) -> str:
    """One line: what is done, a bar, how much is left. Never wider than `width` cells; the end is cut first."""
    share = min(max(progress.done / progress.total, 0.0), 1.0) if progress.total > 0 else 0.0
    cells = min(max(width // _BAR_SHARE, SHORTEST), LONGEST)
    bar = f"[{FULL * int(cells * share):{cells}}]"
    text = f"{progress.doing} {bar} {int(100 * share):3} %  {progress.amount}".rstrip()
    detail = _begin(progress.detail, width - cell_width(text) - 2, cell_width)
    return cut(f"{text}  {detail}".rstrip(), width, cell_width)


def _begin(name: str, width: int, cell_width: Width) -> str:
    """As much of a name as there is room for, cut anywhere."""
    if cell_width(name) <= width:
        return name
    while name and cell_width(name + ELLIPSIS) > width:
        name = name[:-1]
    return name and name + ELLIPSIS
