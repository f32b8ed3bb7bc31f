"""Words that are filters without a name, and names that are values."""

import pytest

from tests.search.known import KNOWN
from wmc_tui.search.query.filters import Filter
from wmc_tui.search.query.query import Query, parse


def query(text: str) -> Query:
    return parse(text, KNOWN)


def the_filter(text: str) -> Filter:
    (found,) = query(text).filters
    return found


@pytest.mark.parametrize(
    ("typed", "value", "negated"),
    [
        ("disputed", "disputed", False),
        ("Disputed", "disputed", False),
        ("有出入", "disputed", False),
        ("有争议", "disputed", False),
        ("single-source", "single", False),
        ("single source", "single", False),
        ("单一来源", "single", False),
        ("-disputed", "disputed", True),
        ("-single-source", "single", True),
        ("disputed:yes", "disputed", False),
        ("disputed:", "disputed", False),
        ("disputed:no", "disputed", True),
        ("-disputed:no", "disputed", False),
        ("single-source:yes", "single", False),
        ("is:single-source", "single", False),
        ("有出入:是", "disputed", False),
    ],
)
def test_a_standing_is_a_filter_without_its_name(typed: str, value: str, negated: bool) -> None:
    found = the_filter(typed)
    assert (found.name, found.values, found.negated) == ("is", (value,), negated)
    assert (found.start, found.end) == (0, len(typed))
    beside = query(f"2023 {typed} guests")
    assert beside.years == {2023}
    assert (beside.words, beside.runs) == (("guests",), ())


def test_a_standing_with_another_value_is_wrong_and_says_what_is_right() -> None:
    found = the_filter("disputed:2024")
    assert (found.values, found.nearest) == ((), "is:disputed")
    assert found.problem.en and found.problem.zh


@pytest.mark.parametrize("typed", ["undisputed", "disputedly", "single", "single sourcing", "没有出入", '"disputed"'])
def test_other_words_are_none(typed: str) -> None:
    assert query(typed).filters == ()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("约 scope:province", "about"), ("nearly 2018", "nearly"), ("2018 超过", "over"), ("2018 至少", "at_least")],
)
def test_a_hedge_alone_chooses_figures_hedged_so(typed: str, value: str) -> None:
    assert [one.value for one in query(typed).filters if one.name == "qualifier"] == [value]
    assert (query(typed).words, query(typed).runs) == ((), ())


@pytest.mark.parametrize(
    "typed", ["nearly", "约", "nearly guests 2018", "expected 2018", '约 "a b"', "exact 2018", 'OVER ED:0"']
)
def test_other_hedges_are_words(typed: str) -> None:
    assert [one for one in query(typed).filters if one.name == "qualifier"] == []


@pytest.mark.parametrize(
    "typed", ["nearly 1,400 guests", "近1400 客商", "almost 1400", "预计1400", "expected to be 1400"]
)
def test_a_hedge_before_a_number_is_no_word(typed: str) -> None:
    found = query(typed)
    assert found.numbers[0].qualifier in ("nearly", "expected")
    assert not {"nearly", "近", "almost", "预计", "expected", "be"} & {*found.words, *found.runs}
    assert found.rest.startswith("1")


def test_a_hedge_inside_another_word_is_none() -> None:
    assert query("附近1400").numbers[0].qualifier == "exact"
    assert query("linearly 1400").words == ("linearly",)
