"""A small store for comparing, and the small stores of the tests of checks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checks.conftest import any_library, library, outcomes
from tests.conftest import open_alone
from wmc_tui.present.comparison import Comparer
from wmc_tui.series import Key, Series
from wmc_tui.store import Library

__all__ = ["any_library", "compared", "library", "outcomes"]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The store of tests/present/compared.toml, alone."""
    library = open_alone(tmp_path_factory.mktemp("home"), Path(__file__).parent / "compared.toml")
    assert not library.problems
    yield library
    library.close()


def series_of(library: Library, key: Key) -> Series:
    """The series of a key that the library has."""
    series = Comparer(library).series(key)
    assert series is not None
    return series
