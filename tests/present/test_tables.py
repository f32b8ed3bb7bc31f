"""Tables and records are read back as they were, and nothing in them is more than text."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest

from wmc_tui.model import Bilingual, Qualifier
from wmc_tui.present.tables import FORMATS, Cell, csv_text, markdown_table, record_data


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠"))
def test_no_cell_begins_a_formula_but_numbers_keep_their_sign(sign: str) -> None:
    rows = csv.reader(csv_text([(f"{sign}cmd()", f"a{sign}", Decimal("-5.80"), 3, None)]).splitlines())
    assert list(rows) == [[f"'{sign}cmd()", f"a{sign}", "-5.8", "3", ""]]


def test_markdown_escapes_its_signs_and_aligns_numbers() -> None:
    assert markdown_table(("", "a|b", "n"), [("x", "*y*\n|", "1")], right=("n",)) == [
        r"| | a\|b | n |",
        "|---|---|---:|",
        r"| x | \*y\* \| | 1 |",
    ]


class Record(NamedTuple):
    label: Bilingual
    value: Decimal | None
    day: date
    ids: tuple[str, ...]
    qualifier: Qualifier
    hidden: str = "not asked for"


def test_a_record_is_plain_data() -> None:
    record = Record(Bilingual("a", "甲"), Decimal("4.80"), date(2023, 9, 20), ("x", "y"), Qualifier.OVER)
    data = record_data(record, "label", "value", "day", "ids", "qualifier")
    assert json.loads(json.dumps(data)) == {
        "label": {"en": "a", "zh": "甲"},
        "value": "4.8",
        "day": "2023-09-20",
        "ids": ["x", "y"],
        "qualifier": "over",
    }


class Exported:
    def markdown(self) -> str:
        return "# title\n"

    def table(self) -> Iterator[tuple[Cell, ...]]:
        yield from (("name", "n"), ("=x", Decimal(1)))

    def data(self) -> object:
        return [{"name": "=x"}]


def test_every_format_writes_what_can_be_exported() -> None:
    written = {ending: format.write(Exported()) for ending, format in FORMATS.items()}
    assert written == {"md": "# title\n", "csv": "name,n\r\n'=x,1\r\n", "json": '[\n {\n  "name": "=x"\n }\n]\n'}
    assert len({format.key for format in FORMATS.values()}) == len(FORMATS)
