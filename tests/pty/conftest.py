"""The app in a terminal, with a home and a current folder of each test's own."""

import sys
from pathlib import Path
from typing import Protocol

import pytest

from tests.pty.terminal import Terminal

ROOT = str(Path(__file__).resolve().parents[2])


class Start(Protocol):
    """How a test starts the app."""

    def __call__(self, *command: str, columns: int = 120, rows: int = 40, **env: str) -> Terminal:
        """A terminal with the app; or with Python run with other arguments than the app's."""


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Start the app; its home is the folder `home` of the test's own one, and files are written to `files`."""
    (tmp_path / "files").mkdir()
    monkeypatch.chdir(tmp_path / "files")

    def run(*command: str, columns: int = 120, rows: int = 40, **env: str) -> Terminal:
        env = {"WMC_TUI_HOME": str(tmp_path / "home"), "PYTHONPATH": ROOT} | env
        arguments = command or ("-m", "wmc_tui")
        return Terminal([sys.executable, *arguments], columns=columns, rows=rows, env=env)

    return run
