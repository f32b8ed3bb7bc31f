"""The description of the store names the tables and keys that are read, and no others."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wmc_tui.model.units import CURRENCIES, UNITS
from wmc_tui.store.schema import TABLES, Table

DOCS = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")


def all_tables(tables: tuple[Table, ...] = TABLES) -> Iterator[Table]:
    for table in tables:
        yield table
        yield from all_tables(table.children)


def keys_in(records: list[dict[str, Any]], table: Table) -> Iterator[tuple[Table, str]]:
    """Every key of the records and of the records in them."""
    inner = {child.name: child for child in table.children}
    for record in records:
        for key, value in record.items():
            yield table, key
            if key in inner:
                yield from keys_in(value, inner[key])


def test_example_holds_known_keys_of_every_table() -> None:
    example: dict[str, list[dict[str, Any]]] = {}
    for block in re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL):
        for name, records in tomllib.loads(block).items():
            example.setdefault(name, []).extend(records)
    assert set(example) == {table.name for table in TABLES}
    shown = [found for table in TABLES for found in keys_in(example[table.name], table)]
    assert [(table.name, key) for table, key in shown if key not in table.keys] == []
    assert {table.name for table, _ in shown} == {table.name for table in all_tables()}


def test_every_key_and_unit_is_described() -> None:
    words = set(re.findall(r"[\w/°]+", DOCS)) | set(re.findall(r"\w+", DOCS))
    assert {key for table in all_tables() for key in table.keys} - words == set()
    assert set(UNITS) - set(CURRENCIES) - words == set()
