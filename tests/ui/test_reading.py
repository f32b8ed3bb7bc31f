"""The reading state without a screen: places, history, locked and unlocked languages."""

import pytest

from wmc_tui.model import Lang
from wmc_tui.store import Library
from wmc_tui.ui.state.history import History, Place
from wmc_tui.ui.state.reading import Reading


@pytest.fixture
def reading(sample: Library) -> Reading:
    state = Reading(sample)
    assert state.start()
    return state


def test_history_is_a_browsers() -> None:
    history = History(limit=3)
    assert not history.can_go(-1) and history.step(-1) is None and history.step(1) is None
    a, b, c, d = (Place(name) for name in "abcd")
    for place in (a, b, b, c):
        history.visit(place)
    assert (history.step(-1), history.step(-1), history.step(-1)) == (b, a, None)
    assert (history.step(1), history.can_go(1)) == (b, True)
    history.visit(d)
    assert history.step(1) is None, "going somewhere new forgets what lay ahead"
    history.amend(Place("d", 7))
    history.visit(a)
    assert history.step(-1) == Place("d", 7), "the spot one left from, not the one one came to"
    history.visit(b)
    history.visit(c)
    assert [history.step(-1), history.step(-1), history.step(-1)] == [b, Place("d", 7), None], (
        "the oldest are forgotten"
    )


@pytest.mark.parametrize("page", ["nowhere", "edition:1999", "edition:", "edition:x", "", "edition:²"])
def test_a_page_that_is_not_there_changes_nothing(reading: Reading, page: str) -> None:
    before = reading.place
    assert not reading.visit(Place(page, 3))
    assert reading.place == before and not reading.history.can_go(-1)


def test_a_sentence_that_is_not_there_gives_the_one_before(reading: Reading) -> None:
    assert reading.visit(Place("herald", 99)) and reading.place.n == 5
    assert reading.visit(Place("herald", 0)) and reading.place.n == 1


def test_a_fact_that_is_not_stated_there_gives_the_first_that_is(reading: Reading) -> None:
    assert reading.visit(Place("herald", 2, "2022.total_investment", Lang.ZH))
    assert reading.fact == "2022.exhibition_area", "the first figure of the Chinese text"
    assert reading.visit(Place("edition:2022", 1, "2022.guests"))
    assert reading.fact == "2022.guests" and reading.page.passages[reading.index].facts(Lang.EN) == ["2022.guests"]


def test_the_overview_begins_with_the_headline_facts(reading: Reading) -> None:
    assert reading.visit(Place("edition:2022"))
    first = [passage.facts(Lang.EN)[0] for passage in reading.page.passages[:2]]
    assert first == ["2022.projects_signed", "2022.total_investment"]
    assert [passage.text.zh for passage in reading.page.passages][:2] == ["签约项目数：422个", "投资总额：超2536亿元"]


def test_moves_are_kept_within_the_page(reading: Reading) -> None:
    reading.move(1000)
    assert reading.index == 4
    reading.move(-1000)
    assert reading.index == 0 and not reading.step_figure(-1)


def test_figures_are_walked_backwards_from_the_last_of_each_sentence(reading: Reading) -> None:
    assert reading.visit(Place("herald", 4, "2022.projects_signed"))
    walked = []
    while reading.step_figure(-1):
        walked.append((reading.place.n, reading.fact))
    assert walked == [(2, "2022.exhibition_area"), (2, "2022.guests")]


def test_a_jump_brings_unlocked_panes_to_the_same_sentence(reading: Reading) -> None:
    reading.toggle_lock()
    reading.move(3)
    assert [reading.index_in(lang) for lang in Lang] == [3, 0]
    reading.visit(Place("gazette", 2))
    assert [reading.index_in(lang) for lang in Lang] == [1, 1]
