"""Ranges and comparisons in a query: `>100bn`, `100..200 亿`, `~16000`, `over 90%`, 不少于600.

All texts here are folded by `wmc_tui.quantities.normalise`.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.search.query.amounts import Amount, read, read_at

_TENTH = Decimal("0.1")
_MOST = 48
"""Numbers of a query that are looked at."""
_WIDEST_GAP = 2
_FURTHEST = 24
"""Characters before an amount in which a comparison may begin."""
_WORDS = {
    "over": "over, more than, above, greater than, exceeding, exceeds, exceed, in excess of, "
    "超过, 超出, 超, 逾, 高于, 大于, 多于, 突破",
    "at_least": "at least, no less than, no fewer than, not less than, not fewer than, minimum, "
    "不少于, 不低于, 不小于, 至少, 最少, 大于等于, 大于或等于",
    "less_than": "under, below, less than, fewer than, smaller than, 低于, 少于, 小于, 不到, 不足, 未满",
    "up_to": "at most, no more than, not more than, not exceeding, up to, maximum, "
    "不超过, 不多于, 不高于, 不大于, 至多, 最多, 小于等于, 小于或等于",
    "about": "about, around, approximately, approx., approx, roughly, circa, 大约, 大概, 约为, 约",
}
_SIGNS = {
    "over": ">",
    "at_least": ">=, =>, ≥, ≧, ⩾",
    "less_than": "<",
    "up_to": "<=, =<, ≤, ≦, ⩽",
    "about": "~, ≈, ≒",
}


def _hedges(table: dict[str, str]) -> dict[str, str]:
    return {one: hedge for hedge, words in table.items() for one in words.split(", ")}


# The longer of two that end alike is meant: 不超过 before 超过, >= before =.
_BY_WORD, _BY_SIGN = _hedges(_WORDS), _hedges(_SIGNS)
_ALL = tuple(sorted({**_BY_WORD, **_BY_SIGN}, key=len, reverse=True))
_FILLERS = (" about", "为", "达")
_OTHER_WORDS = tuple("签约 合约 条约 公约 契约 预约 违约 特约 邀约 履约 节约 纽约 赶超 英超 中超".split())
_NO_SIGN_BEFORE = frozenset("-=<>~")
_ABOUT_BEHIND = re.compile(r"左右|上下| or so(?![a-z])")
_BETWEEN = re.compile(r"(?<![a-z])(?:between|from|介于|在|从)\s{0,2}")
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


class Found(NamedTuple):
    """A range, and what else its words say."""

    range: Range
    """The range."""
    amount: Amount | None = None
    """The number of a comparison in words, which a publication may have written so; None for other ranges."""
    qualifier: str = ""
    """How those words hedge it, as in Fact.qualifier."""


def ranges(folded: str, text: str) -> list[Found]:
    """The ranges and comparisons of a query, in order and apart; `text` is the query as typed, as long as `folded`."""
    found: list[Found] = []
    place = 0
    for _ in range(_MOST):
        first = read(folded, place, linked=True)
        if first is None:
            break
        operator = comparison_before(folded, place, first.start)
        one = _compared(folded, text, first, operator) or _between(folded, text, first, place)
        if one:
            found.append(one)
        place = max(one.range.end if one else 0, first.end)
    return found


def compared(value: Decimal, hedge: str, unit: str | None, span: tuple[int, int], text: str, *, bare: bool) -> Range:
    """The values that a hedge allows, as in Fact.qualifier; about reaches a tenth to either side."""
    low, high = value, value
    if hedge == "about":
        reach = abs(value) * _TENTH
        low, high = value - reach, value + reach
    return Range(
        None if hedge in ("less_than", "up_to") else low,
        None if hedge in ("over", "at_least") else high,
        hedge != "over",
        hedge != "less_than",
        unit,
        text[slice(*span)],
        *span,
        bare,
    )


def _worded(amount: Amount, hedge: str, span: tuple[int, int], text: str) -> Range:
    return compared(amount.value, hedge, amount.unit, span, text, bare=amount.bare)._replace(worded=True)


def comparison_before(folded: str, place: int, end: int) -> Comparison | None:
    """The comparison, from `place` on, that ends where an amount begins."""
    start = max(place, end - _FURTHEST)
    before = folded[start:end].rstrip()
    # A wider gap is where a filter or a phrase stood.
    if end - start - len(before) > _WIDEST_GAP:
        return None
    if not before.endswith(_ALL):
        before = next((before.removesuffix(one) for one in _FILLERS if before.endswith(one)), "")
        if not before.endswith(_ALL):
            return None
    word = next(one for one in _ALL if before.endswith(one))
    left = before[: -len(word)]
    if word in _BY_SIGN:
        return None if left[-1:] in _NO_SIGN_BEFORE else Comparison(start + len(left), _BY_SIGN[word], False)
    if (word.isascii() and left[-1:].isalpha() and left[-1:].isascii()) or before.endswith(_OTHER_WORDS):
        return None
    return Comparison(start + len(left), _BY_WORD[word], True)


def _compared(folded: str, text: str, amount: Amount, operator: Comparison | None) -> Found | None:
    """A comparison by a sign or a word before the amount, or a word behind it."""
    if operator:
        span = operator.start, amount.end
        if operator.worded:
            return Found(_worded(amount, operator.hedge, span, text), amount, operator.hedge)
        return Found(compared(amount.value, operator.hedge, amount.unit, span, text, bare=amount.bare))
    # 以上 and "or more" are no comparisons here: they name the projects of 1 billion yuan or more.
    suffix = _ABOUT_BEHIND.match(folded, amount.end)
    if suffix is None:
        return None
    span = amount.start, suffix.end()
    return Found(_worded(amount, "about", span, text), amount, "about")


def _between(folded: str, text: str, first: Amount, place: int) -> Found | None:
    """Two amounts with a link between them; what the right one has and the left one lacks is the left one's too."""
    link = _LINK.match(folded, first.end)
    second = read_at(folded, link.end()) if link else None
    if link is None or second is None or second.value < 0 or _NO_RANGE_BEHIND.match(folded, second.end):
        return None
    if link["dash"] and _CODE.match(folded, first.start):
        return None
    before = _BETWEEN.finditer(folded, max(place, first.start - _FURTHEST), first.start)
    opening = next((one for one in before if one.end() == first.start), None)
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
        # The scale behind the right end is the left end's too.
        low *= second.scale
    if low > high and link["dash"]:
        return None
    unit, text = second.unit or first.unit, text[slice(*span)]
    return Found(Range(min(low, high), max(low, high), True, True, unit, text, *span, bare))
