"""A small library and the shipped one, opened once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wmc_tui.store import Library, open_library

SAMPLE = Path(__file__).parent / "sample.toml"
DISPUTED = Path(__file__).parent.parent / "disputed.toml"


def open_alone(home: Path, store: Path | None) -> Library:
    """Open one store and nothing else; None is the shipped one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WMC_TUI_HOME", str(home))
        if store is not None:
            patch.setattr("wmc_tui.store.files.shipped_store", lambda: store)
        return open_library(use_cache=False)


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


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The shipped store."""
    library = open_alone(tmp_path_factory.mktemp("home"), None)
    yield library
    library.close()
