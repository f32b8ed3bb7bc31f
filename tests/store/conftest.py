"""A home of its own for every test, and a small shipped store made for the tests."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from wmc_tui.store import Library, Problem, locations

Thing = TypeVar("Thing")
BEDS = '[[metric]]\nid = "beds"\nlabel_en = "Beds"\nunit = "day"\n'
"""The smallest store."""
SAMPLE = Path(__file__).with_name("sample.toml")


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


def says(problem: Problem, path: Path, message: str) -> bool:
    """True where a problem of a file reads so, from its line on; `…` stands for any text."""
    pattern = re.escape(f"{path}:{message}").replace("…", ".*")
    return re.fullmatch(pattern, str(problem)) is not None


def require(thing: Thing | None) -> Thing:
    """What a library was asked for and has."""
    assert thing is not None
    return thing


def age(path: Path, seconds: int = 100) -> None:
    """Make a file look as if it had been changed some time ago."""
    moment = path.stat().st_mtime_ns - seconds * 10**9
    os.utime(path, ns=(moment, moment))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds everything of the user."""
    folder = tmp_path / "home"
    monkeypatch.setenv("WMC_TUI_HOME", str(folder))
    return folder


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample in the place of the shipped store."""
    path = tmp_path / "shipped.toml"
    path.write_bytes(SAMPLE.read_bytes())
    monkeypatch.setattr(locations, "SHIPPED", (path,))
    return path


@pytest.fixture
def store(tmp_path: Path, sample: Path) -> Callable[[str], Path]:
    """Writes a store of the user's own, to be read over the sample."""

    def write(text: str) -> Path:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write
