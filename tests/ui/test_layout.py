"""Rows as wide as their pane, broken by the rules of both languages, at every size; the place read stays in view."""

import unicodedata

from rich.cells import cell_len

from tests.ui.desk import Desk, opened
from wmc_tui.model import Lang
from wmc_tui.store import Library
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import UNBROKEN
from wmc_tui.ui.widgets.pane import GUTTER

SIZES = [(80, 24), (100, 30), (120, 40), (200, 50)]
NO_START = "，。、；：！？）》”’」』】…"
NO_END = "（《“‘「『【"


def check_rows(desk: Desk) -> None:
    columns = desk.app.size.width
    assert [row for row in desk.rows if cell_len(row) != columns] == []
    for lang in Lang:
        pane = desk.pane(lang)
        width = pane.scrollable_content_region.width
        rows = desk.pane_rows(lang)
        assert [row for row in rows if cell_len(row) != width] == []
        texts = [row[GUTTER:].strip() for row in rows]
        assert [text for text in texts if text[:1] in NO_START and text] == []
        assert [text for text in texts if text[-1:] in NO_END and text] == []
        for passage in desk.reader.reading.page.passages:
            for mark in passage.marks[lang]:
                figure = passage.text[lang][mark.start : mark.end]
                fits = cell_len(figure) <= min(UNBROKEN, width - GUTTER - 2)
                split = fits and not any(figure in text for text in texts)
                assert not split, f"{figure!r} is split at {columns} columns"


async def test_every_row_fits_at_every_size_and_the_sentence_stays_in_view(shipped: Library) -> None:
    async with opened(shipped, *SIZES[0]) as desk:
        desk.reader.go(Place("2023-anhui-daily", 42, "2023.total_investment", Lang.EN))
        await desk.pilot.pause()
        for size in [*SIZES, *reversed(SIZES)]:
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            check_rows(desk)
            for lang, figure in ((Lang.EN, "342.5 billion yuan"), (Lang.ZH, "3425亿元")):
                assert desk.looks_of(f"#{lang}", "chosen") == [figure], (size, lang)


async def test_below_100_columns_the_panes_stand_one_above_the_other(sample: Library) -> None:
    async with opened(sample, 99, 30) as desk:
        en, zh = (desk.pane(lang).region for lang in Lang)
        assert en.x == zh.x and en.bottom <= zh.y and en.width == zh.width
        assert en.height >= 5 and zh.height >= 5
        await desk.pilot.resize_terminal(100, 30)
        await desk.pilot.pause()
        en, zh = (desk.pane(lang).region for lang in Lang)
        assert en.y == zh.y and en.right <= zh.x and abs(en.width - zh.width) <= 1
        for number in ("  1 ", "  2 "):
            assert desk.find("#en", number)[1] == desk.find("#zh", number)[1], "sentences start in the same row"


async def test_a_terminal_too_small_for_reading_breaks_nothing(shipped: Library) -> None:
    async with opened(shipped, 80, 24) as desk:
        for size in [(40, 10), (20, 5), (1, 1), (80, 24)]:
            await desk.pilot.resize_terminal(*size)
            await desk.press("n", "down")
        check_rows(desk)
        await desk.pilot.resize_terminal(20, 8)
        await desk.press("slash")
        await desk.type("3425")
        await desk.press("enter", "y", "escape", "question_mark", "escape")
        assert desk.place.fact == "2023.total_investment"


async def test_search_fits_at_every_size(shipped: Library) -> None:
    async with opened(shipped, *SIZES[0]) as desk:
        await desk.press("slash")
        await desk.type("3425亿")
        for columns, rows in SIZES:
            await desk.pilot.resize_terminal(columns, rows)
            await desk.pilot.pause()
            assert [row for row in desk.rows if cell_len(row) != columns] == []
            assert "3425亿元" in desk.rows_of("#hits")[0 if columns >= 100 else 1]
            preview = [row.strip() for row in desk.rows_of("#preview")]
            assert "3425亿元" in "".join(preview) and not [row for row in preview if row and row[0] in NO_START]


async def test_the_interface_itself_uses_no_character_of_ambiguous_width(sample: Library) -> None:
    async with opened(sample) as desk:
        for keys in ("", "n", "n n n n", "J", "left", "y", "escape question_mark", "escape slash"):
            await desk.press(*keys.split())
            shown = {c for c in desk.text if unicodedata.east_asian_width(c) == "A"}
            assert {c for c in shown if unicodedata.name(c, "").partition(" BLOCK")[1] == ""} == set(), keys
