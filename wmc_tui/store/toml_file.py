"""From the bytes of a store file to its tables, part by part, with one clear line for a file that cannot be read.

A long file is read in parts that begin with the header of a record. So its tables are never in memory all at once, other
threads get their turn, and progress can be shown. Where a part is not valid TOML by itself, or holds more than lists of
records, the whole file is read at once instead: results and messages are the same as if every file were read that way.
"""

import os
import re
import stat
import tomllib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from functools import cache
from typing import Any, NamedTuple

from wmc_tui.store.files import StoreFile, irregular, unreadable
from wmc_tui.store.lines import Lines, lines_of
from wmc_tui.store.problems import StoreError, quoted

MOST_BYTES = 200_000_000
"""Larger files are refused before they are read."""

_PART_BYTES = 100_000
_MOST_DIGITS = 4300
"""Python refuses integers of more digits, which toml-rs reads."""


class Part(NamedTuple):
    """A stretch of a store file."""

    data: dict[str, Any]
    """Its tables."""
    lines: Lines
    """Where its tables and keys stand in the file."""
    size: int
    """How many bytes of the file it is."""


class SplitError(Exception):
    """A part cannot be read by itself: read the whole file."""


def read_content(file: StoreFile) -> tuple[bytes, int]:
    """The bytes of a file and the time of their last change. Raises StoreError, for a file that is too large before it is read."""
    try:
        state = os.stat(file.path)
        if not stat.S_ISREG(state.st_mode):
            raise irregular(file.path)
        # Some files look regular and make a reader wait for ever, such as a kernel's log.
        with open(file.path, "rb", buffering=0, opener=_open_without_waiting) as stream:
            state = os.fstat(stream.fileno())
            raw = None if state.st_size > MOST_BYTES else stream.readall()
    except (OSError, ValueError) as error:
        raise unreadable(file.path, error) from error
    if state.st_size > MOST_BYTES:
        what = f"the file has {state.st_size // 10**6} MB, and {MOST_BYTES // 10**6} are the most"
        raise StoreError(file.name, what, "split it into several files")
    if raw is None:
        raise irregular(file.path)
    return raw, state.st_mtime_ns


def parts_of(raw: bytes, headers: tuple[str, ...]) -> Iterator[Part]:
    """The file in parts that each begin with one of the `[[headers]]`. Raises SplitError where that cannot be done."""
    header = re.compile(rb"^\[\[(?:%s)\]\]" % "|".join(headers).encode(), re.MULTILINE)
    raw = raw.removeprefix(BOM_UTF8)
    first = header.search(raw)
    if first is None or not all(_is_comment(line) for line in raw[: first.start()].split(b"\n")):
        raise SplitError
    begin, start, number = 0, first.start(), 1
    while begin < len(raw):
        following = header.search(raw, start + _PART_BYTES)
        end = following.start() if following else len(raw)
        try:
            text = raw[begin:end].decode()
            data = load(text)
        except (ValueError, RecursionError) as error:
            raise SplitError from error
        if not all(key in headers and isinstance(value, list) for key, value in data.items()):
            raise SplitError
        yield Part(data, lines_of(text, number), end - begin)
        number += text.count("\n")
        begin = start = end


def _is_comment(line: bytes) -> bool:
    return not line.strip() or line.lstrip().startswith(b"#")


def whole(raw: bytes, name: str) -> Part:
    """The file as one part. Raises StoreError where it is no TOML, or empty."""
    text = _decode(raw, name)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(str(error), text, name) from error
    except ValueError as error:
        # tomllib lets int() and datetime() speak for themselves: too many digits, no such day.
        raise StoreError(name, f"a value cannot be read ({error})", "correct it") from error
    except RecursionError as error:
        raise StoreError(name, "brackets are nested too deeply", "write one [[table]] for each record") from error
    if not data:
        raise StoreError(name, "the file is empty", "a store holds at least one [[table]]")
    return Part(data, lines_of(text, 1), len(raw))


def load(text: str) -> dict[str, Any]:
    """The tables of a TOML text, by the fastest reader that is there. Raises ValueError or RecursionError.

    Both readers give the same tables and refuse the same texts; their messages differ.
    """
    loads = None if text.startswith("\ufeff") else _fast_reader()
    if loads is None or max(map(len, text.split("\n"))) > _MOST_DIGITS:
        return tomllib.loads(text)
    return loads(text, toml_version="1.0.0")


@cache
def _fast_reader() -> Callable[..., dict[str, Any]] | None:
    """The function of toml-rs, None where it is not installed: there are systems without a wheel."""
    try:
        from toml_rs import loads
    except ImportError:
        return None
    return loads


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _decode(raw: bytes, name: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise StoreError(name, "the file is UTF-16, not UTF-8", "save it as UTF-8")
    text_from = len(BOM_UTF8) if raw.startswith(BOM_UTF8) else 0
    try:
        return raw[text_from:].decode()
    except UnicodeDecodeError as error:
        offset = text_from + error.start
        line = raw.count(b"\n", 0, offset) + 1
        what = f"the file is not UTF-8 (byte 0x{raw[offset]:02x} at offset {offset})"
        raise StoreError(name, what, "save it as UTF-8", line) from error


def _no_toml(message: str, text: str, name: str) -> StoreError:
    """`Expected '=' (at line 3, column 5)` with the line where it can be found by tools."""
    match = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if match is None:
        return StoreError(name, f"this is no TOML: {message}", "correct it")
    line = int(match[1]) if match[1] else text.count("\n") + 1
    place = f"column {match[2]}" if match[2] else "at the end of the file"
    return StoreError(name, f"this is no TOML: {message[: match.start()]} ({place})", "correct it there", line)


def kind_of(value: object) -> str:
    """What a TOML value is, in the words of the format."""
    names: tuple[tuple[type, str], ...] = (
        (bool, "a boolean"),
        (int, "an integer"),
        (float, "a float"),
        (str, "text"),
        (datetime, "a date with a time"),
        (date, "a date"),
        (time, "a time"),
        (list, "a list"),
        (dict, "a table"),
    )
    name = next(name for kind, name in names if isinstance(value, kind))
    return name if isinstance(value, list | dict) else f"{quoted(value)} is {name}"
