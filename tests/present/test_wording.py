"""How figures, dates and publications are worded."""

from datetime import date
from decimal import Decimal

import pytest

from wmc_tui.model import Bilingual, Fact, Qualifier, Scope, Source, Stage
from wmc_tui.present.wording import citation, compact, dates, iso_dates, renderings

NONE = Bilingual()


def fact(
    value: str | None,
    unit: str,
    qualifier: Qualifier = Qualifier.EXACT,
    *,
    noun: Bilingual = NONE,
    text: Bilingual = NONE,
) -> Fact:
    amount = None if value is None else Decimal(value)
    label = Bilingual("Label", "标签")
    return Fact("2023.x", 2023, "x", label, Scope.EDITION, Stage.RESULT, amount, unit, qualifier, noun, text)


PROJECTS = Bilingual("projects", "个")


@pytest.mark.parametrize(
    ("given", "en", "zh"),
    [
        (fact("342500000000", "CNY"), "342.5 billion yuan", "3425亿元"),
        (fact("587", "count", noun=PROJECTS), "587 projects", "587个"),
        (fact("430", "count", Qualifier.OVER, noun=PROJECTS), "over 430 projects", "430多个"),
        (fact("91", "percent"), "91%", "91%"),
        (fact("70190000000", "USD"), "70.19 billion US dollars", "701.9亿美元"),
        (fact(None, "text", text=Bilingual("Better Future", "创造美好")), "Better Future", "创造美好"),
        (fact(None, "text", text=Bilingual(zh="创造美好")), "创造美好", "创造美好"),
        (
            fact(None, "date_range", text=Bilingual("2023-09-20/2023-09-24")),
            "20-24 September 2023",
            "2023年9月20日至24日",
        ),
        (fact(None, "date", text=Bilingual("mid May", "五月中旬")), "mid May", "五月中旬"),
        (fact(None, "composite", text=Bilingual("1+6+11", "1+6+11")), "1+6+11", "1+6+11"),
    ],
)
def test_a_fact_is_rendered_in_both_languages(given: Fact, en: str, zh: str) -> None:
    assert renderings(given) == Bilingual(en, zh)


@pytest.mark.parametrize(
    ("given", "en", "zh"),
    [
        (fact("342500000000", "CNY"), "342.5bn", "3425亿"),
        (fact("587", "count", noun=PROJECTS), "587", "587"),
        (fact("70190000000", "USD"), "USD 70.19bn", "701.9亿美元"),
        (fact("91", "percent"), "91%", "91%"),
        (fact("430", "count", Qualifier.OVER, noun=PROJECTS), "over 430", "超430"),
    ],
)
def test_the_short_form_leaves_out_what_a_list_says_once(given: Fact, en: str, zh: str) -> None:
    assert compact(given) == Bilingual(en, zh)


@pytest.mark.parametrize(
    ("iso", "en", "zh"),
    [
        ("2023", "2023", "2023年"),
        ("2023-09", "September 2023", "2023年9月"),
        ("2023-09-28", "28 September 2023", "2023年9月28日"),
        ("2023-09-20/2023-09-24", "20-24 September 2023", "2023年9月20日至24日"),
        ("2018-05-30/2018-06-01", "30 May to 1 June 2018", "2018年5月30日至6月1日"),
        ("2018-12-31/2019-01-02", "31 December 2018 to 2 January 2019", "2018年12月31日至2019年1月2日"),
        ("2018-05/2018-06", "May to June 2018", "2018年5月至6月"),
        ("2018/2025", "2018-2025", "2018年至2025年"),
        ("2023-09-20/2023-09-20", "20 September 2023", "2023年9月20日"),
    ],
)
def test_iso_dates_in_words(iso: str, en: str, zh: str) -> None:
    assert iso_dates(iso) == Bilingual(en, zh)


@pytest.mark.parametrize(
    "text", ["", "soon", "2023-13", "2023-02-30", "2023-9-1", "2023/2024/2025", "2023/", "0000-01"]
)
def test_what_is_no_iso_date_is_not_worded(text: str) -> None:
    assert iso_dates(text) is None


def test_days_of_an_edition() -> None:
    assert dates(date(2023, 9, 20), date(2023, 9, 24)).en == "20-24 September 2023"
    assert dates(date(2023, 9, 20)).zh == "2023年9月20日"
    assert dates(None, date(2023, 9, 24)).en == "24 September 2023"
    assert not dates(None, None)


SOURCE = Source("s", "Daily", "It Closes", "en", "2023-09-28", "https://example.org/1")


@pytest.mark.parametrize(
    ("given", "restated", "en", "zh"),
    [
        (
            *(SOURCE, False),
            'Daily, "It Closes", 28 September 2023, https://example.org/1',
            "Daily《It Closes》（2023年9月28日），https://example.org/1",
        ),
        (SOURCE._replace(url="", published="2023"), False, 'Daily, "It Closes", 2023', "Daily《It Closes》（2023年）"),
        (SOURCE._replace(url="", published="", title=""), False, "Daily", "Daily"),
        (
            *(SOURCE, True),
            'restated from Daily, "It Closes", 28 September 2023, https://example.org/1',
            "据Daily《It Closes》（2023年9月28日）改写，https://example.org/1",
        ),
    ],
)
def test_a_citation_has_what_is_given_and_says_what_is_restated(
    given: Source, restated: bool, en: str, zh: str
) -> None:
    assert citation(given, restated=restated) == Bilingual(en, zh)
