"""Comparing from a figure: each view, moving in it, the sentence behind a cell and the way back, export."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from tests.ui.desk import Desk, opened
from wmc_tui.store import Library
from wmc_tui.ui.screens.compare import CompareScreen
from wmc_tui.ui.screens.dialogs import ChoiceScreen
from wmc_tui.ui.screens.metric_picker import MetricPicker
from wmc_tui.ui.settings import Config
from wmc_tui.ui.state.history import Place

PROJECTS = ("n", "n", "n")
"""From the start of the sample to the 422 projects of 2022."""


def head(desk: Desk) -> str:
    return desk.rows_of("#sheet")[0]


async def test_a_figures_metric_is_compared_over_all_editions(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c")
        assert isinstance(desk.app.screen, CompareScreen)
        assert "[One metric 单项指标]" in desk.rows[0] and "Projects signed  签约项目数  (projects 个)" in head(desk)
        rows = desk.rows_of("#sheet")
        table = [row.split() for row in rows if row[2:6].isdecimal() and "|" not in row]
        assert table[0][:3] == ["2021", "311", "projects"] and table[1][0] == ">"
        assert "+35.7%" in table[1] and "(500" in table[2]
        chart = [row for row in rows if "|" in row]
        assert chart[2].rstrip().endswith("(500)  expected 预计") and "////" in chart[2]
        assert len(desk.looks_of("#sheet", "cursor")) > 1, "the cursor is at the edition of the figure"
        assert "422 projects = 422个" in desk.text_of("#card")
        assert desk.rows_of("#card")[0].rstrip().endswith("single source")


async def test_enter_goes_to_the_sentence_and_back_to_the_same_cell(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS)
        start = desk.place
        await desk.press("c", "x")
        assert "2021" in head(desk) and "2023" in head(desk)
        assert any(">422" in row for row in desk.rows_of("#sheet"))
        await desk.press("h")
        assert any(">311" in row for row in desk.rows_of("#sheet")) and "311 projects" in desk.text_of("#card")
        await desk.press("enter")
        assert desk.app.screen is desk.reader
        assert (desk.place.page, desk.place.n, desk.place.fact) == ("bulletin", 1, "2021.projects_signed")
        await desk.press("backspace")
        assert isinstance(desk.app.screen, CompareScreen) and any(">311" in row for row in desk.rows_of("#sheet"))
        await desk.press("right", "down", "enter")
        assert (desk.place.page, desk.place.n, desk.place.fact) == ("herald", 4, "2022.total_investment")
        await desk.press("escape", "escape")
        assert desk.app.screen is desk.reader and desk.place == start


async def test_a_fact_that_no_article_states_is_shown_among_its_editions_facts(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c", "down")
        assert desk.rows_of("#card")[0].rstrip().endswith("no article here")
        await desk.press("enter")
        assert (desk.place.page, desk.place.fact) == ("edition:2023", "2023.projects_signed")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_cursor_is_at_the_bar_of_its_edition_too(sample: Library, size: tuple[int, int]) -> None:
    async with opened(sample, *size) as desk:
        await desk.press(*PROJECTS, "c")
        for key, year in (("up", "2021"), ("down", "2022"), ("down", "2023")):
            await desk.press(key)
            at = [row.split()[1] for row in desk.rows_of("#sheet") if row.startswith(">")]
            assert at and set(at) == {year}
            assert len(at) == (1 if size[0] == 200 else 2), "in the table, and in the chart where that is below it"


async def test_what_is_disputed_is_told(disputed: Library) -> None:
    async with opened(disputed) as desk:
        await desk.press("n", "n", "n", "n", "n", "c")
        assert "disputed, 1 publication" in desk.rows_of("#card")[0]
        assert "? disputed: 886 or 887 <projects>" in desk.text_of("#card")
        assert desk.looks_of("#card", "note"), "it is drawn to the eye"


async def test_further_series_are_told_apart_and_their_figures_stay_whole(shipped: Library) -> None:
    async with opened(shipped, edition=2024) as desk:
        await desk.press("c", "w")
        await desk.type("total investment")
        await desk.press("enter", "x", "a", *["down"] * 6)
        rows = [row[:28].rstrip() for row in desk.rows_of("#sheet")]
        assert len([row for row in rows if row.strip().startswith("Total investment")]) == 1
        dollars = next(row for row in desk.rows_of("#sheet") if row.strip().startswith("US dollars  "))
        assert dollars.split()[2:] == ["70.19bn", "105bn", "90.8bn", "~91.1bn", "(52.9bn)", "-", "-", "-"]


async def test_a_cell_without_a_figure_leads_nowhere(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c", "x", "down", "right", "enter")
        assert isinstance(desk.app.screen, CompareScreen) and desk.said == ["There is no figure here."]
        assert "no figure  无数据" in desk.text_of("#card")


async def test_moves_stay_within_the_matrix(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press("c", "x", "G", "l", "l", "l", "l", "j")
        assert "2023" in desk.rows_of("#card")[0]
        await desk.press("g", "h", "h", "h", "h", "k", "u", "ctrl+f", "u")
        assert desk.rows_of("#card")[0].split()[0] == "2021"
        await desk.press("K")
        assert desk.rows_of("#card")[0].split()[0] == "2022"


async def test_metrics_stand_side_by_side_and_one_becomes_large(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c", "m")
        assert "Headline metrics  主要指标" in head(desk) and "1 of 2" in head(desk)
        assert "> Projects signed (projects)" in desk.text_of("#sheet") and "Total investment (yuan)" in desk.text
        assert "22 |" in desk.text_of("#sheet") and " 422" in desk.text_of("#sheet")
        await desk.press("right", "enter")
        assert "[One metric" in desk.rows[0] and "Total investment" in head(desk)
        await desk.press("backspace")
        assert "[Side by side" in desk.rows[0] and "2 of 2" in head(desk)
        await desk.press("a")
        assert "Other  其他" in head(desk) and "1 of 4" in head(desk)


async def test_an_edition_has_a_profile(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c", "p")
        assert "2022 Sample Convention  2022样例大会" in head(desk) and "4 metrics, change on 2021" in head(desk)
        row = next(row for row in desk.rows_of("#sheet") if "Projects signed" in row)
        assert row.startswith("> ") and "422 projects" in row and "422个" in row and "+35.7%" in row
        await desk.press("J")
        assert "2021 Sample Convention" in head(desk) and "12,000" not in desk.text_of("#sheet")
        await desk.press("right", "right", "enter")
        assert desk.place.page == "edition:2023"


async def test_views_come_one_after_the_other_and_follow_the_cursor(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "n", "c")
        seen = []
        for _ in range(4):
            seen.append(desk.rows[0].partition("[")[2].partition("]")[0])
            assert "Total investment" in desk.rows_of("#card")[0]
            await desk.press("tab")
        assert seen == ["One metric 单项指标", "Side by side 并列", "Edition 届", "Matrix 矩阵"]
        assert "m Charts" in desk.text_of("#keys") and "o Metric" not in desk.text_of("#keys")
        await desk.press("o")
        assert desk.said == [], "the view shown is gone to again in silence"


async def test_a_metric_is_picked_by_typing(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press("c", "w")
        assert isinstance(desk.app.screen, MetricPicker) and "4 series" in desk.text
        await desk.type("嘉宾")
        assert "Guests  嘉宾人数" in desk.text_of("#metrics") and "Projects" not in desk.text_of("#metrics")
        await desk.press("enter")
        assert isinstance(desk.app.screen, CompareScreen) and "Guests  嘉宾人数" in head(desk)
        await desk.press("slash", "escape")
        assert "Guests  嘉宾人数" in head(desk)
        await desk.press("w")
        await desk.type("zzz")
        assert "nothing found" in desk.text
        await desk.press("enter", "escape", "left")
        assert "Total investment" in head(desk), "left and right leaf through the metrics"


async def test_the_files_hold_what_is_seen(sample: Library, tmp_path: Path) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c", "e")
        assert isinstance(desk.app.screen, ChoiceScreen)
        await desk.press("m")
        await desk.done()
        for form in "cjp":
            await desk.press("e", form)
            await desk.done()
        name = "wmc-compare-projects-signed"
        rows = list(csv.DictReader((tmp_path / f"{name}.csv").read_text(encoding="utf-8").splitlines()))
        assert [row["value"] for row in rows] == ["311", "422", "500"]
        data = json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))
        assert [point["fact"] for point in data[0]["points"]] == [row["fact"] for row in rows]
        assert "| 2022 | 422 projects | 422个 |" in (tmp_path / f"{name}.md").read_text(encoding="utf-8")
        drawn = "".join(ElementTree.parse(tmp_path / f"{name}.svg").getroot().itertext())
        assert "签约项目数" in drawn and "Sample Herald" in drawn
        assert any(f"{name}.svg" in said for said in desk.said)


async def test_of_a_table_the_picture_is_the_screen_and_the_files_its_rows(sample: Library, tmp_path: Path) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c", "p", "e", "c")
        await desk.done()
        rows = list(csv.DictReader(next(tmp_path.glob("*.csv")).read_text(encoding="utf-8").splitlines()))
        assert {row["edition"] for row in rows} == {"2022"} and len(rows) == 4
        await desk.press("x", "e", "p")
        await desk.done()
        assert "Matrix" in next(tmp_path.glob("*.svg")).read_text(encoding="utf-8")


async def test_the_table_is_copied(sample: Library, clipboard: list[str]) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c", "y")
        await desk.done()
        assert "| 2022 | 422 projects | 422个 |" in clipboard[0]


async def test_clicks_move_the_cursor_and_choose(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c")
        await desk.click("#sheet", "2021")
        assert "2021" in desk.rows_of("#card")[0]
        await desk.click("#keys", "Matrix")
        await desk.click("#sheet", "253.6bn")
        assert "Total investment" in desk.rows_of("#card")[0] and "2022" in desk.rows_of("#card")[0]
        await desk.click("#sheet", "253.6bn")
        assert desk.place == Place("herald", 4, "2022.total_investment", desk.place.lang)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (34, 9)])
@pytest.mark.parametrize("theme", ["desk-dark", "desk-light", "ansi-dark"])
async def test_every_view_fills_any_screen_exactly(shipped: Library, size: tuple[int, int], theme: str) -> None:
    async with opened(shipped, *size, config=Config(theme)) as desk:
        await desk.press("n", "c")
        for view in "ompx":
            for key in (view, "a", "G", "left", "down", "pageup", "g"):
                await desk.press(key)
                assert {cell_len(row) for row in desk.rows} == {size[0]}
            assert desk.text_of("#sheet").strip() and desk.text_of("#card").strip()


async def test_without_colour_the_cursor_and_the_bars_are_seen(
    sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(sample) as desk:
        await desk.press(*PROJECTS, "c")
        assert any(row.startswith("> 2022") for row in desk.rows_of("#sheet"))
        bars = [s for s in desk.segments if s.style and s.style.reverse and not s.text.strip() and len(s.text) > 20]
        assert bars and "////" in desk.text
        await desk.press("x")
        assert any(">422" in row for row in desk.rows_of("#sheet"))


async def test_a_screen_that_changes_its_size_is_laid_out_anew(sample: Library) -> None:
    async with opened(sample, 80, 24) as desk:
        await desk.press(*PROJECTS, "c")
        await desk.pilot.resize_terminal(170, 50)
        await desk.pilot.pause()
        beside = next(row for row in desk.rows_of("#sheet") if "422 projects" in row)
        assert "|" in beside, "the chart stands beside the table"
        assert desk.widget("#card").size.height == 8
        await desk.pilot.resize_terminal(60, 20)
        await desk.pilot.pause()
        assert {cell_len(row) for row in desk.rows} == {60} and desk.widget("#card").size.height == 4


NO_EDITION = """
[[metric]]
id = "guests"
label_en = "Guests"
unit = "day"
"""
NO_FACTS = """
[[edition]]
year = 2022
name_en = "Only"
[[metric]]
id = "guests"
label_en = "Guests"
unit = "count"
noun_en = "guests"
"""


@pytest.mark.parametrize("store", [NO_EDITION, NO_FACTS])
async def test_a_store_without_figures_has_nothing_to_compare(store: str, open_store: Callable[[str], Library]) -> None:
    async with opened(open_store(store)) as desk:
        await desk.press("c")
        for key in ("down", "right", "G", "a", "m", "down", "a", "p", "down", "left", "a", "x", "j", "l", "a", "enter"):
            await desk.press(key)
            assert isinstance(desk.app.screen, CompareScreen)
        assert "e Export" not in desk.text_of("#keys") and "y Copy" not in desk.text_of("#keys")
        await desk.press("w", "enter", "escape", "escape")
        assert desk.app.screen is desk.reader


async def test_labels_of_any_length_leave_the_figures_whole(open_store: Callable[[str], Library]) -> None:
    fact = '[[fact]]\nid="2022.x"\nedition=2022\nmetric="x"\nlabel_en="{0}"\nlabel_zh="{1}"\nscope="edition"\n'
    fact += 'stage="result"\nvalue=12345\nqualifier="over"\n'
    long, chinese = "very long label " * 19, "很长的标签" * 60
    metric = (
        f'[[metric]]\nid="x"\nlabel_en="{long}"\nlabel_zh="{chinese}"\nunit="count"\nnoun_en="{long}"\nnoun_zh="个"\n'
    )
    library = open_store(f'[[edition]]\nyear=2022\nname_en="{long}"\n{metric}{fact.format(long, chinese)}')
    async with opened(library, 80, 24) as desk:
        await desk.press("c")
        for view in "ompx":
            await desk.press(view)
            assert "12,345" in desk.text_of("#sheet"), view
            assert {cell_len(row) for row in desk.rows} == {80}


async def test_remapped_keys_work_here_too(sample: Library) -> None:
    config = Config(keys={"compare": "ctrl+g", "matrix": "z", "down": "i", "back": "f9"})
    async with opened(sample, config=config) as desk:
        await desk.press("ctrl+g", "z")
        assert "[Matrix" in desk.rows[0] and "F9 Back" in desk.text_of("#keys")
        await desk.press("i", "f9")
        assert desk.app.screen is desk.reader


async def test_the_palette_offers_what_can_be_done_here(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.run_command("compare the figure")
        assert isinstance(desk.app.screen, CompareScreen)
        await desk.run_command("metrics by editions")
        assert "[Matrix" in desk.rows[0]
