"""Where a figure stands: never inside another number or word, and decided by what stands before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wmc_tui.store.anchors import figure_like, places_of


@pytest.mark.parametrize(
    ("figure", "text", "places"),
    [
        ("60", "60 of 1,600 or 601 or 160", [0]),
        ("600", "1,600 and 600", [10]),
        ("8", "8.1 and 8.", [8]),
        ("1", "8.1, 1, 1.", [5, 8]),
        ("60家", "2023,60家", [5]),
        ("2023", "2023,60家", [0]),
        ("1,600", "1,600,000 and 1,600", [14]),
        ("1.2万", "1.2万亿和1.2万个", [6]),
        ("3425", "3425亿元", []),
        ("个1个", "个1个1个", [0, 2]),
        ("3425亿元", "投资3425亿元。", [2]),
        ("三个", "十三个和三个", [4]),
        ("6", "\uff166", []),
        ("one", "none, one", [6]),
        ("9 percent", "9 percentage points, 9 percent", [21]),
        ("5%", "15%或5%", [4]),
        ("aa", "aaa aa", [4]),
        ("", "anything", []),
        ("602", "", []),
    ],
)
def test_figure_is_found_only_where_it_stands_alone(figure: str, text: str, places: list[int]) -> None:
    assert places_of(figure, text) == places


@pytest.mark.parametrize(("before", "places"), [("签约", [2]), ("完成 ", [9]), ("到", []), ("", []), (None, [2, 9])])
def test_text_before_decides(before: str | None, places: list[int]) -> None:
    assert places_of("602个", "签约602个,完成602个", before) == places


def test_empty_text_before_means_the_start_of_the_sentence() -> None:
    assert places_of("602", "602 signed, 602 in all", "") == [0]


FIGURES = st.from_regex(r"[1-9][0-9]{0,2}(,[0-9]{3})?(\.[0-9])?( million yuan|万元|亿|个|%)?", fullmatch=True)


@given(FIGURES, st.text("签约项目, of.", max_size=8), st.text("签约项目, of.", max_size=8))
def test_figure_between_words_is_found_and_reads_back(figure: str, left: str, right: str) -> None:
    text = f"{left}在{figure}之{right}"
    places = places_of(figure, text)
    assert len(left) + 1 in places
    assert all(text[place : place + len(figure)] == figure for place in places)


@given(FIGURES, st.sampled_from("0123456789"), st.booleans())
def test_figure_is_not_found_where_a_digit_goes_on(figure: str, digit: str, after: bool) -> None:
    if after and not figure[-1].isdecimal():
        figure = figure.rstrip("万元亿个% milonyua")
    text = f"{figure}{digit}" if after else f"{digit}{figure}"
    assert (0 if after else 1) not in places_of(figure, text)


@given(
    st.text("0189,.十万亿一两ab 个%", min_size=1, max_size=5),
    st.text("0189,.十万亿一两ab 个%", max_size=30),
    st.text(max_size=2),
)
def test_every_place_reads_as_the_figure(figure: str, text: str, before: str) -> None:
    places = places_of(figure, text)
    assert all(text.startswith(figure, place) for place in places)
    assert set(places_of(figure, text, before)) <= set(places)


def test_figures_are_recognised_for_the_hint() -> None:
    assert figure_like("签约项目602个,投资1.2万亿元,增长8.1%。") == ["602个", "1.2万亿元", "8.1%"]
    assert figure_like("Some 1,600 projects at 8.1 percent.") == ["1,600 projects at", "8.1 percent"]
