"""How exactly a figure is written, and so what interval it stands for."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.checks.intervals import point
from wmc_tui.model import Fact, Qualifier
from wmc_tui.quantities.interval import Interval, interval
from wmc_tui.quantities.number import EXACT, ONE, last_place
from wmc_tui.quantities.recogniser import recognise

_POWERS = {"": 0, "万": 4, "萬": 4, "亿": 8, "億": 8, "万亿": 12, "萬億": 12, "百": 2, "千": 3, "百万": 6, "千万": 7}
_POWERS |= {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mln": 6, "bn": 9, "tn": 12}
_SCALES = "|".join(sorted(filter(None, _POWERS), key=len, reverse=True))
_FIGURE = re.compile(rf"([0-9][0-9,，]*)(?:\.([0-9]+))?[ \u00a0-]*({_SCALES})?([余餘多+])?", re.IGNORECASE)
COUNTED_UNITS = frozenset({"count", "ordinal", "day"})
_TENTH = Decimal("0.1")


class Writing(NamedTuple):
    """A figure as a publication writes it."""

    lang: str
    """`en`, `zh`, `ja`, ..."""
    text: str
    """The figure as written."""
    source: str
    """Source id."""
    article: str = ""
    """The article that states it; empty for evidence alone."""
    ours: bool = False
    """Whether it stands in our translation of the article, and so says nothing of how exact the publication is."""


class WrittenValue(NamedTuple):
    """What a writing says."""

    value: Decimal
    """Never negative."""
    step: Decimal
    """What one unit in its last written place is worth."""
    over: bool
    """Whether a hedge within it says more than the value (3000余, 430+)."""


def find_value(writing: Writing, value: Decimal) -> WrittenValue | None:
    """How a writing says `value`; the first other figure of it where it says something else, None for no figure.

    Digits and their scale are read at once. The recogniser reads words as well (三十多, two thirds), but takes its time.
    """
    amount = value.copy_abs()
    digits = _read_digits(writing.text)
    for written in digits:
        if written.value == amount:
            return written
    words = _read_words(writing.text, writing.lang)
    return next((written for written in words if written.value == amount), next(iter(words or digits), None))


def _read_digits(text: str) -> list[WrittenValue]:
    values = []
    for digits, fraction, scale, hedge in _FIGURE.findall(text):
        step = EXACT.scaleb(ONE, _POWERS[scale.lower()] - len(fraction))
        number = Decimal(digits.replace(",", "").replace("，", "") + fraction)
        values.append(WrittenValue(EXACT.multiply(number, step), step, bool(hedge)))
    return values


def _read_words(text: str, lang: str) -> list[WrittenValue]:
    values = []
    for figure in recognise(text, lang if lang in ("en", "zh") else "auto"):
        if figure.value is not None:
            is_exact = figure.qualifier == "exact"
            step = EXACT.subtract(figure.high, figure.low) if is_exact and figure.high and figure.low else ONE
            values.append(WrittenValue(abs(figure.value), step or ONE, figure.qualifier == "over"))
    return values


def interval_of(fact: Fact, written_values: Iterable[tuple[Writing, WrittenValue | None]]) -> Interval | None:
    """What a fact stands for, by the most exact of its publications; None for a fact that is no number.

    A count written to the last digit is that number, "91%" is 90.5 to 91.5, 3425亿元 half a 亿 either way.
    """
    if fact.value is None:
        return None
    amount = fact.value.copy_abs()
    steps = [
        written.step
        for writing, written in written_values
        if written is not None and not writing.ours and written.value == amount
    ]
    return interval_of_value(fact.value, fact.qualifier, min(steps) if steps else _last_place(fact), fact.unit)


def interval_of_value(value: Decimal, qualifier: Qualifier, step: Decimal, unit: str) -> Interval:
    """The interval of a value whose last written place is worth `step`.

    "About" and "nearly" reach one in the last written place that is not zero, and a tenth at most: "about 150" is not said
    of 139, "nearly 1,400" is at least 1,300.
    """
    if qualifier in (Qualifier.EXACT, Qualifier.EXPECTED):
        if unit in COUNTED_UNITS and step <= 1:
            return point(value)
        return interval(value, "exact", step)
    if qualifier in (Qualifier.ABOUT, Qualifier.NEARLY):
        reach = min(EXACT.multiply(value.copy_abs(), _TENTH), max(step, _place(value)))
        low = EXACT.subtract(value, reach)
        if qualifier is Qualifier.NEARLY:
            return Interval(low, value)
        return Interval(low, EXACT.add(value, reach), True, True)
    return interval(value, qualifier.value, step)


def _last_place(fact: Fact) -> Decimal:
    """The last place of a figure of which no writing is known: of money and areas the last one that is not zero."""
    assert fact.value is not None
    if fact.unit in COUNTED_UNITS:
        return ONE
    step = last_place(fact.value)
    return step if step < ONE else _place(fact.value)


def _place(value: Decimal) -> Decimal:
    """What one unit in the last place that is not zero is worth."""
    return last_place(EXACT.normalize(value))
