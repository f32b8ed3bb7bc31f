"""Currencies before a number: US$70.19 billion, RMB 447 billion, 人民币50元, c $ 16.4 million."""

from wmc_tui.model.units import CURRENCIES
from wmc_tui.quantities.normalise import Passage

_BEFORE = {spelling: unit.id for unit in CURRENCIES.values() if unit.before for spelling in unit.before.split(", ")}
_SIGNS = {spelling: code for spelling, code in _BEFORE.items() if len(spelling) == 1}
_APART = frozenset(("us", "usd", "hk", "nt", "c", "aud", "cad", "sgd", "nzd", "hkd"))
"""Letters that belong to the sign even with a space between ("c $ 16.4 million"); "a $ 5 million man" is no AUD."""
_LOWER = frozenset(("usd", "cny", "eur", "gbp", "jpy", "hkd", "aud", "cad"))

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
    if code in CURRENCIES and (written.isupper() or written in _LOWER):
        return code, begin
    return None


def _word_start(folded: str, end: int) -> int:
    begin = end
    while begin and end - begin < 4 and "a" <= folded[begin - 1] <= "z":
        begin -= 1
    return begin
