"""Outcomes in words: intervals, and formulas with the figures in the place of ids."""

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal

from wmc_tui.checks.outcome import Outcome, Verdict
from wmc_tui.model import Bilingual, Fact, Lang
from wmc_tui.quantities.formatter import format_en, format_zh
from wmc_tui.quantities.interval import Interval
from wmc_tui.quantities.number import EXACT

_FINE = Context(prec=7, rounding=ROUND_HALF_EVEN)
_COARSE = Context(prec=4, rounding=ROUND_HALF_EVEN)
_NAME = re.compile(r"[0-9]{4}\.[A-Za-z_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")
_UNSAID = ("count", "CNY")
"""Units that a formula need not repeat in each of its figures."""
_TEXTS = ("date", "date_range", "composite", "text")
_SLIPS = {"10^4": Bilingual("10^4 (万)", "万倍"), "10^8": Bilingual("10^8 (亿)", "亿倍")}


def interval_words(interval: Interval | None, unit: str, noun: Bilingual = Bilingual()) -> Bilingual:
    """An interval: `90.5% to 91.5%`, `over 1.5 trillion yuan`, one figure for a point; ends to seven digits.

    "Not known" for None.
    """
    if interval is None or (interval.low is None and interval.high is None):
        return Bilingual("not known", "无法计算")
    low, high = _rounded(interval.low), _rounded(interval.high)
    if low is None and high is not None:
        return _figure(high, unit, noun, "up_to" if interval.high_closed else "less_than")
    if low is not None and (high is None or low == high):
        open_end = "at_least" if interval.low_closed else "over"
        return _figure(low, unit, noun, "exact" if high is not None else open_end)
    assert low is not None and high is not None
    first, last = _figure(low, unit, noun), _figure(high, unit, noun)
    return Bilingual(f"{_shared(first.en, last.en)} to {last.en}", f"{first.zh}至{last.zh}")


def formula_words(outcome: Outcome, lang: Lang) -> str:
    """The formula with figures for ids: `100 × 534 / 587`."""
    facts = {fact.id: fact for fact in outcome.facts}
    text = outcome.formula
    if outcome.rate is not None:
        text = text.replace(outcome.rate.id, f"({outcome.rate.low} … {outcome.rate.high})")
    text = _NAME.sub(lambda found: _short(facts[found[0]], lang) if found[0] in facts else found[0], text)
    spoken = {"days(": ("days of (", "天数("), "at_least(": ("at least (", "至少(")}
    for written, said in spoken.items():
        text = text.replace(written, said[lang is Lang.ZH])
    return text.replace(" * ", " × ")


def value_words(outcome: Outcome) -> Bilingual:
    """The point value of the formula, to seven digits; empty where there is none."""
    value = _rounded(outcome.value)
    return Bilingual() if value is None else _figure(value, outcome.reported.unit, outcome.reported.noun)


def off_words(outcome: Outcome) -> Bilingual:
    """By how much a failing check is off, and the slip that explains it; empty for one that does not fail."""
    if outcome.verdict is not Verdict.FAILS or outcome.difference is None:
        return Bilingual()
    off = _rounded(outcome.difference, _COARSE) or Decimal(0)
    unit = "percentage_point" if outcome.reported.unit == "percent" else outcome.reported.unit
    far = _figure(off, unit, outcome.reported.noun)
    # Two intervals that touch at an end that belongs to neither.
    said = Bilingual(f"{far.en} apart", f"相差{far.zh}") if off else Bilingual("just missed", "恰好不符")
    if not outcome.slip:
        return said
    slip = _SLIPS.get(outcome.slip, Bilingual(outcome.slip, f"{outcome.slip.rstrip('x')}倍"))
    return Bilingual(
        f"{said.en}, a slip of {slip.en} in {outcome.slip_fact}", f"{said.zh}，{outcome.slip_fact}有{slip.zh}之差"
    )


def _figure(value: Decimal, unit: str, noun: Bilingual, qualifier: str = "exact") -> Bilingual:
    if unit in _TEXTS:
        unit = "count"
    return Bilingual(
        format_en(value, unit, qualifier=qualifier, noun=noun.en),
        format_zh(value, unit, qualifier=qualifier, noun=noun.zh),
    )


def _short(fact: Fact, lang: Lang) -> str:
    """A figure for a formula, as short as it can be; in parentheses where it begins with a sign."""
    if fact.value is None:
        return fact.text[lang] or fact.text[lang.other]
    unit = "count" if fact.unit in _UNSAID else fact.unit
    unit = "" if unit in ("percent", "percentage_point") else unit
    write = format_en if lang is Lang.EN else format_zh
    said = write(fact.value, unit, qualifier=fact.qualifier.value, style="compact")
    return f"({said})" if fact.value < 0 else said


def _rounded(value: Decimal | None, context: Context = _FINE) -> Decimal | None:
    if value is None:
        return None
    rounded = EXACT.normalize(context.plus(value))
    exponent = rounded.as_tuple().exponent
    return EXACT.quantize(rounded, Decimal(1)) if isinstance(exponent, int) and exponent > 0 else rounded


def _shared(first: str, last: str) -> str:
    """The lower end without the words that the upper end repeats: `342.45` of `342.45 billion yuan`."""
    words, others = first.split(" "), last.split(" ")
    return words[0] if len(words) > 1 and words[1:] == others[1:] else first
