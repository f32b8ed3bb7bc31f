"""Large libraries are searched by the engine for them, where numpy is there."""

from pathlib import Path

import pytest

from wmc_tui.search import Index, large
from wmc_tui.search.index import index as index_module
from wmc_tui.store import Library


@pytest.fixture
def any_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "LARGE", 10)
    monkeypatch.setattr(index_module, "LARGE", 10)


@pytest.mark.usefixtures("any_is_large")
def test_a_large_library_is_searched_from_a_file_that_is_built_once(shipped: Library, tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    cache = tmp_path / "index"
    built = Index.build(shipped, cache=cache)
    file = tmp_path / "index.large"
    made = file.stat().st_mtime_ns
    again = Index.build(shipped, cache=cache)
    for query in ("exhibition area 2023", "展览面积", "34.25 billion"):
        assert [hit.id for hit in built.search(query, 5)] == [hit.id for hit in again.answer(query, 5).hits] != []
    assert again.known.editions == Index.build(shipped).known.editions
    assert file.stat().st_mtime_ns == made
    assert again.hint == ""


@pytest.mark.usefixtures("any_is_large")
def test_a_damaged_file_is_built_again(shipped: Library, tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    cache, file = tmp_path / "index", tmp_path / "index.large"
    Index.build(shipped, cache=cache)
    file.write_bytes(file.read_bytes()[:1000])
    assert Index.build(shipped, cache=cache).search("exhibition area 2023", 1)[0].id == "2023.exhibition_area"
    assert file.stat().st_size > 1000


@pytest.mark.usefixtures("any_is_large")
def test_without_numpy_the_reader_is_told(shipped: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "available", lambda: False)
    monkeypatch.setattr(index_module, "available", lambda: False)
    index = Index.build(shipped, cache=tmp_path / "index")
    assert "pip install 'wmc-tui[large]'" in index.hint
    assert index.search("exhibition area 2023", 1)[0].id == "2023.exhibition_area"


def test_a_small_library_needs_no_hint(shipped_index: Index) -> None:
    assert shipped_index.hint == ""
