"""A small library, and the shipped one, with their indexes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wmc_tui.search import Index
from wmc_tui.store import Library, open_library

SAMPLE = Path(__file__).parent / "sample.toml"


def _opened(home: Path, store: Path | None) -> Iterator[Library]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WMC_TUI_HOME", str(home))
        if store is not None:
            patch.setattr("wmc_tui.store.files.shipped_store", lambda: store)
        library = open_library(use_cache=False)
    yield library
    library.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A store of the tests' own."""
    yield from _opened(tmp_path_factory.mktemp("home"), SAMPLE)


@pytest.fixture(scope="session")
def index(sample: Library) -> Index:
    """Its index."""
    return Index.open(sample)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The shipped store."""
    yield from _opened(tmp_path_factory.mktemp("home"), None)


@pytest.fixture(scope="session")
def shipped_index(shipped: Library) -> Index:
    """Its index."""
    return Index.open(shipped)
