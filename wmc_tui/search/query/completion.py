"""What the word under the cursor may become: names of filters and their values."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.search.query.filter_values import FilterValues, Value, ValueTable, fold_value
from wmc_tui.search.query.filters import CHINESE, MEANINGS, NAMES, QUOTES, most_alike, name_of, quote_value
from wmc_tui.text.fold import to_half_width

_MOST = 12
_SHORTEST_ATTESTATION, _SHORTEST_MISSPELT = 3, 3
_NOWHERE = 4
_TYPED = re.compile(
    r"(?<![^\s(,，;；、。])-?(?:(?P<name>[A-Za-z_]{1,16}|[\u4e00-\u9fff]{1,4})"
    r"(?::(?P<value>[\"“「『][^\"“”「」『』]*|[^\s\"“”「」『』]*))?)$"
)
_CLOSING = re.compile(rf"[^{QUOTES}]*[{QUOTES}]")
_REST_OF_NAME = re.compile(r"(?:[A-Za-z_]+|[\u4e00-\u9fff]+)?:?")
_REST_OF_WORD = re.compile(r"[^\s\"“”「」『』]*")


class Completion(NamedTuple):
    """One way to go on."""

    text: str
    """What to write."""
    start: int
    """From where it replaces the query, in code points."""
    end: int
    """Up to where."""
    label: Bilingual
    """What it means."""
    records: int | None = None
    """How many records have it; None where nobody counted, and for names."""


def completions(text: str, cursor: int, filter_values: FilterValues) -> list[Completion]:
    """What the filter, or its name, that ends at the cursor may become; best first, empty where nothing fits.

    Names answer in the language that they are begun in, values in the language of the name or of themselves. Values
    that no record has are left out.
    """
    cursor = max(0, min(cursor, len(text)))
    plain = to_half_width(text)
    typed = _TYPED.search(plain, max(0, plain.rfind("\n", 0, cursor), cursor - 120), cursor)
    if typed is None:
        return []
    if typed["value"] is None:
        start, end = typed.start("name"), _end(_REST_OF_NAME, plain, cursor)
        return [] if _is_in_phrase(text, start, end) else list(_names(typed["name"], start, end, filter_values))[:_MOST]
    name = name_of(typed["name"])
    end = _end(_CLOSING if typed["value"].startswith(tuple(QUOTES)) else _REST_OF_WORD, plain, cursor)
    return _values(name, typed, end, filter_values) if name else []


def _end(pattern: re.Pattern[str], plain: str, cursor: int) -> int:
    match = pattern.match(plain, cursor)
    return match.end() if match else cursor


def _is_in_phrase(text: str, start: int, end: int) -> bool:
    """Whether quotes are opened before a word and closed behind it: then it names no filter."""
    marks = [place for place, character in enumerate(text) if character in QUOTES]
    return sum(place < start for place in marks) % 2 == 1 and any(place >= end for place in marks)


def _names(typed: str, start: int, end: int, filter_values: FilterValues) -> Iterator[Completion]:
    begun = [name for alias, name in NAMES.items() if alias.startswith(typed.lower())]
    for name in dict.fromkeys(begun):
        yield Completion(f"{name if typed.isascii() else CHINESE[name]}:", start, end, MEANINGS[name])
    if len(typed) >= _SHORTEST_ATTESTATION:
        for value in filter_values.table("is").values:
            if value.records != 0 and value.id.startswith(typed.lower()):
                yield Completion(f"is:{value.id}", start, end, value.label, value.records)


def _values(name: str, typed: re.Match[str], end: int, filter_values: FilterValues) -> list[Completion]:
    start, value = typed.start("value"), typed["value"]
    table = filter_values.table(name)
    if "," in value and not table.meant(value):
        last = value.rfind(",") + 1
        start, value = start + last, value[last:]
    wanted = value.strip(QUOTES)
    chinese = not (typed["name"] + wanted).isascii()
    return [
        Completion(
            quote_value(name, table.spelling(value, chinese=chinese)),
            start,
            end,
            value.label or Bilingual(value.id, value.id),
            value.records,
        )
        for value in _fitting(fold_value(wanted), table, in_order=name == "edition")
    ]


def _fitting(key: str, table: ValueTable, *, in_order: bool) -> list[Value]:
    """The values that may be meant: nearest first, then the commonest, then in the order of the library."""
    fitting = []
    for value, spellings in table.folded_spellings:
        distance = min(_distance(key, *spelling) for spelling in spellings)
        if value.records != 0 and distance < _NOWHERE:
            fitting.append(((distance, 0 if in_order else -(value.records or 0)), value))
    if not fitting and len(key) >= _SHORTEST_MISSPELT and (near := most_alike(table, key)):
        return [table.by_id[near]]
    return [value for _, value in sorted(fitting, key=lambda pair: pair[0])[:_MOST]]


def _distance(key: str, spelling: str, words: str) -> int:
    """0 for all of a spelling, 1 for its beginning, 2 for the beginning of a word, 3 for a piece, 4 for none of it."""
    if spelling.startswith(key):
        return 0 if spelling == key else 1
    return 2 if f" {key}" in words else 3 if key in spelling else _NOWHERE
