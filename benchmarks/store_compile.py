"""Compiling a library of a 28 MB store beside 200 small files: all of it, after one line, after a small file, unchanged.

    python -m benchmarks.store_compile [MEGABYTES]

One added line in the large file is held against compiling that file alone, in the same run. Exits with 1 where a goal
is missed.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from wmc_tui.search import Index
from wmc_tui.store import Progress, open_library

SMALL_FILES = 200
LINE_RATIO, SMALL_SECONDS = 1.2, 0.3

FACT = """
[[fact]]
id = "{edition}.made.{number}"
edition = {edition}
metric = "projects_signed"
label_en = "Projects that company number {number} signed at the convention"
label_zh = "第{number}号企业在大会上签约的项目数"
scope = "edition"
stage = "result"
value = {value}
qualifier = "over"
note_en = "By the company's own account, contracts and letters of intent together, without those signed later."

[[fact.evidence]]
source = "ahcy20230928"
lang = "zh"
as_written = "{value}个"
"""
ARTICLE = """
[[article]]
id = "small-{number}"
edition = 2023
source = "ahcy20230928"
original = "zh"
title_en = "Report {number}"
"""
SENTENCE = """
[[article.sentence]]
n = {n}
en = "In report {number}, {value} projects were signed at stand {n}."
zh = "报告{number}称第{n}展位签约项目{value}个。"

[[article.sentence.mention]]
fact = "{edition}.made.{fact}"
en = "{value} projects"
zh = "{value}个"
"""


def write(path: Path, text: str) -> Path:
    """Write a file that looks as if it had been there for a while."""
    path.write_text(text, encoding="utf-8")
    moment = path.stat().st_mtime - 1000
    os.utime(path, (moment, moment))
    return path


def large_store(size: int) -> str:
    """A store of facts of about `size` bytes."""
    facts: list[str] = []
    bytes_left = size
    while bytes_left > 0:
        number = len(facts)
        facts.append(FACT.format(edition=2018 + number % 8, number=number, value=number % 977))
        bytes_left -= len(facts[-1].encode())
    return "".join(facts)


def small_store(number: int) -> str:
    """One article of twelve sentences that state figures of the large store."""
    sentences = []
    for n in range(1, 13):
        fact = 12 * number + n
        values = {"edition": 2018 + fact % 8, "fact": fact, "value": fact % 977}
        sentences.append(SENTENCE.format(number=number, n=n, **values))
    return ARTICLE.format(number=number) + "".join(sentences)


def timed(name: str, run: Callable[[], object]) -> float:
    """Run, print and return the seconds it took."""
    start = perf_counter()
    run()
    seconds = perf_counter() - start
    print(f"{name:58} {1000 * seconds:9.1f} ms")
    return seconds


def opened(*paths: Path) -> None:
    """Open a library until it answers."""
    library = open_library(paths)
    assert library.fact("2023.projects_signed") is not None
    assert not library.problems
    library.close()


def searchable(query: str, id: str, *paths: Path) -> None:
    """Open a library and its index until a query finds an article."""
    library = open_library(paths)
    assert any(hit.article == id for hit in Index.open(library).search(query)), query
    library.close()


def main() -> int:
    size = int(float(sys.argv[1]) * 10**6) if len(sys.argv) > 1 else 28_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["WMC_TUI_HOME"] = str(folder / "home")
        stores = folder / "stores"
        stores.mkdir()
        text = large_store(size)
        large = write(stores / "large.toml", text)
        for number in range(SMALL_FILES):
            write(stores / f"small-{number}.toml", small_store(number))
        return measure(folder, stores, large, text)


def measure(folder: Path, stores: Path, large: Path, text: str) -> int:
    """Print the table; 1 where a goal is missed."""
    shipped = timed("the shipped store, first time", opened)
    alone = timed("the shipped store and the large file, first time", lambda: opened(large)) - shipped
    steps: list[Progress] = []
    timed("everything, first time", lambda: open_library([stores], progress=steps.append).close())
    print(f"{'':58} {len(steps):9} steps of progress, {getrusage(RUSAGE_SELF).ru_maxrss // 1024} MiB at most")
    timed("everything, unchanged", lambda: opened(stores))
    write(large, f"# One line more.\n{text}")
    ratio = timed("after one line more in the large file", lambda: opened(stores)) / alone
    print(f"{'':58} {ratio:9.2f} of the large file alone, goal {LINE_RATIO}")
    write(large, f"{text}\n{FACT.format(edition=2023, number=-1, value=5).replace('number -1', 'of ours')}")
    timed("after one fact more in the large file", lambda: opened(stores))
    write(stores / "small-100.toml", small_store(100).replace("Report 100", "Report C"))
    timed("after a change in a small file", lambda: opened(stores))
    timed("index of everything, first time", lambda: searchable("report", "small-1", stores))
    write(stores / "small-101.toml", small_store(101).replace("stand 7", "stand Zebra"))
    seconds = timed(
        "after a change in a small file, until it is found", lambda: searchable("zebra", "small-101", stores)
    )
    size = max(path.stat().st_size for path in (folder / "home" / "cache").iterdir())
    print(f"{size / 10**6:.1f} MB compiled")
    return 0 if ratio <= LINE_RATIO and seconds <= SMALL_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
