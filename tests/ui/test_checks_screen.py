"""The screen of checks and conflicts: what it lists, where it leads, and the way back."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.ui.desk import Desk, opened
from wmc_tui.model import Lang
from wmc_tui.present.findings import Status
from wmc_tui.store import Library
from wmc_tui.ui.screens.checks import ChecksScreen
from wmc_tui.ui.state.history import Place


@asynccontextmanager
async def checking(library: Library, columns: int = 120, rows: int = 40, *keys: str) -> AsyncIterator[Desk]:
    """The screen with the checks listed, opened after some keys."""
    async with opened(library, columns, rows) as desk:
        await desk.press(*keys, "v")
        await desk.done()
        assert isinstance(desk.app.screen, ChecksScreen)
        yield desk


def listed(desk: Desk) -> list[str]:
    """The rows of the list without the headings and the blank ones, each with its words one blank apart."""
    signs = tuple(status.sign for status in Status)
    rows = [row.removeprefix(">").strip() for row in desk.rows_of("#findings")]
    return [" ".join(row.split()) for row in rows if row.startswith(tuple(f"{sign} " for sign in signs))]


async def test_what_does_not_add_up_comes_first_and_what_holds_is_folded(disputed: Library) -> None:
    async with checking(disputed) as desk:
        assert listed(desk) == [
            "x fails 不符 2022 Growth in projects 签约项目数增幅 off by 86 pp",
            "x fails 不符 2022 Projects signed, two editions 两届累计签约项目数 off by 1 project",
            "? open 待查 2022 886 or 887 <projects> 886个还是887个项目 sum",
            "= resolved 已厘清 2021 300 of one event 300个为一会之数 different scope",
            "~ compatible 可并存 2022 12,000 or more guests 1.2万名还是更多 exact and rounded",
        ]
        assert "Checks that hold 核对相符" in desk.text_of("#findings")
        assert "2 fail, 1 open, 1 resolved, 1 compatible" in desk.rows[0]
        assert desk.text_of("#findings").splitlines()[0].strip() == "Checks that fail 核对不符  2"
        await desk.press("G", "enter")
        held = [row for row in listed(desk) if row.startswith("+ holds 相符")]
        assert any("Manufacturing share 制造业项目占比 share" in row for row in held)
        await desk.press("down")
        assert "+ holds 相符" in desk.text_of("#card") and "computed 计算: " in desk.text_of("#card")
        await desk.press("up")
        await desk.press("enter")
        assert not any(row.startswith("+") for row in listed(desk)), "folded again, the cursor still on the heading"


async def test_a_check_shows_its_formula_with_the_numbers(disputed: Library) -> None:
    async with checking(disputed) as desk:
        shown = desk.text_of("#card")
        assert "computed 计算: 587 / 300 - 1 = 95.67%" in shown
        assert "reported 公布: 9.6% (9.55% to 9.65%)  9.6%（9.55%至9.65%）" in shown
        assert "off by 86.02 percentage points  相差86.02个百分点" in shown
        assert "a slip of 10x in 9.6% (2022)" in shown
        await desk.press("down")
        assert "300 + 587 = 887 projects  300 + 587 = 887个" in desk.text_of("#card")
        assert "see 参见: 886 or 887 <projects>" in desk.text_of("#card")
        await desk.press("right", "enter")
        assert "Conflict 出入" in desk.text_of("#card"), "a check leads to the conflict that accounts for it"
        assert "x fails" in listed(desk)[0] and "Quote 887." in desk.text_of("#card")


async def test_enter_goes_to_the_sentence_and_back_leads_here_again(disputed: Library) -> None:
    async with checking(disputed, 120, 40, "n", "n") as desk:
        before = desk.place
        await desk.press("down", "enter", "down", "down")
        assert desk.text_of("#keys").startswith(" Enter Go there")
        assert not any(row.startswith(">") for row in desk.rows_of("#findings"))
        assert any(row.startswith(">") for row in desk.rows_of("#card")), "the cursor is below"
        await desk.press("escape")
        assert ">" in desk.text_of("#findings"), "Esc leaves the sentences first"
        await desk.press("enter", "enter")
        assert desk.app.screen is desk.reader
        assert desk.place == Place("herald", 3, "2022.cumulative_projects", Lang.EN)
        assert desk.looks_of("#en", "chosen") == ["886 projects"]
        await desk.press("backspace")
        assert isinstance(desk.app.screen, ChecksScreen)
        assert "300 + 587 = 887 projects" in desk.text_of("#card"), "at the check that led there"
        await desk.press("backspace")
        assert desk.app.screen is desk.reader and desk.place == before
        await desk.press("f")
        assert desk.place.n == 3, "forward goes to the sentence"


async def test_a_fact_that_no_article_states_leads_to_the_overview(disputed: Library) -> None:
    async with checking(disputed) as desk:
        await desk.press("down", "down", "right")
        assert "quote this 引用此数" in desk.text_of("#card")
        assert "(no article here)" in desk.text_of("#card")
        await desk.press("enter")
        assert (desk.place.page, desk.place.fact) == ("edition:2022", "2022.cumulative_projects.agency")


async def test_filters_by_edition_and_status_can_be_combined_and_left(disputed: Library) -> None:
    async with checking(disputed) as desk:
        await desk.press("K")
        assert "  2021" in desk.rows[0] and [row[:12] for row in listed(desk)] == ["= resolved 已"]
        await desk.press("K")
        assert "  2022" in desk.rows[0] and len(listed(desk)) == 4
        await desk.press("S", "S")
        assert "2022, open 待查" in desk.rows[0] and listed(desk) == [
            "? open 待查 2022 886 or 887 <projects> 886个还是887个项目 sum"
        ]
        await desk.press("S", "S")
        assert "2022, holds 相符" in desk.rows[0]
        assert listed(desk) and all(row.startswith("+ holds") for row in listed(desk)), "asked for, they are not folded"
        await desk.press("J", "J", "S")
        assert "all editions 历届" in desk.rows[0] and len(listed(desk)) == 5


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (200, 50), (30, 8)])
async def test_it_fits_every_terminal(disputed: Library, columns: int, rows: int) -> None:
    async with checking(disputed, columns, rows) as desk:
        assert len(desk.rows) == rows and "x fails" in desk.text
        if columns >= 80:
            assert "不符" in desk.text and "签约项目数增幅" in desk.text, "both languages in the list"
        await desk.press("enter", "down", "escape", "G")


async def test_a_check_is_copied_with_its_facts_and_who_states_them(disputed: Library, clipboard: list[str]) -> None:
    async with checking(disputed) as desk:
        await desk.press("down", "y")
        await desk.done()
    (text,) = clipboard
    assert text.startswith("Projects signed, two editions (2022): fails, running total\n两届累计签约项目数（2022年）")
    assert "Computed: 300 + 587 = 887 projects" in text and "计算：300 + 587 = 887个" in text
    assert 'Herald & <Sons>, "Deals "by" the River"' in text


async def test_what_is_listed_is_written_to_a_file(disputed: Library, tmp_path: Path) -> None:
    async with checking(disputed) as desk:
        await desk.press("S", "e", "j", "e", "m", "e", "c")
        await desk.done()
    data = json.loads((tmp_path / "wmc-checks-fails.json").read_text(encoding="utf-8"))
    assert [(one["id"], one["status"], one["slip"]) for one in data] == [
        ("growth:2022.projects_growth", "fails", "10x"),
        ("cumulative:2022.cumulative_projects", "fails", None),
    ]
    written = (tmp_path / "wmc-checks-fails.md").read_text(encoding="utf-8")
    assert "- computed: 587 / 300 - 1 = 95.67%" in written and "- 计算：587 / 300 - 1 = 95.67%" in written
    table = (tmp_path / "wmc-checks-fails.csv").read_text(encoding="utf-8").splitlines()
    assert len(table) == 3 and "86.0166" in table[1]


async def test_a_formula_that_cannot_be_read_is_said_and_the_conflicts_stay(
    disputed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Library) -> None:
        raise ValueError("check x: there is no fact y")

    monkeypatch.setattr("wmc_tui.checks.run.check_facts", broken)
    async with opened(disputed) as desk:
        await desk.press("v")
        await desk.done()
        assert desk.said == ["The checks cannot be computed: check x: there is no fact y"]
        assert "? open 待查" in desk.text_of("#findings")


def test_every_status_has_a_sign_of_its_own() -> None:
    assert len({status.sign for status in Status}) == len(Status) and all(len(status.sign) == 1 for status in Status)


async def test_the_card_says_how_well_a_fact_is_attested(disputed: Library) -> None:
    async with opened(disputed, 140, 44) as desk:
        await desk.press("n")
        assert "Confirmed: 2 publications, both languages  已多源证实" in desk.text_of("#card")
        await desk.press("n")
        assert "Single source  单一来源" in desk.text_of("#card")
        await desk.press("n", "n", "n")
        assert desk.place.fact == "2022.cumulative_projects"
        card = desk.text_of("#card")
        assert "? disputed: 886 or 887 <projects> (v shows it)  ? 有出入：886个还是887个项目" in card
        assert "Stated by 1 publication 来源" in card
        assert desk.looks_of("#card", "note"), "what is disputed is drawn to the eye"


async def test_lists_have_a_sign_where_a_figure_is_not_confirmed(disputed: Library) -> None:
    async with opened(disputed, edition=2022) as desk:
        sidebar = desk.text_of("#sidebar").splitlines()
        edition = next(row for row in sidebar if "2022 " in row)
        assert edition.rstrip().endswith("587  253.6bn'")
        assert any("? 2 disputed  ' 6 single" in row for row in sidebar)
        await desk.press("left", "down")
        overview = next(y for y, row in enumerate(sidebar) if "All facts" in row)
        await desk.pilot.click("#sidebar", offset=(4, overview))
        await desk.pilot.pause()
        assert desk.place.page == "edition:2022"
        rows = desk.text_of("#en").splitlines()
        assert any(row.startswith("?") and "Projects signed, two editions" in row for row in rows)
        assert any(row.startswith("'") and "Total investment" in row for row in rows)


async def test_the_overview_offers_a_report(disputed: Library, tmp_path: Path) -> None:
    async with opened(disputed, edition=2022) as desk:
        for form, ending in (("h", "en.html"), ("c", "zh.md")):
            await desk.press("r", form)
            await desk.done()
            assert f"wmc-report-2022-{ending}" in desk.said[-1]
    page = (tmp_path / "wmc-report-2022-en.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and '<html lang="en">' in page
    assert "# 2022样例大会" in (tmp_path / "wmc-report-2022-zh.md").read_text(encoding="utf-8")


async def test_exporting_an_overview_leads_to_the_report_too(disputed: Library, tmp_path: Path) -> None:
    async with opened(disputed) as desk:
        await desk.press("e")
        assert "report .." not in desk.text, "an article has none"
        await desk.press("escape")
        desk.reader.go(Place("edition:2022"))
        await desk.pilot.pause()
        await desk.press("e", "r")
        assert "HTML, 中文" in desk.text
        await desk.press("z")
        await desk.done()
    assert '<html lang="zh-Hans">' in (tmp_path / "wmc-report-2022-zh.html").read_text(encoding="utf-8")
