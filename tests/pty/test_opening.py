"""A first start on a slow disk: progress and keys meanwhile, and leaving in order at any time."""

from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.journey import READING, quit_app
from tests.pty.test_app import LEFT_ALTERNATE_SCREEN, WATCHED
from tests.slow import SCRIPT, closed_gate

LARGE = '[[part]]\nid = "a_part"\nlabel_en = "A part"\nlabel_zh = "部分"\n' + "# This line says nothing.\n" * 30_000
OPENING = ("Reading the stores [", "MB left  facts.toml")

STUCK = """
import sys, time
from wmc_tui.__main__ import main
from wmc_tui.search.index import index_update
index_update.Gathering = lambda library: time.sleep(600)
sys.exit(main([]))
"""
"""Runs the app with an index whose building says nothing and does not end."""


def large_store(folder: Path) -> str:
    """The path of a store that is too large to be compiled before the app appears."""
    path = folder / "large.toml"
    path.write_text(LARGE, encoding="utf-8")
    return str(path)


def test_keys_are_taken_while_the_stores_are_read(start: Start, tmp_path: Path) -> None:
    gate, store = closed_gate(tmp_path), large_store(tmp_path)
    with start("-c", SCRIPT, str(gate), "--store", store) as terminal:
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
        quit_app(terminal)
    with start("-c", SCRIPT, str(gate), "--store", store) as terminal:
        terminal.wait_for("2023", READING)
        assert b"Reading the stores" not in terminal.output, "the second start has nothing to read"
        quit_app(terminal)


@pytest.mark.parametrize("keys", ["\x1b", "\x03", "typed\x11"], ids=["Esc", "Ctrl+C", "Ctrl+Q"])
def test_leaving_meanwhile(start: Start, tmp_path: Path, keys: str) -> None:
    script = SCRIPT.replace("sys.argv[1:]", repr([str(closed_gate(tmp_path)), "--store", large_store(tmp_path)]))
    with start("-c", WATCHED, script) as terminal:
        terminal.wait_for(*OPENING)
        terminal.send(keys)
        terminal.wait_for("left with 0 and the terminal as it was")
        assert terminal.wait_for_exit() == 0
        assert LEFT_ALTERNATE_SCREEN in terminal.output
        assert b"Traceback" not in terminal.output
    assert list((tmp_path / "home" / "cache").iterdir()) == [], "nothing is left of what was begun"


def test_leaving_while_the_index_is_stuck(start: Start, tmp_path: Path) -> None:
    with start("-c", WATCHED, STUCK) as terminal:
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


def test_a_large_store_that_cannot_be_read_ends_in_one_line(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_text(LARGE.replace("[[part]]", "[[part]"), encoding="utf-8")
    with start("-c", SCRIPT, str(tmp_path / "open"), "--store", str(path)) as terminal:
        assert terminal.wait_for_exit() == 2
        said = terminal.output.rpartition(LEFT_ALTERNATE_SCREEN)[2].decode()
        assert "wmc-tui: " in said and "large.toml" in said.replace("\r\n", "") and said.count("wmc-tui") == 1
