"""The editions that a query names by their years, finished or still being typed."""

import re
from collections.abc import Collection, Iterator

from wmc_tui.model.units import COMMON_CLASSIFIERS
from wmc_tui.search.query.numbers import NO_CLASSIFIERS, Span

# A year stands as a word: no digit, separator, letter or sign touches it. Behind a classifier it is an amount (2023项),
# unless that begins a word of its own (2023项目).
_BEFORE = r"(?<![0-9A-Za-z.,$€£¥+<>=≤≥~≈])"
_CLASSIFIER = rf"[十百千万亿兆余多个元米]|(?!{'|'.join(NO_CLASSIFIERS)})[{COMMON_CLASSIFIERS}]"
_BEHIND = rf"(?![0-9A-Za-z%+]|[.,][0-9]|{_CLASSIFIER})"
_YEAR = re.compile(rf"{_BEFORE}(20[0-9]{{2}})(?:年度?|[届屆])?{_BEHIND}(?:-(?=[0-9]))?")
_LINK = r"(?: ?(?:\.{2,3}|…|-|–|—|~|至|到) ?| to )"
_YEARS = re.compile(rf"{_BEFORE}(20[0-9]{{2}})年?{_LINK}(20[0-9]{{2}})(?:年度?|[届屆])?{_BEHIND}")
_BEGUN = re.compile(r"(?<![^\s\"”」』年,，;；])(?:20|20[0-9])$")
_LONGEST_BEGUN = 3


def find_editions(text: str, editions: Collection[int]) -> tuple[frozenset[int], list[Span]]:
    """Those of the editions that a text names, and where."""
    named: set[int] = set()
    spans = []
    for first, last, span in _years(text):
        years = [year for year in editions if first <= year <= last]
        if years:
            named.update(years)
            spans.append(span)
    return frozenset(named), spans


def find_begun_year(text: str, editions: Collection[int]) -> Span | None:
    """Where a text ends with the beginning of the year of an edition: `202`, `20`; None where it does not.

    Only what has something before it is one: alone it is a number like any other.
    """
    begun = _BEGUN.search(text, max(0, len(text) - _LONGEST_BEGUN))
    if begun is None or not text[: begun.start()].strip():
        return None
    return begun.span() if any(str(year).startswith(begun[0]) for year in editions) else None


def _years(text: str) -> Iterator[tuple[int, int, Span]]:
    """First and last year of each span of years in a text, in order."""
    place = 0
    while year := _YEAR.search(text, place):
        span = _YEARS.match(text, year.start())
        if span and span[1] < span[2]:
            yield int(span[1]), int(span[2]), span.span()
            place = span.end()
        else:
            yield int(year[1]), int(year[1]), year.span()
            place = year.end()
