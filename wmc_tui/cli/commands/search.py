"""Find facts and sentences: facts first, sentences after, best first.

A query is words in any order, in English (slips and unfinished words included) or Chinese (pieces
of any length), numbers in any form and unit, and the year of an edition, which filters."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator

from wmc_tui.cli.data import hit_data
from wmc_tui.cli.ending import NOTHING, UsageError
from wmc_tui.cli.inputs import decoded_lines
from wmc_tui.cli.libraries import opened
from wmc_tui.cli.output import json_document, json_line, line
from wmc_tui.present import renderings
from wmc_tui.search import Hit, Index
from wmc_tui.store import Library
from wmc_tui.store.locations import index_file
from wmc_tui.store.problems import quoted

EXAMPLES = """\
examples:
  wmc-tui search 4471亿
  wmc-tui search 447.1 bilion yuan
  wmc-tui search 2018 投资 --limit 3
  printf '4471亿\\n587 projects\\n' | wmc-tui search --lines

With --json a hit is {"kind": "fact" or "sentence", "fact", "edition", "label": {"en", "zh"},
"value", "unit", "qualifier", "score", "mentions": [{"article", "sentence", "lang", "as_written",
"en", "zh"}]}; value is a decimal string or null. Exit status 1 where nothing is found."""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what to look for; several words are one query")
    parser.add_argument("--limit", metavar="N", type=_count, default=20, help="print at most N hits (default: 20)")
    parser.add_argument(
        "--lines", action="store_true", help="read one query a line from standard input, print one JSON array a line"
    )


def run(options: Namespace) -> int:
    """Print the hits."""
    query = " ".join(options.query)
    if options.lines and query:
        raise UsageError("with --lines the queries are read from standard input; leave QUERY out")
    if not options.lines and not query.strip():
        raise UsageError("there is nothing to look for; see wmc-tui search --help")
    library = opened(options.store)
    index = Index.build(library, cache=index_file(library.files), ready=options.lines)
    if options.lines:
        return _answer_lines(library, index, options.limit)
    hits = index.search(query, options.limit)
    if options.json:
        json_document([hit_data(library, hit) for hit in hits])
    elif hits:
        _print(library, hits)
    else:
        print(f"nothing found for {quoted(query)}; fewer words or digits may help", file=sys.stderr)
    return 0 if hits else NOTHING


def _answer_lines(library: Library, index: Index, limit: int) -> int:
    found = False
    for query in _queries():
        hits = index.search(query, limit)
        found = found or bool(hits)
        json_line([hit_data(library, hit) for hit in hits])
    return 0 if found else NOTHING


def _queries() -> Iterator[str]:
    if sys.stdin is None:
        return iter(())
    return decoded_lines(sys.stdin.buffer, "standard input")


def _print(library: Library, hits: list[Hit]) -> None:
    for hit in hits:
        fact = library.fact(hit.fact) if hit.fact else None
        if fact is not None:
            shown = renderings(fact)
            both = shown.en if shown.en == shown.zh else f"{shown.en} = {shown.zh}"
            line(f"{hit.edition}  {both}")
            line(f"      {hit.text.en}  {hit.text.zh}")
            line(f"      {fact.id}")
        else:
            line(f"{hit.edition}  {hit.article}, sentence {hit.sentence}")
            for text in (hit.text.en, hit.text.zh):
                if text:
                    line(f"      {text}")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not int(text[:9]) > 0:
        raise ArgumentTypeError(f"{text!r} is no number of hits from 1 on")
    return int(text[:9])
