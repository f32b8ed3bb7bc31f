"""The numbers of a query: by the light reader where it is sure, by the recogniser where only that can tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from wmc_tui.text.fold import RUN, blank_out, fold, remove_spaces

if TYPE_CHECKING:
    from wmc_tui.quantities.figure import Figure
    from wmc_tui.search.query.amounts import Amount
    from wmc_tui.search.query.ranges import Range

MOST = 24
"""Numbers of a query that are read."""
_NO_TOTALS = frozenset({"year", "date"})
_COMPARING = frozenset({"over", "at_least", "less_than", "up_to", "about"})
_COMPARED = frozenset({"number", "count", "currency", "percent", "percentage_point", "measure"})
_DIGITS = frozenset("0123456789")
_NUMERALS = _DIGITS | frozenset("零一二三四五六七八九十百千万亿兆两俩半几数分")
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety"
    " dozen dozens hundred hundreds thousand thousands million millions billion billions trillion trillions".split()
)
# What the light reader leaves alone and the recogniser may read: digits that are no part of a name, numbers in words.
_NUMBER = re.compile(
    r"(?<![a-z0-9])[0-9]+(?![0-9]|[a-z](?![a-z]))"
    r"|[零一二三四五六七八九十百千两俩几数半][余多]?[十百千万亿兆个家项名人位场件次元年月日天届成倍]|分之"
    rf"|(?<![a-z])(?:{'|'.join(sorted(_NUMBER_WORDS))})(?![a-z])"
)
# 5G, 3D, H200: names, whatever a recogniser of quantities may see in small letters.
_NAME = re.compile(r"(?<![a-z0-9])(?:[0-9]+[a-z]|[a-z]+[0-9]+[a-z]?)(?![a-z0-9])")
_ONLY_DIGITS = re.compile(r"[0-9\s.,~–—-]+")


@dataclass(slots=True, eq=False, repr=False)
class Number:
    """A number in a query."""

    value: Decimal | None
    """Its amount; None where only its digits are known, as in a name or a number half typed."""
    unit: str | None
    """As in Fact.unit; None where the query names none."""
    digits: str
    """Its significant digits: 4471 for 447.1 billion."""
    bare: bool
    """True where neither a scale nor a unit was typed for sure, so the digits may stand for any size."""
    qualifier: str
    """As in Fact.qualifier."""
    text: str
    """As typed, folded."""
    bound: bool = False
    """Whether one of the query's ranges says it too ("over 430"): it ranks what equals it, but nothing need equal it."""
    start: int = 0
    """Where it stands in the query as typed, in code points."""
    end: int = 0
    """One past its last code point."""


@dataclass(slots=True, eq=False, repr=False)
class Numbers:
    """What was read of a query's numbers."""

    numbers: list[Number] = field(default_factory=list)
    """In order."""
    ranges: list[Range] = field(default_factory=list)
    """Ranges and comparisons, in order."""
    nouns: list[str] = field(default_factory=list)
    """What they count, as typed."""
    hedges: list[tuple[int, int]] = field(default_factory=list)
    """Where words stand that say how their number is meant: nearly, 近, expected."""
    left: str = ""
    """The query with spaces in place of numbers in digits, and as long; numbers in words may be part of a name."""


def significant(value: Decimal) -> str:
    """The digits of a number without the zeros at either end: what 447.1 billion, 4471亿 and 447100 share."""
    return "".join(map(str, value.as_tuple().digits)).strip("0") or "0"


def read_numbers(simple: str, readable: str, text: str) -> Numbers:
    """The numbers of a query, and its ranges.

    `simple` is the query with spaces in place of what is no word or number, `readable` the same folded by
    `wmc_tui.quantities.normalise`, `text` as typed; all are alike in length.
    """
    result = Numbers(left=simple)
    in_digits = not _DIGITS.isdisjoint(readable)
    if in_digits:
        spans = _read_amounts(readable, text, result)
        result.left, readable = blank_out(simple, spans), blank_out(readable, spans)
    if len(result.numbers) < MOST and _may_be_number(readable):
        _read_figures(readable, text, result)
    if in_digits:
        for run in RUN.finditer(fold(result.left)):
            if run["digits"] and len(result.numbers) < MOST:
                digits = run[0].strip("0") or "0"
                result.numbers.append(Number(None, None, digits, True, "exact", run[0], False, *run.span()))
    result.numbers.sort(key=lambda number: number.start)
    result.ranges.sort(key=lambda range: range.start)
    return result


def _may_be_number(readable: str) -> bool:
    if _NUMERALS.isdisjoint(readable) and _NUMBER_WORDS.isdisjoint(readable.replace("-", " ").split()):
        return False
    return _NUMBER.search(readable) is not None


def _read_amounts(readable: str, text: str, result: Numbers) -> list[tuple[int, int]]:
    """Read numbers in digits, and the ranges and comparisons of them; returns where they stand."""
    from wmc_tui.search.query.amounts import next_amount

    only = next_amount(text, readable)
    if only is None or not (readable[: only.start] + readable[only.end :]).strip():
        return [_add(only, readable, "exact", result)] if only else []
    from wmc_tui.search.query.ranges import readings

    spans = []
    for reading in readings(text, readable):
        wanted, amount = reading.range, reading.amount
        if wanted:
            result.ranges.append(wanted)
            spans.append((wanted.start, wanted.end))
            if reading.qualifier != "exact":
                _add(amount, readable, reading.qualifier, result, bound=True)
        elif len(result.numbers) < MOST:
            _add(amount, readable, reading.qualifier, result)
            spans.append((reading.start, amount.end))
            if reading.start < amount.start:
                result.hedges.append((reading.start, amount.start))
    return spans


def _add(amount: Amount, readable: str, qualifier: str, result: Numbers, *, bound: bool = False) -> tuple[int, int]:
    """Add the number of an amount; returns where it stands."""
    text = remove_spaces(fold(readable[amount.start : amount.end]))
    digits = significant(amount.value)
    span = amount.start, amount.end
    result.numbers.append(Number(amount.value, amount.unit, digits, amount.bare, qualifier, text, bound, *span))
    if amount.noun:
        result.nouns.append(amount.noun)
    return span


def _read_figures(readable: str, text: str, result: Numbers) -> None:
    """Read what only the whole recogniser reads in what is left: numbers in words, fractions, 三十多."""
    from wmc_tui.quantities.recogniser import recognise

    spans: list[tuple[int, int]] = []
    names = _NAME.sub(lambda name: " " * len(name[0]), readable)
    simple = "".join(" " if name == " " else letter for letter, name in zip(result.left, names, strict=True))
    for figure in recognise(simple)[:MOST]:
        wanted = _range_of(figure, text, readable, spans[-1][1] if spans else 0)
        if wanted:
            result.ranges.append(wanted)
        elif figure.value is None or figure.kind in _NO_TOTALS:
            continue
        if figure.value is not None:
            result.numbers.append(_number_of(figure, bound=wanted is not None))
        if figure.noun:
            result.nouns.append(figure.noun)
        if wanted or any(character.isdecimal() for character in figure.text) or _is_run(figure, simple):
            spans.append((wanted.start if wanted else figure.start, figure.end))
    result.left = blank_out(result.left, spans)


def _is_run(figure: Figure, simple: str) -> bool:
    """Whether a number in Chinese words is all of its run, and so no part of a name: 一万亿, not 五百强."""
    around = simple[figure.start - 1 : figure.start] + simple[figure.end : figure.end + 1]
    return figure.value is not None and not figure.text.isascii() and not any(map(str.isalnum, around))


def _range_of(figure: Figure, text: str, readable: str, place: int) -> Range | None:
    if figure.kind not in _COMPARED:
        return None
    from wmc_tui.search.query.ranges import Range, compare, comparison_before

    _, begin = comparison_before(readable, place, figure.start)
    span = begin, figure.end
    unit = _unit(figure)
    if figure.value is not None:
        if figure.qualifier not in _COMPARING:
            return None
        return compare(figure.value, figure.qualifier, unit, span, text, bare=False, worded=True)
    if figure.low is None or figure.high is None or _ONLY_DIGITS.fullmatch(figure.text):
        return None
    return Range(figure.low, figure.high, True, True, unit, text[slice(*span)], *span, False, True)


def _unit(figure: Figure) -> str | None:
    return figure.unit if figure.unit != "count" or figure.noun else None


def _number_of(figure: Figure, *, bound: bool) -> Number:
    assert figure.value is not None
    bare = all(character in "0123456789.," for character in figure.text)
    text = remove_spaces(fold(figure.text))
    digits = significant(figure.value)
    span = figure.start, figure.end
    return Number(figure.value, _unit(figure), digits, bare, figure.qualifier, text, bound, *span)
