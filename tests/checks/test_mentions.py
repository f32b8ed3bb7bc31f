"""Mentions read as their facts' values."""

from pathlib import Path

import pytest

from tests.checks.conftest import Make, article, fact
from tests.conftest import open_alone
from wmc_tui.checks.mentions import check_mentions
from wmc_tui.store import Problem

SAMPLE = Path(__file__).parent.parent / "search" / "sample.toml"
CHANGES = {
    "a tenth": ("value = 342500000000", "value = 34250000000", "a slip of 10x"),
    "a hundredth": ("value = 342500000000", "value = 3425000000", "a slip of 100x"),
    "a thousandth": ("value = 342500000000", "value = 342500000", "a slip of 1,000x"),
    "万 for 亿": ("value = 342500000000", "value = 34250000", "a slip of 10^4"),
    "亿 forgotten": ("value = 342500000000", "value = 3425", "a slip of 10^8"),
    "another number": ("value = 587", "value = 578", "reads as 587, but 2023.projects_signed is 578"),
}


def problems(folder: Path, old: str = "", new: str = "") -> list[Problem]:
    """What is wrong with the mentions of the sample where one text of it is another."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert old in text
    store = folder / "store.toml"
    store.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    with open_alone(folder / "home", store) as library:
        assert library.problems == ()
        return check_mentions(library)


def test_a_right_store_has_none(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_wrong_value_is_found_in_both_languages(change: str, tmp_path: Path) -> None:
    old, new, said = CHANGES[change]
    wrong = problems(tmp_path, old, new)
    assert [problem.key.rpartition(" ")[2] for problem in wrong] == ["en", "zh"]
    assert all(said in problem.what for problem in wrong)


def test_a_problem_names_the_line_of_the_figure(tmp_path: Path) -> None:
    wrong = problems(tmp_path, "value = 587", "value = 578")
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    assert [lines[(problem.line or 0) - 1] for problem in wrong] == ['en = "587 projects"', 'zh = "587个"']
    assert wrong[0].hint == "write value = 587 there, or correct the figure here"


def test_another_unit_is_found(tmp_path: Path) -> None:
    wrong = problems(tmp_path, 'unit = "USD"', 'unit = "EUR"')
    assert {problem.what.partition(" reads ")[2] for problem in wrong} == {
        "as USD, but 2018.foreign_investment is in EUR"
    }


def test_a_hedge_in_both_languages_is_found(tmp_path: Path) -> None:
    wrong = problems(tmp_path, 'value = 430\nqualifier = "over"', 'value = 430\nqualifier = "exact"')
    assert [problem.what for problem in wrong] == [
        '2018.projects_signed.over_430 is "exact", but both languages say "over"'
    ]


@pytest.mark.parametrize(
    ("growth", "en", "figure_en", "zh", "figure_zh", "wrong"),
    [
        ("-5.5", "It fell by 5.5%.", "5.5%", "下降5.5%。", "5.5%", 0),
        ("5.5", "It fell by -5.5%.", "-5.5%", "下降-5.5%。", "-5.5%", 2),
        ("50", "It grew by half.", "half", "增长五成。", "五成", 0),
        ("50", "It grew by 0.5%.", "0.5%", "增长0.5%。", "0.5%", 2),
    ],
)
def test_a_fall_is_told_by_its_amount_and_a_share_by_a_fraction(
    library: Make, growth: str, en: str, figure_en: str, zh: str, figure_zh: str, wrong: int
) -> None:
    stated = article("made-up", "2019.growth", source="wire", original="en", en=(en, figure_en), zh=(zh, figure_zh))
    grown = fact("2019.growth", "projects", growth, measure="growth", unit="percent")
    assert len(check_mentions(library(grown, stated))) == wrong
