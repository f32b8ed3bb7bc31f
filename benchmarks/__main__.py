"""Measure the running program against a minimal one and print a table: python -m benchmarks [--program PATH].

Every ratio compares two programs run in turn in this very run. Exits with 1 where a target is missed.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measures import Desk, Row, commands, memory, memory_of_search, searching, start, start_since


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure an installed wmc-tui.")
    parser.add_argument("--program", help="the wmc-tui to measure (default: the one beside this Python)")
    parser.add_argument("--rounds", type=int, default=9, help="runs of each, of which the median counts (default: 9)")
    parser.add_argument("--before", help="a wmc-tui of another version, to compare the start with, and nothing else")
    options = parser.parse_args()
    beside = Path(sys.executable).with_name("wmc-tui")
    program = options.program or (str(beside) if beside.exists() else shutil.which("wmc-tui"))
    if not program:
        parser.error("no wmc-tui beside this Python; install the project first, or name it with --program")
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as other_home:
        desk = Desk(program=program, home=home, rounds=options.rounds)
        if options.before:
            rows = [start_since(desk, Desk(program=options.before, home=other_home, rounds=options.rounds))]
        else:
            rows = [measure(desk) for measure in (start, searching, commands, memory, memory_of_search)]
    print_table(rows)
    return 0 if all(row.met for row in rows) else 1


def print_table(rows: list[Row]) -> None:
    """Print one line a measure, in columns."""
    cells = [("measure", "measured", "against", "ratio", "target", "")]
    cells += [(row.name, row.measured, row.against, row.ratio, row.target, "" if row.met else "MISSED") for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())
