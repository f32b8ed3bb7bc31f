"""Painting as soon as nothing else waits rests on names inside textual; here they are held to."""

import inspect
from typing import Any

import pytest
from rich.console import RenderableType
from textual.screen import Screen
from textual.timer import Timer

from tests.ui.desk import opened
from wmc_tui.store import Library
from wmc_tui.ui.screens.base import PromptScreen
from wmc_tui.ui.screens.reader import ReaderScreen
from wmc_tui.ui.screens.search import SearchScreen


def test_textual_still_has_what_the_hook_builds_on() -> None:
    assert inspect.iscoroutinefunction(Screen._on_idle)
    assert callable(Screen._on_timer_update)
    source = inspect.getsource(Screen._on_idle)
    for name in ("_layout_required", "_scroll_required", "_repaint_required", "_recompose_required", "_dirty_widgets"):
        assert name in source and name in inspect.getsource(PromptScreen), f"{name}: textual waits for other things now"
    assert "_batch_count" in source


def test_the_screens_where_one_waits_for_keys_have_it() -> None:
    assert issubclass(ReaderScreen, PromptScreen) and issubclass(SearchScreen, PromptScreen)


async def test_a_key_is_painted_without_the_frame_timer(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sample) as desk:
        monkeypatch.setattr(Timer, "resume", lambda self: None)
        paints: list[bool] = []
        display = desk.app._display

        def counted(screen: Screen[Any], renderable: RenderableType | None) -> None:
            paints.append(renderable is not None)
            display(screen, renderable)

        monkeypatch.setattr(desk.app, "_display", counted)
        await desk.press("n")
        assert paints and not desk.reader._dirty_widgets
        paints.clear()
        await desk.press("slash", "4")
        assert paints and "422 projects" in desk.text
