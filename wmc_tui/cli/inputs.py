"""What commands read: the stores, and text in UTF-8."""

import gc
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wmc_tui.cli.exit_status import NOTHING, UsageError
from wmc_tui.cli.progress_bar import ProgressBar
from wmc_tui.text.safe import visible_line

if TYPE_CHECKING:
    from wmc_tui.store import Library


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
        _warn(f"{problems}: what is wrong was left out; see wmc-tui check, with the same --store")
    return library


def report_missing(kind: str, id: str, known: Iterable[str]) -> int:
    """Say that there is no record of that id, and which is like it; returns the status that goes with it."""
    from wmc_tui.store.problems import did_you_mean, quoted

    hint = did_you_mean(id, known)
    _warn(f"there is no {kind} {quoted(id)}" + (f"; {hint}" if hint else ""))
    return NOTHING


def read_file(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises UsageError where they cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read() if sys.stdin else b""
    try:
        return Path(name).read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError(f"{name}: cannot be read ({error_reason(error)})") from error


def error_reason(error: Exception) -> str:
    """What the system says is wrong with a file."""
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


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


def _not_utf8(name: str, error: UnicodeDecodeError, first_line: int) -> str:
    """The message for undecodable text that begins at a line."""
    line = first_line + error.object.count(b"\n", 0, error.start)
    return f"{name}, line {line}: this is not UTF-8 (byte 0x{error.object[error.start]:02x}); save it as UTF-8"


def _warn(message: str) -> None:
    print(f"wmc-tui: {visible_line(message)}", file=sys.stderr)
