"""Spelled English numbers, and the scale words behind digits: two and a half million, 4 thousand 3 hundred, 13 lakh."""

import re
from decimal import Decimal

from wmc_tui.quantities.english_words import DOZEN, HALVES, ORDINAL_SCALES, ORDINALS, SCALES, TENS, WORDS
from wmc_tui.quantities.number import EXACT, FRACTION, ONE, ZERO, Number, plus, times

WORD = re.compile(r"(?: {1,4}|-|[ ]?\n ?)?([a-z]+)(?![a-z0-9])")
"""The next word, behind a space, a hyphen or a line end."""
_DIGITS_BELOW = re.compile(r" {1,3}([0-9]{1,3}) {1,3}(?=(?:hundred|thousand|million|billion)(?![a-z]))")
_MOST_IN_GROUP = Decimal(10**6)


class Groups:
    """The groups of a number read so far: what is complete, and the group below a thousand that is not."""

    total = ZERO
    cur: Decimal | None = None
    step = ONE
    last = Decimal(10**18)
    """The scale word before, below which the next one must stay."""
    fresh_scale = False
    had_hundred = False
    end = 0
    first: Decimal | None = None

    def value(self) -> Decimal:
        return plus(self.total, self.cur or ZERO)


def read_groups(folded: str, state: Groups, *, join: bool) -> bool:
    """Read on while the words go on making one number; True where it ends as an ordinal."""
    last_word = ""
    while match := WORD.match(folded, state.end):
        word = match.group(1)
        if word in SCALES:
            if not _take_scale(state, word):
                return False
        elif word in WORDS:
            if not _take_small(state, WORDS[word], last_word):
                return False
        elif word in ORDINALS and _room_for(state, ORDINALS[word]):
            if word == "second" and state.cur is None:
                return False
            state.cur = plus(state.cur or ZERO, ORDINALS[word])
            state.end = match.end()
            return True
        elif word in ORDINAL_SCALES and (state.cur or state.total):
            _take_scale(state, word[:-2])
            state.end = match.end()
            return True
        elif word == "and":
            after = _after_and(folded, state, match.end(), join=join)
            if not after:
                return False
            state.end = after
            continue
        elif word in ("dozen", "dozens") and state.cur is not None:
            state.cur, state.end = times(state.cur, DOZEN), match.end()
            return False
        else:
            return False
        state.end, last_word = match.end(), word
        _read_digits_below(folded, state)
    return False


def _take_scale(state: Groups, word: str) -> bool:
    size = SCALES[word]
    if word == "hundred":
        if not state.cur or state.had_hundred:
            return False
        state.had_hundred = True
        state.cur = times(state.cur, size)
        state.step = times(state.step, size) if state.step != ONE else ONE
        return True
    if state.cur is None:
        if not state.fresh_scale or state.total == ZERO or size * state.last > 10**24:
            return False
        state.total, state.last, state.step = times(state.total, size), size * state.last, times(state.step, size)
        return True
    if size >= state.last or state.cur == ZERO:
        return False
    state.first = state.cur if state.first is None else state.first
    state.total = plus(state.total, times(state.cur, size))
    state.step = times(state.step if state.last == 10**18 else ONE, size)
    state.cur, state.last, state.fresh_scale, state.had_hundred = None, size, True, False
    return True


def _room_for(state: Groups, value: Decimal) -> bool:
    """Whether twenty or hundred or thousand leaves room for this smaller number."""
    cur = state.cur
    if cur is None:
        return True
    if cur > _MOST_IN_GROUP or cur != cur.to_integral_value():
        return False
    if cur % 100 == 0:
        return cur > 0 and value < 100
    return cur % 10 == 0 and cur % 100 >= 20 and 0 < value < 10


def _take_small(state: Groups, value: Decimal, last_word: str) -> bool:
    if state.cur is None and not state.fresh_scale:
        return False
    if last_word not in SCALES and last_word not in TENS and last_word:
        return False
    if not _room_for(state, value) or value == ZERO:
        return False
    state.cur = plus(state.cur or ZERO, value)
    state.step, state.fresh_scale = ONE, False
    return True


def _after_and(folded: str, state: Groups, at: int, *, join: bool) -> int:
    """Where to go on behind "and" (before a small word), 0 where the number ends before it; takes "and a half" itself."""
    match = WORD.match(folded, at)
    if match is None:
        return 0
    word, end = match.group(1), match.end()
    if word in ("a", "an", "one"):
        following = WORD.match(folded, end)
        if following and following.group(1) in HALVES and state.cur is not None:
            state.cur = plus(state.cur, HALVES[following.group(1)])
            state.step = HALVES[following.group(1)]
            return following.end()
    if not join or not WORDS.get(word):
        return 0
    complete = state.cur is None or (state.cur >= 100 and state.cur % 100 == 0)
    return at if complete else 0


def _read_digits_below(folded: str, state: Groups) -> None:
    """ "4 thousand 3 hundred": digits with a smaller scale behind them."""
    match = _DIGITS_BELOW.match(folded, state.end) if state.cur is None else None
    if match is None:
        return
    following = WORD.match(folded, match.end())
    if following and SCALES[following.group(1)] < state.last:
        state.cur, state.step, state.end, state.fresh_scale = Decimal(match.group(1)), ONE, match.end() - 1, False


_LETTERS = {"k": Decimal(1000), "m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}
_PARTS = {word + "s": n for word, n in ORDINALS.items() if n > 2} | {"half": Decimal(2), "halves": Decimal(2)}
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
        number.value, number.end, number.step, number.bare = state.value(), state.end, state.step, False


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
    size, state.end = _LETTERS[letter], match.end()
    state.cur, state.step = times(state.cur, size), times(state.step, size)
    return True


def _read_half(folded: str, start: int, match: re.Match[str]) -> Number:
    """Half a million, a quarter million, three quarters of a billion."""
    size = SCALES[match.group(1)]
    value = times({"h": Decimal("0.5"), "q": Decimal("0.25"), "t": Decimal("0.75")}[folded[start]], size)
    return Number(start, match.end(), value, value, scaled=size > 100)


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
    number.value, number.step = times(share, size), times(FRACTION.divide(ONE, below), size)
    number.end = scale.end() if scale else match.end()
    number.fraction, number.lone, number.scaled = scale is None, False, scale is not None
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
        written = written[: len(written) - joins_tens] + str(value)
        end = word.end()
    if not written:
        return
    number.step = EXACT.scaleb(ONE, -len(written))
    number.value = plus(number.value, times(Decimal(written), number.step))
    number.end, number.lone = end, False
    read_scales(folded, number, upper=False, money=False)
