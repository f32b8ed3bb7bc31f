"""The numbers of a query: amounts, and ranges and comparisons of them: `>100bn`, `100..200 亿`, `~16000`, over 90%.

Numbers in digits are read by the recogniser's light part, those that only the whole recogniser can read by all of it.
Folded texts here are folded by `wmc_tui.quantities.normalise` and as long as the query.
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from wmc_tui.model.units import COMMON_CLASSIFIERS
from wmc_tui.quantities.english_words import SCALES, WORDS
from wmc_tui.search.query.amounts import Amount, amount_at, next_amount
from wmc_tui.search.query.numbers import DIGITS, Number, Numbers, Range, Span, may_have_numbers, significant
from wmc_tui.text.fold import RUN, blank_out, fold, remove_spaces

if TYPE_CHECKING:
    from wmc_tui.quantities.figure import Figure

_MOST, _MOST_AMOUNTS = 24, 48
"""Numbers of a query that are read, and amounts that are looked at."""
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
_MORE_DIGITS = re.compile(r"-\d")


def read_numbers(simple: str, folded: str, text: str) -> Numbers:
    """The numbers of a query, and its ranges.

    `simple` is the query with spaces in place of what is no word or number, `folded` the same folded, `text` as typed;
    all are alike in length.
    """
    result = Numbers(simple)
    in_digits = not DIGITS.isdisjoint(folded)
    spans = _read_amounts(text, folded, result)
    result.left, folded = blank_out(simple, spans), blank_out(folded, spans)
    if len(result.numbers) < _MOST and may_have_numbers(folded) and _FIGURE.search(folded):
        _read_figures(folded, result)
    if in_digits:
        for run in RUN.finditer(fold(result.left)):
            if run["digits"] and len(result.numbers) < _MOST:
                digits = run[0].strip("0") or "0"
                result.numbers.append(Number(None, None, digits, True, "exact", run[0], *run.span()))
    result.numbers.sort(key=lambda number: number.start)
    result.ranges.sort(key=lambda range: range.start)
    return result


def _read_amounts(text: str, folded: str, result: Numbers) -> list[Span]:
    """Read numbers in digits, and the ranges and comparisons of them; returns where they stand."""
    spans: list[Span] = []
    place = 0
    for _ in range(_MOST_AMOUNTS):
        amount = next_amount(text, folded, place)
        if amount is None:
            break
        hedge, begin = "", amount.start
        wanted = _read_sign(folded, amount, place)
        if wanted is None:
            hedge, begin = _hedge_before(folded, place, amount.start)
            compared, span = _comparison_in_words(folded, amount, hedge, begin)
            if compared:
                wanted = _compare(amount.value, compared, amount.unit, span, bare=amount.bare, worded=True)
                _add(amount, folded, compared, result, bound=True)
            else:
                wanted = _read_between(text, folded, amount, place)
        if wanted:
            result.ranges.append(wanted)
            spans.append((wanted.start, wanted.end))
        elif len(result.numbers) < _MOST and not _MORE_DIGITS.match(folded, amount.end):
            # 0551-6283 is no amount.
            if hedge not in ("nearly", "expected"):
                hedge, begin = "exact", amount.start
            _add(amount, folded, hedge, result, bound=False)
            spans.append((begin, amount.end))
            if begin < amount.start:
                result.hedges.append((begin, amount.start))
        place = max(wanted.end if wanted else 0, amount.end)
    return spans


def _add(amount: Amount, folded: str, qualifier: str, result: Numbers, *, bound: bool) -> None:
    """Add the number of an amount."""
    span = amount.start, amount.end
    text = remove_spaces(fold(folded[slice(*span)]))
    digits = significant(amount.value)
    result.numbers.append(Number(amount.value, amount.unit, digits, amount.bare, qualifier, text, *span, bound))
    if amount.noun:
        result.nouns.append(amount.noun)


def _compare(value: Decimal, hedge: str, unit: str | None, span: Span, *, bare: bool, worded: bool) -> Range:
    """The values that a hedge allows, as in Fact.qualifier; about reaches a tenth to either side."""
    reach = abs(value) * _TENTH if hedge == "about" else Decimal(0)
    low = None if hedge in ("less_than", "up_to") else value - reach
    high = None if hedge in ("over", "at_least") else value + reach
    return Range(low, high, hedge != "over", hedge != "less_than", unit, *span, bare, worded)


def _hedge_before(folded: str, place: int, end: int) -> tuple[str, int]:
    """The hedge in words, from `place` on, that ends at `end`, and where it begins; "exact" for none."""
    before = folded[max(place, end - _FURTHEST) : end]
    # A wider gap is where a filter or a phrase stood.
    if not before.strip() or len(before) - len(before.rstrip()) > _WIDEST_GAP:
        return "exact", end
    from wmc_tui.quantities.hedges import hedge_before

    hedge, begin = hedge_before(before + folded[end], len(before))
    return hedge, end - len(before) + begin


def _is_comparison(folded: str, hedge: str, begin: int) -> bool:
    return hedge in _COMPARING and not folded.startswith(_EMPHATIC, begin)


def _read_sign(folded: str, amount: Amount, place: int) -> Range | None:
    """A comparison by a sign before the amount."""
    before = folded[place : amount.start].rstrip()
    sign = _SIGN.search(before[-_FURTHEST:])
    begin = place + len(before)
    if sign is None or amount.start - begin > _WIDEST_GAP:
        return None
    span = begin - len(sign[0]), amount.end
    return _compare(amount.value, _SIGNS[sign[0]], amount.unit, span, bare=amount.bare, worded=False)


def _comparison_in_words(folded: str, amount: Amount, hedge: str, begin: int) -> tuple[str, Span]:
    """The hedge by which words before or behind an amount mean a range, "" for none, and where all of it stands."""
    if _is_comparison(folded, hedge, begin):
        return hedge, (begin, amount.end)
    if folded[amount.end :].strip():
        from wmc_tui.quantities.hedges import hedge_behind

        # 以上 and "or more" are no comparisons here: they name the projects of 1 billion yuan or more.
        behind, _, end = hedge_behind(folded, amount.end)
        if behind == "about":
            return behind, (amount.start, end)
    return "", (0, 0)


def _read_between(text: str, folded: str, first: Amount, place: int) -> Range | None:
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
    return Range(min(low, high), max(low, high), True, True, second.unit or first.unit, *span, bare)


def _read_figures(folded: str, result: Numbers) -> None:
    """Read what only the whole recogniser reads in what is left: numbers in words, fractions, 三十多."""
    from wmc_tui.quantities.recogniser import recognise

    spans: list[Span] = []
    names = _NAME.sub(lambda name: " " * len(name[0]), folded)
    simple = "".join(" " if name == " " else letter for letter, name in zip(result.left, names, strict=True))
    # In capitals a word before a number may make it a name (Oryx 3.0); in queries nobody minds them.
    lower = simple.lower()
    for figure in recognise(lower if len(lower) == len(simple) else simple)[:_MOST]:
        wanted = _range_of(figure, folded, spans[-1][1] if spans else 0)
        if wanted:
            result.ranges.append(wanted)
        elif figure.value is None or figure.kind in _NO_TOTALS:
            continue
        if figure.value is not None:
            bare = all(character in "0123456789.," for character in figure.text)
            typed = remove_spaces(fold(figure.text))
            digits, span = significant(figure.value), (figure.start, figure.end)
            number = Number(figure.value, _unit(figure), digits, bare, figure.qualifier, typed, *span, bool(wanted))
            result.numbers.append(number)
        if figure.noun:
            result.nouns.append(figure.noun)
        if wanted or any(map(str.isdecimal, figure.text)) or _is_run(figure, simple):
            spans.append((wanted.start if wanted else figure.start, figure.end))
    result.left = blank_out(result.left, spans)


def _is_run(figure: "Figure", simple: str) -> bool:
    """Whether a number in Chinese words is all of its run, and so no part of a name: 一万亿, not 五百强."""
    around = simple[figure.start - 1 : figure.start] + simple[figure.end : figure.end + 1]
    return figure.value is not None and not figure.text.isascii() and not any(map(str.isalnum, around))


def _range_of(figure: "Figure", folded: str, place: int) -> Range | None:
    if figure.kind not in _COMPARED:
        return None
    hedge, begin = _hedge_before(folded, place, figure.start)
    span = begin if _is_comparison(folded, hedge, begin) else figure.start, figure.end
    if figure.value is not None and figure.qualifier in _COMPARING:
        return _compare(figure.value, figure.qualifier, _unit(figure), span, bare=False, worded=True)
    if figure.value is not None or figure.low is None or figure.high is None or _ONLY_DIGITS.fullmatch(figure.text):
        return None
    return Range(figure.low, figure.high, True, True, _unit(figure), *span, False, True)


def _unit(figure: "Figure") -> str | None:
    return figure.unit if figure.unit != "count" or figure.noun else None
