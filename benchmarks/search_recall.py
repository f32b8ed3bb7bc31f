"""How much the large engine finds of what a search of all records finds that ranks in the same way."""

from collections.abc import Sequence
from unittest.mock import patch

from benchmarks.recall import recalled
from benchmarks.synthetic import records
from wmc_tui.search import Index
from wmc_tui.search.large.index import LargeIndex

TOP = 10
MOST_RECORDS = 100_000
"""Records of the largest library that is searched exhaustively, for a few queries of each kind."""
QUERIES = {10_000: 100, 100_000: 30}


def recall(count: int, asked: Sequence[tuple[str, str]], index: LargeIndex) -> tuple[float, int]:
    """Mean share of the top ten, and of how many queries; every record that answers is ranked in full."""
    most = next((queries for records_, queries in QUERIES.items() if count <= records_), 0)
    if not most:
        return sampled_recall(asked, index)
    chosen = asked[:: max(1, len(asked) // most)]
    everything = Index(list(records(count)))
    shares = []
    with patch("wmc_tui.search.index.index._RANKED", count):
        for _, query in chosen:
            share = recalled(everything.search(query, count), index.search(query), TOP)
            if share is not None:
                shares.append(share)
    return sum(shares) / len(shares), len(shares)


def sampled_recall(asked: Sequence[tuple[str, str]], index: LargeIndex) -> tuple[float, int]:
    """The same for a library too large for that: against this engine's own search that leaves out nothing early."""
    chosen = asked[:: max(1, len(asked) // 20)]
    shares = []
    for _, query in chosen:
        found = index.search(query)
        with patch("wmc_tui.search.large.ranking._POOL", 100_000), patch("wmc_tui.search.large.ranking._FEWEST", 5000):
            everything = index.search(query, 5000)
        share = recalled(everything, found, TOP)
        if share is not None:
            shares.append(share)
    return sum(shares) / len(shares), len(shares)
