"""Numbers that touch words are read apart, and all places stay those of the text as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.examples import EDITIONS
from wmc_tui.search.query.query import parse, place_as_typed
from wmc_tui.search.query.spacing import part_glued


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("2023exhibitors", "2023 exhibitors"),
        ("guests2024", "guests 2024"),
        ("2023e", "2023 e"),
        ("587projects", "587 projects"),
        ("projects587", "projects 587"),
        ("1,500guests", "1,500 guests"),
        ("top500", "top 500"),
        ("2018-2020investment", "2018-2020 investment"),
        ("100bnyuan", "100bn yuan"),
        ("3.5billionyuan a 2billionguests", "3.5billion yuan a 2billion guests"),
        ("qy2023", "qy 2023"),
    ],
)
def test_what_touches_is_parted(typed: str, apart: str) -> None:
    assert part_glued(typed, EDITIONS.editions)[0] == apart


@pytest.mark.parametrize(
    "typed",
    "447.1bn,350k,6100sqm,91.1%,5G,3D,H200,CO2,2nd,21st,100mil,2023bn,rmb2023,usd500,metric:top500_rd,2018亿,"
    "2023项目,office369.com,moneyfm893.sg,investment,,2018 投资".split(","),
)
def test_scales_units_names_and_values_stay_whole(typed: str) -> None:
    assert part_glued(typed, EDITIONS.editions) == (typed, ())


@given(st.lists(st.sampled_from("2023 guests 587 top 500 , . : bn 项目 G a".split(" ")), max_size=20).map("".join))
def test_every_place_is_found_again(typed: str) -> None:
    apart, gaps = part_glued(typed, EDITIONS.editions)
    assert apart.replace(" ", "") == typed.replace(" ", "")
    for place, character in enumerate(apart):
        back = place_as_typed(place, gaps)
        assert (character == " " and len(apart) != len(typed)) or typed[back] == character


def test_parts_of_a_query_stand_where_they_were_typed() -> None:
    query = parse("projects587 >100bnyuan edition:2023", EDITIONS)
    (number,), (wanted,), (chosen,) = query.numbers, query.ranges, query.filters
    assert query.text[number.start : number.end] == "587"
    assert wanted.text == query.text[wanted.start : wanted.end] == ">100bnyuan"
    assert wanted.unit == "CNY"
    assert query.text[chosen.start : chosen.end] == "edition:2023"
    assert query.words == ("projects",)
