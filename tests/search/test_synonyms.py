"""One table of words that mean the same, in both languages."""

from collections import Counter

import pytest

from wmc_tui.search.index.synonyms import ROWS, synonyms
from wmc_tui.search.index.tokens import stem
from wmc_tui.text.fold import fold


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("attendees", "guests"),
        ("attendee", "guests"),
        ("visitors", "guests"),
        ("guests", "嘉宾"),
        ("客商", "嘉宾"),
        ("外宾", "境外嘉宾"),
        ("yoy", "growth"),
        ("companies", "exhibitors"),
        ("firm", "enterprises"),
        ("sqm", "area"),
        ("营收", "营业收入"),
        ("turnover", "revenue"),
        ("nev", "新能源汽车"),
        ("slogan", "theme"),
        ("外宾人数", "境外嘉宾人数"),
        ("营收增长率", "营业收入增长率"),
    ],
)
def test_what_means_the_same(word: str, others: str) -> None:
    assert others in synonyms(word)


@pytest.mark.parametrize("word", ["gdp", "anhui", "合肥", "2023", "", "强", "the", "国内生产总值"])
def test_other_words_have_none(word: str) -> None:
    assert synonyms(word) == ()


def test_each_word_has_one_meaning_and_stands_in_its_folded_form() -> None:
    words = [stem(word) if word.isascii() else word for row in ROWS for word in {*row}]
    forms = Counter((stem(word) if word.isascii() else word, number) for number, row in enumerate(ROWS) for word in row)
    assert Counter(word for word, _ in forms).most_common(1)[0][1] == 1
    assert all(fold(word) == word and (word.isascii() or word.isalpha()) for word in words)


def test_every_row_speaks_both_languages_or_one_that_lacks_words() -> None:
    single = [row for row in ROWS if len({word.isascii() for word in row}) == 1]
    assert [row[0] for row in single] == ["外宾"]


def test_no_word_is_its_own_synonym_and_the_relation_goes_both_ways() -> None:
    for row in ROWS:
        for word in row:
            found = synonyms(word)
            assert word not in found
            assert all(
                any(stem(word) == stem(back) if word.isascii() else word == back for back in synonyms(other))
                for other in found
            )


def test_words_of_the_same_language_come_first() -> None:
    for word in ("guests", "嘉宾"):
        sides = [other.isascii() == word.isascii() for other in synonyms(word)]
        assert sides == sorted(sides, reverse=True)
