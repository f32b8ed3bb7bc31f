"""Every test starts from the same surroundings: no user's library, no settings of the terminal or of Textual."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from wmc_tui.store import Library, open_library

DISPUTED = Path(__file__).parent / "disputed.toml"
"""A store with conflicts and with checks that fail."""
LEAKS = ("TEXTUAL", "NO_COLOR", "FORCE_COLOR", "COLORTERM", "TERM", "LANG", "LC_", "COLUMNS", "LINES", "SSH_", "XDG_")

settings.load_profile("ci")  # hypothesis' own: the same examples every time, however slow the machine is


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than cores: tests in a pseudo-terminal mostly wait for the program that they drive."""
    return (os.cpu_count() or 1) + 1


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


def open_alone(home: Path, store: Path | None) -> Library:
    """Open one store and nothing else; None is the shipped one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WMC_TUI_HOME", str(home))
        if store is not None:
            patch.setattr("wmc_tui.store.files.shipped_store", lambda: store)
        return open_library(use_cache=False)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The shipped store."""
    library = open_alone(tmp_path_factory.mktemp("home"), None)
    yield library
    library.close()
