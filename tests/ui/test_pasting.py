"""A paste reaches a box or nothing, on every screen, and is over at once: it is forwarded once, never again."""

import pytest
from textual import events
from textual.app import App
from textual.widgets import Input

from tests.ui.desk import Desk, opened
from tests.ui.nasty import ATTACK
from tests.ui.test_safety import assert_harmless
from wmc_tui.store import Library
from wmc_tui.ui.app import LONGEST_PASTE, DeskApp

BOXES = {"search": ("slash",), "picker": ("c", "w"), "palette": ("ctrl+p",)}
"""The keys that lead from the reader to each screen with a box."""
DIALOGS = ("c", "v", "question_mark", "y", "e", "r")
"""The keys that open the others: compare, checks, help, and what to copy, to export, to report."""
PLACES = ("l", "enter", "h")
"""The keys to places of the reading screen that can have the focus: the other pane, the fact card, the editions."""
PASTES = (
    "area",
    "many\nlines\r\nof text",
    "\n\n",
    "",
    ATTACK,
    "\x1b[201~\x1b[31mq\x9b2J",
    "4471亿元\u2028\u202e",
    "\x00\x07\x1b" * 1000,
    "[bold]b[/] [@click=app.quit]x[/]",
)
MEGABYTE = "guests 嘉宾 \x1b" * 100_000


@pytest.fixture
def forwarded(monkeypatch: pytest.MonkeyPatch) -> list[events.Paste]:
    """The pastes that reached the app: each once from the terminal, and once more where nothing took it."""
    seen: list[events.Paste] = []
    handle = DeskApp.on_event

    async def on_event(app: DeskApp, event: events.Event) -> None:
        if isinstance(event, events.Paste):
            seen.append(event)
            assert len(seen) < 100, "a paste is forwarded again and again"
        await handle(app, event)

    monkeypatch.setattr(DeskApp, "on_event", on_event)
    return seen


async def paste(desk: Desk, *texts: str) -> None:
    for text in texts:
        desk.app.post_message(events.Paste(text))
    for _ in range(2):  # what nothing takes goes down to the widget with the focus, then up again
        await desk.pilot.pause()


async def test_what_no_box_takes_is_forgotten(sample: Library, forwarded: list[events.Paste]) -> None:
    async with opened(sample, 100, 30) as desk:
        for key in ("", *DIALOGS, *PLACES):
            await desk.press(*filter(None, [key]))
            await desk.done()
            screen, focused, before = desk.app.screen, desk.app.focused, desk.text
            assert not isinstance(focused, Input)
            forwarded.clear()
            await paste(desk, *PASTES, MEGABYTE)
            assert len(forwarded) == 2 * (len(PASTES) + 1), key
            assert (desk.app.screen, desk.app.focused, desk.text) == (screen, focused, before), key
            if key in DIALOGS:
                assert screen is not desk.reader
                await desk.press("escape")
                assert desk.app.screen is desk.reader


@pytest.mark.parametrize("name", BOXES)
async def test_a_box_shows_what_it_takes(sample: Library, name: str, forwarded: list[events.Paste]) -> None:
    async with opened(sample, 100, 30) as desk:
        await desk.press(*BOXES[name])
        await desk.done()
        screen, box = desk.app.screen, desk.app.screen.query_one(Input)
        for text in (*PASTES, MEGABYTE):
            forwarded.clear()
            box.value = ""
            await paste(desk, text)
            assert len(forwarded) == 1, "the box takes it"
            assert bool(box.value) is bool(text.strip()), repr(text[:20])
            assert box.value.isprintable()
            assert len(box.value) <= LONGEST_PASTE
            assert_harmless(desk)
            assert desk.app.screen is screen and desk.app.focused is box
        box.value = ""
        await paste(desk, "a\x1b[31mb\x9b\nsecond line", "x")
        assert box.value == "a\u241b[31mb\u2426x", "the first line of each"


async def test_what_was_copied_is_pasted_as_one_safe_line(sample: Library) -> None:
    async with opened(sample, 100, 30) as desk:
        await desk.press("slash")
        App.copy_to_clipboard(desk.app, "a\nb\x1b[31m")
        await desk.press("ctrl+v")
        assert desk.app.screen.query_one(Input).value == "a b\u241b[31m"
        assert_harmless(desk)
