"""Measure the screen of checks and print a table: python -m benchmarks.checks_screen [--program PATH].

From a key to the last byte of what it changed on the screen: opening the screen for the first time, which loads it and
paints the conflicts before the checks are computed; how long these take; opening it again with all of them; moving in the
list; going to the sentences. Help, a screen of one widget, is opened in the same runs, to tell a slow machine from a slow
screen. Exits with 1 where a target is missed.
"""

import sys
import time

from benchmarks.measures import PAUSE
from benchmarks.screens import HELP, MOVING, OPENING, Times, run
from tests.pty.terminal import Terminal

CHECKING = 1_000.0
"""Milliseconds until the checks are listed, at most."""
MOVES = "jjjjjjjjkkkkjjjjddduuu"


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


def _target(name: str) -> float:
    return OPENING if "opening" in name else CHECKING if "until" in name else MOVING


if __name__ == "__main__":
    sys.exit(run("checks_screen", "Measure the checks' screen.", _one_run, _target))
