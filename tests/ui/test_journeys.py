"""What a reader does: start, walk through figures, follow a fact to another article, go back, search."""

from tests.ui.desk import opened
from wmc_tui.model import Lang
from wmc_tui.store import Library
from wmc_tui.ui.state.history import Place


async def test_it_starts_at_the_newest_edition_with_an_article(sample: Library) -> None:
    async with opened(sample) as desk:
        assert desk.place == Place("herald", 1, None, Lang.EN)
        sidebar = desk.text_of("#sidebar").splitlines()
        assert [row[2:6] for row in sidebar if row[2:6].isdecimal()][:3] == ["2023", "2022", "2021"]
        assert "422" in sidebar[2] and "253.6bn" in sidebar[2]
        assert "(500)" in sidebar[1], "an expected figure is told from a result"
        assert sidebar[2].startswith("*"), "the open edition has a sign"
        assert "2022 Sample Convention  2022样例大会" in desk.rows[0]
        assert "English (original)" in desk.text_of("#en")
        assert "中文 (译文)" in desk.text_of("#zh")
        assert "The doors of the sample hall" in desk.text_of("#en")
        assert "样例展馆在一个阴天的早晨开门" in desk.text_of("#zh")
        assert desk.find("#en", "12,000 guests")[1] <= desk.find("#en", "422 projects")[1]
        for figure in ("  2 ", "  4 "):
            assert desk.find("#en", figure)[1] == desk.find("#zh", figure)[1], "sentences stand side by side"


async def test_an_edition_can_be_asked_for(sample: Library) -> None:
    async with opened(sample, edition=2023) as desk:
        assert desk.place.page == "edition:2023"
        assert "Announced only." not in desk.text_of("#en")
        assert "1 Projects expected:" in desk.text_of("#en")
        assert "预计签约项目数：" in desk.text_of("#zh")
        assert "样例报, 2022-09-22  (no article here)" in desk.text_of("#card")


async def test_figures_are_walked_across_sentences(sample: Library) -> None:
    async with opened(sample) as desk:
        seen = []
        for _ in range(4):
            await desk.press("n")
            seen.append((desk.place.n, desk.place.fact, desk.looks_of("#en", "chosen"), desk.looks_of("#zh", "chosen")))
        assert seen == [
            (2, "2022.guests", ["12,000 guests"], ["1.2万名"]),
            (2, "2022.exhibition_area", ["65,000 square meters"], ["6.5万平方米"]),
            (4, "2022.projects_signed", ["422 projects"], ["422个"]),
            (4, "2022.total_investment", ["253.6 billion yuan"], ["2536亿元"]),
        ]
        await desk.press("n")
        assert desk.place.n == 4 and desk.said == ["No further figure on this page."]
        await desk.press("N", "N", "N")
        assert (desk.place.n, desk.place.fact) == (2, "2022.guests")
        await desk.press("right", "n")
        assert (desk.place.n, desk.place.fact) == (4, "2022.projects_signed"), "the Chinese has them in another order"


async def test_the_card_shows_the_fact_and_leads_to_the_other_article(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press("n", "n", "n", "n")
        card = desk.text_of("#card")
        assert "Total investment  投资总额" in card
        assert "over 253.6 billion yuan = 超2536亿元" in card
        assert "2022, result, over" in card
        assert "! Signed, not spent." in card and "! 为签约额。" in card
        assert "! The hall was still open." in card, "the sentence's own note"
        assert "Confirmed: 2 publications, both languages  已多源证实" in card
        assert "Sample Herald, 2022-09-21" in card and "253.6 billion yuan | 2536亿元" in card
        here = desk.place
        await desk.press("enter", "down", "enter")
        assert desk.place == Place("gazette", 2, "2022.total_investment", Lang.EN)
        assert desk.looks_of("#en", "chosen") == ["253.6 billion yuan"]
        assert desk.looks_of("#zh", "chosen") == ["2536亿元"]
        assert "English (translation)" in desk.text_of("#en")
        await desk.press("backspace")
        assert desk.place == here
        await desk.press("f")
        assert desk.place.page == "gazette" and desk.place.fact == "2022.total_investment"
        await desk.press("escape")
        assert desk.place == here


async def test_editions_are_leafed_through_and_gone_back_over(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press("down", "down", "down", "J")
        assert desk.place.page == "bulletin"
        await desk.press("J")
        assert desk.place.page == "bulletin", "there is no older one"
        await desk.press("K", "K")
        assert desk.place.page == "edition:2023"
        await desk.press("b", "b", "b")
        assert (desk.place.page, desk.place.n) == ("herald", 4)
        await desk.press("backspace")
        assert (desk.place.page, desk.place.n) == ("herald", 4), "the beginning stays"


async def test_lists_and_panes_are_reached_by_the_arrow_keys(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press("right")
        assert desk.place.lang is Lang.ZH
        await desk.press("left", "left")
        assert desk.app.focused is desk.widget("#sidebar")
        await desk.press("G")
        assert desk.rows_of("#sidebar")[desk.find("#sidebar", "签约忙")[1]].startswith(">")
        await desk.press("enter")
        assert desk.place.page == "gazette" and desk.app.focused is desk.pane(Lang.EN)
        await desk.press("h", "escape")
        assert desk.app.focused is desk.pane(Lang.EN) and desk.place.page == "gazette", "Esc leaves the list only"
        await desk.press("h", "g", "enter")
        assert desk.place.page == "edition:2023"


async def test_moving_keys_go_by_sentences_and_screenfuls(shipped: Library) -> None:
    async with opened(shipped, edition=2023) as desk:
        came_to = []
        for key in ("down", "j", "up", "pagedown", "u", "end", "k", "home", "d", "ctrl+f", "G", "g"):
            await desk.press(key)
            came_to.append(desk.place.n)
            assert any(row.startswith(f">{desk.place.n:>3} ") for row in desk.rows_of("#en")), key
        assert came_to[:3] == [2, 3, 2] and came_to[5:8] == [59, 58, 1] and came_to[-2:] == [59, 1]
        assert came_to[3] > 5 > came_to[4] and came_to[9] > came_to[8] > 5


async def test_a_screenful_leads_on_where_one_sentence_fills_the_pane(sample: Library) -> None:
    async with opened(sample, 60, 14) as desk:
        second = next(y for y, row in enumerate(desk.pane_rows(Lang.EN)) if row.startswith("   2 "))
        assert second > desk.pane(Lang.EN).rows_shown, "the first sentence fills the pane"
        await desk.press("pagedown")
        assert desk.place.n == 2
        await desk.press("pageup")
        assert desk.place.n == 1


async def test_unlocked_panes_move_alone_and_come_together_again(sample: Library) -> None:
    async with opened(sample) as desk:
        reading = desk.reader.reading
        assert "locked" in desk.text_of("#en") and "unlocked" not in desk.text
        await desk.press("s", "G")
        assert [reading.index_in(lang) for lang in Lang] == [4, 0]
        assert "5/5 unlocked" in desk.text_of("#en") and "1/5 unlocked" in desk.text_of("#zh")
        await desk.press("right", "down")
        assert [reading.index_in(lang) for lang in Lang] == [4, 1]
        assert desk.looks_of("#zh", "chosen") == ["6.5万平方米"], "the first figure of the Chinese sentence"
        await desk.press("s")
        assert [reading.index_in(lang) for lang in Lang] == [1, 1]
        assert "2/5 locked" in desk.text_of("#en") and "unlocked" not in desk.text
        await desk.press("up")
        assert [reading.index_in(lang) for lang in Lang] == [0, 0]


async def test_a_figure_is_found_while_typing_and_left_again(shipped: Library) -> None:
    investment = ("2023-anhui-daily", 42, "2023.total_investment")
    area = ("2023-anhui-daily", 3, "2023.exhibition_area")
    async with opened(shipped) as desk:
        await desk.press("n", "n", "right", "n")
        left = desk.place
        for query, first, (page, n, fact) in [
            ("3425亿", "342.5 billion yuan = 3425亿元", investment),
            ("342.5 bilion", "342.5 billion yuan", investment),
            ("2018 4471", "447.1 billion yuan = 4471亿元", ("2018-anhui-online-closing", 4, "2018.total_investment")),
            ("2023展览面", "80,000 square meters = 8万平方米", area),
        ]:
            await desk.press("slash", "ctrl+u")
            await desk.type(query)
            assert first in desk.rows_of("#hits")[0]
            assert desk.rows_of("#hits")[0][2:6] == fact[:4], "each hit says its edition"
            assert desk.looks_of("#hits", "match"), "matched characters are marked"
            await desk.press("enter")
            assert (desk.place.page, desk.place.n, desk.place.fact) == (page, n, fact)
            assert desk.looks_of("#en", "chosen") and desk.looks_of("#zh", "chosen")
            await desk.press("backspace")
            assert desk.place == left
        await desk.press("slash", "escape")
        assert desk.place == left, "a search given up leaves everything as it was"


async def test_hits_are_walked_while_the_query_keeps_the_keyboard(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.press("slash")
        await desk.type("projects signed")
        hits = desk.text_of("#hits")
        assert "422 projects = 422个" in hits.splitlines()[0], "the newest edition first"
        assert "By the last evening" in desk.text_of("#preview") and "到最后一晚" in desk.text_of("#preview")
        await desk.press("down")
        assert "The year before, 311 projects" in desk.text_of("#preview")
        await desk.type(" 2021")
        assert "311 projects" in desk.rows_of("#hits")[0]
        await desk.press("enter", "slash")
        assert desk.app.screen.query_one("Input").value == "projects signed 2021", "the last query is kept"  # type: ignore[attr-defined]
        await desk.press("ctrl+u")
        await desk.type("zzzz")
        assert "nothing found" in desk.text_of("#search-head") and "evening" not in desk.text_of("#preview")
        await desk.press("enter", "escape")
        assert desk.place.page == "bulletin"


async def test_clicks_do_what_keys_do(sample: Library) -> None:
    async with opened(sample) as desk:
        await desk.click("#zh", "6.5万平方米")
        assert desk.place == Place("herald", 2, "2022.exhibition_area", Lang.ZH)
        await desk.click("#en", "went out, the")
        assert desk.place == Place("herald", 5, None, Lang.EN)
        await desk.click("#en", "422 projects")
        assert desk.place.fact == "2022.projects_signed"
        await desk.click("#en", "253.6 billion")
        await desk.click("#card", "样例报")
        assert desk.place == Place("gazette", 2, "2022.total_investment", Lang.EN)
        await desk.click("#keys", "Back")
        assert desk.place == Place("herald", 4, "2022.total_investment", Lang.EN)
        await desk.click("#sidebar", "2021")
        assert desk.place.page == "bulletin"
        await desk.click("#sidebar", "All facts")
        assert desk.place.page == "edition:2021"
        await desk.click("#keys", "Search")
        await desk.type("422")
        await desk.click("#hits", "422 projects")
        assert desk.place.fact == "2022.projects_signed"
