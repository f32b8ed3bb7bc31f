"""Pinyin that is still being typed, and syllables beside initials."""

import pytest

from wmc_tui.search import Index
from wmc_tui.search.index.sounds import initials, spellings


@pytest.mark.parametrize("typed", ["zhanlanmianji", "zhubinguo", "canzhanqiye", "qianyuexiangmu", "guanzhanrenci"])
def test_something_is_found_after_each_letter(shipped_index: Index, typed: str) -> None:
    assert [typed[:end] for end in range(2, len(typed) + 1) if not shipped_index.search(typed[:end])] == []


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("zhanla", "展览面积"),
        ("zhubi", "主宾国"),
        ("canzha", "参展企业数"),
        ("canzqy", "参展企业数"),
        ("czqiye", "参展企业数"),
        ("qyxmtzze", "签约项目投资总额"),
    ],
)
def test_what_is_typed_in_part_finds_the_label(shipped_index: Index, typed: str, label: str) -> None:
    assert shipped_index.search(typed)[0].text.zh == label


def test_a_syllable_may_go_on() -> None:
    assert any(spelling.begun for spelling in spellings("zha"))
    assert not any(spelling.begun for spelling in spellings("xiong"))


def test_letters_of_no_syllable_are_no_mixture() -> None:
    assert initials("ivuxi") == []
