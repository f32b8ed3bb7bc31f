"""Chinese is read aloud as those who know would, and traditional characters are folded to simplified ones."""

from pathlib import Path

import pytest

from wmc_tui.search.index.romanise import Reader
from wmc_tui.search.index.sounds import CODES, spellings
from wmc_tui.store import Library
from wmc_tui.text.fold import fold
from wmc_tui.text.traditional import SIMPLIFIED, TRADITIONAL, simplify

SYLLABLES = {code: syllable for syllable, code in CODES.items()}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def said(sounds: str) -> str:
    return " ".join(SYLLABLES.get(character, character) for character in sounds)


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("参展企业", "can zhan qi ye"),
        ("合肥", "he fei"),
        ("重庆银行行长", "chong qing yin hang hang zhang"),
        ("举行业务会议", "ju xing ye wu hui yi"),
        ("绿色旅行", "lv se lv xing"),
        ("音乐与快乐", "yin yue yu kuai le"),
        ("大项目的投资", "da xiang mu de tou zi"),
        ("长鑫与长三角", "chang xin yu chang san jiao"),
        ("5G 制造", "5 G   zhi zao"),
    ],
)
def test_the_phrase_decides_how_a_character_is_read(reader: Reader, text: str, sounds: str) -> None:
    read = reader.sounds(text)
    assert said(read) == sounds
    assert len(read) == len(text)


def test_the_shipped_texts_are_read_as_pypinyin_reads_them(shipped: Library, reader: Reader) -> None:
    pypinyin = pytest.importorskip("pypinyin")
    pytest.importorskip("opencc")
    from tools.han_tables import CORRECTED

    texts = [fact.label.zh for fact in shipped.facts()]
    texts += [sentence.zh for article in shipped.articles() for sentence in shipped.sentences(article.id)]
    wrong = {}
    for text in texts:
        if any(phrase in text for phrase in CORRECTED):
            continue
        expected = " ".join(pypinyin.lazy_pinyin(text, errors=list))
        if said(reader.sounds(text)) != expected:
            wrong[text] = expected
    assert wrong == {}


@pytest.mark.parametrize(
    ("letters", "cuts"),
    [
        ("canzhanqiye", ["can zhan qi ye"]),
        ("xian", ["xian", "xi an"]),
        ("fangan", ["fang an", "fan gan"]),
        ("lvse", ["lv se"]),
        ("lyuse", ["lv se"]),
        ("zhi", ["zhi"]),
        ("zh", []),
        ("investment", []),
    ],
)
def test_letters_are_cut_into_complete_syllables(letters: str, cuts: list[str]) -> None:
    assert [
        said("".join(first for first, _ in map(tuple, each.syllables))) for each in spellings(letters) if not each.begun
    ] == cuts


def test_the_last_syllable_may_be_unfinished() -> None:
    (spelling,) = spellings("canzhanq")
    assert [said(sound) for sound in spelling.syllables] == ["can can", "zhan zhan", "qi qun"]
    found = spelling.pattern().search("".join(CODES[each] for each in ("de", "can", "zhan", "qi", "ye")))
    assert found and found.span() == (1, 4)
    assert not spelling.pattern().search("".join(CODES[each] for each in ("can", "zhan", "ye")))


def test_letters_that_can_be_cut_in_very_many_ways_take_no_time() -> None:
    assert 0 < len(spellings("xian" * 12)) <= 6
    assert spellings("an" * 5000) == []


def test_traditional_characters_are_folded_in_their_places() -> None:
    assert fold("簽約項目　參展企業") == "签约项目 参展企业"
    assert simplify("投") == "投"
    assert len(TRADITIONAL) == len(SIMPLIFIED) and list(TRADITIONAL) == sorted(TRADITIONAL)


def test_the_tables_are_those_of_their_sources() -> None:
    pytest.importorskip("opencc")
    pytest.importorskip("pypinyin")
    from tools.han_tables import PACKAGE, tables

    for name, content in tables().items():
        assert (PACKAGE / name).read_text(encoding="utf-8") == content, name
    assert Path(__file__).resolve().parents[2] / "wmc_tui" == PACKAGE
