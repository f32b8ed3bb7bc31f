"""What commands print: plain text without control characters, and JSON."""

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path

from wmc_tui.cli.exit_status import UsageError
from wmc_tui.cli.inputs import error_reason
from wmc_tui.text.json import json_text
from wmc_tui.text.safe import visible, visible_line


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
        raise UsageError(f"{path}: cannot be written ({error_reason(error)})") from error
