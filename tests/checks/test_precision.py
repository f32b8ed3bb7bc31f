"""What interval a figure stands for, by how its publications write it."""

from decimal import Decimal

import pytest

from wmc_tui.checks.precision import Writing, find_value, interval_of
from wmc_tui.model import Bilingual, Fact, Qualifier, Scope, Stage
from wmc_tui.quantities.interval import Interval

INTERVALS = {
    ("3425亿元", 342500000000, "CNY", "exact"): "[342450000000, 342550000000)",
    ("342.5 billion yuan", 342500000000, "CNY", "exact"): "[342450000000, 342550000000)",
    ("1.8 trillion yuan", 1800000000000, "CNY", "exact"): "[1750000000000, 1850000000000)",
    ("50,972 million yuan", 50972000000, "CNY", "exact"): "[50971500000, 50972500000)",
    ("6.1万平方米", 61000, "m2", "exact"): "[60500, 61500)",
    ("91%", 91, "percent", "exact"): "[90.5, 91.5)",
    ("74.80%", "74.8", "percent", "exact"): "[74.795, 74.805)",
    ("5.77%", "-5.77", "percent", "exact"): "[-5.775, -5.765)",
    ("436个", 436, "count", "exact"): "[436, 436]",
    ("1,752 projects", 1752, "count", "exact"): "[1752, 1752]",
    ("166.32万件", 1663200, "count", "exact"): "[1663150, 1663250)",
    ("seven", 7, "count", "exact"): "[7, 7]",
    ("三十", 30, "count", "exact"): "[30, 30]",
    ("430 projects", 430, "count", "over"): "(430, inf)",
    ("70%以上", 70, "percent", "at_least"): "[70, inf)",
    ("1400名", 1400, "count", "nearly"): "[1300, 1400)",
    ("500家", 500, "count", "nearly"): "[450, 500)",
    ("150 billion", 150000000000, "USD", "about"): "[140000000000, 160000000000]",
    ("211.3 billion", 211300000000, "USD", "about"): "[211200000000, 211400000000]",
    ("568 projects", 568, "count", "expected"): "[568, 568]",
    ("60", 60, "count", "up_to"): "(-inf, 60]",
}


def fact(value: object, unit: str, qualifier: str) -> Fact:
    words = Bilingual("Fact", "事实")
    number = Decimal(str(value))
    return Fact("2019.x", 2019, "x", words, Scope.EDITION, Stage.RESULT, number, unit, Qualifier(qualifier))


def interval_for(of: Fact, *writings: Writing) -> Interval | None:
    assert of.value is not None
    return interval_of(of, [(writing, find_value(writing, of.value)) for writing in writings])


def interval_text(interval: Interval | None) -> str:
    assert interval is not None
    low = "-inf" if interval.low is None else format(interval.low.normalize(), "f")
    high = "inf" if interval.high is None else format(interval.high.normalize(), "f")
    opening = "[" if interval.low_closed and interval.low is not None else "("
    return f"{opening}{low}, {high}{']' if interval.high_closed else ')'}"


@pytest.mark.parametrize(("case", "interval"), INTERVALS.items(), ids=lambda case: str(case[0]))
def test_a_figure_stands_for_what_its_writing_and_hedge_allow(
    case: tuple[str, object, str, str], interval: str
) -> None:
    text, value, unit, qualifier = case
    lang = "en" if text.isascii() else "zh"
    assert interval_text(interval_for(fact(value, unit, qualifier), Writing(lang, text, "daily"))) == interval


def test_the_most_exact_publication_counts() -> None:
    rough, fine = Writing("en", "1.8 trillion yuan", "wire"), Writing("zh", "18000亿元", "daily")
    for order in ([rough, fine], [fine, rough]):
        assert (
            interval_text(interval_for(fact(1800000000000, "CNY", "exact"), *order)) == "[1799950000000, 1800050000000)"
        )


def test_a_translation_of_ours_and_another_figure_say_nothing() -> None:
    ours = Writing("en", "1,663,200 patents", "daily", "a", ours=True)
    other = Writing("en", "1,663,201 patents", "wire")
    own = Writing("zh", "166.32万件", "daily", "a")
    assert interval_text(interval_for(fact(1663200, "count", "exact"), ours, other, own)) == "[1663150, 1663250)"


def test_without_a_writing_money_ends_at_its_last_digit_and_a_count_is_itself() -> None:
    assert interval_text(interval_for(fact(342500000000, "CNY", "exact"))) == "[342450000000, 342550000000)"
    assert interval_text(interval_for(fact(16000, "count", "exact"))) == "[16000, 16000]"
    assert interval_text(interval_for(fact("2.33", "percent", "exact"))) == "[2.325, 2.335)"


def test_a_text_stands_for_no_interval() -> None:
    assert interval_of(fact(1, "text", "exact")._replace(value=None), []) is None


@pytest.mark.parametrize(
    ("text", "lang", "value", "over"),
    [
        ("3000余件", "zh", 3000, True),
        ("430+", "en", 430, True),
        ("1.6万多名", "zh", 16000, True),
        ("436个", "zh", 436, False),
        ("Sixty-six", "en", 66, False),
    ],
)
def test_a_hedge_within_the_figure_is_read(text: str, lang: str, value: int, over: bool) -> None:
    read = find_value(Writing(lang, text, "daily"), Decimal(value))
    assert read is not None
    assert read.value == value
    assert read.over is over


def test_another_figure_is_read_as_what_it_says() -> None:
    read = find_value(Writing("en", "342.5 million yuan", "wire"), Decimal(342500000000))
    assert read is not None
    assert read.value == 342500000
    assert find_value(Writing("zh", "人民网", "daily"), Decimal(7)) is None
