"""A well-known recogniser's own cases. Needs WMC_TUI_PEER_CASES, the name of the file."""

import json
import os
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from wmc_tui.quantities.figure import figure_dicts
from wmc_tui.quantities.recogniser import recognise

LEAST = {"core": 0.98, "extended": 0.88, "negative": 0.95}


def met(want: dict[str, Any], figure: dict[str, Any], kind: str) -> bool:
    if not (figure["start"] < want["end"] and want["start"] < figure["end"]):
        return False
    if (want["value"] is None) != (figure["value"] is None):
        return False
    if want["value"] is not None and Decimal(want["value"]) != Decimal(figure["value"]):
        return False
    if kind not in ("currency", "percent") or not want["unit"]:
        return True
    return figure["unit"] is not None if want["unit"].endswith("?") else bool(figure["unit"] == want["unit"])


def passes(case: dict[str, Any]) -> bool:
    figures = figure_dicts(recognise(case["input"].replace("\n", " "), case["lang"]))
    if case["tier"] == "negative":
        return not figures
    return all(any(met(want, figure, case["kind"]) for figure in figures) for want in case["expected"])


def test_peer_cases() -> None:
    name = os.environ.get("WMC_TUI_PEER_CASES")
    if not name:
        pytest.skip("WMC_TUI_PEER_CASES names no file")
    total: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for case in json.loads(Path(name).read_text(encoding="utf-8"))["cases"]:
        if case["tier"] not in LEAST or (case["tier"] == "negative" and "other-kind" in case["tags"]):
            continue
        total[case["tier"]] += 1
        passed[case["tier"]] += passes(case)
    scores = {tier: passed[tier] / total[tier] for tier in total}
    assert all(scores[tier] >= LEAST[tier] for tier in total), scores
