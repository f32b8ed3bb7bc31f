"""Records as the compiled library keeps them: what a file says of them and on which lines, both as JSON."""

import json
from datetime import date
from typing import Any

from wmc_tui.store.lines import Node, nodes_in
from wmc_tui.store.problems import quoted
from wmc_tui.store.schema import TABLES, Table
from wmc_tui.store.validate.records import Faults, Record
from wmc_tui.store.values import DAY

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=date.isoformat).encode
_TABLES = {table.name: table for table in TABLES}


def body_text(record: Record) -> str:
    """What the file says, without what was wrong in it."""
    return _encode(_body(record))


def lines_text(record: Record) -> str:
    """The lines of the keys and tables inside; empty where each key has a line, one after the other."""
    if not record.children and list(record.lines.values()) == list(range(len(record.given) + 1)):
        return ""
    return _encode(_lines(record))


def restore(table: str, id: str, body: str, lines: str) -> Record:
    """The record of a table that its texts were made of. Raises ValueError where they are damaged."""
    label = record_label(table, id)
    given = json.loads(body)
    return _restore(_TABLES[table], label, label, given, _restore_lines(given, lines), Faults())


def record_label(table: str, id: str) -> str:
    """How messages call a record."""
    return f"{table} {_short(id)}"


def restore_lines(body: str, lines: str) -> Node:
    """The lines inside a record, of its texts."""
    return _restore_lines(json.loads(body), lines)


def _restore_lines(given: dict[str, Any], lines: str) -> Node:
    if lines:
        return dict(json.loads(lines))
    return {"": 0} | dict(zip(given, range(1, len(given) + 1), strict=True))


def _short(id: str) -> str:
    return quoted(id).strip('"')


def _body(record: Record) -> dict[str, Any]:
    if not record.children:
        return record.given
    return record.given | {name: [_body(child) for child in children] for name, children in record.children.items()}


def _lines(record: Record) -> Node:
    if not record.children:
        return record.lines
    return record.lines | {name: [_lines(child) for child in children] for name, children in record.children.items()}


def _restore(table: Table, label: str, place: str, body: dict[str, Any], lines: Node, faults: Faults) -> Record:
    record = Record(label, place, lines, faults)
    record.given = body
    record.values = dict(table.empty)
    for key, value in body.items():
        form = table.forms.get(key)
        if form is not None:
            record.values[key] = date.fromisoformat(value) if form is DAY else form.read(value)
    for child in table.children:
        nodes = nodes_in(lines, child.name)
        record.children[child.name] = []
        for inner, node in zip(body[child.name], nodes, strict=True):
            name = f"{label}, {child.name} {_short(str(inner[child.id]))}"
            inner_place = name if child.children else label
            record.children[child.name].append(_restore(child, name, inner_place, inner, node, faults))
    return record
