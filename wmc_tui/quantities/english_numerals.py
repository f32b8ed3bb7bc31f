"""Spelled English numbers, and the scale words behind digits: two and a half million, 4 thousand 3 hundred, 13 lakh."""

import re
from decimal import Decimal

from wmc_tui.quantities.english_words import DOZEN, HALVES, ORDINALS, SCALES, WORDS
from wmc_tui.quantities.number import EXACT, FRACTION, ONE, ZERO, Number, plus, times
from wmc_tui.quantities.numerals_english import WORD, Groups, read_groups

_LETTERS = {
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "b": Decimal(10**9),
    "t": Decimal(10**12),
}
_PARTS = {word + "s": n for word, n in ORDINALS.items() if n > 2} | {
    "half": Decimal(2),
    "halves": Decimal(2),
}
_PARTS |= {"quarter": Decimal(4), "quarters": Decimal(4)}
_LETTER = re.compile(r" {0,2}(?:([kmbt])(?![a-z0-9])|(m)(?=eur|usd|cny|rmb|gbp|jpy|hkd))")
_HALF_OF_SCALE = re.compile(
    r"(?:half|(?:three )?quarters?)(?: of)?(?: an?)? (hundred|thousand|million|billion|trillion)\b"
)
_HALF_OF_ONE = re.compile(r" an? (?:(dozen)|(?=(?:year|month|day|hour|minute|century|decade|mile|ton|acre)(?![a-z])))")
_SCALE_AHEAD = re.compile(r"[ \n-]{0,4}[abcdhklmqt]")


def read_words(folded: str, start: int, *, join: bool = True) -> Number | None:
    """Read the spelled number whose first word begins at `start`; `join` allows "and" inside it."""
    halves = _HALF_OF_SCALE.match(folded, start)
    if halves:
        return _read_half(folded, start, halves)
    first = WORD.match(folded, start)
    if first is None:
        return None
    word = first.group(1)
    if word in ORDINALS:
        return Number(start, first.end(), ORDINALS[word], ONE, ordinal=True, lone=True)
    state = Groups()
    state.end = start
    if word in SCALES:
        state.cur = ONE
        if word == "hundred":
            state.cur, state.end, state.had_hundred = SCALES[word], first.end(), True
    elif word == "half":
        of_one = _HALF_OF_ONE.match(folded, first.end())
        if of_one and of_one.group(1):
            return Number(start, of_one.end(), DOZEN / 2, ONE)
        end = of_one.end() if of_one else first.end()
        return Number(start, end, HALVES[word], HALVES[word], fraction=not of_one)
    elif word == "dozen":
        return Number(start, first.end(), DOZEN, ONE)
    elif word in WORDS:
        state.cur, state.end = WORDS[word], first.end()
    else:
        return None
    ordinal = read_groups(folded, state, join=join)
    number = Number(start, state.end, state.value(), state.step, mantissa=state.first, ordinal=ordinal)
    number.scaled = state.last < 10**18
    number.lone = state.end == first.end()
    if not ordinal and number.lone and _read_parts(folded, number):
        return number
    if not ordinal:
        _read_point(folded, number)
    return number


def read_scales(folded: str, number: Number, *, upper: bool, money: bool) -> None:
    """Extend a number in digits by the English scale words behind it.

    `upper` says that the letter behind it is a capital (M is million, m is metre), `money` that a currency goes before.
    """
    if not _SCALE_AHEAD.match(folded, number.end):
        return
    state = Groups()
    state.cur, state.end, state.step = number.value, number.end, number.step
    if _read_letter(folded, state, upper=upper, money=money):
        number.scaled = True
    else:
        read_groups(folded, state, join=False)
        number.scaled = state.last < 10**18
    if state.end > number.end:
        number.mantissa = number.value
        number.value, number.end, number.step, number.bare = (
            state.value(),
            state.end,
            state.step,
            False,
        )


def _read_letter(folded: str, state: Groups, *, upper: bool, money: bool) -> bool:
    match = _LETTER.match(folded, state.end)
    if match is None:
        return False
    letter = match.group(1) or match.group(2)
    if letter != "k" and not money and not (letter == "m" and (upper or match.group(2))):
        return False
    if letter == "k" and upper and state.cur in (2, 4, 8):
        return False
    assert state.cur is not None
    state.cur, state.step, state.end = (
        times(state.cur, _LETTERS[letter]),
        times(state.step, _LETTERS[letter]),
        match.end(),
    )
    return True


def _read_half(folded: str, start: int, match: re.Match[str]) -> Number:
    """Half a million, a quarter million, three quarters of a billion."""
    written = match.group()
    share = Decimal("0.5") if written.startswith("half") else Decimal("0.25")
    share = Decimal("0.75") if written.startswith("three") else share
    size = SCALES[match.group(1)]
    return Number(start, match.end(), times(share, size), times(share, size), scaled=size > 100)


def _read_parts(folded: str, number: Number) -> bool:
    """Two thirds, one-third, three quarters."""
    match = WORD.match(folded, number.end)
    if match is None:
        return False
    word = match.group(1)
    below = _PARTS.get(word)
    if below is None and number.value == ONE and word != "second":
        below = ORDINALS.get(word)
    if below is None or below < 2 or number.value >= below or number.value == ZERO:
        return False
    scale = _HALF_OF_SCALE.match(folded, match.start(1)) if word in ("half", "quarter", "quarters") else None
    share = FRACTION.divide(number.value, below)
    size = SCALES[scale.group(1)] if scale else ONE
    number.value, number.step = (
        times(share, size),
        times(FRACTION.divide(ONE, below), size),
    )
    number.end = scale.end() if scale else match.end()
    number.fraction, number.lone, number.scaled = (
        scale is None,
        False,
        scale is not None,
    )
    return True


def _read_point(folded: str, number: Number) -> None:
    """ "point" and the decimals: point zero three, point seventy-one; then a scale word, if there is one."""
    match = WORD.match(folded, number.end)
    if match is None or match.group(1) != "point":
        return
    written, end = "", match.end()
    while len(written) < 40 and (word := WORD.match(folded, end)):
        value = WORDS.get(word.group(1))
        if value is None:
            break
        joins_tens = value < 10 and written.endswith("0") and folded[word.start()] == "-"
        written = written[:-1] + str(value) if joins_tens else written + str(value)
        end = word.end()
    if not written:
        return
    number.step = EXACT.scaleb(ONE, -len(written))
    number.value = plus(number.value, times(Decimal(written), number.step))
    number.end, number.lone = end, False
    read_scales(folded, number, upper=False, money=False)
