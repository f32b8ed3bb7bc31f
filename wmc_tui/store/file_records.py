"""The records of one store file in the compiled library, brought in line with what the file says now.

What a file says of a record and on which lines are kept as JSON.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import blake2b
from operator import attrgetter
from typing import Any, NamedTuple

from wmc_tui.store.lines import Node
from wmc_tui.store.records import Fault, Faults, FileRecord, Reader, Record, read_record, short
from wmc_tui.store.references import Reference, references_of, target_of
from wmc_tui.store.schema import TABLES
from wmc_tui.store.toml_file import Part
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
        self._step = _STEP
        self._places: Counter[str] = Counter()

    def update(self, parts: Iterable[Part]) -> None:
        """Make the records those of `parts`. What was begun may be begun again after an exception of `parts`."""
        query = "SELECT kind, id, number, place, line, digest FROM record WHERE file = ?"
        old = {(kind, id): _StoredRecord(*rest) for kind, id, *rest in self._connection.execute(query, (self._file,))}
        self._places.clear()
        self._step = 1 if old else _STEP
        left_out: dict[Reference, FileRecord] = {}
        written: set[Reference] = set()
        reader = Reader()
        for parsed in (parsed for part in parts for parsed in reader.read(part)):
            key = parsed.table, parsed.id
            if parsed.record is None:
                left_out[key] = parsed
            else:
                written.add(key)
                self._write(key, parsed, old.pop(key, None))
        for key, parsed in left_out.items():
            if key not in written:
                self._write(key, parsed, old.pop(key, None))
        for key, record in old.items():
            self._remove(key, record)
        self.set_faults(reader.faults)

    def set_faults(self, faults: Iterable[Fault]) -> None:
        """Set what is wrong in the file itself."""
        self._connection.execute("DELETE FROM fault WHERE file = ? AND record IS NULL", (self._file,))
        rows = ((self._file, None, None, *fault) for fault in faults)
        self._connection.executemany("INSERT INTO fault VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _write(self, key: Reference, parsed: FileRecord, old: _StoredRecord | None) -> None:
        """Write a record behind the last one of its kind; it keeps its place where that is behind it already."""
        kind, _ = key
        last = self._places[kind] or self._base
        place = old.place if old is not None and old.place > last else last + self._step
        self._places[kind] = place
        body = None if parsed.record is None else _encode(_nested(parsed.record, attrgetter("given")))
        lines = "" if parsed.record is None else lines_text(parsed.record)
        digest = blake2b(f"{body}\n{lines}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if old is not None and old.digest == digest and old.place == place:
            if old.line != parsed.line:
                self._connection.execute("UPDATE record SET line = ? WHERE number = ?", (parsed.line, old.number))
            return
        self._touch(*key)
        if old is not None:
            self._forget(key, old.number)
        row = (old and old.number, *key, self._file, place, parsed.line, lines, body, digest)
        query = "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        number = self._connection.execute(query, row).lastrowid
        if parsed.record is not None:
            rows = {(target_of(reference), number) for reference in references_of(kind, parsed.record)}
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


def lines_text(record: Record) -> str:
    """The lines of the keys and tables inside; empty where each key has a line, one after the other."""
    if not record.children and list(record.lines.values()) == list(range(len(record.given) + 1)):
        return ""
    return _encode(_nested(record, attrgetter("lines")))


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


def _nested(record: Record, own: Callable[[Record], dict[str, Any]]) -> dict[str, Any]:
    """What `own` gives for a record, with the same of the tables inside it."""
    inner = {name: [_nested(child, own) for child in children] for name, children in record.children.items()}
    return own(record) | inner
