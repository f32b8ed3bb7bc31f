"""One amount as it is typed: digits, a scale, a unit, read by the numerals and units of the recogniser.

What is half typed is read here: `447,1`, `447.1b`, `447.1 bi`, `447.1 bilion`. Whatever may be more than an amount (dates,
ordinals, names such as 5G) is left to the whole recogniser, which costs more to load than most queries take.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from wmc_tui.quantities.normalise import Passage, fold, is_han
from wmc_tui.quantities.number import Number
from wmc_tui.quantities.numerals_arabic import read_digits
from wmc_tui.quantities.numerals_chinese import read_han
from wmc_tui.search.query.numbers import NO_CLASSIFIERS

_MOST_DIGITS = 24
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SHORTEST_MISSPELT = 5
_UNIT_SIGNS = frozenset("%‰$€£°㎡㎢㎥㎞㎝㎜㎏")
_MAY_GO_ON = frozenset("bm")
"""Letters that are a scale, or the beginning of some other word being typed."""
_DIGITS = re.compile("[0-9]+")
_INSIDE = re.compile(r"[0-9a-z.,+/_:#$€£¥十百千万亿兆第之零一二三四五六七八九两几]|(?<=[0-9a-z])-")
"""Before an amount it makes it the end of something else."""
_BEGUN_GROUP = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{0,2}(?=\s*$)")
_LETTERS = frozenset("abcdefghijklmnopqrsuvwxyz")
"""A unit of one letter but the ton: behind digits a name (5G), at the end of a query a word that is being typed."""
_MONEY = re.compile(r"(?:[$€£¥₩₹₽฿币]|(?<![a-z])[a-z]{3}) {0,2}$")
"""What may be a currency before a number, to be looked up."""
_LATIN = re.compile(r"\s{0,2}-?([a-z]{1,11})(?![a-z0-9/])")
_NO_AMOUNT_BEHIND = re.compile(r"\s{0,2}[年月日号届余多成倍]|个[月半](?!百)|分之")
_NO_END = re.compile(
    r"[a-z0-9_@°$€£]|[.,:/+][0-9]|[零一二三四五六七八九十百千万亿兆两几半年月日号届余多成倍]|个[月半]|分之"
)


class Amount(NamedTuple):
    """A number as read."""

    value: Decimal
    """In the unit."""
    unit: str | None
    """As in Fact.unit; `count` only behind a Chinese classifier."""
    start: int
    """Where it stands, its sign and its currency included."""
    end: int
    """One past its last code point."""
    scale: Decimal
    """What its scale is worth; 1 without one."""
    bare: bool
    """Whether neither scale nor unit was typed, or the scale may be the beginning of something else."""
    noun: str = ""
    """The Chinese classifier behind it."""


def next_amount(text: str, folded: str, place: int = 0) -> Amount | None:
    """The first amount from `place` on; None where there is none. `folded` is `text` as `normalise.fold` makes it."""
    while digits := _DIGITS.search(folded, place):
        begin, money = _beginning(folded, digits.start(), place)
        is_inside = begin > 0 and _INSIDE.match(folded, begin - 1)
        amount = None if is_inside else _amount(text, folded, digits, begin, money)
        if amount:
            return amount
        place = digits.end()
    return None


def amount_at(text: str, folded: str, place: int) -> Amount | None:
    """The amount that begins at `place`, whatever stands before it; None where there is none."""
    digits = _DIGITS.search(folded, place, place + 12)
    if digits is None:
        return None
    begin, money = _beginning(folded, digits.start(), place)
    return _amount(text, folded, digits, begin, money) if begin == place else None


def begins_with_amount(text: str) -> bool:
    """Whether a word is an amount, or begins with one and a sign."""
    amount = amount_at(text, fold(text), 0)
    return amount is not None and not text[amount.end : amount.end + 1].isalnum()


def _beginning(folded: str, start: int, floor: int) -> tuple[int, str]:
    """Where the sign and the currency of digits at `start` begin, and the currency; "" for none."""
    begin, money = start, ""
    if _MONEY.search(folded, max(floor, start - 5), start):
        from wmc_tui.quantities.prefixes import money_before

        currency = money_before(Passage(folded, folded, floor), start)
        if currency:
            money, begin = currency
    if begin > floor and folded[begin - 1] == "-":
        begin -= 1
    return begin, money


def _amount(text: str, folded: str, digits: re.Match[str], begin: int, money: str) -> Amount | None:
    """The amount of some digits, whose sign and currency begin at `begin`; None where it is more than an amount."""
    number = _number(text, folded, digits.start())
    if number is None or number.hedge or _NO_AMOUNT_BEHIND.match(folded, number.end):
        return None
    whole = read_digits(text, folded, digits.start())
    typed = whole.value if whole and not number.bare else number.value
    sure = _read_english_scale(folded, number, money=bool(money))
    end, unit, noun = _unit(text, folded, number.end, money)
    goes_on = folded.startswith(("月", "半", "百分"), end) if noun else _NO_END.match(folded, end) is not None
    if unit == "" or goes_on:
        return None
    scale = number.value / typed if typed else Decimal(1)
    negative = folded[begin] == "-"
    bare = unit is None and (scale == 1 or not sure)
    return Amount(-number.value if negative else number.value, unit, begin, end, scale, bare, noun)


def _number(text: str, folded: str, start: int) -> Number | None:
    """The number at `start` with its Chinese scales, its last group of digits perhaps begun (1,400,0)."""
    begun = _BEGUN_GROUP.match(folded, start)
    if begun:
        value = Decimal(begun[0].replace(",", ""))
        return Number(start, begun.end(), value, Decimal(1), digits=True, bare=True)
    number, list_end = read_han(text, folded, start)
    if number is None or list_end > number.end or number.fraction or number.value.adjusted() >= _MOST_DIGITS:
        return None
    return number


def _read_english_scale(folded: str, number: Number, *, money: bool) -> bool:
    """Extend a number by the English scale behind it; returns False where that may be the beginning of something else."""
    latin = _LATIN.match(folded, number.end)
    if latin is None:
        return True
    from wmc_tui.quantities.numerals_english import read_scales

    word, at_end = latin[1], not folded[latin.end() :].strip()
    spaced = latin.start(1) > number.end
    end = number.end
    # 4k is a number here, and 447.1b of whatever currency; in running text they may be a resolution, or bytes.
    read_scales(folded, number, upper=word != "k", money=money or word == "b")
    if number.end > end:
        return not (word in _MAY_GO_ON and spaced and at_end)
    power = 0 if word == "th" and not spaced else _begun_scale(word, begun=at_end)
    if not power:
        return True
    number.value = number.value.scaleb(power)
    number.end = latin.end()
    return not at_end or _POWERS.get(word.removesuffix("s")) == power


@lru_cache(256)
def _begun_scale(word: str, *, begun: bool) -> int:
    """The power of ten of a scale word in plural, begun, or with a slip or two; 0 for none."""
    if word.removesuffix("s") in _POWERS:
        return _POWERS[word.removesuffix("s")]
    if len(word) >= (2 if begun else 3):
        for scale, power in _POWERS.items():
            if scale.startswith(word):
                return power
    if len(word) < _SHORTEST_MISSPELT:
        return 0
    word = word.removesuffix("s")
    near = sorted((_slips(word, scale), power) for scale, power in _POWERS.items() if abs(len(word) - len(scale)) <= 2)
    if not near or near[0][0] > (1 if len(word) < 8 else 2):
        return 0
    return near[0][1] if len(near) < 2 or near[0][0] < near[1][0] else 0


def _unit(text: str, folded: str, end: int, money: str) -> tuple[int, str | None, str]:
    """Where the unit behind a number ends, its id, and the classifier of a count.

    The id is None where no unit stands there, and "" where the letters behind the number are a name: 5G.
    """
    following = folded[end : end + 3].strip()[:1]
    if not (following.isalpha() or following in _UNIT_SIGNS):
        return end, money or None, ""
    from wmc_tui.quantities.unit_reader import classifier, english_unit, han_unit

    if is_han(following):
        unit, more = han_unit(text, folded, end)
    else:
        unit, more = english_unit(text, folded, end), Decimal(0)
    if money and (unit is None or unit.code != money):
        return end, money, ""  # behind ¥5 another unit is another word
    if unit is None:
        noun = "" if folded[end] == " " or folded.startswith(NO_CLASSIFIERS, end) else classifier(folded, end)
        return (end + len(noun), "count", noun) if noun else (end, None, "")
    if more or unit.factor != 1:
        return end, "", ""
    word = folded[end : unit.end]
    if word.strip() in _LETTERS:
        if word in _LETTERS:
            return end, "", ""
        if not folded[unit.end :].strip():
            return end, None, ""  # the beginning of the next word
    stop = unit.end + 3 if unit.code == "CNY" and folded.startswith("人民币", unit.end) else unit.end
    return stop, unit.code, ""


def _slips(word: str, other: str) -> int:
    """Wrong, missing, added and swapped letters between two words; here, since rapidfuzz takes longer to import."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]
