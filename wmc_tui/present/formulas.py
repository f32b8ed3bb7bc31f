"""A check with its numbers: the formula worked out, what was reported, and how far the two are apart."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

from wmc_tui.model import Bilingual, Fact, Lang, Qualifier
from wmc_tui.present.wording import renderings
from wmc_tui.quantities.currencies import CODES
from wmc_tui.quantities.formatter import format_en, format_zh

if TYPE_CHECKING:
    from wmc_tui.checks import Outcome
    from wmc_tui.quantities.interval import Interval

_TOKEN = re.compile(r"(?P<call>days|at_least)\((?P<of>[^()]+)\)|(?P<id>\d{4}\.[\w.-]*\w)|(?P<rate>[A-Z]{3}-\d{4}-\d\d)")
_PERCENT = ("percent", "percentage_point")
_SLIPS = {
    "10x": Bilingual("10x", "10倍"),
    "100x": Bilingual("100x", "100倍"),
    "1,000x": Bilingual("1,000x", "1000倍"),
    "10^4": Bilingual("10^4 (万)", "1万倍（“万”位之误）"),
    "10^8": Bilingual("10^8 (亿)", "1亿倍（“亿”位之误）"),
}
_MISSED = Bilingual("just missed", "恰好不符")
"""Two intervals that touch at an end that belongs to neither."""
_TO = Bilingual("-", "至")
_DAYS = Bilingual("days of {}", "{}的天数")
_AT_LEAST = Bilingual("at least {}", "不低于{}")
_NUMBER = re.compile(r"([\d.,]+)(.*)")
_FEW = 3
"""Significant digits in a list."""
_DIGITS = 6
"""Significant digits of a large amount; more where two amounts would else look alike."""
_EXACT = Context(prec=10_000)
"""For rounding to a place behind the point, however long the number before it."""


def worked(outcome: "Outcome") -> Bilingual:
    """The formula with its figures and its result: `534 / 587 = 90.97%`; without a result where there is none."""
    formula = outcome.formula
    if outcome.reported.unit in _PERCENT and formula.startswith("100 * "):
        formula = formula.removeprefix("100 * ")
        if formula.startswith("(") and formula.endswith(")") and formula.count("(") == 1:
            formula = formula[1:-1]
    facts = {fact.id: fact for fact in outcome.inputs}
    if formula in facts:
        return renderings(facts[formula])
    left = Bilingual(*(_filled(formula, facts, outcome, lang) for lang in Lang))
    if outcome.value is None or formula.startswith("at_least("):
        return left
    value = _amount(_rounded(outcome.value, outcome), outcome.reported)
    return Bilingual(f"{left.en} = {value.en}", f"{left.zh} = {value.zh}")


def reported(outcome: "Outcome") -> Bilingual:
    """What the reported figure stands for: `91% (90.5% to 91.5%)`."""
    return _with_span(renderings(outcome.reported), outcome.claimed, outcome)


def computed(outcome: "Outcome") -> Bilingual:
    """What follows from the formula, as a span of values; empty where nothing does."""
    return _span(outcome.computed, outcome) if outcome.computed is not None else Bilingual()


def off(outcome: "Outcome") -> Bilingual:
    """By how much a failing check is off: `off by 1 project`, `相差1个`; empty for one that holds."""
    if not outcome.off:
        return _MISSED if outcome.verdict == "fails" else Bilingual()
    fact = outcome.reported
    points = fact._replace(unit="percentage_point") if fact.unit == "percent" else fact
    apart = _amount(_rounded(outcome.off, outcome), points)
    return Bilingual(f"off by {apart.en}", f"相差{apart.zh}")


def off_in_short(outcome: "Outcome") -> str:
    """The same for a list: `off by 18.1 pp`; empty for one that holds."""
    if not outcome.off:
        return off(outcome).en
    fact = outcome.reported
    unit = "percentage_point" if fact.unit == "percent" else fact.unit
    value = _plain(Context(prec=_FEW, rounding=ROUND_HALF_UP).plus(outcome.off))
    return f"off by {format_en(value, unit, noun=fact.noun.en, style='compact')}"


def slipped(outcome: "Outcome") -> Bilingual:
    """A slip by a power of ten by its name, and the figure that is wrong by it; empty where there is none."""
    if outcome.slip is None:
        return Bilingual()
    factor = _SLIPS.get(outcome.slip, Bilingual(outcome.slip, outcome.slip))
    wrong = next((fact for fact in outcome.facts if fact.id == outcome.slipped), None)
    if wrong is None:
        return Bilingual(f"a slip of {factor.en}", f"疑似差{factor.zh}")
    figure = renderings(wrong)
    return Bilingual(
        f"a slip of {factor.en} in {figure.en} ({wrong.edition})",
        f"疑似差{factor.zh}：{figure.zh}（{wrong.edition}年）",
    )


def _filled(formula: str, facts: dict[str, Fact], outcome: "Outcome", lang: Lang) -> str:
    """The formula with figures for ids, in one language."""

    def put(found: re.Match[str]) -> str:
        if found["rate"]:
            rate = outcome.rate
            return found["rate"] if rate is None else f"{rate.low:f}{_TO[lang]}{rate.high:f}"
        fact = facts.get(found["of"] or found["id"])
        if fact is None:
            return found[0]
        if found["call"] == "days":
            return _DAYS[lang].format(renderings(fact)[lang])
        if found["call"] == "at_least":
            return _AT_LEAST[lang].format(_bare(fact._replace(qualifier=Qualifier.EXACT), lang))
        return _bare(fact, lang)

    return _TOKEN.sub(put, formula)


def _bare(fact: Fact, lang: Lang) -> str:
    """A figure as a formula has it: hedged, with the scale, without what is counted."""
    if fact.value is None:
        return renderings(fact)[lang]
    unit = "count" if fact.unit in CODES else fact.unit
    hedge = fact.qualifier.value
    write = format_zh if lang is Lang.ZH else format_en
    said = write(fact.value, unit, qualifier=hedge, style="compact")
    return f"({said})" if fact.value < 0 else said


def _with_span(figure: Bilingual, interval: "Interval", outcome: "Outcome") -> Bilingual:
    if interval.low is not None and interval.low == interval.high:
        return figure
    span = _span(interval, outcome)
    return Bilingual(f"{figure.en} ({span.en})", f"{figure.zh}（{span.zh}）")


def _span(interval: "Interval", outcome: "Outcome") -> Bilingual:
    fact = outcome.reported
    low, high = (None if end is None else _rounded(end, outcome) for end in (interval.low, interval.high))
    if low is not None and high is not None:
        first, last = _amount(low, fact), _amount(high, fact)
        if low == high:
            return first
        return Bilingual(_joined(first.en, " to ", last.en), _joined(first.zh, "至", last.zh))
    if low is not None:
        first = _amount(low, fact)
        if interval.low_closed:
            return Bilingual(f"{first.en} or more", f"{first.zh}及以上")
        return Bilingual(f"more than {first.en}", f"{first.zh}以上")
    if high is not None:
        last = _amount(high, fact)
        return Bilingual(f"up to {last.en}", f"至多{last.zh}")
    return Bilingual("anything", "任意值")


def _joined(first: str, between: str, last: str) -> str:
    """Both ends, with the unit that they share said once: `72 to 80 companies`."""
    one, other = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if one and other and one[2] == other[2] and "%" not in one[2]:
        return f"{one[1]}{between}{last}"
    return first + between + last


def _amount(value: Decimal, fact: Fact) -> Bilingual:
    """A computed amount in the unit of a fact."""
    return Bilingual(format_en(value, fact.unit, noun=fact.noun.en), format_zh(value, fact.unit, noun=fact.noun.zh))


def _rounded(value: Decimal, outcome: "Outcome") -> Decimal:
    """A value to as many digits as show the difference: decimals for percent, significant digits for amounts."""
    if outcome.reported.unit in _PERCENT:
        places = max(2, *(_places(end) for end in (outcome.claimed.low, outcome.claimed.high)))
        while outcome.off and places < 9 and outcome.off < Decimal(5).scaleb(-places - 1):
            places += 1
        return _plain(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT))
    digits = _DIGITS
    if outcome.off:
        digits = max(digits, value.adjusted() - outcome.off.adjusted() + 2)
    return _plain(Context(prec=digits, rounding=ROUND_HALF_UP).plus(value))


def _places(value: Decimal | None) -> int:
    """How many decimals a value has."""
    exponent = 0 if value is None else value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _plain(value: Decimal) -> Decimal:
    """The same value without an exponent and without zeros behind the point."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
