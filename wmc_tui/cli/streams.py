"""What commands read and print: the stores, text in UTF-8, and JSON; no control characters reach a terminal."""

import gc
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from wmc_tui.cli.exit_status import NOTHING, UsageError, complain
from wmc_tui.cli.progress_bar import ProgressBar
from wmc_tui.text.json import json_text
from wmc_tui.text.safe import visible, visible_line

if TYPE_CHECKING:
    from wmc_tui.store import Library


def file_path(text: str) -> Path:
    """An argument that names a file or a folder."""
    if not text:
        raise ArgumentTypeError("the path is empty")
    return Path(text)


def open_stores(stores: Sequence[Path]) -> "Library":
    """The shipped store, the user's library and these stores; says on standard error if something was left out.

    Raises StoreError where one cannot be read.
    """
    from wmc_tui.store import open_library  # a command that reads text alone does without

    with ProgressBar() as bar:
        library = open_library(extra=stores, progress=bar.show_compiling)
    if library.problems:
        count = len(library.problems)
        problems = f"{count} problem{'' if count == 1 else 's'} in the stores"
        complain(f"{problems}: what is wrong was left out; see wmc-tui check, with the same --store")
    return library


def report_missing(kind: str, id: str, ids: Iterable[str]) -> int:
    """Say that there is no record of that id, and which is like it; returns the status that goes with it."""
    from wmc_tui.store.problems import did_you_mean, quoted

    hint = did_you_mean(id, ids)
    complain(f"there is no {kind} {quoted(id)}" + (f"; {hint}" if hint else ""))
    return NOTHING


def read_file(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises UsageError where they cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read() if sys.stdin else b""
    try:
        return Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: cannot be read ({_error_reason(error)})") from error


def decode_text(raw: bytes, name: str) -> str:
    """The text of a file; a byte order mark is dropped. Raises UsageError for what is not UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(_not_utf8(name, error, 1)) from error


def decode_lines(stream: Iterable[bytes], name: str) -> Iterator[str]:
    """The lines of a stream as they arrive, without their ends. Raises UsageError for one that is not UTF-8."""
    gc.enable()
    for number, raw in enumerate(stream, 1):
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UsageError(_not_utf8(name, error, number)) from error
        yield text.removesuffix("\n").removesuffix("\r")


def prepare() -> None:
    """Make standard output UTF-8, whatever the locale says, unless it is a terminal, which knows better."""
    if isinstance(sys.stdout, TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def line(text: str = "") -> None:
    """Print one line."""
    print(visible_line(text))


def paragraph(text: str) -> None:
    """Print text that may have lines of its own."""
    print(visible(text))


def fields(rows: Iterable[tuple[str, str]]) -> None:
    """Print names and values in two columns; a row without a value is left out."""
    shown = [row for row in rows if row[1]]
    width = max((len(name) for name, _ in shown), default=0)
    for name, value in shown:
        line(f"{name:{width}}  {value}")


def json_line(data: object) -> None:
    """Print data as JSON on one line, at once: whoever reads line by line is waiting for it."""
    print(json_text(data), flush=True)


def json_document(data: object) -> None:
    """Print data as JSON; the elements of a list have a line each."""
    if isinstance(data, list) and data:
        print("[\n" + ",\n".join(json_text(element) for element in data) + "\n]")
    else:
        print(json_text(data))


def print_verbatim(text: str) -> None:
    """Print text whose line ends are its own."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)


def write_file(path: Path, text: str) -> None:
    """Write a file, over what is there; line ends stay as they are. Raises UsageError where it cannot be written."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: cannot be written ({_error_reason(error)})") from error


def _error_reason(error: Exception) -> str:
    """What the system says is wrong with a file."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _not_utf8(name: str, error: UnicodeDecodeError, first_line: int) -> str:
    """The message for undecodable text that begins at a line."""
    line = first_line + error.object.count(b"\n", 0, error.start)
    return f"{name}, line {line}: this is not UTF-8 (byte 0x{error.object[error.start]:02x}); save it as UTF-8"
