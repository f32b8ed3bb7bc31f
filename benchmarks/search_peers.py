"""What others take to answer the same queries over the same records, each record one line of text."""

import re
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process, utils

LIMIT = 50
_TRIGRAM = 3

Lines = Callable[[], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Peer:
    """Another way to search lines."""

    name: str
    answer: Callable[[str], object]
    """Answers one query."""
    slow: bool = False
    """Whether it takes so long that a few queries must do."""
    missing: str = ""
    """Why it cannot be measured; empty where it can."""

    def times(self, queries: Sequence[str]) -> list[float]:
        """Milliseconds that each query takes."""
        found = []
        for query in queries:
            start = time.perf_counter()
            self.answer(query)
            found.append((time.perf_counter() - start) * 1e3)
        return found


def peers(lines: Lines, folder: Path) -> Iterator[Peer]:
    """The others, one after another, so that no two are in memory at once."""
    yield _rapidfuzz(lines)
    yield _trigrams(lines, folder)
    yield _fzf(lines, folder)


def _rapidfuzz(lines: Lines) -> Peer:
    texts = [utils.default_process(line) for line in lines()]

    def answer(query: str) -> object:
        return process.extract(utils.default_process(query), texts, scorer=fuzz.WRatio, limit=LIMIT)

    return Peer("rapidfuzz WRatio", answer, slow=True)


def _trigrams(lines: Lines, folder: Path) -> Peer:
    """All words of the query where some line has them all, else any; words too short for trigrams are looked for."""
    file = folder / "peers.sqlite"
    file.unlink(missing_ok=True)
    table = sqlite3.connect(file)
    table.execute("PRAGMA synchronous=OFF")
    table.execute("CREATE VIRTUAL TABLE line USING fts5(text, tokenize='trigram')")
    table.executemany("INSERT INTO line(text) VALUES (?)", ((line,) for line in lines()))
    table.commit()

    def select(condition: str, values: list[str], order: str) -> list[tuple[str]]:
        statement = f"SELECT text FROM line WHERE {condition} ORDER BY {order} LIMIT {LIMIT}"
        return table.execute(statement, values).fetchall()

    def answer(query: str) -> object:
        words = re.findall(r"[^\s\"]+", query)
        long = ['"' + word + '"' for word in words if len(word) >= _TRIGRAM]
        short = [f"%{word}%" for word in words if len(word) < _TRIGRAM]
        likes = [" AND text LIKE ?"] * len(short)
        if not long:
            return select("1" + "".join(likes), short, "rowid") if short else []
        every = select("line MATCH ?" + "".join(likes), [" AND ".join(long), *short], "bm25(line)")
        return every or select("line MATCH ?", [" OR ".join(long)], "bm25(line)")

    return Peer("FTS5 trigram", answer, slow=True)


def _fzf(lines: Lines, folder: Path) -> Peer:
    program = shutil.which("fzf")
    if program is None:
        return Peer("fzf --filter", str, missing="fzf is not on the PATH")
    file = folder / "peers.txt"
    with file.open("w", encoding="utf-8") as listed:
        listed.writelines(f"{line}\n" for line in lines())

    def answer(query: str) -> object:
        with (
            file.open("rb") as listed,
            subprocess.Popen([program, f"--filter={query}"], stdin=listed, stdout=subprocess.PIPE) as running,
        ):
            assert running.stdout is not None
            return sum(1 for _ in running.stdout)

    return Peer("fzf --filter", answer, slow=True)
