"""Currencies before a number: US$70.19 billion, RMB 447 billion, 人民币50元, c $ 16.4 million."""

from wmc_tui.quantities.currencies import CODES
from wmc_tui.quantities.draft import Passage

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₩": "KRW", "₹": "INR", "₽": "RUB", "฿": "THB"}
_DOLLARS = {
    "us": "USD",
    "u": "USD",
    "usd": "USD",
    "hk": "HKD",
    "hkd": "HKD",
    "nt": "TWD",
    "ntd": "TWD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "cad": "CAD",
    "s": "SGD",
    "sg": "SGD",
    "sgd": "SGD",
    "nz": "NZD",
    "nzd": "NZD",
    "r": "BRL",
    "mx": "MXN",
}
_APART = frozenset(("us", "usd", "hk", "nt", "c", "aud", "cad", "sgd", "nzd", "hkd"))
"""Letters that belong to the sign even with a space between ("c $ 16.4 million"); "a $ 5 million man" is no AUD."""
_LOWER = frozenset(("usd", "cny", "eur", "gbp", "jpy", "hkd", "aud", "cad"))

_COINS = {"人民币": "CNY", "新台币": "TWD", "台币": "TWD", "港币": "HKD", "澳门币": "MOP", "澳币": "AUD"}
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
    if folded[at] != "$":
        return _SIGNS[folded[at]], at
    end = at - 1 if at and folded[at - 1] == " " else at
    begin = _word_start(folded, end)
    letters = folded[begin:end]
    if begin >= passage.floor and letters in (_DOLLARS if end == at else _APART):
        return _DOLLARS[letters], begin
    return "USD", at


def _letters(passage: Passage, end: int) -> tuple[str, int] | None:
    begin = _word_start(passage.folded, end)
    if end - begin != 3 or begin < passage.floor or passage.folded[begin - 1 : begin].isalnum():
        return None
    written = passage.text[begin:end]
    code = written.upper()
    if code in ("RMB", "CNH"):
        return "CNY", begin
    if code in CODES and (written.isupper() or written in _LOWER):
        return code, begin
    return None


def _word_start(folded: str, end: int) -> int:
    begin = end
    while begin and end - begin < 4 and "a" <= folded[begin - 1] <= "z":
        begin -= 1
    return begin
