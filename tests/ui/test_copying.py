"""What is copied is the stored text, whatever the rows on the screen look like, and the reader is told the way."""

import pytest

from tests.ui.desk import Desk, opened
from wmc_tui.model import Lang
from wmc_tui.store import Library

SENTENCE = "By the last evening 422 projects had been signed, together worth more than 253.6 billion yuan."
CHINESE = "到最后一晚，共签约422个项目，总额超过2536亿元。"


async def drag(desk: Desk, selector: str, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Select with the mouse, both ends included."""
    await desk.pilot.mouse_down(selector, offset=start)
    await desk.pilot.hover(selector, offset=end)
    await desk.pilot.mouse_up(selector, offset=end)
    await desk.pilot.pause()


async def test_fact_sentence_and_both_languages(sample: Library, clipboard: list[str]) -> None:
    async with opened(sample, 80, 24) as desk:
        await desk.press("n", "n", "n", "n")
        for letter in "fsb":
            await desk.press("y", letter)
            await desk.done()
        fact, sentence, both = clipboard
        assert sentence == SENTENCE, "no line ends of the screen"
        assert fact.splitlines()[:2] == [
            "Total investment, 2022: over 253.6 billion yuan",
            "投资总额，2022年：超2536亿元",
        ]
        assert '"253.6 billion yuan": Sample Herald, "Deals by the River"' in fact and "“2536亿元”：样例报" in fact
        assert both.splitlines()[:2] == [SENTENCE, CHINESE]
        assert "https://example.org/herald" in both and "original in English" in both
        assert desk.said[-1].startswith("Copied to a test: By the last evening")
        assert all(len(message) < 100 for message in desk.said)


async def test_the_language_read_is_copied_and_the_list_works_like_any(sample: Library, clipboard: list[str]) -> None:
    async with opened(sample) as desk:
        await desk.press("n", "n", "n", "right", "y")
        assert "f  the fact" in desk.text and "b  both languages" in desk.text
        await desk.press("down", "enter")
        await desk.done()
        assert clipboard == [CHINESE]
        await desk.press("y", "escape", "g", "y", "f")
        assert desk.app.screen is not desk.reader, "there is no fact to copy in the first sentence"
        await desk.click("#choices", "s  the sentence")
        await desk.done()
        assert clipboard[1:] == ["样例展馆在一个阴天的早晨开门，而江边早已排起了长队。"]


async def test_a_selection_over_rows_is_copied_as_the_store_has_it(sample: Library, clipboard: list[str]) -> None:
    async with opened(sample, 80, 24) as desk:
        await drag(desk, "#en", desk.find("#en", "doors of"), desk.find("#en", "most of them"))
        assert desk.looks_of("#en", "selection"), "the selection is shown"
        await desk.press("ctrl+c")
        await desk.done()
        assert len(clipboard) == 1
        first, second = clipboard[0].splitlines()
        assert first == desk.reader.reading.page.passages[0].text.en[len("The ") :]
        assert second.startswith("Some 12,000 guests walked") and "  " not in second
        assert desk.app.is_running, "ctrl+c copies and does not quit"
        assert desk.place.n == 1, "selecting moves nothing"
        await desk.press("ctrl+c")
        await desk.done()
        assert len(clipboard) == 2, "the selection stays until something else is clicked"


async def test_chinese_is_selected_by_its_characters(sample: Library, clipboard: list[str]) -> None:
    async with opened(sample, 100, 30) as desk:
        await drag(desk, "#zh", desk.find("#zh", "一个阴天"), desk.find("#zh", "长队"))
        await desk.press("ctrl+c")
        await desk.done()
        assert clipboard[0].rstrip("长") == "一个阴天的早晨开门，而江边早已排起了"
        assert desk.pane(Lang.ZH).text_selection is not None
        await drag(desk, "#zh", desk.find("#zh", "长队"), (12, 0))
        await desk.press("ctrl+c")
        await desk.done()
        assert clipboard[1].endswith("江边早已排起了长") and "\n" not in clipboard[1], (
            "a pointer that strays into the head selects no other pane"
        )


async def test_ctrl_c_without_a_selection_says_how_to_quit(sample: Library, clipboard: list[str]) -> None:
    async with opened(sample) as desk:
        await desk.press("ctrl+c")
        await desk.done()
        assert not clipboard and desk.app.is_running
        assert any("quit" in message for message in desk.said)


async def test_what_cannot_be_copied_is_said(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise OSError("the disk is [full]")

    monkeypatch.setattr("wmc_tui.ui.clipboard.copy", fail)
    async with opened(sample) as desk:
        await desk.press("y", "s")
        await desk.done()
        assert desk.said == ["Not copied: the disk is [full]"]
