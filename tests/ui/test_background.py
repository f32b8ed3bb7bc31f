"""Nothing freezes: the library is opened and the index built in the background, and keys are answered meanwhile."""

import asyncio
import itertools
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input

from tests.conftest import open_alone
from tests.ui.desk import Desk
from wmc_tui.present.progress import compile_progress
from wmc_tui.search import Index, NoFullTextSearch
from wmc_tui.store import Library, StoreError
from wmc_tui.ui.app import DeskApp
from wmc_tui.ui.screens.opening import OpeningScreen
from wmc_tui.ui.screens.reader import ReaderScreen
from wmc_tui.ui.screens.search import SearchScreen
from wmc_tui.ui.state.background import Abandoned, Background, Report

START = compile_progress(0, 28_000_000, "")
PATIENCE = 30.0


class Slow:
    """Work that reports once, and goes on when it may."""

    def __init__(self, result: Library | Exception) -> None:
        self.work = Background(self._run, START)
        self.go_on, self.is_abandoned = Event(), Event()
        self._result = result

    def _run(self, report: Report) -> Library:
        report(compile_progress(7_000_000, 28_000_000, "/stores/\x1b[31mbig.toml"))
        try:
            while not self.go_on.wait(0.01):
                report(self.work.progress)
        except Abandoned:
            self.is_abandoned.set()
            raise
        if isinstance(self._result, Exception):
            raise self._result
        return self._result

    async def finish(self, desk: Desk) -> None:
        """Let it end, and wait for what the app makes of it."""
        self.go_on.set()
        await until(desk, lambda: self.work.is_done)
        await desk.done()


async def until(desk: Desk, holds: Callable[[], bool]) -> None:
    """Wait for a thread."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await desk.pilot.pause()


@asynccontextmanager
async def opening(result: Library | Exception, edition: int | None = None) -> AsyncIterator[tuple[Desk, Slow]]:
    """The app while it opens a library."""
    slow = Slow(result)
    app = DeskApp(slow.work, edition)
    try:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            desk = Desk(app, pilot)
            await until(desk, lambda: "25 %" in desk.text)
            yield desk, slow
    finally:
        slow.work.abandon()


async def test_what_is_typed_meanwhile_is_searched_for(sample: Library) -> None:
    Index.open(sample)
    async with opening(sample) as (desk, slow):
        assert "Reading the stores [" in desk.text
        assert "21.0 of 28.0 MB left  \u241b[31mbig.toml" in desk.text
        await desk.press("slash", "g", "u", "e", "x", "backspace", "s", "f1", "ctrl+p", "f2", "enter")
        assert isinstance(desk.app.screen, OpeningScreen)
        assert desk.app.screen.query_typed == "gues"
        await slow.finish(desk)
        assert isinstance(desk.app.screen, SearchScreen)
        await desk.type("ts")
        assert desk.app.screen.query_one(Input).value == "guests", "the next key goes on with it"
        assert "found" in desk.text_of("#search-head")
        await desk.press("escape")
        assert isinstance(desk.app.screen, ReaderScreen)
        await desk.press("escape")
        assert isinstance(desk.app.screen, ReaderScreen), "nothing leads back"


async def test_without_a_key_the_reader_reads(sample: Library) -> None:
    async with opening(sample, edition=2022) as (desk, slow):
        await slow.finish(desk)
        assert isinstance(desk.app.screen, ReaderScreen)
        assert desk.reader.reading.page.edition == 2022
        await desk.press("question_mark")
        assert not isinstance(desk.app.screen, ReaderScreen), "every key works from now on"


@pytest.mark.parametrize("keys", [["escape"], ["ctrl+c"], ["a", "ctrl+q"]], ids=["Esc", "Ctrl+C", "Ctrl+Q"])
async def test_leaving_ends_the_work(sample: Library, keys: list[str]) -> None:
    async with opening(sample) as (desk, slow):
        await desk.press(*keys)
        desk.app.close()
        assert slow.is_abandoned.is_set()
    assert (desk.app.return_code, desk.app.failure) == (0, None)


async def test_ctrl_c_copies_what_is_selected(sample: Library) -> None:
    async with opening(sample) as (desk, _):
        await desk.type("4471")
        await desk.press("shift+home", "ctrl+c", "right", "ctrl+v")
        assert desk.app.screen.query_one(Input).value == "44714471"


async def test_a_library_that_cannot_be_opened_ends_the_app() -> None:
    error = StoreError("a.toml", "there is no such file", "check the path")
    async with opening(error) as (desk, slow):
        await slow.finish(desk)
    assert (desk.app.return_code, desk.app.failure) == (2, error)


# -- the index -----------------------------------------------------------------------------------


@pytest.fixture
def unindexed(tmp_path: Path) -> Iterator[Library]:
    """The shipped store without its index."""
    library = open_alone(tmp_path, None)
    yield library
    library.close()


class Gate:
    """Holds the building of the index at the first report at which some records are there."""

    def __init__(self, patch: pytest.MonkeyPatch, error: Exception | None = None) -> None:
        self.arrived, self.go_on = Event(), Event()
        update = Index.update
        patch.setattr("wmc_tui.search.index.index_update.monotonic", itertools.count().__next__)

        def slow(index: Index, library: Library, progress: Callable[[int, int], None]) -> None:
            def report(done: int, total: int) -> None:
                progress(done, total)
                if not done:
                    return
                self.arrived.set()
                while not self.go_on.wait(0.01):
                    progress(done, total)

            update(index, library, report)
            if error is not None:
                raise error

        patch.setattr(Index, "update", slow)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


@asynccontextmanager
async def searching(library: Library, gate: Gate, query: str = "") -> AsyncIterator[Desk]:
    """The search screen, opened with a query, while the index is held at the gate."""
    app = DeskApp(library)
    app.last_query = query
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        desk = Desk(app, pilot)
        await desk.press("slash")
        await until(desk, gate.arrived.is_set)
        await pilot.pause()
        yield desk
    gate.go_on.set()
    app.close()


def cursor_row(desk: Desk) -> str:
    """The hit under the cursor, without why it was found: a word may mean more once all words are there."""
    return next(row[:45] for row in desk.rows_of("#hits") if row.startswith(">"))


async def test_what_is_indexed_so_far_is_found(unindexed: Library, gate: Gate) -> None:
    async with searching(unindexed, gate, "investment") as desk:
        assert re.search(r"Building the search index \[.* %  [\d,]+ of [\d,]+ records left", desk.text_of("#chips"))
        assert "fact" in desk.text_of("#hits") and "sentence" not in desk.text_of("#hits")
        await desk.press("down", "down", "down")
        chosen = cursor_row(desk)
        gate.go_on.set()
        await until(desk, lambda: desk.app.indexing.is_done and "records left" not in desk.text_of("#chips"))
        assert cursor_row(desk) == chosen
        assert "60+ found" in desk.text_of("#search-head")


async def test_keys_are_taken_while_the_index_is_built(unindexed: Library, gate: Gate) -> None:
    async with searching(unindexed, gate) as desk:
        await desk.type("4471亿")
        assert desk.app.screen.query_one(Input).value == "4471亿"
        gate.go_on.set()
        await until(desk, lambda: "447.1 billion yuan" in desk.text_of("#hits"))


async def test_leaving_the_search_leaves_the_index_to_be_built(unindexed: Library, gate: Gate) -> None:
    async with searching(unindexed, gate) as desk:
        await desk.press("escape")
        assert isinstance(desk.app.screen, ReaderScreen)
        gate.go_on.set()
        await until(desk, lambda: desk.app.indexing.is_done)
        assert Index.pending(unindexed) == 0
        await desk.press("slash")
        await desk.type("4471亿")
        assert "447.1 billion yuan" in desk.text_of("#hits")


async def test_quitting_ends_the_building(unindexed: Library, gate: Gate) -> None:
    async with searching(unindexed, gate) as desk:
        await desk.press("escape", "q")
        desk.app.indexing.abandon()
        assert desk.app.indexing.is_done
        assert Index.pending(unindexed) > 0
    assert desk.app.return_code == 0


async def test_a_python_that_cannot_search_says_so(unindexed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(monkeypatch, NoFullTextSearch())
    async with searching(unindexed, gate, "4471亿") as desk:
        gate.go_on.set()
        await until(desk, lambda: "searching needs FTS5" in desk.text_of("#chips"))
