"""The index of one run serves the next, unless the store has changed or the file is damaged."""

from pathlib import Path

import pytest

from wmc_tui.search import Hit, Index
from wmc_tui.store import Library

QUERIES = ("4471亿", "exibition area", "2023", "诉求办结率", "over 430 projects", "signed")


def answers(index: Index) -> list[list[Hit]]:
    return [index.search(query) for query in QUERIES]


def test_what_was_kept_answers_alike(sample: Library, index: Index, tmp_path: Path) -> None:
    cache = tmp_path / "new folder" / "records"
    assert answers(Index.build(sample, cache=cache, ready=False)) == answers(index)
    kept = cache.read_bytes()
    assert answers(Index.build(sample, cache=cache)) == answers(index)
    assert cache.read_bytes() == kept
    assert list(cache.parent.iterdir()) == [cache]


def test_what_was_kept_is_used(sample: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "records"
    Index.build(sample, cache=cache)
    monkeypatch.setattr("wmc_tui.search.index.gather.records_of", lambda library: pytest.fail("folded again"))
    assert Index.build(sample, cache=cache).search("4471亿")


@pytest.mark.parametrize("place", [0, 4, 5, 40, -1])
def test_damage_is_mended_in_silence(sample: Library, index: Index, tmp_path: Path, place: int) -> None:
    cache = tmp_path / "records"
    Index.build(sample, cache=cache)
    whole = cache.read_bytes()
    damaged = bytearray(whole)
    damaged[place] ^= 0xFF
    for content in (bytes(damaged), whole[: len(whole) // 2], b"", b"not ours"):
        cache.write_bytes(content)
        assert answers(Index.build(sample, cache=cache)) == answers(index)
        assert cache.read_bytes() == whole


def test_another_store_is_not_mistaken_for_this_one(sample: Library, shipped: Library, tmp_path: Path) -> None:
    cache = tmp_path / "records"
    Index.build(sample, cache=cache)
    assert Index.build(shipped, cache=cache).search("2025")
    assert not Index.build(sample, cache=cache).search("2025")


def test_a_folder_that_cannot_be_written_does_no_harm(sample: Library, index: Index, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert answers(Index.build(sample, cache=tmp_path / "file" / "records")) == answers(index)
