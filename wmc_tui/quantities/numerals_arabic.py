"""Arabic digits: grouping, decimals, fractions."""

import re
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.quantities.number import EXACT, FRACTION, ONE, ZERO, last_place, plus

_PLAIN = re.compile(r"[0-9]+")
_COMMAS = re.compile(r"[0-9]+(?:,[0-9]+)+")
_SPACES = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_GROUPS_OF_THREE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
_DIGIT_BEHIND = re.compile(r" ?\d")
_SLASH = re.compile(r"( ?)([0-9]{1,3})/([0-9]{1,3})(?![0-9/.])")
_DENOMINATORS = {2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100}


class Digits(NamedTuple):
    """Arabic digits that were read."""

    end: int
    value: Decimal
    step: Decimal
    bare: bool
    fraction: bool = False
    list_end: int = 0
    """Where a list of digits that looked like grouping ends ("1,3,5"); up to there nothing is grouped."""


def read_digits(text: str, folded: str, start: int, *, grouped: bool = True) -> Digits | None:
    """Read the digits at `start`; None where they are a version, an address or the like ("1.2.3")."""
    if decimal_point_before(folded, start):
        return _decimals(folded, start, start)
    written, end, list_end = _whole(text, folded, start, grouped)
    if end + 1 < len(folded) and folded[end] == "." and "0" <= folded[end + 1] <= "9" and list_end <= end:
        return _decimals(folded, start, end + 1)
    if _DECIMAL_COMMA.fullmatch(written):
        value = Decimal(written.replace(",", "."))
        return Digits(end, value, last_place(value), False)
    bare = end - start == len(written) and written.isdigit()
    value = Decimal(written.replace(",", "").replace(" ", ""))
    return _fraction(folded, start, Digits(end, value, ONE, bare, False, list_end))


def decimal_point_before(folded: str, start: int) -> bool:
    """Whether the digits at `start` are decimals without a whole number before them (".25")."""
    if not start or folded[start - 1] != ".":
        return False
    return start == 1 or not (folded[start - 2].isalnum() or folded[start - 2] in ".)]\"'%")


def _decimals(folded: str, start: int, point: int) -> Digits | None:
    """Digits whose decimals begin at `point`."""
    match = _PLAIN.match(folded, point)
    assert match is not None
    end = match.end()
    if folded.startswith(".", end) and folded[end + 1 : end + 2].isdecimal():
        return None
    written = folded[start : point - 1] if point > start else ""
    value = Decimal(f"{written.replace(',', '').replace(' ', '') or '0'}.{match.group()}")
    return Digits(end, value, EXACT.scaleb(ONE, point - end), False)


def _whole(text: str, folded: str, start: int, grouped: bool) -> tuple[str, int, int]:
    """The digits before a decimal point: as written, their end, and the end of a list that they begin."""
    first = _PLAIN.match(folded, start)
    assert first is not None
    end = first.end()
    follower = folded[end : end + 1]
    if not grouped or follower not in (",", " "):
        return first.group(), end, 0
    run = (_COMMAS if follower == "," else _SPACES).match(folded, start)
    if run is None:
        return first.group(), end, 0
    if _is_grouping(text, run) if follower == "," else not _DIGIT_BEHIND.match(folded, run.end()):
        return run.group(), run.end(), 0
    return first.group(), end, run.end()


def _is_grouping(text: str, run: re.Match[str]) -> bool:
    written = run.group()
    comma = run.start() + written.index(",")
    if text[comma] == "，" and text[comma - 1] < "０":
        return False
    return bool(_GROUPS_OF_THREE.fullmatch(written) or _INDIAN.fullmatch(written) or _DECIMAL_COMMA.fullmatch(written))


def _fraction(folded: str, start: int, whole: Digits) -> Digits:
    """The same with a fraction after it ("10 1/2"), or the fraction that it begins ("1/4")."""
    if folded[whole.end : whole.end + 1] not in ("/", " ") or not whole.bare or whole.end - start > 3:
        return whole
    match = _SLASH.match(folded, start)
    base = ZERO
    if match is None:
        match, base = _SLASH.match(folded, whole.end), whole.value
        if match is None or not match.group(1):
            return whole
    above, below = int(match.group(2)), int(match.group(3))
    if below not in _DENOMINATORS or not 0 < above < below:
        return whole
    value = FRACTION.divide(Decimal(above), Decimal(below))
    return Digits(match.end(), plus(base, value), FRACTION.divide(ONE, Decimal(below)), False, True)
