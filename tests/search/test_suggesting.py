"""What to try where no figure is the one asked for."""

from decimal import Decimal

import pytest

from wmc_tui.model import Bilingual
from wmc_tui.search.query.query import parse
from wmc_tui.search.query.suggestions import Suggestion, suggestions


class Values(list[tuple[Decimal, str]]):
    """Figures in ascending order."""

    def between(self, low: Decimal, high: Decimal) -> list[tuple[Decimal, str]]:
        return [figure for figure in self if low <= figure[0] <= high]


VALUES = Values(
    sorted(
        (Decimal(value), unit)
        for value, unit in [
            ("447100000000", "CNY"),
            ("342500000000", "CNY"),
            ("587", "count"),
            ("16000", "count"),
            ("350000", "m2"),
            ("19.1", "percent"),
            ("-5.77", "percent"),
        ]
    )
)


def suggested(text: str) -> list[Suggestion]:
    return list(suggestions(parse(text, range(2018, 2026)), VALUES))


@pytest.mark.parametrize(
    ("typed", "instead", "why"),
    [
        ("44.71 billion", "447.1 billion", "a tenfold slip"),
        ("447.1亿元", "4471亿元", "a tenfold slip"),
        ("4.471 trillion yuan 2018", "447.1 billion yuan 2018", "a tenfold slip"),
        ("447.1 million investment", "447.1 billion investment", "a thousand times"),
        ("4471万", "4471亿", "ten thousand times"),
        ("35 m2", "350,000 square meters", "ten thousand times"),
        ("4417亿", "4471亿", "two digits swapped"),
        ("4417", "447.1 billion", "two digits swapped"),
        ("441.7 bn", "447.1 billion", "two digits swapped"),
        ("4472亿", "4471亿", "one digit wrong"),
        ("448.9 billion", "447.1 billion", "within 1 percent"),
        ("5.78%", "", ""),
        ("-5.78%", "-5.77%", "one digit wrong"),
        ("16,100 guests", "16,000 guests", "one digit wrong"),
    ],
)
def test_near_misses(typed: str, instead: str, why: str) -> None:
    found = suggested(typed)
    if not instead:
        assert found == []
        return
    assert found[0].text == instead
    assert why in found[0].reason.en
    assert found[0].reason.zh.startswith("有")


def test_the_reason_is_given_in_both_languages() -> None:
    (one,) = suggested("44.71 billion")
    assert one.reason == Bilingual("447.1 billion exists: a tenfold slip?", "有4471亿：差了十倍？")


@pytest.mark.parametrize(
    "typed",
    ["447.1 billion", "4471亿元", "4471", "447.1", "587", "investment", "", "over 44.71 billion", "0", "77777777"],
)
def test_nothing_is_suggested_where_the_figure_is_there_or_nothing_is_near(typed: str) -> None:
    assert suggested(typed) == []


def test_a_value_is_written_as_it_stands_in_the_store() -> None:
    (one,) = suggested("3.5万平方米")
    assert (one.text, one.reason.en) == ("35万平方米", "350,000 square meters exists: a tenfold slip?")


def test_the_unit_typed_is_kept() -> None:
    assert suggested("44.71 billion US dollars") == []
    assert [one.text for one in suggested("191%")] == ["19.1%"]


def test_what_is_suggested_is_there() -> None:
    for typed in ("44.71 billion", "4417", "4417亿", "5788 10", "448.9 billion", "35 m2"):
        for one in suggested(typed):
            assert suggested(one.text) == []


def test_no_figures_no_suggestions() -> None:
    assert suggestions(parse("4471亿", ()), Values()) == ()
