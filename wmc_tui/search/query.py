"""What was typed, understood: filters, phrases, exclusions, ranges, editions, numbers, Latin words and Han runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wmc_tui.quantities.folding import fold as fold_quantities
from wmc_tui.search.fold import RUN, fold
from wmc_tui.search.known import Known
from wmc_tui.search.late import late
from wmc_tui.search.numbers import Number, numbers, significant
from wmc_tui.search.plain import blanked, plain
from wmc_tui.search.structure import Structure

if TYPE_CHECKING:
    from wmc_tui.search.filters import Filter
    from wmc_tui.search.ranges import Range

__all__ = ["LONGEST", "Number", "Query", "parse", "significant"]

LONGEST = 500
"""Characters of a query that are read for words and numbers, spaces and filters aside."""
_LONGEST_TYPED = 20_000
_SIGNS = frozenset(':-"“”„「」『』')
_MOST_TERMS = 24
# A year stands as a word: no digit, separator, letter or sign touches it, and no counted thing follows it at once.
_BEFORE = r"(?<![0-9A-Za-z.,$€£¥+<>=≤≥~≈])"
_BEHIND = r"(?![0-9A-Za-z%+]|[.,][0-9]|[十百千万亿兆余多个家项名人位场件次元米届])"
_YEAR = late(rf"{_BEFORE}(20[0-9]{{2}})年?{_BEHIND}(?:-(?=[0-9]))?")
_LINK = r"(?: ?(?:\.{2,3}|…|-|–|—|~|至|到) ?| to )"
_YEARS = late(rf"{_BEFORE}(20[0-9]{{2}})年?{_LINK}(20[0-9]{{2}})年?{_BEHIND}")
_WORD = re.compile(r"\S+")


@dataclass(slots=True, eq=False, repr=False)
class Query:
    """A query, understood. All of it is simplified Chinese where the index knows how."""

    folded: str
    """All of it."""
    rest: str
    """The same without editions, filters, exclusions and comparisons by signs, with single spaces."""
    years: frozenset[int]
    """Editions that it names."""
    numbers: tuple[Number, ...]
    """Its numbers."""
    words: tuple[str, ...]
    """Its words in Latin and other letters, in order, once each."""
    runs: tuple[str, ...]
    """Its Han runs, in order, once each."""
    phrases: tuple[str, ...] = ()
    """What stood in quotes, folded, with single spaces."""
    excluded: tuple[str, ...] = ()
    """Words and phrases behind a minus sign, folded, with single spaces."""
    ranges: tuple[Range, ...] = ()
    """Its ranges and comparisons, all of which must hold; what has `folded` in full answers nevertheless."""
    filters: tuple[Filter, ...] = ()
    """Its filters, wrong ones included."""
    clean: str = ""
    """What was typed without filters, phrases, exclusions and ranges, with single spaces."""
    text: str = ""
    """As typed, where all places stand."""


def parse(text: str, known: Known | Container[int]) -> Query:
    """Understand a query by what the index knows, or by the years of its editions alone; any text will do."""
    if not isinstance(known, Known):
        known = Known(year for year in range(2000, 2100) if year in known)
    text = text[:_LONGEST_TYPED]
    structure = _taken_apart(text, known)
    left = structure.left[: _end_of(structure.left)]
    years, dated = _editions(left, known)
    undated = blanked(left, dated)
    readable = fold_quantities(undated)
    counted = numbers(undated, readable, text)
    all_ranges = sorted(counted.ranges, key=lambda one: one.start)
    by_sign = [(one.start, one.end) for one in all_ranges if not one.worded]
    rest = blanked(structure.kept[: len(left)], sorted([*dated, *by_sign]))
    words, runs = _terms(" ".join([counted.left, *counted.nouns]))
    return Query(
        folded=_folded(text[:LONGEST].translate(known.simplified)),
        rest=_spaced(_folded(rest)),
        years=years,
        numbers=tuple(counted.found[:_MOST_TERMS]),
        words=words,
        runs=runs,
        phrases=_some(structure.phrases),
        excluded=_some(structure.excluded),
        ranges=tuple(all_ranges),
        filters=tuple(structure.filters),
        text=text,
        clean=_spaced(blanked(left, ((one.start, one.end) for one in all_ranges))),
    )


def _taken_apart(text: str, known: Known) -> Structure:
    simple = plain(text).translate(known.simplified)
    if _SIGNS.isdisjoint(simple):
        return Structure(left=simple, kept=simple)
    from wmc_tui.search.signs import split

    return split(simple, known)


def ready(known: Known) -> None:
    """Import and build what only some queries need, so that none of them waits for it."""
    known.ready()
    parse("两千 half a billion edtion:1", known)


def _end_of(text: str) -> int:
    """Where the part of a query ends that is read: behind so many characters that are no spaces."""
    count = 0
    for word in _WORD.finditer(text):
        count += word.end() - word.start()
        if count >= LONGEST:
            return word.end() - (count - LONGEST)
    return len(text)


def _editions(text: str, known: Known) -> tuple[frozenset[int], list[tuple[int, int]]]:
    """The editions that a text names, and where."""
    found: set[int] = set()
    spans = []
    for first, last, span in _years(text):
        meant = [year for year in known.editions if first <= year <= last]
        if meant:
            found.update(meant)
            spans.append(span)
    return frozenset(found), spans


def _years(text: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """First and last year of each span of years in a text, in order."""
    if "20" not in text:
        return
    done = 0
    for several in _YEARS().finditer(text):
        first, last = int(several[1]), int(several[2])
        if first < last:
            yield from _single(text, done, several.start())
            yield first, last, several.span()
            done = several.end()
    yield from _single(text, done, len(text))


def _single(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, int]]]:
    for one in _YEAR().finditer(text):
        if start <= one.start() and one.end() <= end:
            yield int(one[1]), int(one[1]), one.span()


def _folded(text: str) -> str:
    return fold(unicodedata.normalize("NFKC", text)[:LONGEST])


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _terms(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words and Han runs; digits are numbers and not among them."""
    found = list(RUN.finditer(fold(unicodedata.normalize("NFKC", text)[: 2 * LONGEST])))
    words = [run[0] for run in found if not run["digits"] and not run["han"]]
    return _some(words), _some([run[0] for run in found if run["han"]])


def _some(terms: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))[:_MOST_TERMS]
