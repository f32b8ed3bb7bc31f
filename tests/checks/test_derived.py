"""Figures that follow from others."""

import os
import tomllib
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.checks.conftest import fact
from wmc_tui.checks import DerivedKind, derive
from wmc_tui.store import Library, open_library

Make = Callable[..., Library]

EXPECTED = {
    "growth:2019.projects_signed": "46.33",
    "growth:2020.total_investment": "-15.96",
    "growth:2022.projects_signed": "-19.20",
    "growth:2025.foreign_guests": "29.72",
    "average:2023.total_investment": "583475298.13",
    "share:2021.emerging10_investment": "74.79",
    "share:2023.exhibitors_outside_province": "43.12",
    "sum:2024.exhibition_area_indoor": "52000",
    "sum:2020.wuhu_main_projects": "76",
    "cumulative:2025.projects_signed": "5061",
    "implied:2022.cumulative_guests": "4621",
    "implied:2022.cumulative_projects": "567",
    "implied:2020.cumulative_projects": "678",
    "base:2020.hkmo_projects": "62.02",
    "base:2024.top500_rd": "1093236156786.06",
}
"""Of the shipped store: one of each way in which its figures follow, to two places."""


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("WMC_TUI_HOME", str(tmp_path))
    library = open_library(use_cache=False)
    yield library
    library.close()


def test_the_shipped_facts_give_what_nobody_states(shipped: Library) -> None:
    found = {one.id: one for one in derive(shipped)}
    assert {
        id: str(round(found[id].value, 2).normalize().quantize(Decimal(value))) for id, value in EXPECTED.items()
    } == (EXPECTED)
    facts = {each.id for each in shipped.facts()}
    assert not facts & set(found)
    assert all(each.id in facts for one in found.values() for each in one.inputs)
    assert all(one.label.en and one.label.zh for one in found.values())


def test_every_derived_value_of_the_dossier_comes_out(shipped: Library) -> None:
    dossier = os.environ.get("WMC_TUI_DOSSIER")
    if not dossier:
        pytest.skip("WMC_TUI_DOSSIER names no dossier")
    with open(dossier, "rb") as stream:
        wanted = tomllib.load(stream, parse_float=Decimal)["derived"]
    found = {(one.edition, round(one.value, 2)) for one in derive(shipped)}
    assert len(wanted) == 34
    assert [one["id"] for one in wanted if (one["edition"], round(Decimal(one["value"]), 2)) not in found] == []


def test_only_those_of_an_edition(shipped: Library) -> None:
    everything = derive(shipped)
    assert {one.edition for one in derive(shipped, 2023)} == {2023}
    assert derive(shipped, 2023) == [one for one in everything if one.edition == 2023]
    assert derive(shipped, 1999) == []


def test_a_stated_share_is_not_derived_again(library: Make) -> None:
    signed = fact("2019.signed", "projects", 587, zh="587个")
    chips = fact("2019.chips", "projects", 534, part="chips", zh="534个")
    stated = fact("2019.share", "projects", 91, part="chips", measure="share", unit="percent", zh="91%")
    (derived,) = derive(library(signed, chips))
    assert (derived.kind, derived.formula) == (DerivedKind.SHARE, "100 * 2019.chips / 2019.signed")
    assert (derived.label.en, derived.label.zh) == ("Projects, Chips: share of the whole", "芯片项目占比")
    assert derive(library(signed, chips, stated)) == []


def test_nothing_follows_from_a_forecast(library: Make) -> None:
    before = fact("2018.signed", "projects", 400, stage="pre_event", zh="400个")
    assert derive(library(before, fact("2019.signed", "projects", 587, zh="587个"))) == []
