"""What numbers and ranges of a query are."""

from decimal import Decimal
from typing import NamedTuple

from wmc_tui.quantities.english_words import SCALES, WORDS

Span = tuple[int, int]
"""First code point and one past the last."""
DIGITS = frozenset("0123456789")
_NUMERALS = DIGITS | frozenset("零一二三四五六七八九十百千万亿兆两俩半几数分")
_NUMBER_WORDS = {*WORDS, *SCALES, "dozen"} - {"zero", "one", "nought", "naught"}
NO_CLASSIFIERS = tuple("家数 家电 项目 名单 名录 名企 人数 人员 人才 位数 场次 场馆 场地 件数 次数".split())
"""Words that begin with a character that counts things elsewhere: 587项目 are projects, 587项 are items."""


class Number(NamedTuple):
    """A number in a query."""

    value: Decimal | None
    """Its amount; None where only its digits are known, as in a name or a number half typed."""
    unit: str | None
    """As in Fact.unit; None where the query names none."""
    digits: str
    """Its significant digits: 4471 for 447.1 billion."""
    bare: bool
    """True where neither a scale nor a unit was typed for sure, so the digits may stand for any size."""
    qualifier: str
    """As in Fact.qualifier."""
    text: str
    """As typed, folded."""
    start: int
    """Where it stands in the query as typed, in code points."""
    end: int
    """One past its last code point."""
    bound: bool = False
    """Whether one of the query's ranges says it too ("over 430"): it ranks what equals it, but nothing need equal it."""


class Range(NamedTuple):
    """The values that a query asks for."""

    low: Decimal | None
    """Lower end; None where there is none."""
    high: Decimal | None
    """Upper end; None where there is none."""
    low_closed: bool
    """Whether `low` itself belongs to it."""
    high_closed: bool
    """Whether `high` itself belongs to it."""
    unit: str | None
    """As in Fact.unit; None where the query names none."""
    start: int
    """Where it stands in the query as typed, in code points."""
    end: int
    """One past its last code point."""
    bare: bool = False
    """Whether neither a scale nor a unit was typed."""
    worded: bool = False
    """Whether it was said in words (over 90%, 超过100亿), as a label or a sentence may say it too: what has that text
    need not lie in it."""
    text: str = ""
    """As typed."""

    def holds(self, value: Decimal, unit: str, qualifier: str = "exact") -> bool:
        """Whether a figure lies in it; "over 430" lies above 430, though 430 itself does not."""
        if self.unit not in (None, unit):
            return False
        above = self.low is None or value > self.low or (value == self.low and (self.low_closed or qualifier == "over"))
        below = self.high is None or value < self.high
        return above and (below or (value == self.high and (self.high_closed or qualifier in ("less_than", "nearly"))))

    def prefers(self, unit: str) -> bool:
        """Whether a figure of that unit is what was most likely meant: a count, where only digits were typed."""
        return unit == (self.unit or "count") or (self.unit is None and not self.bare)


class Numbers:
    """What was read of a query's numbers."""

    def __init__(self, left: str) -> None:
        self.numbers: list[Number] = []
        """In order."""
        self.ranges: list[Range] = []
        """Ranges and comparisons, in order."""
        self.nouns: list[str] = []
        """What they count, as typed."""
        self.hedges: list[Span] = []
        """Where words stand that say how their number is meant: nearly, 近, expected."""
        self.left = left
        """The query with spaces in place of numbers in digits, and as long; numbers in words may be part of a name."""


def may_have_numbers(folded: str) -> bool:
    """Whether it is worth loading what reads numbers."""
    words = folded.replace("-", " ").split()
    return not _NUMERALS.isdisjoint(folded) or any(word.removesuffix("s") in _NUMBER_WORDS for word in words)


def significant(value: Decimal) -> str:
    """The digits of a number without the zeros at either end: what 447.1 billion, 4471亿 and 447100 share."""
    return "".join(map(str, value.as_tuple().digits)).strip("0") or "0"
