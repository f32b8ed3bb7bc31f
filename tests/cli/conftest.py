"""The command line over a small store, in this process or in one of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from wmc_tui.__main__ import main

SAMPLE = Path(__file__).parent.parent / "search" / "sample.toml"
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]
Store = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process; the shipped store is the sample."""
    monkeypatch.setattr("wmc_tui.store.files.shipped_store", lambda: SAMPLE)

    def ended(*arguments: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = main(arguments)
        printed = capsys.readouterr()
        return Ended(status, printed.out, printed.err)

    return ended


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Write a store and give its path."""

    def write(text: str, name: str = "mine.toml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., "subprocess.Popen[bytes]"]:
    """Start the program in a process of its own, on the shipped store."""

    def started(*arguments: str, stdout: int = subprocess.PIPE) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "wmc_tui", *arguments],
            cwd=ROOT,
            env={**os.environ, "WMC_TUI_HOME": str(tmp_path), "COLUMNS": "40"},
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=subprocess.PIPE,
        )

    return started
