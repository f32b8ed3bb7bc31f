"""From the tables of one file to records whose every value has the right form."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wmc_tui.store.problems import did_you_mean, quoted
from wmc_tui.store.schema import TABLES, Field, Table
from wmc_tui.store.toml_file import Document, Fault, kind_of
from wmc_tui.store.values import Wrong

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Record:
    """One table of a file; every key of its `Table` has a value, an absent one the empty value of its form."""

    document: Document
    path: Path
    label: str
    """For messages: `fact 2023.guests`."""
    values: dict[str, Any]
    given: frozenset[str]
    """The keys that the file holds."""
    children: dict[str, list["Record"]] = field(default_factory=dict)

    def fault(self, key: str, what: str, hint: str = "") -> None:
        """Report what is wrong with one key, or with the record as a whole where `key` is empty."""
        report(self.document, self.path, self.label, key, what, hint)

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


@dataclass(slots=True)
class Records:
    """The records of one file."""

    document: Document
    of: dict[str, list[Record]] = field(default_factory=dict)
    """By the name of the table; each id once."""
    left_out: set[tuple[str, object]] = field(default_factory=set)
    """(table, id) of the records that are wrong, as far as they have an id."""


def records_of(document: Document) -> Records:
    """The good records of a file; what is wrong with the others is added to the document's faults."""
    tables = {table.name: table for table in TABLES}
    for key in document.data:
        if key not in tables:
            what = f"there is no table {quoted(key)}"
            document.faults.append(Fault((key,), f"table {quoted(key)}", what, _nearest_table(key)))
    found = Records(document)
    for table in TABLES:
        found.of[table.name] = _without_duplicates(table, _good_records(found, table, document.data, (), ""))
    return found


def report(document: Document, path: Path, label: str, key: str, what: str, hint: str) -> None:
    """Add a fault of the key at `path`, or of the record at `path` where `key` is empty."""
    if key:
        document.faults.append(Fault((*path, key), f"{label}: {key}", what, hint))
    else:
        document.faults.append(Fault(path, label, what, hint))


def _nearest_table(key: str) -> str:
    inner = {child.name: table.name for table in TABLES for child in table.children}
    if key in inner:
        return f"write [[{inner[key]}.{key}]] below its [[{inner[key]}]]"
    return did_you_mean(key, [table.name for table in TABLES])


def _good_records(found: Records, table: Table, parent: dict[str, Any], path: Path, label: str) -> Iterator[Record]:
    """The records of one table inside `parent`, without the wrong ones."""
    raw = parent.get(table.name, [])
    place = (*path, table.name)
    prefix = f"{label}, " if label else ""
    if not isinstance(raw, list):
        said = f"{kind_of(raw)} where a list of tables should be"
        report(found.document, place, f"{prefix}{table.name}", "", said, f"write {_header(place)}")
        return
    for n, one in enumerate(raw):
        record = _record(found, table, one, (*place, n), f"{prefix}{table.name} {_name(table, one, n)}")
        if record is not None:
            yield record


def _name(table: Table, raw: object, n: int) -> str:
    """How messages call a record: by its id, or by its number among its like."""
    value = raw.get(table.id) if isinstance(raw, dict) else None
    if isinstance(value, bool) or not isinstance(value, str | int):
        return f"#{n + 1}"
    return quoted(value).strip('"')


def _record(found: Records, table: Table, raw: object, path: Path, label: str) -> Record | None:
    if not isinstance(raw, dict):
        report(found.document, path, label, "", f"{kind_of(raw)}, not a table", f"write {_header(path)}")
        return None
    record = Record(found.document, path, label, {}, frozenset(raw))
    good = [_read_field(record, one, raw) for one in table.fields]
    for key in raw:
        if key not in record.values and key not in table.keys:
            record.fault(key, f"{_a(table.name)} has no key {quoted(key)}", did_you_mean(key, table.keys))
    good += [_has_language(record, name) for name in table.either if all(good)]
    for child in table.children:
        inner = list(_good_records(found, child, raw, path, label))
        record.children[child.name] = inner
    if not all(good):
        if table in TABLES and table.id in record.values:
            found.left_out.add((table.name, record[table.id]))
        return None
    return record


def _header(path: Path) -> str:
    """How a table is begun, for example `[[article.sentence]]`."""
    return f"[[{'.'.join(part for part in path if isinstance(part, str))}]]"


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _read_field(record: Record, one: Field, raw: dict[str, Any]) -> bool:
    """Read one key into the record; False where it is wrong or missing."""
    if one.name not in raw:
        if one.required:
            record.fault("", f"the key {one.name} is missing", f"add {one.name}, {one.form.name}")
            return False
        record.values[one.name] = one.form.empty
        return True
    try:
        record.values[one.name] = one.form.read(raw[one.name])
    except Wrong as wrong:
        record.fault(one.name, wrong.what, wrong.hint)
        return False
    return True


def _has_language(record: Record, name: str) -> bool:
    if record[f"{name}_en"].strip() or record[f"{name}_zh"].strip():
        return True
    record.fault("", f"there is no {name} in either language", f"add {name}_en, {name}_zh or both")
    return False


def _without_duplicates(table: Table, records: Iterator[Record]) -> list[Record]:
    """The first record of each id."""
    seen: dict[object, Record] = {}
    for record in records:
        ident = record[table.id]
        if ident in seen:
            what = f"the {table.id} {quoted(ident)} is there already in this file; this second one is left out"
            record.fault(table.id, what, f"give it {'a year' if table.id == 'year' else 'an id'} of its own")
        else:
            seen[ident] = record
    return list(seen.values())
