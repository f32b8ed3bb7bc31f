"""What other engines make of the same records: each answers a query with ids, best first.

Every record is one line of text with all that a reader of it sees, in the order in which our index keeps equals: facts
first, newest editions first. Queries reach each engine as its users would type them, with the care that it needs.
"""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from tests.search.asked import Asked, found
from wmc_tui.model import Fact
from wmc_tui.present.wording import renderings
from wmc_tui.search import Index
from wmc_tui.store import Library

LIMIT = 50
"""Ids that an answer may have."""
_TRIGRAM = 3

Answer = Callable[[Asked], list[str]]
"""Ids of what a query finds, best first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A record as the other engines see it."""

    id: str
    """As in Hit.id."""
    text: str
    """One line, without tabs."""


def lines_of(library: Library) -> list[Line]:
    """All facts, articles, sentences, publications and metrics of a library."""
    headline = {fact: place for edition in library.editions() for place, fact in enumerate(edition.headline)}
    facts = sorted(library.facts(), key=lambda fact: (-fact.edition, headline.get(fact.id, len(headline))))
    lines = [Line(fact.id, _fact(library, fact)) for fact in facts]
    articles = sorted(library.articles(), key=lambda article: -article.edition)
    lines += [Line(each.id, f"{each.edition} {each.title.en} {each.title.zh}") for each in articles]
    for article in articles:
        lines += [Line(f"{article.id} {each.n}", f"{each.en} {each.zh}") for each in library.sentences(article.id)]
    lines += [Line(each.id, f"{each.published} {each.publisher} {each.title}") for each in library.sources()]
    lines += [Line(each.id, f"{each.label.en} {each.label.zh}") for each in library.metrics()]
    return [Line(line.id, " ".join(line.text.split())) for line in lines]


def _fact(library: Library, fact: Fact) -> str:
    """Edition, labels, the figure in both languages and as its publications write it."""
    shown = renderings(fact)
    figures = [shown.en, shown.zh]
    figures += [mention.as_written for mention in library.mentions_of(fact.id)]
    figures += [evidence.as_written for evidence in library.evidence_of(fact.id)]
    return " ".join([str(fact.edition), fact.label.en, fact.label.zh, *dict.fromkeys(figures)])


def engines(library: Library) -> Iterator[tuple[str, Answer | str]]:
    """Each engine's name with its answers, or with the reason why it is left out."""
    index = Index.open(library)
    yield "wmc-tui", lambda asked: found(index, asked, LIMIT)
    lines = lines_of(library)
    fzf = shutil.which("fzf")
    yield "fzf --filter", _fzf(fzf, lines) if fzf else "fzf is not on the PATH"
    yield "rapidfuzz WRatio", _rapidfuzz(lines)
    yield "FTS5 trigram", _trigrams(lines) if sqlite3.sqlite_version_info >= (3, 34) else "this SQLite has no trigrams"


def _fzf(program: str, lines: list[Line]) -> Answer:
    """Its default scheme; ids are not searched, and lines of equal score keep shorter ones first, as is its way."""
    listed = "".join(f"{line.id}\t{line.text}\n" for line in lines)

    def answer(asked: Asked) -> list[str]:
        command = [program, "--delimiter=\t", "--nth=2", f"--filter={asked.text}"]
        # Exits with 1 where nothing matches.
        done = subprocess.run(command, input=listed, stdout=subprocess.PIPE, encoding="utf-8", check=False)
        return [line.split("\t")[0] for line in done.stdout.splitlines()[:LIMIT]]

    return answer


def _rapidfuzz(lines: list[Line]) -> Answer:
    """Weighted ratio of the whole query with each line, both in lower case and without signs."""
    texts = [utils.default_process(line.text) for line in lines]

    def answer(asked: Asked) -> list[str]:
        query = utils.default_process(asked.text)
        best = process.extract(query, texts, scorer=fuzz.WRatio, limit=LIMIT)
        return [lines[place].id for _, _, place in best]

    return answer


def _trigrams(lines: list[Line]) -> Answer:
    """Best first by bm25: lines with all words of the query, or else with any; those too short for trigrams filter."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE line USING fts5(text, tokenize='trigram')")
    table.executemany("INSERT INTO line(rowid, text) VALUES (?, ?)", enumerate(line.text for line in lines))
    folded = [line.text.lower() for line in lines]

    def matching(words: list[str], joint: str) -> list[int]:
        query = joint.join(f'"{word}"' for word in words)
        return [
            row for (row,) in table.execute("SELECT rowid FROM line WHERE line MATCH ? ORDER BY bm25(line)", [query])
        ]

    def answer(asked: Asked) -> list[str]:
        words = re.findall(r"[^\s\"]+", asked.text.lower())
        long = [word for word in words if len(word) >= _TRIGRAM]
        short = [word for word in words if len(word) < _TRIGRAM]
        found = matching(long, " AND ") if long else list(range(len(lines)))
        found = [row for row in found if all(word in folded[row] for word in short)]
        if not found and long:
            found = matching(long, " OR ")
        return [lines[row].id for row in found[:LIMIT]]

    return answer
