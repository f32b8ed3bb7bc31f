"""What stands before a number: its sign and its currency (US$70.19 billion, RMB 447 billion, 人民币50元)."""

from wmc_tui.model.units import CURRENCIES, LOWER_CASE_CODES
from wmc_tui.quantities.draft import Draft
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import Number
from wmc_tui.quantities.numerals_english import read_scales

_BEFORE = {spelling: unit.id for unit in CURRENCIES.values() if unit.before for spelling in unit.before.split(", ")}
_SIGNS = {spelling: code for spelling, code in _BEFORE.items() if len(spelling) == 1}
_APART = frozenset(("us", "usd", "hk", "nt", "c", "aud", "cad", "sgd", "nzd", "hkd"))
"""Letters that belong to the sign even with a space between ("c $ 16.4 million"); "a $ 5 million man" is no AUD."""
_COINS = {spelling: code for spelling, code in _BEFORE.items() if spelling.endswith("币")}
"""Chinese names that go before the number, 元 behind it or not: 新台币5亿元."""


def money_before(passage: Passage, start: int) -> tuple[str, int] | None:
    """ISO code of the currency right before the number at `start`, and where its name begins; None without one."""
    folded = passage.folded
    end = start
    while end and start - end < 2 and folded[end - 1] == " ":
        end -= 1
    if end <= passage.floor:
        return None
    char = folded[end - 1]
    if char in _SIGNS:
        return _sign(passage, end - 1)
    if "a" <= char <= "z":
        return _letters(passage, end)
    if char == "币":
        for name, code in _COINS.items():
            if folded.endswith(name, passage.floor, end):
                return code, end - len(name)
    return None


def _sign(passage: Passage, at: int) -> tuple[str, int]:
    folded = passage.folded
    sign = folded[at]
    end = at - 1 if at and folded[at - 1] == " " else at
    begin = _word_start(folded, end)
    letters = folded[begin:end]
    if letters and begin >= passage.floor and letters + sign in _BEFORE and (end == at or letters in _APART):
        return _BEFORE[letters + sign], begin
    return _SIGNS[sign], at


def _letters(passage: Passage, end: int) -> tuple[str, int] | None:
    begin = _word_start(passage.folded, end)
    if end - begin != 3 or begin < passage.floor or passage.folded[begin - 1 : begin].isalnum():
        return None
    written = passage.text[begin:end]
    code = written.upper()
    if written.lower() in _BEFORE:
        return _BEFORE[written.lower()], begin
    if code in CURRENCIES and (written.isupper() or written in LOWER_CASE_CODES):
        return code, begin
    return None


def _word_start(folded: str, end: int) -> int:
    begin = end
    while begin and end - begin < 4 and "a" <= folded[begin - 1] <= "z":
        begin -= 1
    return begin


_SIGN_FINALS = frozenset("约近超逾少多到于为是至计达破降跌-")
"""What Chinese may put right before a minus."""
_MINUS_WORDS = ("minus ", "negative ")


def read_left(passage: Passage, draft: Draft) -> str:
    """Sign and currency before the number; returns the currency's code, or ""."""
    number, folded = draft.number, passage.folded
    start = sign_start(passage, number)
    money = money_before(passage, draft.start if start is None else start)
    if start is not None:
        draft.negate(start)
    if number.digits:
        upper = passage.text[number.end : number.end + 3].strip()[:1].isupper()
        read_scales(folded, number, upper=upper, money=money is not None)
        draft.end = number.end
    if money is None:
        return ""
    draft.start = money[1]
    draft.unit, draft.kind = money[0], "currency"
    minus = draft.start - 1
    if start is None and minus >= passage.floor and folded[minus] == "-" and _opens(folded, minus):
        draft.negate(minus)
    return money[0]


def sign_start(passage: Passage, number: Number) -> int | None:
    """Where the minus of a number stands; None where it has none."""
    folded, start = passage.folded, number.start
    char = folded[start - 1] if start > passage.floor else ""
    if char == "-":
        return start - 1 if _opens(folded, start - 1) else None
    if char == "负":
        return start - 1
    if char == "下" and folded.endswith("零下", passage.floor, start):
        return start - 2
    if char == " ":
        for word in _MINUS_WORDS:
            begin = start - len(word)
            if begin >= passage.floor and folded.startswith(word, begin) and not folded[begin - 1 : begin].isalpha():
                return begin
        bullet = start - 2
        if bullet >= passage.floor and folded.startswith("- ", bullet) and _begins_line(folded, bullet):
            is_whole_line = not folded[number.end : number.end + 8].strip(" k")
            return bullet if is_whole_line else None
    return None


def _opens(folded: str, at: int) -> bool:
    """Whether the hyphen at `at` can be a minus: nothing that it could join stands before it."""
    before = folded[at - 1] if at else ""
    if not before:
        return True
    if before == " ":
        return at == 1 or not folded[at - 2].isdecimal()
    return before in _SIGN_FINALS or not (before.isalnum() or before in ")]_.,")


def _begins_line(folded: str, at: int) -> bool:
    before = folded[max(0, at - 8) : at].rstrip(" ")
    return before.endswith("\n") or (not before and at < 8)
