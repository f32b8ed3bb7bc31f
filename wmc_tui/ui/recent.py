"""Queries that led somewhere, kept from run to run in the state folder, newest first."""

import os
from contextlib import suppress
from pathlib import Path

from wmc_tui.text.safe import visible_line

FILE = "searches.txt"
"""In the state folder: one query a line, UTF-8."""
OFF = "WMC_TUI_NO_RECENT"
"""Environment variable: set to anything, nothing is read or kept."""
MOST = 50
LONGEST = 200
"""Characters of a query that is worth keeping."""
_BYTES = MOST * LONGEST * 4


class Recent:
    """The queries of one file. What is missing, damaged or not writable is no error: there are none, or none are kept."""

    def __init__(self, path: Path | None) -> None:
        """`path` None keeps them for this run only."""
        self._path = path
        self.queries = self._read()
        """Newest first, safe to show, none twice."""

    def add(self, query: str) -> None:
        """Put a query first, and keep all."""
        query = _clean(query)
        if not query:
            return
        self.queries = [query, *(each for each in self._read() or self.queries if each != query)][:MOST]
        self._write()

    def _read(self) -> list[str]:
        if self._path is None:
            return []
        try:
            with self._path.open("rb") as file:
                lines = file.read(_BYTES).decode("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []
        return list(dict.fromkeys(filter(None, map(_clean, lines))))[:MOST]

    def _write(self) -> None:
        if self._path is None:
            return
        partial = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text("".join(f"{query}\n" for query in self.queries), encoding="utf-8")
            partial.replace(self._path)


def recent_queries(folder: Path) -> Recent:
    """Those kept in a folder, unless the user wants none kept."""
    return Recent(None if os.environ.get(OFF) else folder / FILE)


def _clean(query: str) -> str:
    """A query as it can be shown; empty where it is not worth keeping."""
    query = visible_line(query).strip()
    return query if len(query) <= LONGEST else ""
