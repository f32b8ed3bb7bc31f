"""The running app in a terminal: the main job, its sizes, and a terminal left as it was found."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.pty.journey import READING, do_the_main_job
from tests.pty.terminal import Terminal

APP = [sys.executable, "-m", "wmc_tui"]
LEFT_ALTERNATE_SCREEN, CURSOR_SHOWN, MOUSE_OFF = b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l"

Start = Callable[[int, int], Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start the app in a terminal of so many columns and rows, with a home of its own."""
    root = str(Path(__file__).resolve().parents[2])
    return lambda columns, rows: Terminal(
        APP, columns=columns, rows=rows, env={"WMC_TUI_HOME": str(tmp_path), "PYTHONPATH": root}
    )


def assert_restored(terminal: Terminal) -> None:
    for sequence in (LEFT_ALTERNATE_SCREEN, CURSOR_SHOWN, MOUSE_OFF):
        assert sequence in terminal.output, sequence


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (200, 50)])
def test_the_main_job(start: Start, columns: int, rows: int) -> None:
    with start(columns, rows) as terminal:
        do_the_main_job(terminal)
        assert_restored(terminal)


def test_it_follows_the_window(start: Start) -> None:
    with start(120, 40) as terminal:
        terminal.wait_for("2023", READING)
        terminal.settle()
        terminal.resize(80, 24)
        terminal.settle()
        terminal.wait_for("2023")
        terminal.resize(200, 50)
        terminal.settle()
        terminal.wait_for("2023", READING)
        terminal.send("q")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_terminal_is_restored_after(start: Start, number: signal.Signals) -> None:
    with start(80, 24) as terminal:
        terminal.wait_for("2023")
        terminal.settle()
        terminal.signal(number)
        assert terminal.wait_for_exit() != 0
        assert_restored(terminal)
