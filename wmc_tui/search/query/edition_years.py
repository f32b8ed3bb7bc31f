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


def find_editions(text: str, known: Collection[int]) -> tuple[frozenset[int], list[Span]]:
    """The editions, of those known, that a text names, and where."""
    editions: set[int] = set()
    spans = []
    for first, last, span in _years(text):
        named = [year for year in known if first <= year <= last]
        if named:
            editions.update(named)
            spans.append(span)
    return frozenset(editions), spans


def find_begun_year(text: str, known: Collection[int]) -> Span | None:
    """Where a text ends with the beginning of the year of an edition: `202`, `20`; None where it does not.

    Only what has something before it is one: alone it is a number like any other.
    """
    begun = _BEGUN.search(text, max(0, len(text) - _LONGEST_BEGUN))
    if begun is None or not text[: begun.start()].strip():
        return None
    return begun.span() if any(str(year).startswith(begun[0]) for year in known) else None


def _years(text: str) -> Iterator[tuple[int, int, Span]]:
    """First and last year of each span of years in a text, in order."""
    done = 0
    for span in _YEARS.finditer(text):
        first, last = int(span[1]), int(span[2])
        if first < last:
            yield from _single(text, done, span.start())
            yield first, last, span.span()
            done = span.end()
    yield from _single(text, done, len(text))


def _single(text: str, start: int, end: int) -> Iterator[tuple[int, int, Span]]:
    for year in _YEAR.finditer(text, start):
        if year.end() > end:
            return
        yield int(year[1]), int(year[1]), year.span()
