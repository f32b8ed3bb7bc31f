"""Write a summary of an edition that can be printed: its key figures with what they are on the
edition before, how well each is attested and by whom, what does not add up and why, all figures,
what became of it, and the publications."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from wmc_tui.cli.exit_status import UsageError
from wmc_tui.cli.streams import file_path, json_document, open_stores, paragraph, report_missing, write_file
from wmc_tui.model import Lang
from wmc_tui.present.report import REPORT_FORMATS, report_data, report_of

EXAMPLES = """\
examples:
  wmc-tui report 2023
  wmc-tui report 2023 --lang zh --output 2023.html
  wmc-tui report 2023 --json

Numbers in brackets are those of the list of publications at the end. The HTML page needs nothing
else and is laid out for A4. Exit status 1 where there is no such edition."""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("edition", metavar="EDITION", type=_year, help="the year of the edition")
    parser.add_argument("--lang", choices=[lang.value for lang in Lang], default="en", help="language (default: en)")
    parser.add_argument(
        "--format", choices=REPORT_FORMATS, help="form (default: what FILE's ending says, else markdown)"
    )
    parser.add_argument("--output", metavar="FILE", type=file_path, help="write it to this file, over what is there")


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
    is_html = options.output is not None and options.output.suffix.lower() in (".html", ".htm")
    text = REPORT_FORMATS[options.format or ("html" if is_html else "markdown")](report, Lang(options.lang))
    if options.output is None:
        paragraph(text.rstrip("\n"))
    else:
        write_file(options.output, text)
    return 0


def _year(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 4:
        raise ArgumentTypeError(f"{text!r} is no year of an edition")
    return int(text)
