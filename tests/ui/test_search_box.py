"""Filters as chips, completion, suggestions, recent queries, and text that nobody should type."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from tests.ui.desk import Desk, opened
from tests.ui.test_search_screen import cursor, on_top, search, typed
from wmc_tui.store import Library
from wmc_tui.store.locations import state_folder
from wmc_tui.ui.screens.search import SearchScreen
from wmc_tui.ui.state.history import LONGEST_QUERY, MOST_QUERIES, QUERIES_FILE, RecentQueries, recent_queries
from wmc_tui.ui.widgets.search_box import SearchBox


def searches_file() -> Path:
    """Where queries are kept."""
    return state_folder() / QUERIES_FILE


def hits(desk: Desk) -> list[str]:
    """The rows of hits that are not empty."""
    return [row for row in desk.rows_of("#hits") if row.strip()]


async def test_filters_are_chips_and_backspace_takes_one_off(shipped: Library) -> None:
    async with opened(shipped) as desk:
        await search(desk, "edition:2023 -kind:sentence investment")
        assert "[edition 2023 x] [not kind sentences x]" in desk.text_of("#chips")
        assert all(row[2:6] == "2023" and "sentence" not in row for row in hits(desk))
        await search(desk, "investment edition:2023")
        await desk.press("backspace")
        assert typed(desk) == "investment " and "[" not in desk.text_of("#chips")
        await search(desk, "edition:2023 ")
        await desk.press("backspace")
        assert typed(desk) == ""


async def test_backspace_in_a_filter_that_is_being_typed_deletes_a_letter(shipped: Library) -> None:
    async with opened(shipped) as desk:
        for text in ("edition:20", "edition:", "edition:2045", "investment"):
            await search(desk, text)
            await desk.press("backspace")
            assert typed(desk) == text[:-1]


async def test_a_click_on_a_chip_takes_it_off(shipped: Library) -> None:
    async with opened(shipped) as desk:
        await search(desk, "edition:2023 stage:result 投资 >100bn")
        await desk.click("#chips", "stage")
        assert typed(desk) == "edition:2023 投资 >100bn"
        await desk.click("#chips", ">100bn")
        assert typed(desk) == "edition:2023 投资 "
        await desk.click("#chips", "edition")
        assert typed(desk) == "投资 " and desk.text_of("#chips").strip() == ""


async def test_names_of_filters_are_offered_after_two_letters_and_tab_takes_one(shipped: Library) -> None:
    async with opened(shipped) as desk:
        await search(desk, "guests ed")
        assert "Tab edition: one convention, by its year" in desk.text_of("#chips")
        await desk.press("tab")
        assert typed(desk) == "guests edition:"
        assert cursor(desk).split()[1:3] == ["filter", "edition:2025"]
        await desk.press("down", "down", "enter")
        assert typed(desk) == "guests edition:2023 "
        assert all(row[2:6] == "2023" for row in hits(desk))


async def test_values_are_offered_with_their_counts(shipped: Library) -> None:
    async with opened(shipped) as desk:
        await search(desk, "unit:")
        rows = hits(desk)
        assert "filter" in rows[0] and rows[0].split()[-1].isdecimal()
        counts = [int(row.split()[-1]) for row in rows if "filter" in row]
        assert counts == sorted(counts, reverse=True) and len(counts) > 3
        await search(desk, "届:20")
        assert "届:2025" in hits(desk)[0]
        await desk.press("tab")
        assert typed(desk) == "届:2025 " and "[edition 2025 x]" in desk.text_of("#chips")


async def test_a_filter_that_works_already_leaves_enter_to_the_hits(shipped: Library) -> None:
    async with opened(shipped) as desk:
        await search(desk, "publisher:xinhua")
        assert "filter" in hits(desk)[0] and cursor(desk).split()[2] == "fact"
        await desk.press("enter")
        assert on_top(desk) is desk.reader


async def test_a_wrong_filter_says_so_and_the_nearest_is_taken(shipped: Library) -> None:
    async with opened(shipped) as desk:
        for wrong, right, said in [
            ("edition:2045 guests", "edition:2025 guests", 'there is no "2045"'),
            ("edtion:2023 guests", "edition:2023 guests", 'there is no filter "edtion"'),
        ]:
            for key in ("tab", "enter"):
                await search(desk, wrong)
                assert "[? " in desk.text_of("#chips") and said in desk.text_of("#chips")
                await desk.press(key)
                assert typed(desk).rstrip() == right
                assert "?" not in desk.text_of("#chips")


async def test_a_slip_of_scale_is_offered_and_taken(shipped: Library) -> None:
    async with opened(shipped) as desk:
        first = (await search(desk, "44.71 billion"))[0]
        assert first.split()[:3] == ["try", "447.1", "billion"] and "tenfold" in first
        await desk.press("up")
        assert cursor(desk) == f">{first[1:]}"
        await desk.press("enter")
        assert typed(desk) == "447.1 billion" and "447.1 billion yuan" in cursor(desk)


async def test_recent_queries_are_kept_and_taken(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press("slash")
        assert "type to search" in desk.text_of("#search-head")
        for query in ("projects signed", "253.6 billion", "projects signed"):
            await search(desk, query)
            await desk.press("enter")
        await search(desk, "given up")
        await desk.press("escape")
    async with opened(sample) as desk:
        await desk.press("slash")
        assert [row.split()[-2:] for row in hits(desk)] == [["projects", "signed"], ["253.6", "billion"]]
        await desk.press("down", "enter")
        assert typed(desk) == "253.6 billion" and "253.6 billion yuan" in cursor(desk)
        await desk.press("ctrl+u")
        assert "recent" in hits(desk)[0]
        await desk.press("enter", "enter")
        assert desk.place.fact == "2022.projects_signed"
    assert searches_file().read_text("utf-8") == "projects signed\n253.6 billion\n"


async def test_nothing_is_remembered_where_the_user_wants_it_so(
    sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WMC_TUI_NO_RECENT", "1")
    async with opened(sample) as desk:
        await search(desk, "projects")
        await desk.press("enter")
    assert not searches_file().exists()


def test_recent_queries_are_bounded_and_damage_is_ignored(tmp_path: Path) -> None:
    recent = recent_queries(tmp_path / "new")
    for number in range(MOST_QUERIES + 9):
        recent.add(f"query {number}")
    recent.add("x" * (LONGEST_QUERY + 1))
    recent.add("  ")
    recent.add("a\x1b[31m\nb")
    again = recent_queries(tmp_path / "new").queries
    assert len(again) == MOST_QUERIES and again[:2] == ["a\u241b[31m b", f"query {MOST_QUERIES + 8}"]
    for damage in (b"\xff\xfe\x00", b"\x00" * 1_000_000, b"ok\n\x1b]0;owned\x07\n"):
        (tmp_path / "searches.txt").write_bytes(damage)
        found = recent_queries(tmp_path).queries
        assert len(found) <= MOST_QUERIES and not any("\x1b" in query or "\x00" in query for query in found)
    (tmp_path / "folder" / "searches.txt").mkdir(parents=True)
    blocked = recent_queries(tmp_path / "folder")
    blocked.add("kept for this run")
    assert blocked.queries == ["kept for this run"]
    other = RecentQueries(tmp_path / "new" / "searches.txt")
    recent.add("from one run")
    other.add("from another")
    assert recent_queries(tmp_path / "new").queries[:2] == ["from another", "from one run"]


@pytest.mark.parametrize(
    "text",
    [
        "展览" * 5000,
        "a" * 10_000,
        "edition:2023 " * 800,
        "\x1b]0;owned\x07\x00\x9b2J\u202e 4471亿",
        "👩‍🔬🏳️‍🌈👍🏽" * 50,
        '"' * 300 + "-" * 300 + ":" * 300,
        " " * 10_000,
        "[bold]x[/] [@click=app.quit]y[/] $primary",
    ],
    ids=["han", "latin", "filters", "control", "emoji", "signs", "spaces", "markup"],
)
async def test_any_text_can_be_pasted(sample: Library, text: str) -> None:
    async with opened(sample, 100, 30) as desk:
        await desk.press("slash")
        desk.app.post_message(events.Paste(text))
        await desk.pilot.pause()
        await desk.press("left", "backspace", "tab", "down", "up", "right")
        assert desk.app.is_running and isinstance(desk.app.screen, SearchScreen)
        assert not {c for c in desk.text if c < " " and c != "\n"} and "\x9b" not in desk.text
        assert [row for row in desk.rows_of("#hits") if cell_len(row) != 100] == []
        assert not [s for s in desk.segments if s.style and "@click" in s.style.meta]
        await desk.press("escape")
        assert on_top(desk) is desk.reader


async def test_the_box_looks_as_textual_draws_it(sample: Library) -> None:
    def cells(strip: Strip) -> list[tuple[str, str]]:
        return [(character, str(segment.style)) for segment in strip for character in segment.text]

    async with opened(sample, 60, 20) as desk:
        await desk.press("slash")
        box = desk.app.screen.query_one(SearchBox)
        for text in ("a", "展览 area", "x" * 200, "展" * 100, "👍🏽 ok", "[red]c[/]"):
            box.value = text
            for at in (0, 1, len(text) // 2, len(text)):
                for selection in ((at, at), (0, len(text)), (len(text), at)):
                    box.selection = Selection(*selection)
                    await desk.pilot.pause()
                    assert cells(box.render_line(0)) == cells(Input.render_line(box, 0)), (text, selection)
