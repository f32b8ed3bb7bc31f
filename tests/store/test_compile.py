"""A library is compiled a file at a time, and says what one compiled from nothing says."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.conftest import SAMPLE
from wmc_tui.store import Library, open_library

TABLES = ("edition", "source", "metric", "part", "rate", "fact", "article", "conflict", "check")


def everything(library: Library) -> dict[str, object]:
    """All that a library tells, with the place of each record and mention."""
    said: dict[str, object] = {"problems": library.problems, "digest": library.digest, "files": library.files}
    for table in TABLES:
        records = getattr(library, f"{table}s")()
        ids = [record.year if table == "edition" else record.id for record in records]
        said[table] = records
        said[f"{table} origins"] = [library.origin_of(table, id) for id in ids]
    said["evidence"] = library.evidence()
    said["sentences"] = [library.sentences(article.id) for article in library.articles()]
    said["mentions"] = [(mention, library.origin_of_mention(mention)) for mention in library.mentions()]
    return said


def pending(library: Library) -> set[tuple[str, str]]:
    """What the search index has to read."""
    return set(library.connection().execute("SELECT kind, id FROM unindexed"))


def index(library: Library) -> None:
    """Read it."""
    library.rewrite(lambda connection: connection.execute("DELETE FROM unindexed"))


RECORDS = SAMPLE.read_text(encoding="utf-8").split("\n\n[[")
HEADS = [n for n, record in enumerate(RECORDS) if n and "." not in record.partition("]]")[0]]
BLOCKS = ["\n\n[[".join(["", *RECORDS[a:b]]) for a, b in zip(HEADS, [*HEADS[1:], len(RECORDS)], strict=True)]
EXTRA = [
    '\n\n[[conflict]]\nid = "c"\nedition = 2019\nkind = "sum"\nstatus = "open"\ntitle_en = "C"\nfacts = ["2019.area", "2019.growth"]\n',
    '\n\n[[check]]\nid = "k"\nkind = "sum"\nreported = "2019.area"\nformula = "2 * 2019.growth"\n',
    '\n\n[[metric]]\nid = "rd"\nlabel_en = "R"\nunit = "CNY"\nwhole = "area"\n',
    '\n\n[[fact]]\nid = "2019.area.new"\nedition = 2019\nmetric = "area"\nlabel_en = "Exhibition area"\nscope = "edition"\n'
    'stage = "result"\nvalue = 5\nqualifier = "exact"\npart = "north"\n',
    '\n\n[[part]]\nid = "north"\nlabel_en = "North"\n',
    '\n\n[[rate]]\nid = "USD"\ncurrency = "USD"\nmonth = "2019-09"\nlow = "7.05"\nhigh = "7.15"\n',
    '\n\n[[facts]]\nid = "x"\n',
]
CHANGES = [
    ("= 2019", "= 2018"), ('unit = "m2"', 'unit = "CNY"'), ('"area"', '"aera"'), ('id = "', 'id = "x'), ("602", "603"),
    ("Exhibition area", "Growth of the province"), ('"exact"', '"exakt"'), ("\nn = 3", "\nn = 2"), ("[[", "# more\n[["),
    ('"daily2019"', '"wire2018"'), ("year = 2019", "year = 2020"), ("]\n", "]\n\n"),
]  # fmt: skip
BLOCK = st.tuples(st.sampled_from(BLOCKS + EXTRA), st.none() | st.sampled_from(CHANGES))
FILE = st.none() | st.lists(BLOCK, max_size=8)
EDITS = st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), FILE), min_size=1, max_size=6)


def text_of(blocks: list[tuple[str, tuple[str, str] | None]]) -> str:
    return "".join(block.replace(*change) if change else block for block, change in blocks)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(EDITS)
def test_changed_files_give_what_all_files_give(home: Path, sample: Path, edits: list[tuple[str, Any]]) -> None:
    folder = home / "data" / "library"
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, blocks in edits:
        path = folder / f"{name}.toml"
        path.unlink(missing_ok=True)
        if blocks is not None:
            path.write_text(text_of(blocks), encoding="utf-8")
        with open_library() as library, open_library(use_cache=False) as anew:
            assert everything(library) == everything(anew)
