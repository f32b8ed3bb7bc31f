"""The compiled library as an SQLite file that is never changed in place.

A change copies the file, edits the copy in one transaction and puts it in the place of the old one. So readers need no
locks and no journal, whoever opens the file sees one state of it, and several processes may do so at once: the last
one wins. Where the file cannot be written, the same is done in memory.

Opening must not depend on the size of the library, yet the file is not believed: SQLite's header has two numbers for
the application. One holds the time that the file was given when it was closed, so that whatever was written to it
later shows. The other holds a checksum of the content for files up to CHECKED_BYTES, about a millisecond for the
shipped store.
"""

import atexit
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from io import FileIO
from itertools import count
from pathlib import Path
from threading import get_ident
from time import time
from zlib import crc32

CHECKED_BYTES = 8_000_000
"""Up to this size the whole content is compared with its checksum at each start."""

_KEPT_SECONDS = 60 * 24 * 60 * 60
_TEMPORARY_SECONDS = 60 * 60
_HEADER_BYTES = 100
_CHECKSUM, _TIME = slice(60, 64), slice(68, 72)
_VFS = "vfs=memdb" if sqlite3.sqlite_version_info >= (3, 36) else "mode=memory&cache=shared"
_numbers = count(1)

Edit = Callable[[sqlite3.Connection], object]


class Database:
    """One state of a compiled library, read through a connection for each thread."""

    def __init__(self, path: Path | None) -> None:
        """Open the file at `path`, or an empty database in memory. Raises OSError or sqlite3.Error."""
        self._connections: dict[int, sqlite3.Connection] = {}
        self._closed = False
        self._path = path
        if path is None:
            self._uri = f"file:/wmc-tui-{os.getpid()}-{next(_numbers)}?{_VFS}"
        else:
            self._uri = f"{path.as_uri()}?mode=ro&immutable=1"
        self.identity = None if path is None else _identity(path)
        """Which file was opened, whatever stands at its path later."""
        self.connection()
        if path is not None and not self._is_in_place():
            raise FileNotFoundError(f"{path} was replaced while it was opened")

    def connection(self) -> sqlite3.Connection:
        """The connection of the calling thread; not for writing. Raises sqlite3.ProgrammingError after `close`."""
        if self._closed:
            raise sqlite3.ProgrammingError("the library is closed")
        thread = get_ident()
        if thread not in self._connections:
            self._connections[thread] = self._connect()
        return self._connections[thread]

    def close(self) -> None:
        """Close the connections of all threads."""
        self._closed = True
        while self._connections:
            self._connections.popitem()[1].close()

    def __del__(self) -> None:
        # Whoever opened a database and has no use for it need not close it.
        self.close()

    def copy_to(self, path: Path) -> None:
        """Copy this state into a new file."""
        if self._path is not None:
            import shutil

            shutil.copyfile(self._path, path)
            if self._is_in_place():
                return
        with closing(sqlite3.connect(path)) as copy:
            copy.execute("PRAGMA synchronous = OFF")
            self.connection().backup(copy)

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._uri, uri=True, check_same_thread=False)
        if self._path is None or not self._connections or self._is_in_place():
            return connection
        # Another process has replaced the file meanwhile: this thread gets a copy of what the others read.
        connection.close()
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        next(iter(self._connections.values())).backup(connection)
        return connection

    def _is_in_place(self) -> bool:
        """True while the file that was opened still stands at its path; false once means false for ever."""
        assert self._path is not None
        try:
            return _identity(self._path) == self.identity
        except OSError:
            return False


def edit_database(source: Database | None, edit: Edit, target: Path | None) -> Database:
    """What `edit` makes of a copy of `source`, or of an empty database; in memory where `target` is None or fails.

    `edit` is called once more for memory where the file cannot be finished, for example on a full disk.
    """
    if target is not None:
        with suppress(OSError, sqlite3.Error):
            return _write(target, edit, source)
    return _in_memory(edit, source)


def open_database(path: Path) -> Database | None:
    """The database at `path`; None where there is none, or not as it was left when it was closed."""
    with suppress(OSError, ValueError, sqlite3.Error):
        if _is_intact(path):
            return Database(path)
    return None


def _write(target: Path, edit: Edit, source: Database | None) -> Database:
    """Edit a file of our own and put it in place at once, so that another process sees the old one or the new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_old(target)
    with _temporary_file(target) as temporary:
        if source is not None:
            source.copy_to(temporary)
        with closing(sqlite3.connect(temporary, isolation_level=None, check_same_thread=False)) as connection:
            for setting in ("cache_size = -32000", "journal_mode = OFF", "synchronous = OFF"):
                connection.execute(f"PRAGMA {setting}")
            _run(edit, connection)
        _seal(temporary)
        identity = _identity(temporary)
        try:
            os.replace(temporary, target)
        except OSError:
            # Its place is taken by a folder, or the old one is open and the system keeps it.
            with closing(Database(temporary)) as database:
                return _in_memory(lambda _: None, database)
    for ending in ("-journal", "-wal", "-shm"):
        with suppress(OSError):
            target.with_name(target.name + ending).unlink()
    database = Database(target)
    if database.identity != identity:
        raise FileExistsError(f"{target} is another process's already")
    return database


@contextmanager
def _temporary_file(target: Path) -> Iterator[Path]:
    """A new file beside `target`, removed at the end if it is still there."""
    from tempfile import mkstemp

    handle, name = mkstemp(suffix=".tmp", prefix=target.stem, dir=target.parent)
    os.close(handle)
    # The thread that writes may be stopped by the end of the program.
    remove = partial(Path(name).unlink, missing_ok=True)
    atexit.register(remove)
    try:
        yield Path(name)
    finally:
        with suppress(OSError):
            remove()
        atexit.unregister(remove)


def _in_memory(edit: Edit, source: Database | None) -> Database:
    database = Database(None)
    connection = database.connection()
    if source is not None:
        source.connection().backup(connection)
    connection.isolation_level = None
    _run(edit, connection)
    return database


def _run(edit: Edit, connection: sqlite3.Connection) -> None:
    """One transaction. Nothing is rolled back: what could not be finished is thrown away."""
    connection.execute("BEGIN")
    edit(connection)
    connection.execute("COMMIT")


def _seal(path: Path) -> None:
    """Write time and checksum into the header; whole seconds, two of them, since some file systems know no less."""
    seconds = int(time()) // 2 * 2
    with open(path, "r+b", buffering=0) as stream:
        stream.seek(_TIME.start)
        stream.write(seconds.to_bytes(4, "big"))
        checksum = _checksum(stream)
        stream.seek(_CHECKSUM.start)
        stream.write(checksum)
    os.utime(path, (seconds, seconds))


def _is_intact(path: Path) -> bool:
    """True for a file that nothing was written to since it was closed."""
    state = os.stat(path)
    if not stat.S_ISREG(state.st_mode):
        return False
    with open(path, "rb", buffering=0) as stream:
        header = stream.read(_HEADER_BYTES)
        is_timely = int.from_bytes(header[_TIME], "big") * 10**9 == state.st_mtime_ns
        return is_timely and header[_CHECKSUM] == _checksum(stream)


def _checksum(stream: FileIO) -> bytes:
    """The checksum as it stands in the header: over everything but itself; zeros for what is too large."""
    size = stream.seek(0, os.SEEK_END)
    if not _HEADER_BYTES <= size <= CHECKED_BYTES:
        return bytes(4)
    stream.seek(0)
    header = stream.read(_HEADER_BYTES)
    value = crc32(header[_CHECKSUM.stop :], crc32(header[: _CHECKSUM.start]))
    piece = memoryview(bytearray(1 << 16))
    while length := stream.readinto(piece):
        value = crc32(piece[:length], value)
    return value.to_bytes(4, "big")


def _identity(path: Path) -> tuple[int, int]:
    state = os.stat(path)
    return state.st_dev, state.st_ino


def _remove_old(target: Path) -> None:
    """Remove what was compiled long ago, most likely from files that are gone, and what a killed process left."""
    now = time()
    for path in target.parent.glob(f"{target.name.partition('-')[0]}-*"):
        with suppress(OSError):
            age = now - path.stat().st_mtime
            if age > (_TEMPORARY_SECONDS if path.suffix == ".tmp" else _KEPT_SECONDS):
                path.unlink()
