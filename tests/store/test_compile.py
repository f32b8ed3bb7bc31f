"""A library is compiled a file at a time, and says what one compiled from nothing says."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.conftest import BEDS, SAMPLE, TABLES, age, everything, require
from wmc_tui.store import Library, Progress, compile, database, needs_compiling, open_library, toml_file
from wmc_tui.store.database import Database, Edit
from wmc_tui.store.files import StoreFile


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


@pytest.fixture
def created(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """The files of the libraries that were compiled from nothing, None for those in memory."""
    targets: list[Path | None] = []

    def edit_database(source: Database | None, edit: Edit, target: Path | None) -> Database:
        if source is None:
            targets.append(target)
        return database.edit_database(source, edit, target)

    monkeypatch.setattr(compile, "edit_database", edit_database)
    return targets


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(EDITS)
def test_changed_files_give_what_all_files_give(
    home: Path, sample: Path, created: list[Path | None], edits: list[tuple[str, Any]]
) -> None:
    folder = home / "data" / "library"
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    open_library().close()
    created.clear()
    for name, blocks in edits:
        path = folder / f"{name}.toml"
        path.unlink(missing_ok=True)
        if blocks is not None:
            path.write_text(text_of(blocks), encoding="utf-8")
        with open_library() as library, open_library(use_cache=False) as anew:
            assert everything(library) == everything(anew)
    assert set(created) == {None}, "compiled from nothing"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files read since the list was emptied."""
    names: list[str] = []

    def read_content(file: StoreFile) -> tuple[bytes, int]:
        names.append(file.path.name)
        return toml_file.read_content(file)

    monkeypatch.setattr(compile, "read_content", read_content)
    return names


def library_file(home: Path, name: str, text: str) -> Path:
    """A file of the user's own folder, changed some time ago."""
    path = home / "data" / "library" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    age(path)
    return path


def test_only_changed_files_are_read(home: Path, sample: Path, read: list[str]) -> None:
    age(sample)
    first = library_file(home, "b.toml", BEDS)
    open_library().close()
    assert sorted(read) == ["b.toml", "shipped.toml"]
    for change, expected in (
        (lambda: library_file(home, "b.toml", BEDS + "# more\n"), ["b.toml"]),
        (lambda: library_file(home, "a.toml", BEDS.replace("beds", "halls")), ["a.toml"]),
        (lambda: library_file(home, "c.toml", BEDS.replace("beds", "rooms")), ["c.toml"]),
        (first.unlink, []),
        (lambda: None, []),
    ):
        read.clear()
        change()
        with open_library() as library:
            assert read == expected
            assert library.metric("projects_signed") is not None
    assert [metric.id for metric in library_metrics() if metric.id in ("beds", "halls", "rooms")] == ["halls", "rooms"]


def library_metrics() -> list[Any]:
    with open_library() as library:
        return library.metrics()


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("[[fact]]", "# a comment\n\n[[fact]]", set()),
        ("value = 602", "value = 603", {("fact", "2019.projects_signed")}),
        ('en = "Results"', 'en = "The results"', {("article", "2019-daily")}),
        ('zh = "602个"', 'zh = "602"', {("article", "2019-daily")}),
        ("431个", "430个", {("fact", "2018.projects_signed")}),
        ('noun_en = "projects"', 'noun_en = "plans"', {("metric", "projects_signed")} | {
            ("fact", f"{year}.projects_signed") for year in (2018, 2019)
        }),
        ('id = "2019.growth"', 'id = "2019.rise"', {
            ("fact", "2019.growth"), ("fact", "2019.rise"), ("article", "2019-daily"),
        }),
        ("year = 2018", "year = 2017", {
            ("edition", "2018"), ("edition", "2017"), ("fact", "2018.projects_signed"), ("fact", "2018.dates"),
            ("article", "2018-wire"),
        }),
    ],
)  # fmt: skip
def test_what_changed_is_left_to_the_search_index(
    sample: Path, old: str, new: str, changed: set[tuple[str, str]]
) -> None:
    with open_library() as library:
        assert {("edition", "2019"), ("source", "daily2019"), ("fact", "2019.area")} <= pending(library)
        index(library)
    sample.write_text(sample.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with open_library() as library:
        assert pending(library) == changed
        index(library)
    with open_library() as library:
        assert pending(library) == set()


def test_override_comes_and_goes(home: Path, sample: Path) -> None:
    with open_library() as library:
        before = everything(library)
        index(library)
    path = library_file(home, "mine.toml", EXTRA[3].replace("2019.area.new", "2019.area").replace('part = "north"', ""))
    with open_library() as library:
        fact = library.fact("2019.area")
        assert fact is not None and fact.value == 5
        assert library.origin_of("fact", "2019.area", "value") == (str(path), 10)
        assert pending(library) == {("fact", "2019.area")}
    path.unlink()
    with open_library() as library:
        assert everything(library) == before


def test_order_of_files_may_change(sample: Path, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.toml", "b.toml")]
    for number, path in enumerate(paths):
        path.write_text(BEDS.replace("Beds", f"Beds {number}"))
    for order in (paths, paths[::-1], paths):
        with open_library(order) as library:
            assert require(library.metric("beds")).label.en == f"Beds {paths.index(order[-1])}"


def test_every_record_and_mention_has_its_line(sample: Path) -> None:
    lines = sample.read_text(encoding="utf-8").splitlines()
    with open_library() as library:
        for table in TABLES:
            for record in getattr(library, f"{table}s")():
                key = "year" if table == "edition" else "id"
                ident = getattr(record, key)
                file, line = library.origin_of(table, ident)
                assert (file, lines[(line or 0) - 1]) == (str(sample), f"[[{table}]]")
                shown = ident if table == "edition" else f'"{ident}"'
                assert lines[(library.origin_of(table, ident, key).line or 0) - 1] == f"{key} = {shown}"
        for mention in library.mentions():
            line = library.origin_of_mention(mention).line
            assert lines[(line or 0) - 1] == f'{mention.lang} = "{mention.as_written}"'


def test_progress_is_told_and_may_end_it(
    home: Path, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.toml"
    path.write_text("".join(EXTRA[3].replace("area.new", f"area.{n}").replace("Exh", f"{n} Exh") for n in range(3000)))
    age(path)
    age(sample)
    size = path.stat().st_size + sample.stat().st_size
    monkeypatch.setattr(compile, "_INTERVAL", 0)
    assert needs_compiling([path]) == size

    class Enough(Exception):
        pass

    def stop(progress: Progress) -> None:
        raise Enough

    with pytest.raises(Enough):
        open_library([path], progress=stop)
    assert list((home / "cache").iterdir()) == []
    told: list[Progress] = []
    open_library([path], progress=told.append).close()
    assert len(told) > 5
    assert [one.done for one in told] == sorted(one.done for one in told)
    assert {one.total for one in told} == {size}
    assert told[0].done < size / 10 and told[-1].done > size * 9 / 10
    assert {one.file for one in told} == {str(sample), str(path)}
    assert needs_compiling([path]) == 0 < needs_compiling()


def test_records_between_others_stand_in_their_order(home: Path, sample: Path, created: list[Path | None]) -> None:
    for ids in (["a", "z"], ["a", "m", "z"], ["a", "b", "m", "z"], ["a", "c", "b", "m", "z"], ["z", "b", "a"]):
        library_file(home, "mine.toml", "".join(BEDS.replace("beds", id) for id in ids))
        with open_library() as library:
            assert [metric.id for metric in library.metrics() if len(metric.id) == 1] == ids
    assert len(created) == 1
