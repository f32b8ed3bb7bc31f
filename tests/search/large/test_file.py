"""The file: believed only where it is whole and made for the same content."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wmc_tui.search.index.record import Record
from wmc_tui.search.large import available, wanted
from wmc_tui.search.large.index import KeptIndex, LargeIndex
from wmc_tui.search.large.rows import pack, unpack
from wmc_tui.search.large.sections import Damaged, Sections

FEW = 300


def test_a_record_survives_its_row(library: list[Record]) -> None:
    for record in library[:: len(library) // 100]:
        again = unpack(pack(record))
        assert all(getattr(again, name) == getattr(record, name) for name in Record.__slots__)
        assert type(again.text) is type(record.text)


def test_another_digest_is_not_believed(path: Path) -> None:
    with pytest.raises(Damaged):
        LargeIndex.open(path, "another")


@pytest.mark.parametrize("keep", [0, 10, 1000, 0.5, -1])
def test_a_file_cut_short_is_not_believed(path: Path, tmp_path: Path, keep: float) -> None:
    content = path.read_bytes()
    size = int(len(content) * keep) if 0 < keep < 1 else int(keep) % len(content)
    cut = tmp_path / "cut"
    cut.write_bytes(content[:size])
    with pytest.raises((Damaged, OSError)):
        LargeIndex.open(cut, "digest")


def test_damage_anywhere_is_told_by_the_check(path: Path, tmp_path: Path) -> None:
    content = bytearray(path.read_bytes())
    sections = Sections(path, "digest")
    content[sections._described["own.ids"][1] + 5] ^= 1
    damaged = tmp_path / "damaged"
    damaged.write_bytes(content)
    with pytest.raises(Damaged, match=r"own\.ids"):
        Sections(damaged, "digest").check()


def test_a_damaged_file_answers_or_is_told_but_never_breaks(path: Path, tmp_path: Path) -> None:
    content, source = path.read_bytes(), random.Random(3)
    damaged = tmp_path / "damaged"
    for _ in range(25):
        changed = bytearray(content)
        for _ in range(40):
            changed[source.randrange(len(changed))] = source.randrange(256)
        damaged.write_bytes(changed)
        try:
            index = LargeIndex.open(damaged, "digest")
            for query in ("investment", "投资总额", "hefei 2019", "4471", "czqy", "investmnt"):
                index.search(query)
        except Damaged:
            continue


def test_a_damaged_row_is_made_anew_in_silence(library: list[Record], tmp_path: Path) -> None:
    asked: list[int] = []

    def again() -> Iterator[Record]:
        asked.append(1)
        return iter(library[:FEW])

    kept = KeptIndex(tmp_path / "index", "digest", again)
    expected = [hit.id for hit in kept.search("investment")]
    content = bytearray((tmp_path / "index").read_bytes())
    start = Sections(tmp_path / "index", "digest")._described["rows"][1]
    content[start : start + 40_000] = os.urandom(40_000)
    (tmp_path / "index").unlink()
    (tmp_path / "index").write_bytes(content)
    reopened = KeptIndex(tmp_path / "index", "digest", again)
    assert [hit.id for hit in reopened.search("investment")] == expected
    assert len(asked) == 2
    KeptIndex(tmp_path / "index", "digest", again)
    assert len(asked) == 2


def test_nothing_is_left_of_a_build_that_fails(library: list[Record], tmp_path: Path) -> None:
    def breaking() -> Iterator[Record]:
        yield from library[:10]
        raise OSError("no more")

    with pytest.raises(OSError, match="no more"):
        LargeIndex.build(tmp_path / "index", "digest", breaking())
    assert list(tmp_path.iterdir()) == []


def test_a_library_may_be_empty(tmp_path: Path) -> None:
    index = LargeIndex.build(tmp_path / "index", "digest", [])
    assert [index.search(query) for query in ("investment", "投资", "2019", "%", "", "ab", "hefei >3")] == [[]] * 7


def test_importing_the_package_imports_no_numpy() -> None:
    script = (
        "import sys, wmc_tui.search, wmc_tui.search.large as large; large.available(); print('numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_large_libraries_alone_want_it() -> None:
    assert available()
    assert wanted(10_001) and not wanted(10_000)
