"""Where a figure stands in a sentence.

A figure is found by its text, where neither a digit nor the rest of the same number goes on at either side: `60` is
not found in `1,600`, `8` not in `8.1`, `1.2万` not in `1.2万亿`, `三` not in `十三`, `one` not in `none`.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

_CHINESE_DIGITS = "〇零一二三四五六七八九两"
_CHINESE_SCALES = "十百千万亿兆"


def places_of(figure: str, text: str, before: str | None = None, *, most: int | None = None) -> list[int]:
    """Where `figure` starts in `text`, in code points; at most the first `most` places.

    With `before` only where that stands right before it, spaces aside; an empty one means the start of the text.
    """
    if not figure:
        return []
    places = (place for place in _starts(figure, text, before) if _stands_alone(text, place, place + len(figure)))
    return list(islice(places, most))


def _starts(figure: str, text: str, before: str | None) -> Iterator[int]:
    """Every place where the figure follows `before`, from the first to the last."""
    if before is None:
        return _finds(figure, text)
    before = before.rstrip()
    ends: Iterable[int] = (start + len(before) for start in _finds(before, text)) if before else (0,)
    return (place for end in ends for place in _behind_spaces(text, end) if text.startswith(figure, place))


def _finds(piece: str, text: str) -> Iterator[int]:
    start = text.find(piece)
    while start >= 0:
        yield start
        start = text.find(piece, start + 1)


def _behind_spaces(text: str, place: int) -> Iterator[int]:
    """The place itself, and those that only spaces part from it."""
    yield place
    while place < len(text) and text[place].isspace():
        place += 1
        yield place


def figure_like(text: str) -> list[str]:
    """Whatever in `text` looks like a figure with its scale and unit, to name the nearest one."""
    pattern = r"\d[\d.,]*\d?\s?(?:[a-zA-Z²%]+(?: [a-z]+)*|[十百千万亿兆]*[^\W\d_a-zA-Z]{0,2}%?)"
    return [match.group().strip() for match in re.finditer(pattern, text)]


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not _begins_inside(text, start) and not _ends_inside(text, end)


def _begins_inside(text: str, start: int) -> bool:
    """True where the character at `start` continues a number or a Latin word."""
    if start == 0:
        return False
    last, first = text[start - 1], text[start]
    if first.isdecimal():
        joined = last in ".," and start > 1 and text[start - 2].isdecimal()
        return last.isdecimal() or (joined and (last == "." or _is_group(text, start)))
    if first in _CHINESE_DIGITS or first in _CHINESE_SCALES:
        return last.isdecimal() or last in _CHINESE_DIGITS or last in _CHINESE_SCALES
    return _is_latin(first) and _is_latin(last)


def _ends_inside(text: str, end: int) -> bool:
    """True where the character at `end` continues a number or a Latin word."""
    if end == len(text):
        return False
    last, following = text[end - 1], text[end]
    if last.isdecimal():
        rest = following in ".," and end + 1 < len(text) and text[end + 1].isdecimal()
        goes_on = following.isdecimal() or (rest and (following == "." or _is_group(text, end + 1)))
        return goes_on or following in _CHINESE_SCALES
    if last in _CHINESE_DIGITS or last in _CHINESE_SCALES:
        return following in _CHINESE_SCALES
    return _is_latin(last) and _is_latin(following)


def _is_group(text: str, start: int) -> bool:
    """True where exactly three digits stand at `start`: behind a comma they belong to the number before it."""
    return re.match(r"\d{3}(?!\d)", text[start : start + 4]) is not None


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
