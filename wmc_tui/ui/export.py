"""What leaves the app: texts to copy, and files in the current folder, never over another."""

import re
from collections.abc import Callable
from functools import partial

from textual.screen import Screen

from wmc_tui.model import Lang
from wmc_tui.present.record_export import FindingsExport, PageExport, clip_bilingual, clip_fact, clip_sentence
from wmc_tui.present.tables import FORMATS, Export
from wmc_tui.store.locations import free_file
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.screens.dialogs import Choice
from wmc_tui.ui.state.checks_state import ChecksState
from wmc_tui.ui.state.reading import Reading

TITLE = "Export to a file in the current folder"
REPORTS = (
    ("h", "HTML, English", "a page to print, with everything in it", Lang.EN, "html"),
    ("z", "HTML, 中文", "可打印的网页", Lang.ZH, "html"),
    ("m", "Markdown, English", "to edit, or to paste elsewhere", Lang.EN, "md"),
    ("c", "Markdown, 中文", "便于修改和粘贴", Lang.ZH, "md"),
)
"""The forms of a report: key, name, what it is good for, language, ending of the file."""


def copy_choices(reading: Reading, copy: Callable[[str], object]) -> list[Choice]:
    """The fact, the sentence in the language being read, and both languages with a citation, as far as there are any."""
    library, page = reading.library, reading.page
    clips: list[tuple[str, str, str]] = []
    fact = library.fact(reading.fact) if reading.fact else None
    if fact is not None:
        clips.append(("f", "the fact, in both languages, with who states it", clip_fact(library, fact)))
    article = library.article(page.id)
    sentence = library.sentence(page.id, page.passages[reading.index].n) if article and page.passages else None
    if article is not None and sentence is not None:
        clips.append(("s", "the sentence", clip_sentence(sentence, reading.lang)))
        clips.append(("b", "both languages, with a citation", clip_bilingual(library, article, sentence)))
    return [Choice(key, name, text.replace("\n", " | "), partial(copy, text)) for key, name, text in clips]


def export_choices(
    screen: Screen[object], export: Export, stem: str, *, picture: Callable[[], str] | None = None
) -> list[Choice]:
    """The forms in which something can be written to a file: every format, and a picture, by default of the screen."""
    choices = []
    for ending, form in FORMATS.items():
        write = partial(write_file, screen, stem, ending, partial(form.write, export))
        choices.append(Choice(form.key, form.name, form.about, write))
    draw = picture or screen.app.export_screenshot
    about = "the chart, as SVG" if picture else "the screen as it is now, as SVG"
    return [*choices, Choice("p", "picture", about, partial(write_file, screen, stem, "svg", draw))]


def page_choices(screen: Screen[object], reading: Reading) -> list[Choice]:
    """The forms in which the page being read can be written."""
    library, page = reading.library, reading.page
    edition = library.edition(page.edition)
    if edition is None:
        return []
    return export_choices(screen, PageExport(library, edition, library.article(page.id)), f"wmc-{_file_name(page.id)}")


def findings_choices(screen: Screen[object], state: ChecksState) -> list[Choice]:
    """The forms in which the checks and conflicts that are listed can be written."""
    words = ("wmc-checks", str(state.edition or ""), str(state.status or ""))
    return export_choices(screen, FindingsExport(state.library, state.shown), "-".join(filter(None, words)))


def report_choices(screen: Screen[object], reading: Reading) -> list[Choice]:
    """The forms of a report of the edition being read."""
    choices = []
    for key, name, about, lang, ending in REPORTS:
        text = partial(report_text, reading, lang, ending)
        stem = f"wmc-report-{reading.page.edition}-{lang}"
        choices.append(Choice(key, name, about, partial(write_file, screen, stem, ending, text)))
    return choices


def report_text(reading: Reading, lang: Lang, ending: str) -> str:
    """A report of the edition being read, `html` or `md`.

    Raises ValueError if a check of the store cannot be read, or no edition is open.
    """
    from wmc_tui.present.report import report_html, report_markdown, report_of

    edition = reading.library.edition(reading.page.edition)
    if edition is None:
        raise ValueError("no edition is open")
    write = report_html if ending == "html" else report_markdown
    return write(report_of(reading.library, edition), lang)


def write_file(screen: Screen[object], stem: str, ending: str, text: Callable[[], str]) -> None:
    """Write a file, and say where, or why not."""
    try:
        path = free_file(stem, ending)
        content = text()
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(content)
    except (OSError, ValueError) as error:
        screen.notify(visible_line(f"Not written: {error}"), severity="error", markup=False)
    else:
        screen.notify(visible_line(f"Written: {path}"), markup=False)


def _file_name(text: str) -> str:
    """The text in letters that every system takes in a file name."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", text).strip("-.") or "page"
