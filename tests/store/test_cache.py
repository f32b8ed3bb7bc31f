"""The compiled library: taken while it is right, made anew when it is not, never in the way."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import BEDS, age, everything
from wmc_tui.store import compile as compiled_module
from wmc_tui.store import database, open_library
from wmc_tui.store import files as files_module
from wmc_tui.store.database import Database
from wmc_tui.store.files import StoreFile


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever a library is compiled."""
    seen: list[int] = []
    real = compiled_module.compile_library

    def counted(files: list[StoreFile], *args: Any, **options: Any) -> Database:
        seen.append(len(files))
        return real(files, *args, **options)

    monkeypatch.setattr(compiled_module, "compile_library", counted)
    return seen


def only_cache(home: Path) -> Path:
    (path,) = (home / "cache").iterdir()
    return path


def test_warm_library_says_the_same_without_compiling(sample: Path, home: Path, compiled: list[int]) -> None:
    age(sample)
    cold = everything(open_library())
    assert compiled == [1]
    assert everything(open_library()) == cold
    assert compiled == [1]
    assert everything(open_library(use_cache=False)) == cold
    assert compiled == [1, 1]
    assert only_cache(home).suffix == ".sqlite3"


def test_without_cache_nothing_is_written(sample: Path, home: Path) -> None:
    open_library(use_cache=False)
    assert not home.exists()


@pytest.mark.parametrize("is_touched", [False, True])
def test_changed_content_is_seen_even_with_equal_size_and_time(
    sample: Path, compiled: list[int], is_touched: bool
) -> None:
    if is_touched:
        age(sample)
    before = open_library()
    if is_touched:
        os.utime(sample)
        open_library().close()
    seen = sample.stat()
    sample.write_text(sample.read_text().replace("value = 602", "value = 603"))
    os.utime(sample, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    after = open_library()
    assert compiled == [1, 1]
    assert before.digest != after.digest
    fact = after.fact("2019.projects_signed")
    assert fact is not None and fact.value == 603


def test_touched_file_is_compared_by_content_once(
    sample: Path, compiled: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    age(sample, 100)
    open_library().close()
    age(sample, 50)
    open_library().close()
    assert compiled == [1]

    def refuse(*_: object) -> bool:
        raise AssertionError("the content was read again")

    monkeypatch.setattr(files_module, "_has_digest", refuse)
    open_library().close()
    assert compiled == [1]


def test_other_files_have_another_cache(sample: Path, tmp_path: Path, home: Path, compiled: list[int]) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(BEDS)
    assert open_library().metric("beds") is None
    assert open_library([mine]).metric("beds") is not None
    assert open_library().metric("beds") is None
    assert compiled == [1, 2]
    assert len(list((home / "cache").iterdir())) == 2


def damages(whole: bytes) -> Iterator[bytes]:
    """Files that are not quite the compiled library: the same ones in every run."""
    yield from (b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000, whole + b"x", bytes(len(whole)))
    yield from (whole[:size] for size in range(0, len(whole), 16384))
    chance = random.Random(9)
    for _ in range(150):
        place = chance.randrange(len(whole))
        length = chance.choice((1, 1, 4, 100, 4096))
        yield whole[:place] + chance.randbytes(length) + whole[place + length :]


@pytest.mark.parametrize("keeps_time", [False, True])
def test_damaged_cache_is_made_anew(sample: Path, home: Path, compiled: list[int], keeps_time: bool) -> None:
    cold = everything(open_library())
    path = only_cache(home)
    state = path.stat()
    whole = path.read_bytes()
    for raw in damages(whole):
        compiled.clear()
        path.write_bytes(raw)
        if keeps_time:
            os.utime(path, ns=(state.st_mtime_ns, state.st_mtime_ns))
        with open_library() as library:
            assert everything(library) == cold
        assert bool(compiled) == (raw != whole or not keeps_time)
    assert [path] == list((home / "cache").iterdir())


@pytest.mark.parametrize("keeps_time", [False, True])
def test_changed_value_is_not_believed(
    sample: Path, home: Path, monkeypatch: pytest.MonkeyPatch, keeps_time: bool
) -> None:
    cold = everything(open_library())
    path = only_cache(home)
    if keeps_time:
        # As if the content were too large to be compared at each start.
        monkeypatch.setattr(database, "CHECKED_BYTES", 0)
    for change in (
        "UPDATE fact SET value = 'abc'", "UPDATE fact SET scope = ''", "UPDATE edition SET start = 'x'",
        "UPDATE mention SET start = 'x'", "UPDATE article SET title_en = NULL", "DROP TABLE sentence",
        "UPDATE problem SET file = 1", "DELETE FROM meta", "UPDATE file SET size = 'x'",
    ):  # fmt: skip
        connection = sqlite3.connect(path)
        connection.execute(change)
        connection.commit()
        connection.close()
        if keeps_time:
            database._seal(path)
        with open_library() as library:
            assert everything(library) == cold


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def make_journal(path: Path) -> None:
    for ending in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + ending).write_bytes(b"x" * 5000)


@pytest.mark.parametrize("spoil", [make_folder, make_pipe, make_journal])
def test_what_stands_in_the_way_does_no_harm(sample: Path, home: Path, spoil: Callable[[Path], None]) -> None:
    cold = everything(open_library())
    spoil(only_cache(home))
    for _ in range(2):
        assert everything(open_library()) == cold
    sample.write_text(sample.read_text() + "\n")
    assert open_library().facts() == open_library(use_cache=False).facts()
    assert only_cache(home).suffix == ".sqlite3"


def test_cache_of_another_version_is_made_anew(sample: Path, home: Path, compiled: list[int]) -> None:
    cold = everything(open_library())
    connection = sqlite3.connect(only_cache(home))
    connection.execute("UPDATE meta SET made_by = '0.0.1/1'")
    connection.execute("DROP TABLE fact")
    connection.commit()
    connection.close()
    database._seal(only_cache(home))
    assert everything(open_library()) == cold
    assert compiled == [1, 1]


def test_cache_folder_that_cannot_be_written(sample: Path, home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("a file where the folder should be")
    assert everything(open_library()) == everything(open_library(use_cache=False))
    assert (home / "cache").is_file()


def test_nothing_but_the_compiled_library_is_left_behind(
    sample: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(os, "replace", refuse)
    assert len(open_library().editions()) == 2
    assert list((home / "cache").iterdir()) == []


def test_library_compiled_long_ago_from_other_files_is_removed(sample: Path, home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(BEDS)
    open_library([mine]).close()
    old = only_cache(home)
    open_library([mine, sample]).close()
    assert old.exists()
    age(old, 100 * 24 * 60 * 60)
    open_library().close()
    assert not old.exists()
    assert len(list((home / "cache").iterdir())) == 2


OPEN = """
import sys
from pathlib import Path
from wmc_tui.store import locations, open_library
locations.SHIPPED = (Path(sys.argv[1]),)
for path in sys.argv[2:]:
    with open(path, "a") as stream:
        stream.write("# another line\\n")
library = open_library()
print(len(library.facts()), len(library.mentions_in("2019-daily")), library.problems)
"""


@pytest.mark.parametrize("count", [2, 8])
def test_processes_that_compile_at_once_agree(sample: Path, home: Path, count: int) -> None:
    other = home / "data" / "library" / "mine.toml"
    other.parent.mkdir(parents=True)
    other.write_text(BEDS)
    commands = [[sys.executable, "-c", OPEN, str(sample), *([str(other)] if n % 2 else [])] for n in range(count)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    assert {process.communicate()[0] for process in started} == {"5 6 ()\n"}
    assert only_cache(home).suffix == ".sqlite3"
    with open_library() as library, open_library(use_cache=False) as anew:
        assert everything(library) == everything(anew)


def test_process_that_is_killed_leaves_a_library_that_opens(sample: Path, home: Path) -> None:
    chance = random.Random(4)
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-c", OPEN, str(sample), str(sample)], stdout=subprocess.DEVNULL)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.05, 0.4))
        process.kill()
        process.wait()
        with open_library() as library, open_library(use_cache=False) as anew:
            assert everything(library) == everything(anew)
    for path in (home / "cache").glob("*.tmp"):
        age(path, 2 * 60 * 60)
    sample.write_text(sample.read_text() + "\n")
    open_library().close()
    assert only_cache(home).suffix == ".sqlite3"


@pytest.mark.parametrize("use_cache", [True, False])
def test_library_is_read_from_many_threads(sample: Path, use_cache: bool) -> None:
    library = open_library(use_cache=use_cache)
    expected = everything(library)
    connections = set()

    def read(number: int) -> bool:
        connections.add(library.connection())
        if number == 10:
            library.rewrite(lambda connection: connection.execute("DELETE FROM unindexed"))
        return everything(library) == expected

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(read, range(20)))
    assert len(connections) > 1
    library.close()
    for connection in connections:
        with pytest.raises(sqlite3.ProgrammingError):
            connection.execute("SELECT 1")


def test_library_stays_as_it_was_opened_when_another_process_replaces_the_file(sample: Path, home: Path) -> None:
    with open_library() as first:
        expected = everything(first)
        sample.write_text(sample.read_text().replace("value = 602", "value = 603"))
        with open_library() as second, ThreadPoolExecutor(1) as pool:
            fact = second.fact("2019.projects_signed")
            assert fact is not None and fact.value == 603
            assert pool.submit(everything, first).result() == expected
            first.rewrite(lambda connection: connection.execute("DELETE FROM unindexed"))
            assert everything(first) == expected
            assert second.fact("2019.projects_signed") == fact
    with open_library() as third:
        assert third.fact("2019.projects_signed") == fact


def test_warm_start_imports_no_more_than_it_needs(sample: Path) -> None:
    age(sample)
    open_library().close()
    watch = OPEN + (
        "print(sorted(set(sys.modules) & {'tomllib', 'difflib', 'hashlib', 'tempfile', 'textual', 'rich', 'json',"
        "'platformdirs', 'wmc_tui.store.compile', 'wmc_tui.store.records', 'wmc_tui.store.toml_file'}))"
    )
    done = subprocess.run([sys.executable, "-c", watch, str(sample)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"


def test_a_change_of_the_compiled_library_is_read_at_once_and_kept(sample: Path, home: Path) -> None:
    library = open_library()
    pending = library.connection().execute("SELECT kind, id FROM unindexed").fetchall()
    assert ("fact", "2019.area") in pending

    def edit(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE search_note (text TEXT)")
        connection.execute("INSERT INTO search_note VALUES ('kept')")
        connection.execute("DELETE FROM unindexed")

    library.rewrite(edit)
    for one in (library, open_library()):
        assert one.connection().execute("SELECT text FROM search_note").fetchall() == [("kept",)]
        assert one.connection().execute("SELECT * FROM unindexed").fetchall() == []
        assert one.fact("2019.area") is not None
