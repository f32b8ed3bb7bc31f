"""Which files make up a library: the shipped store, the user's own folder, then what was asked for.

And which of them changed since the library was compiled.
"""

import os
import sqlite3
import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from wmc_tui import __version__
from wmc_tui.store.locations import library_folder, shipped_store
from wmc_tui.store.problems import StoreError, visible

MADE_BY = f"{__version__}/6"
"""What made a compiled library; raise the number when the schema or a rule of validation changes between versions."""


class StoreFile(NamedTuple):
    """One TOML file of a library and what its folder said of it, for the cache."""

    path: Path
    """Where it is, absolute."""
    size: int
    """Bytes; -1 where the file cannot be looked at, so that no compiled library is ever taken for it."""
    mtime_ns: int
    """Time of the last change."""
    optional: bool
    """True for a file of the user's own folder: where it cannot be read the rest is still shown."""
    identity: object
    """Equal for two paths to the same file."""

    @property
    def name(self) -> str:
        """The path as text that may be shown and stored."""
        return visible(str(self.path))


def library_files(extra: Sequence[Path] = ()) -> list[StoreFile]:
    """The files of a library in the order of reading; a later one overrides.

    A folder stands for all `*.toml` in it, sorted by name. A file named twice is read once, at its last place.
    Raises StoreError where one that was asked for is missing, or is a folder without TOML files.
    """
    files = [look(shipped_store(), optional=False)]
    folder = library_folder()
    if os.path.isdir(folder):
        files += [look(path, optional=True) for path in _toml_files(folder)]
    for path in extra:
        files += [look(file, optional=False) for file in expand(path)]
    last = {file.identity: n for n, file in enumerate(files)}
    return [files[n] for n in sorted(last.values())]


def expand(path: Path) -> list[Path]:
    """The store files that a path stands for. Raises StoreError for a folder without any."""
    if not os.path.isdir(path):
        return [path]
    files = _toml_files(path)
    if not files:
        raise StoreError(path, "the folder holds no .toml file", "name a store file or its folder")
    return files


def look(path: Path, *, optional: bool) -> StoreFile:
    """What the folder says of a file. Raises StoreError where it is no file, unless it is optional."""
    path = path.absolute()
    try:
        seen = os.stat(path)
        if not stat.S_ISREG(seen.st_mode):
            raise irregular(path)
        return StoreFile(path, seen.st_size, seen.st_mtime_ns, optional, (seen.st_dev, seen.st_ino))
    except FileNotFoundError:
        error = StoreError(path, "there is no such file", "check the path")
    except (OSError, ValueError) as reason:
        error = unreadable(path, reason)
    except StoreError as reason:
        error = reason
    if not optional:
        raise error
    return StoreFile(path, -1, 0, optional, path)


def unreadable(path: Path, error: OSError | ValueError) -> StoreError:
    """The one line for a file or folder that the system does not let us read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return StoreError(path, f"cannot be read ({reason})", "check the path and its permissions")


def irregular(path: Path) -> StoreError:
    """The one line for a device, a pipe, or a folder in the place of a file."""
    return StoreError(path, "this is no regular file", "name a .toml file or a folder of them")


def _toml_files(folder: Path) -> list[Path]:
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml") and not name.startswith("."))
    except OSError as error:
        raise unreadable(folder, error) from error
    return [folder / name for name in names]


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
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except OSError:
        return False
