"""The program as the system sees it: processes, pipes, help."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from wmc_tui import __version__
from wmc_tui.cli.program import COMMANDS

Program = Callable[..., "subprocess.Popen[bytes]"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("command", [("article", "2023-anhui-daily", "--json"), ("--help",)])
def test_a_closed_pipe_ends_the_program_quietly(program: Program, command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = program(*command, stdout=writing)
    os.close(writing)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_cannot_be_written_is_told(program: Program) -> None:
    with open("/dev/full", "wb") as full:
        process = program("editions", stdout=full.fileno())
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert err.startswith(b"wmc-tui: the output cannot be written")
    assert err.count(b"\n") == 1


def test_queries_are_answered_as_they_come(program: Program) -> None:
    process = program("search", "--lines", "--limit", "1")
    assert process.stdin is not None
    assert process.stdout is not None
    for query, fact in (("4471亿", "2018.total_investment"), ("2023 签约项目数", "2023.projects_signed")):
        process.stdin.write(f"{query}\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())[0]["fact"] == fact
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


def test_help_is_the_same_in_every_terminal(program: Program, run: Run) -> None:
    out, err = program("--help").communicate(timeout=60)
    assert err == b""
    assert out.decode() == run("--help").out


def test_help_names_every_command_and_fits_a_hundred_columns(run: Run) -> None:
    helps = [run("--help").out, *(run(command, "--help").out for command in COMMANDS)]
    for command, summary in COMMANDS.items():
        assert f"{command:12}{summary}" in helps[0]
    assert all(len(line) <= 100 for text in helps for line in text.splitlines())
    assert all("--json" in text and "--store" in text for text in helps)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"wmc-tui {__version__}\n"
