"""The library that a command reads."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from wmc_tui.cli.exit_status import NOTHING
from wmc_tui.store import Library, open_library
from wmc_tui.store.problems import did_you_mean, quoted
from wmc_tui.text.safe import visible_line


def opened(stores: Sequence[Path]) -> Library:
    """The shipped store, the user's library and these stores; says on standard error if something was left out.

    Raises StoreError where one cannot be read.
    """
    library = open_library(extra=stores)
    if library.problems:
        count = len(library.problems)
        _say(
            f"{count} problem{'' if count == 1 else 's'} in the stores: what is wrong was left out; see wmc-tui check, with the same --store"
        )
    return library


def missing(kind: str, id: str, known: Iterable[str]) -> int:
    """Say that there is no record of that id, and which is like it; returns the status that goes with it."""
    hint = did_you_mean(id, known)
    _say(f"there is no {kind} {quoted(id)}" + (f"; {hint}" if hint else ""))
    return NOTHING


def _say(message: str) -> None:
    print(f"wmc-tui: {visible_line(message)}", file=sys.stderr)
