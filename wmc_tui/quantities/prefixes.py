"""What stands before a number: its sign and its currency."""

from wmc_tui.quantities.draft import Draft
from wmc_tui.quantities.english_numerals import read_scales
from wmc_tui.quantities.money import money_before
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import Number

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
    if (
        start is None
        and draft.start > passage.floor
        and folded[draft.start - 1] == "-"
        and _opens(folded, draft.start - 1)
    ):
        draft.negate(draft.start - 1)
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
        if folded[start - 2 : start] == "- " and start - 2 >= passage.floor and _begins_line(folded, start - 2):
            return start - 2 if _is_whole_line(folded, number) else None
    return None


def _opens(folded: str, at: int) -> bool:
    """Whether the hyphen at `at` can be a minus: nothing that it could join stands before it."""
    before = folded[at - 1] if at else ""
    if not before:
        return True
    if before == " ":
        return not folded[at - 2 : at - 1].isdecimal() if at > 1 else True
    return before in _SIGN_FINALS or not (before.isalnum() or before in ")]_.,")


def _begins_line(folded: str, at: int) -> bool:
    before = folded[max(0, at - 8) : at].rstrip(" ")
    return before.endswith("\n") or (not before and at < 8)


def _is_whole_line(folded: str, number: Number) -> bool:
    return not folded[number.end : number.end + 8].strip(" k")
