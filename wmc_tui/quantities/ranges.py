"""Ranges: 20-24, 5%至8%, between 3 and 5 million."""

import re
from collections.abc import Iterator
from decimal import Decimal

from wmc_tui.quantities.draft import Draft
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import EXACT, FRACTION, TEN, Number, times
from wmc_tui.quantities.numerals_chinese import read_han
from wmc_tui.quantities.numerals_english import read_scales, read_words
from wmc_tui.quantities.prefixes import money_before
from wmc_tui.quantities.suffixes import read_right

_TO = re.compile(
    r"(?:-|~|—{1,2}|至|到| to | - | and )(?=(?:[a-z]{1,3}[$ ] ?|[$¥€£] ?)?[0-9a-z零一二三四五六七八九十百千两])"
)
_CURRENCY = re.compile(r"(?:[a-z]{1,3}[$ ]?|[$¥€£]) ?(?=[0-9])|人民币(?=[0-9])")
_FROM = re.compile(r"(?:from |从|由|自)[$¥€£]?$")
_BY = re.compile(r"by (?:(?:about|over|nearly|almost|around|some) )?[$¥€£]?$")
_THIRD = re.compile("-[0-9]")
"""A number that is joined on, as in a telephone number."""
_BETWEEN = re.compile(r"between [$¥€£]?$")


def read_range(passage: Passage, draft: Draft, prefix: str) -> bool:
    """Make the draft a range where a second, larger number of the same unit follows; True if it did.

    The draft may end behind its number or behind its unit. `prefix` is the currency before it, or "".
    """
    number = draft.number
    match = _TO.match(passage.folded, draft.end)
    if match is None or number.ordinal or number.fraction or number.hedge or number.high is not None:
        return False
    if not _may_join(passage, draft, match.group()):
        return False
    second = _second(passage, _behind_currency(passage, match.end(), prefix), money=bool(prefix))
    if second is None:
        return False
    value = number.value if number.scaled or not second.scaled else _borrow_scale(number.value, second)
    other = Draft(match.end(), second.end, second)
    read_right(passage, other, prefix)
    if number.value.copy_abs() >= second.value:
        return False
    if draft.unit and not prefix and (other.unit, other.noun) != (draft.unit, draft.noun):
        return False
    if value < second.value:
        number.value = value
    number.step, number.scaled, number.lone = second.step, second.scaled, False
    number.bare = number.bare and second.bare
    draft.high, draft.end = second.value, other.end
    if not prefix:
        draft.unit, draft.kind, draft.noun = other.unit, other.kind, other.noun
    return True


def _may_join(passage: Passage, draft: Draft, word: str) -> bool:
    before = passage.folded[max(0, draft.start - 12) : draft.start]
    # By 303 million yuan to 17.365 billion: a step and where it led, each with a scale or unit of its own.
    if word == " to " and _BY.search(before) and (draft.unit or draft.number.scaled):
        return False
    if word == " and ":
        return bool(_BETWEEN.search(before))
    return word == "-" or not _FROM.search(before)


def _behind_currency(passage: Passage, at: int, prefix: str) -> int:
    """Where the second number begins: behind the same currency as before the first, where it is said again."""
    again = _CURRENCY.match(passage.folded, at)
    if again and prefix and (money := money_before(passage, again.end())) and money[0] == prefix:
        return again.end()
    return at + (passage.folded[at] in "$¥€£")


def _second(passage: Passage, at: int, *, money: bool) -> Number | None:
    folded = passage.folded
    char = folded[at : at + 1]
    if "a" <= char <= "z":
        number = read_words(folded, at)
    else:
        number, list_end = read_han(passage.text, folded, at)
        if number is None or list_end > number.end or (char == "0" and number.bare and number.value):
            return None
        if number.digits:
            read_scales(folded, number, upper=passage.text[number.end : number.end + 1].isupper(), money=money)
    if number is None or number.ordinal or _THIRD.match(folded, number.end):
        return None
    return number


def _borrow_scale(value: Decimal, second: Number) -> Decimal:
    """The first number of "3 to 5 million" in millions, as long as that leaves it below the second."""
    scaled = (times(value, scale) for scale in _scales(second))
    return next((first for first in scaled if first < second.value), value)


def _scales(second: Number) -> Iterator[Decimal]:
    """What the scale words of a number may be worth: 10**6 in 三至五百万, 10**4 in 300至500万."""
    mantissa = second.mantissa
    if not mantissa or (mantissa.as_tuple().exponent != 0 and second.value < mantissa):
        return
    if not second.digits:
        yield FRACTION.divide(second.value, _leading(mantissa))
    yield FRACTION.divide(second.value, mantissa)


def _leading(mantissa: Decimal) -> Decimal:
    while mantissa >= TEN and EXACT.remainder(mantissa, TEN) == 0:
        mantissa = EXACT.divide_int(mantissa, TEN)
    return mantissa
