"""What was typed, understood: filters, phrases, exclusions, ranges, editions, numbers, Latin words and Han runs."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from wmc_tui.quantities.normalise import fold as fold_quantities
from wmc_tui.search.query.filter_values import FilterValues
from wmc_tui.search.query.filters import QUOTES, Filter, Structure, read_bare_filters, read_bare_hedge
from wmc_tui.search.query.numbers import Number, Numbers, Range, Span, may_have_numbers
from wmc_tui.text.fold import RUN, blank_out, fold, to_half_width

LONGEST = 500
"""Characters of a query that are read for words and numbers, spaces and filters aside."""
_LONGEST_TYPED = 5_000
_SIGNS = frozenset(f":-{QUOTES}")
_MOST_TERMS, _MOST_NUMBERS, _MOST_RANGES, _MOST_PIECES = 24, 12, 8, 12
"""Of a kind: more are no query but a text, which its first ones find."""
_WORD = re.compile(r"\S+")
_Item = TypeVar("_Item")
_Placed = TypeVar("_Placed", Number, Range, Filter)


class Query(NamedTuple):
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
    dated: tuple[Span, ...] = ()
    """Where its years stand, in code points."""
    text: str = ""
    """As typed, where all places stand."""


def parse(text: str, filter_values: FilterValues) -> Query:
    """Understand a query by what the index knows; any text will do."""
    typed = apart = text[:_LONGEST_TYPED]
    gaps: tuple[int, ...] = ()
    if typed.upper() != typed.lower() and any(map(str.isdecimal, typed)):
        from wmc_tui.search.query.spacing import part_glued

        apart, gaps = part_glued(typed, filter_values.editions)
    query = _read(apart, filter_values)
    ranges = _move(query.ranges, gaps)
    return query._replace(
        text=typed,
        dated=tuple((place_as_typed(start, gaps), place_as_typed(end, gaps)) for start, end in query.dated),
        numbers=_move(query.numbers, gaps),
        ranges=tuple(range._replace(text=typed[range.start : range.end]) for range in ranges),
        filters=_move(query.filters, gaps),
    )


def _move(items: Iterable[_Placed], gaps: Sequence[int]) -> tuple[_Placed, ...]:
    """The same with the places where they stand in the text as typed."""
    return tuple(
        item._replace(start=place_as_typed(item.start, gaps), end=place_as_typed(item.end, gaps)) for item in items
    )


def place_as_typed(place: int, gaps: Sequence[int]) -> int:
    """Where a place of a text stands without the spaces that `spacing.part_glued` put in at `gaps`."""
    return place - bisect_left([gap + number for number, gap in enumerate(gaps)], place)


def _read(text: str, filter_values: FilterValues) -> Query:
    structure = _take_apart(text, filter_values)
    read_bare_filters(structure)
    length = _end_of_reading(structure.left)
    years, dated, begun = _find_years(structure.left[:length], text, filter_values)
    read_bare_hedge(structure, blank_out(structure.left[:length], dated), filter_values)
    left = structure.left[:length]
    blanks, undated = dated, blank_out(left, dated)
    if begun and begun[1] == length and (structure.filters or structure.phrases):
        # The year of an edition is being typed: until it is there, it asks for nothing.
        blanks, undated = [*dated, begun], blank_out(undated, [begun])
    counted = _read_numbers(undated, text)
    # A number that is perhaps the beginning of a year ranks what equals it, and nothing more.
    numbers = [
        number._replace(bound=True) if (number.start, number.end) == begun and len(number.digits) > 2 else number
        for number in counted.numbers
    ]
    by_sign = [(range.start, range.end) for range in counted.ranges if not range.worded]
    rest = blank_out(structure.with_phrases[:length], sorted([*blanks, *by_sign, *counted.hedges]))
    words, runs = _terms(" ".join([counted.left, *counted.nouns]))
    return Query(
        folded=_fold_whole(text[:LONGEST]),
        rest=_single_spaces(_fold_whole(rest)),
        years=years,
        numbers=_distinct(numbers, _MOST_NUMBERS, lambda number: (number.value, number.unit, number.text)),
        words=words,
        runs=runs,
        phrases=_distinct(structure.phrases, _MOST_PIECES),
        excluded=_distinct(structure.excluded, _MOST_PIECES),
        ranges=_distinct(counted.ranges, _MOST_RANGES, lambda range: (range.low, range.high, range.unit, range.worded)),
        filters=tuple(structure.filters),
        dated=tuple(dated),
        clean=_single_spaces(blank_out(left, ((range.start, range.end) for range in counted.ranges))),
    )


def _read_numbers(undated: str, text: str) -> Numbers:
    folded = fold_quantities(undated)
    if not may_have_numbers(folded):
        return Numbers(undated)
    from wmc_tui.search.query.number_reader import read_numbers

    return read_numbers(undated, folded, text)


def _find_years(left: str, text: str, filter_values: FilterValues) -> tuple[frozenset[int], list[Span], Span | None]:
    """The editions that a query names, where, and where it ends with the beginning of a year."""
    if "20" not in left and "20" not in text:
        return frozenset(), [], None
    from wmc_tui.search.query.edition_years import find_begun_year, find_editions

    return *find_editions(left, filter_values.editions), find_begun_year(text, filter_values.editions)


def _take_apart(text: str, filter_values: FilterValues) -> Structure:
    simple = to_half_width(text)
    if _SIGNS.isdisjoint(simple):
        return Structure(simple)
    from wmc_tui.search.query.syntax import split

    return split(simple, filter_values)


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
    return _distinct(words, _MOST_TERMS), _distinct([run[0] for run in runs if run["han"]], _MOST_TERMS)


def _distinct(items: Iterable[_Item], most: int, key: Callable[[_Item], object] = str) -> tuple[_Item, ...]:
    """The first of each that say the same, at most so many."""
    first: dict[object, _Item] = {}
    for item in items:
        first.setdefault(key(item), item)
    return tuple(first.values())[:most]
