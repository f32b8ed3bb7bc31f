"""Whatever bytes the terminal sends, the running app goes on and answers the next key."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.journey import READING, quit_app
from tests.pty.terminal import Terminal

ODD = {
    "no UTF-8": b"\xff",
    "a character cut short": "世".encode()[:2],
    "GBK": "世界制造业大会".encode("gbk"),
    "Big5": "世界製造業大會".encode("big5"),
    "surrogate": b"\xed\xa0\x80",
    "Latin-1 pasted": b"\x1b[200~caf\xe9\x1b[201~",
    "X10 mouse beyond column 95": b"\x1b[M \xe0\x30",
    "two numbers for a key": b"\x1b[1:2u",
    "no such character": b"\x1b[99999999u",
    "cells without pixels": b"\x1b[48;40;120;0;0t\x1b[<35;3;3M",
    "much of it": b"\x80\xfe\xc3" * 400,
}
ALPHABET = bytes(range(128, 256)) + b"\x1b\x1b\x1b[[[<;;:0123456789MuR\x00" * 4
"""High bytes and pieces of sequences: no key that leaves the app, and no beginning of a paste."""
DONE = b"\xff" * 40
"""Longer than any sequence: what comes next is a key again."""


@pytest.fixture
def terminal(start: Start, tmp_path: Path) -> Iterator[Terminal]:
    """The app, started; it has to leave in order."""
    with start() as terminal:
        terminal.wait_for("2023", READING)
        yield terminal
        terminal.wait_for(READING)
        quit_app(terminal)
        assert not (tmp_path / "home" / "state" / "crash.txt").exists()


def test_it_goes_on(terminal: Terminal) -> None:
    bytes_of = random.Random(1)
    for data in (*ODD.values(), *(bytes(bytes_of.choices(ALPHABET, k=300)) for _ in range(8))):
        terminal.send(data + DONE)
    terminal.send("?")
    terminal.wait_for("Comparing:")
    terminal.send("\x1b")
    terminal.wait_until_gone("Comparing:")


def test_what_is_no_text_is_seen(terminal: Terminal) -> None:
    terminal.send("/")
    terminal.wait_for("Search 检索")
    terminal.send(b"\x1b[200~caf\xe9 \x1b[201~")
    terminal.wait_for("caf\ufffd ")
    first, last = "世".encode()[:2], "世".encode()[2:]
    terminal.send(first)
    terminal.settle(quiet=0.05)
    terminal.send(last)
    terminal.wait_for("caf\ufffd 世")
    terminal.send("\x1b")
