"""Imports go down the layers only, and the lower ones load neither textual nor rich."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "wmc_tui"
CORE = [
    layer
    for layer in ("model", "text", "quantities", "store", "series", "search", "checks", "present")
    if (PACKAGE / layer / "__init__.py").exists()
]
TOOLKITS = {"textual", "rich"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def layers() -> list[set[str]]:
    """Return the rows of the architecture's table, top first, each with the names of its packages."""
    text = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`wmc_tui\..*?) \|", text, re.MULTILINE)
    return [set(re.findall(r"`wmc_tui\.(\w+)`", row)) for row in rows]


def may_import(layer: str) -> set[str]:
    """Return the packages that a layer may import besides itself."""
    if layer == "__init__":
        return set()
    rows = layers()
    if layer == "__main__":
        return set().union(*rows)
    place = next(place for place, row in enumerate(rows) if layer in row)
    return set().union(*rows[place + 1 :])


def layer_of(path: Path) -> str:
    """Return the first part of a module's path inside the package: `ui` or `__main__`."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield the full name of every module, or member of a package, that a file imports anywhere."""
    package = ["wmc_tui", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            name = ".".join(part for part in (base, node.module or "") if part)
            yield from (f"{name}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down_only(path: Path) -> None:
    layer = layer_of(path)
    allowed = may_import(layer) | {layer, "__version__"}
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "wmc_tui" and len(parts) > 1:
            assert parts[1] in allowed, f"{layer} may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_lower_layers_name_no_toolkit(path: Path) -> None:
    if layer_of(path) in CORE:
        assert not {name.split(".")[0] for name in imported(path)} & TOOLKITS


def toolkits_loaded_by(module: str) -> set[str]:
    """Import every module of a package, or one module, in a process of its own."""
    script = f"""
import importlib, pkgutil, sys
top = importlib.import_module({module!r})
for found in pkgutil.walk_packages(getattr(top, "__path__", []), {module!r} + "."):
    importlib.import_module(found.name)
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split()) & TOOLKITS


@pytest.mark.parametrize("layer", CORE)
def test_the_lower_layers_load_no_toolkit(layer: str) -> None:
    assert toolkits_loaded_by(f"wmc_tui.{layer}") == set()


@pytest.mark.parametrize("module", ["wmc_tui.cli", "wmc_tui.__main__"])
def test_commands_do_not_load_textual(module: str) -> None:
    assert "textual" not in toolkits_loaded_by(module)


def test_every_package_has_its_row() -> None:
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert packages >= {"model", "text", "quantities", "store", "search", "present"}
    assert packages <= set().union(*layers())
    assert may_import("store") == {"quantities", "text", "model"}


def test_the_test_sees_what_it_looks_for() -> None:
    assert toolkits_loaded_by("rich.cells") == {"rich"}
