"""Publications, their bilingual articles, sentences, and the places where facts are stated."""

from typing import NamedTuple

from wmc_tui.model.bilingual import Bilingual, Lang


class Source(NamedTuple):
    """A publication."""

    id: str
    """For example `ahcy20230928`."""
    publisher: str
    """As it names itself."""
    title: str
    """In the publication's own language."""
    language: str
    """BCP 47: `en`, `zh-Hans`, `zh-Hant`, `ja`, ..."""
    published: str
    """ISO 8601, as exact as known: `2018`, `2018-05` or `2018-05-24`."""
    url: str = ""
    """Address; empty where the only page known is a mirror that should not be linked."""
    host: str = "publisher"
    """`publisher`, `syndication` (reprint or newswire) or `mirror`."""
    note: Bilingual = Bilingual()
    """What a reader should know of it."""


class Article(NamedTuple):
    """The bilingual text of one source."""

    id: str
    """For example `2023-anhui-daily`."""
    edition: int
    """Year of the edition that it reports."""
    source: str
    """Source id."""
    original: str
    """The language of the source: `en`, `zh`, or another one such as `ja`, of which both texts are translations."""
    title: Bilingual
    """Headline in both languages."""
    restated: bool = False
    """True where the sentences restate the source in other words (shipped articles), so the reader is told."""
    note: Bilingual = Bilingual()
    """What a reader should know of the whole article."""

    @property
    def first(self) -> Lang:
        """The text to show first: the original where the store has it, else English."""
        return Lang.ZH if self.original == Lang.ZH else Lang.EN


class Sentence(NamedTuple):
    """One aligned unit of an article; either language may be empty."""

    article: str
    """Article id."""
    n: int
    """Number in the article, from 1; with the article its address."""
    en: str
    """English text."""
    zh: str
    """Chinese text."""
    heading: bool = False
    """True for a heading inside the article."""
    note: Bilingual = Bilingual()
    """A caution, for example on a mistranslation of the original."""

    def text(self, lang: Lang) -> str:
        """Its text in a language; empty where it has none."""
        return self.en if lang is Lang.EN else self.zh


class Mention(NamedTuple):
    """Where a sentence states a fact, in one language."""

    fact: str
    """Fact id."""
    article: str
    """Article id."""
    sentence: int
    """Sentence number."""
    lang: Lang
    """Which of the sentence's two texts."""
    as_written: str
    """The figure exactly as written there."""
    start: int
    """Where it stands, in code points from the start of that text; found from `as_written`, never stored."""
    end: int
    """One past its last code point."""
