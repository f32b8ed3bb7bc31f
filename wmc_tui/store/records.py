"""From the tables of a store file to records whose every value has the right form."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from wmc_tui.store.lines import Node, line_in, nodes_in
from wmc_tui.store.problems import did_you_mean, quoted
from wmc_tui.store.schema import TABLES, Table
from wmc_tui.store.toml_file import Part, kind_of
from wmc_tui.store.values import Wrong

MOST_ALIKE = 10
"""Faults alike that are listed for one record or sentence; of the others only the number is."""


class Fault(NamedTuple):
    """Something wrong in a record."""

    line: int | None
    """From the header of the record where it belongs to one, else the line in the file."""
    key: str
    """As in Problem.key."""
    what: str
    hint: str = ""
    missing: str = ""
    """The table in which there is no record of the id `wrong`; the hint is then the nearest id."""
    wrong: str = ""


class Faults:
    """The faults of one record. Of those alike only the first are kept, so that no file can make very many."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._alike: dict[tuple[str, str], int] = {}
        self._last: dict[tuple[str, str], Fault] = {}

    def is_full(self, place: str, what: str) -> bool:
        """True where a fault like `what` would only be counted; such a one needs no hint."""
        return self._alike.get((place, fault_kind(what)), 0) >= MOST_ALIKE

    def add(self, place: str, fault: Fault) -> None:
        """Add a fault of the sentence or record `place`."""
        alike = place, fault_kind(fault.what)
        self._alike[alike] = self._alike.get(alike, 0) + 1
        if self._alike[alike] <= MOST_ALIKE:
            self._faults.append(fault)
        else:
            self._last[alike] = fault

    def __iter__(self) -> Iterator[Fault]:
        yield from self._faults
        for alike, fault in self._last.items():
            yield Fault(fault.line, alike[0], more_alike(self._alike[alike] - MOST_ALIKE, fault.what))


def fault_kind(what: str) -> str:
    """What faults have in common that differ in the values they name."""
    return re.sub(r'"[^"]*"|[0-9]+', "", what)


def more_alike(count: int, what: str) -> str:
    """The text that stands for the faults that are not listed."""
    return f"{count} more like this: {what}"


class Record:
    """One table of a file; every key of its `Table` has a value, an absent one the empty value of its form."""

    __slots__ = ("children", "faults", "given", "label", "lines", "place", "values")

    def __init__(self, label: str, place: str, lines: Node, faults: Faults) -> None:
        self.label = label
        """For messages: `fact 2023.guests`."""
        self.place = place
        """The label of the sentence or record within which faults alike are counted."""
        self.lines = lines
        self.faults = faults
        self.values: dict[str, Any] = {}
        self.given: dict[str, Any] = {}
        """What the file holds, by key."""
        self.children: dict[str, list[Record]] = {}

    def fault(self, key: str, what: str, hint: str = "", missing: str = "", wrong: str = "") -> None:
        """Report what is wrong with one key, or with the record as a whole where `key` is empty."""
        label = f"{self.label}: {key}" if key else self.label
        self.faults.add(self.place, Fault(line_in(self.lines, key), label, what, hint, missing, wrong))

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


class FileRecord(NamedTuple):
    """What a file says of one id."""

    table: str
    id: str
    line: int | None
    record: Record | None
    """None where it is wrong and left out."""


class Reader:
    """Reads the parts of one file; what is wrong is in `faults`, with lines of the file."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._counts: Counter[str] = Counter()
        self._seen: set[tuple[str, object]] = set()

    def read(self, part: Part) -> Iterator[FileRecord]:
        """The records of a part, each id of the file once, and those that are left out as far as they have an id."""
        for key in part.data:
            if key not in _TABLES:
                what = f"there is no table {quoted(key)}"
                self.faults.append(Fault(part.lines.names.get(key), f"table {quoted(key)}", what, _nearest_table(key)))
        for table in TABLES:
            raw = part.data.get(table.name, [])
            if isinstance(raw, list):
                for n, row in enumerate(raw):
                    yield from self._parsed(table, row, *part.lines.record(table.name, n))
            else:
                what = f"{kind_of(raw)} where a list of tables should be"
                line = part.lines.names.get(table.name)
                self.faults.append(Fault(line, table.name, what, f"write [[{table.name}]]"))

    def _parsed(self, table: Table, raw: object, line: int | None, lines: Node) -> Iterator[FileRecord]:
        label = f"{table.name} {_name(table, raw, self._counts[table.name])}"
        self._counts[table.name] += 1
        faults = Faults()
        record = Record(label, label, lines, faults)
        good = read_record(record, table, raw, f"[[{table.name}]]") and _check_alone(table, record)
        if table.id in record.values:
            ident = record[table.id]
            if not good:
                yield FileRecord(table.name, str(ident), line, None)
            elif (table.name, ident) in self._seen:
                what = f"the {table.id} {quoted(ident)} is there already in this file; this second one is left out"
                record.fault(table.id, what, f"give it {'a year' if table.id == 'year' else 'an id'} of its own")
            else:
                self._seen.add((table.name, ident))
                yield FileRecord(table.name, str(ident), line, record)
        self.faults += [fault._replace(line=None if line is None else line + (fault.line or 0)) for fault in faults]


_TABLES = {table.name: table for table in TABLES}


def _nearest_table(key: str) -> str:
    inner = {child.name: table.name for table in TABLES for child in table.children}
    if key in inner:
        return f"write [[{inner[key]}.{key}]] below its [[{inner[key]}]]"
    return did_you_mean(key, _TABLES)


def _name(table: Table, raw: object, n: int) -> str:
    """How messages call a record: by its id, or by its number among its like."""
    value = raw.get(table.id) if isinstance(raw, dict) else None
    if isinstance(value, bool) or not isinstance(value, str | int):
        return f"#{n + 1}"
    return short(value)


def short(id: object) -> str:
    """An id as it stands in messages without its quotes."""
    return quoted(id).strip('"')


def read_record(record: Record, table: Table, raw: object, header: str) -> bool:
    """Read a table and the tables inside it into the record; False where it must be left out."""
    if not isinstance(raw, dict):
        record.fault("", f"{kind_of(raw)}, not a table", f"write {header}")
        return False
    good = _read_values(record, table, raw)
    for name in table.either if good else ():
        if not (record[f"{name}_en"].strip() or record[f"{name}_zh"].strip()):
            record.fault("", f"there is no {name} in either language", f"add {name}_en, {name}_zh or both")
            good = False
    for child in table.children:
        record.children[child.name] = list(_read_children(record, child, raw, f"{header[:-2]}.{child.name}]]"))
    return good


def _read_values(record: Record, table: Table, raw: dict[str, Any]) -> bool:
    """Read the keys into the record; False where one is wrong or missing."""
    good = True
    forms, values = table.forms, dict(table.empty)
    record.values = values
    for key, value in raw.items():
        if key in forms:
            try:
                values[key] = forms[key].read(value)
                record.given[key] = value
            except Wrong as wrong:
                del values[key]
                record.fault(key, wrong.what, wrong.hint)
                good = False
        elif key not in table.keys:
            record.fault(key, f"{_a(table.name)} has no key {quoted(key)}", did_you_mean(key, table.keys))
    for key in table.required:
        if key not in raw:
            del values[key]
            record.fault("", f"the key {key} is missing", f"add {key}, {forms[key].name}")
            good = False
    return good


def _read_children(record: Record, table: Table, raw: dict[str, Any], header: str) -> Iterator[Record]:
    """The good records of one table inside another."""
    rows = raw.get(table.name, [])
    if not isinstance(rows, list):
        what = f"{kind_of(rows)} where a list of tables should be"
        line = line_in(record.lines, table.name)
        record.faults.add(record.place, Fault(line, f"{record.label}, {table.name}", what, f"write {header}"))
        return
    nodes = nodes_in(record.lines, table.name)
    for n, row in enumerate(rows):
        label = f"{record.label}, {table.name} {_name(table, row, n)}"
        lines = nodes[n] if n < len(nodes) else {"": line_in(record.lines, table.name)}
        child = Record(label, label if table.children else record.label, lines, record.faults)
        if read_record(child, table, row, header):
            yield child


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _check_alone(table: Table, record: Record) -> bool:
    """What makes a record wrong that is right key by key."""
    if table.name == "edition":
        start, end = record["start"], record["end"]
        if start is not None and end is not None and end < start:
            record.fault("end", f"the last day {end} is before the first day {start}", "correct one of them")
            return False
    if table.name == "rate" and not 0 < record["low"] <= record["high"]:
        record.fault("low", f"{record['low']} to {record['high']} is no band", "write the lower end as low, above 0")
        return False
    return True
