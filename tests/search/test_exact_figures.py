"""Figures are compared with their decimal points, and numbers are never cut."""

import pytest

from wmc_tui.search import Index
from wmc_tui.text.fold import fold, fold_words, join_words, normalise_figure, normalise_typed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("34.25亿元", "34.25亿元"),
        ("3,425亿元", "3425亿元"),
        ("３４．２５ 億元", "34.25亿元"),
        ("447,100,000,000 yuan", "447100000000yuan"),
        ("2018,2019", "2018_2019"),
        ("24-26 May, 2018", "24_26may2018"),
    ],
)
def test_a_written_figure_keeps_its_point(text: str, expected: str) -> None:
    assert normalise_figure(text) == expected
    assert normalise_typed(fold_words(text), text) == expected


def test_what_is_left_of_a_query_is_read_as_it_was_typed() -> None:
    assert normalise_typed("34 25亿元", "2023年34.25亿元") == "34.25亿元"


def test_digits_apart_stay_apart() -> None:
    assert join_words(fold("增长93.8%")) == "增长93_8%"
    assert join_words("a b 1 c") == "ab1c"


@pytest.mark.parametrize(
    ("query", "first"),
    [("38.5%", "2020.sei_projects_growth"), ("1736.5亿元", "2025.top500_threshold.tenfold")],
)
def test_the_exact_figure_comes_first(shipped_index: Index, query: str, first: str) -> None:
    hit = shipped_index.search(query)[0]
    assert hit.id == first
    assert "as written" in hit.why


@pytest.mark.parametrize("query", ["34.25亿元", "342.5亿元", "9.11%", "1.0%", "3.425亿元"])
def test_no_figure_ten_times_off_is_said_to_be_as_written(shipped_index: Index, query: str) -> None:
    assert not [hit.id for hit in shipped_index.search(query) if "as written" in hit.why]


@pytest.mark.parametrize("query", ["8 percent", "6 billion yuan", "0.6万亿"])
def test_a_number_is_no_phrase_inside_another(shipped_index: Index, query: str) -> None:
    hits = shipped_index.search(query)
    assert hits[0].kind == "fact" and hits[0].why == ("value",)
    assert not [hit.id for hit in hits if "phrase" in hit.why]


def test_an_exact_phrase_does_not_begin_inside_a_number(shipped_index: Index) -> None:
    assert all("93.8" not in hit.text.en for hit in shipped_index.search('"8 percent"'))


def test_the_fact_comes_before_the_sentences_that_state_its_amount(shipped_index: Index) -> None:
    for query in ("9622亿", "3500亿", "171亿", "152亿", "7.29 trillion"):
        assert shipped_index.search(query)[0].kind == "fact", query


def test_a_hedge_that_was_typed_decides_between_equal_amounts(shipped_index: Index) -> None:
    assert shipped_index.search("nearly 1,400")[0].id == "2021.guests"
