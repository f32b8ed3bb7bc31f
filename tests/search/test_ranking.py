"""The rules of the ranking, each on a few records made for it."""

import pytest

from wmc_tui.model import Bilingual
from wmc_tui.search import Index
from wmc_tui.search.index.record import Record
from wmc_tui.text.fold import fold_words

FILLING = 60


def made(id: str, en: str, zh: str = "", *, kind: str = "sentence", **fields: object) -> Record:
    """A record of a text."""
    record = Record(
        kind=kind,
        id=id,
        edition=2023,
        fact=id if kind == "fact" else "",
        article="a",
        sentence=1,
        text=Bilingual(en, zh),
        words_en=fold_words(en),
        words_zh=fold_words(zh),
        labels=(fold_words(en).replace(" ", ""),) if kind != "sentence" else (),
    )
    for name, value in fields.items():
        setattr(record, name, value)
    return record


def order(records: list[Record], query: str) -> list[str]:
    return [hit.id for hit in Index(records).search(query)]


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
