"""The index in the compiled library: brought up to date with what changed, as if it were made anew."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from tests.search.conftest import SAMPLE
from wmc_tui.search import Hit, Index, NoFullTextSearch
from wmc_tui.store import Library, open_library

QUERIES = ("4471亿", "exibition area", "2023", "诉求办结率", "over 430 projects", "signed", "zhanlan", "is:disputed")
CONFLICT = """
[[conflict]]
id = "2018-projects"
edition = 2018
kind = "value"
status = "open"
title_en = "Projects"
title_zh = "项目"
facts = ["2018.projects_signed", "2018.projects_signed.over_430"]
explanation_en = "Two figures."
explanation_zh = "两个数字。"
"""
FACT = """
[[fact]]
id = "2023.total_investment.later"
edition = 2023
metric = "total_investment"
label_en = "Total investment, corrected"
label_zh = "投资总额更正数"
scope = "edition"
stage = "result"
value = 342600000000
qualifier = "exact"
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample store, to be changed."""
    store = tmp_path / "store.toml"
    store.write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setenv("WMC_TUI_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("wmc_tui.store.files.shipped_store", lambda: store)
    return store


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


def without(start: str, end: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        first = text.index(start)
        return text[:first] + text[text.index(end, first + 1) :]

    return change


CHANGES = {
    "a value": replaced("value = 587", "value = 588"),
    "a label": replaced('"Exhibition area"\nlabel_zh = "展览面积"\nscope', '"Floor space"\nlabel_zh = "场地"\nscope'),
    "a metric": replaced(
        'label_en = "Total investment"\nlabel_zh = "投资总额"\nunit', 'label_en = "Sum"\nlabel_zh = "和"\nunit'
    ),
    "the noun of a metric": replaced('noun_en = "guests"', 'noun_en = "projects"'),
    "a publisher": replaced("中新社", "新华社"),
    "a headline": replaced('headline = ["2019.total_investment"]', 'headline = ["2018.total_investment"]'),
    "a stage": replaced('stage = "pre_event"\nvalue', 'stage = "result"\nvalue'),
    "a sentence": replaced("worth 447.1 billion yuan", "worth some 447.1 billion yuan"),
    "no evidence": without('[[fact.evidence]]\nsource = "agency2018"\nlang = "zh"\nas_written = "4471', "[[fact]]"),
    "no fact": without('[[fact]]\nid = "2019.total_investment"', '[[fact]]\nid = "2023.projects_signed"'),
    "a publication without its article": lambda text: without(
        '[[article]]\nid = "2018-wire"', '[[article]]\nid = "2023-daily"'
    )(text.replace('published = "2018-05"\n', 'published = "2017-05"\n')),
    "no article": without('[[article]]\nid = "2018-wire"', '[[article]]\nid = "2023-daily"'),
    "one more fact": lambda text: text + FACT,
    "a conflict": lambda text: text + CONFLICT,
    "a comment": lambda text: text + "\n# nothing\n",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_indexed_as_if_all_were(store: Path, change: Callable[[str], str]) -> None:
    before = store.read_text(encoding="utf-8")
    first = content(opened())
    for text in (change(before), before):
        store.write_text(text, encoding="utf-8")
        library = opened()
        Index.open(library)
        again = open_library(use_cache=False)
        Index.open(again)
        assert content(library) == content(again)
        assert answers(library) == answers(again)
    assert content(library) == first


def opened() -> Library:
    library = open_library()
    Index.open(library)
    return library


def answers(library: Library) -> list[list[Hit]]:
    index = Index.open(library)
    return [index.search(query) for query in QUERIES]


def content(library: Library) -> dict[str, set[tuple[object, ...]]]:
    """What the tables hold, but for places and for what words that are gone were looked up by."""
    connection = library.connection()
    queries = {
        "records": f"SELECT {FIELDS} FROM search_record",
        "words": "SELECT * FROM search_word",
        "figures": "SELECT * FROM search_figure",
        "labels": "SELECT * FROM search_label",
    }
    return {name: set(connection.execute(query)) for name, query in queries.items()}


FIELDS = ", ".join(
    "kind id edition fact article sentence en zh words_en shared_en sounds written names figures facets states behind"
    " bonus".split()
)


def test_an_index_that_is_there_is_opened_without_any_work(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = opened()
    assert Index.pending(library) == 0
    monkeypatch.setattr("wmc_tui.search.index.index_update.update", lambda *_: pytest.fail("built again"))
    assert Index.open(open_library()).search("4471亿")


def test_progress_is_told_and_what_is_there_is_found_meanwhile(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wmc_tui.search.index.index_update._CHUNK", 4)
    monkeypatch.setattr("wmc_tui.search.index.index_tables._COUNTED_AT_ONCE", 4)
    monkeypatch.setattr("wmc_tui.search.index.index_update._SECONDS", 0.0)
    library = open_library()
    index = Index(library.connection)
    told: list[tuple[int, int]] = []
    found: list[int] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        asking = Thread(target=lambda: found.append(len(index.search("2018"))))
        asking.start()
        asking.join()

    index.update(library, progress)
    assert found == sorted(found) and 0 == found[0] < found[1] < found[-1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1] and len({total for _, total in told}) == 1
    assert len(index.search("2018")) == found[-1]


def test_a_python_without_full_text_search_says_so_in_one_line(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wmc_tui.search.index.index_tables._SCHEMA", "CREATE VIRTUAL TABLE search_index USING fts6(a)")
    monkeypatch.setattr("wmc_tui.search.index.index_tables._MODULE", "fts6")
    with pytest.raises(NoFullTextSearch, match=r"^searching needs FTS5, .*another build of Python$"):
        Index.open(open_library())


def outdate(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE search_version SET version = 0")


def test_tables_of_another_version_are_made_anew(store: Path) -> None:
    library = opened()
    expected = answers(library)
    library.rewrite(outdate)
    assert Index.pending(library) > 0
    assert answers(library) == expected
