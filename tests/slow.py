"""A slow disk: the first parts of the stores take a moment each, the others wait until a gate is opened."""

from pathlib import Path

SCRIPT = """
import os, sys, time
from wmc_tui.store import compile
from wmc_tui.__main__ import main
parts_of = compile.parts_of
parts_read = 0
def slow_parts_of(*arguments):
    global parts_read
    for part in parts_of(*arguments):
        parts_read += 1
        time.sleep(0.2 if parts_read < 5 else 0)
        while parts_read >= 5 and os.path.exists(sys.argv[1]):
            time.sleep(0.02)
        yield part
compile.parts_of = slow_parts_of
sys.exit(main(sys.argv[2:]))
"""
"""Runs the program with the arguments that follow the path of the gate, which is closed while that file is there."""


def closed_gate(folder: Path) -> Path:
    """A gate that is opened by removing it."""
    gate = folder / "gate"
    gate.touch()
    return gate
