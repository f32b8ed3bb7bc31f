"""Each private name of textual that the app builds on is still there; without it, the app goes on as described."""

import inspect
from typing import Any

import pytest
from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from tests.ui.desk import Desk, opened
from wmc_tui.store import Library
from wmc_tui.ui.app import DeskApp
from wmc_tui.ui.screens.checks import ChecksScreen
from wmc_tui.ui.screens.compare import CompareScreen
from wmc_tui.ui.screens.metric_picker import MetricPicker
from wmc_tui.ui.screens.reader import ReaderScreen
from wmc_tui.ui.screens.search import SearchScreen
from wmc_tui.ui.textual_private import WAITING_FOR_PAINT, CrashApp, EagerScreen, cursor_is_visible, waits_for_paint


@pytest.mark.parametrize("name", WAITING_FOR_PAINT)
def test_textual_looks_at_the_same_notes_before_it_paints(name: str) -> None:
    assert name in inspect.getsource(Screen._on_idle)


def test_textual_calls_what_is_replaced() -> None:
    assert inspect.iscoroutinefunction(Screen._on_idle) and callable(Screen._on_timer_update)
    assert "self.app._batch_count" in inspect.getsource(Screen._on_idle)
    assert "self._fatal_error()" in inspect.getsource(App._handle_exception)
    assert Input()._cursor_visible is True


@pytest.mark.parametrize("screen", [ReaderScreen, SearchScreen, CompareScreen, ChecksScreen, MetricPicker])
def test_the_screens_where_one_waits_for_keys_paint_at_once(screen: type[Screen[Any]]) -> None:
    assert issubclass(screen, EagerScreen) and issubclass(DeskApp, CrashApp)


def count_paints(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """The paints from now on."""
    paints: list[bool] = []
    display = desk.app._display

    def counted(screen: Screen[Any], renderable: RenderableType | None) -> None:
        paints.append(renderable is not None)
        display(screen, renderable)

    monkeypatch.setattr(desk.app, "_display", counted)
    return paints


async def test_a_key_is_painted_without_the_frame_timer(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sample) as desk:
        monkeypatch.setattr(Timer, "resume", lambda self: None)
        paints = count_paints(desk, monkeypatch)
        await desk.press("n")
        assert paints and not desk.reader._dirty_widgets
        paints.clear()
        await desk.press("slash", "4")
        assert paints and "422 projects" in desk.text


async def test_without_the_names_the_frame_timer_paints(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(sample) as desk:
        monkeypatch.setattr("wmc_tui.ui.textual_private.WAITING_FOR_PAINT", ("_gone",))
        paints = count_paints(desk, monkeypatch)
        desk.reader.refresh()
        assert not waits_for_paint(desk.reader)
        await desk.press("n")
        assert paints and desk.looks_of("#en", "chosen") == ["12,000 guests"]


def test_a_box_without_the_name_has_a_cursor_that_does_not_blink() -> None:
    box = Input()
    box._cursor_visible = False
    assert not cursor_is_visible(box)
    assert cursor_is_visible(object())  # type: ignore[arg-type]
