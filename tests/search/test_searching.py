"""What a search finds, and in which order, in a small store."""

import pytest

from wmc_tui.search import Index


def first(index: Index, query: str) -> str:
    hits = index.search(query)
    return hits[0].fact or f"{hits[0].article}:{hits[0].sentence}" if hits else ""


@pytest.mark.parametrize(
    "query",
    [
        "4471亿",
        "4471亿元",
        "4471 亿元",
        "４４７１亿",
        "447.1 bn",
        "447.1bn",
        "447.1 billion",
        "447.1 billion yuan",
        "CNY 447.1 billion",
        "447100000000",
        "447,100,000,000",
        "0.4471 trillion",
        "447.1 bilion yuan",
        "447.1 bil",
        "447.1 b",
        "447.1",
        "4471",
        "2018 4471亿",
    ],
)
def test_a_number_is_found_by_its_value_in_any_form(index: Index, query: str) -> None:
    assert first(index, query) == "2018.total_investment"


@pytest.mark.parametrize("typed", ["44", "447", "447.", "447.1", "447.1 ", "447.1 b", "447.1 bi", "447.1 bill"])
def test_the_fact_is_first_from_the_second_digit_on(index: Index, typed: str) -> None:
    assert first(index, typed) == "2018.total_investment"


def test_the_unit_decides_between_equal_numbers(index: Index) -> None:
    assert first(index, "91%") == "2023.resolved_share"
    assert first(index, "80,000 m2") == "2023.exhibition_area"
    assert first(index, "8万平方米") == "2023.exhibition_area"


def test_the_hedge_is_heeded(index: Index) -> None:
    assert first(index, "over 430 projects") == "2018.projects_signed.over_430"


@pytest.mark.parametrize(
    "query",
    [
        "exhibition area",
        "area exhibition",
        "exibition area",
        "exhibtion aera",
        "exhibitoin",
        "exhib",
        "EXHIBITION AREA",
        "展览面积",
        "展览",
        "览面",
        "面积展览",
        "exhibition 面积",
    ],
)
def test_words_are_found_in_any_order_with_slips_and_unfinished(index: Index, query: str) -> None:
    assert first(index, query) == "2023.exhibition_area"


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("2018 investment", "2018.total_investment"),
        ("investment 2018", "2018.total_investment"),
        ("2018年投资", "2018.total_investment"),
        ("2019投资总额", "2019.total_investment"),
        ("2023 investment", "2023.total_investment"),
        ("2023 exepcted investment", "2023.total_investment.expected"),
        ("2018 签约项目约数", "2018.projects_signed.over_430"),
    ],
)
def test_the_edition_named_decides(index: Index, query: str, fact: str) -> None:
    assert first(index, query) == fact
    assert {hit.edition for hit in index.search(query)} == {int(fact[:4])}


def test_an_edition_alone_lists_its_facts_headlines_first(index: Index) -> None:
    hits = index.search("2023")
    assert [hit.fact for hit in hits[:3]] == ["2023.projects_signed", "2023.total_investment", "2023.guests"]
    assert {hit.edition for hit in hits} == {2023}
    assert sum(hit.kind == "fact" for hit in hits) == 8
    assert sum(hit.kind == "sentence" for hit in hits) == 4


def test_two_editions_named_are_both_listed(index: Index) -> None:
    assert {hit.edition for hit in index.search("2018 2019 investment")} == {2018, 2019}


def test_a_year_that_is_no_edition_is_a_number(index: Index) -> None:
    assert not index.search("2017")
    assert first(index, "2018亿") != first(index, "2018")


def test_the_newest_is_first_among_equals(index: Index) -> None:
    hits = [hit.fact for hit in index.search("total investment")]
    assert hits[:3] == ["2023.total_investment", "2019.total_investment", "2018.total_investment"]


def test_results_come_before_what_was_expected(index: Index) -> None:
    hits = [hit.fact for hit in index.search("2023 投资总额")]
    assert hits.index("2023.total_investment") < hits.index("2023.total_investment.expected")


def test_all_kinds_are_one_list_and_facts_come_first_among_equals(index: Index) -> None:
    hits = index.search("projects")
    assert [hit.kind for hit in hits] == ["fact", "fact", "fact", "metric", "sentence", "sentence"]
    assert index.search("organisers invited")[0].kind == "sentence"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("requests of enterprises", 4),
        ("企业诉求", 4),
        ("诉求办结率达91%", 4),
        ("organisers invited", 3),
        ("主办方", 3),
        ("方邀请1.6万", 3),
        ("，投资总额34", 2),
        ("5亿元。", 2),
    ],
)
def test_pieces_of_sentences_find_them(index: Index, query: str, sentence: int) -> None:
    assert ("2023-daily", sentence) in [(hit.article, hit.sentence) for hit in index.search(query)]


def test_signs_alone_are_looked_for_as_they_are(index: Index) -> None:
    assert [(hit.article, hit.sentence) for hit in index.search("$")] == []
    assert ("2018-wire", 1) in [(hit.article, hit.sentence) for hit in index.search("（")]


def test_letters_and_digits_of_a_name_belong_together(index: Index) -> None:
    assert index.search("5G") == []
    assert index.search("8 G")


@pytest.mark.parametrize("query", ["", " ", "\n\t", "　"])
def test_nothing_typed_finds_nothing(index: Index, query: str) -> None:
    assert index.search(query) == []


def test_what_is_nowhere_is_not_found(index: Index) -> None:
    assert index.search("xylophone") == []
    assert index.search("木琴演奏") == []


def test_exact_words_come_before_beginnings_and_those_before_slips(index: Index) -> None:
    exact, begun, slipped = (index.search(query)[0].score for query in ("area", "are", "aera"))
    assert exact > begun > slipped


def test_a_hit_says_where_to_go(index: Index) -> None:
    hit = index.search("4471亿")[0]
    assert (hit.kind, hit.edition, hit.article, hit.sentence) == ("fact", 2018, "2018-wire", 1)
    assert hit.text.zh == "投资总额"
    assert index.search("2019 total investment")[0].article == ""


def test_the_limit_is_kept(index: Index) -> None:
    assert len(index.search("2023", limit=5)) == 5
    assert index.search("2023", limit=0) == []
