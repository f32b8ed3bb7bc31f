"""What was typed, understood: filters, phrases, exclusions, ranges, editions, numbers, Latin words and Han runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from wmc_tui.quantities.normalise import fold as fold_quantities
from wmc_tui.search.query.filter_values import FilterValues
from wmc_tui.search.query.filters import Structure, read_bare_filters, read_bare_hedge
from wmc_tui.search.query.number_reader import read_numbers
from wmc_tui.search.query.numbers import Number, Range, significant
from wmc_tui.text.fold import RUN, blank_out, fold, to_half_width

if TYPE_CHECKING:
    from wmc_tui.search.query.filters import Filter

__all__ = ["LONGEST", "Number", "Query", "parse", "significant"]

LONGEST = 500
"""Characters of a query that are read for words and numbers, spaces and filters aside."""
_LONGEST_TYPED = 5_000
_SIGNS = frozenset(':-"“”„「」『』')
_MOST_TERMS, _MOST_NUMBERS, _MOST_RANGES, _MOST_PIECES = 24, 12, 8, 12
"""Of a kind: more are no query but a text, which its first ones find."""
_WORD = re.compile(r"\S+")
_Item = TypeVar("_Item")
Span = tuple[int, int]
"""First code point and one past the last."""


@dataclass(slots=True, eq=False, repr=False)
class Query:
    """A query, understood."""

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
    dated: tuple[tuple[int, int], ...] = ()
    """Where its years stand, in code points."""
    text: str = ""
    """As typed, where all places stand."""


def parse(text: str, known: FilterValues | Container[int]) -> Query:
    """Understand a query by what the index knows, or by the years of its editions alone; any text will do."""
    if not isinstance(known, FilterValues):
        known = FilterValues(year for year in range(2000, 2100) if year in known)
    typed = text[:_LONGEST_TYPED]
    if typed.upper() == typed.lower() or not any(map(str.isdecimal, typed)):
        return _read(typed, known)
    from wmc_tui.search.query.spacing import part_glued

    apart, gaps = part_glued(typed, known.editions)
    query = _read(apart, known)
    if gaps:
        _restore_places(query, typed, gaps)
    return query


def _read(text: str, known: FilterValues) -> Query:
    structure = read_bare_filters(_take_apart(text, known), known)
    left = structure.left[: _end_of_reading(structure.left)]
    years, dated, begun = _find_years(left, text, known)
    structure = read_bare_hedge(structure, blank_out(left, dated), known)
    left = structure.left[: len(left)]
    named = tuple(dated)
    undated = blank_out(left, dated)
    if begun and begun[1] == len(left) and (structure.filters or structure.phrases):
        # The year of an edition is being typed: until it is there, it asks for nothing.
        dated, undated = [*dated, begun], blank_out(undated, [begun])
    counted = read_numbers(undated, fold_quantities(undated), text)
    if begun:
        _bind_begun_year(counted.numbers, begun)
    by_sign = [(range.start, range.end) for range in counted.ranges if not range.worded]
    rest = blank_out(structure.kept[: len(left)], sorted([*dated, *by_sign, *counted.hedges]))
    words, runs = _terms(" ".join([counted.left, *counted.nouns]))
    return Query(
        folded=_fold_whole(text[:LONGEST]),
        rest=_single_spaces(_fold_whole(rest)),
        years=years,
        numbers=_drop_repeats(counted.numbers, lambda number: (number.value, number.unit, number.text), _MOST_NUMBERS),
        words=words,
        runs=runs,
        phrases=_first_of_each(structure.phrases, _MOST_PIECES),
        excluded=_first_of_each(structure.excluded, _MOST_PIECES),
        ranges=_drop_repeats(
            counted.ranges, lambda range: (range.low, range.high, range.unit, range.worded), _MOST_RANGES
        ),
        filters=tuple(structure.filters),
        dated=named,
        text=text,
        clean=_single_spaces(blank_out(left, ((range.start, range.end) for range in counted.ranges))),
    )


def _find_years(left: str, text: str, known: FilterValues) -> tuple[frozenset[int], list[Span], Span | None]:
    """The editions that a query names, where, and where it ends with the beginning of a year."""
    if "20" not in left and "20" not in text:
        return frozenset(), [], None
    from wmc_tui.search.query.edition_years import find_begun_year, find_editions

    return *find_editions(left, known.editions), find_begun_year(text, known.editions)


def _restore_places(query: Query, text: str, gaps: tuple[int, ...]) -> None:
    """Let all places of a query stand in the text as typed, without the spaces put in at those places."""

    from wmc_tui.search.query.spacing import place_as_typed

    def span(start: int, end: int) -> Span:
        return place_as_typed(start, gaps), place_as_typed(end, gaps)

    query.text = text
    query.dated = tuple(span(*each) for each in query.dated)
    for number in query.numbers:
        number.start, number.end = span(number.start, number.end)
    spans = [span(each.start, each.end) for each in query.ranges]
    query.ranges = tuple(
        each._replace(start=start, end=end, text=text[start:end])
        for each, (start, end) in zip(query.ranges, spans, strict=True)
    )
    spans = [span(each.start, each.end) for each in query.filters]
    query.filters = tuple(
        each._replace(start=start, end=end) for each, (start, end) in zip(query.filters, spans, strict=True)
    )


def _bind_begun_year(numbers: list[Number], begun: tuple[int, int]) -> None:
    """Let a number that is perhaps the beginning of a year rank what equals it, and nothing more."""
    for number in numbers:
        if (number.start, number.end) == begun and len(number.digits) > 2:
            number.bound = True


def _take_apart(text: str, known: FilterValues) -> Structure:
    simple = to_half_width(text)
    if _SIGNS.isdisjoint(simple):
        return Structure(left=simple, kept=simple)
    from wmc_tui.search.query.syntax import split

    return split(simple, known)


def ready(known: FilterValues) -> None:
    """Import and build what only some queries need, so that none of them waits for it."""
    known.ready()
    parse("两千 half a billion edtion:1", known)


def _end_of_reading(text: str) -> int:
    """Where the part of a query ends that is read: behind so many characters that are no spaces."""
    count = 0
    for word in _WORD.finditer(text):
        count += word.end() - word.start()
        if count >= LONGEST:
            return word.end() - (count - LONGEST)
    return len(text)


def _fold_whole(text: str) -> str:
    return fold(unicodedata.normalize("NFKC", text)[:LONGEST])


def _single_spaces(text: str) -> str:
    return " ".join(text.split())


def _terms(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words and Han runs; digits are numbers and not among them."""
    runs = list(RUN.finditer(fold(unicodedata.normalize("NFKC", text)[: 2 * LONGEST])))
    words = [run[0] for run in runs if not run["digits"] and not run["han"]]
    return _first_of_each(words), _first_of_each([run[0] for run in runs if run["han"]])


def _first_of_each(terms: list[str], most: int = _MOST_TERMS) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))[:most]


def _drop_repeats(items: list[_Item], key: Callable[[_Item], object], most: int) -> tuple[_Item, ...]:
    """The first of each that say the same."""
    first: dict[object, _Item] = {}
    for item in items:
        first.setdefault(key(item), item)
    return tuple(first.values())[:most]
