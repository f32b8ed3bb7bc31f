"""A light reader for numbers as they are typed: digits, a scale, a unit. It needs none of the recogniser's tables.

It reads texts folded by `wmc_tui.quantities.normalise`, and leaves alone whatever it is not sure of: dates, ordinals,
numbers in words, names such as 5G.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.quantities.normalise import fold

_MOST_DIGITS = 24
_WORDS = ("thousand", "million", "billion", "trillion")
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_LETTERS = {"k": 3, "m": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "bln": 9, "tn": 12, "trn": 12}
_HAN = {"十": 1, "百": 2, "千": 3, "": 0, "万": 4, "亿": 8, "万亿": 12, "兆": 12}
_MAY_GO_ON = frozenset("bm")
"""Letters that are a scale, or the beginning of some other word being typed."""
_SHORTEST_MISSPELT, _LONGEST_SCALE = 5, 11

_CURRENCIES = {
    "us$": "USD", "$": "USD", "usd": "USD", "hk$": "HKD", "hkd": "HKD", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP", "jpy": "JPY", "rmb¥": "CNY", "cn¥": "CNY", "¥": "CNY", "rmb": "CNY", "cny": "CNY", "人民币": "CNY",
}  # fmt: skip
_CURRENCY = rf"(?<![a-z])({'|'.join(map(re.escape, _CURRENCIES))})\s{{0,2}}"
_DIGITS = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![,0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3})*,[0-9]{0,2}(?=\s*$)"
    r"|[0-9]+(?:\.[0-9]+)?"
)
_AMOUNT = rf"(?P<sign>-(?=[0-9$€£¥]))?(?:{_CURRENCY})?(?P<digits>{_DIGITS})"
_AT = re.compile(_AMOUNT)
_START = re.compile(rf"(?<![0-9a-z.,+/_:#$€£¥十百千万亿兆第之零一二三四五六七八九两几])(?<![0-9a-z]-){_AMOUNT}")
_UNIT = re.compile(
    r"\s{0,2}(?:"
    r"(?P<percentage_point>个?百分点|percentage[ -]points?|pp)"
    r"|(?P<percent>%|percent|per cent|pct)"
    r"|(?P<USD>美元|美金|us\$|usd|u\.?s\.? dollars?|dollars?)"
    r"|(?P<EUR>欧元|euros?|eur)"
    r"|(?P<CNY>元(?:人民币)?|人民币|yuan|rmb|cny|renminbi)"
    r"|(?P<m2>平方米|平米|square[ -]met(?:er|re)s?|sq\.? ?m|sqm|m2|m²|㎡)"
    r"|(?P<km_h>km/h|kph|公里/小时)"
    r"|(?P<t>吨|metric tons?|tons?|tonnes?|t)"
    r"|(?P<day>天|days?)"
    r"|(?P<count>个|家(?![数电])|项(?!目)|名(?![单录企])|人(?![数员才])|位(?!数)|场(?![次馆地])|件(?!数)|次(?!数))"
    r")(?![a-z0-9])"
)
_HAN_SCALE = re.compile(r"\s{0,2}([十百千]?)(万亿|[万亿兆]?)")
_LATIN = re.compile(r"\s{0,2}-?([a-z]{1,11})(?![a-z0-9])")
_GOES_ON = re.compile(
    r"[a-z0-9_@°$€£]|[.,:/+][0-9]|[零一二三四五六七八九十百千万亿兆两几半年月日号届余多成倍]|个[月半]|分之"
)
_HYPHEN = re.compile(r"-[0-9]")
_GOES_ON_BEHIND_NOUN = re.compile(r"[月半]|百分")


class Amount(NamedTuple):
    """A number as read."""

    value: Decimal
    """In base units."""
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


def read(folded: str, place: int = 0, *, linked: bool = False) -> Amount | None:
    """The first amount from `place` on; None where there is none. With `linked` another may follow behind a hyphen."""
    while found := _START.search(folded, place):
        amount = _amount(folded, found)
        if amount and (linked or not _HYPHEN.match(folded, amount.end)):
            return amount
        place = found.end()
    return None


def read_at(folded: str, place: int) -> Amount | None:
    """The amount that begins at `place`, whatever stands before it; None where there is none."""
    found = _AT.match(folded, place)
    return _amount(folded, found) if found else None


def begins_with_amount(text: str) -> bool:
    """Whether a word is an amount, or begins with one and a sign."""
    amount = read_at(fold(text), 0)
    return amount is not None and not text[amount.end : amount.end + 1].isalnum()


def _amount(folded: str, found: re.Match[str]) -> Amount | None:
    digits = found["digits"].replace(",", "")
    if len(digits) > _MOST_DIGITS:
        return None
    currency = _CURRENCIES.get(found[2] or "")
    power, end, sure = _scale(folded, found.end(), money=currency is not None)
    more = end < len(folded) and not folded[end:].isspace()
    unit = _UNIT.match(folded, end) if more else None
    noun = ""
    # Behind ¥5 another unit is another word.
    if unit and (currency is None or unit.lastgroup == currency):
        end, noun = unit.end(), unit[0].strip() if unit.lastgroup == "count" else ""
        currency = "km/h" if unit.lastgroup == "km_h" else unit.lastgroup
    if more and (_GOES_ON_BEHIND_NOUN if noun else _GOES_ON).match(folded, end):
        return None
    scale = Decimal(10**power)
    value = Decimal(digits) * scale
    bare = currency is None and (power == 0 or not sure)
    return Amount(-value if found["sign"] else value, currency, found.start(), end, scale, bare, noun)


def _scale(folded: str, at: int, *, money: bool) -> tuple[int, int, bool]:
    """The power of ten of a scale behind digits, where it ends, and whether it is typed in full."""
    han = _HAN_SCALE.match(folded, at)
    if han and (han[1] or han[2]):
        return _HAN[han[1]] + _HAN[han[2]], han.end(), True
    latin = _LATIN.match(folded, at)
    if latin is None:
        return 0, at, True
    word = latin[1]
    at_end = not folded[latin.end() :].strip()
    if word == "t":
        # A ton, but for money.
        return (12, latin.end(), True) if money else (0, at, True)
    if word in _LETTERS:
        spaced = folded[at : latin.start(1)] != ""
        return _LETTERS[word], latin.end(), not (word in _MAY_GO_ON and spaced and at_end)
    ordinal = word == "th" and latin.start(1) == at
    scale = "" if ordinal or _UNIT.match(folded, at) else _spelt(word, begun=at_end)
    return (_POWERS[scale], latin.end(), word == scale or not at_end) if scale else (0, at, True)


def _spelt(word: str, *, begun: bool) -> str:
    """The scale that a word is: in full, in plural, begun, or with a slip or two; empty for none."""
    if word.removesuffix("s") in _POWERS:
        return word.removesuffix("s")
    if len(word) >= (2 if begun else 3):
        starting = [scale for scale in _WORDS if scale.startswith(word)]
        if starting:
            return starting[0]
    if len(word) < _SHORTEST_MISSPELT:
        return ""
    word = word.removesuffix("s")
    near = sorted((_slips(word, scale), scale) for scale in _WORDS if abs(len(word) - len(scale)) <= 2)
    if not near or near[0][0] > (1 if len(word) < 8 else 2):
        return ""
    return near[0][1] if len(near) < 2 or near[0][0] < near[1][0] else ""


def _slips(one: str, other: str) -> int:
    """Wrong, missing, added and swapped letters between two words; here, since rapidfuzz takes longer to import."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]
