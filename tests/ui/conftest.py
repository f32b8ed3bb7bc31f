"""Small libraries, opened once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import DISPUTED, open_alone
from wmc_tui.store import Library

SAMPLE = Path(__file__).parent / "sample.toml"


def _open_whole(home: Path, store: Path) -> Iterator[Library]:
    library = open_alone(home, store)
    assert not library.problems
    yield library
    library.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A store of the tests' own."""
    yield from _open_whole(tmp_path_factory.mktemp("home"), SAMPLE)


@pytest.fixture(scope="session")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A store with conflicts and with checks that fail."""
    yield from _open_whole(tmp_path_factory.mktemp("home"), DISPUTED)


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[Callable[[str], Library]]:
    """Open a store of that text alone; the library is closed after the test."""
    libraries: list[Library] = []

    def open_text(text: str) -> Library:
        path = tmp_path / "store.toml"
        path.write_text(text, encoding="utf-8")
        libraries.append(open_alone(tmp_path, path))
        return libraries[-1]

    yield open_text
    for library in libraries:
        library.close()


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What reached the clipboard."""
    texts: list[str] = []

    def copy(text: str, *_: object) -> str:
        texts.append(text)
        return "to a test"

    monkeypatch.setattr("wmc_tui.ui.clipboard.copy", copy)
    return texts


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written to a folder of each test's own."""
    monkeypatch.chdir(tmp_path)
