"""What the word under the cursor may become."""

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.search.examples import KNOWN
from wmc_tui.model import Bilingual
from wmc_tui.search.query.completion import completions
from wmc_tui.search.query.filter_values import FilterValues, Value
from wmc_tui.search.query.filters import NAMES
from wmc_tui.search.query.query import parse
from wmc_tui.text.fold import to_half_width


def written(text: str, cursor: int | None = None) -> list[str]:
    """The whole query after each completion."""
    found = completions(text, len(text) if cursor is None else cursor, KNOWN)
    return [text[: completion.start] + completion.text + text[completion.end :] for completion in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("e", "edition:"),
        ("ed", "edition:"),
        ("investment me", "investment metric:"),
        ("-pub", "-publisher:"),
        ("届", "届:"),
        ("屆", "届:"),
        ("来", "来源:"),
        ("(ed", "(edition:"),
        ("disp", "is:disputed"),
        ("edition:", "edition:2025"),
        ("edition:2", "edition:2025"),
        ("届：202", "届：2025"),
        ("edition:2019,20", "edition:2019,2025"),
        ("metric:", "metric:projects_signed"),
        ("metric:area", "metric:exhibition_area"),
        ("metric:inv", "metric:total_investment"),
        ("metric:totl", "metric:total_investment"),
        ("指标:投资", "指标:投资总额"),
        ("指標：投資", "指標：投资总额"),
        ("metric:面积", "metric:展览面积"),
        ("publisher:chi", 'publisher:"China Daily"'),
        ('publisher:"Chi', 'publisher:"China Daily"'),
        ("publisher:dai", 'publisher:"China Daily"'),
        ("is:", "is:single"),
        ("is:d", "is:disputed"),
    ],
)
def test_the_best_completion_comes_first(typed: str, first: str) -> None:
    assert written(typed)[0] == first


def test_the_word_under_the_cursor_is_replaced_whole() -> None:
    assert written("edit 2018", 2)[0] == "edition: 2018"
    assert written("ed:2018", 1)[0] == "edition:2018"
    assert written("edition:20 investment", 10)[0] == "edition:2025 investment"
    assert written('publisher:"Chi Dai" x', 14)[0] == 'publisher:"China Daily" x'


@pytest.mark.parametrize("typed", ["", " ", "investment ", "4471亿", "foo:", "http:", '"ed', "edition:2023 "])
def test_where_no_filter_is_typed_nothing_is_offered(typed: str) -> None:
    assert written(typed) == []


def test_values_tell_how_many_records_have_them_and_those_of_none_are_left_out() -> None:
    assert [(completion.text, completion.records) for completion in completions("metric:", 7, KNOWN)] == [
        ("projects_signed", 12),
        ("total_investment", 9),
        ("exhibition_area", 7),
        ("exhibition_area_indoor", 2),
    ]
    assert completions("ed", 2, KNOWN)[0].records is None
    assert "confirmed" not in [completion.text for completion in completions("is:", 3, KNOWN)]


def test_each_value_is_named_in_both_languages() -> None:
    assert all(
        completion.label.en and completion.label.zh
        for name in ("unit:", "stage:", "scope:", "ed")
        for completion in completions(name, len(name), KNOWN)
    )


@given(
    st.text(max_size=30)
    | st.lists(
        st.sampled_from(
            ["edition", "届", ":", "：", "2", "metric", "area", '"', " ", "-", "publisher", "chi", "投", ","]
        )
    ).map("".join),
    st.integers(-2, 60),
)
@example('0" P"', 4)
def test_completions_replace_what_they_say(text: str, cursor: int) -> None:
    for completion in completions(text, cursor, KNOWN):
        assert 0 <= completion.start <= max(0, min(cursor, len(text))) <= completion.end <= len(text)
        whole = text[: completion.start] + completion.text + text[completion.end :]
        (here,) = [found for found in parse(whole, KNOWN).filters if found.start <= completion.start < found.end]
        assert here.name in NAMES
        # Another alternative before a comma may be wrong.
        assert completion.text.endswith(":") or here.values or "," in to_half_width(text)


def test_five_hundred_publishers_complete_in_time() -> None:
    known = FilterValues(
        range(2018, 2026),
        {"publisher": [Value(f"publisher {n}", Bilingual(f"Publisher {n}", f"出版社{n}"), n) for n in range(500)]},
    )
    completions("来源:", 3, known)  # folds all names once
    spent = []
    for typed in ("publisher:", "publisher:4", "publisher:publ", "来源:出版", "publisher:zzz"):
        started = process_time()
        completions(typed, len(typed), known)
        spent.append(process_time() - started)
    assert max(spent[:4]) < 0.02
