"""Whatever form something is typed in, it is found, marked, and told why."""

import pytest

from wmc_tui.model import Bilingual
from wmc_tui.search import Hit, Index
from wmc_tui.search.index.record import command_record, new_record


def marked(hit: Hit, text: str) -> list[str]:
    return [text[start:end] for start, end in hit.spans(text)]


@pytest.mark.parametrize(
    ("query", "fact", "why", "label"),
    [
        ("zhanlan mianji", "2023.exhibition_area", "pinyin", ["展览面积"]),
        ("zhanlanmianji", "2023.exhibition_area", "pinyin", ["展览面积"]),
        ("zhan lan mian ji", "2023.exhibition_area", "pinyin", ["展览面积"]),
        ("zhǎnlǎn", "2023.exhibition_area", "pinyin", ["展览"]),
        ("zhanlanmianj", "2023.exhibition_area", "pinyin", ["展览面积"]),
        ("zhanlanm", "2023.exhibition_area", "pinyin", ["展览面"]),
        ("zlmj", "2023.exhibition_area", "initials", ["展览面积"]),
        ("2023 zhanlan 面积", "2023.exhibition_area", "pinyin", ["展览面积"]),
        ("zhanlan area", "2023.exhibition_area", "pinyin", ["展览"]),
        ("展覽面積", "2023.exhibition_area", "label", ["展览面积"]),
        ("覽面", "2023.exhibition_area", "text", ["览面"]),
        ("exhibitionarea", "2023.exhibition_area", "label", []),
        ("areaexhibition", "2023.exhibition_area", "spaces", []),
        ("exhi bition", "2023.exhibition_area", "spaces", []),
        ("exhibitions", "2023.exhibition_area", "word", []),
        ("project sign", "2023.projects_signed", "word", []),
        ("exhibtoin aera", "2023.exhibition_area", "slips", []),
    ],
)
def test_what_is_meant_is_first_marked_and_explained(
    index: Index, query: str, fact: str, why: str, label: list[str]
) -> None:
    hit = index.search(query)[0]
    assert hit.id == hit.fact == fact
    assert why in hit.why
    assert marked(hit, hit.text.zh) == label


def test_what_pinyin_finds_is_marked_in_traditional_characters_too(index: Index) -> None:
    assert marked(index.search("zhanlan mianji")[0], "總展覽面積") == ["展覽面積"]


def test_english_comes_before_pinyin_where_both_fit(index: Index) -> None:
    # 签 (qian) and 企 (qi) are read so; "are" only begins an English word.
    assert index.search("are")[0].id == "2023.exhibition_area"
    assert index.search("he")[0].why[0] in ("word", "beginning")


def test_letters_that_are_neither_words_nor_sounds_find_nothing(index: Index) -> None:
    assert index.search("zhzhzh qqq") == []


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("edition:2018 kind:fact investment", {"2018.total_investment", "2018.foreign_investment"}),
        ("metric:exhibition_area kind:fact", {"2023.exhibition_area"}),
        ("unit:m2 kind:fact", {"2023.exhibition_area"}),
        ("kind:metric area", {"exhibition_area"}),
        ('"exhibition area" kind:fact', {"2023.exhibition_area"}),
        ("kind:fact >300bn unit:CNY edition:2023", {"2023.total_investment"}),
        ("kind:sentence metric:exhibition_area unit:m2", {"2023-daily 3"}),
    ],
)
def test_filters_phrases_and_ranges_are_applied_to_the_letter(index: Index, query: str, ids: set[str]) -> None:
    assert {hit.id for hit in index.search(query)} == ids


def test_a_sentence_is_filtered_by_the_facts_that_it_states(index: Index) -> None:
    stated = {hit.id for hit in index.search("kind:sentence metric:projects_signed")}
    assert stated == {"2018-wire 1", "2023-daily 2"}
    assert index.search("kind:sentence metric:projects_signed unit:CNY") == []
    assert not stated & {hit.id for hit in index.search("kind:sentence -metric:projects_signed")}


def test_what_is_left_out_is_nowhere(index: Index) -> None:
    found = index.search("2023 -projects -项目")
    assert found
    assert not [hit for hit in found if "roject" in hit.text.en or "项目" in hit.text.zh]


def test_close_figures_come_before_far_ones(index: Index) -> None:
    found = [hit.fact for hit in index.search("kind:fact metric:total_investment >200bn")]
    assert found[0] == "2023.total_investment"
    assert set(found) > {"2018.total_investment"}


def test_near_misses_are_offered_where_no_figure_is_the_one(index: Index) -> None:
    answer = index.answer("44.71 billion")
    assert answer.suggestions[0].text == "447.1 billion"
    assert answer.query.numbers[0].digits == "4471"
    assert index.answer("447.1 billion").suggestions == ()


def test_commands_are_found_by_label_and_further_words() -> None:
    command = command_record("compare", Bilingual("Compare a metric", "比较指标"), Bilingual("chart", "图表"))
    index = Index.of([command, new_record("fact", "2023.area", Bilingual("Area"), edition=2023, facets="edition=2023")])
    for query in ("compare", "比较", "chart", "图表"):
        (hit,) = index.search(query)
        assert (hit.kind, hit.id, hit.edition, hit.article) == ("command", "compare", 0, "")
    assert index.search("compare 2023") == []


def test_each_kind_of_hit_says_where_to_go(index: Index) -> None:
    article = index.search("kind:article 2023")[0]
    assert (article.id, article.article, article.sentence, article.fact) == ("2023-daily", "2023-daily", 1, "")
    publication = index.search("kind:publication 2018")[0]
    assert publication.article == "2018-wire"
    metric = index.search("kind:metric area")[0]
    assert (metric.fact, metric.article, metric.edition) == ("", "", 2023)


@pytest.mark.parametrize("query", ["120亩", "861,000 square feet", "8 hectares", "0.08平方公里"])
def test_an_area_is_found_by_another_unit(index: Index, query: str) -> None:
    assert index.search(query)[0].id == "2023.exhibition_area"


@pytest.mark.parametrize("query", ["125亩", "8公里", "80000个", "8万元"])
def test_another_area_and_what_is_no_area_are_not(index: Index, query: str) -> None:
    assert "2023.exhibition_area" not in {hit.id for hit in index.search(query)}
