"""A library's records kept from one run to the next, so that a single query need not fold every text again.

A file is believed only where it was made for the same content by the same version, and is whole. What is damaged,
missing or not writable is made anew in silence.
"""

import marshal
import os
from binascii import crc32
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from wmc_tui import __version__
from wmc_tui.model import Bilingual
from wmc_tui.search.records import Record

_MADE_BY = f"wmc-tui {__version__} records 1"
_FIELDS = tuple(field.name for field in fields(Record))
_CHECKSUM = 4


def load(path: Path, digest: str) -> list[Record] | None:
    """The records kept at `path` for the content of that digest; None where there are none to be trusted."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    # marshal itself does not survive every damage, so the checksum is looked at first.
    if crc32(kept[_CHECKSUM:]).to_bytes(_CHECKSUM, "big") != kept[:_CHECKSUM]:
        return None
    try:
        made_by, made_for, rows = marshal.loads(kept[_CHECKSUM:])
    except (EOFError, ValueError, TypeError):
        # Written by a Python of another format.
        return None
    return [_record(row) for row in rows] if (made_by, made_for) == (_MADE_BY, digest) else None


def save(path: Path, digest: str, records: list[Record]) -> None:
    """Keep the records; the file is complete or not there at all."""
    kept = marshal.dumps((_MADE_BY, digest, [_row(record) for record in records]))
    partial = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(crc32(kept).to_bytes(_CHECKSUM, "big") + kept)
        partial.replace(path)


def _row(record: Record) -> tuple[object, ...]:
    """The fields in their order, without classes of our own: marshal knows none."""
    named = {name: getattr(record, name) for name in _FIELDS}
    named["text"] = (record.text.en, record.text.zh)
    named["figures"] = [(str(value), unit, qualifier) for value, unit, qualifier in record.figures]
    return tuple(named.values())


def _record(row: Sequence[Any]) -> Record:
    named = dict(zip(_FIELDS, row, strict=True))
    named["text"] = Bilingual(*named["text"])
    named["figures"] = [(Decimal(value), unit, qualifier) for value, unit, qualifier in named["figures"]]
    return Record(**named)
