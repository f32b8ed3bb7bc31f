"""Any text is a query, and answered at once."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wmc_tui.search.large.index import LargeIndex

ODD = ("", " " * 10_000, "\x00\x1b[31m\x07" * 50, "🙂" * 10_000, "a" * 10_000, "世" * 10_000, "9" * 10_000, "e " * 5000)
MANY = (
    " ".join(f"word{number}" for number in range(2000))[:10_000],
    " ".join(f"edition:{2000 + number % 40}" for number in range(500)),
    "investment " * 900,
    "制造业大会投资总额" * 1100,
    "4471亿 " * 2000,
    "zhongguo " * 1100,
)


@pytest.mark.parametrize("query", [*ODD, *MANY], ids=lambda query: ascii(query[:8]))
def test_odd_queries_are_answered_within_fifty_milliseconds(large: LargeIndex, query: str) -> None:
    times = []
    for _ in range(5):
        begun = time.thread_time()
        large.search(query)
        times.append(time.thread_time() - begun)
    assert min(times) < 0.05


def test_digits_of_other_scripts_are_no_numbers(large: LargeIndex) -> None:
    large.search("\U000104a0 \u0661")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=40) | st.text("合肥投资 hefei2019亿.,%:-\"'><~\x00\ud800", max_size=40))
def test_any_text_is_a_query(large: LargeIndex, query: str) -> None:
    hits = large.search(query, 20)
    assert len(hits) <= 20
    assert hits == sorted(hits, key=lambda hit: -hit.score)
    for hit in hits[:3]:
        assert all(0 <= start < end <= len(text) for text in hit.text for start, end in hit.spans(text))
