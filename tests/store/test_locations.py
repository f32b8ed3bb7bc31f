"""Where files live on each platform."""

import sys
from pathlib import Path

import pytest

from wmc_tui.store import StoreError, locations, open_library, places


def test_one_variable_moves_everything_of_the_user(sample: Path, home: Path) -> None:
    assert places() == {
        "store": sample,
        "library": home / "data" / "library",
        "settings": home / "config" / "settings.toml",
        "state": home / "state",
        "cache": home / "cache",
    }


@pytest.fixture
def unset(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder and no variables of ours or of the platform."""
    for name in (
        "WMC_TUI_HOME",
        "LOCALAPPDATA",
        *(f"XDG_{kind}_HOME" for kind in ("DATA", "CONFIG", "STATE", "CACHE")),
    ):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "me"
    monkeypatch.setattr("os.path.expanduser", lambda _: str(folder))
    return folder


def test_linux(unset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    monkeypatch.setenv("XDG_STATE_HOME", "not/absolute")
    assert places() | {"store": Path()} == {
        "store": Path(),
        "library": unset / ".local/share/wmc-tui/library",
        "settings": unset / ".config/wmc-tui/settings.toml",
        "state": unset / ".local/state/wmc-tui",
        "cache": Path("/elsewhere/wmc-tui"),
    }


def test_macos(unset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    support = unset / "Library/Application Support/wmc-tui"
    assert places() | {"store": Path()} == {
        "store": Path(),
        "library": support / "library",
        "settings": support / "config" / "settings.toml",
        "state": support / "state",
        "cache": unset / "Library/Caches/wmc-tui",
    }


def test_windows(unset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(unset / "Local"))
    assert places()["cache"] == unset / "Local/wmc-tui/cache"
    monkeypatch.delenv("LOCALAPPDATA")
    assert places()["library"] == unset / "AppData/Local/wmc-tui/data/library"


def test_unknown_home_is_one_clear_line(unset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.expanduser", lambda _: "~")
    with pytest.raises(StoreError, match="the home folder is unknown; set HOME, or WMC_TUI_HOME"):
        open_library()


def test_shipped_store_of_a_wheel_comes_before_that_of_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_wheel, in_checkout = locations.SHIPPED
    assert in_wheel.parts[-3:] == ("wmc_tui", "data", "facts.toml")
    assert in_checkout == in_wheel.parent.parent.parent / "data" / "facts.toml"
    there = tmp_path / "facts.toml"
    there.write_text("")
    monkeypatch.setattr(locations, "SHIPPED", (tmp_path / "none", there))
    assert locations.shipped_store() == there


def test_lost_shipped_store_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locations, "SHIPPED", (tmp_path / "facts.toml",))
    with pytest.raises(StoreError, match=r"facts\.toml: the shipped store is missing; install wmc-tui again$"):
        open_library()
