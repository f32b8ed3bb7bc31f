"""The bar is drawn on a terminal only, and only for what takes a while."""

import io
import sys

import pytest

from wmc_tui.cli.progress import ProgressBar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr("wmc_tui.cli.progress.monotonic", lambda: now[0])
    return now


def drawn(monkeypatch: pytest.MonkeyPatch, clock: list[float], *, out: io.StringIO, seconds: float) -> str:
    err = Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    with ProgressBar("Reading", "MB", 1_000_000) as bar:
        clock[0] += seconds
        bar.update(7_000_000, 28_000_000)
        during = err.getvalue()
    assert not err.getvalue().removeprefix(during).strip("\r "), "the line is left empty"
    return during


def test_what_takes_long_is_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    text = drawn(monkeypatch, clock, out=Terminal(), seconds=0.6)
    assert text == f"\rReading  [{'#' * 6}{'.' * 18}]  7 of 28 MB"


def test_what_is_short_or_piped_shows_nothing(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    assert drawn(monkeypatch, clock, out=Terminal(), seconds=0.4) == ""
    assert drawn(monkeypatch, clock, out=io.StringIO(), seconds=60) == ""
