"""Digits and letters typed without a space between them: `2023exhibitors`, `projects587`, `top500`."""

import re
from collections.abc import Container, Iterator

_LONGEST = 24
_READ = 1_000
"""Characters that are looked at: of more only filters are read."""
_TOUCHING = re.compile(
    rf"(?<![0-9])(?P<digits>[0-9][0-9,.]{{0,{_LONGEST}}})(?P<behind>[A-Za-z]{{1,{_LONGEST}}})(?![A-Za-z])"
    rf"|(?<![A-Za-z])(?P<before>[A-Za-z]{{2,{_LONGEST}}})(?P<number>[0-9]{{1,{_LONGEST}}})(?![0-9])"
)
_SCALE_AND_UNIT = re.compile(r"(?i:[mbt]n|thousand|(?:m|b|tr)illion)(?=[A-Za-z]{3})")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_CURRENCY = frozenset({"rmb", "usd", "cny", "hkd", "eur", "gbp", "jpy", "us"})
_SHORTEST_WORD = 3
"""Letters before digits from which they are a word; fewer are a name, as in H200 and CO2, but before an edition."""
_ADDRESS = re.compile(r"[._@/][A-Za-z]")


def part_glued(text: str, editions: Container[int]) -> tuple[str, tuple[int, ...]]:
    """The text with a space wherever a number touches a word, and the places of `text` before which one was put.

    Scales, units, ordinals and names such as 5G and H200 stay whole, as do values of filters and addresses. A number
    may touch a single letter where it is one of `editions`.
    """
    places = tuple(_places(text, editions))
    ends = (*places, len(text))
    return " ".join(text[start:end] for start, end in zip((0, *places), ends, strict=True)), places


def _places(text: str, editions: Container[int]) -> Iterator[int]:
    touching, place = _TOUCHING.search(text, 0, _READ), 0
    while touching:
        inner = touching.end("digits") if touching["digits"] else touching.end("before")
        if _is_part(text, touching, editions) and not _in_value(text, touching.start()):
            scale = _SCALE_AND_UNIT.match(text, inner) if touching["digits"] else None
            yield scale.end() if scale else inner
        place = max(inner, place + 1)
        touching = _TOUCHING.search(text, place, _READ)


def _is_part(text: str, touching: re.Match[str], editions: Container[int]) -> bool:
    """Whether what touches is a number and a word, and neither a unit nor a name."""
    if _ADDRESS.match(text, touching.end()):
        return False
    if touching["before"]:
        word, edition = touching["before"].lower(), int(touching["number"]) in editions
        return (len(word) >= _SHORTEST_WORD or edition) and word not in _CURRENCY
    word, digits = touching["behind"].lower(), touching["digits"]
    edition = digits.isdecimal() and int(digits) in editions
    if word in _ORDINAL or not digits[-1].isdecimal() or (len(word) == 1 and not edition):
        return False
    from wmc_tui.quantities.normalise import fold
    from wmc_tui.search.query.amounts import amount_at

    typed = text[touching.start() : touching.end() + 8]
    return amount_at(typed, fold(typed), 0) is None


def _in_value(text: str, place: int) -> bool:
    """Whether a place lies in a word with the colon of a filter before it."""
    start = max(text.rfind(" ", 0, place), text.rfind("\u3000", 0, place))
    return any(mark in text[start + 1 : place] for mark in (":", "：", "/", "@", "_"))
