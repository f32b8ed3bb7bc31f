"""Searching as a reader meets it: one list of all kinds, previews, where Enter leads, and commands."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.widgets import Input

from tests.ui.desk import Desk, opened
from wmc_tui.store import Library
from wmc_tui.ui.screens.compare import CompareScreen
from wmc_tui.ui.screens.dialogs import HelpScreen
from wmc_tui.ui.screens.search import SearchScreen


async def search(desk: Desk, query: str) -> list[str]:
    """Open the search, type a query instead of the last one; the rows of hits."""
    if not isinstance(desk.app.screen, SearchScreen):
        await desk.press("slash")
    while not desk.app.indexing.is_done:
        await desk.pilot.pause()
    await desk.press("end", "ctrl+u")
    await desk.type(query)
    return [row for row in desk.rows_of("#hits") if row.strip()]


def typed(desk: Desk) -> str:
    """What is in the box."""
    return desk.app.screen.query_one(Input).value


def on_top(desk: Desk) -> Screen[Any]:
    """The screen that is seen."""
    return desk.app.screen


def cursor(desk: Desk) -> str:
    """The row under the cursor."""
    return next(row for row in desk.rows_of("#hits") if row.startswith(">"))


async def test_each_row_says_edition_kind_value_and_why(shipped: Library) -> None:
    async with opened(shipped) as desk:
        first = (await search(desk, "4471亿"))[0]
        assert first.split()[:3] == [">", "2018", "fact"]
        assert "447.1 billion yuan = 4471亿元" in first and first.split()[-1] == "value"
        assert "1 of 5 found" in desk.text_of("#search-head")
        await desk.press("down")
        assert "2 of 5 found" in desk.text_of("#search-head")
        assert cursor(desk).split()[2] == "sentence"


async def test_han_that_pinyin_means_is_marked(shipped: Library) -> None:
    async with opened(shipped) as desk:
        for query, why in [("czqy", "initials"), ("canzhan qiye", "pinyin"), ("canzhanqiye", "pinyin")]:
            rows = await search(desk, query)
            assert "Exhibitors" in rows[0] and rows[0].split()[-1] == why
            assert "参展企业" in "".join(desk.looks_of("#hits", "match"))


async def test_kinds_stand_in_one_list(shipped: Library) -> None:
    async with opened(shipped) as desk:
        rows = await search(desk, "hefei")
        assert {"fact", "article"} <= {row[8:20].strip() for row in rows}
        for kind in ("fact", "sentence", "article", "publication", "metric"):
            rows = await search(desk, f"kind:{kind} {'projects' if kind in ('fact', 'metric') else 'convention'}")
            assert {row[8:20].strip() for row in rows} == {kind}
            assert desk.text_of("#preview").strip(), kind


async def test_enter_on_an_article_and_a_publication_with_one(shipped: Library) -> None:
    async with opened(shipped) as desk:
        await search(desk, "kind:article chizhou")
        assert "restated from" in desk.text_of("#preview")
        await desk.press("enter")
        assert desk.place.page == "2023-chizhou-daily"
        await search(desk, "kind:publication reportify")
        assert "its article is here: 2025-reportify-top500" in desk.text_of("#preview")
        await desk.press("enter")
        assert desk.place.page == "2025-reportify-top500"


async def test_a_publication_without_an_article_lists_what_it_states(shipped: Library) -> None:
    async with opened(shipped) as desk:
        here = desk.place
        await search(desk, "kind:publication 江淮晨报")
        assert "no article of it here; Enter lists what it states" in desk.text_of("#preview")
        await desk.press("enter")
        assert "stated by 江淮晨报" in desk.text_of("#chips")
        rows = [row for row in desk.rows_of("#hits") if row.strip()]
        assert rows and all("fact" in row and row.split()[-1] == "stated" for row in rows)
        await desk.press("escape")
        assert isinstance(desk.app.screen, SearchScreen), "Esc leaves the list of facts first"
        assert "stated by" not in desk.text_of("#chips") and "publication" in cursor(desk)
        await desk.press("enter", "enter")
        assert on_top(desk) is desk.reader and desk.place != here
        assert desk.place.fact in {fact.id for fact in shipped.facts()}


async def test_enter_on_a_metric_compares_it_and_back_leads_to_the_text(shipped: Library) -> None:
    async with opened(shipped) as desk:
        here = desk.place
        await search(desk, "kind:metric exhibitors")
        assert "974" in desk.text_of("#preview"), "the figures over the editions"
        await desk.press("enter")
        await desk.done()
        assert isinstance(desk.app.screen, CompareScreen) and "Exhibitors" in desk.text
        await desk.press("backspace")
        assert on_top(desk) is desk.reader and desk.place == here


async def test_commands_are_found_and_run(shipped: Library) -> None:
    async with opened(shipped) as desk:
        here = desk.place
        row = (await search(desk, "compare"))[0]
        assert row.split()[1] == "command" and "Compare the figure's metric" in row and row.split()[-2] == "c"
        await desk.press("enter")
        await desk.done()
        assert isinstance(desk.app.screen, CompareScreen)
        await desk.press("backspace")
        await search(desk, "every key that works")
        await desk.press("enter")
        await desk.done()
        assert isinstance(desk.app.screen, HelpScreen)
        await desk.press("escape")
        assert desk.place == here
        rows = await search(desk, "kind:command")
        assert len(rows) > 15 and all(row[8:20].strip() == "command" for row in rows)
        assert not any("next hit" in row for row in rows), "what may not run is not offered"


async def test_an_edition_alone_offers_all_its_facts(shipped: Library) -> None:
    async with opened(shipped) as desk:
        rows = await search(desk, "2019")
        assert "fact" in rows[0] and "All facts of 2019" in rows[3]
        await desk.press("down", "down", "down", "enter")
        assert desk.place.page == "edition:2019"


async def test_a_sentence_leads_to_the_figure_that_matched(shipped: Library) -> None:
    async with opened(shipped) as desk:
        await search(desk, "kind:sentence edition:2018 4471亿")
        await desk.press("enter")
        assert desk.place.fact == "2018.total_investment"
        assert desk.looks_of("#zh", "chosen") == ["4471亿元"]


async def test_a_preview_names_all_publications_of_a_fact(sample: Library) -> None:
    async with opened(sample) as desk:
        await search(desk, "253.6 billion")
        shown = desk.text_of("#preview")
        assert "Sample Herald, 2022-09-21 (253.6 billion yuan)" in shown and "样例报, 2022-09-22 (2536亿元)" in shown
        assert "By the last evening" in shown and "到最后一晚" in shown
        assert "253.6 billion" in desk.looks_of("#preview", "match")
        await search(desk, "projects expected")
        assert "No article here states it" in desk.text_of("#preview") and "样例报" in desk.text_of("#preview")


async def test_nothing_found_says_so_and_enter_stays(sample: Library) -> None:
    async with opened(sample, 80, 24) as desk:
        here = desk.place
        assert await search(desk, "zzzzqq") == []
        assert "nothing found" in desk.text_of("#search-head")
        await desk.press("enter", "tab", "down", "up")
        assert isinstance(desk.app.screen, SearchScreen) and typed(desk) == "zzzzqq"
        await desk.press("escape")
        assert desk.place == here


async def test_a_store_without_anything_can_be_searched(open_store: Callable[[str], Library]) -> None:
    library = open_store('[[part]]\nid = "none"\nlabel_en = "None"\nlabel_zh = "无"\n')
    async with opened(library) as desk:
        assert await search(desk, 'edition:2023 4471亿 "a b" -x >3') == []
        rows = await search(desk, "help")
        assert rows and all("command" in row for row in rows)
        await desk.press("escape")


async def test_a_theme_changed_while_searching_recolours_every_row(sample: Library) -> None:
    async with opened(sample) as desk:
        await search(desk, "projects")
        dark = [segment.style for segment in desk.segments]
        desk.app.theme = "desk-light"
        await desk.pilot.pause()
        light = [segment.style for segment in desk.segments]
        assert len(dark) == len(light)
        assert not [a for a, b in zip(dark, light, strict=True) if a and b and a.bgcolor and a.bgcolor == b.bgcolor]
