"""Years before words, before counted things, and half typed."""

import pytest

from tests.search.examples import KNOWN
from wmc_tui.search.query.edition_years import find_begun_year
from wmc_tui.search.query.query import parse


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        *((f"2023{suffix}项目", "项目") for suffix in ("", " ", "年", "年度", "届")),
        *((f"2023{noun}", noun) for noun in ("人数", "场次", "家数", "名单", "guests")),
        ("guests2023", "guests"),
        ("2023projects signed", "projects signed"),
    ],
)
def test_a_year_touching_a_word_is_the_edition(text: str, rest: str) -> None:
    query = parse(text, KNOWN)
    assert (query.years, query.rest, query.numbers) == (frozenset({2023}), rest, ())


@pytest.mark.parametrize(
    "text", ["2023个", "2023个项目", "2023家企业", "2023项", "2023人次", "2023元", "2023bn", "2023亿"]
)
def test_a_year_counting_something_is_an_amount(text: str) -> None:
    query = parse(text, KNOWN)
    assert query.years == set()
    assert query.numbers[0].value is not None


@pytest.mark.parametrize("text", ['"total investment" 202', "unit:m2 202", "unit:m2 20", "届:2019 20"])
def test_the_beginning_of_a_year_beside_filters_and_phrases_asks_for_nothing(text: str) -> None:
    query = parse(text, KNOWN)
    assert query.numbers == ()
    assert "20" not in query.rest


def test_the_beginning_of_a_year_beside_words_need_not_be_there() -> None:
    (number,) = parse("guests 202", KNOWN).numbers
    assert number.bound
    (number,) = parse("guests 202 ", KNOWN).numbers
    assert not number.bound


@pytest.mark.parametrize("text", ["202", "20", " 202", "guests 203", "guests 7202", "guests 20.", "guests 202 "])
def test_other_numbers_are_no_beginnings_of_years(text: str) -> None:
    assert find_begun_year(text, KNOWN.editions) is None
