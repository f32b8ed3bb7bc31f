"""The way that copied text takes: the system's own tool, the terminal (OSC 52), a file."""

import os
from pathlib import Path

import pytest

from wmc_tui.ui.clipboard import OSC52_LIMIT, copy, native_command, terminal_takes

HERE = {"DISPLAY": ":0", "TERM": "xterm-256color"}
OVER_SSH = {"SSH_CONNECTION": "192.0.2.1 22 192.0.2.2 22"}


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the only one on the PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def tool(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_the_systems_own_tool_comes_first(tools: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    tool(tools, "xclip", f'while IFS= read -r line; do echo "$line"; done > {kept}; echo "$@" >> {kept}')
    sent: list[str] = []
    assert copy("3425亿元\n", sent.append, tmp_path / "file", HERE) == "to the clipboard (xclip)"
    assert kept.read_text("utf-8") == "3425亿元\n-selection clipboard\n"
    assert not sent and not (tmp_path / "file").exists()


@pytest.mark.parametrize(("script", "env", "used"), [("exit 1", HERE, True), ("exit 0", HERE | OVER_SSH, False)])
def test_a_tool_that_fails_and_any_tool_over_ssh_leave_it_to_the_terminal(
    tools: Path, tmp_path: Path, script: str, env: dict[str, str], used: bool
) -> None:
    tool(tools, "xclip", f": > {tmp_path / 'used'}\n{script}")
    sent: list[str] = []
    assert copy("text", sent.append, tmp_path / "file", env) == "to the terminal's clipboard (OSC 52)"
    assert sent == ["text"] and (tmp_path / "used").exists() is used


@pytest.mark.parametrize("env", [{"TERM_PROGRAM": "Apple_Terminal"}, {"TERM": "linux"}, {"TERM": "dumb"}])
def test_a_terminal_known_to_be_deaf_leaves_a_file(tools: Path, tmp_path: Path, env: dict[str, str]) -> None:
    sent: list[str] = []
    file = tmp_path / "state" / "clipboard.txt"
    assert copy("3425亿元", sent.append, file, env | OVER_SSH) == f"to the file {file}"
    assert file.read_text("utf-8") == "3425亿元\n" and not sent


def test_text_too_long_for_a_terminal_goes_to_the_file(tools: Path, tmp_path: Path) -> None:
    fits = "亿" * (OSC52_LIMIT // 3)
    assert terminal_takes(fits, HERE) and not terminal_takes(fits + "亿", HERE)
    assert copy(fits + "亿", lambda _: None, tmp_path / "file", {}) == f"to the file {tmp_path / 'file'}"


def test_a_file_that_cannot_be_written_is_an_error(tools: Path, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    with pytest.raises(OSError, match="in the way"):
        copy("text", lambda _: None, tmp_path / "in the way" / "file", {"TERM": "dumb"})


@pytest.mark.parametrize(
    ("env", "platform", "command"),
    [
        ({}, "darwin", "pbcopy"),
        ({}, "win32", "clip"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", "wl-copy"),
        ({"DISPLAY": ":0"}, "linux", "xsel"),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", "clip.exe"),
        ({}, "linux", None),
        (OVER_SSH, "darwin", None),
        ({"SSH_TTY": "/dev/pts/1"}, "linux", None),
    ],
)
def test_the_tool_for_each_system(tools: Path, env: dict[str, str], platform: str, command: str | None) -> None:
    for name in ("wl-copy", "xsel", "clip.exe"):
        tool(tools, name, "exit 0")
    found = native_command(env, platform)
    assert (found[0] if found else None) == command
    assert os.environ["PATH"] == str(tools)
