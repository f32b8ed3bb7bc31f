"""What the reader did: the places visited, the hits of the last search, the queries that led somewhere."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from wmc_tui.model import Lang
from wmc_tui.text.safe import visible_line

Reopen = Callable[[], None]
"""Opens a screen again as the reader left it."""

LONGEST_SHOWN = 24
"""Characters of a query that are shown in the title bar."""

QUERIES_FILE = "searches.txt"
"""In the state folder: one query a line, UTF-8."""
QUERIES_OFF = "WMC_TUI_NO_RECENT"
"""Environment variable: if it is set to anything, no query is read or kept."""
MOST_QUERIES = 50
LONGEST_QUERY = 200
"""Characters of a query that is worth keeping."""


class Place(NamedTuple):
    """A spot in the store that can be gone back to."""

    page: str
    """Article id, or `edition:YEAR` for an edition's overview."""
    n: int = 1
    """Number of the passage on that page."""
    fact: str | None = None
    """The fact whose figure is chosen there."""
    lang: Lang | None = None
    """The pane that the reader was in; None leaves it as it is."""


class History:
    """Places visited, as a browser keeps them: going somewhere new forgets what lay ahead."""

    def __init__(self, limit: int = 500) -> None:
        self._visits: list[tuple[Place, Reopen | None]] = []
        self._at = -1
        self._limit = limit

    def can_go(self, step: int) -> bool:
        """Whether there is an earlier (-1) or a later (1) place."""
        return 0 <= self._at + step < len(self._visits)

    @property
    def reopen(self) -> Reopen | None:
        """What opens the screen through which the present place was reached; None where the text itself led here."""
        return self._visits[self._at][1] if self._visits else None

    def visit(self, place: Place, reopen: Reopen | None = None) -> None:
        """Add a place after the present one; the same place twice in a row counts once, unless a screen led there."""
        if self._visits and self._visits[self._at][0] == place and reopen is None:
            return
        del self._visits[self._at + 1 :]
        self._visits.append((place, reopen))
        del self._visits[: -self._limit]
        self._at = len(self._visits) - 1

    def amend(self, place: Place) -> None:
        """Note where on the present page the reader has moved to, so that going back finds that spot."""
        if self._visits:
            self._visits[self._at] = place, self.reopen

    def step(self, by: int) -> Place | None:
        """The place before (-1) or after (1) this one, now the present one; None at the beginning and at the end."""
        if not self.can_go(by):
            return None
        self._at += by
        return self._visits[self._at][0]


class HitWalk:
    """The hits of a search in the order found, each place once, and at which of them the reader is."""

    def __init__(self, query: str, places: Sequence[Place], at: Place, *, more: bool = False) -> None:
        """`more`: the search found more than it showed."""
        self._query = query
        self._places = list(dict.fromkeys(places))
        self._at = self._places.index(at) if at in self._places else 0
        self._more = more

    @property
    def place(self) -> Place | None:
        """The present hit; None where there is none."""
        return self._places[self._at] if self._places else None

    def step(self, by: int) -> Place | None:
        """Go to another hit; None at the end, where it stays."""
        if not 0 <= self._at + by < len(self._places):
            return None
        self._at += by
        return self._places[self._at]

    @property
    def label(self) -> str:
        """Which hit of how many, safe to show: `hit 3 of 17 for 4471亿`."""
        query = self._query if len(self._query) <= LONGEST_SHOWN else self._query[: LONGEST_SHOWN - 2] + ".."
        return visible_line(f"hit {self._at + 1} of {len(self._places)}{'+' * self._more} for {query}")


class RecentQueries:
    """The queries in one file. A missing, damaged or read-only file is no error: nothing is read, or nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        """`path` None keeps them for this run only."""
        self._path = path
        self.queries = self._read()
        """Newest first, safe to show, none twice."""

    def add(self, query: str) -> None:
        """Put a query first, and write all of them."""
        query = _clean_query(query)
        if not query:
            return
        others = [other for other in self._read() or self.queries if other != query]
        self.queries = [query, *others][:MOST_QUERIES]
        if self._path is None:
            return
        partial = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text("".join(f"{query}\n" for query in self.queries), encoding="utf-8")
            partial.replace(self._path)

    def _read(self) -> list[str]:
        if self._path is None:
            return []
        try:
            with self._path.open("rb") as file:
                lines = file.read(MOST_QUERIES * LONGEST_QUERY * 4).decode("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return []
        return list(dict.fromkeys(filter(None, map(_clean_query, lines))))[:MOST_QUERIES]


def recent_queries(folder: Path) -> RecentQueries:
    """The queries kept in a folder, unless the user wants none kept."""
    return RecentQueries(None if os.environ.get(QUERIES_OFF) else folder / QUERIES_FILE)


def _clean_query(query: str) -> str:
    """A query that can be shown; empty if it is not worth keeping."""
    query = visible_line(query).strip()
    return query if len(query) <= LONGEST_QUERY else ""
