"""Compare what comes first in our search and in other engines: python -m benchmarks.ranking [--queries FILE].

Prints, for each kind of query, the share with the right record first (top-1) and among the first three (top-3), and the
mean of one over its place (MRR). All engines search the same records, those of the shipped store. Engines that are not
installed are left out, with a note. Exits with 1 where a target is missed.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.engines import engines
from tests.search.asked import NEAR_MISSES, QUERIES, Asked, Score, by_kind, read, score
from wmc_tui.store import open_library

LEAST_TOP1, LEAST_MRR, LEAST_TOP1_OF_A_KIND = 0.95, 0.97, 0.9
LANGUAGE = (NEAR_MISSES, "comparisons and ranges", "filters", "filters in Chinese", "negated filters", "exclusions")
"""Kinds of query that need our query language; the others are what any engine could answer."""

Ranks = list[tuple[Asked, int]]


def main() -> int:
    """Print the table; 1 where our search misses a target."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--queries", type=Path, default=QUERIES, help="another file of queries in the same form")
    arguments.add_argument("--failing", action="store_true", help="list the queries that our search answers wrongly")
    options = arguments.parse_args()
    queries = read(options.queries)
    results: dict[str, Ranks] = {}
    library = open_library(use_cache=False)
    for name, answer in engines(library):
        if isinstance(answer, str):
            print(f"{name} is left out: {answer}")
        else:
            results[name] = [(asked, asked.rank(answer(asked))) for asked in queries]
    library.close()
    print_table({name: _scores(ranks) for name, ranks in results.items()})
    ours = next(iter(results.values()))
    if options.failing:
        for asked, rank in ours:
            if rank != 1:
                print(f"{rank or '-':>3}  {asked.kind}: {asked.text}  ({', '.join(sorted(asked.first))})")
    return 0 if reached(ours) else 1


def _scores(ranks: Ranks) -> dict[str, Score]:
    """An engine's figures by kind, then those of what any engine could answer, then all."""
    plain = [rank for asked, rank in ranks if asked.kind not in LANGUAGE]
    groups = by_kind(ranks) | {"plain text": plain, "all": [rank for _, rank in ranks]}
    return {kind: score(places) for kind, places in groups.items() if places}


def reached(ranks: Ranks) -> bool:
    """Whether the targets are met, overall and by every kind."""
    scores = _scores(ranks)
    overall = scores["all"]
    worst = min(each.top1 for each in scores.values())
    return overall.top1 >= LEAST_TOP1 and overall.mrr >= LEAST_MRR and worst >= LEAST_TOP1_OF_A_KIND


def print_table(results: dict[str, dict[str, Score]]) -> None:
    """Print one line a kind, with three columns an engine."""
    kinds = next(iter(results.values()))
    wide = max(map(len, kinds))
    print(" " * (wide + 5) + "".join(f"  {name:^19}" for name in results))
    print(" " * (wide + 5) + "".join(f"  {'top-1':>6} {'top-3':>6} {'MRR':>5}" for _ in results))
    for kind in kinds:
        cells = [scores[kind] for scores in results.values()]
        figures = "".join(f"  {each.top1:6.3f} {each.top3:6.3f} {each.mrr:5.3f}" for each in cells)
        print(f"{kind:{wide}} {cells[0].count:4}{figures}")


if __name__ == "__main__":
    sys.exit(main())
