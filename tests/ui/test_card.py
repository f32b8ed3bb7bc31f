"""What the reading screen tells beside the text: the editions' figures, the trend of a figure, the keys."""

import pytest
from rich.cells import cell_len

from tests.ui.desk import opened
from wmc_tui.present.comparison import Comparer
from wmc_tui.store import Library
from wmc_tui.ui.rows.card import card_items, trend_lines
from wmc_tui.ui.state.reading import Reading

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_editions_figures_stand_below_one_another(shipped: Library, size: tuple[int, int]) -> None:
    async with opened(shipped, *size) as desk:
        rows = [row for row in desk.rows_of("#sidebar") if row[2:6].isdecimal() and row[6] == " "][:8]
        assert [row[2:6] for row in rows] == [str(year) for year in range(2025, 2017, -1)]
        assert "(568)' (367.7bn)'" in rows[3]
        counts = ("(568)", "703", "678", "638", "436")
        ends = {
            (row.index(count) + len(count), len(row.rstrip(" '"))) for row, count in zip(rows[3:], counts, strict=True)
        }
        assert len(ends) == 1
        assert "582.2bn" in rows[4], "four digits do for a list"
        attested = next(row for row in desk.rows_of("#sidebar") if "? 3 disputed" in row)
        assert ".." not in attested and ("' 39 single" in attested) == (size[0] > 80), "whole or not at all"


@pytest.mark.parametrize("keys", [(), ("c",), ("c", "x"), ("c", "m"), ("v",), ("v", "enter")])
async def test_the_way_to_all_keys_is_shown_on_a_narrow_screen(shipped: Library, keys: tuple[str, ...]) -> None:
    async with opened(shipped, 80, 24) as desk:
        await desk.press(*keys)
        assert "e Export" in desk.rows[-1] and "? Help" in desk.rows[-1]
        await desk.click("#keys", "? Help")
        assert type(desk.app.screen).__name__ == "HelpScreen"


async def test_a_card_with_room_shows_the_trend(sample: Library) -> None:
    async with opened(sample, 120, 40) as desk:
        await desk.press("n", "n", "n")
        assert desk.place.fact == "2022.projects_signed"
        assert "Trend 历届  2021 311  2022 422  2023 (500)" in desk.text_of("#card")
        assert "2022 422" in "".join(desk.looks_of("#card", "strong"))


def test_the_trend_is_told_whole_or_not_at_all(shipped: Library) -> None:
    fact = shipped.fact("2021.total_investment")
    assert fact is not None
    for width in (24, 40, 60, 120, 200):
        lines = trend_lines(Comparer(shipped), fact, width)
        said = ["".join(piece.text for piece in line) for line in lines]
        assert max(map(cell_len, said)) <= width
        assert " ".join(said).split()[3::2] == [
            *("447.1bn", "735.1bn", "617.8bn", "582.18bn", "(367.7bn)", "342.5bn", "369.2bn", "380.2bn")
        ]
    reading = Reading(shipped)
    reading.start(2021)
    reading.fact, reading.comparer = fact.id, Comparer(shipped)
    heights = [len(card_items(reading, 60, height)) for height in range(1, 40)]
    assert set(heights) == {heights[0], heights[0] + len(trend_lines(reading.comparer, fact, 56))}
    assert all(height <= room for height, room in zip(heights, range(1, 40), strict=True) if height != heights[0])


def test_there_is_no_trend_of_one_figure_nor_of_words(shipped: Library) -> None:
    comparer = Comparer(shipped)
    for id in ("2025.theme", "2019.organisers"):
        fact = shipped.fact(id)
        assert fact is not None and trend_lines(comparer, fact, 80) == []
