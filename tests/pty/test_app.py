"""The running app in a terminal: the main job, its sizes, and a terminal left as it was found."""

import base64
import re
import signal
from pathlib import Path

import pytest

from tests.pty.conftest import Start
from tests.pty.journey import READING, do_the_main_job, quit_app
from wmc_tui.store import open_library

LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
CURSOR_SHOWN, CURSOR_HIDDEN = b"\x1b[?25h", b"\x1b[?25l"
MOUSE_OFF, MOUSE_ON = b"\x1b[?1003l", b"\x1b[?1003h"
PASTE_OFF, PASTE_ON = b"\x1b[?2004l", b"\x1b[?2004h"
SGR = re.compile(rb"\x1b\[([0-9;]*)m")
COLOUR = re.compile(rb"[349][0-8]|10[0-7]")


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (200, 50)])
def test_the_main_job(start: Start, columns: int, rows: int) -> None:
    with start(columns=columns, rows=rows) as terminal:
        do_the_main_job(terminal)


def test_a_screen_is_opened_while_the_focus_moves(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("2023", READING)
        for keys, shown in (("hv", "Checks and conflicts"), ("lc", "One metric"), ("h?", "Comparing:")):
            terminal.send(keys)
            terminal.wait_for(shown)
            terminal.send("\x1b")
            terminal.wait_until_gone(shown)
        quit_app(terminal)


def test_it_follows_the_window(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("2023", READING)
        terminal.settle()
        terminal.resize(80, 24)
        terminal.settle()
        terminal.wait_for("2023")
        terminal.resize(200, 50)
        terminal.settle()
        terminal.wait_for("2023", READING)
        quit_app(terminal)


WATCHED = """
import signal, subprocess, sys, termios
before = termios.tcgetattr(0)
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]])
for number in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, lambda number, _: child.send_signal(number))
code = child.wait()
print("\\r\\nleft with", code, "and the terminal", "as it was" if termios.tcgetattr(0) == before else "changed")
"""
"""Runs the app, passes signals on to it, and tells how it left the terminal's attributes."""
RUNNING = "import sys; from wmc_tui.__main__ import main; sys.exit(main([]))"
FAILING = f"""
from wmc_tui.ui.state.reading import Reading
def fail(self, index, lang=None, fact=None): raise RuntimeError("an error of our own, in [brackets]")
Reading.move = fail
{RUNNING}"""
FAILING_INPUT = f"""
from textual._xterm_parser import XTermParser
feed = XTermParser.feed
def fail(self, data):
    if data == "j": raise RuntimeError("an error of our own, in [brackets]")
    yield from feed(self, data)
XTermParser.feed = fail
{RUNNING}"""
"""An error in the thread that reads the terminal."""


@pytest.mark.parametrize(
    ("script", "leave", "code"),
    [
        (RUNNING, "q", 0),
        (RUNNING, signal.SIGTERM, 143),
        (RUNNING, signal.SIGHUP, 129),
        (FAILING, "j", 1),
        (FAILING_INPUT, "j", 1),
    ],
    ids=["quit", "SIGTERM", "SIGHUP", "crash", "crash of the input thread"],
)
def test_the_terminal_is_left_as_it_was_found(
    start: Start, tmp_path: Path, script: str, leave: str | signal.Signals, code: int
) -> None:
    with start("-c", WATCHED, script, columns=160, rows=24) as terminal:
        terminal.wait_for("2023", READING)
        terminal.settle()
        assert b"\x1b[?1049h" in terminal.output
        if isinstance(leave, str):
            terminal.send(leave)
        else:
            terminal.signal(leave)
        terminal.wait_for(f"left with {code} and the terminal as it was")
        assert terminal.wait_for_exit() == 0
        before, _, after = terminal.output.rpartition(LEFT_ALTERNATE_SCREEN)
        for shown, hidden in ((CURSOR_SHOWN, CURSOR_HIDDEN), (MOUSE_OFF, MOUSE_ON), (PASTE_OFF, PASTE_ON)):
            assert terminal.output.rindex(shown) > terminal.output.rindex(hidden), shown
        said = after.decode()
        assert "Traceback" not in said and "Traceback" not in before.decode()
        details = tmp_path / "home" / "state" / "crash.txt"
        assert details.exists() is (code == 1) is ("wmc-tui stopped on an error of its own" in said)
        if code == 1:
            assert str(details) in said.replace("\r\n", "")
            assert "RuntimeError: an error of our own, in [brackets]" in details.read_text("utf-8")


def test_no_colour_is_sent_where_none_is_wanted(start: Start) -> None:
    with start(NO_COLOR="1") as terminal:
        terminal.wait_for("2023", READING)
        terminal.settle()
        for keys in ("n", "/", "3425", "\x1b", "?"):
            terminal.press(keys, quiet=0.1)
        codes = {code for found in SGR.findall(terminal.output) for code in found.split(b";") if code}
        assert codes & {b"1", b"4", b"7"}, "bold, underlined and reversed text remain"
        assert {code for code in codes if COLOUR.fullmatch(code)} == set()


def test_over_ssh_a_copy_goes_to_the_terminals_clipboard(start: Start) -> None:
    with start(SSH_CONNECTION="192.0.2.1 22 192.0.2.2 22") as terminal:
        terminal.wait_for("2023", READING)
        terminal.settle()
        terminal.send("y")
        terminal.wait_for("the sentence")
        terminal.send("s")
        terminal.wait_for("Copied to the", "(OSC 52)")
        sent = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\\\)", terminal.output)
        assert sent
        copied = base64.b64decode(sent[1]).decode()
        library = open_library(use_cache=False)
        newest = library.articles(library.editions()[0].year)[0]
        assert copied == library.sentences(newest.id)[0].en
