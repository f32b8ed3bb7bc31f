"""What can be copied at the place being read, always from the stored text."""

from dataclasses import dataclass

from wmc_tui.present import clip_bilingual, clip_fact, clip_sentence
from wmc_tui.ui.reading import Reading


@dataclass(frozen=True, slots=True)
class Clip:
    """One thing to copy."""

    key: str
    """The letter that copies it."""
    name: str
    """What it is."""
    text: str
    """What goes to the clipboard."""


def clips(reading: Reading) -> list[Clip]:
    """The fact, the sentence in the language being read, and both languages with a citation: what there is of them."""
    library, page = reading.library, reading.page
    found = []
    fact = library.fact(reading.fact) if reading.fact else None
    if fact is not None:
        found.append(Clip("f", "the fact, in both languages, with who states it", clip_fact(library, fact)))
    article = library.article(page.id)
    sentence = library.sentence(page.id, page.passages[reading.index].n) if article and page.passages else None
    if article is not None and sentence is not None:
        found.append(Clip("s", "the sentence", clip_sentence(sentence, reading.lang)))
        found.append(Clip("b", "both languages, with a citation", clip_bilingual(library, article, sentence)))
    return found
