"""The publications' own texts: every quantity found, and hardly anything else. Needs WMC_TUI_SOURCES."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from wmc_tui.quantities.figure import plain_decimal
from wmc_tui.quantities.recogniser import recognise

EXPECTED = Path(__file__).with_name("expected_sources.toml")
AS_SUCH = {"date", "year", "ordinal"}
Key = tuple[str, str, str, str]


def expected_quantities(entry: dict[str, Any]) -> Counter[Key]:
    return Counter((q["text"], q["value"], q["unit"], q["qualifier"]) for q in entry["quantities"])


def found_quantities(path: Path) -> Counter[Key]:
    return Counter(
        (" ".join(f.text.split()), plain_decimal(f.value) or "", f.unit or "", f.qualifier)
        for f in recognise(path.read_text(encoding="utf-8"))
        if f.kind not in AS_SUCH
    )


def test_quantities_of_the_sources(sources: Path) -> None:
    texts = tomllib.loads(EXPECTED.read_text(encoding="utf-8"))["text"]
    wanted = found = met = 0
    differences: list[str] = []
    for entry in texts:
        want, have = expected_quantities(entry), found_quantities(sources / entry["file"])
        wanted, found, met = wanted + want.total(), found + have.total(), met + (want & have).total()
        differences += [f"{entry['file']}: not found {key}" for key in want - have]
        differences += [f"{entry['file']}: not expected {key}" for key in have - want]
    assert met >= 0.98 * wanted, differences
    assert found - met <= 0.03 * found, differences
