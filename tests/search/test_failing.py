"""Where nothing has all that is asked for, the part that fails is named, and the query without it offered."""

import pytest

from tests.search.test_suggesting import VALUES, Values
from wmc_tui.search.query.query import parse
from wmc_tui.search.query.suggestions import Suggestion, suggestions

RECORDS = [
    "2023 guests foreign",
    "2025 guests",
    "2024 外宾 robots",
    "2022 447.1 investment is:single",
    "2018 total investment",
]
"""What each record answers: all words that it has, in any order, but phrases in order."""


def counts(text: str) -> int:
    phrase = text.replace('"', "") if '"' in text else ""
    words = text.replace('"', "").split()
    return sum(set(words) <= set(record.split()) and phrase in record for record in RECORDS) if words else 0


def suggested(text: str) -> list[Suggestion]:
    return list(suggestions(parse(text, range(2018, 2026)), VALUES, counts=counts))


@pytest.mark.parametrize(
    ("typed", "instead", "why"),
    [
        ("2025 foreign", "foreign", "nothing in 2025, but in another edition"),
        ("2023 外宾", "外宾", "nothing in 2023, but in another edition"),
        ("attendees 2025", "2025", "nothing has attendees"),
        ("guests attendees", "guests", "nothing has attendees"),
        ("2018 is:single", "is:single", "nothing in 2018, but in another edition"),
        ("guests is:single", "is:single", "found without guests"),
        ('"investment total"', "investment total", "found where its words need not stand together"),
    ],
)
def test_the_failing_part_is_named_and_left_out(typed: str, instead: str, why: str) -> None:
    first = suggested(typed)[0]
    assert (first.text, first.reason.en) == (instead, why)
    assert first.reason.zh


@pytest.mark.parametrize("typed", ["guests 2025", "attendees", "外宾", "2023", "", "x" * 100 + " guests", "zzz yyy"])
def test_nothing_is_offered_where_all_is_there_or_no_part_would_help(typed: str) -> None:
    assert suggested(typed) == []


def test_what_is_offered_is_there() -> None:
    for typed in ("2025 foreign", "guests robots 2024", "attendees guests 2023", "2025guests foreign"):
        found = suggested(typed)
        assert found
        assert all(counts(one.text) for one in found)


def test_without_counts_only_numbers_are_suggested() -> None:
    assert suggestions(parse("attendees 2025", range(2018, 2026)), VALUES) == ()


@pytest.mark.parametrize(("typed", "instead"), [("2025个 guests", "2025 guests"), ("guests 2025家", "guests 2025")])
def test_an_amount_that_no_figure_has_is_perhaps_an_edition(typed: str, instead: str) -> None:
    first = suggested(typed)[0]
    assert (first.text, first.reason.en) == (instead, "the edition of 2025?")


def test_few_queries_are_tried() -> None:
    asked: list[str] = []

    def counted(text: str) -> int:
        asked.append(text)
        return 0

    suggestions(parse(" ".join(f"w{n}" for n in range(15)), range(2018, 2026)), VALUES, counts=counted)
    assert 0 < len(asked) <= 13


def test_a_number_of_one_digit_has_no_slip_of_size() -> None:
    values = Values((value, unit) for value, unit in VALUES if value == 587)
    assert suggestions(parse("0.6 million", ()), values) == ()
