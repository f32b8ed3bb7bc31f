"""The rules of the ranking, each on a few records made for it."""

import pytest

from wmc_tui.model import Bilingual
from wmc_tui.search import Index
from wmc_tui.search.index.record import Record, new_record
from wmc_tui.search.index.selection import facets_line

FILLING = 60


def made(id: str, en: str, zh: str = "", *, kind: str = "sentence", bonus: float = 0.0, behind: str = "") -> Record:
    """A record of a text."""
    own = facets_line({"edition": "2023", "kind": kind})
    fact = id if kind == "fact" else ""
    return new_record(kind, id, Bilingual(en, zh), edition=2023, fact=fact, facets=own, bonus=bonus, behind=behind)


def order(records: list[Record], query: str) -> list[str]:
    return [hit.id for hit in Index.of(records).search(query)]


def test_a_rare_term_counts_more_than_a_common_one() -> None:
    common = [made(f"c{number}", f"the convention in hall {number}", bonus=5.0) for number in range(FILLING)]
    rare = made("rare", "a zeppelin above the river")
    assert order([*common, rare], "convention zeppelin")[0] == "rare"
    common_zh = [made(f"c{number}", "", f"大会在{number}号馆举行", bonus=5.0) for number in range(FILLING)]
    assert order([*common_zh, made("rare", "", "飞艇在江上")], "大会 飞艇")[0] == "rare"


@pytest.mark.parametrize("query", ["guests", "gues", "嘉宾"])
def test_a_forecast_never_stands_before_its_result(query: str) -> None:
    forecast = made("forecast", "Guests", "嘉宾", kind="fact", bonus=9.0, behind="result")
    result = made("result", "Guests at the event", "大会嘉宾", kind="fact", bonus=1.0)
    assert order([forecast, result], query) == ["result", "forecast"]


def test_a_forecast_that_alone_answers_stands_first() -> None:
    forecast = made("forecast", "Guests expected", kind="fact", behind="result")
    result = made("result", "Guests at the event", kind="fact", bonus=9.0)
    assert order([forecast, result], "expected guests")[0] == "forecast"


def test_small_words_decide_nothing() -> None:
    records = [made("small", "what of the in and of it", bonus=9.0), made("meant", "investment")]
    assert order(records, "what is the investment of it")[0] == "meant"
