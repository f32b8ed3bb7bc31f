"""What to try where no figure is the one asked for, and where nothing has all that is asked for."""

from decimal import Decimal

import pytest

from tests.search.examples import EDITIONS
from wmc_tui.model import Bilingual
from wmc_tui.search.query.query import parse
from wmc_tui.search.query.suggestions import Suggestion, suggestions

FIGURES = [
    (Decimal(value), unit)
    for value, unit in [
        ("-5.77", "percent"),
        ("19.1", "percent"),
        ("587", "count"),
        ("16000", "count"),
        ("350000", "m2"),
        ("342500000000", "CNY"),
        ("447100000000", "CNY"),
    ]
]


def between(low: Decimal, high: Decimal) -> list[tuple[Decimal, str]]:
    return [figure for figure in FIGURES if low <= figure[0] <= high]


def suggested(text: str) -> list[Suggestion]:
    return list(suggestions(parse(text, EDITIONS), between))


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
        ("-5.78%", "-5.77%", "one digit wrong"),
        ("16,100 guests", "16,000 guests", "one digit wrong"),
    ],
)
def test_near_misses(typed: str, instead: str, why: str) -> None:
    found = suggested(typed)
    assert found[0].text == instead
    assert why in found[0].reason.en
    assert found[0].reason.zh.startswith("有")


def test_the_reason_is_given_in_both_languages() -> None:
    (suggestion,) = suggested("44.71 billion")
    assert suggestion.reason == Bilingual("447.1 billion exists: a tenfold slip?", "有4471亿：差了十倍？")


@pytest.mark.parametrize(
    "typed",
    "447.1 billion|4471亿元|4471|447.1|587|investment||over 44.71 billion|0|77777777|5.78%|44.71 billion US dollars|"
    "attendees 2025".split("|"),
)
def test_nothing_is_suggested_where_the_figure_is_there_or_nothing_is_near(typed: str) -> None:
    assert suggested(typed) == []


def test_a_value_is_written_as_it_stands_in_the_store() -> None:
    (suggestion,) = suggested("3.5万平方米")
    assert (suggestion.text, suggestion.reason.en) == ("35万平方米", "350,000 square meters exists: a tenfold slip?")


def test_the_unit_typed_is_kept() -> None:
    assert [suggestion.text for suggestion in suggested("191%")] == ["19.1%"]


def test_what_is_suggested_is_there() -> None:
    for typed in ("44.71 billion", "4417", "4417亿", "5788 10", "448.9 billion", "35 m2"):
        for suggestion in suggested(typed):
            assert suggested(suggestion.text) == []


RECORDS = [
    *("2023 guests foreign", "2025 guests", "2024 外宾 robots"),
    *("2022 447.1 investment is:single", "2018 total investment"),
]
"""What each record answers: all words that it has, in any order, but phrases in order."""


def counts(text: str) -> int:
    phrase = text.replace('"', "") if '"' in text else ""
    words = text.replace('"', "").split()
    return sum(set(words) <= set(record.split()) and phrase in record for record in RECORDS) if words else 0


def suggested_by_counts(text: str) -> list[Suggestion]:
    return list(suggestions(parse(text, EDITIONS), between, counts=counts))


@pytest.mark.parametrize(
    ("typed", "instead", "why"),
    [
        ("2025 foreign", "foreign", "nothing in 2025, but in another edition"),
        ("2023 外宾", "外宾", "nothing in 2023, but in another edition"),
        ("attendees 2025", "2025", "nothing has attendees"),
        ("guests attendees", "guests", "nothing has attendees"),
        ("2018 is:single", "is:single", "nothing in 2018, but in another edition"),
        ("guests is:single", "is:single", "found without guests"),
        ("2025个 guests", "2025 guests", "the edition of 2025?"),
        ("guests 2025家", "guests 2025", "the edition of 2025?"),
        ('"investment total"', "investment total", "found where its words need not stand together"),
    ],
)
def test_the_failing_part_is_named_and_left_out(typed: str, instead: str, why: str) -> None:
    first = suggested_by_counts(typed)[0]
    assert (first.text, first.reason.en) == (instead, why)
    assert first.reason.zh


@pytest.mark.parametrize("typed", ["guests 2025", "attendees", "外宾", "2023", "", "x" * 100 + " guests", "zzz yyy"])
def test_nothing_is_offered_where_all_is_there_or_no_part_would_help(typed: str) -> None:
    assert suggested_by_counts(typed) == []


def test_what_is_offered_is_there() -> None:
    for typed in ("2025 foreign", "guests robots 2024", "attendees guests 2023", "2025guests foreign"):
        found = suggested_by_counts(typed)
        assert found
        assert all(counts(suggestion.text) for suggestion in found)


def test_few_queries_are_tried() -> None:
    asked: list[str] = []

    def counted(text: str) -> int:
        asked.append(text)
        return 0

    suggestions(parse(" ".join(f"w{n}" for n in range(15)), EDITIONS), between, counts=counted)
    assert 0 < len(asked) <= 13


def test_a_number_of_one_digit_has_no_slip_of_size() -> None:
    figure = Decimal(60_000), "count"
    assert suggestions(parse("0.6 million", EDITIONS), lambda low, high: [figure] * (low <= figure[0] <= high)) == ()
