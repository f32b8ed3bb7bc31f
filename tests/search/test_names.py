"""What is plainly called finds the fact that stands for it."""

import pytest

from wmc_tui.search import Index
from wmc_tui.search.index.naming import plain


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("参会嘉宾人数", "嘉宾"),
        ("签约项目数", "签约项目"),
        ("合肥市", "合肥"),
        ("届次", "届次"),
        ("展览面积", "展览面积"),
    ],
)
def test_a_plain_name_lacks_what_says_how_is_counted(label: str, expected: str) -> None:
    assert plain(label) == expected


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("2023 guests", "2023.guests"),
        ("2023嘉宾", "2023.guests"),
        ("2023 jiabin", "2023.guests"),
        ("2024 guests", "2024.guests"),
        ("2021签约项目数", "2021.projects_signed"),
        ("2025签约项目数", "2025.projects_signed"),
        ("2022 projects", "2022.projects_signed"),
        ("2022 investment", "2022.total_investment"),
        ("外宾", "2025.foreign_guests"),
        ("waibin 2025", "2025.foreign_guests"),
        ("hefei", "2020.hefei_projects"),
        ("-届:2025 主宾国", "2024.guest_country"),
        ("guest contry 2019", "2019.guest_country"),
        ("attendees 2025", "2025.guests"),
        ("2023 外宾", "2023.foreign_guests"),
        ("2020 NEV share", "2020.anhui_nev_share"),
    ],
)
def test_a_name_finds_what_stands_for_it(shipped_index: Index, query: str, first: str) -> None:
    assert shipped_index.search(query)[0].id == first


def test_a_label_in_full_comes_before_a_name(shipped_index: Index) -> None:
    assert shipped_index.search("Projects signed, 2018 to 2022")[0].id == "2022.cumulative_projects"
