"""Each action is declared once; the line of keys, the help and the palette follow the keys as they are mapped now."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from textual.actions import parse
from textual.binding import Binding

from tests.ui.desk import opened
from wmc_tui.store import Library
from wmc_tui.ui.actions import ALL, APP, CHECKS, COMPARE, READER, Action, command_of, key_names
from wmc_tui.ui.app import DeskApp
from wmc_tui.ui.screens.checks import ChecksScreen
from wmc_tui.ui.screens.compare import CompareScreen
from wmc_tui.ui.screens.dialogs import ChoiceScreen, HelpScreen
from wmc_tui.ui.screens.metric_picker import MetricPicker
from wmc_tui.ui.screens.reader import ReaderScreen
from wmc_tui.ui.screens.search import SearchScreen
from wmc_tui.ui.settings import Config

REACHES_EVERY_TERMINAL = re.compile(
    r"[A-Za-z]|slash|question_mark|enter|escape|tab|backspace|up|down|left|right|f[0-9]+|ctrl\+[fgopqy]"
)
"""Keys that each terminal sends; pages, Home and End only serve as second ways."""
SECOND_WAYS = {"pageup", "pagedown", "home", "end"}


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_an_action_is_whole(action: Action) -> None:
    owners = {APP: DeskApp, COMPARE: CompareScreen, CHECKS: ChecksScreen, READER: ReaderScreen}
    owner = next(owner for actions, owner in owners.items() if action in actions)
    _, name, _ = parse(command_of(action))
    assert callable(getattr(owner, f"action_{name}", None)), "an action has a method"
    keys = action.keys.split(",")
    assert [key for key in keys if not REACHES_EVERY_TERMINAL.fullmatch(key) and key not in SECOND_WAYS] == []
    assert REACHES_EVERY_TERMINAL.fullmatch(keys[0]), "the key shown first reaches every terminal"
    assert action.help and not action.help.endswith(".") and len(action.label) <= 12


def test_no_two_actions_share_an_id_or_a_key() -> None:
    assert [name for name, count in Counter(action.id for action in ALL).items() if count > 1] == []
    assert [key for key, count in Counter(",".join(a.keys for a in ALL).split(",")).items() if count > 1] == []
    assert set(ALL) == {*READER, *COMPARE, *CHECKS, *APP}


@pytest.mark.parametrize("screen", [SearchScreen, HelpScreen, ChoiceScreen, MetricPicker, CompareScreen])
def test_the_other_screens_use_the_same_sort_of_keys(
    screen: type[SearchScreen | HelpScreen | ChoiceScreen | MetricPicker | CompareScreen],
) -> None:
    keys = [key for each in screen.BINDINGS if isinstance(each, Binding) for key in each.key.split(",")]
    assert keys
    assert [key for key in keys if not REACHES_EVERY_TERMINAL.fullmatch(key) and key not in SECOND_WAYS] == []


async def test_remapped_keys_work_and_are_shown_everywhere(sample: Library) -> None:
    config = Config(keys={"search": "ctrl+g", "next_figure": "m,f5", "help": "f3", "quit": "x"})
    async with opened(sample, 160, 50, config=config) as desk:
        line = desk.text_of("#keys")
        assert "Ctrl+G Search" in line and "m Next figure" in line and "/ Search" not in line and "x Quit" in line
        await desk.press("n")
        assert desk.place.fact is None, "the old key is free"
        await desk.press("m", "f5")
        assert desk.place.fact == "2022.exhibition_area"
        await desk.press("f3")
        rows = [row.split() for row in desk.rows_of("#help")]
        assert ["m", "F5", "Go", "to", "the", "next", "figure,", "across", "sentences"] in rows
        await desk.press("escape", "ctrl+p")
        await desk.done()
        assert "m F5" in desk.text, "the palette names the keys"
        await desk.press("escape", "ctrl+g")
        assert isinstance(desk.app.screen, SearchScreen)
        await desk.press("escape", "x")
        assert desk.app.return_code == 0


async def test_help_lists_every_action_with_its_keys(sample: Library) -> None:
    async with opened(sample, 120, 80) as desk:
        await desk.press("question_mark")
        shown = desk.text_of("#help")
        for action in ALL:
            row = next(row for row in shown.splitlines() if action.help in row)
            assert key_names(action.keys) in row
        await desk.press("question_mark")
        assert desk.app.screen is desk.reader


async def test_the_line_of_keys_tells_what_may_run_now(sample: Library) -> None:
    async with opened(sample, edition=2023) as desk:
        assert "Back" not in desk.text_of("#keys") and "Forward" not in desk.text_of("#keys")
        await desk.press("J")
        assert "Back" in desk.text_of("#keys")
        await desk.press("b")
        assert "Forward" in desk.text_of("#keys")
        await desk.press("s")
        assert "unlocked" in desk.text_of("#en")
        await desk.click("#keys", "Help")
        assert isinstance(desk.app.screen, HelpScreen)


@pytest.mark.parametrize(
    "open_screen", [ReaderScreen.action_checks, ReaderScreen.action_compare, ReaderScreen.action_copy]
)
async def test_a_screen_that_is_not_there_yet_is_not_asked(
    sample: Library, open_screen: Callable[[ReaderScreen], None]
) -> None:
    async with opened(sample) as desk:
        keys = desk.text_of("#keys")
        desk.reader.action_move(-1, 0)
        open_screen(desk.reader)
        await desk.done()
        assert desk.app.screen is not desk.reader
        await desk.press("escape")
        assert desk.app.screen is desk.reader and keys.split()[0] == desk.text_of("#keys").split()[0]


async def test_the_palette_runs_actions_and_goes_to_editions_and_articles(sample: Library) -> None:
    async with opened(sample) as desk:
        for query, page in [("busy sign", "gazette"), ("前一年", "bulletin"), ("2023 facts", "edition:2023")]:
            await desk.run_command(query)
            assert desk.place.page == page, query
        await desk.press("slash", "ctrl+p")
        await desk.done()
        assert "Show this help" in desk.text
        assert "Go to the next figure" not in desk.text, "what cannot be done here is not offered"
        await desk.press("escape")
        await desk.run_command("busy sign")
        assert desk.app.screen is desk.reader and desk.place.page == "gazette"
