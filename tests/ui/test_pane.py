"""Whatever a sentence holds, it is drawn: rows of the exact width, nothing hidden, the text all there."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.ui.desk import opened
from wmc_tui.model import Bilingual, Lang
from wmc_tui.store import Library
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.pages import Mark, Page, Passage, align, break_passages
from wmc_tui.ui.widgets.line import Piece, cut, fit
from wmc_tui.ui.widgets.pane import GUTTER

FRAGMENTS = st.sampled_from(
    "3425亿元|342.5 billion yuan|（《|》）。|，| |\u3000|世界制造业大会|[bold]b[/]|\x1b[31m|👩‍🔬|🇨🇳|e\u0301\u0301|\u202e|\u200b"
    "|ｆｕｌｌ|ﬁ|한국어|\u0e01\u0e33|https://example.org/a-b-c|—|……|\n|\t|\x00".split("|")
)
TEXTS = st.lists(FRAGMENTS | st.text(max_size=8), max_size=12).map("".join)


def passage_of(en: str, zh: str, start: int, end: int) -> Passage:
    """A passage with a figure in its English text."""
    text = Bilingual(visible_line(en), visible_line(zh))
    start, end = sorted((start % (len(en) + 1), end % (len(en) + 1)))
    return Passage(1, text, {Lang.EN: (Mark(start, end, "fact"),) if start < end else (), Lang.ZH: ()})


PASSAGES = st.builds(passage_of, TEXTS, TEXTS, st.integers(0, 99), st.integers(0, 99))


async def test_any_sentence_is_drawn_in_rows_of_the_panes_width(sample: Library) -> None:
    async with opened(sample) as desk:
        panes = {lang: desk.pane(lang) for lang in Lang}
        region = panes[Lang.EN].scrollable_content_region

        @settings(max_examples=40)
        @given(st.lists(PASSAGES, min_size=1, max_size=3), st.integers(12, region.width - GUTTER))
        def draw(passages: list[Passage], width: int) -> None:
            page = Page("page", 2022, Bilingual(), Lang.EN, tuple(passages))
            layouts = align(*(break_passages(passages, lang, width) for lang in Lang))
            assert layouts[0].tops == layouts[1].tops, "sentences start in the same row of both panes"
            for lang, layout in zip(Lang, layouts, strict=True):
                pane = panes[lang]
                pane.show(page, layout)
                drawn = [pane.row_pieces(y, region.width)[0] for y in range(len(layout.rows))]
                rows = ["".join(piece.text for piece in pieces) for pieces in drawn]
                # A figure may end inside a joined emoji; then its halves are drawn, and measured, one by one.
                widths = {sum(cell_len(piece.text) for piece in pieces) for pieces in drawn}
                assert widths == {region.width}, rows
                assert not {c for row in rows for c in row if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")}
                shown = "".join(row[GUTTER:] for row in rows)
                assert "".join(shown.split()) == "".join("".join(p.text[lang] for p in passages).split())

        draw()
        desk.reader.action_lock()  # lays out the sample's own page again
        await desk.pilot.pause()


@settings(max_examples=60)
@given(st.lists(TEXTS, max_size=4), st.integers(1, 60), TEXTS)
def test_a_fitted_row_is_exactly_as_wide_as_asked(texts: list[str], width: int, right: str) -> None:
    pieces = fit([Piece(visible_line(text)) for text in texts], width, (Piece(visible_line(right)),))
    assert sum(cell_len(piece.text) for piece in pieces) == width
    for text in texts:
        assert cell_len(cut(visible_line(text), width)) <= width
