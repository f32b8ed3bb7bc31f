"""What the single rows above the panes and the whole reading screen say."""

from wmc_tui.model import Lang
from wmc_tui.present import dates
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.reading import Reading
from wmc_tui.ui.widgets.line import Line, Piece

NAMES = {Lang.EN: "English", Lang.ZH: "中文"}
ORIGINAL = {Lang.EN: "original", Lang.ZH: "原文"}
TRANSLATION = {Lang.EN: "translation", Lang.ZH: "译文"}


def title_line(reading: Reading) -> tuple[Line, Line]:
    """The title bar: the edition in both languages, and when it was held, or which hit of a search this is."""
    edition = reading.library.edition(reading.page.edition)
    if edition is None:
        return (Piece("wmc-tui", "strong"),), ()
    when = dates(edition.start, edition.end).en if edition.start and edition.end else ""
    if reading.hits is not None and reading.at_hit:
        when = reading.hits.label
    left = (
        Piece(visible_line(edition.name.en), "strong"),
        Piece("  "),
        Piece(visible_line(edition.name.zh), "strong"),
        Piece("  " + visible_line(edition.theme.en)),
        Piece("  " + visible_line(edition.theme.zh)),
    )
    return left, (Piece(when + " "),)


def pane_head(reading: Reading, lang: Lang) -> tuple[Line, Line]:
    """A pane's header: its language, whether it is the original, and whether it follows the other one."""
    original = reading.page.original
    role = "" if original is None else f" ({(ORIGINAL if lang == original else TRANSLATION)[lang]})"
    left = (Piece(NAMES[lang] + role, "strong" if lang is reading.lang else ""), Piece("  " + reading.page.title[lang]))
    state = "locked" if reading.locked else "unlocked"
    count = f"{reading.index_in(lang) + 1}/{len(reading.page.passages)}" if reading.page.passages else "empty"
    return left, (Piece(f"{count} {state} ", "dim"),)
