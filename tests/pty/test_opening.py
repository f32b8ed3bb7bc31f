"""A first start on a slow disk: progress and keys meanwhile, and leaving in order at any time."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.journey import READING
from tests.pty.terminal import Terminal
from tests.pty.test_app import LEFT_ALTERNATE_SCREEN, WATCHED
from tests.slow import SCRIPT, closed_gate

ROOT = str(Path(__file__).resolve().parents[2])
OPENING = ("Reading the stores [", "MB left  facts.toml")

STUCK = """
import sys, time
from wmc_tui.__main__ import main
from wmc_tui.search.index import index_update
index_update.Gathering = lambda library: time.sleep(600)
sys.exit(main([]))
"""
"""Runs the app with an index whose building says nothing and does not end."""

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start the app behind a gate."""
    env = {"WMC_TUI_HOME": str(tmp_path / "home"), "PYTHONPATH": ROOT}
    return lambda *command: Terminal([sys.executable, "-c", *command], columns=80, rows=24, env=env)


def test_keys_are_taken_while_the_stores_are_read(start: Start, tmp_path: Path) -> None:
    gate = closed_gate(tmp_path)
    with start(SCRIPT, str(gate)) as terminal:
        terminal.wait_for(*OPENING)
        for character in "/4471亿":
            terminal.send(character)
        terminal.wait_for(" 4471亿 ", "MB left")
        terminal.send("\x7f")
        terminal.wait_until_gone("亿 ")
        gate.unlink()
        terminal.send("亿")
        terminal.wait_for("Search 检索", " 4471亿 ", "447.1 billion yuan")
        terminal.wait_until_gone("records left")
        terminal.send("元")
        terminal.wait_for(" 4471亿元 ")
        terminal.send("\x1b")
        terminal.wait_for("2023", READING)
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
    with start(SCRIPT, str(gate)) as terminal:
        terminal.wait_for("2023", READING)
        assert b"Reading the stores" not in terminal.output, "the second start has nothing to read"
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("keys", ["\x1b", "\x03", "typed\x11"], ids=["Esc", "Ctrl+C", "Ctrl+Q"])
def test_leaving_meanwhile(start: Start, tmp_path: Path, keys: str) -> None:
    script = SCRIPT.replace("sys.argv[1:]", repr([str(closed_gate(tmp_path))]))
    with start(WATCHED, script) as terminal:
        terminal.wait_for(*OPENING)
        terminal.send(keys)
        terminal.wait_for("left with 0 and the terminal as it was")
        assert terminal.wait_for_exit() == 0
        assert LEFT_ALTERNATE_SCREEN in terminal.output
        assert b"Traceback" not in terminal.output
    assert list((tmp_path / "home" / "cache").iterdir()) == [], "nothing is left of what was begun"


def test_leaving_while_the_index_is_stuck(start: Start, tmp_path: Path) -> None:
    with start(WATCHED, STUCK) as terminal:
        terminal.wait_for("2023", READING)
        terminal.send("/")
        terminal.wait_for("Building the search index [", "records left")
        terminal.send("\x1b")
        terminal.wait_for("2023", READING)
        terminal.send("q")
        terminal.wait_for("left with 0 and the terminal as it was")
        assert terminal.wait_for_exit() == 0
        assert b"Traceback" not in terminal.output
    assert [path.suffix for path in (tmp_path / "home" / "cache").iterdir()] == [".sqlite3"]
