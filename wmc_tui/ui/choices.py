"""What can be copied and exported at the place being read, always from the stored text."""

from typing import NamedTuple

from wmc_tui.present import clip_bilingual, clip_fact, clip_sentence
from wmc_tui.ui.state.reading import Reading


class Choice(NamedTuple):
    """One entry of a short list."""

    key: str
    """The letter that makes it."""
    name: str
    """What it is."""
    preview: str
    """What the reader sees of it."""
    value: str
    """What comes of it: a text to copy, or the ending of the file to write."""


def clips(reading: Reading) -> list[Choice]:
    """The fact, the sentence in the language being read, and both languages with a citation: what there is of them."""
    library, page = reading.library, reading.page
    found: list[tuple[str, str, str]] = []
    fact = library.fact(reading.fact) if reading.fact else None
    if fact is not None:
        found.append(("f", "the fact, in both languages, with who states it", clip_fact(library, fact)))
    article = library.article(page.id)
    sentence = library.sentence(page.id, page.passages[reading.index].n) if article and page.passages else None
    if article is not None and sentence is not None:
        found.append(("s", "the sentence", clip_sentence(sentence, reading.lang)))
        found.append(("b", "both languages, with a citation", clip_bilingual(library, article, sentence)))
    return [Choice(key, name, text.replace("\n", " | "), text) for key, name, text in found]


EXPORTS = (
    Choice("m", "Markdown", "the page in both languages, its facts with their publications, citation", "md"),
    Choice("c", "CSV", "the facts of the page, one a row, for a spreadsheet", "csv"),
    Choice("p", "picture", "the screen as it is now, as SVG", "svg"),
)
"""The forms in which a page can be written to a file."""

REPORT = Choice("r", "report ..", "key figures, their sources, what does not add up: a summary to print", "report")
"""The further one of an edition's overview."""

REPORTS = (
    Choice("h", "HTML, English", "a page to print, with everything in it", "en.html"),
    Choice("z", "HTML, 中文", "可打印的网页", "zh.html"),
    Choice("m", "Markdown, English", "to edit, or to paste elsewhere", "en.md"),
    Choice("c", "Markdown, 中文", "便于修改和粘贴", "zh.md"),
)
"""The forms of a report; the value is the ending of its file."""
