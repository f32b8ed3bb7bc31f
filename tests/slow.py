"""A slow disk: the stores come in once a gate is opened."""

from pathlib import Path

SCRIPT = """
import os, sys, time
from wmc_tui.__main__ import main
from wmc_tui.store import compile
from wmc_tui.store.lines import Lines
from wmc_tui.store.toml_file import Part
gate, *arguments = sys.argv[1:]
parts_of = compile.parts_of
def slow_parts_of(*file):
    while os.path.exists(gate):
        time.sleep(0.02)
        yield Part({}, Lines({}, {}), 0)
    yield from parts_of(*file)
compile.parts_of = slow_parts_of
sys.exit(main(arguments))
"""
"""Runs the program with the arguments that follow the path of the gate, which is closed while that file is there."""


def closed_gate(folder: Path) -> Path:
    """A gate that is opened by removing it."""
    gate = folder / "gate"
    gate.touch()
    return gate
