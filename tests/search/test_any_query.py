"""Whatever is typed is answered."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from wmc_tui.search import Index

PIECES = ["投资", "4471", "亿", "2018", "447.1 ", "bilion", "inv", "%", "，", "\x1b[31m", "\u202e", "🎉", " ", "]["]


@settings(deadline=None, max_examples=150)
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
    st.sampled_from(["a", "a b ", "大", "大 会", "1", "12 3亿 ", "\x00", "🎉", "\ufdfa", "2018 ", "\u0301", "%", "9"])
)
def test_ten_thousand_characters_are_answered_quickly(index: Index, piece: str) -> None:
    assert len(index.search(piece * (10_000 // len(piece)))) <= 50
