"""Write a summary of an edition that can be printed: its key figures with what they are on the
edition before, how well each is attested and by whom, what does not add up and why, all figures,
what became of it, and the publications."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from wmc_tui.cli.exit_status import UsageError
from wmc_tui.cli.inputs import open_stores, report_missing
from wmc_tui.cli.output import json_document, paragraph, write_file
from wmc_tui.model import Lang
from wmc_tui.present.report import REPORT_FORMATS, EditionReport, report_data, report_of

EXAMPLES = """\
examples:
  wmc-tui report 2023
  wmc-tui report 2023 --lang zh --output 2023.html
  wmc-tui report 2023 --json

Numbers in brackets are those of the list of publications at the end. The HTML page needs nothing
else and is laid out for A4. Exit status 1 where there is no such edition."""

_HTML = (".html", ".htm")


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("edition", metavar="EDITION", type=_year, help="the year of the edition")
    parser.add_argument("--lang", choices=[lang.value for lang in Lang], default="en", help="language (default: en)")
    parser.add_argument(
        "--format", choices=REPORT_FORMATS, help="form (default: what FILE's ending says, else markdown)"
    )
    parser.add_argument("--output", metavar="FILE", type=_path, help="write it to this file, over what is there")


def run(options: Namespace) -> int:
    """Print or write the report."""
    library = open_stores(options.store)
    edition = library.edition(options.edition)
    if edition is None:
        return report_missing("edition", str(options.edition), (str(edition.year) for edition in library.editions()))
    report = report_of(library, edition)
    if options.json:
        if options.output is not None or options.format is not None:
            raise UsageError("--json is a form of its own and is printed; leave --format and --output out")
        json_document(report_data(report))
        return 0
    text = _report_text(report, Lang(options.lang), options.format, options.output)
    if options.output is None:
        paragraph(text.rstrip("\n"))
    else:
        write_file(options.output, text)
    return 0


def _report_text(report: EditionReport, lang: Lang, form: str | None, output: Path | None) -> str:
    ending = output.suffix.lower() if output is not None else ""
    return REPORT_FORMATS[form or ("html" if ending in _HTML else "markdown")](report, lang)


def _year(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 4:
        raise ArgumentTypeError(f"{text!r} is no year of an edition")
    return int(text)


def _path(text: str) -> Path:
    if not text:
        raise ArgumentTypeError("the path is empty")
    return Path(text)
