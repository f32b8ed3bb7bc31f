"""The documentation says what the program says of itself."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from wmc_tui.search.query.filters import CHINESE, NAMES

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def docs() -> ModuleType:
    """docs/readme.py, which writes the generated parts."""
    spec = importlib.util.spec_from_file_location("docs_readme", ROOT / "docs" / "readme.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_readme_shows_todays_help_and_keys(docs: ModuleType) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert docs.refreshed(text) == text, "stale: run python docs/readme.py"
    assert "usage: wmc-tui" in text and "| `n` |" in text


def test_the_manual_shows_todays_help_of_every_command(docs: ModuleType) -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert docs.manual() == text, "stale: run python docs/readme.py"


@pytest.mark.parametrize(
    "name", ["README.md", "CHANGELOG.md", *(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md"))]
)
def test_links_lead_somewhere(name: str) -> None:
    path = ROOT / name
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{name}: {target}"


def test_the_readme_and_the_metadata_agree_on_python() -> None:
    needs = re.search(r'requires-python = ">=([0-9.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert needs is not None
    assert f"With Python {needs[1]} or newer" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_in_the_readme_is_one(tmp_path: Path) -> None:
    from wmc_tui.ui.settings import load_config

    block = re.search(r"```toml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    settings = tmp_path / "settings.toml"
    settings.write_text(block[1], encoding="utf-8")
    assert load_config(settings).keys


def test_every_filter_is_described() -> None:
    text = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", text, re.MULTILINE))
    assert set(rows) == set(NAMES.values())
    assert [name for name, chinese in CHINESE.items() if f"`{chinese}`" not in rows[name]] == []


ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """Return what stands below a heading of the architecture, up to the next one."""
    return ARCHITECTURE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def test_every_module_on_the_three_ways_is_there() -> None:
    ways = re.findall(r"\*\*.*?(?=\n\n|\Z)", section("Three ways through it"), re.DOTALL)
    names = [re.findall(r"`([\w.]+)`", way) for way in ways]
    assert len(names) == 3 and all(len(way) >= 8 for way in names)
    gone = [name for way in names for name in way if not (ROOT / "wmc_tui" / f"{name.replace('.', '/')}.py").exists()]
    assert gone == []


def test_every_file_to_touch_is_there() -> None:
    rows = re.findall(r"^\| (?!to change|---)(.*?) \| (.*) \|$", section("To change something"), re.MULTILINE)
    paths = [path for _, touch in rows for path in re.findall(r"`(wmc_tui/[\w/.]+)`", touch)]
    assert len(rows) >= 10 and all("`" in touch for _, touch in rows)
    assert [path for path in paths if not (ROOT / path).exists()] == []
