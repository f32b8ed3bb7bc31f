"""Print an article in both languages, sentence by sentence, the original above its translation."""

from argparse import ArgumentParser, Namespace

from wmc_tui.cli.data import article_data, sentences_data
from wmc_tui.cli.streams import json_document, line, open_stores, report_missing
from wmc_tui.model import Article
from wmc_tui.present.wording import citation
from wmc_tui.store import Library

EXAMPLES = """\
With --json each sentence has its mentions: fact, language, the figure as written, and where it
stands in that text (code points, end exclusive). `wmc-tui articles` tells the ids.
Exit status 1 where there is no such article."""


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("article", metavar="ID", help="the article's id")


def run(options: Namespace) -> int:
    """Print the article."""
    library = open_stores(options.store)
    article = library.article(options.article)
    if article is None:
        return report_missing("article", options.article, (article.id for article in library.articles()))
    if options.json:
        json_document(article_data(library, article) | {"sentences": sentences_data(library, article)})
    else:
        _print(library, article)
    return 0


def _print(library: Library, article: Article) -> None:
    order = (article.first, article.first.other)
    for lang in order:
        line(article.title[lang])
    source = library.source(article.source)
    if source is not None:
        line(citation(source, restated=article.restated).en)
    for note in filter(None, article.note):
        line(f"! {note}")
    for sentence in library.sentences(article.id):
        line()
        for place, text in enumerate(filter(None, map(sentence.text, order))):
            line(f"{sentence.n if not place else '':>4}  {'# ' if sentence.heading else ''}{text}")
        for note in filter(None, sentence.note):
            line(f"      ! {note}")
