"""Find facts, sentences, articles, publications and metrics in one list, best first.

A query is words in any order, in English (slips and unfinished words included) or Chinese (pieces
of any length, pinyin, initials), numbers in any form and unit, ranges (>100bn, 100..200 亿), "exact
phrases", -exclusions, filters such as metric:total_investment or -kind:sentence, and the year of an
edition, which filters."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from wmc_tui.cli.data import answer_data, hit_data
from wmc_tui.cli.exit_status import NOTHING, UsageError
from wmc_tui.cli.progress_bar import ProgressBar
from wmc_tui.cli.streams import decode_lines, json_document, json_line, line, open_stores
from wmc_tui.present.wording import both_languages, renderings
from wmc_tui.search import Hit, Index, NoFullTextSearch
from wmc_tui.search.index.index import Answer
from wmc_tui.store import Library
from wmc_tui.store.problems import quoted
from wmc_tui.text.safe import visible_line

EXAMPLES = """\
examples:
  wmc-tui search 4471亿
  wmc-tui search 447.1 bilion yuan
  wmc-tui search 2018 投资 --limit 3
  wmc-tui search edition:2023 kind:fact '>100bn'
  printf '4471亿\\n587 projects\\n' | wmc-tui search --lines

With --json a hit is {"kind": "fact", "sentence", "article", "publication" or "metric", "fact",
"edition", "label": {"en", "zh"}, "value", "unit", "qualifier", "score", "mentions": [{"article",
"sentence", "lang", "as_written", "en", "zh"}], "id", "why": [...], "article", "sentence"}; value is
a decimal string or null. With --full it is {"query", "filters", "hits", "suggestions"} instead.
Exit status 1 where nothing is found."""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("query", metavar="QUERY", nargs="*", help="what to look for; several words are one query")
    parser.add_argument("--limit", metavar="N", type=_count, default=20, help="print at most N hits (default: 20)")
    parser.add_argument(
        "--lines", action="store_true", help="read one query a line from standard input, print one JSON array a line"
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help="in JSON, tell beside the hits how the query was understood, and what to try instead",
    )


def run(options: Namespace) -> int:
    """Print the hits."""
    query = " ".join(options.query)
    if options.lines and query:
        raise UsageError("with --lines the queries are read from standard input; leave QUERY out")
    if not options.lines and not query.strip():
        raise UsageError("there is nothing to look for; see wmc-tui search --help")
    library = open_stores(options.store)
    index = _open_index(library)
    if options.lines:
        return _answer_lines(library, index, options.limit, full=options.full)
    answer = index.answer(query, options.limit)
    if options.json:
        json_document(_data(library, answer, full=options.full))
    else:
        _print(library, answer.hits)
        _advise(query, answer)
    return 0 if answer.hits else NOTHING


def _open_index(library: Library) -> Index:
    """The index, first brought up to date. Raises UsageError where this Python's SQLite cannot search."""
    try:
        with ProgressBar() as bar:
            return Index.open(library, bar.show_indexing)
    except NoFullTextSearch as error:
        raise UsageError(str(error)) from error


def _answer_lines(library: Library, index: Index, limit: int, *, full: bool) -> int:
    status = NOTHING
    for query in decode_lines(sys.stdin.buffer if sys.stdin else (), "standard input"):
        answer = index.answer(query, limit)
        status = 0 if answer.hits else status
        json_line(_data(library, answer, full=full))
    return status


def _data(library: Library, answer: Answer, *, full: bool) -> object:
    return answer_data(library, answer) if full else [hit_data(library, hit) for hit in answer.hits]


def _advise(query: str, answer: Answer) -> None:
    """Say on standard error what is wrong with a filter, and what to try instead."""
    for filter in answer.query.filters:
        if filter.problem:
            print(visible_line(f"{filter.problem.en}; it was left out"), file=sys.stderr)
    for suggestion in answer.suggestions:
        print(visible_line(f"perhaps {suggestion.text}: {suggestion.reason.en}"), file=sys.stderr)
    if not answer.hits:
        print(f"nothing found for {quoted(query)}; fewer words or digits may help", file=sys.stderr)


def _print(library: Library, hits: list[Hit]) -> None:
    for hit in hits:
        fact = library.fact(hit.fact) if hit.fact else None
        year = f"{hit.edition}  " if hit.kind != "metric" else ""
        if fact is not None:
            shown = renderings(fact)
            line(year + both_languages(shown, " = "))
            line(f"      {hit.text.en}  {hit.text.zh}")
            line(f"      {fact.id}")
        else:
            line(year + (f"{hit.article}, sentence {hit.sentence}" if hit.kind == "sentence" else hit.id))
            for text in filter(None, hit.text):
                line(f"      {text}")
        line(f"      {hit.kind}, found by {', '.join(hit.why)}")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not int(text[:9]) > 0:
        raise ArgumentTypeError(f"{text!r} is no number of hits from 1 on")
    return int(text[:9])
