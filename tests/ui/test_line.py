"""Widgets that paint only the lines that changed show what a full paint would show, on every screen."""

import pytest

from tests.ui.desk import Desk, opened
from wmc_tui.store import Library

WALKS = {
    "reader": "n n N down right pagedown n s G s left left down enter h l enter down escape J f L t pageup u".split(),
    "search": "slash 2 0 1 8 space i n v down down pagedown backspace up e s pageup left x".split(),
    "compare": "n c down up l m right down a p down J x h j pagedown l G g a k".split(),
    "checks": "v down G enter down pageup right down down left S S K".split(),
}
"""The keys that are pressed one after the other."""


def painted(desk: Desk) -> list[tuple[str, str]]:
    """Every cell of the screen with its style."""
    return [(character, str(segment.style)) for segment in desk.segments for character in segment.text]


@pytest.mark.parametrize("walk", WALKS)
async def test_what_is_painted_is_what_would_be_painted_anew(shipped: Library, walk: str) -> None:
    async with opened(shipped, 110, 30) as desk:
        for key in WALKS[walk]:
            await desk.press(key)
            await desk.done()
            shown = painted(desk)
            desk.app.screen.refresh()
            for widget in desk.app.screen.query("*"):
                widget.refresh()
            await desk.pilot.pause()
            assert painted(desk) == shown, key


async def test_a_move_leaves_the_lines_of_other_sentences_alone(shipped: Library) -> None:
    async with opened(shipped, 110, 30) as desk:
        pane = desk.reader.panes[desk.reader.reading.lang]
        await desk.press("n")
        before = dict(pane._lines)
        await desk.press("down")
        unchanged = [y for y, line in before.items() if pane._lines.get(y) is line]
        assert len(unchanged) > len(before) // 3
