"""Ordinals, years and fractions: what an Arabic and a Chinese beginning have in common."""

import re
from decimal import Decimal

from wmc_tui.quantities.assemble import complete
from wmc_tui.quantities.draft import Draft
from wmc_tui.quantities.figure import Figure
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import FRACTION, ONE, Number
from wmc_tui.quantities.numerals_chinese import DIGITS, SMALL, read_han

Found = tuple[Figure | None, int]
"""A figure, or None where there is no quantity, and where to go on."""
PART_OF = re.compile(r" {0,4}分 {0,2}之 {0,2}(负)?")
"""分之 between the two numbers of a fraction."""


def year(passage: Passage, start: int, end: int, value: Decimal) -> Found:
    value = value + 2000 if value < 50 else value + 1900 if value < 100 else value
    number = Number(start, end, value, ONE)
    return Draft(start, end, number, "year", "year").figure(passage), end


def ordinal(passage: Passage, number: Number, start: int, end: int, noun: str = "") -> Found:
    number.end = end
    return Draft(start, end, number, "ordinal", "ordinal", noun=noun).figure(passage), end


def fraction(passage: Passage, below: Number, part: re.Match[str]) -> Found:
    """三分之二: the number before 分之 divides the one behind it."""
    above = read_plain(passage, part.end())
    if above is None or not below.value:
        return None, part.end()
    value = FRACTION.divide(above.value, below.value)
    value = -value if part.group(1) else value
    number = Number(
        below.start, above.end, value, FRACTION.divide(ONE, below.value), fraction=True, digits=below.digits
    )
    return complete(passage, number)


def read_plain(passage: Passage, at: int) -> Number | None:
    char = passage.folded[at : at + 1]
    if not char or not ("0" <= char <= "9" or char in DIGITS or char in SMALL or char in "万亿兆"):
        return None
    return read_han(passage.text, passage.folded, at)[0]
