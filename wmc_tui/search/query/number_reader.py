"""The numbers of a query: by the recogniser's light part where it is sure, by all of it where only that can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wmc_tui.quantities.english_words import SCALES, WORDS
from wmc_tui.search.query.numbers import MOST, Number, Numbers, significant
from wmc_tui.text.fold import RUN, blank_out, fold, remove_spaces

if TYPE_CHECKING:
    from wmc_tui.search.query.amounts import Amount

_DIGITS = frozenset("0123456789")
_NUMERALS = _DIGITS | frozenset("零一二三四五六七八九十百千万亿兆两俩半几数分")
_NUMBER_WORDS = {*WORDS, *SCALES, "dozen"} - {"zero", "one", "nought", "naught"}


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
    if len(result.numbers) < MOST and _may_be_in_words(readable):
        from wmc_tui.search.query.range_reader import read_figures

        read_figures(readable, text, result)
    if in_digits:
        for run in RUN.finditer(fold(result.left)):
            if run["digits"] and len(result.numbers) < MOST:
                digits = run[0].strip("0") or "0"
                result.numbers.append(Number(None, None, digits, True, "exact", run[0], False, *run.span()))
    result.numbers.sort(key=lambda number: number.start)
    result.ranges.sort(key=lambda range: range.start)
    return result


def _may_be_in_words(readable: str) -> bool:
    """Whether it is worth loading the recogniser's words."""
    words = readable.replace("-", " ").split()
    return not _NUMERALS.isdisjoint(readable) or any(word.removesuffix("s") in _NUMBER_WORDS for word in words)


def _read_amounts(readable: str, text: str, result: Numbers) -> list[tuple[int, int]]:
    """Read numbers in digits, and the ranges and comparisons of them; returns where they stand."""
    from wmc_tui.search.query.amounts import next_amount

    only = next_amount(text, readable)
    if only is None or not (readable[: only.start] + readable[only.end :]).strip():
        return [_add(only, readable, "exact", result)] if only else []
    from wmc_tui.search.query.range_reader import readings

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
