"""What is copied."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import open_alone
from wmc_tui.model import Article, Bilingual, Fact, Lang, Sentence
from wmc_tui.present.record_export import clip_bilingual, clip_fact, clip_sentence
from wmc_tui.store import Library

SAMPLE = Path(__file__).parent.parent / "search" / "sample.toml"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = open_alone(tmp_path, SAMPLE)
    yield opened
    opened.close()


def fact_of(library: Library, id: str) -> Fact:
    fact = library.fact(id)
    assert fact is not None
    return fact


def statement(library: Library) -> tuple[Article, Sentence]:
    article, sentence = library.article("2023-daily"), library.sentence("2023-daily", 4)
    assert article is not None and sentence is not None
    return article, sentence


def test_a_fact_is_copied_with_its_note_and_who_states_it(library: Library) -> None:
    assert clip_fact(library, fact_of(library, "2023.total_investment")) == (
        "Total investment, 2023: 342.5 billion yuan\n"
        "投资总额，2023年：3425亿元\n"
        "Note: Signed, not yet spent.\n"
        "注：为签约额，并非到位资金。\n"
        "\n"
        "Stated by 来源\n"
        "“3425亿元”：安徽日报《大会创多项之最》（2023年9月28日），https://example.org/daily"
    )


def test_each_publication_is_named_once_with_the_figure_in_its_own_language(library: Library) -> None:
    assert clip_fact(library, fact_of(library, "2018.total_investment")).splitlines()[-2:] == [
        '"447.1 billion yuan": Convention Wire, "Convention Closes in Hefei", May 2018',
        "“4471亿元”：中新社《大会闭幕》（2018年5月28日），https://example.org/agency",
    ]


def test_a_fact_that_nobody_is_known_to_state_is_copied_alone(library: Library) -> None:
    assert clip_fact(library, fact_of(library, "2023.theme")).splitlines() == [
        "Theme of the convention, 2023: Intelligent Manufacturing for a Better Future",
        "大会主题，2023年：智造世界·创造美好",
    ]


def test_a_sentence_is_copied_as_stored(library: Library) -> None:
    _, sentence = statement(library)
    assert clip_sentence(sentence, Lang.ZH) == "企业诉求办结率达91%。"
    assert clip_sentence(sentence._replace(en=""), Lang.EN) == sentence.zh


def test_both_languages_are_copied_with_the_original_first_and_cited(library: Library) -> None:
    article, sentence = statement(library)
    assert clip_bilingual(library, article, sentence).splitlines() == [
        "企业诉求办结率达91%。",
        "Of the requests of enterprises, 91% were resolved.",
        "",
        "据安徽日报《大会创多项之最》（2023年9月28日）改写，https://example.org/daily（原文为中文）",
        'Restated from 安徽日报, "大会创多项之最", 28 September 2023, https://example.org/daily (original in Chinese)',
    ]
    own = article._replace(restated=False, original=Lang.EN)
    assert "estated" not in clip_bilingual(library, own, sentence)
    assert clip_bilingual(library, own, sentence).startswith("Of the requests")
    assert clip_bilingual(library, article._replace(source="gone"), sentence).count("\n") == 1


def test_control_characters_are_copied_as_something_visible(library: Library) -> None:
    article, sentence = statement(library)
    nasty = "a\x1b]52;c;eA==\x07b\u202ec"
    bad = sentence._replace(en=nasty)
    labelled = fact_of(library, "2023.theme")._replace(label=Bilingual(nasty, nasty))
    for text in (clip_sentence(bad, Lang.EN), clip_bilingual(library, article, bad), clip_fact(library, labelled)):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
