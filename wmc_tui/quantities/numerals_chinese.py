"""Chinese numerals, alone or mixed with Arabic digits: 3425亿, 一百零五万, 2兆9319.56亿, 一万三, 三十多, 几百."""

import re
from decimal import Decimal

from wmc_tui.quantities.normalise import AMBIGUOUS_FORMAL
from wmc_tui.quantities.number import EXACT, ONE, ZERO, Number, plain, plus, times
from wmc_tui.quantities.numerals_arabic import read_digits

DIGITS = {char: Decimal(n) for n, char in enumerate("零一二三四五六七八九")} | {"两": Decimal(2)}
ANY_DIGIT = DIGITS | {str(n): Decimal(n) for n in range(10)}
"""Both kinds."""
SMALL = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
LARGE = {"万": Decimal(10**4), "亿": Decimal(10**8), "兆": Decimal(10**12)}
_UNIT_AFTER_PREFIX = frozenset("米克瓦赫伏帕焦卡字比欧牛")
_HEDGES = {"余": "over", "多": "over", "几": "over", "来": "about"}
_DECIMALS = re.compile(r" {0,2}点 {0,2}([零一二三四五六七八九]+)(?! ?[十百千])")
_MOST_SCALES = 3
_MOST_SPACES = 4


class _State:
    """What has been read so far, and the last place where the number could end."""

    section = ZERO
    """Below the next large scale word: 三百 of 三百万."""
    current: Decimal | None = None
    """The digit or digits that no multiplier has followed yet."""
    current_step = ONE
    last_small = Decimal(10000)
    last_unit = ONE
    consecutive = 0
    """Large scale words in a row."""
    zero = False
    step = ONE
    committed = 0
    first: Decimal | None = None
    gap = 0
    arabic = False

    def __init__(self) -> None:
        self.high_parts: list[tuple[Decimal, Decimal]] = []
        """What is complete, each with its scale: 3 * 10**8 and 10**8."""

    def total(self) -> Decimal:
        value = self.section
        for part, _ in self.high_parts:
            value = plus(value, part)
        return value


def read_han(text: str, folded: str, start: int, *, grouped: bool = True) -> tuple[Number | None, int]:
    """Read the numeral at `start`, which may begin with Arabic digits.

    Returns the number, or None where it is none, and up to where no digit can begin a grouped number.
    """
    state = _State()
    number = Number(start, start, ZERO, ONE)
    list_end = start
    position = start
    if "0" <= folded[start] <= "9":
        digits = read_digits(text, folded, start, grouped=grouped)
        if digits is None:
            return None, start
        state.current, state.current_step = digits.value, digits.step
        number.digits, number.bare, number.fraction = True, digits.bare, digits.fraction
        position, list_end = digits.end, digits.list_end
        if digits.fraction or list_end:
            number.end, number.value, number.step = digits.end, digits.value, digits.step
            return number, list_end
    while position < len(folded):
        gap = _skip_spaces(folded, position) if position > start else position
        after = _step(text, folded, state, number, position, gap)
        if after == position:
            break
        position = after
    return _finish(text, folded, state, number, position), list_end


def _step(text: str, folded: str, state: _State, number: Number, position: int, gap: int) -> int:
    """Read one piece at `gap`; returns where it ends, or `position` where the numeral goes no further."""
    char = folded[gap : gap + 1]
    if not char:
        return position
    started = position > number.start
    if char == "个" and started and _is_colloquial(folded, gap) and not number.hedge:
        gap, char = gap + 1, "亿"
    if char in DIGITS or "0" <= char <= "9":
        if number.hedge or state.current is not None:
            return position
        state.gap = gap - position
        return _take_digit(text, folded, state, gap) or position
    if char in SMALL or char in LARGE:
        if char == "百" and folded.startswith("分点", gap + 1):
            return position
        if not _take_multiplier(state, folded, gap, started):
            return position
        number.scaled = number.scaled or char in LARGE
    elif char in _HEDGES and started and not number.hedge and _hedge_fits(state, folded, gap):
        number.hedge = _HEDGES[char]
    else:
        return position
    number.bare = False
    state.committed = gap + 1
    return gap + 1


def _is_colloquial(folded: str, at: int) -> bool:
    """Whether 个亿 means 亿 (投了2个亿); before a unit, 个 counts: 2个亿元项目."""
    return folded.startswith("亿", at + 1) and not "\u4e00" <= folded[at + 2 : at + 3] <= "\u9fff"


def _skip_spaces(folded: str, position: int) -> int:
    gap = position
    while gap - position < _MOST_SPACES and folded[gap : gap + 1] == " ":
        gap += 1
    return gap


def _take_digit(text: str, folded: str, state: _State, at: int) -> int:
    """Read a Han digit, or Arabic digits that a scale word before leaves room for; 0 where there is no room."""
    char = folded[at]
    if char == "零":
        was_zero, state.zero = state.zero, True
        return 0 if was_zero else at + 1
    if char in DIGITS:
        state.current, state.current_step = DIGITS[char], ONE
        return at + 1
    digits = read_digits(text, folded, at)
    if (
        digits is None
        or digits.fraction
        or digits.list_end
        or (digits.value >= (10 if state.gap else state.last_unit) and not state.zero)
    ):
        return 0
    state.arabic = True
    state.current, state.current_step = digits.value, digits.step
    return digits.end


def _take_multiplier(state: _State, folded: str, at: int, started: bool) -> bool:
    char = folded[at]
    spelled = at > 0 and folded[at - 1] in DIGITS
    if char in "千兆" and folded[at + 1 : at + 2] in _UNIT_AFTER_PREFIX and not spelled:
        return False
    if char in SMALL:
        size = SMALL[char]
        if size >= state.last_small or (state.current is None and started and not state.zero):
            return False
        state.section = plus(state.section, times(ONE if state.current is None else state.current, size))
        state.step = times(state.current_step, size) if state.current_step != ONE else ONE
        state.last_small = state.last_unit = size
        state.consecutive = 0
    elif not _take_large(state, LARGE[char], started):
        return False
    state.current, state.current_step, state.zero = None, ONE, False
    return True


def _take_large(state: _State, size: Decimal, started: bool) -> bool:
    chunk = plus(state.section, state.current or ZERO)
    state.first = chunk if state.first is None else state.first
    parts = state.high_parts
    is_bare = state.section == ZERO and state.current is None
    if is_bare and parts:
        state.consecutive += 1
        if state.consecutive >= _MOST_SCALES or state.zero:
            return False
        value, unit = parts.pop()
        state.step, state.last_unit = times(state.step, size), times(unit, size)
        parts.append((times(value, size), state.last_unit))
        return True
    if is_bare and not started:
        chunk = ONE
    elif chunk == ZERO:
        return False
    if parts and parts[-1][1] < size and state.gap and state.arabic:
        return False
    while parts and parts[-1][1] < size:
        chunk = plus(chunk, parts.pop()[0])
    if parts and parts[-1][1] <= size:
        return False
    parts.append((times(chunk, size), size))
    state.step = times(state.current_step, size)
    state.section, state.last_small, state.last_unit = ZERO, Decimal(10000), size
    state.consecutive = 0
    return True


def _hedge_fits(state: _State, folded: str, at: int) -> bool:
    """余, 多, 来 and 几 stand after a round number only: 三十多, 430多, 一百零几万."""
    char, following = folded[at], folded[at + 1 : at + 2]
    if char == "几":
        return (state.zero or state.last_unit > ONE) and state.current is None
    if char == "来" and (not following or following not in "个名位人家年天万"):
        return False
    if char == "多" and following and following in "数于样种边元媒云次年":
        return following == "年" or (following == "元" and folded[at + 2 : at + 3] not in ("化", "文"))
    if state.current is None:
        return not state.zero
    whole = EXACT.remainder(state.current, Decimal(10)) == ZERO or char == "余"
    return state.current >= 10 and whole and state.section == ZERO


def _finish(text: str, folded: str, state: _State, number: Number, position: int) -> Number | None:
    """Settle the last digit (一万三, 一千零三, 四十五), the decimals, and where the number ends."""
    value, end = state.total(), position
    after_scale = bool(state.high_parts) or state.section != ZERO
    step = state.step if after_scale else state.current_step
    if state.current is not None:
        tail = _tail(state, folded, position)
        if tail is None:
            end = state.committed
        else:
            value = plus(value, tail)
            step = state.current_step if tail == state.current else state.last_unit / 10
    elif state.zero:
        end = state.committed or position
    number.end, number.value, number.step = end, value, step
    number.mantissa = state.first
    if end <= number.start:
        return None
    if end == position and not number.hedge and not number.digits:
        _read_decimals(folded, number)
    number.lone = number.end - number.start == 1 and not number.digits
    return None if not number.digits and _is_no_numeral(text, folded, number) else number


def _read_decimals(folded: str, number: Number) -> None:
    """Extend the number by 点 and the digits behind it, and a scale word behind those."""
    match = _DECIMALS.match(folded, number.end)
    if match is None:
        return
    written = "".join(str(DIGITS[char]) for char in match.group(1))
    number.step = EXACT.scaleb(ONE, -len(written))
    number.value = plus(number.value, times(Decimal(written), number.step))
    number.end = match.end()
    while number.step < LARGE["兆"] and (scale := LARGE.get(folded[number.end : number.end + 1])):
        number.value, number.step = times(number.value, scale), times(number.step, scale)
        number.end, number.scaled = number.end + 1, True


def _tail(state: _State, folded: str, position: int) -> Decimal | None:
    """Worth of a last digit that no multiplier follows; None where it does not belong to the number."""
    current = state.current
    assert current is not None
    if not state.high_parts and state.section == ZERO:
        return current
    following = folded[position : position + 1]
    if state.gap > 1 or (state.gap and state.arabic) or following in SMALL or following in LARGE:
        return None
    if state.zero:
        return current
    if state.last_unit == 10:
        return current if current < 10 else None
    if current < 10 and current == current.to_integral_value():
        return times(current, plain(state.last_unit / 10))
    return current if current < state.last_unit and not state.gap else None


def _is_no_numeral(text: str, folded: str, number: Number) -> bool:
    """A digit run such as 十四五, two scales without a digit such as 万万, a word such as 陆地."""
    written = folded[number.start : number.end]
    if number.lone and text[number.start] in AMBIGUOUS_FORMAL and folded[number.start - 1 : number.start] != "之":
        return True
    if folded[number.end : number.end + 1] in DIGITS and not number.hedge:
        return True
    return written[0] in LARGE and not written.startswith("万亿")
