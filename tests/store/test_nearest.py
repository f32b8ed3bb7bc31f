"""The nearest id among many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wmc_tui.store.nearest import Nearest


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2019.project_signed", "2019.projects_signed"),
        ("2019.Projects_Signed", "2019.projects_signed"),
        ("aera", "area"),
        ("2091", "2019"),
        ("beds", ""),
        ("", ""),
    ],
)
def test_nearest_word(wrong: str, right: str) -> None:
    assert Nearest(["2018.projects_signed", "2019.projects_signed", "2019.area", "area", "2019"]).to(wrong) == right


@given(st.lists(st.text(max_size=8), max_size=8), st.text(max_size=8))
def test_nearest_is_one_of_the_words_or_nothing(words: list[str], word: str) -> None:
    assert Nearest(words).to(word) in {*words, ""}


def test_a_word_is_nearest_to_itself_among_thousands() -> None:
    words = [f"{year}.metric_{number}" for year in range(2018, 2026) for number in range(2_000)]
    nearest = Nearest(words)
    for word in words[::500]:
        assert nearest.to(word) == word
        assert nearest.to(word.replace("metric", "metrik")).startswith(word[:5])
