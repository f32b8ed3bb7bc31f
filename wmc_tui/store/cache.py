"""The compiled library on disk: is it there, and is it still what its source files say?"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from time import time_ns

from wmc_tui import __version__
from wmc_tui.store.files import StoreFile

MADE_BY = f"{__version__}/3"
"""What made a compiled library; raise the number when the schema or a rule of validation changes between versions."""


def is_fresh(mtime_ns: int) -> bool:
    """True for a file changed so lately that a further change may bear the same time: its content must be compared."""
    return time_ns() - mtime_ns < 2_000_000_000


def connect(path: Path) -> sqlite3.Connection:
    """Open a compiled library for reading, from any thread."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)


def open_valid(path: Path, files: list[StoreFile]) -> sqlite3.Connection | None:
    """The compiled library at `path` if it was made from these very files by this version, else None."""
    connection = None
    try:
        connection = connect(path)
        if _is_valid(connection, path, files):
            return connection
    except sqlite3.Error:
        # Missing, damaged or in use in a way that we cannot read: it is made anew.
        pass
    if connection is not None:
        connection.close()
    return None


def _is_valid(connection: sqlite3.Connection, path: Path, files: list[StoreFile]) -> bool:
    if connection.execute("SELECT made_by FROM meta").fetchone() != (MADE_BY,):
        return False
    stamps = connection.execute("SELECT path, size, mtime_ns, sha256 FROM file ORDER BY rowid").fetchall()
    if [stamp[0] for stamp in stamps] != [os.fsencode(file.path) for file in files]:
        return False
    touched = []
    for row, (file, (_, size, mtime_ns, sha256)) in enumerate(zip(files, stamps, strict=True), start=1):
        if file.size != size or size < 0:
            return False
        if file.mtime_ns != mtime_ns:
            if not _has_digest(file, sha256):
                return False
            if not is_fresh(file.mtime_ns):
                touched.append((file.mtime_ns, row, sha256))
    if touched:
        _note_times(path, touched)
    return True


def _has_digest(file: StoreFile, sha256: str) -> bool:
    import hashlib

    try:
        with open(file.path, "rb") as stream:
            return hashlib.sha256(stream.read()).hexdigest() == sha256
    except OSError:
        return False


def _note_times(path: Path, touched: list[tuple[int, int, str]]) -> None:
    """Remember the new times of files whose content is the same; that it fails does no harm."""
    with suppress(sqlite3.Error):
        writer = sqlite3.connect(path, timeout=0)
        try:
            writer.executemany("UPDATE file SET mtime_ns = ? WHERE rowid = ? AND sha256 = ?", touched)
            writer.commit()
        finally:
            writer.close()
