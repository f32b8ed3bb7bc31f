"""A synthetic library, searched by either engine."""

from pathlib import Path

import pytest

pytest.importorskip("numpy")

from benchmarks.synthetic import records
from wmc_tui.search import Index
from wmc_tui.search.index.record import Record
from wmc_tui.search.large.index import LargeIndex

COUNT = 3000


@pytest.fixture(scope="session")
def library() -> list[Record]:
    """Its records."""
    return list(records(COUNT))


@pytest.fixture(scope="session")
def exhaustive(library: list[Record]) -> Index:
    """The engine that looks at all records."""
    return Index(library)


@pytest.fixture(scope="session")
def path(library: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the large engine."""
    path = tmp_path_factory.mktemp("large") / "index"
    LargeIndex.build(path, "digest", library)
    return path


@pytest.fixture(scope="session")
def large(path: Path) -> LargeIndex:
    """The large engine."""
    return LargeIndex.open(path, "digest")
