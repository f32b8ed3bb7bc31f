"""Is a compiled library still what its store files say?"""

import os
import sqlite3
from collections.abc import Callable
from time import time_ns
from typing import NamedTuple

from wmc_tui import __version__
from wmc_tui.store.files import StoreFile

MADE_BY = f"{__version__}/5"
"""What made a compiled library; raise the number when the schema or a rule of validation changes between versions."""


class Progress(NamedTuple):
    """How far a library is compiled."""

    done: int
    """Bytes of TOML."""
    total: int
    """Bytes of all files that are compiled."""
    file: str
    """Path of the file that is read."""


Report = Callable[[Progress], None]


class Comparison(NamedTuple):
    """Store files held against those that a library was compiled from."""

    changed: list[StoreFile]
    """Files that must be compiled; empty where the order or the number of files changed only."""
    touched: list[tuple[int, bytes]]
    """New time and path of files that were written again with the same content."""
    current: bool
    """True where the compiled library says what the files say."""


def is_fresh(mtime_ns: int) -> bool:
    """True for a file changed so lately that a further change may bear the same time: its content must be compared."""
    return time_ns() - mtime_ns < 2_000_000_000


def is_compatible(connection: sqlite3.Connection) -> bool:
    """True where this version of the program compiled the library. Raises sqlite3.Error for a damaged one."""
    return bool(connection.execute("SELECT made_by FROM meta").fetchone() == (MADE_BY,))


def compare(connection: sqlite3.Connection, files: list[StoreFile], *, content: bool = True) -> Comparison:
    """Find the changed files by size and time, and by content where the time alone differs.

    Without `content` such a file counts as changed. Raises sqlite3.Error for a damaged library.
    """
    query = "SELECT path, size, mtime_ns, sha256 FROM file ORDER BY place"
    stamps = {path: stamp for path, *stamp in connection.execute(query)}
    changed, touched = [], []
    for file in files:
        path = os.fsencode(file.path)
        size, mtime_ns, sha256 = stamps.get(path, (-1, 0, ""))
        if file.size != size or size < 0:
            changed.append(file)
        elif file.mtime_ns != mtime_ns:
            if not content or not _has_digest(file, sha256):
                changed.append(file)
            elif not is_fresh(file.mtime_ns):
                touched.append((file.mtime_ns, path))
    same_files = list(stamps) == [os.fsencode(file.path) for file in files]
    return Comparison(changed, touched, same_files and not changed)


def note_times(connection: sqlite3.Connection, touched: list[tuple[int, bytes]]) -> None:
    """Remember the new times of files whose content is the same."""
    connection.executemany("UPDATE file SET mtime_ns = ? WHERE path = ?", touched)


def _has_digest(file: StoreFile, sha256: str) -> bool:
    import hashlib

    try:
        with open(file.path, "rb") as stream:
            return hashlib.sha256(stream.read()).hexdigest() == sha256
    except OSError:
        return False
