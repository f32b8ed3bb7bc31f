"""Measure the search of large libraries and print a table: python -m benchmarks.search_engine [--sizes 300,10000,...].

A hundred mixed queries over synthetic bilingual records, the same in every run. Times are processor time, for each
query the least of some rounds in changing order: other programs on the machine do not count. What others take for the
same queries over the same records stands beside it as a ratio. Exits with 1 where a target is missed.
"""

import argparse
import gc
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.search_peers import Peer, peers
from benchmarks.search_recall import TOP, recall
from benchmarks.synthetic import records
from benchmarks.synthetic_queries import queries
from wmc_tui.search import Hit, Index
from wmc_tui.search.index.record import Record
from wmc_tui.search.large import ADVICE, LARGE, available

SIZES = (300, 10_000, 100_000, 1_000_000)
SAMPLED = 1000
SLOW_PEERS = 100_000
"""Records above which others answer only a few of the queries."""
FEW = 10
TARGETS = {10_000: (5.0, None), 100_000: (1.5, 8.0), 1_000_000: (4.0, 15.0)}
"""Milliseconds that half and 99 of 100 queries take at most; 10,000 without numpy."""
MOST_BYTES, MOST_OPENING, LEAST_RECALL = 300, 50.0, 0.98

Search = Callable[[str], Sequence[Hit]]


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each query, ascending."""

    each: list[float]

    @property
    def half(self) -> float:
        """What half of the queries take at most."""
        return statistics.median(self.each)

    @property
    def most(self) -> float:
        """What 99 of 100 take at most."""
        return self.each[min(len(self.each) - 1, len(self.each) * 99 // 100)]


def timed(answer: Callable[[str], object], asked: Sequence[str], rounds: int) -> Times:
    """Ask all queries, in another order in each round."""
    least = dict.fromkeys(asked, float("inf"))
    order = list(least)
    source = random.Random(5)
    gc.collect()
    for _ in range(rounds):
        source.shuffle(order)
        for query in order:
            start = time.process_time()
            answer(query)
            least[query] = min(least[query], time.process_time() - start)
    return Times(sorted(1e3 * least[query] for query in asked))


def memory(path: Path, count: int) -> tuple[float, float]:
    """Private bytes a record after a hundred queries, and milliseconds of opening, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.search_memory", str(path), str(count)]
    _, used, opening = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(used) / count, float(opening)


def sample(count: int) -> list[Record]:
    """A thousand of so many records, at equal distances."""
    step = max(1, count // SAMPLED)
    return [record for number, record in enumerate(records(count)) if number % step == 0]


def lines(count: int) -> Iterator[str]:
    """Each record as one line of text, as the other engines search it."""
    for record in records(count):
        written = " ".join(sorted(record.written))
        yield f"{record.edition} {record.text.en} {record.text.zh} {written}".replace("\n", " ")


def unit_of_work() -> float:
    """Microseconds of a loop of Python's own, by which runs on a busy and on a quiet machine can be compared."""
    times = []
    for _ in range(200):
        start = time.process_time()
        for _ in range(20):
            sum(range(1000))
        times.append((time.process_time() - start) / 20 * 1e6)
    return statistics.median(times)


def measure(count: int, folder: Path, rounds: int, *, alone: bool) -> bool:
    """Print what is measured for so many records; whether all targets are met."""
    asked = queries(sample(count))
    texts = [query for _, query in asked]
    print(f"\n{count:,} records, {len(asked)} queries; sum(range(1000)) takes {unit_of_work():.1f} microseconds")
    met = True
    if count <= LARGE:
        index = Index(list(records(count)))
        times = timed(index.search, texts, rounds)
        met &= report("without numpy", times, TARGETS.get(count, (5.0, None)))
        if not alone:
            compare(count, texts, times, folder)
        del index
    if count >= LARGE and available():
        met &= measure_large(count, asked, folder, rounds, alone=alone)
    return met


def measure_large(count: int, asked: list[tuple[str, str]], folder: Path, rounds: int, *, alone: bool) -> bool:
    """The same of the engine for large libraries, with its file."""
    from wmc_tui.search.large.build import build
    from wmc_tui.search.large.index import LargeIndex

    path, texts = folder / f"{count}.index", [query for _, query in asked]
    if path.exists():
        print("  built before")
    else:
        start = time.process_time()
        for _ in records(count):
            pass
        making = time.process_time() - start
        start = time.process_time()
        build(path, "benchmark", records(count))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  built in {time.process_time() - start - making:.1f} s, peak of memory {peak:.0f} MiB")
    print(f"  {path.stat().st_size / count:.0f} bytes a record in the file")
    used, opening = min(memory(path, count) for _ in range(3))
    index = LargeIndex.open(path, "benchmark")
    times = timed(partial(index.search, limit=TOP), texts, rounds)
    met = report(f"first {TOP} hits", times, TARGETS[count] if count > LARGE else (5.0, None))
    all_times = timed(index.search, texts, rounds)
    print(f"  all 50 hits     p50 {all_times.half:7.2f} ms  p99 {all_times.most:7.2f} ms")
    for kind in dict.fromkeys(kind for kind, _ in asked):
        here = timed(partial(index.search, limit=TOP), [query for each, query in asked if each == kind], 2)
        print(f"    {kind:11} {here.half:7.2f} {here.most:7.2f} ms")
    met &= told("private memory a record", used, MOST_BYTES, "bytes")
    met &= told("opened in", opening, MOST_OPENING, "ms")
    share, of = recall(count, asked, index)
    print(
        f"  recall at 10: {share:.3f} of an exhaustive search, {of} queries{'' if share >= LEAST_RECALL else '  MISSED'}"
    )
    if not alone:
        compare(count, texts, all_times, folder)
    return met and share >= LEAST_RECALL


def report(name: str, times: Times, target: tuple[float, float | None]) -> bool:
    """Print the times of an engine; whether they meet the target."""
    half, most = target
    met = times.half <= half and (most is None or times.most <= most)
    wanted = f"at most {half:g}" + (f" and {most:g}" if most else "")
    print(f"  {name:15} p50 {times.half:7.2f} ms  p99 {times.most:7.2f} ms  {wanted}{'' if met else '  MISSED'}")
    return met


def told(name: str, value: float, most: float, unit: str) -> bool:
    """Print a value and its target; whether it is met."""
    print(f"  {name} {value:.1f} {unit}, at most {most:g}{'' if value <= most else '  MISSED'}")
    return value <= most


def compare(count: int, texts: Sequence[str], ours: Times, folder: Path) -> None:
    """Print what others take for the same queries, and how many times ours that is."""
    few = texts if count <= SLOW_PEERS else texts[:: max(1, len(texts) // FEW)]
    for peer in peers(lambda: lines(count), folder):
        print(f"    {peer.name:20} {_compared(peer, few if peer.slow else texts, ours)}")


def _compared(peer: Peer, texts: Sequence[str], ours: Times) -> str:
    if peer.missing:
        return f"left out: {peer.missing}"
    times = sorted(peer.times(texts))
    half, most = statistics.median(times), times[min(len(times) - 1, len(times) * 99 // 100)]
    return f"p50 {half:9.2f} ms ({half / ours.half:7.1f} x)  p99 {most:9.2f} ms ({most / ours.most:6.1f} x)"


def main() -> int:
    """Print the tables; 1 where a target is missed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of records, with commas")
    arguments.add_argument("--rounds", type=int, default=7, help="times that each query is asked")
    arguments.add_argument("--alone", action="store_true", help="leave out the others")
    arguments.add_argument("--folder", type=Path, help="where files are written (default: a temporary one)")
    options = arguments.parse_args()
    if not available():
        print(ADVICE)
    met = True
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        for size in map(int, options.sizes.split(",")):
            met &= measure(size, folder, options.rounds, alone=options.alone)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
