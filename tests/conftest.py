"""Every test starts from the same surroundings: no user's library, no settings of the terminal or of Textual."""

import os
from pathlib import Path

import pytest

LEAKS = ("TEXTUAL", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "TERM", "LANG", "LC_", "COLUMNS", "LINES", "SSH_", "XDG_")


@pytest.fixture(autouse=True)
def _same_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(LEAKS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("WMC_TUI_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def sources() -> Path:
    """The folder of the publications' own texts, which the project does not carry."""
    folder = os.environ.get("WMC_TUI_SOURCES")
    if not folder:
        pytest.skip("WMC_TUI_SOURCES names no folder")
    return Path(folder)
