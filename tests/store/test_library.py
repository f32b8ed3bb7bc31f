"""What a library tells of its stores."""

import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.store.conftest import require
from wmc_tui.model import Bilingual, Lang, Qualifier, Scope, Stage
from wmc_tui.store import open_library
from wmc_tui.store.compile import check_stores

Store = Callable[[str], Path]


def test_sample_has_no_problem(sample: Path) -> None:
    assert check_stores().problems == ()
    assert open_library().problems == ()


def test_editions_newest_first(sample: Path) -> None:
    library = open_library()
    assert [edition.year for edition in library.editions()] == [2019, 2018]
    edition = require(library.edition(2018))
    assert (edition.start, edition.end) == (date(2018, 5, 25), date(2018, 5, 27))
    assert edition.name == Bilingual("2018 Sample Convention", "2018样例大会")
    newest = require(library.edition(2019))
    assert newest.start is None
    assert newest.headline == ("2019.projects_signed", "2019.area")


def test_facts_by_edition_and_metric(sample: Path) -> None:
    library = open_library()
    assert [fact.id for fact in library.facts()] == [
        "2018.projects_signed", "2018.dates", "2019.projects_signed", "2019.area", "2019.growth",
    ]  # fmt: skip
    assert [fact.id for fact in library.facts(2018)] == ["2018.projects_signed", "2018.dates"]
    assert [fact.id for fact in library.facts(metric="projects_signed")] == [
        "2018.projects_signed",
        "2019.projects_signed",
    ]
    assert [fact.id for fact in library.facts(2019, "area")] == ["2019.area"]
    assert library.facts(2019, "nothing") == []


def test_fact_takes_unit_and_noun_from_its_metric(sample: Path) -> None:
    fact = require(open_library().fact("2018.projects_signed"))
    assert (fact.value, fact.unit, fact.noun) == (Decimal(431), "count", Bilingual("projects", "个"))
    assert (fact.qualifier, fact.scope, fact.stage) == (Qualifier.OVER, Scope.EDITION, Stage.RESULT)


FACT = """
[[fact]]
id = "2019.more"
edition = 2019
metric = "projects_signed"
label_en = "More"
scope = "edition"
stage = "result"
qualifier = "exact"
unit = "percent"
value = "12345678901234567890.10"
"""


def test_fact_in_another_unit_than_its_metric_takes_no_noun(store: Store) -> None:
    fact = require(open_library([store(FACT)]).fact("2019.more"))
    assert (fact.unit, fact.noun) == ("percent", Bilingual())
    assert str(fact.value) == "12345678901234567890.10", "a decimal has lost digits"


def test_sentences_out_of_order_are_read_by_number(store: Store) -> None:
    head = '[[article]]\nid = "mine"\nedition = 2019\nsource = "daily2019"\noriginal = "en"\ntitle_en = "Mine"\n'
    path = store(head + "".join(f'[[article.sentence]]\nn = {n}\nen = "Sentence {n}."\n' for n in (1, 4, 2, 3)))
    library = open_library([path])
    assert [sentence.n for sentence in library.sentences("mine")] == [1, 2, 3, 4]
    assert [problem.line for problem in library.problems] == [14, 17]


def test_fact_of_a_text_has_no_value(sample: Path) -> None:
    fact = require(open_library().fact("2018.dates"))
    assert fact.value is None
    assert fact.text == Bilingual("2018-05-25/2018-05-27", "")


def test_article_with_its_sentences_and_mentions(sample: Path) -> None:
    library = open_library()
    assert [article.id for article in library.articles()] == ["2019-daily", "2018-wire"]
    (article,) = library.articles(2019)
    assert (article.original, article.restated) == (Lang.ZH, True)
    assert [(one.n, one.heading) for one in library.sentences(article.id)] == [(1, True), (2, False), (3, False)]
    sentence = require(library.sentence(article.id, 3))
    assert sentence.note == Bilingual("A sample note.", "样例说明。")
    mentions = library.mentions_in(article.id)
    assert [(one.sentence, one.lang, one.as_written) for one in mentions] == [
        (2, Lang.EN, "602 projects"),
        (2, Lang.ZH, "602个"),
        (3, Lang.EN, "61,000 square metres"),
        (3, Lang.EN, "8.1 percent"),
        (3, Lang.ZH, "6.1万平方米"),
        (3, Lang.ZH, "8.1%"),
    ]
    assert [(one.start, one.end) for one in mentions[:2]] == [(7, 19), (7, 11)]
    assert library.mentions_of("2019.growth") == [mentions[3], mentions[5]]


def test_evidence_and_sources(sample: Path) -> None:
    library = open_library()
    (evidence,) = library.evidence_of("2018.projects_signed")
    source = require(library.source(evidence.source))
    assert (source.publisher, source.host, evidence.as_written) == ("样例日报", "publisher", "431个")
    assert [one.id for one in library.sources()] == ["daily2019", "wire2018"]


def test_what_is_not_there_is_none_or_empty(sample: Path) -> None:
    library = open_library()
    absent: list[object] = [library.edition(1999), library.edition(10**30), library.sentence("2019-daily", 99)]
    absent += [get("x") for get in (library.article, library.fact, library.metric, library.source)]
    assert absent == [None] * 7
    lists = (library.sentences, library.mentions_in, library.mentions_of, library.evidence_of)
    assert [get("x") for get in lists] == [[]] * 4
    with pytest.raises(KeyError):
        library.origin_of("fact", "x")


def test_later_store_overrides_by_id(sample: Path, store: Store) -> None:
    path = store(
        '[[article]]\nid = "2019-daily"\nedition = 2018\nsource = "wire2018"\noriginal = "en"\ntitle_en = "New"\n'
        '[[article.sentence]]\nn = 1\nen = "Only 61,000 square metres."\n'
        '[[article.sentence.mention]]\nfact = "2019.area"\nen = "61,000 square metres"\n'
        '[[metric]]\nid = "area"\nlabel_en = "Space"\nunit = "m2"\n'
    )
    library = open_library([path])
    assert library.problems == ()
    assert [article.id for article in library.articles()] == ["2019-daily", "2018-wire"]
    assert [sentence.en for sentence in library.sentences("2019-daily")] == ["Only 61,000 square metres."]
    assert len(library.mentions_in("2019-daily")) == 1
    assert library.mentions_of("2019.growth") == []
    metric = require(library.metric("area"))
    assert metric.label == Bilingual("Space", "")
    assert library.origin_of("article", "2019-daily").file == str(path)
    assert library.origin_of("metric", "area").file == str(path)
    assert library.origin_of("article", "2018-wire").file == str(sample)
    assert library.origin_of("edition", 2018).file == str(sample)


def test_overriding_fact_brings_its_own_evidence(sample: Path, store: Store) -> None:
    path = store(
        '[[fact]]\nid = "2018.projects_signed"\nedition = 2018\nmetric = "projects_signed"\nlabel_en = "Signed"\n'
        'scope = "edition"\nstage = "result"\nvalue = 432\nqualifier = "exact"\n'
    )
    library = open_library([path])
    assert library.evidence_of("2018.projects_signed") == []
    assert len(library.mentions_of("2018.projects_signed")) == 1


def test_stores_are_read_in_order(sample: Path, home: Path, tmp_path: Path) -> None:
    def write(path: Path, label: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'[[metric]]\nid = "area"\nlabel_en = "{label}"\nunit = "m2"\n')
        return path

    own = write(home / "data" / "library" / "a.toml", "own")
    late = write(tmp_path / "folder" / "b.toml", "late")
    early = write(tmp_path / "folder" / "a.toml", "early")
    write(tmp_path / "folder" / ".hidden.toml", "hidden")
    other = write(tmp_path / "other.toml", "other")

    def label(*extra: Path) -> str:
        metric = require(open_library(extra).metric("area"))
        return metric.label.en

    assert label() == "own"
    assert label(late.parent) == "late"
    assert label(late.parent, other) == "other"
    assert label(other, late.parent) == "late"
    assert open_library([late.parent, early]).files == (sample, own, late, early)


def test_digest_tells_content_not_place(sample: Path, tmp_path: Path) -> None:
    first = open_library().digest
    mine = tmp_path / "mine.toml"
    mine.write_bytes(b"[[metric]]\n")
    copy = tmp_path / "copy.toml"
    copy.write_bytes(b"[[metric]]\n")
    assert open_library([mine]).digest == open_library([copy]).digest != first
    assert len(first) == 64


def test_closed_library_reads_nothing(sample: Path) -> None:
    library = open_library()
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.editions()


def test_all_mentions_and_all_evidence_are_those_of_each(sample: Path) -> None:
    library = open_library()
    mentions = [one for article in library.articles() for one in library.mentions_in(article.id)]
    assert mentions
    assert library.mentions() == mentions
    evidence = [one for fact in library.facts() for one in library.evidence_of(fact.id)]
    assert evidence
    assert library.evidence() == evidence
