"""From a store file to its text and tables, with one clear line for a file that cannot be read."""

import os
import re
import stat
import tomllib
from codecs import BOM_UTF8
from dataclasses import dataclass, field
from typing import Any

from wmc_tui.store.files import StoreFile, irregular, unreadable
from wmc_tui.store.problems import Problem, StoreError, quoted


@dataclass(slots=True)
class Fault:
    """Something wrong at a place in the TOML structure; its line is looked up when all faults are known."""

    path: tuple[str | int, ...]
    """For example `("article", 0, "sentence", 3, "en")`."""
    key: str
    """As in Problem.key."""
    what: str
    hint: str


@dataclass(slots=True)
class Document:
    """A store file as read."""

    file: str
    """Its path, for messages and origins."""
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    sha256: str = ""
    """Hex digest of the bytes; empty where there were none to read."""
    mtime_ns: int = 0
    """Time of the last change of the bytes that were read."""
    size: int = -1
    faults: list[Fault] = field(default_factory=list)
    unread: Problem | None = None
    """Why a file of the user's own folder could not be read."""

    def problems(self) -> list[Problem]:
        """The faults with their lines, from the first line to the last."""
        if self.unread is not None:
            return [self.unread]
        if not self.faults:
            return []
        from wmc_tui.store.lines import line_of, lines_of

        lines = lines_of(self.text)
        found = [Problem(self.file, line_of(lines, f.path), f.key, f.what, f.hint) for f in self.faults]
        return sorted(found, key=lambda problem: problem.line or 0)


def read(file: StoreFile) -> Document:
    """Read one file; raises StoreError, except that a file of the user's own folder that fails is a problem instead."""
    document = Document(file.name)
    try:
        raw = _bytes_of(file, document)
        document.text = _decode(raw, file.name)
        document.data = _parse(document.text, file.name)
    except StoreError as error:
        if not file.optional:
            raise
        document.unread = error.problem
    return document


def _bytes_of(file: StoreFile, document: Document) -> bytes:
    """The file's bytes; notes in `document` what they were read from, as it was while it was open."""
    from hashlib import sha256

    try:
        if not stat.S_ISREG(os.stat(file.path).st_mode):
            raise irregular(file.path)
        with open(file.path, "rb") as stream:
            seen = os.fstat(stream.fileno())
            raw = stream.read()
    except (OSError, ValueError) as error:
        raise unreadable(file.path, error) from error
    document.sha256 = sha256(raw).hexdigest()
    document.size, document.mtime_ns = len(raw), seen.st_mtime_ns
    return raw


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


def _parse(text: str, name: str) -> dict[str, Any]:
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
    return data


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
    from datetime import date, datetime, time

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
