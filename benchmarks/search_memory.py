"""What a large index takes of memory: python -m benchmarks.search_memory FILE COUNT; run by benchmarks.search_engine.

A process of its own, so that nothing but the index counts: private memory after importing what the index needs, then
after opening it, then after a hundred queries. Prints the two growths in bytes, and the milliseconds of opening.
"""

import gc
import sys
import time
from pathlib import Path

from benchmarks.synthetic_queries import queries
from wmc_tui.search.large.index import LargeIndex
from wmc_tui.search.large.library import Records
from wmc_tui.search.large.sections import Sections

_SAMPLED = 1000


def private_bytes() -> int:
    """Memory of this process that no file and no other process has (Linux)."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="utf-8").splitlines()
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Private_Dirty:"))


def main() -> None:
    """Print the figures on one line."""
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    records = Records(Sections(path, "benchmark"))
    asked = [query for _, query in queries([records.at(place) for place in range(0, count, max(1, count // _SAMPLED))])]
    LargeIndex.open(path, "benchmark").search("1 word 词 investmnt")
    del records
    gc.collect()
    before = private_bytes()
    start = time.perf_counter()
    index = LargeIndex.open(path, "benchmark")
    opening = (time.perf_counter() - start) * 1e3
    opened = private_bytes()
    for query in asked:
        index.search(query)
    print(opened - before, private_bytes() - before, opening)


if __name__ == "__main__":
    main()
