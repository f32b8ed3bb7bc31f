"""Small libraries, opened once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import DISPUTED, open_alone
from wmc_tui.store import Library

SAMPLE = Path(__file__).parent / "sample.toml"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A store of the tests' own."""
    library = open_alone(tmp_path_factory.mktemp("home"), SAMPLE)
    assert not library.problems
    yield library
    library.close()


@pytest.fixture(scope="session")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A store with conflicts and with checks that fail."""
    library = open_alone(tmp_path_factory.mktemp("home"), DISPUTED)
    assert not library.problems
    yield library
    library.close()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written to a folder of each test's own."""
    monkeypatch.chdir(tmp_path)
