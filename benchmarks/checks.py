"""Measure the checks of the shipped store and print a table: python -m benchmarks.checks [--program PATH].

The command that checks the facts runs in turn with the one that checks the store; what the screen of checks and a fact's
card need is measured in this process, with the library open. Exits with 1 where a target is missed.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.__main__ import print_table
from benchmarks.measures import Row
from wmc_tui.checks.attestation import Attestations
from wmc_tui.checks.run import check_facts
from wmc_tui.store import Library, open_library

SHOWN = "2023.projects_signed"
"""The fact whose attestation is measured."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checks", description="Measure the checks.")
    parser.add_argument("--program", help="the wmc-tui to measure (default: the one beside this Python)")
    parser.add_argument("--rounds", type=int, default=9, help="runs of each, of which the median counts (default: 9)")
    options = parser.parse_args()
    beside = Path(sys.executable).with_name("wmc-tui")
    program = options.program or (str(beside) if beside.exists() else shutil.which("wmc-tui"))
    command = [program] if program else [sys.executable, "-m", "wmc_tui"]
    with tempfile.TemporaryDirectory() as home:
        rows = [command_row(command, home, options.rounds)]
        os.environ["WMC_TUI_HOME"] = home
        library = open_library()
        rows += library_rows(library, options.rounds)
        library.close()
    print_table(rows)
    return 0 if all(row.met for row in rows) else 1


def command_row(command: list[str], home: str, rounds: int) -> Row:
    """`check --facts` against `check`; the first pair of runs warms the caches and does not count."""
    facts: list[float] = []
    store: list[float] = []
    for turn in range(rounds + 1):
        one, other = _whole([*command, "check", "--facts"], home), _whole([*command, "check"], home)
        if turn:
            facts.append(one)
            store.append(other)
    mine, least = statistics.median(facts) * 1e3, statistics.median(store) * 1e3
    limit = 2 * least + 300
    return Row(
        "check --facts, whole process",
        f"{mine:.0f} ms",
        f"check {least:.0f} ms",
        f"{mine / least:.2f}",
        f"<= 2 x + 300 ms = {limit:.0f} ms",
        mine <= limit,
    )


def library_rows(library: Library, rounds: int) -> list[Row]:
    """What a screen asks for, against reading all facts, which nothing can do without."""
    attestations = Attestations(library)
    edition = [fact.id for fact in library.facts(edition=2023)]
    works: list[tuple[str, Callable[[], object], float | None]] = [
        ("all checks", lambda: check_facts(library), 50),
        ("what attestations begin with", lambda: Attestations(library), None),
        ("attestation of one fact", lambda: attestations.of(SHOWN), 2),
        ("attestations of an edition", lambda: [attestations.of(id) for id in edition], 50),
    ]
    least = _median(library.facts, rounds)
    rows = []
    for name, work, target in works:
        mine = _median(work, rounds)
        wanted = "" if target is None else f"<= {target:.0f} ms"
        against = f"reading all facts {least:.1f} ms"
        rows.append(
            Row(name, f"{mine:.2f} ms", against, f"{mine / least:.2f}", wanted, target is None or mine <= target)
        )
    return rows


def _median(work: Callable[[], object], rounds: int) -> float:
    """Milliseconds; the first run does not count."""
    times = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times[1:]) * 1e3


def _whole(command: list[str], home: str) -> float:
    begun = time.perf_counter()
    done = subprocess.run(command, env={**os.environ, "WMC_TUI_HOME": home}, stdout=subprocess.DEVNULL, check=False)
    took = time.perf_counter() - begun
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    return took


if __name__ == "__main__":
    sys.exit(main())
