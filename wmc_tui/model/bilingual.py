"""The small closed vocabularies, and text in two languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Lang(StrEnum):
    """A language of the store."""

    EN = "en"
    ZH = "zh"

    @property
    def other(self) -> "Lang":
        """The language that faces this one on the screen."""
        return Lang.ZH if self is Lang.EN else Lang.EN


class Qualifier(StrEnum):
    """How a source hedges a figure."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    NEARLY = "nearly"
    ABOUT = "about"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    EXPECTED = "expected"


class Stage(StrEnum):
    """When, in the life of an edition, a figure was given."""

    PRE_EVENT = "pre_event"
    OPENING = "opening"
    RESULT = "result"
    FOLLOW_UP = "follow_up"
    CUMULATIVE = "cumulative"
    CONTEXT = "context"


class Scope(StrEnum):
    """What a figure covers."""

    EDITION = "edition"
    CUMULATIVE = "cumulative"
    CITY = "city"
    PROVINCE = "province"
    TOP500 = "top500"


class Measure(StrEnum):
    """What a fact says of its metric."""

    AMOUNT = "amount"
    """How much or how many."""
    SHARE = "share"
    """Percent: of the whole where the fact is of a part, else of the metric named as the metric's whole."""
    GROWTH = "growth"
    """Percent by which it grew on the previous edition; negative where it fell."""
    CHANGE = "change"
    """By how much it grew on the previous edition, in the metric's unit."""
    SHARE_CHANGE = "share_change"
    """Percentage points by which its share grew on the previous edition."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same thing said in both languages; either may be empty, never both where one is required."""

    en: str = ""
    """English."""
    zh: str = ""
    """Chinese."""

    def __getitem__(self, lang: Lang) -> str:
        return self.en if lang is Lang.EN else self.zh

    def __iter__(self) -> Iterator[str]:
        return iter((self.en, self.zh))

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)
