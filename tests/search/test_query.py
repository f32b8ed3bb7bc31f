"""What a query is taken to mean, whichever way it is read."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.examples import DIGITS, KNOWN
from wmc_tui.search.query.query import LONGEST, Query, parse

PIECES = (
    'publisher:"China Daily 两千|dAILY 两千|'
    'edition:2023|届：2021..2023|-is:single|metric:area|metric:xyz|edtion:1|publisher:"China Daily|"|“|”|「|」|-|−|..|~|>|≤|'
    "over |between |and |to |100|4471亿|447.1 bn|5.77%|¥|$| |　|投资|投資|investment|2018|2018-2020|5G|两千|half a billion|约|不超过|"
    "\x00|\x1b[31m|\u202e|🎉|ﬁ|㎡|\ufdfa|,|:|：|(|)|．|１２|兆|第|届"
).split("|")
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


def meaning(query: Query) -> tuple[object, ...]:
    numbers = [
        (number.value, number.unit, number.digits, number.bare, number.qualifier, number.bound)
        for number in query.numbers
    ]
    ranges = [
        (range.low, range.high, range.low_closed, range.high_closed, range.unit, range.worded) for range in query.ranges
    ]
    filters = [(filter.name.lower(), filter.values, filter.negated, bool(filter.problem)) for filter in query.filters]
    return numbers, ranges, filters, query.years, query.words, query.runs, query.phrases, query.excluded


@given(
    DIGITS,
    st.sampled_from(["万", "亿", "万亿"]),
    st.sampled_from(["", "元"]),
)
def test_a_figure_is_read_alike_alone_and_in_a_text(digits: str, scale: str, yuan: str) -> None:
    text = digits + scale + yuan
    (alone,) = parse(text, KNOWN).numbers
    (among,) = parse(f"{text} 。", KNOWN).numbers
    for name in ("value", "unit", "digits", "bare", "qualifier", "text"):
        assert getattr(alone, name) == getattr(among, name), name


@given(TEXTS)
def test_any_text_is_read_and_all_places_lie_in_it(text: str) -> None:
    query = parse(text, KNOWN)
    filters = [(filter.start, filter.end) for filter in query.filters]
    apart = sorted([*filters, *((range.start, range.end) for range in query.ranges)])
    places = [*apart, *((number.start, number.end) for number in query.numbers)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(apart))
    assert all(text[range.start : range.end] == range.text for range in query.ranges)
    assert all(bool(filter.values) <= (not filter.problem) for filter in query.filters)
    assert query.clean == " ".join(query.clean.split())


@given(
    st.lists(
        st.sampled_from([piece for piece in PIECES if piece.isprintable() and piece not in "ﬁ㎡\ufdfa\u202e"]),
        max_size=12,
    ).map(" ".join)
)
def test_width_and_case_do_not_change_the_meaning(text: str) -> None:
    expected = meaning(parse(text, KNOWN))
    assert meaning(parse(text.translate(WIDE), KNOWN)) == expected
    assert meaning(parse(text.swapcase(), KNOWN)) == expected


@pytest.mark.parametrize(
    ("text", "years", "rest"),
    [
        ("2018 investment", {2018}, "investment"),
        ("2018年投资", {2018}, "投资"),
        ("2018-2020 investment", {2018, 2019, 2020}, "investment"),
        ("2018 to 2020", {2018, 2019, 2020}, ""),
        ("2018至2020年投资", {2018, 2019, 2020}, "投资"),
        ("2015..2019", {2018, 2019}, ""),
        ("2020-2018..2020", {2018, 2019, 2020}, ""),
        ("2017", set(), "2017"),
        ("2018亿", set(), "2018亿"),
        (">2018", set(), ""),
        ("2018-05-25", {2018}, "05 25"),
    ],
)
def test_years_name_editions(text: str, years: set[int], rest: str) -> None:
    query = parse(text, KNOWN)
    assert query.years == years
    assert query.rest == rest


def test_a_query_is_taken_apart_whole() -> None:
    query = parse('edition:2023 "total investment" >100bn -expected 签约 447.1 bn guests', KNOWN)
    assert [filter.name for filter in query.filters] == ["edition"]
    assert (query.phrases, query.excluded) == (("total investment",), ("expected",))
    assert [range.text for range in query.ranges] == [">100bn"]
    assert [number.text for number in query.numbers] == ["4471bn"]
    assert (query.words, query.runs) == (("guests",), ("签约",))
    assert query.clean == "签约 447.1 bn guests"
    assert query.rest == "total investment 签约 447 1 bn guests"


def test_numbers_say_where_they_stand() -> None:
    text = "edition:2023 ４４７.１ bn and 两千 or 7"
    assert [text[number.start : number.end] for number in parse(text, KNOWN).numbers] == ["４４７.１ bn", "两千", "7"]


def assert_read_in_time(text: str) -> None:
    parse("两千 edtion:1", KNOWN)  # imports what it needs
    started = process_time()
    parse(text, KNOWN)
    assert process_time() - started < 0.2


@settings(max_examples=60)
@given(
    st.sampled_from([*PIECES, *'a|a |大|12 3亿 |1 to |"a" |9.|-x |publisher:ch,|edition:20,'.split("|")]),
    st.sampled_from(["", " "]),
)
def test_ten_thousand_characters_are_read_in_time(piece: str, space: str) -> None:
    assert_read_in_time(((piece + space) * 10_000)[:10_000])


@pytest.mark.parametrize(
    "filter",
    'edition:2023|publisher:"China Daily"|metric:wrong{}|edtoin{}:x|-is:single|publisher:d{}|-word{}|>{}bn'.split("|"),
)
def test_five_hundred_filters_are_read_in_time(filter: str) -> None:
    assert_read_in_time(" ".join(filter.format(number) for number in range(500)))


def test_of_a_long_query_so_much_is_kept() -> None:
    text = " ".join(f'w{n} 词{n % 7} >{n} {n}.5% "p {n}" -x{n}' for n in range(1000))
    query = parse(text, KNOWN)
    assert len(query.folded) <= LONGEST
    assert len(query.numbers) <= 12
    assert len(query.ranges) <= 8
    assert max(len(query.phrases), len(query.excluded)) <= 12
    assert max(len(query.words), len(query.runs)) <= 24


@pytest.mark.parametrize("piece", [">1 ", "~1 ", "1..", "1,", "1.", "1% ", "over 5 ", "100..200 "])
def test_what_is_said_again_is_kept_once(piece: str) -> None:
    query = parse(piece * 3_000, KNOWN)
    assert len(query.numbers) + len(query.ranges) <= 3


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        *((text, ()) for text in ("一万亿", "100亿元人民币", "六百公里")),
        ("两千 客商", ("客商",)),
        *((text, (text,)) for text in ("五百强", "十大")),
    ],
)
def test_a_number_in_chinese_words_is_no_run_unless_more_touches_it(text: str, runs: tuple[str, ...]) -> None:
    assert parse(text, KNOWN).runs == runs
