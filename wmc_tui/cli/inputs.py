"""Text that commands are given: UTF-8, or a clear error."""

import gc
from collections.abc import Iterable, Iterator

from wmc_tui.cli.exit_status import UsageError


def decoded(raw: bytes, name: str) -> str:
    """The text of a file; a byte order mark is dropped. Raises UsageError for what is not UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(_refused(name, error, 1)) from error


def decoded_lines(stream: Iterable[bytes], name: str) -> Iterator[str]:
    """The lines of a stream as they arrive, without their ends. Raises UsageError for one that is not UTF-8."""
    gc.enable()
    for number, raw in enumerate(stream, 1):
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise UsageError(_refused(name, error, number)) from error
        yield text.removesuffix("\n").removesuffix("\r")


def _refused(name: str, error: UnicodeDecodeError, first_line: int) -> str:
    """What is said of undecodable text that begins at a line."""
    line = first_line + error.object.count(b"\n", 0, error.start)
    return f"{name}, line {line}: this is not UTF-8 (byte 0x{error.object[error.start]:02x}); save it as UTF-8"
