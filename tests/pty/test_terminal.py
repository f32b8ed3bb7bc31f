"""The terminal for tests sees what a program paints and tells it what a terminal would."""

import signal
import sys

import pytest

from tests.pty.terminal import Terminal, Unseen


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def test_it_shows_what_is_painted_and_when() -> None:
    with Terminal(python("print('\\x1b[2J\\x1b[3;5H\\x1b[1m世界制造业大会\\x1b[0m')"), columns=30, rows=5) as terminal:
        seconds = terminal.wait_for("世界制造业大会")
        assert 0 < seconds < 15
        lines = terminal.text.splitlines()
        assert len(lines) == 5
        assert lines[2].startswith("    世界")
        assert terminal.wait_for_exit() == 0


def test_it_types_and_times_the_answer() -> None:
    with Terminal(python("print('ready'); print('got', input())")) as terminal:
        terminal.wait_for("ready")
        sent = terminal.send("4471亿\r")
        assert terminal.wait_for("got 4471亿", since=sent) > 0


def test_it_answers_queries() -> None:
    script = "import sys, tty; tty.setraw(0); print(end='\\x1b[c', flush=True); print(len(sys.stdin.read(9)), 'bytes')"
    with Terminal(python(script)) as terminal:
        terminal.wait_for("9 bytes")


def test_it_has_a_size_that_changes() -> None:
    script = (
        "import os, signal, time\n"
        "size = lambda *_: print('size', *os.get_terminal_size(), flush=True)\n"
        "signal.signal(signal.SIGWINCH, size)\n"
        "size()\n"
        "while True: signal.pause()"
    )
    with Terminal(python(script), columns=80, rows=24) as terminal:
        terminal.wait_for("size 80 24")
        terminal.resize(200, 50)
        terminal.wait_for("size 200 50")
        assert terminal.peak_memory() > 1
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_for_exit() == -signal.SIGTERM


def test_it_says_what_it_saw_instead() -> None:
    with Terminal(python("print('something else')")) as terminal, pytest.raises(Unseen, match="something else"):
        terminal.wait_for("this", within=5)


def test_nothing_of_the_surroundings_reaches_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TEXTUAL_FPS", "1")
    with Terminal(python("import os; print(sorted(os.environ))"), env={"WMC_TUI_HOME": "x"}) as terminal:
        terminal.wait_for("WMC_TUI_HOME")
        assert "NO_COLOR" not in terminal.text
        assert "TEXTUAL" not in terminal.text
