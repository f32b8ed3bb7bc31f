"""Ranges and comparisons in a query: `>100bn`, `100..200 亿`, `~16000`, `over 90%`, 不少于600.

All texts here are folded by `wmc_tui.quantities.normalise`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.search.query.amounts import Amount, amount_at, goes_on, next_amount

Span = tuple[int, int]
"""First code point and one past the last."""
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


class Range(NamedTuple):
    """The values that a query asks for."""

    low: Decimal | None
    """Lower end; None where there is none."""
    high: Decimal | None
    """Upper end; None where there is none."""
    low_closed: bool
    """Whether `low` itself belongs to it."""
    high_closed: bool
    """Whether `high` itself belongs to it."""
    unit: str | None
    """As in Fact.unit; None where the query names none."""
    text: str
    """As typed."""
    start: int
    """Where it stands in the query as typed, in code points."""
    end: int
    """One past its last code point."""
    bare: bool = False
    """Whether neither a scale nor a unit was typed."""
    worded: bool = False
    """Whether it was said in words (over 90%, 超过100亿), as a label or a sentence may say it too: what has that text
    need not lie in it."""

    def holds(self, value: Decimal, unit: str, qualifier: str = "exact") -> bool:
        """Whether a figure lies in it; "over 430" lies above 430, though 430 itself does not."""
        if self.unit is not None and self.unit != unit:
            return False
        if self.low is not None and not (
            value > self.low or (value == self.low and (self.low_closed or qualifier == "over"))
        ):
            return False
        return self.high is None or (
            value < self.high or (value == self.high and (self.high_closed or qualifier in ("less_than", "nearly")))
        )

    def prefers(self, unit: str) -> bool:
        """Whether a figure of that unit is what was most likely meant: a count, where only digits were typed."""
        return unit == (self.unit or "count") or (self.unit is None and not self.bare)


class Comparison(NamedTuple):
    """A sign or a word that compares what stands behind it."""

    start: int
    """Where it begins."""
    hedge: str
    """As in Fact.qualifier."""
    worded: bool
    """Whether it is a word."""


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
        reading = _compared(folded, text, amount, place) or _between(folded, text, amount, place)
        if reading or not goes_on(folded, amount):
            reading = reading or _hedged(folded, amount, place)
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


def _hedged(folded: str, amount: Amount, place: int) -> Reading:
    """An amount that is no part of a range, with the hedge before it: nearly 1,400, 预计1400."""
    hedge, begin = _hedge_before(folded, place, amount.start)
    if hedge in ("nearly", "expected"):
        return Reading(amount, None, hedge, begin)
    return Reading(amount, start=amount.start)


def _compared(folded: str, text: str, amount: Amount, place: int) -> Reading | None:
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


def _between(folded: str, text: str, first: Amount, place: int) -> Reading | None:
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
