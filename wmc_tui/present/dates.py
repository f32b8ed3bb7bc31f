"""Dates and spans of days in the words of each language."""

import re
from datetime import date

from wmc_tui.model import Bilingual

_MONTHS = (
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)

_Day = tuple[int, int, int]
"""Year, month, day; 0 for what is not said."""


def dates(start: date | None, end: date | None = None) -> Bilingual:
    """A day or a span of days: `20-24 September 2023`, `2023年9月20日至24日`; empty where neither is known."""
    known = [(day.year, day.month, day.day) for day in (start, end) if day is not None]
    return _span(known[0], known[-1]) if known else Bilingual()


def iso_dates(text: str) -> Bilingual | None:
    """The same for ISO 8601 (`2023`, `2023-09`, `2023-09-20`, `2023-09-20/2023-09-24`); None for anything else."""
    parts = [_day(part) for part in text.strip().split("/")]
    if len(parts) > 2 or None in parts:
        return None
    days = [part for part in parts if part is not None]
    return _span(days[0], days[-1])


def _day(text: str) -> _Day | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        date(year, month if found[2] else 1, day if found[3] else 1)
    except ValueError:
        return None
    return year, month, day


def _span(start: _Day, end: _Day) -> Bilingual:
    if start == end:
        return Bilingual(_english(start), _chinese(start))
    return Bilingual(_english_span(start, end), _chinese_span(start, end))


def _english(day: _Day) -> str:
    year, month, number = day
    return " ".join([str(number)] * (number > 0) + [_MONTHS[month - 1]] * (month > 0) + [str(year)])


def _english_span(start: _Day, end: _Day) -> str:
    """As few words as tell both ends: what they share is said once, at the end."""
    if start[2] and start[:2] == end[:2]:
        return f"{start[2]}-{_english(end)}"
    if start[1] and start[0] == end[0]:
        return f"{_english(start).removesuffix(f' {start[0]}')} to {_english(end)}"
    return f"{_english(start)} to {_english(end)}" if start[1] or end[1] else f"{start[0]}-{end[0]}"


def _chinese(day: _Day) -> str:
    return "".join(f"{number}{unit}" for number, unit in zip(day, "年月日", strict=True) if number)


def _chinese_span(start: _Day, end: _Day) -> str:
    """What the end shares with the start is not said again."""
    shared = 2 if start[:2] == end[:2] and end[2] else 1 if start[0] == end[0] and end[1] else 0
    rest = _chinese((0,) * shared + end[shared:])  # type: ignore[arg-type]
    return f"{_chinese(start)}至{rest}"
