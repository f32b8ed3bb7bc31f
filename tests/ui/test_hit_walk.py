"""Walking the hits of a search in the text."""

from tests.ui.desk import opened
from tests.ui.test_search_screen import search
from wmc_tui.store import Library
from wmc_tui.ui.state.history import HitWalk, Place


async def test_hits_are_walked_and_back_leads_to_where_one_was(shipped: Library) -> None:
    async with opened(shipped) as desk:
        await desk.press("n", "n", "right")
        left = desk.place
        await desk.press("i")
        assert desk.place == left and "Next hit" not in desk.text_of("#keys"), "there is no search to walk yet"
        await search(desk, "4471亿")
        await desk.press("enter")
        assert desk.rows[0].rstrip().endswith("hit 1 of 4 for 4471亿") and "i Next hit" in desk.text_of("#keys")
        pages = [desk.place.page]
        for number in (2, 3, 4):
            await desk.press("i")
            pages.append(desk.place.page)
            assert f"hit {number} of 4 for 4471亿" in desk.rows[0]
            assert "4471亿元" in "".join(desk.looks_of("#zh", "chosen")), "the figure that matched"
        assert len(set(pages)) == 4
        await desk.press("i")
        assert desk.said[-1] == "This is the last hit." and desk.place.page == pages[-1]
        await desk.press("I")
        assert desk.place.page == pages[2] and "hit 3 of 4" in desk.rows[0]
        await desk.press("backspace")
        assert desk.place == left and "hit" not in desk.rows[0]


async def test_the_walk_goes_on_from_elsewhere(shipped: Library) -> None:
    async with opened(shipped) as desk:
        left = desk.place
        await search(desk, "4471亿")
        await desk.press("down", "enter")
        assert "hit 2 of 4" in desk.rows[0]
        await desk.press("J")
        elsewhere = desk.place
        assert "hit" not in desk.rows[0]
        await desk.press("i")
        assert "hit 3 of 4" in desk.rows[0]
        await desk.press("backspace")
        assert desk.place.page == elsewhere.page
        await desk.press("backspace", "backspace")
        assert desk.place == left


async def test_another_search_begins_another_walk(shipped: Library) -> None:
    async with opened(shipped, 80, 24) as desk:
        await search(desk, "4471亿")
        await desk.press("enter")
        await search(desk, "kind:fact edition:2023 manufacturing investment and some more words")
        await desk.press("enter")
        assert "for kind:fact edition:2023.." in desk.rows[0]


def test_a_walk_counts_each_place_once() -> None:
    places = [Place("a", 1), Place("b", 2, "f"), Place("a", 1)]
    walk = HitWalk("what\x1bever", places, Place("b", 2, "f"), more=True)
    assert walk.label == "hit 2 of 2+ for what\u241bever"
    assert walk.step(1) is None and walk.place == places[1]
    assert walk.step(-1) == places[0] and walk.step(-1) is None
