"""The compiled library: taken while it is right, made anew when it is not, never in the way."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from wmc_tui.store import Library, open_library
from wmc_tui.store import compile as compiled_module
from wmc_tui.store import stamps as stamps_module
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


def age(path: Path, seconds: int = 100) -> None:
    """Make a file look as if it had been changed some time ago."""
    moment = path.stat().st_mtime_ns - seconds * 10**9
    os.utime(path, ns=(moment, moment))


def only_cache(home: Path) -> Path:
    (path,) = (home / "cache").iterdir()
    return path


def everything(library: Library) -> list[object]:
    """All that a library tells."""
    articles = [
        (article, library.sentences(article.id), library.mentions_in(article.id)) for article in library.articles()
    ]
    facts = [(fact, library.mentions_of(fact.id), library.evidence_of(fact.id)) for fact in library.facts()]
    rest = [library.editions(), library.metrics(), library.sources(), library.problems, library.digest]
    return [articles, facts, rest]


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


def test_changed_content_is_seen_even_with_equal_size_and_time(sample: Path, compiled: list[int]) -> None:
    before = open_library()
    seen = sample.stat()
    sample.write_text(sample.read_text().replace("value = 602", "value = 603"))
    os.utime(sample, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    after = open_library()
    assert compiled == [1, 1]
    assert before.digest != after.digest
    fact = after.fact("2019.projects_signed")
    assert fact is not None
    assert fact.value == 603


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

    monkeypatch.setattr(stamps_module, "_has_digest", refuse)
    open_library().close()
    assert compiled == [1]


def test_file_touched_just_now_is_compared_by_content_again(sample: Path) -> None:
    age(sample)
    open_library().close()
    os.utime(sample)
    open_library().close()
    seen = sample.stat()
    sample.write_text(sample.read_text().replace("value = 602", "value = 603"))
    os.utime(sample, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    fact = open_library().fact("2019.projects_signed")
    assert fact is not None
    assert fact.value == 603


def test_other_files_have_another_cache(sample: Path, tmp_path: Path, home: Path, compiled: list[int]) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[metric]]\nid = "beds"\nlabel_en = "Beds"\nunit = "day"\n')
    assert open_library().metric("beds") is None
    assert open_library([mine]).metric("beds") is not None
    assert open_library().metric("beds") is None
    assert compiled == [1, 2]
    assert len(list((home / "cache").iterdir())) == 2


def test_file_that_comes_and_goes_in_the_users_folder(sample: Path, home: Path) -> None:
    assert open_library().metric("beds") is None
    mine = home / "data" / "library" / "mine.toml"
    mine.parent.mkdir(parents=True)
    mine.write_text('[[metric]]\nid = "beds"\nlabel_en = "Beds"\nunit = "day"\n')
    assert open_library().metric("beds") is not None
    mine.unlink()
    assert open_library().metric("beds") is None


@pytest.mark.parametrize("raw", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_damaged_cache_is_made_anew(sample: Path, home: Path, compiled: list[int], raw: bytes) -> None:
    cold = everything(open_library())
    only_cache(home).write_bytes(raw)
    assert everything(open_library()) == cold
    assert everything(open_library()) == cold
    assert compiled == [1, 1]


def test_truncated_cache_is_made_anew(sample: Path, home: Path) -> None:
    cold = everything(open_library())
    path = only_cache(home)
    whole = path.read_bytes()
    for size in range(0, len(whole), 4096):
        path.write_bytes(whole[:size])
        assert everything(open_library()) == cold


def test_damage_that_shows_only_later_is_made_good(sample: Path, home: Path) -> None:
    cold = everything(open_library())
    path = only_cache(home)
    whole = path.read_bytes()
    for start in range(4096, len(whole), 4096):
        path.write_bytes(whole[:start] + b"\xff" * 4096 + whole[start + 4096 :])
        assert everything(open_library()) == cold


def test_cache_of_another_version_is_made_anew(sample: Path, home: Path, compiled: list[int]) -> None:
    cold = everything(open_library())
    connection = sqlite3.connect(only_cache(home))
    connection.execute("UPDATE meta SET made_by = '0.0.1/1'")
    connection.execute("DROP TABLE fact")
    connection.commit()
    connection.close()
    assert everything(open_library()) == cold
    assert compiled == [1, 1]


def test_cache_folder_that_cannot_be_written(sample: Path, home: Path) -> None:
    home.mkdir()
    (home / "cache").write_text("a file where the folder should be")
    assert len(everything(open_library())) == 3
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
    mine.write_text('[[metric]]\nid = "beds"\nlabel_en = "Beds"\nunit = "day"\n')
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
library = open_library()
print(len(library.facts()), len(library.mentions_in("2019-daily")), library.digest)
"""


def test_processes_that_compile_at_once_agree(sample: Path, home: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(sample)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = {process.communicate()[0] for process in started}
    assert said == {f"5 6 {open_library().digest}\n"}
    assert only_cache(home).suffix == ".sqlite3"


def test_library_is_read_from_many_threads(sample: Path) -> None:
    library = open_library()
    expected = everything(library)
    with ThreadPoolExecutor(4) as pool:
        assert all(found == expected for found in pool.map(lambda _: everything(library), range(20)))


def test_warm_start_imports_no_more_than_it_needs(sample: Path) -> None:
    age(sample)
    open_library().close()
    watch = OPEN + (
        "print(sorted(set(sys.modules) & {'tomllib', 'difflib', 'hashlib', 'tempfile', 'textual', 'rich', 'json',"
        "'platformdirs', 'wmc_tui.store.compile', 'wmc_tui.store.validate', 'wmc_tui.store.toml_file'}))"
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
