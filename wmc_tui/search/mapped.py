"""The engine for large libraries behind an index: opened, built where it is missing, and built anew where damaged."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wmc_tui.search.facets import labels_of
from wmc_tui.search.index.cache import stamp
from wmc_tui.search.large import available, wanted
from wmc_tui.store import Library

if TYPE_CHECKING:
    from wmc_tui.search.index.record import Record
    from wmc_tui.search.large.index import LargeIndex

_T = TypeVar("_T")


class Mapped:
    """A large index in a file beside the cache of small ones."""

    def __init__(self, index: "LargeIndex", again: "Callable[[], LargeIndex]") -> None:
        self._index, self._again = index, again

    def ask(self, question: "Callable[[LargeIndex], _T]") -> _T:
        """What the index answers; one whose file proves to be damaged is built anew first.

        Raises Damaged where that is damaged as well, OSError where the file cannot be written.
        """
        from wmc_tui.search.large.sections import Damaged

        with suppress(Damaged):
            return question(self._index)
        self._index = self._again()
        return question(self._index)


def opened(library: Library, cache: Path) -> Mapped | None:
    """The large index of a library; None where there is none that can be trusted, or no numpy."""
    path = _file(cache)
    if not path.exists() or not available():
        return None
    from wmc_tui.search.large.index import LargeIndex
    from wmc_tui.search.large.sections import Damaged

    def again() -> LargeIndex:
        from wmc_tui.search.index.gather import records_of

        return LargeIndex.build(path, stamp(library.digest), records_of(library), labels_of(library))

    with suppress(Damaged, OSError):
        return Mapped(LargeIndex.open(path, stamp(library.digest)), again)
    return None


def built(library: Library, cache: Path, records: "list[Record]") -> Mapped | None:
    """The large index of the records of a library; None where they are few, there is no numpy, or no place for a file."""
    if not wanted(len(records)):
        return None
    from wmc_tui.search.large.index import LargeIndex
    from wmc_tui.search.large.sections import Damaged

    with suppress(Damaged, OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        LargeIndex.build(_file(cache), stamp(library.digest), records, labels_of(library))
    return opened(library, cache)


def _file(cache: Path) -> Path:
    return cache.with_name(f"{cache.name}.large")
