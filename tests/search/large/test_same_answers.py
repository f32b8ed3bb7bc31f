"""What the large engine finds is what the exhaustive one finds."""

from collections import defaultdict
from statistics import mean

import pytest

from benchmarks.recall import recalled
from benchmarks.synthetic_queries import queries
from wmc_tui.search import Index
from wmc_tui.search.index.record import Record
from wmc_tui.search.large.index import LargeIndex

TOP = 10
MORE = (
    "canzhan qiye",
    "qianyue",
    "czqy",
    "zsl",
    "totalinvestment hefei",
    "exhi bition area",
    "exhibition area >100bn",
    "unit:CNY exports",
    "edition:2019 is:disputed robots",
    '"total investment" -hefei',
    "2019 展览 area",
    "展览面积 2023",
)


def test_the_top_ten_are_those_of_the_exhaustive_search(
    library: list[Record], exhaustive: Index, large: LargeIndex
) -> None:
    found = defaultdict(list)
    for kind, query in [*queries(library), *(("more", query) for query in MORE)]:
        share = recalled(exhaustive.search(query, len(library)), large.search(query), TOP)
        if share is not None:
            found[kind].append(share)
    assert len(found) == 10
    assert mean(share for shares in found.values() for share in shares) >= 0.98
    assert min(mean(shares) for shares in found.values()) >= 0.9


@pytest.mark.parametrize("query", ["Total investment in Hefei", "合肥投资总额", "2019 hefei exports", "hefei chukoue"])
def test_hits_say_the_same(exhaustive: Index, large: LargeIndex, query: str) -> None:
    expected, found = exhaustive.search(query)[0], large.search(query)[0]
    assert (found.id, found.text, found.edition, found.article) == (
        expected.id,
        expected.text,
        expected.edition,
        expected.article,
    )
    assert found.score == pytest.approx(expected.score, abs=0.05)
    assert found.why == expected.why
    assert [found.spans(text) for text in found.text] == [expected.spans(text) for text in expected.text]


def test_every_label_finds_its_fact_first(library: list[Record], large: LargeIndex) -> None:
    for record in library[:1200:40]:
        first = large.search(f"{record.edition} {record.text.en}", 1)[0]
        assert (first.text, first.edition) == (record.text, record.edition)


def test_every_piece_of_a_chinese_sentence_finds_it(library: list[Record], large: LargeIndex) -> None:
    for number, record in enumerate(library[1200::150]):
        dense = record.words_zh.replace(" ", "")
        start = number % (len(dense) - 8)
        piece = dense[start : start + 3 + number % 6]
        found = large.search(piece, 400)
        assert record.id in {hit.id for hit in found} or len(found) >= 50


def test_a_query_is_told_as_it_was_understood(large: LargeIndex) -> None:
    answer = large.answer("edition:2019 exports")
    assert [one.values for one in answer.query.filters] == [("2019",)]
    assert answer.hits and {hit.edition for hit in answer.hits} == {2019}
    assert large.known.editions == frozenset(range(2010, 2026))


def test_signs_are_found_as_they_are(large: LargeIndex) -> None:
    assert large.search("%。") and all("%。" in hit.text.zh for hit in large.search("%。"))
    assert large.search("🙂") == []
    assert [hit.text.en for hit in large.search("。，")] == []
