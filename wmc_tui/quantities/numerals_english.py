"""Reads groups of number words one after the other: two million three hundred and five thousand."""

import re
from decimal import Decimal

from wmc_tui.quantities.english_words import DOZEN, HALVES, ORDINAL_SCALES, ORDINALS, SCALES, TENS, WORDS
from wmc_tui.quantities.number import ONE, ZERO, plus, times

WORD = re.compile(r"(?: {1,4}|-|[ ]?\n ?)?([a-z]+)(?![a-z0-9])")
"""The next word, behind a space, a hyphen or a line end."""
_DIGITS_BELOW = re.compile(r" {1,3}([0-9]{1,3}) {1,3}(?=(?:hundred|thousand|million|billion)(?![a-z]))")
_MOST_IN_GROUP = Decimal(10**6)


class Groups:
    """The groups of a number read so far: what is complete, and the group below a thousand that is not."""

    __slots__ = ("cur", "end", "first", "fresh_scale", "had_hundred", "last", "step", "total")

    def __init__(self) -> None:
        self.total = ZERO
        self.cur: Decimal | None = None
        self.step = ONE
        self.last = Decimal(10**18)
        self.fresh_scale = False
        self.had_hundred = False
        self.end = 0
        self.first: Decimal | None = None

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
        state.total, state.last, state.step = (
            times(state.total, size),
            size * state.last,
            times(state.step, size),
        )
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
        state.cur, state.end, state.fresh_scale = (
            Decimal(match.group(1)),
            match.end() - 1,
            False,
        )
        state.step = ONE
