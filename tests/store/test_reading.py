"""Files that cannot be read give one clear line; whatever else a file holds gives a library and problems."""

import os
import re
import tomllib
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.store.conftest import require
from wmc_tui.store import Library, StoreError, open_library, toml_file
from wmc_tui.store.compile import check_stores
from wmc_tui.store.schema import TABLES

UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", ": the file is empty; a store holds at least one [[table]]"),
    "only a comment": (b"# nothing\n\n", ": the file is empty; a store holds at least one [[table]]"),
    "not UTF-8": (b"a = 1\nb = '\xff'\n", ":2: the file is not UTF-8 (byte 0xff at offset 11); save it as UTF-8"),
    "not UTF-8 behind a mark": (
        b"\xef\xbb\xbfa = '\xb4\xf3'",
        ":1: the file is not UTF-8 (byte 0xb4 at offset 8); save it as UTF-8",
    ),
    "UTF-16": ("a = 1\n".encode("utf-16"), ": the file is UTF-16, not UTF-8; save it as UTF-8"),
    "no TOML": (b"[[fact]]\nid = 'a'\nx 1\n", ":3: this is no TOML: "),
    "cut off": (b"[[fact]]\nid = [1,\n", ":3: this is no TOML: "),
    "binary": (bytes(range(128)), ":1: this is no TOML: "),
    "key twice": (b"a = 1\na = 2\n", ":2: this is no TOML: "),
    "no such day": (b"[[edition]]\nstart = 2023-02-30\n", ":2: this is no TOML: "),
    "endless integer": (b"a = " + b"9" * 5000, ": a value cannot be read ("),
    "deep nesting": (b"a = " + b"[" * 100_000 + b"]" * 100_000, ": brackets are nested too deeply; "),
}


@pytest.mark.parametrize("has_fast_reader", [True, False])
@pytest.mark.parametrize(("raw", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_file_gives_one_line(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: bytes, said: str, has_fast_reader: bool
) -> None:
    if not has_fast_reader:
        monkeypatch.setattr(toml_file, "_fast_reader", lambda: None)
    path = tmp_path / "mine.toml"
    path.write_bytes(raw)
    with pytest.raises(StoreError) as caught:
        open_library([path])
    line = str(caught.value)
    assert line.startswith(f"{path}{said}")
    assert line.isprintable()
    report = check_stores([path, sample])
    assert [str(error) for error in report.unreadable] == [line]
    assert report.files[-1] == sample


def test_no_toml_names_line_and_column(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("[[fact]]\nid = 'a'\nvalue 1\n")
    with pytest.raises(StoreError, match=r"mine\.toml:3: this is no TOML: .* \(column 7\); correct it there$"):
        open_library([path])


def test_file_that_is_too_large_is_refused_before_it_is_read(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    with path.open("wb") as stream:
        stream.truncate(500_000_000)
    tracemalloc.start()
    with pytest.raises(StoreError) as caught:
        open_library([path])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 50_000_000
    assert str(caught.value) == f"{path}: the file has 500 MB, and 200 are the most; split it into several files"


def make_folder(path: Path) -> None:
    path.mkdir()
    (path / "notes.txt").write_text("a = 1\n")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "there is no such file; check the path"),
        (make_folder, "the folder holds no .toml file; name a store file or its folder"),
        pytest.param(
            lambda path: os.mkfifo(path),
            "this is no regular file; name a .toml file or a folder of them",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no named pipes"),
        ),
    ],
)
def test_what_is_no_file(sample: Path, tmp_path: Path, make: Callable[[Path], None], message: str) -> None:
    path = tmp_path / "mine.toml"
    make(path)
    with pytest.raises(StoreError) as caught:
        open_library([path])
    assert str(caught.value) == f"{path}: {message}"
    assert [str(error) for error in check_stores([path]).unreadable] == [str(caught.value)]


def test_file_that_may_not_be_read(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("a = 1\n")

    def refuse(*args: object, **options: object) -> None:
        # The tests may run as root, to whom every file is open.
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(StoreError) as caught:
        open_library([path, sample])
    assert str(caught.value).endswith(": cannot be read (Permission denied); check the path and its permissions")


def test_path_that_no_system_takes(sample: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_library([Path("a\0\n\x1b[31mb.toml")])
    assert str(caught.value).isprintable()


def test_unreadable_file_of_the_users_own_folder_is_a_problem_only(sample: Path, home: Path) -> None:
    folder = home / "data" / "library"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("[[fact]\n")
    (folder / "folder.toml").mkdir()
    (folder / "good.toml").write_text('[[metric]]\nid = "beds"\nlabel_en = "Beds"\nunit = "day"\n')
    for _ in range(2):
        library = open_library()
        assert library.metric("beds") is not None
        first, second = library.problems
        assert (first.file, first.line) == (str(folder / "broken.toml"), 1)
        assert second.what == "this is no regular file"


def test_text_is_kept_exactly(store: Callable[[str], Path]) -> None:
    text = "\u202eab\x00c\x1b[31m [bold]　e\u0301\r\nx"
    escaped = "".join(f"\\U{ord(character):08x}" for character in text)
    path = store(f'[[metric]]\nid = "beds"\nlabel_en = "{escaped}"\nunit = "day"\n')
    for use_cache in (False, True, True):
        metric = require(open_library([path], use_cache=use_cache).metric("beds"))
        assert metric.label.en == text


def test_byte_order_mark_is_no_text(sample: Path) -> None:
    sample.write_bytes(b"\xef\xbb\xbf" + sample.read_bytes())
    assert len(open_library().editions()) == 2


def outcome_of(path: Path) -> Library | StoreError:
    """Opens and reads the whole library; its records and problems are in order, or there is an error."""
    try:
        library = open_library([path], use_cache=False)
    except StoreError as error:
        return error
    for problem in library.problems:
        assert str(problem).isprintable()
    for article in library.articles():
        for mention in library.mentions_in(article.id):
            sentence = require(library.sentence(article.id, mention.sentence))
            assert sentence.text(mention.lang)[mention.start : mention.end] == mention.as_written
            assert library.fact(mention.fact) is not None
    for fact in library.facts():
        assert library.metric(fact.metric) is not None
        assert library.edition(fact.edition) is not None
        assert all(library.source(one.source) for one in library.evidence_of(fact.id))
    for edition in library.editions():
        assert all(library.fact(ident) for ident in edition.headline)
    return library


hermetic = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@hermetic
@given(st.binary(max_size=200))
def test_any_bytes_give_a_library_or_a_store_error(sample: Path, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(raw)
    assert str(outcome_of(path)).isprintable()


LINES = Path(__file__).with_name("sample.toml").read_text(encoding="utf-8").splitlines()
SCALARS = ["0", "-1", "1e400", "nan", "true", '""', '" "', '"\\u0000"', "[]", "{}", "[1, 2]", "1979-05-27T07:32:00Z"]
SCALARS += ["07:32:00", "0x" + "f" * 5000, "99999999999999999999", "1979-05-27", '"602个"', "'2019.area'", "{ x = {} }"]


@hermetic
@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(SCALARS)), min_size=1, max_size=5))
def test_any_value_of_any_key_gives_a_library(sample: Path, tmp_path: Path, changes: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for number, value in changes:
        key, equals, _ = lines[number].partition(" = ")
        if equals:
            lines[number] = f"{key} = {value}"
    path = tmp_path / "mine.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert isinstance(outcome_of(path), Library)


@hermetic
@given(st.lists(st.integers(0, len(LINES) - 1), max_size=6))
def test_any_loss_of_lines_gives_a_library_or_a_store_error(sample: Path, tmp_path: Path, lost: list[int]) -> None:
    lines = [line for number, line in enumerate(LINES) if number not in lost]
    path = tmp_path / "mine.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert str(outcome_of(path)).isprintable()


def loaded(text: str, reader: Callable[[str], object]) -> str:
    """What a reader makes of a text; "" where it refuses it."""
    try:
        data = reader(text)
    except (ValueError, RecursionError):
        return ""
    try:
        return repr(data)
    except ValueError:
        return "an integer that cannot be written"


PIECES = st.sampled_from(
    [*"[]{}=\"'#.,\n\r\\ \t-+:01eZ中\x00\x7f\ufeff", '"""', "'''", "[[a]]\n", "[fact]\n", "[[fact]]\n", "1979-05-27",
     "T07:32:00", "07:32:00.5", "\r\n", "\\u0041", "9223372036854775808", "9" * 4301, "0x" + "f" * 4400, "1_0", "nan", "1e400",
     "a = ", "\nb.c = ", "x = [", "true"]
)  # fmt: skip


@example(text="a = " + "9" * 4301)
@example(text="\ufeffa = 1")
@given(st.lists(PIECES, max_size=12).map("".join) | st.tuples(st.integers(0, len(LINES) - 9), PIECES, st.integers(0, 250)).map(
    lambda change: "\n".join(LINES[change[0]:])[:change[2]] + change[1] + "\n".join(LINES[change[0]:])[change[2]:300]
))  # fmt: skip
def test_both_readers_read_the_same_and_refuse_the_same(text: str) -> None:
    assert loaded(text, toml_file.load) == loaded(text, tomllib.loads)


def read_whole(raw: bytes) -> object:
    part = toml_file.whole(raw, "")
    return part.data, part.lines.records


def read_in_parts(raw: bytes) -> object:
    """The same put together from parts, or read at once where parts cannot be read."""
    data: dict[str, list[Any]] = {}
    records: dict[str, list[Any]] = {}
    try:
        for part in toml_file.parts_of(raw, tuple(table.name for table in TABLES)):
            for name, rows in part.data.items():
                data.setdefault(name, []).extend(rows)
            for name, lines in part.lines.records.items():
                records.setdefault(name, []).extend(lines)
    except toml_file.SplitError:
        return read_whole(raw)
    return data, records


@example(texts=["article = [{}]\n", "[[fact]]\nid = 1\n", "[[article]]\n"])
@hermetic
@given(st.lists(st.sampled_from([
    "[[fact]]\nid = 1\n", "[[fact.evidence]]\nlang = 'en'\n", "[[article]]\n", "[[article.sentence]]\nn = 1\n", "# note\n",
    "[[article.sentence.mention]]\n", 'x = """\n[[fact]]\n"""\n', "y = [\n[[1]],\n]\n", "[[facts]]\n", "[fact]\n", "z = 1\n",
    "\r\n", "fact = [{}]\n", "[[fact]] # note\n", " [[fact]]\n", '[["fact"]]\n', "[[fact]]\n\ufeff", "w = '\x01'\n",
]), max_size=9))  # fmt: skip
def test_parts_say_what_the_whole_file_says(monkeypatch: pytest.MonkeyPatch, texts: list[str]) -> None:
    monkeypatch.setattr(toml_file, "_PART_BYTES", 1)
    raw = "".join(texts).encode()
    try:
        expected = read_whole(raw)
    except StoreError as error:
        with pytest.raises(StoreError, match=re.escape(str(error))):
            read_in_parts(raw)
    else:
        assert read_in_parts(raw) == expected
