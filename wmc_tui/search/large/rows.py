"""Records as bytes and back, whatever fields they have.

How a field is written follows from its declared type, so that a new field needs nothing here.
"""

import marshal
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from wmc_tui.search.index.record import Record

Change = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, bytes, type(None))


def pack(record: Record) -> bytes:
    """The record's fields, by their order."""
    values = [getattr(record, name) for name, _, _ in _form()]
    for place, (_, write, _) in enumerate(_form()):
        if write:
            values[place] = write(values[place])
    return marshal.dumps(tuple(values))


def unpack(row: bytes | memoryview) -> Record:
    """The record of a row. Raises ValueError, EOFError or TypeError where it is none."""
    values = list(marshal.loads(row))
    for place, read in _reading():
        values[place] = read(values[place])
    return Record(*values)


@cache
def _form() -> tuple[tuple[str, Change | None, Change | None], ...]:
    """Name of each field, and how it is written and read; None where as it is."""
    return tuple((name, *_changes(kind)) for name, kind in get_type_hints(Record).items())


@cache
def _reading() -> tuple[tuple[int, Change], ...]:
    return tuple((place, read) for place, (_, _, read) in enumerate(_form()) if read)


def _changes(kind: Any) -> tuple[Change | None, Change | None]:
    """How values of a type are written and read. Raises TypeError for types that rows do not know."""
    origin, inner = get_origin(kind) or kind, get_args(kind)
    if origin in _PLAIN:
        return None, None
    if origin is Decimal:
        return str, Decimal
    if origin in (Union, UnionType):
        return _optional(*(part for part in inner if part is not type(None)))
    if origin is tuple and inner and inner[-1] is not Ellipsis:
        return _fixed(inner)
    if origin in (list, tuple, set, frozenset):
        return _many(origin, inner[0])
    if isinstance(origin, type) and issubclass(origin, Enum):
        return lambda value: value.value, origin
    if isinstance(origin, type) and issubclass(origin, tuple):
        return tuple, lambda row: origin(*row)
    raise TypeError(f"rows have no form for {kind}")


def _optional(*kinds: Any) -> tuple[Change | None, Change | None]:
    if len(kinds) != 1:
        raise TypeError(f"rows have no form for one of {kinds}")
    write, read = _changes(kinds[0])
    return write and (lambda value: None if value is None else write(value)), read and (
        lambda row: None if row is None else read(row)
    )


def _fixed(kinds: tuple[Any, ...]) -> tuple[Change | None, Change | None]:
    changes = [_changes(kind) for kind in kinds]
    if not any(write for write, _ in changes):
        return None, None
    writes, reads = zip(*changes, strict=True)
    if reads[0] and not any(reads[1:]):
        # Figures, the commonest: nothing is asked for each of their parts.
        write, read = writes[0], reads[0]
        return lambda value: (write(value[0]), *value[1:]), lambda row: (read(row[0]), *row[1:])
    return lambda value: _each(writes, value), lambda row: _each(reads, row)


def _each(changes: tuple[Change | None, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(change(value) if change else value for change, value in zip(changes, values, strict=True))


def _many(kind: type, inner: Any) -> tuple[Change | None, Change | None]:
    write, read = _changes(inner)
    if write is None:
        return None, None
    assert read is not None
    return lambda value: [write(each) for each in value], lambda row: kind([read(each) for each in row])
