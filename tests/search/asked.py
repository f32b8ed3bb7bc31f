"""Queries with what must come first, and how well answers do by them."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wmc_tui.search import Index

QUERIES = Path(__file__).parent / "queries.toml"

NEAR_MISSES = "near misses"
"""The kind of query that nothing answers, so that its first suggestion must lead to the fact."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and what must come first."""

    kind: str
    """Name of its table."""
    text: str
    """As typed."""
    first: frozenset[str]
    """Ids, any of which is right."""

    def rank(self, found: Iterable[str]) -> int:
        """The place, from 1, of the first right id among those found, best first; 0 where there is none."""
        return next((place for place, id in enumerate(found, 1) if id in self.first), 0)


@dataclass(frozen=True, slots=True)
class Score:
    """How an engine does on some queries."""

    count: int
    """How many queries."""
    top1: float
    """Share of them with a right id first."""
    top3: float
    """Share of them with one among the first three."""
    mrr: float
    """Mean of 1 / place of the right one, 0 where it is not found."""


def read(path: Path = QUERIES) -> list[Asked]:
    """All queries of a file, in its order; its tables are the kinds, each from a query to an id or several."""
    with path.open("rb") as file:
        tables: dict[str, dict[str, str | list[str]]] = tomllib.load(file)
    return [
        Asked(kind, text, frozenset([first] if isinstance(first, str) else first))
        for kind, queries in tables.items()
        for text, first in queries.items()
    ]


def score(ranks: Sequence[int]) -> Score:
    """The figures for the places of right ids, 0 where none was found; there must be at least one query."""
    count = len(ranks)
    return Score(
        count,
        top1=sum(rank == 1 for rank in ranks) / count,
        top3=sum(0 < rank <= 3 for rank in ranks) / count,
        mrr=sum(1 / rank for rank in ranks if rank) / count,
    )


def by_kind(ranks: Iterable[tuple[Asked, int]]) -> dict[str, list[int]]:
    """Places under the kinds of their queries."""
    kinds: dict[str, list[int]] = {}
    for asked, rank in ranks:
        kinds.setdefault(asked.kind, []).append(rank)
    return kinds


def found(index: Index, asked: Asked, limit: int = 50) -> list[str]:
    """Ids of what our index finds, best first, at most `limit`; for a near miss, what each suggestion finds first."""
    if asked.kind != NEAR_MISSES:
        return [hit.id for hit in index.search(asked.text, limit)]
    tried = [index.search(suggestion.text, 1) for suggestion in index.answer(asked.text, limit).suggestions]
    return [hits[0].id for hits in tried if hits]
