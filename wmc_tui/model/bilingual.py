"""Text in two languages."""

from collections.abc import Callable, Iterator
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

    def map(self, change: Callable[[str], str]) -> "Bilingual":
        """Both languages, changed alike."""
        return Bilingual(change(self.en), change(self.zh))

    def filled(self) -> "Bilingual":
        """Each language, or the other one where it is empty."""
        return Bilingual(self.en or self.zh, self.zh or self.en)
