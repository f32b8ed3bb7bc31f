"""Measure comparing and print a table: python -m benchmarks.compare [--program PATH].

From a key to the last byte of what it changed on the screen: opening the comparison for the first time, which loads it,
and again; each of its views for the first time; moving in the matrix. Help, a screen of one widget, is opened in the same
runs, to tell a slow machine from a slow screen. Exits with 1 where a target is missed.
"""

import sys

from benchmarks.measures import PAUSE
from benchmarks.screens import HELP, MOVING, OPENING, Times, run
from tests.pty.terminal import Terminal

VIEWS = {"m": "charts side by side", "p": "an edition", "x": "the matrix"}
MOVES = "jjjjhhllkkjjjjjjhhhhkkkkllll"


def _one_run(terminal: Terminal) -> Times:
    times: Times = {"opening, first time": [terminal.press("c", PAUSE)]}
    for key, name in VIEWS.items():
        times[f"{name}, first time"] = [terminal.press(key, PAUSE)]
    times["a move in the matrix"] = [terminal.press(key, PAUSE) for key in MOVES]
    terminal.press("b", PAUSE)
    times["opening again"] = [terminal.press("c", PAUSE)]
    terminal.press("b", PAUSE)
    times[HELP] = [terminal.press("?", PAUSE)]
    return times


def _target(name: str) -> float:
    return MOVING if "move" in name else OPENING


if __name__ == "__main__":
    sys.exit(run("compare", "Measure comparing.", _one_run, _target))
