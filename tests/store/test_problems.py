"""Every kind of wrong record: where it is, what is wrong with it, what would be right, and what is left of the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import require, says
from wmc_tui.store import Problem, open_library
from wmc_tui.store.compile import check_stores
from wmc_tui.store.problems import nearest

Store = Callable[[str], Path]

FACT = """
[[fact]]
id = "2019.area.new"
edition = 2019
metric = "area"
label_en = "New area"
scope = "edition"
stage = "result"
value = 5
qualifier = "exact"
"""

ARTICLE = """
[[article]]
id = "mine"
edition = 2019
source = "daily2019"
original = "en"
title_en = "Mine"

[[article.sentence]]
n = 1
en = "Of 1,600 projects 602 were signed, 602 in all."
zh = "签约项目602个,投资1.2万亿元。"
"""

MENTION = (
    ARTICLE
    + """
[[article.sentence.mention]]
fact = "2019.projects_signed"
"""
)

# A store and the problem that it must give, from its line on.
BROKEN: dict[str, tuple[str, str]] = {
    "the same mention twice": (
        MENTION + 'en = "1,600 projects"\n\n[[article.sentence.mention]]\n'
        'fact = "2019.projects_signed"\nen = "1,600 projects"\n',
        '20: article mine, sentence 1, mention 2019.projects_signed: en: "1,600 projects" is mentioned there already; remove one'),
    "unknown table": ("[[facts]]\n",
        '1: table "facts": there is no table "facts"; did you mean "fact"?'),
    "inner table at the top": ("[[sentence]]\nn = 1\n",
        '1: table "sentence": there is no table "sentence"; write [[article.sentence]] below its [[article]]'),
    "one table for many": ("\n[fact]\n",
        "2: fact: a table where a list of tables should be; write [[fact]]"),
    "a value for a table": ("metric = 3\n",
        "1: metric: 3 is an integer where a list of tables should be; write [[metric]]"),
    "a list of no tables": ("metric = [3]\n",
        "1: metric #1: 3 is an integer, not a table; write [[metric]]"),
    "a list of no inner tables": (ARTICLE.partition("\n[[article.sentence]]")[0] + "sentence = [\n1]\n",
        "8: article mine, sentence #1: 1 is an integer, not a table; write [[article.sentence]]"),
    "unknown key": (FACT + 'lable_zh = "新增面积"\n',
        '11: fact 2019.area.new: lable_zh: a fact has no key "lable_zh"; did you mean "label_zh"?'),
    "missing key": (FACT.replace('stage = "result"\n', ""),
        "2: fact 2019.area.new: the key stage is missing; add stage, one of pre_event…"),
    "missing id": (FACT.replace('id = "2019.area.new"\n', ""),
        "2: fact #1: the key id is missing; add id, an id"),
    "id of two words": (FACT.replace("2019.area.new", "2019.area new"),
        '3: fact 2019.area new: id: "2019.area new" holds a space or a control character; ids are one word: letters, digits, . _ -'),
    "missing in both languages": (FACT.replace('label_en = "New area"\n', ""),
        "2: fact 2019.area.new: there is no label in either language; add label_en, label_zh or both"),
    "number for text": (FACT.replace('"area"', "7"),
        '5: fact 2019.area.new: metric: 7 is an integer, not text; write it in quotes: "7"'),
    "empty text": ('[[source]]\nid = "x"\npublisher = " "\ntitle = "T"\nlanguage = "en"\npublished = "2019"\n',
        "3: source x: publisher: the text is empty; write it, or leave the record out"),
    "text for year": (FACT.replace("= 2019", '= "2019"'),
        '4: fact 2019.area.new: edition: "2019" is text, not an integer; write digits without quotes'),
    "year out of range": ('[[edition]]\nyear = 19\nname_en = "X"\n',
        "2: edition 19: year: 19 is not between 1900 and 2999"),
    "float for number": (FACT.replace("value = 5", "value = 8.1"),
        '9: fact 2019.area.new: value: 8.1 is a float, which loses digits; write it in quotes: "8.1"'),
    "number with commas": (FACT.replace("value = 5", 'value = "1,600.5"'),
        '9: fact 2019.area.new: value: "1,600.5" is not a number; did you mean "1600.5"?'),
    "boolean for number": (FACT.replace("value = 5", "value = true"),
        "9: fact 2019.area.new: value: true is a boolean, not a number; write digits…"),
    "very long number": (FACT.replace("value = 5", "value = 0x" + "f" * 9000),
        "9: fact 2019.area.new: value: the number has more than 30 digits"),
    "number of 31 digits with a sign and a point": (FACT.replace("value = 5", f'value = "-{"9" * 30}.5"'),
        "9: fact 2019.area.new: value: the number has more than 30 digits"),
    "text for flag": (ARTICLE.replace('"Mine"', '"Mine"\nrestated = "yes"'),
        '8: article mine: restated: "yes" is text, not true or false; write true or false without quotes'),
    "bad enum": (FACT.replace('"exact"', '"abuot"'),
        '10: fact 2019.area.new: qualifier: "abuot" is none of exact, over, at_least, nearly, about, up_to, less_than, expected; did you mean "about"?'),
    "bad unit": (FACT + 'unit = "precent"\n',
        '11: fact 2019.area.new: unit: "precent" is no unit and no code of a currency; did you mean "percent"?'),
    "date in quotes": ('[[edition]]\nyear = 2020\nname_en = "X"\nstart = "2020-09-20"\n',
        '4: edition 2020: start: "2020-09-20" is text, not a date; write it without quotes: 2020-09-20'),
    "days in the wrong order": ('[[edition]]\nyear = 2020\nname_en = "X"\nstart = 2020-09-24\nend = 2020-09-20\n',
        "5: edition 2020: end: the last day 2020-09-20 is before the first day 2020-09-24; correct one of them"),
    "no such day": ('[[source]]\nid = "x"\npublisher = "P"\ntitle = "T"\nlanguage = "en"\npublished = "2019-02-30"\n',
        '6: source x: published: "2019-02-30" is not a date; write it as exactly as it is known…'),
    "bad language": ('[[source]]\nid = "x"\npublisher = "P"\ntitle = "T"\nlanguage = "zh-hans"\npublished = "2019"\n',
        '5: source x: language: "zh-hans" is not the code of a language; did you mean "zh-Hans"?'),
    "duplicate id": (FACT + FACT.replace("New area", "Newer area"),
        '13: fact 2019.area.new: id: the id "2019.area.new" is there already…; give it an id of its own'),
    "duplicate label": (FACT.replace("New area", "Exhibition area"),
        '6: fact 2019.area.new: label_en: "Exhibition area" is the label of "2019.area" too; say what tells the two apart…'),
    "id of another edition": (FACT.replace("2019.area.new", "2018.area.new"),
        '3: fact 2018.area.new: id: "2018.area.new" does not begin with its edition; write 2019.area'),
    "unknown edition": (FACT.replace("= 2019", "= 2091"),
        '4: fact 2019.area.new: edition: there is no edition 2091; did you mean "2019"?'),
    "unknown metric": (FACT.replace('"area"', '"aera"'),
        '5: fact 2019.area.new: metric: there is no metric "aera"; did you mean "area"?'),
    "unknown source": (ARTICLE.replace('"daily2019"', '"daily2091"'),
        '5: article mine: source: there is no source "daily2091"; did you mean "daily2019"?'),
    "unknown source of evidence": (FACT + '[[fact.evidence]]\nsource = "weekly"\nlang = "zh"\nas_written = "5"\n',
        '12: fact 2019.area.new, evidence weekly: source: there is no source "weekly"; add [[source]] or correct the id'),
    "evidence without the figure": (FACT + '[[fact.evidence]]\nsource = "daily2019"\nlang = "zh"\n',
        "11: fact 2019.area.new, evidence daily2019: the key as_written is missing; add as_written, text that is not empty"),
    "unknown headline": ('[[edition]]\nyear = 2019\nname_en = "X"\nheadline = ["2019.aera"]\n',
        '4: edition 2019: headline: there is no fact "2019.aera"; did you mean "2019.area"?'),
    "headline of another edition": ('[[edition]]\nyear = 2019\nname_en = "X"\nheadline = ["2018.dates"]\n',
        '4: edition 2019: headline: the fact "2018.dates" is of the edition 2018; name facts of this one'),
    "text in a number's place": (FACT.replace("value = 5", 'text_en = "5"'),
        "9: fact 2019.area.new: text_en: a fact in m2 holds a value, not a text; write value, or give it the unit text"),
    "no value": (FACT.replace("value = 5\n", ""),
        "2: fact 2019.area.new: the key value is missing; add value, an integer or a decimal number in quotes"),
    "value in a text's place": (FACT + 'unit = "text"\n',
        "9: fact 2019.area.new: value: a fact in text holds a text, not a value; write text_en and text_zh"),
    "no range of dates": (FACT.replace("value = 5", 'unit = "date_range"\ntext_zh = "2019-09-22/2019-09-20"'),
        '10: fact 2019.area.new: text_zh: "2019-09-22/2019-09-20" is no date_range; write it as 2023-09-20/2023-09-24, the first day first'),
    "no composite": (FACT.replace("value = 5", 'unit = "composite"\ntext_en = "1+x"'),
        '10: fact 2019.area.new: text_en: "1+x" is no composite; write it as 1+6+11+21+21'),
    "count of nothing": ('[[metric]]\nid = "x"\nlabel_en = "X"\nunit = "count"\n',
        "1: metric x: a count has no noun; add noun_en and noun_zh"),
    "noun without a count": (FACT + 'noun_en = "metres"\n',
        "11: fact 2019.area.new: noun_en: a noun goes with the units count and ordinal, not with m2; remove noun_en"),
    "sentence twice": (ARTICLE + '[[article.sentence]]\nn = 1\nen = "Again."\n',
        "14: article mine, sentence 1: n: the number 1 is there already; this sentence is left out; did you mean 2?"),
    "sentence out of order": (ARTICLE.replace("n = 1", "n = 3") + '[[article.sentence]]\nn = 2\nen = "Before."\n',
        "14: article mine, sentence 2: n: the number 2 comes behind 3; number the sentences upwards, in their order"),
    "sentence without text": (ARTICLE + "[[article.sentence]]\nn = 2\nen = ''\n",
        "13: article mine, sentence 2: the sentence is empty in both languages; add en, zh or both"),
    "mention of an unknown fact": (MENTION.replace('"2019.projects_signed"', '"2019.project_signed"') + 'zh = "602个"\n',
        '15: article mine, sentence 1, mention 2019.project_signed: fact: there is no fact "2019.project_signed"; did you mean "2019.projects_signed"?'),
    "mention of nothing": (MENTION,
        "14: article mine, sentence 1, mention 2019.projects_signed: the mention holds no figure; add en, zh or both…"),
    "mention not there": (MENTION + 'zh = "620个"\n',
        '16: article mine, sentence 1, mention 2019.projects_signed: zh: "620个" does not stand in the Chinese of sentence 1; did you mean "602个"?'),
    "mention of a part of a number": (MENTION + 'en = "600 projects"\n',
        '16: article mine, sentence 1, mention 2019.projects_signed: en: "600 projects" does not stand in the English of sentence 1; did you mean "1,600 projects"?'),
    "mention in a missing language": ((MENTION + 'zh = "602"\n').replace('zh = "签约项目602个,投资1.2万亿元。"\n', ""),
        '15: article mine, sentence 1, mention 2019.projects_signed: zh: "602" does not stand in the Chinese of sentence 1; the sentence has no text in that language'),
    "ambiguous mention": (MENTION + 'en = "602"\n',
        '16: article mine, sentence 1, mention 2019.projects_signed: en: "602" stands 2 times in the English of sentence 1; tell which by en_before, the text right before it ("00 projects ", "ere signed, ")'),
    "wrong text before": (MENTION + 'en = "602"\nen_before = "about"\n',
        '17: article mine, sentence 1, mention 2019.projects_signed: en_before: "about" is not right before "602" in the English of sentence 1; "00 projects " or "ere signed, " is'),
    "text before nothing": (MENTION + 'en = "1,600 projects"\nzh_before = "项目"\n',
        "17: article mine, sentence 1, mention 2019.projects_signed: zh_before: there is no zh for it; add zh or remove zh_before"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_problem_names_place_fault_and_remedy(store: Store, text: str, message: str) -> None:
    path = store(text)
    report = check_stores([path])
    assert not report.unreadable
    (problem,) = report.problems
    assert says(problem, path, message), str(problem)
    assert "\n" not in str(problem)


@pytest.mark.parametrize("text", [row[0] for row in BROKEN.values()], ids=BROKEN)
def test_library_opens_with_the_good_part_and_the_same_problems(store: Store, text: str) -> None:
    path = store(text)
    library = open_library([path])
    assert library.problems == check_stores([path]).problems
    assert library.fact("2019.area") is not None
    assert open_library([path]).problems == library.problems
    assert open_library([path], use_cache=False).problems == library.problems


def test_problem_reads_as_one_line() -> None:
    problem = Problem("facts.toml", 12, "fact 2023.guests: qualifier", '"abuot" is none of a, b', 'did you mean "b"?')
    assert str(problem) == ('facts.toml:12: fact 2023.guests: qualifier: "abuot" is none of a, b; did you mean "b"?')
    assert str(Problem("facts.toml", None, "", "the file is empty", "")) == "facts.toml: the file is empty"


def test_every_problem_of_a_file_is_reported_in_the_order_of_its_lines(store: Store) -> None:
    path = store(
        MENTION + 'zh = "620个"\nen = "620"\nfoo = 1\n' + FACT.replace('"exact"', "5") + "bar = 1\nvalue2 = 1\n"
    )
    lines = [problem.line for problem in check_stores([path]).problems]
    assert lines == [16, 17, 18, 28, 29, 30]


def test_what_leans_on_a_left_out_record_is_left_out_and_says_so(store: Store) -> None:
    path = store(
        '[[metric]]\nid = "beds"\nlabel_en = "Beds"\nunit = "cuont"\n'
        + FACT.replace('"area"', '"beds"').replace("2019.area.new", "2019.beds")
        + MENTION.replace("2019.projects_signed", "2019.beds")
        + 'zh = "602个"\n'
        + '[[edition]]\nyear = 2019\nname_en = "2019"\nheadline = ["2019.beds", "2019.area"]\n'
    )
    library = open_library([path])
    assert [problem.what for problem in library.problems] == [
        library.problems[0].what,
        'the metric "beds" is left out, and this with it',
        'the fact "2019.beds" is left out, and this with it',
        'the fact "2019.beds" is left out, and this with it',
    ]
    assert (library.metric("beds"), library.fact("2019.beds"), library.mentions_in("mine")) == (None, None, [])
    assert [sentence.n for sentence in library.sentences("mine")] == [1]
    edition = require(library.edition(2019))
    assert edition.headline == ("2019.area",)


def test_what_leans_on_a_left_out_edition_says_so(store: Store) -> None:
    path = store(
        '[[edition]]\nyear = 2020\nname_en = "X"\nstart = 2020-09-24\nend = 2020-09-20\n'
        + FACT.replace("2019", "2020")
        + ARTICLE.replace("2019\n", "2020\n")
    )
    library = open_library([path])
    left_out = "the edition 2020 is left out, and this with it"
    assert [problem.what for problem in library.problems][1:] == [left_out, left_out]
    assert library.edition(2020) is None
    assert library.article("mine") is None


def test_wrong_override_leaves_the_earlier_record_in_force(store: Store) -> None:
    path = store(FACT.replace("2019.area.new", "2019.area").replace('"exact"', '"exakt"'))
    library = open_library([path])
    assert len(library.problems) == 1
    assert require(library.fact("2019.area")).value == 61000


def test_control_characters_of_a_file_do_not_reach_the_message(store: Store) -> None:
    path = store(FACT.replace('"exact"', r'"\u001b[31m\n\u202E"'))
    (problem,) = open_library([path]).problems
    assert problem.what.startswith(r'"\x1b[31m\n\u202e" is none of')


@pytest.mark.parametrize("more", [0, 1000])
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2019.project_signed", "2019.projects_signed"), ("2019.Projects_Signed", "2019.projects_signed"),
        ("aera", "area"), ("2091", "2019"), ("beds", ""), ("", ""),
    ],
)  # fmt: skip
def test_nearest_word_among_few_and_many(wrong: str, right: str, more: int) -> None:
    words = ["2018.projects_signed", "2019.projects_signed", "2019.area", "area", "2019"]
    assert nearest(wrong, [*words, *(f"zzz.{number}.zzz" for number in range(more))]) == ([right] if right else [])


def many(count: int, text: str) -> str:
    return "".join(text.replace("%", str(n)) for n in range(count))


A_MENTION = '[[article.sentence.mention]]\nfact = "2019.projects_signed"\nen = "602"\n'
HEADLINE = '[[edition]]\nyear = 2019\nname_en = "X"\nheadline = [{}]\n'
MANY: dict[str, tuple[str, int]] = {
    "mentions that are wrong": (ARTICLE + many(3000, A_MENTION.replace("602", "%x")), 10),
    "mentions of one figure among many": (ARTICLE.replace("602 ", "602 " * 3000) + A_MENTION * 3000, 10),
    "mentions behind a text that is not there": (
        ARTICLE.replace("602 ", "602 " * 3000) + many(3000, A_MENTION + 'en_before = "x%"\n'),
        10,
    ),
    "mentions that are there already": (ARTICLE + A_MENTION.replace("602", "1,600") * 3001, 10),
    "an id in a headline": (HEADLINE.format('"2019.area", ' * 3001), 10),
    "ids of a headline": (HEADLINE.format(many(3000, '"2019.aera%", ')), 10),
    "unknown keys": (FACT + many(3000, "kee% = 1\n"), 10),
    "references": (many(3000, FACT.replace("new", "new%").replace("New", "New %").replace('"area"', '"aera%"')), 100),
    "labels": (FACT + many(3000, FACT.replace("new", "new%")), 100),
    "tables": (many(3000, "[[tabel%]]\n"), 100),
}


@pytest.mark.parametrize(("text", "most"), MANY.values(), ids=MANY)
def test_of_very_many_problems_alike_the_first_are_told_and_how_many_more(store: Store, text: str, most: int) -> None:
    *first, last = sorted(open_library([store(text)]).problems, key=lambda problem: " more like this: " in problem.what)
    assert len(first) == most
    assert last.what.startswith(f"{3000 - most} more like this: ")
    assert max(len(str(problem)) for problem in (*first, last)) < 600
