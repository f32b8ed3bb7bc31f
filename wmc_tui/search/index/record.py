"""What can be found, folded once: a row of the table `search_record`."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.text.fold import fold_words, join_words

if TYPE_CHECKING:
    from wmc_tui.search.index.romanise import Reader

_LATIN = re.compile(r"[a-z0-9%+]+")


class Record(NamedTuple):
    """A fact, sentence, article, publication, metric or command, ready to be compared with queries.

    Chinese texts are folded and joined (`fold.join_words`), English ones folded with one space between words. Several
    values in one text are lines, each with a line feed at either end, so that one is found without splitting.
    """

    kind: str
    """As in RecordKind."""
    id: str
    """Of the fact, article, publication, metric or command; `ARTICLE N` for a sentence."""
    edition: int = 0
    """Year; for a publication that of what it reports, for a metric the newest one that has it; 0 for a command."""
    fact: str = ""
    """Fact id; empty for all other kinds."""
    article: str = ""
    """Where it stands or is best read; empty where no article here has it."""
    sentence: int = 0
    """Sentence number in that article; 0 where there is none."""
    en: str = ""
    """A label or title, or the sentence, as it is shown."""
    zh: str = ""
    """The same in Chinese."""
    words_en: str = ""
    """The English text, and the wording of a fact that is no number."""
    words_zh: str = ""
    """The same in Chinese."""
    latin: str = ""
    """The Latin words of the Chinese text."""
    shared_en: str = ""
    """What counts less: labels of metric and part, counted noun, publisher, other wordings of a fact that is no number;
    with the Latin words of its Chinese."""
    shared_zh: str = ""
    """The same in Chinese."""
    sounds: str = ""
    """`words_zh`, a line feed and `shared_zh` written in sounds (wmc_tui.search.index.sounds): as long as these."""
    label_en: str = ""
    """Its label or title without spaces; empty for a sentence."""
    label_zh: str = ""
    """The same in Chinese."""
    written: str = ""
    """Lines: a fact's figure as its publications write it, as `fold.normalise_figure` makes it."""
    names: str = ""
    """Lines: of a fact that stands for its metric, or for a part of it, what that is plainly called, without spaces."""
    figures: str = ""
    """A line for each figure of its fact, or of the facts that a sentence states: value, unit and qualifier, tabs between."""
    facets: str = ""
    """`name=value` with spaces between: in the first line what it is itself, then a line for each fact that it states."""
    states: str = ""
    """Ids of the facts that a sentence states, with spaces between."""
    behind: str = ""
    """Id of the fact that a forecast never stands before where both answer: the result of the same thing."""
    bonus: float = 0.0
    """How telling it is among equals, in points of the score."""

    @property
    def text(self) -> Bilingual:
        """A label or title, or the sentence."""
        return Bilingual(self.en, self.zh)


Figure = tuple[Decimal, str, str]
"""Value, unit and qualifier."""


def new_record(
    kind: str,
    id: str,
    text: Bilingual,
    *,
    more: Bilingual = Bilingual(),
    shared: Bilingual = Bilingual(),
    reader: "Reader | None" = None,
    **fields: str | int | float,
) -> Record:
    """A record of a text; `more` are words of its own besides, `reader` reads its Chinese aloud.

    All but sentences are found by their label or title alone, too.
    """
    label_en, label_zh = fold_words(text.en), fold_words(text.zh)
    titled = kind != "sentence"
    own_zh, shared_zh = f"{label_zh} {fold_words(more.zh)}".strip(), fold_words(shared.zh)
    words_zh, joined = join_words(own_zh), join_words(shared_zh)
    return Record(
        kind=kind,
        id=id,
        en=text.en,
        zh=text.zh,
        words_en=f"{label_en} {fold_words(more.en)}".strip(),
        words_zh=words_zh,
        latin=" ".join(_LATIN.findall(own_zh)),
        shared_en=" ".join([fold_words(shared.en), *_LATIN.findall(shared_zh)]).strip(),
        shared_zh=joined,
        sounds=reader.sounds(f"{words_zh}\n{joined}") if reader else "",
        label_en=label_en.replace(" ", "") if titled else "",
        label_zh=label_zh.replace(" ", "") if titled else "",
        **fields,  # type: ignore[arg-type]
    )


def command_record(id: str, label: Bilingual, more: Bilingual = Bilingual()) -> Record:
    """A record of something to do, found by its label and, less, by further words."""
    return new_record("command", id, label, shared=more, facets="kind=command")


def to_lines(values: Iterable[str]) -> str:
    """Values as lines with a line feed at either end; empty for none."""
    joined = "\n".join(values)
    return f"\n{joined}\n" if joined else ""


def to_figures(figures: Iterable[Figure]) -> str:
    """Figures as a record has them."""
    return "\n".join(f"{plain_value(value)}\t{unit}\t{qualifier}" for value, unit, qualifier in figures)


@lru_cache(4096)
def figures_in(figures: str) -> tuple[tuple[str, str, str], ...]:
    """The figures of a record; values as `plain_value` writes them."""
    return tuple(tuple(line.split("\t")) for line in figures.split("\n")) if figures else ()  # type: ignore[misc]


def plain_value(value: Decimal) -> str:
    """A value without exponent and needless zeros: the same text for equal values."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
