"""Print every quantity in a text, read from English or Chinese: value, unit, hedge, and where it
stands.

The text is a UTF-8 file, or standard input."""

import sys
from argparse import ArgumentParser, Namespace
from io import BytesIO
from typing import BinaryIO

from wmc_tui.cli.exit_status import NOTHING
from wmc_tui.cli.streams import decode_lines, decode_text, json_document, json_line, line, read_file
from wmc_tui.quantities.figure import Figure, figure_dicts, plain_decimal
from wmc_tui.quantities.recogniser import recognise

EXAMPLES = """\
examples:
  wmc-tui figures press.txt
  echo '签约587个项目,投资3425亿元' | wmc-tui figures --lang zh --json
  wmc-tui figures --lines < sentences.txt

With --json a figure is {"text", "start", "end", "value", "low", "high", "unit", "kind",
"qualifier", "noun"}: value, low and high are decimal strings or null, start and end count code
points, end exclusive. Exit status 1 where there is none."""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="the text; - is standard input (default)")
    parser.add_argument(
        "--lang", choices=("auto", "en", "zh"), default="auto", help="language of the text (default: auto, both)"
    )
    parser.add_argument("--lines", action="store_true", help="take each line as a text, print one JSON array a line")


def run(options: Namespace) -> int:
    """Print the figures."""
    name = "standard input" if options.file == "-" else options.file
    if options.lines:
        return _answer_lines(options, name)
    text = decode_text(read_file(options.file), name)
    figures = recognise(text, options.lang)
    if options.json:
        json_document(figure_dicts(figures))
    else:
        _print(text, figures)
    return 0 if figures else NOTHING


def _answer_lines(options: Namespace, name: str) -> int:
    stream: BinaryIO = sys.stdin.buffer if options.file == "-" and sys.stdin else BytesIO(read_file(options.file))
    status = NOTHING
    for text in decode_lines(stream, name):
        figures = recognise(text, options.lang)
        status = 0 if figures else status
        json_line(figure_dicts(figures))
    return status


def _print(text: str, figures: list[Figure]) -> None:
    """Each line that has figures, with its number and the figures in brackets, and what they are below it."""
    starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text) + 1], strict=True), 1):
        here = [figure for figure in figures if start <= figure.start < end]
        if here:
            line(f"{number:>4}  {_bracketed(text, start, end - 1, here)}")
        for figure in here:
            line(f"        {figure.text}  {_figure_text(figure)}")


def _bracketed(text: str, start: int, end: int, figures: list[Figure]) -> str:
    pieces = []
    for figure in figures:
        pieces += [text[start : figure.start], "[", figure.text, "]"]
        start = figure.end
    return "".join([*pieces, text[start:end]]).strip()


def _figure_text(figure: Figure) -> str:
    hedge = "" if figure.qualifier == "exact" else figure.qualifier
    parts = (plain_decimal(figure.value) or "-", figure.unit, figure.noun, figure.kind, hedge)
    return " ".join(part for part in parts if part)
