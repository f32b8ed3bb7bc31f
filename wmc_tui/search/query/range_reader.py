"""Ranges and comparisons in a query: `>100bn`, `100..200 亿`, `~16000`, `over 90%`, 不少于600.

All texts here are folded by `wmc_tui.quantities.normalise`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model.units import COMMON_CLASSIFIERS
from wmc_tui.quantities.english_words import SCALES, WORDS
from wmc_tui.search.query.amounts import Amount, amount_at, is_followed_by_number, next_amount
from wmc_tui.search.query.numbers import MOST, Number, Numbers, Range, significant
from wmc_tui.text.fold import blank_out, fold, remove_spaces

if TYPE_CHECKING:
    from wmc_tui.quantities.figure import Figure

Span = tuple[int, int]
"""First code point and one past the last."""
_NO_TOTALS = frozenset({"year", "date"})
_COMPARED = frozenset({"number", "count", "currency", "percent", "percentage_point", "measure"})
# What is left by amounts and may be a figure: digits that are no part of a name, numerals before a unit, words.
_FIGURE = re.compile(
    r"(?<![a-z0-9])[0-9]+(?![0-9]|[a-z](?![a-z]))"
    rf"|[零一二三四五六七八九十百千两俩几数半][余多]?[十百千万亿兆元年月日天届成倍{COMMON_CLASSIFIERS}]|分之"
    rf"|(?<![a-z])(?:{'|'.join(sorted({*WORDS, *SCALES} - {'zero', 'one'}))}|dozen)s?(?![a-z])"
)
# 5G, 3D, H200: names, whatever a recogniser of quantities may see in small letters.
_NAME = re.compile(r"(?<![a-z0-9])(?:[0-9]+[a-z]|[a-z]+[0-9]+[a-z]?)(?![a-z0-9])")
_ONLY_DIGITS = re.compile(r"[0-9\s.,~–—-]+")
_TENTH = Decimal("0.1")
_MOST = 48
"""Numbers of a query that are looked at."""
_WIDEST_GAP = 2
_FURTHEST = 24
"""Characters before an amount in which a comparison may begin."""
_COMPARING = frozenset(("over", "at_least", "less_than", "up_to", "about"))
"""Hedges that a query means as a range."""
_EMPHATIC = ("高达", "多达", "as many", "as much", "as high", "as large")
"""Hedges that dwell on how much it is; who types them asks for the number itself."""
_SIGNS = {">": "over", "<": "less_than", "~": "about", "≈": "about", "≒": "about"}
_SIGNS |= dict.fromkeys((">=", "=>", "≥", "≧", "⩾"), "at_least") | dict.fromkeys(("<=", "=<", "≤", "≦", "⩽"), "up_to")
_SIGN = re.compile(r"(?<![-=<>~])(?:[<>]=?|=[<>]|[≥≧⩾≤≦⩽~≈≒])$")
_BETWEEN = re.compile(r"(?<![a-z])(?:between|from|介于|在|从)\s{0,2}$")
_LINK = re.compile(
    r"\s{0,2}(?P<dots>\.{2,3}|…|⋯|~)\s{0,2}|\s{0,2}(?P<dash>-|–|—|至|到)\s{0,2}|(?P<to> to )\s{0,2}|\s{0,2}(?P<and>and |与|和)\s{0,2}"
)
_CLOSING = re.compile(r"\s{0,2}(?:之间|间)")
_CODE = re.compile(r"0[0-9]")
_NO_RANGE_BEHIND = re.compile(r"[-/][0-9]|[年月日号届]")


class Reading(NamedTuple):
    """An amount of a query, and what is said about it."""

    amount: Amount
    """The amount; of a range the lower end."""
    range: Range | None = None
    """What it is an end of."""
    qualifier: str = "exact"
    """How words hedge it, as in Fact.qualifier; only a comparison in words has a number that a publication may write so."""
    start: int = 0
    """Where it begins, its hedge included."""


def readings(text: str, folded: str) -> Iterator[Reading]:
    """The amounts of a query in order, ranges in one; `folded` is as long as `text`, which is as typed."""
    place = 0
    for _ in range(_MOST):
        amount = next_amount(text, folded, place)
        if amount is None:
            return
        reading = _read_comparison(folded, text, amount, place) or _read_between(folded, text, amount, place)
        if reading or not is_followed_by_number(folded, amount):
            reading = reading or _read_plain(folded, amount, place)
            yield reading
        place = max(reading.range.end if reading and reading.range else 0, amount.end)


def compare(value: Decimal, hedge: str, unit: str | None, span: Span, text: str, *, bare: bool, worded: bool) -> Range:
    """The values that a hedge allows, as in Fact.qualifier; about reaches a tenth to either side."""
    reach = abs(value) * _TENTH if hedge == "about" else Decimal(0)
    return Range(
        low=None if hedge in ("less_than", "up_to") else value - reach,
        high=None if hedge in ("over", "at_least") else value + reach,
        low_closed=hedge != "over",
        high_closed=hedge != "less_than",
        unit=unit,
        text=text[slice(*span)],
        start=span[0],
        end=span[1],
        bare=bare,
        worded=worded,
    )


def comparison_before(folded: str, place: int, end: int) -> tuple[str, int]:
    """The hedge in words, from `place` on, that ends at `end` and means a range, and where it begins; "" for none."""
    hedge, begin = _hedge_before(folded, place, end)
    if hedge in _COMPARING and not folded.startswith(_EMPHATIC, begin):
        return hedge, begin
    return "", end


def _hedge_before(folded: str, place: int, end: int) -> tuple[str, int]:
    before = folded[max(place, end - _FURTHEST) : end]
    # A wider gap is where a filter or a phrase stood.
    if not before.strip() or len(before) - len(before.rstrip()) > _WIDEST_GAP:
        return "exact", end
    from wmc_tui.quantities.hedges import hedge_before

    hedge, begin = hedge_before(before + folded[end], len(before))
    return hedge, end - len(before) + begin


def _read_plain(folded: str, amount: Amount, place: int) -> Reading:
    """An amount that is no part of a range, with the hedge before it: nearly 1,400, 预计1400."""
    hedge, begin = _hedge_before(folded, place, amount.start)
    if hedge in ("nearly", "expected"):
        return Reading(amount, None, hedge, begin)
    return Reading(amount, start=amount.start)


def _read_comparison(folded: str, text: str, amount: Amount, place: int) -> Reading | None:
    """A comparison by a sign or words before the amount, or by words behind it."""
    sign = _SIGN.search(folded[max(place, amount.start - _FURTHEST) : amount.start].rstrip())
    gap = len(folded[place : amount.start]) - len(folded[place : amount.start].rstrip())
    if sign and gap <= _WIDEST_GAP:
        span = amount.start - gap - len(sign[0]), amount.end
        hedge = _SIGNS[sign[0]]
        wanted = compare(amount.value, hedge, amount.unit, span, text, bare=amount.bare, worded=False)
        return Reading(amount, wanted, start=span[0])
    hedge, begin = comparison_before(folded, place, amount.start)
    span = begin, amount.end
    if not hedge and folded[amount.end :].strip():
        from wmc_tui.quantities.hedges import hedge_behind

        # 以上 and "or more" are no comparisons here: they name the projects of 1 billion yuan or more.
        behind, _, end = hedge_behind(folded, amount.end)
        hedge, span = (behind, (amount.start, end)) if behind == "about" else ("", span)
    if not hedge:
        return None
    wanted = compare(amount.value, hedge, amount.unit, span, text, bare=amount.bare, worded=True)
    return Reading(amount, wanted, hedge, span[0])


def _read_between(folded: str, text: str, first: Amount, place: int) -> Reading | None:
    """Two amounts with a link between them; what the right one has and the left one lacks is the left one's too."""
    link = _LINK.match(folded, first.end)
    second = amount_at(text, folded, link.end()) if link else None
    if link is None or second is None or second.value < 0 or _NO_RANGE_BEHIND.match(folded, second.end):
        return None
    if link["dash"] and _CODE.match(folded, first.start):
        return None
    opening = _BETWEEN.search(folded, max(place, first.start - _FURTHEST), first.start)
    closing = _CLOSING.match(folded, second.end)
    span = opening.start() if opening else first.start, closing.end() if closing else second.end
    if link["and"] and not (opening or closing):
        return None
    bare = first.bare and second.bare
    alone = not (text[: span[0]] + text[span[1] :]).strip()
    if bare and not (link["dots"] or opening or closing or alone):
        return None
    low, high = first.value, second.value
    if first.scale == 1 and folded[first.end - 1].isdecimal() and low * second.scale <= high:
        low *= second.scale  # the scale behind the right end is the left end's too
    if low > high and link["dash"]:
        return None
    unit, written = second.unit or first.unit, text[slice(*span)]
    wanted = Range(min(low, high), max(low, high), True, True, unit, written, *span, bare)
    return Reading(first, wanted, start=span[0])


def read_figures(readable: str, text: str, result: Numbers) -> None:
    """Read what only the whole recogniser reads in what is left: numbers in words, fractions, 三十多."""
    if not _FIGURE.search(readable):
        return
    from wmc_tui.quantities.recogniser import recognise

    spans: list[tuple[int, int]] = []
    names = _NAME.sub(lambda name: " " * len(name[0]), readable)
    simple = "".join(" " if name == " " else letter for letter, name in zip(result.left, names, strict=True))
    # In capitals a word before a number may make it a name (Oryx 3.0); in queries nobody minds them.
    lower = simple.lower()
    for figure in recognise(lower if len(lower) == len(simple) else simple)[:MOST]:
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


def _is_run(figure: "Figure", simple: str) -> bool:
    """Whether a number in Chinese words is all of its run, and so no part of a name: 一万亿, not 五百强."""
    around = simple[figure.start - 1 : figure.start] + simple[figure.end : figure.end + 1]
    return figure.value is not None and not figure.text.isascii() and not any(map(str.isalnum, around))


def _range_of(figure: "Figure", text: str, readable: str, place: int) -> Range | None:
    if figure.kind not in _COMPARED:
        return None
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


def _unit(figure: "Figure") -> str | None:
    return figure.unit if figure.unit != "count" or figure.noun else None


def _number_of(figure: "Figure", *, bound: bool) -> Number:
    assert figure.value is not None
    bare = all(character in "0123456789.," for character in figure.text)
    text = remove_spaces(fold(figure.text))
    digits = significant(figure.value)
    span = figure.start, figure.end
    return Number(figure.value, _unit(figure), digits, bare, figure.qualifier, text, bound, *span)
