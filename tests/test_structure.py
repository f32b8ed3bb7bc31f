"""The package can be found one's way in: no circles of imports, no name twice, no function that needs scrolling."""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "wmc_tui"
LONGEST_FUNCTION = 40


def module_name(path: Path) -> str:
    """Return the dotted name of a file, that of its package for an `__init__.py`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imported_names(source: str) -> Iterator[tuple[str, str]]:
    """Yield (module, member) of every import in a file, those inside functions and for types alone included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def import_graph(sources: dict[str, str]) -> dict[str, set[str]]:
    """Return which of the given modules each one imports."""
    graph: dict[str, set[str]] = {name: set() for name in sources}
    for name, source in sources.items():
        for module, member in imported_names(source):
            target = f"{module}.{member}"
            graph[name].add(target if target in sources else module)
        graph[name] &= sources.keys() - {name}
    return graph


def first_circle(sources: dict[str, str]) -> list[str]:
    """Return the modules of a circle of imports, the first one again at the end; nothing where there is none."""
    try:
        TopologicalSorter(import_graph(sources)).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_imports_form_a_circle() -> None:
    assert first_circle({name: path.read_text(encoding="utf-8") for name, path in MODULES.items()}) == []


@pytest.mark.parametrize(
    "back",
    ["from p.a import x", "def f():\n    import p.a", "from p import a", "if TYPE_CHECKING:\n    from p.a import x"],
)
def test_a_circle_would_be_seen(back: str) -> None:
    sources = {"p": "", "p.a": "from p.b import y", "p.b": "from p.c import z", "p.c": back}
    assert set(first_circle(sources)) == {"p.a", "p.b", "p.c"}
    assert first_circle(sources | {"p.c": "import json"}) == []


def test_a_file_name_stands_once() -> None:
    # A command's file is called as the command is typed.
    paths = [path for path in MODULES.values() if path.name != "__init__.py" and path.parent.name != "commands"]
    twice = {name for name, count in Counter(path.name for path in paths).items() if count > 1}
    assert sorted(str(path.relative_to(PACKAGE)) for path in paths if path.name in twice) == []


@pytest.mark.parametrize("path", MODULES.values(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
