"""Measure the screen of checks and print a table: python -m benchmarks.checks_screen [--program PATH].

From a key to the last byte of what it changed on the screen: opening the screen for the first time, which loads it and
paints the conflicts before the checks are computed; how long these take; opening it again with all of them; moving in the
list; going to the sentences. Help, a screen of one widget, is opened in the same runs, to tell a slow machine from a slow
screen. Exits with 1 where a target is missed.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measures import MARKS, PAUSE, Desk
from tests.pty.terminal import Terminal

OPENING, CHECKING, MOVING = 50.0, 1_000.0, 16.0
"""Milliseconds that opening, the checks behind it, and a key may take at most."""
HELP = "opening help, first time"
MOVES = "jjjjjjjjkkkkjjjjddduuu"
Times = dict[str, list[float]]


def measure(desk: Desk) -> Times:
    """Seconds by what was done, over several runs of the program; the first run warms the caches and does not count."""
    times: Times = {}
    for turn in range(desk.rounds + 1):
        with desk.app() as terminal:
            terminal.wait_for(*MARKS)
            terminal.settle(0.5)
            found = _one_run(terminal)
        if turn:
            for name, values in found.items():
                times.setdefault(name, []).extend(values)
    return times


def _one_run(terminal: Terminal) -> Times:
    begun = time.perf_counter()
    times: Times = {"opening, first time": [terminal.press("v", PAUSE)]}
    terminal.wait_for("Checks that fail")
    times["until the checks are listed"] = [time.perf_counter() - begun]
    terminal.settle(0.3)
    times["a move in the list"] = [terminal.press(key, PAUSE) for key in MOVES]
    times["to the sentences and back"] = [terminal.press(key, PAUSE) for key in "lhlh"]
    terminal.press("b", PAUSE)
    times["opening again"] = [terminal.press("v", PAUSE)]
    terminal.press("b", PAUSE)
    times[HELP] = [terminal.press("?", PAUSE)]
    return times


def main() -> int:
    """Print the table; 1 where a target is missed."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.checks_screen", description="Measure the checks' screen."
    )
    parser.add_argument("--program", help="the wmc-tui to measure (default: the one beside this Python)")
    parser.add_argument("--rounds", type=int, default=5, help="runs, of which the median counts (default: 5)")
    options = parser.parse_args()
    beside = Path(sys.executable).with_name("wmc-tui")
    program = options.program or (str(beside) if beside.exists() else shutil.which("wmc-tui"))
    if not program:
        parser.error("no wmc-tui beside this Python; install the project first, or name it with --program")
    with tempfile.TemporaryDirectory() as home:
        times = measure(Desk(program=program, home=home, rounds=options.rounds))
    met, help_time = True, statistics.median(times[HELP]) * 1e3
    for name, values in times.items():
        median = statistics.median(values) * 1e3
        target = OPENING if "opening" in name else CHECKING if "until" in name else MOVING
        met = met and (median <= target or name == HELP)
        told = "" if name == HELP else f"at most {target:g} ms   {'' if median <= target else 'MISSED'}"
        print(f"{name:34} {median:6.1f} ms   {median / help_time:5.2f}   {told}".rstrip())
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
