"""From store files to the compiled library, a file at a time: what did not change is neither read nor worked out anew."""

import os
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import monotonic

from wmc_tui.store.database import Database, edit_database
from wmc_tui.store.file_records import FileRecords
from wmc_tui.store.files import (
    MADE_BY,
    Progress,
    Report,
    StoreFile,
    compare,
    expand,
    is_fresh,
    library_files,
    look,
    note_times,
)
from wmc_tui.store.problems import Problem, StoreError, did_you_mean
from wmc_tui.store.records import Fault, fault_kind, more_alike
from wmc_tui.store.resolve import Resolver
from wmc_tui.store.rows import STATEMENTS
from wmc_tui.store.schema import TABLES
from wmc_tui.store.toml_file import Part, SplitError, parts_of, read_content, whole

MOST_ALIKE = 100
"""Problems alike that are listed for one file; of the others only the number is."""

_READING = 0.6
"""Share of the time that reading takes; the rest is for working out what the library shows."""
_INTERVAL = 0.1
_STEP = 1 << 14
_HEADERS = tuple(table.name for table in TABLES)


def compile_library(
    files: list[StoreFile],
    target: Path | None,
    base: Database | None = None,
    *,
    report: Report | None = None,
    unreadable: list[StoreError] | None = None,
) -> Database:
    """Compile what changed since `base`; leaves the result at `target`, or in memory where that is None or fails.

    `report` gets the progress a few times a second; what it raises ends the compilation and leaves everything as it
    was. Raises StoreError where a file cannot be read, or adds it to `unreadable` where that is given.
    """
    compilation = _Compilation(files, report, unreadable)
    if base is not None:
        try:
            return edit_database(base, compilation.update, target)
        except (sqlite3.Error, ValueError, TypeError, ArithmeticError, LookupError):
            # The compiled library is damaged, or its files stand in another order.
            pass
    return edit_database(None, compilation.create, target)


class _Compilation:
    """Compiles these files, into whatever database it gets."""

    def __init__(self, files: list[StoreFile], report: Report | None, unreadable: list[StoreError] | None) -> None:
        self._files = files
        self._report = report
        self._unreadable = unreadable
        self._total = self._read = 0
        self._reported_at = monotonic()

    def create(self, connection: sqlite3.Connection) -> None:
        """Fill an empty database."""
        for statement in STATEMENTS:
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES (?, '')", (MADE_BY,))
        self._compile(connection, self._files, is_new=True)

    def update(self, connection: sqlite3.Connection) -> None:
        """Bring a copy of the compiled library in line with the files. Raises ValueError where it cannot be done."""
        comparison = compare(connection, self._files)
        note_times(connection, comparison.touched)
        self._compile(connection, comparison.changed, is_new=False)

    def _compile(self, connection: sqlite3.Connection, changed: list[StoreFile], *, is_new: bool) -> None:
        connection.execute("PRAGMA temp_store = MEMORY")
        resolver = Resolver(connection, is_new=is_new)
        self._total, self._read = sum(max(file.size, 0) for file in changed), 0
        if self._unreadable is not None:
            self._unreadable.clear()
        places = _place_files(connection, self._files, resolver)
        for file in changed:
            number, place = places[os.fsencode(file.path)]
            self._compile_file(connection, file, number, FileRecords(connection, resolver.touch, number, place))
        name = changed[-1].name if changed else ""
        resolver.resolve(lambda share: self._advance(name, _READING + (1 - _READING) * share))
        _write_problems(connection)
        hashes = connection.execute("SELECT sha256 FROM file ORDER BY place")
        digest = sha256("".join(row[0] for row in hashes).encode("ascii")).hexdigest()
        connection.execute("UPDATE meta SET digest = ?", (digest,))

    def _compile_file(self, connection: sqlite3.Connection, file: StoreFile, number: int, records: FileRecords) -> None:
        size, mtime_ns, digest = -1, 0, ""
        try:
            raw, changed_at = read_content(file)
            size, digest = len(raw), sha256(raw).hexdigest()
            mtime_ns = 0 if is_fresh(changed_at) else changed_at
            self._update_records(file, raw, records)
        except StoreError as error:
            self._leave_out(file, error, records)
        query = "UPDATE file SET name = ?, size = ?, mtime_ns = ?, sha256 = ? WHERE number = ?"
        connection.execute(query, (file.name, size, mtime_ns, digest, number))

    def _update_records(self, file: StoreFile, raw: bytes, records: FileRecords) -> None:
        before = self._read
        try:
            records.update(self._counted(file, part) for part in parts_of(raw, _HEADERS))
        except SplitError:
            self._read = before
            records.update([self._counted(file, whole(raw, file.name))])

    def _leave_out(self, file: StoreFile, error: StoreError, records: FileRecords) -> None:
        """A file of the user's own folder that cannot be read is a problem; another one ends the compilation."""
        records.update(())
        if file.optional:
            problem = error.problem
            records.set_faults([Fault(problem.line, problem.key, problem.what, problem.hint)])
        elif self._unreadable is not None:
            self._unreadable.append(error)
        else:
            raise error

    def _counted(self, file: StoreFile, part: Part) -> Part:
        self._advance(file.name, _READING * self._read / max(1, self._total))
        self._read += part.size
        return part

    def _advance(self, file: str, share: float) -> None:
        if self._report is not None and monotonic() - self._reported_at >= _INTERVAL:
            self._reported_at = monotonic()
            self._report(Progress(int(share * self._total), self._total, file))


def _place_files(
    connection: sqlite3.Connection, files: list[StoreFile], resolver: Resolver
) -> dict[bytes, tuple[int, int]]:
    """Number and place of each file, new ones between the others; what is no file any more is removed."""
    paths = [os.fsencode(file.path) for file in files]
    rows = {path: (number, place) for path, number, place in connection.execute("SELECT path, number, place FROM file")}
    for path in rows.keys() - set(paths):
        FileRecords(connection, resolver.touch, *rows.pop(path)).update(())
        connection.execute("DELETE FROM file WHERE path = ?", (path,))
    last = 0
    for path, following, count in reversed(_gaps(paths, rows)):
        if path not in rows:
            place = last + (_STEP if following is None else (following - last) // (count + 1))
            query = "INSERT INTO file VALUES (NULL, ?, ?, '', -1, 0, '')"
            number = connection.execute(query, (place, path)).lastrowid
            assert number is not None
            rows[path] = number, place
        if rows[path][1] <= last:
            raise ValueError("the files stand in another order")
        last = rows[path][1]
    return rows


def _gaps(paths: list[bytes], rows: dict[bytes, tuple[int, int]]) -> list[tuple[bytes, int | None, int]]:
    """The files from the last to the first; each with the next place, and how many new files are before that."""
    gaps: list[tuple[bytes, int | None, int]] = []
    following, count = None, 0
    for path in reversed(paths):
        following, count = (rows[path][1], 0) if path in rows else (following, count + 1)
        gaps.append((path, following, count))
    return gaps


def _write_problems(connection: sqlite3.Connection) -> None:
    """Write the faults as problems, by file and line; of many alike in a file only the first."""
    connection.execute("DELETE FROM problem")
    query = """SELECT name, CASE WHEN record IS NULL THEN fault.line ELSE record.line + fault.line END,
        "key", what, hint, missing, wrong
        FROM fault JOIN file ON file.number = fault.file LEFT JOIN record ON record.number = record
        ORDER BY file.place, coalesce(record.line + fault.line, fault.line, 0), "key", what, wrong"""
    alike: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], Problem] = {}

    @cache
    def ids(table: str) -> list[str]:
        key = "year" if table == "edition" else "id"
        return [str(row[0]) for row in connection.execute(f'SELECT {key} FROM "{table}" ORDER BY {key}')]

    for name, line, key, what, hint, missing, wrong in connection.execute(query).fetchall():
        kind = name, fault_kind(what)
        alike[kind] += 1
        problem = Problem(name, line, key, what, hint)
        if alike[kind] > MOST_ALIKE:
            last[kind] = problem
            continue
        if missing:
            problem = problem._replace(hint=did_you_mean(wrong, ids(missing)) or hint)
        connection.execute("INSERT INTO problem VALUES (?, ?, ?, ?, ?)", problem)
    for kind, problem in last.items():
        what = more_alike(alike[kind] - MOST_ALIKE, problem.what)
        connection.execute("INSERT INTO problem VALUES (?, ?, ?, ?, ?)", (problem.file, problem.line, "", what, ""))


@dataclass(frozen=True, slots=True)
class StoreCheck:
    """What a check found."""

    files: tuple[Path, ...]
    """The files looked at, in the order in which later ones override."""
    problems: tuple[Problem, ...]
    """By file and line."""
    unreadable: tuple[StoreError, ...]
    """One for each file or folder that was asked for and cannot be read."""
    usable: tuple[Path, ...] | None
    """The files of `extra` that can be read, to open a library with; None where the shipped store cannot."""


def check_stores(extra: Sequence[Path] = (), progress: Report | None = None) -> StoreCheck:
    """Check the shipped store, the user's own library and the files and folders of `extra` as one library.

    A file that cannot be read does not keep the others from being checked. `progress` is called as by `open_library`.
    Raises StoreError only where the shipped store is missing.
    """
    asked, unreadable = _readable(extra)
    files = library_files([file.path for file in asked])
    failed: list[StoreError] = []
    database = compile_library(files, None, report=progress, unreadable=failed)
    rows = database.connection().execute("SELECT * FROM problem ORDER BY rowid")
    problems = tuple(map(Problem._make, rows))
    database.close()
    names = {error.problem.file for error in failed}
    usable = tuple(file.path for file in asked if file.name not in names)
    # A file of the user's own folder never fails, so any other one is the shipped store.
    shipped = names <= {file.name for file in asked}
    paths = tuple(file.path for file in files)
    return StoreCheck(paths, problems, (*unreadable, *failed), usable if shipped else None)


def _readable(extra: Sequence[Path]) -> tuple[list[StoreFile], list[StoreError]]:
    """The files that were asked for, without what is missing or no store at all."""
    stores: list[StoreFile] = []
    unreadable: list[StoreError] = []
    for path in extra:
        try:
            stores += [look(file, optional=False) for file in expand(path)]
        except StoreError as error:
            unreadable.append(error)
    return stores, unreadable
