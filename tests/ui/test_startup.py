"""Before and around the app: the environment, stores that cannot be opened, stores with a broken part."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.ui.conftest import SAMPLE
from tests.ui.desk import opened
from wmc_tui.store import Library, open_library
from wmc_tui.ui.launch import run_app
from wmc_tui.ui.startup import prepare, set_terminal_options

KITTY_OFF = {"TEXTUAL_DISABLE_KITTY_KEY": "1"}


@pytest.mark.parametrize(
    ("env", "added"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, KITTY_OFF),
        ({"LC_TERMINAL": "iTerm2"}, KITTY_OFF),
        ({"TERM_PROGRAM": "iTerm.app", "TMUX": "/tmp/tmux-501/default,1,0"}, {}),
        ({"TERM_PROGRAM": "tmux", "LC_TERMINAL": "iTerm2", "TMUX": "/tmp/tmux-501/default,1,0"}, {}),
        ({"TERM_PROGRAM": "iTerm.app", "TEXTUAL_DISABLE_KITTY_KEY": "0"}, {}),
        ({"TERM_PROGRAM": "ghostty"}, {}),
        ({}, {}),
    ],
)
def test_kitty_keys_are_off_in_iterm2_alone(env: dict[str, str], added: dict[str, str]) -> None:
    before = dict(env)
    set_terminal_options(env)
    assert env == before | added


async def test_the_garbage_collector_rests_until_the_first_frame_only(sample: Library) -> None:
    gc.unfreeze()
    prepare()
    assert not gc.isenabled()
    try:
        async with opened(sample) as desk:
            assert gc.isenabled() and gc.get_freeze_count() > 1000, "what the start made is left out of collections"
            gc.disable()
            assert desk.app.indexing is desk.app.indexing
            assert gc.isenabled(), "and so is the search index"
    finally:
        gc.enable()
        gc.unfreeze()


async def test_the_search_box_is_textuals_own_input_with_the_terminals_cursor(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press("slash")
        box = desk.app.screen.query_one(Input)
        assert desk.app.focused is box
        assert desk.app.cursor_position.y == box.region.y, "the window of an input method opens here"
        start = desk.app.cursor_position.x
        await desk.type("江边a")
        assert desk.app.cursor_position == (start + 5, box.region.y)


def test_a_store_that_cannot_be_read_ends_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_app([tmp_path / "none.toml"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("wmc-tui: ") and "none.toml" in said and said.count("\n") == 1


def test_an_edition_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    open_library().close()  # what is not compiled yet is compiled within the app, which needs a terminal
    assert run_app(edition=1999) == 2
    assert "edition 1999 is not in the store; it has 2018, 2019" in capsys.readouterr().err


def test_without_a_terminal_the_commands_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert not sys.stdout.isatty()
    assert run_app() == 2
    assert "needs a terminal" in capsys.readouterr().err


async def test_a_broken_store_shows_its_good_part_and_says_so(open_store: Callable[[str], Library]) -> None:
    text = SAMPLE.read_text("utf-8").replace("value = 12000", "value = 12000.5")
    library = open_store(text.replace('scope = "edition"', 'scope = "eidtion"', 1))
    assert len(library.problems) >= 2
    async with opened(library) as desk:
        await desk.done()
        assert desk.said[0].startswith(f"{len(library.problems)} problems in the store")
        assert "wmc-tui check" in desk.said[0] and "problems in the store" in desk.text
        await desk.press("n")
        assert desk.place.fact == "2022.exhibition_area", "the guests are left out, the rest is there"


async def test_a_store_without_editions_is_no_crash(open_store: Callable[[str], Library]) -> None:
    library = open_store('[[source]]\nid = "a"\npublisher = "A"\ntitle = "T"\nlanguage = "en"\npublished = "2022"\n')
    assert not library.problems
    async with opened(library) as desk:
        await desk.press(
            "n", "N", "down", "pagedown", "u", "G", "enter", "enter", "escape", "J", "s", "y", "escape", "slash"
        )
        await desk.type("422")
        await desk.press("enter", "escape", "left", "enter", "right", "right")
        assert "empty" in desk.text_of("#en")
