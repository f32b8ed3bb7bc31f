"""List the articles, newest edition first."""

from argparse import ArgumentParser, Namespace

from wmc_tui.cli.data import article_data
from wmc_tui.cli.exit_status import NOTHING
from wmc_tui.cli.streams import json_document, line, open_stores
from wmc_tui.model import Article, language_label
from wmc_tui.store import Library

EXAMPLES = """\
examples:
  wmc-tui articles
  wmc-tui articles --edition 2023 --json"""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--edition", metavar="YEAR", type=int, help="only the articles of this edition")


def run(options: Namespace) -> int:
    """Print the articles."""
    library = open_stores(options.store)
    articles = sorted(library.articles(options.edition), key=lambda article: -article.edition)
    if options.json:
        json_document([article_data(library, article) for article in articles])
    else:
        for article in articles:
            _print(library, article)
    return 0 if articles else NOTHING


def _print(library: Library, article: Article) -> None:
    source = library.source(article.source)
    line(f"{article.edition}  {article.id}")
    line(f"      {article.title.en}  {article.title.zh}")
    if source is not None:
        line(f"      {source.publisher}, {source.published}, {language_label(article.original).en} original")
