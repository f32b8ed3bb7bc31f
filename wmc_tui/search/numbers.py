"""The numbers of a query: by the light reader where it is sure, by the recogniser where only that can tell."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from wmc_tui.quantities.figure import Figure
from wmc_tui.quantities.folding import fold as fold_quantities
from wmc_tui.search.amounts import Amount, read
from wmc_tui.search.fold import RUN, fold, packed
from wmc_tui.search.plain import blanked
from wmc_tui.search.ranges import Found, Range, compared, comparison_before

MOST = 24
"""Numbers of a query that are read."""
_NO_TOTALS = frozenset({"year", "date"})
_COMPARING = frozenset({"over", "at_least", "less_than", "up_to", "about"})
# What the light reader leaves alone and the recogniser may read: digits that are no part of a name, numbers in words.
_MAY_BE_NUMBER = re.compile(
    r"(?<![a-z0-9])[0-9]+(?![a-z0-9])"
    r"|[零一二三四五六七八九十百千两俩几数半][余多]?[十百千万亿兆个家项名人位场件次元年月日天届成倍]|分之"
    r"|(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|percent)(?![a-z])"
)
_HEDGE = re.compile(
    r"(?:(?P<nearly>nearly|almost|close to|将?近|接近)|(?P<expected>expected|预计|预期))(?: to be| of|达|为)?\s*$"
)
_FURTHEST_HEDGE = 24
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

    found: list[Number] = field(default_factory=list)
    """In order."""
    ranges: list[Range] = field(default_factory=list)
    """Ranges and comparisons in words that only the recogniser reads."""
    nouns: list[str] = field(default_factory=list)
    """What they count, as typed."""
    left: str = ""
    """The query with spaces in place of numbers in digits, and as long; numbers in words may be part of a name."""


def significant(value: Decimal) -> str:
    """The digits of a number without the zeros at either end: what 447.1 billion, 4471亿 and 447100 share."""
    return "".join(map(str, value.as_tuple().digits)).strip("0") or "0"


def numbers(simple: str, readable: str, compared_with: list[Found]) -> Numbers:
    """The numbers of a query.

    `simple` is the query with spaces in place of what is no word or number, `readable` the same folded by
    `wmc_tui.quantities.folding`, both as long as the query; `compared_with` are the ranges found there, whose numbers
    are not read again.
    """
    read_so_far = Numbers()
    beside = [(one.range.start, one.range.end) for one in compared_with]
    bound = [_number(one.amount, readable, one.qualifier) for one in compared_with if one.amount]
    read_so_far.nouns += [one.amount.noun for one in compared_with if one.amount and one.amount.noun]
    simple, readable = blanked(simple, beside), blanked(readable, beside)
    spans = _light(readable, read_so_far)
    left = blanked(simple, spans)
    if _MAY_BE_NUMBER.search(blanked(readable, spans)):
        left = _heavy(left, read_so_far)
    for run in RUN.finditer(fold(left)):
        if run["digits"] and len(read_so_far.found) < MOST:
            digits = run[0].strip("0") or "0"
            read_so_far.found.append(Number(None, None, digits, True, "exact", run[0], False, *run.span()))
    read_so_far.found += [replace(one, bound=True) for one in bound]
    read_so_far.found.sort(key=lambda one: one.start)
    read_so_far.left = left
    return read_so_far


def _light(readable: str, read_so_far: Numbers) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    place = 0
    while len(spans) < MOST and (amount := read(readable, place)):
        hedge = _HEDGE.search(readable, max(0, amount.start - _FURTHEST_HEDGE), amount.start)
        read_so_far.found.append(_number(amount, readable, (hedge and hedge.lastgroup) or "exact"))
        if amount.noun:
            read_so_far.nouns.append(amount.noun)
        spans.append((amount.start, amount.end))
        place = amount.end
    return spans


def _number(amount: Amount, readable: str, qualifier: str) -> Number:
    unit = amount.unit
    text = packed(fold(readable[amount.start : amount.end]))
    digits = significant(amount.value)
    return Number(amount.value, unit, digits, amount.bare, qualifier, text, False, amount.start, amount.end)


def _heavy(left: str, read_so_far: Numbers) -> str:
    """Read what the recogniser finds; returns what is left of the text."""
    from wmc_tui.quantities.recogniser import recognise

    gone = []
    readable = fold_quantities(left)
    for figure in recognise(left)[:MOST]:
        one = _range_of(figure, left, readable)
        if one:
            read_so_far.ranges.append(one)
        elif figure.value is None or figure.kind in _NO_TOTALS:
            continue
        if figure.value is not None:
            read_so_far.found.append(_number_of(figure, bound=one is not None))
        if figure.noun:
            read_so_far.nouns.append(figure.noun)
        if one or any(character.isdecimal() for character in figure.text):
            gone.append((one.start if one else figure.start, figure.end))
    return blanked(left, gone)


def _range_of(figure: Figure, text: str, readable: str) -> Range | None:
    before = comparison_before(readable, 0, figure.start)
    span = before.start() if before else figure.start, figure.end
    if figure.kind in ("number", "count", "currency", "percent", "percentage_point", "measure"):
        unit = _unit(figure)
        if figure.value is not None and figure.qualifier in _COMPARING:
            one = compared(figure.value, figure.qualifier, unit, span, text, bare=False)
            return replace(one, worded=True)
        both = figure.low is not None and figure.high is not None
        if figure.value is None and both and not _ONLY_DIGITS.fullmatch(figure.text):
            return Range(figure.low, figure.high, True, True, unit, text[slice(*span)], *span, False, True)
    return None


def _unit(figure: Figure) -> str | None:
    return figure.unit if figure.unit != "count" or figure.noun else None


def _number_of(figure: Figure, *, bound: bool) -> Number:
    assert figure.value is not None
    bare = all(character in "0123456789.," for character in figure.text)
    text = packed(fold(figure.text))
    digits = significant(figure.value)
    span = figure.start, figure.end
    return Number(figure.value, _unit(figure), digits, bare, figure.qualifier, text, bound, *span)
