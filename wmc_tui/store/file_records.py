"""The records of one store file in the compiled library, brought in line with what the file says now.

What a file says of a record and on which lines are kept as JSON.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from wmc_tui.store.lines import Node
from wmc_tui.store.schema import TABLES
from wmc_tui.store.toml_file import Part
from wmc_tui.store.validate.merge import Reference, references_of, target_of
from wmc_tui.store.validate.records import Fault, Faults, FileRecord, Reader, Record, read_record, short
from wmc_tui.store.values import DAY

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=date.isoformat).encode
_decode = json.JSONDecoder().decode
_TABLES = {table.name: table for table in TABLES}
_STEP = 1 << 10
_FILE_SHIFT = 32


class _StoredRecord(NamedTuple):
    """A record as it was compiled before."""

    number: int
    place: int
    line: int | None
    digest: bytes


class FileRecords:
    """Adds, changes and removes records of a file; those that say the same as before are left as they are."""

    def __init__(
        self, connection: sqlite3.Connection, touch: Callable[[str, str], None], file: int, place: int
    ) -> None:
        """Begin; `file` is its number in the table of files and `place` its place among them.

        `touch` hears of each id before a record of it is added, changed or removed.
        """
        self._connection = connection
        self._touch = touch
        self._file = file
        self._base = place << _FILE_SHIFT

    def update(self, parts: Iterable[Part]) -> None:
        """Make the records those of `parts`. What was begun may be begun again after an exception of `parts`."""
        query = "SELECT kind, id, number, place, line, digest FROM record WHERE file = ?"
        old = {(kind, id): _StoredRecord(*rest) for kind, id, *rest in self._connection.execute(query, (self._file,))}
        is_new = not old
        places: Counter[str] = Counter()
        left_out: dict[Reference, FileRecord] = {}
        written: set[Reference] = set()
        reader = Reader()
        for parsed in (parsed for part in parts for parsed in reader.read(part)):
            key = parsed.table.name, parsed.id
            if parsed.record is None:
                left_out[key] = parsed
            else:
                written.add(key)
                self._write(key, parsed, old.pop(key, None), places, is_new)
        for key, parsed in left_out.items():
            if key not in written:
                self._write(key, parsed, old.pop(key, None), places, is_new)
        for key, record in old.items():
            self._remove(key, record)
        self.set_faults(reader.faults)

    def set_faults(self, faults: Iterable[Fault]) -> None:
        """Set what is wrong in the file itself."""
        self._connection.execute("DELETE FROM fault WHERE file = ? AND record IS NULL", (self._file,))
        rows = ((self._file, None, None, *fault) for fault in faults)
        self._connection.executemany("INSERT INTO fault VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _write(
        self, key: Reference, parsed: FileRecord, old: _StoredRecord | None, places: Counter[str], is_new: bool
    ) -> None:
        """Write a record behind the last one of its kind; it keeps its place where that is behind it already."""
        kind, _ = key
        last = places[kind] or self._base
        place = old.place if old is not None and old.place > last else last + (_STEP if is_new else 1)
        places[kind] = place
        body = None if parsed.record is None else body_text(parsed.record)
        lines = "" if parsed.record is None else lines_text(parsed.record)
        digest = blake2b(f"{body}\n{lines}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
        new = (place, parsed.line, lines, body, digest)
        if old is None:
            self._touch(*key)
            query = (
                "INSERT INTO record (kind, id, file, place, line, lines, body, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            )
            number = self._connection.execute(query, (*key, self._file, *new)).lastrowid
            assert number is not None
        elif old.digest == digest and old.place == place:
            if old.line != parsed.line:
                self._connection.execute("UPDATE record SET line = ? WHERE number = ?", (parsed.line, old.number))
            return
        else:
            self._touch(*key)
            number = old.number
            self._forget(key, number)
            query = "UPDATE record SET place = ?, line = ?, lines = ?, body = ?, digest = ? WHERE number = ?"
            self._connection.execute(query, (*new, number))
        if parsed.record is not None:
            self._refer(number, references_of(kind, parsed.record))

    def _refer(self, number: int, references: Iterator[Reference]) -> None:
        rows = {(target_of(reference), number) for reference in references}
        self._connection.executemany("INSERT OR IGNORE INTO reference VALUES (?, ?)", rows)

    def _remove(self, key: Reference, old: _StoredRecord) -> None:
        self._touch(*key)
        self._forget(key, old.number)
        self._connection.execute("DELETE FROM record WHERE number = ?", (old.number,))

    def _forget(self, key: Reference, number: int) -> None:
        """Remove the faults of a record and what it refers to."""
        self._connection.execute("DELETE FROM fault WHERE record = ?", (number,))
        query = "SELECT body, lines FROM record WHERE number = ?"
        body, lines = self._connection.execute(query, (number,)).fetchone()
        if body is not None:
            rows = [(target_of(reference), number) for reference in references_of(key[0], restore(*key, body, lines))]
            self._connection.executemany("DELETE FROM reference WHERE target = ? AND record = ?", rows)


def body_text(record: Record) -> str:
    """What the file says, without what was wrong in it."""
    return _encode(_body(record))


def lines_text(record: Record) -> str:
    """The lines of the keys and tables inside; empty where each key has a line, one after the other."""
    if not record.children and list(record.lines.values()) == list(range(len(record.given) + 1)):
        return ""
    return _encode(_lines(record))


def restore(name: str, id: str, body: str, lines: str) -> Record:
    """The record of a table that its texts were made of. Raises ValueError or LookupError where they are damaged."""
    table = _TABLES[name]
    given = _decode(body)
    label = record_label(name, id)
    record = Record(label, label, _restore_lines(given, lines), Faults())
    days = {key: date.fromisoformat(day) for key, day in given.items() if table.forms.get(key) is DAY}
    read_record(record, table, given | days, f"[[{name}]]")
    return record


def record_label(table: str, id: str) -> str:
    """How messages call a record."""
    return f"{table} {short(id)}"


def restore_lines(body: str, lines: str) -> Node:
    """The lines inside a record, of its texts."""
    return _restore_lines(_decode(body), lines)


def _restore_lines(given: dict[str, Any], lines: str) -> Node:
    if lines:
        return dict(_decode(lines))
    return {"": 0} | dict(zip(given, range(1, len(given) + 1), strict=True))


def _body(record: Record) -> dict[str, Any]:
    if not record.children:
        return record.given
    return record.given | {name: [_body(child) for child in children] for name, children in record.children.items()}


def _lines(record: Record) -> Node:
    if not record.children:
        return record.lines
    return record.lines | {name: [_lines(child) for child in children] for name, children in record.children.items()}
