"""What was made of a library kept from one run to the next, so that a single query need not fold every text again.

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
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from wmc_tui import __version__
from wmc_tui.model import Bilingual
from wmc_tui.search.facets import Facets
from wmc_tui.search.index.record import Record
from wmc_tui.search.postings import Postings

_MADE_BY = f"wmc-tui {__version__} index 6"
_FIELDS = tuple(field.name for field in fields(Record))
_TEXT, _FIGURES = _FIELDS.index("text"), _FIELDS.index("figures")
_CHECKSUM = 4


class Kept(NamedTuple):
    """All that an index is made of."""

    records: list[Record]
    """In the order of the index."""
    words: Postings
    """Their words."""
    characters: Postings
    """Their characters and sounds."""
    facets: Facets
    """The values that filters can have."""


def load(path: Path, digest: str) -> Kept | None:
    """What is kept at `path` for the content of that digest; None where there is nothing to be trusted."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    # marshal itself does not survive every damage, so the checksum is looked at first.
    if crc32(memoryview(kept)[_CHECKSUM:]).to_bytes(_CHECKSUM, "big") != kept[:_CHECKSUM]:
        return None
    try:
        made_by, made_for, rows, *others = marshal.loads(memoryview(kept)[_CHECKSUM:])
    except (EOFError, ValueError, TypeError):
        # Written by a Python of another format.
        return None
    if (made_by, made_for) != (_MADE_BY, digest):
        return None
    return Kept([_record(row) for row in rows], *others)


def save(path: Path, digest: str, kept: Kept) -> None:
    """Keep it; the file is complete or not there at all."""
    rows = [_row(record) for record in kept.records]
    content = marshal.dumps((_MADE_BY, digest, rows, dict(kept.words), dict(kept.characters), kept.facets))
    partial = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(crc32(content).to_bytes(_CHECKSUM, "big") + content)
        partial.replace(path)


_values = attrgetter(*_FIELDS)


def _row(record: Record) -> list[object]:
    """The fields in their order, without classes of our own: marshal knows none."""
    row = list(_values(record))
    row[_TEXT] = (record.text.en, record.text.zh)
    row[_FIGURES] = [(str(value), unit, qualifier) for value, unit, qualifier in record.figures]
    return row


def _record(row: Sequence[Any]) -> Record:
    record = Record(*row)
    record.text = Bilingual(*record.text)
    if record.figures:
        record.figures = tuple((Decimal(value), unit, qualifier) for value, unit, qualifier in record.figures)
    return record
