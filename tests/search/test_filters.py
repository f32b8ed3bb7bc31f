"""Filters, phrases and exclusions: what sets what apart, and what says that it is wrong."""

import pytest

from tests.search.examples import KNOWN
from wmc_tui.model import Bilingual
from wmc_tui.search.query.filters import Filter, values_by_name
from wmc_tui.search.query.query import Query, parse


def query(text: str) -> Query:
    return parse(text, KNOWN)


def the_filter(text: str) -> Filter:
    (found,) = query(text).filters
    return found


MEANINGS = {
    "edition=2023": "edition:2023|Edition:2023|ed:2023|届:2023|屆：２０２３|年份:2023年|edition: 2023",
    "edition=2021 2022 2023": "edition:2021..2023|edition:2023-2021|届:2021至2023",
    "edition=2024 2025": "edition:2024..|edition:>=2024",
    "edition=2020 2021 2022 2023 2024 2025": "届:202",
    "edition=2018 2019": "edition:<2020",
    "edition=2019 2021": "edition:2019,2021",
    "metric=total_investment": "metric:total_investment|metric:TOTAL_investment|metric:tot|指标:投资总额|指標:投資總額|"
    'metric:"Total investment"|metric:“Total investment”|指标：「投资总额」',
    "metric=exhibition_area exhibition_area_indoor": "metric:area",
    "publisher=chinadaily": 'publisher:"China Daily"|publisher:"chinadaily"',
    "publisher=chinadaily chinadaily(xinhua)": "publisher:chinadaily",
    "publisher=安徽日报": "来源:安徽日报",
    "unit=percent": "unit:%",
    "unit=CNY": "单位:元",
    "scope=top500": "scope:500强",
    "stage=pre_event": "stage:before|阶段:会前",
    "qualifier=over": "qualifier:over",
    "language=zh-Hans zh-Hant": "language:zh",
    "language=ja": "语言:日语",
    "kind=fact": "kind:fact",
    "is=disputed": "is:disputed|状态:有出入",
    "is=single": "is:single-source",
}


@pytest.mark.parametrize(
    ("text", "meaning"), [(text, meaning) for meaning, texts in MEANINGS.items() for text in texts.split("|")]
)
def test_names_and_values_are_known_in_both_languages(text: str, meaning: str) -> None:
    found = the_filter(text)
    assert (f"{found.name}={' '.join(sorted(found.values))}", found.problem) == (meaning, Bilingual())
    assert (found.start, found.end) == (0, len(text))
    assert query(text).clean == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("届:2021至2023", "2021..2023"),
        ("指标:投资总额", "total_investment"),
        ("language:zh", "zh*"),
        ("edition:2019,2021", "2019,2021"),
        ("metric:area", "area*"),
    ],
)
def test_the_canonical_value_means_the_same(text: str, value: str) -> None:
    found = the_filter(text)
    assert found.value == value
    assert the_filter(f"{found.name}:{value}").values == found.values


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("edtion:2023", "edition:2023"),
        ("edition:2033", "edition:2023"),
        ("metric:total_investmnet", "metric:total_investment"),
        ("指标:总投资", "metric:total_investment"),
        ("-publisher:chinadayly", '-publisher:"China Daily"'),
        ("scope:citty", "scope:city"),
        ("disputed:2024", "is:disputed"),
        ("unit:xyz", ""),
    ],
)
def test_what_is_wrong_says_so_in_both_languages_and_does_not_filter(text: str, nearest: str) -> None:
    found = the_filter(text)
    assert found.problem.en and found.problem.zh
    assert (found.values, found.nearest) == ((), nearest)
    assert values_by_name([found], negated=False) == values_by_name([found], negated=True) == {}
    if nearest:
        assert the_filter(nearest).values


def test_alternatives_and_exclusions_are_gathered_by_name() -> None:
    found = query("edition:2018 edition:2019 -is:single scope:city -2020 edition:2033").filters
    assert values_by_name(found, negated=False) == {"edition": {"2018", "2019"}, "scope": {"city"}}
    assert values_by_name(found, negated=True) == {"is": {"single"}, "edition": {"2020"}}


@pytest.mark.parametrize("text", ["edition:", "edition: investment", "届：", "publisher: 2018", '-metric:""'])
def test_a_filter_without_a_value_is_unfinished_not_wrong(text: str) -> None:
    found = the_filter(text)
    assert (found.value, found.values, found.problem, found.nearest) == ("", (), Bilingual(), "")


@pytest.mark.parametrize(
    "text",
    "http://example.org|主题：智造世界|time 10:30|pre-edition|a:b|:2023|x edition :2023|note:this|"
    'undisputed|disputedly|single|single sourcing|没有出入|"disputed"'.split("|"),
)
def test_a_colon_alone_and_other_words_make_no_filter(text: str) -> None:
    assert query(text).filters == ()


@pytest.mark.parametrize("text", ["(edition:2023)", "edition:2023;", "edition:2023。", 'edition:"2023'])
def test_punctuation_around_a_filter_is_none_of_it(text: str) -> None:
    assert the_filter(text).values == ("2023",)


def test_a_known_filter_in_quotes_is_a_phrase() -> None:
    found = query('"see edition:2023"')
    assert (found.filters, found.phrases) == ((), ("see edition 2023",))


@pytest.mark.parametrize(
    "quoted",
    '"Total  Investment"|“total investment”|「total investment」|＂total investment＂|『total investment』'.split("|"),
)
def test_phrases_in_any_quotes(quoted: str) -> None:
    found = query(f"{quoted} 2018")
    assert (found.phrases, found.words, found.clean) == (("total investment",), (), "2018")
    assert found.years == {2018}
    assert found.rest == "total investment"


@pytest.mark.parametrize(
    "text", ['"total investment', 'total" investment', "“total investment", "total” investment", '""total investment']
)
def test_a_quote_without_its_other_half_is_none(text: str) -> None:
    found = query(text)
    assert (found.phrases, found.words) == ((), ("total", "investment"))


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("-expected", "expected"),
        ("investment -expected", "expected"),
        ("投资 -预期", "预期"),
        ("投资 －預期", "预期"),
        ('-"expected investment"', "expected investment"),
        ("-“expected investment”", "expected investment"),
        ("-pre-event", "pre event"),
        ("-5G", "5g"),
    ],
)
def test_a_minus_sign_excludes(text: str, excluded: str) -> None:
    assert query(text).excluded == (excluded,)
    assert query(text).phrases == ()


@pytest.mark.parametrize(
    "text", ["pre-event", "follow-up", "a - b", "-", "--", "- -", "2018-2020", "Hefei—Anhui", "智造-世界", "up -5.77%"]
)
def test_hyphens_and_lone_minus_signs_exclude_nothing(text: str) -> None:
    assert query(text).excluded == ()


def test_traditional_characters_are_read_as_simplified() -> None:
    assert query("投資總額").runs == ("投资总额",)
    assert query("投資總額").folded == "投资总额"


ATTESTATIONS = {
    ("disputed", False): "disputed|Disputed|有出入|有争议|disputed:yes|disputed:|-disputed:no|有出入:是",
    ("disputed", True): "-disputed|disputed:no",
    ("single", False): "single-source|single source|单一来源|single-source:yes|is:single-source",
    ("single", True): "-single-source",
}


@pytest.mark.parametrize(
    ("typed", "value", "negated"),
    [(typed, *meaning) for meaning, texts in ATTESTATIONS.items() for typed in texts.split("|")],
)
def test_an_attestation_is_a_filter_without_its_name(typed: str, value: str, negated: bool) -> None:
    found = the_filter(typed)
    assert (found.name, found.values, found.negated) == ("is", (value,), negated)
    assert (found.start, found.end) == (0, len(typed))
    beside = query(f"2023 {typed} guests")
    assert beside.years == {2023}
    assert (beside.words, beside.runs) == (("guests",), ())


def test_two_such_words_are_two_filters_in_either_order() -> None:
    found = query("single-source guests disputed")
    assert [filter.values for filter in found.filters] == [("single",), ("disputed",)]
    assert (found.words, found.rest) == (("guests",), "guests")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("约 scope:province", "about"), ("nearly 2018", "nearly"), ("2018 超过", "over"), ("2018 至少", "at_least")],
)
def test_a_hedge_alone_chooses_figures_hedged_so(typed: str, value: str) -> None:
    assert [filter.value for filter in query(typed).filters if filter.name == "qualifier"] == [value]
    assert (query(typed).words, query(typed).runs) == ((), ())


@pytest.mark.parametrize(
    "typed", ["nearly", "约", "nearly guests 2018", "expected 2018", '约 "a b"', "exact 2018", 'OVER ED:0"']
)
def test_other_hedges_are_words(typed: str) -> None:
    assert [filter for filter in query(typed).filters if filter.name == "qualifier"] == []


@pytest.mark.parametrize(
    "typed", ["nearly 1,400 guests", "近1400 客商", "almost 1400", "预计1400", "expected to be 1400"]
)
def test_a_hedge_before_a_number_is_no_word(typed: str) -> None:
    found = query(typed)
    assert found.numbers[0].qualifier in ("nearly", "expected")
    assert not {"nearly", "近", "almost", "预计", "expected", "be"} & {*found.words, *found.runs}
    assert found.rest.startswith("1")


def test_a_hedge_inside_another_word_is_none() -> None:
    assert query("附近1400").numbers[0].qualifier == "exact"
    assert query("linearly 1400").words == ("linearly",)
