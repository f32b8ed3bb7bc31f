"""Measures a screen by its keys: each from the key to the last byte of what it changed on the screen.

Help, a screen of one widget, is opened in the same runs, to tell a slow machine from a slow screen.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.measures import MARKS, Desk
from tests.pty.terminal import Terminal

HELP = "opening help, first time"
OPENING, MOVING = 50.0, 16.0
"""Milliseconds that opening a screen or a view, and a key in it, may take at most."""
Times = dict[str, list[float]]
"""Seconds by what was done."""


def measure(desk: Desk, one_run: Callable[[Terminal], Times]) -> Times:
    """Several runs of the program; the first one warms the caches and does not count."""
    times: Times = {}
    for turn in range(desk.rounds + 1):
        with desk.app() as terminal:
            terminal.wait_for(*MARKS)
            terminal.settle(0.5)
            found = one_run(terminal)
        if turn:
            for name, values in found.items():
                times.setdefault(name, []).extend(values)
    return times


def run(name: str, about: str, one_run: Callable[[Terminal], Times], target_of: Callable[[str], float]) -> int:
    """Measure as the command line asks and print the table; 1 where a target, in milliseconds, is missed."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=about)
    parser.add_argument("--program", help="the wmc-tui to measure (default: the one beside this Python)")
    parser.add_argument("--rounds", type=int, default=5, help="runs, of which the median counts (default: 5)")
    options = parser.parse_args()
    beside = Path(sys.executable).with_name("wmc-tui")
    program = options.program or (str(beside) if beside.exists() else shutil.which("wmc-tui"))
    if not program:
        parser.error("no wmc-tui beside this Python; install the project first, or name it with --program")
    with tempfile.TemporaryDirectory() as home:
        times = measure(Desk(program=program, home=home, rounds=options.rounds), one_run)
    met, help_time = True, statistics.median(times[HELP]) * 1e3
    for what, values in times.items():
        median, target = statistics.median(values) * 1e3, target_of(what)
        met = met and (median <= target or what == HELP)
        told = "" if what == HELP else f"at most {target:g} ms   {'' if median <= target else 'MISSED'}"
        print(f"{what:34} {median:6.1f} ms   {median / help_time:5.2f}   {told}".rstrip())
    return 0 if met else 1
