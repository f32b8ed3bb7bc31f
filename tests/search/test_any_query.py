"""Whatever is typed is answered."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.asked import read
from wmc_tui.model import Bilingual
from wmc_tui.search import Index
from wmc_tui.search.index.gather import Gathering
from wmc_tui.search.index.record import command_record
from wmc_tui.store import Library

PIECES = '投资|4471|亿|2018|447.1 |bilion|inv|%|，|\x1b[31m|\u202e|🎉| |][|\ud800|"|-'.split("|")
ODD = ("\x00\x1b[31m\x07", "🙂", "世", "e ", "制造业大会投资总额", "zhongguo ", "4471亿 ", "edition:2018 ")
OTHERS = 3000
QUERIES = [asked.text for asked in read()]


@pytest.fixture(scope="module")
def others(shipped: Library) -> Index:
    """The records of the shipped store among others, of which none has a word, a sound or a figure of theirs."""
    strange = (
        command_record(f"o{number}", Bilingual(f"zzq{number % 97:x}vvk xxj{number % 89:x}wwq", "龘靐齉爩"[number % 4]))
        for number in range(OTHERS)
    )
    gathering = Gathering(shipped)
    return Index.of([*gathering.records(), *strange], gathering.labels())


@settings(max_examples=150)
@given(st.sampled_from(QUERIES) | st.tuples(*[st.sampled_from(QUERIES)] * 2).map(" ".join))
def test_what_does_not_match_changes_no_answer(shipped_index: Index, others: Index, query: str) -> None:
    # What narrows to no words of its own may find commands.
    query = f"{query} -kind:command"
    assert [(hit.id, hit.score) for hit in others.search(query)] == [
        (hit.id, hit.score) for hit in shipped_index.search(query)
    ]


@settings(max_examples=150)
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_is_answered_in_order(index: Index, query: str) -> None:
    hits = index.search(query, limit=20)
    assert len(hits) <= 20
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    for hit in hits:
        for text in (hit.text.en, hit.text.zh):
            spans = hit.spans(text)
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert all(end < start for (_, end), (start, _) in pairwise(spans))


@settings(deadline=1000, max_examples=40)
@given(
    st.sampled_from(
        [*ODD, "a", "a b ", "大", "大 会", "1", "12 3亿 ", "\x00", "🎉", "\ufdfa", "2018 ", "\u0301", "%", "9"]
    )
)
def test_ten_thousand_characters_are_answered_quickly(index: Index, piece: str) -> None:
    assert len(index.search(piece * (10_000 // len(piece)))) <= 50
