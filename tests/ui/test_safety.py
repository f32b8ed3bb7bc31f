"""Text from a store is shown as text by every widget: it neither drives the terminal nor becomes markup."""

import unicodedata
from collections.abc import Iterator

import pytest
from textual import events

from tests.conftest import open_alone
from tests.ui.desk import Desk, opened
from tests.ui.nasty import ATTACK, SHOWN, nasty_store
from wmc_tui.store import Library

HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Unicode categories of what no terminal may get."""


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library of `tests.ui.nasty`."""
    folder = tmp_path_factory.mktemp("nasty")
    library = open_alone(folder, nasty_store(folder))
    assert not library.problems
    yield library
    library.close()


def assert_harmless(desk: Desk, *shown: str) -> None:
    """Nothing on the screen is control or hidden, nothing is an action, and the brackets are there to read."""
    assert not {c for c in desk.text if unicodedata.category(c) in HIDDEN and c != "\n"}
    assert not [s for s in desk.segments if s.style and "@click" in s.style.meta]
    for text in shown:
        assert text in desk.text, f"{text} is not on the screen:\n{desk.text}"


def assert_clean(text: str) -> None:
    assert not {c for c in text if unicodedata.category(c) in HIDDEN - {"Cc"} or (c < " " and c != "\n") or c == "\x7f"}
    assert SHOWN in text


async def test_the_reading_screen(nasty: Library) -> None:
    async with opened(nasty, 200, 50) as desk:
        assert_harmless(desk, SHOWN, "\u241b]0;owned\u2407", f"{SHOWN} label", f"{SHOWN} note")
        for selector in ("#title", "#sidebar", "#en", "#zh", "#card"):
            assert SHOWN in desk.text_of(selector).replace("\n", ""), selector
        assert any("[bold]b[/]" in run for run in desk.looks_of("#en", "chosen")), "the figure stays in its place"
        await desk.click("#en", SHOWN)
        await desk.click("#card", SHOWN)
        assert desk.app.is_running and desk.place.page == "nasty"
        assert_harmless(desk, f"{SHOWN} publisher")
        await desk.press("enter", "G")
        await desk.click("#sidebar", "All facts")
        assert_harmless(desk, f"{SHOWN} noun", f"{SHOWN} text", f"{SHOWN} written")
        await desk.press("down")
        assert_harmless(desk, SHOWN)
    async with opened(nasty, 80, 24) as desk:
        assert_harmless(desk, SHOWN)


async def test_search_and_what_is_typed_into_it(nasty: Library) -> None:
    async with opened(nasty, 200, 50) as desk:
        await desk.press("slash")
        await desk.type("guest")
        assert_harmless(desk, f"{SHOWN} label", "and one guest")
        desk.app.post_message(events.Paste(f" {SHOWN}{ATTACK}"))
        await desk.pilot.pause()
        assert_harmless(desk, f"guest {SHOWN}\u241b]0;owned\u2407")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_checks_and_conflicts(nasty: Library, size: tuple[int, int]) -> None:
    async with opened(nasty, *size) as desk:
        await desk.press("v")
        await desk.done()
        assert_harmless(desk, SHOWN)
        for key in ("down", "enter", "G", "escape", "S", "S"):
            await desk.press(key)
            await desk.done()
            assert_harmless(desk, SHOWN)


async def test_the_comparing_screen(nasty: Library) -> None:
    async with opened(nasty, 120, 40) as desk:
        for keys in ("n c", "o", "right", "left", "m", "p", "x", "w", "escape"):
            await desk.press(*keys.split())
            assert_harmless(desk)
        await desk.press("o")
        assert_harmless(desk, SHOWN)


async def test_the_palette(nasty: Library) -> None:
    async with opened(nasty, 200, 50) as desk:
        await desk.press("ctrl+p")
        await desk.done()
        await desk.type(SHOWN[:8])
        await desk.done()
        assert_harmless(desk, f"2022 {SHOWN} title", f"2022 {SHOWN} name")
        desk.app.post_message(events.Paste(ATTACK))
        await desk.done()
        assert_harmless(desk, f"{SHOWN[:8]}\u241b]0;owned\u2407")
        await desk.press("escape")


async def test_copies_and_notifications(nasty: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def keep(text: str, *_: object) -> str:
        copied.append(text)
        return f"by way of {SHOWN}"

    monkeypatch.setattr("wmc_tui.ui.clipboard.copy", keep)
    async with opened(nasty, 200, 50) as desk:
        for letter in "fsb":
            await desk.press("y")
            assert_harmless(desk, SHOWN)
            await desk.press(letter)
            await desk.done()
            assert_harmless(desk)
            toasts = "".join(row[2:33] for row in desk.rows)  # they stand on the sidebar, a bar at their left
            assert f"by way of {SHOWN}".replace(" ", "") in "".join(toasts.split())
        end = desk.find("#en", "more")
        await desk.pilot.mouse_down("#en", offset=desk.find("#en", "12,000"))
        await desk.pilot.hover("#en", offset=end)
        await desk.pilot.mouse_up("#en", offset=end)
        await desk.press("ctrl+c")
        await desk.done()
        assert len(copied) == 4
        for text in copied:
            assert_clean(text)
