"""Exporting writes the stored text, as text, to a file of its own, and says where."""

import csv
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ui.desk import opened
from tests.ui.test_copying import CHINESE, SENTENCE
from wmc_tui.present.record_export import FACT_COLUMNS, PageExport
from wmc_tui.present.tables import csv_text
from wmc_tui.store import Library


async def test_a_page_is_written_in_the_form_chosen_and_never_over_another(sample: Library, tmp_path: Path) -> None:
    async with opened(sample) as desk:
        page = desk.place.page
        await desk.press("e")
        assert "Markdown" in desk.text and "CSV" in desk.text
        await desk.press("m")
        await desk.done()
        first = tmp_path / f"wmc-{page}.md"
        assert SENTENCE in first.read_text(encoding="utf-8") and CHINESE in first.read_text(encoding="utf-8")
        first.write_text("kept", encoding="utf-8")
        await desk.press("e", "e")
        await desk.done()
        assert first.read_text(encoding="utf-8") == "kept"
        assert SENTENCE in (tmp_path / f"wmc-{page}-2.md").read_text(encoding="utf-8")
        await desk.press("e", "c", "e", "j")
        await desk.done()
        rows = list(csv.DictReader((tmp_path / f"wmc-{page}.csv").read_text(encoding="utf-8").splitlines()))
        data = json.loads((tmp_path / f"wmc-{page}.json").read_text(encoding="utf-8"))
        assert [record["fact"] for record in data] == [row["fact"] for row in rows] and data
        assert any(f"wmc-{page}.json" in said for said in desk.said)


async def test_a_picture_shows_the_screen_without_the_list_of_forms(sample: Library, tmp_path: Path) -> None:
    async with opened(sample) as desk:
        await desk.press("e", "p")
        await desk.done()
        drawing = next(tmp_path.glob("*.svg")).read_text(encoding="utf-8")
        assert "English" in drawing and "Markdown" not in drawing


@pytest.mark.parametrize("keys", ["em", "cec", "vej", "rh"])
async def test_a_folder_that_takes_no_file_is_said(sample: Library, monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    def refused(*_: object) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("wmc_tui.ui.export.free_file", refused)
    async with opened(sample) as desk:
        await desk.press(*keys)
        await desk.done()
        assert any("Not written" in said and "Permission denied" in said for said in desk.said)


def test_the_facts_of_a_spreadsheet_are_the_stores(shipped: Library) -> None:
    edition = shipped.edition(2023)
    assert edition is not None
    rows = list(csv.DictReader(csv_text(PageExport(shipped, edition, None).table()).splitlines()))
    assert list(rows[0]) == FACT_COLUMNS
    facts = shipped.facts(edition=2023)
    assert [row["fact"] for row in rows] == [fact.id for fact in facts]
    assert [Decimal(row["value"]) if row["value"] else None for row in rows] == [fact.value for fact in facts]
    assert all(row["sources"] for row in rows)


def test_text_is_neither_markup_nor_formula(sample: Library) -> None:
    article = sample.articles()[0]._replace(title=replace(sample.articles()[0].title, en="*bold* [x](y) <b>|"))
    edition = sample.editions()[0]._replace(name=replace(sample.editions()[0].name, en="# =1+1"))
    assert PageExport(sample, edition, article).markdown().startswith(r"# \*bold\* \[x\](y) \<b\>\|")
    assert PageExport(sample, edition, None).markdown().startswith(r"# \# =1+1")


def test_no_cell_of_a_spreadsheet_is_a_formula(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = sample.editions()[0]
    fact = sample.facts(edition=edition.year)[0]
    evil = fact._replace(label=replace(fact.label, en="=HYPERLINK(1)", zh="@x"))
    monkeypatch.setattr(sample, "facts", lambda **_: [evil])
    row = next(csv.DictReader(csv_text(PageExport(sample, edition, None).table()).splitlines()))
    assert (row["label_en"], row["label_zh"]) == ("'=HYPERLINK(1)", "'@x")
