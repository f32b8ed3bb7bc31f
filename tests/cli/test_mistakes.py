"""Wrong usage, unreadable input and text that would drive a terminal."""

import json
import signal
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Store
from wmc_tui.search import Index, NoFullTextSearch

NASTY = "a\\u001b]52;c;eA==\\u0007b\\u202ec\\u009b31m"


@pytest.mark.parametrize(
    "arguments",
    [
        *(["frobnicate"], ["serch", "x"], ["--frob"], ["--edition", "soon"], ["--edition", "2018", "search", "x"]),
        *(["search"], ["search", " "], ["search", "--lines", "x"], ["search", "x", "--lim", "3"]),
        *(["search", "--limit", "0", "x"], ["search", "--limit", "many", "x"]),
        *(["show"], ["show", "a", "b"], ["articles", "--edition"], ["check", "/nowhere.toml"]),
        *(["figures", "--lang", "fr"], ["figures", "/nowhere/at all"], ["figures", "/"]),
        *(["search", "x", "--store", "/nowhere.toml"], ["editions", "--store", "/nowhere.toml"]),
        *(["editions", "--store", ""], ["completion", "sh"]),
    ],
    ids=" ".join,
)
def test_a_mistake_is_told_in_one_line(run: Run, arguments: list[str]) -> None:
    ended = run(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("wmc-tui: ")
    assert ended.err.count("\n") == 1


def test_a_command_misspelt_is_put_right(run: Run) -> None:
    assert 'did you mean "search"?' in run("serch", "x").err


def test_the_reader_wants_a_terminal(run: Run) -> None:
    for arguments in ([], ["--edition", "2023"]):
        ended = run(*arguments)
        assert (ended.status, ended.out) == (2, "")
        assert "terminal" in ended.err


@pytest.mark.parametrize("command", [("search", "--lines"), ("figures",), ("figures", "--lines")])
def test_undecodable_input_is_refused_with_its_line(run: Run, command: tuple[str, ...]) -> None:
    ended = run(*command, stdin="587 projects\n投资".encode() + b"\xff\n")
    assert ended.status == 2
    assert "standard input, line 2: this is not UTF-8 (byte 0xff)" in ended.err


def test_an_undecodable_file_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "press.txt"
    file.write_bytes("投资".encode("gb18030"))
    ended = run("figures", str(file))
    assert (ended.status, ended.out) == (2, "")
    assert f"{file}, line 1: this is not UTF-8" in ended.err


NASTY_STORE = f"""
[[fact]]
id = "2023.guests.nasty"
edition = 2023
metric = "guests"
label_en = "Nasty {NASTY}"
label_zh = "[b]坏{NASTY}"
scope = "edition"
stage = "result"
value = 7
qualifier = "exact"
note_en = "{NASTY}"

[[article]]
id = "2023-nasty"
edition = 2023
source = "daily2023"
original = "en"
title_en = "{NASTY}"
title_zh = "{NASTY}"

[[article.sentence]]
n = 1
en = "Nasty {NASTY} 7 guests"
zh = "坏{NASTY}"
"""


@pytest.mark.parametrize(
    "command", ["search nasty", "show 2023.guests.nasty", "article 2023-nasty", "articles", "check", "editions"]
)
def test_no_control_character_of_a_store_is_printed(run: Run, store: Store, command: str) -> None:
    nasty = store(NASTY_STORE)
    plain, data = run(*command.split(), "--store", nasty), run(*command.split(), "--json", "--store", nasty)
    assert (plain.status, data.status) == (0, 0)
    for printed in (plain.out, data.out):
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(printed)
    json.loads(data.out)


def test_json_keeps_the_text_itself(run: Run, store: Store) -> None:
    ended = run("show", "2023.guests.nasty", "--json", "--store", store(NASTY_STORE))
    assert all(escaped in ended.out for escaped in ("\\u001b", "\\u202e", "\\u009b", "[b]坏"))
    assert json.loads(ended.out)["label"]["zh"] == "[b]坏a\x1b]52;c;eA==\x07b\u202ec\x9b31m"


def test_figures_show_a_text_without_its_control_characters(run: Run) -> None:
    ended = run("figures", stdin=b"\x1b[31m 587 projects\x07")
    assert "587 projects" in ended.out
    assert not {"\x1b", "\x07"} & set(ended.out)


def test_a_python_that_cannot_search_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> Index:
        raise NoFullTextSearch

    monkeypatch.setattr(Index, "open", refused)
    ended = run("search", "x")
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith("wmc-tui: searching needs FTS5")


def test_ctrl_c_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("wmc_tui.cli.commands.where.places", interrupted)
    # Where tests run side by side, the signal is ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        ended = run("where")
    finally:
        signal.signal(signal.SIGINT, before)
    assert (ended.status, ended.out, ended.err) == (130, "", "")
