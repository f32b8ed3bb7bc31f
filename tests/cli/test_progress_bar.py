"""Commands say how far a long start is: to somebody at a terminal, after a moment, and without a trace."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal
from tests.slow import SCRIPT, closed_gate
from wmc_tui.cli.progress_bar import PATIENCE, ProgressBar
from wmc_tui.present.charts import FULL
from wmc_tui.store import Progress

ROOT = str(Path(__file__).resolve().parents[2])


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Standard output and error on a terminal; the other side of it."""
    ours, theirs = os.openpty()
    with open(theirs, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.setattr(sys, "stderr", stream)
        yield ours
    os.close(ours)


def seen(terminal: int) -> str:
    """Everything that was written."""
    print(end="END", file=sys.stderr, flush=True)
    text = ""
    while not text.endswith("END"):
        text += os.read(terminal, 10_000).decode()
    return text.removesuffix("END")


def at(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    monkeypatch.setattr("wmc_tui.cli.progress_bar.monotonic", lambda: seconds)


def test_nothing_is_said_of_what_takes_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 100)
    with watched(monkeypatch) as terminal:
        with ProgressBar() as bar:
            at(monkeypatch, 100 + PATIENCE - 0.01)
            bar.show_compiling(Progress(1, 2, "a.toml"))
            bar.show_indexing(1, 2)
        assert seen(terminal) == ""


def test_the_line_is_written_over_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, 0)
    with watched(monkeypatch) as terminal:
        with ProgressBar() as bar:
            at(monkeypatch, PATIENCE)
            bar.show_compiling(Progress(5_000_000, 10_000_000, "a-name.toml"))
            bar.show_compiling(Progress(6_000_000, 10_000_000, "b.toml"))
        nothing, first, second, wiped, end = seen(terminal).split("\r")
    assert nothing == end == ""
    assert FULL in first
    assert len(second) == len(first)
    assert second.rstrip().endswith("b.toml")
    assert wiped == " " * len(second.rstrip())


def command(gate: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-c", SCRIPT, str(gate), *arguments]


def environment(home: Path) -> dict[str, str]:
    return {"WMC_TUI_HOME": str(home), "PYTHONPATH": ROOT}


@pytest.mark.parametrize("words", [["editions"], ["check"], ["search", "4471亿"]], ids=lambda words: words[0])
def test_a_bar_on_a_terminal(tmp_path: Path, words: list[str]) -> None:
    gate = closed_gate(tmp_path)
    with Terminal(command(gate, *words), env=environment(tmp_path)) as terminal:
        terminal.wait_for("Reading the stores [", "MB left  facts.toml")
        gate.unlink()
        assert terminal.wait_for_exit() == 0
        assert "Reading" not in terminal.text
        assert "2018" in terminal.text or "problem" in terminal.text


def test_nothing_where_output_is_piped(tmp_path: Path) -> None:
    gate = closed_gate(tmp_path)
    with Terminal(["sh", "-c", '"$@" | cat', "sh", *command(gate, "editions")], env=environment(tmp_path)) as terminal:
        terminal.settle(quiet=2 * PATIENCE)
        gate.unlink()
        assert terminal.wait_for_exit() == 0
        assert b"2018" in terminal.output
        assert b"Reading" not in terminal.output


def test_ctrl_c_leaves_the_cache_as_it_was(tmp_path: Path) -> None:
    gate = closed_gate(tmp_path)
    with Terminal(command(gate, "editions"), env=environment(tmp_path)) as terminal:
        terminal.wait_for("Reading the stores [")
        terminal.send("\x03")
        assert terminal.wait_for_exit() == 130
        assert "Traceback" not in terminal.text
        assert "Reading" not in terminal.text.replace("^C", "")
    assert list((tmp_path / "cache").iterdir()) == []
    gate.unlink()
    again = subprocess.run(command(gate, "editions"), env=os.environ | environment(tmp_path), capture_output=True)
    assert again.returncode == 0
