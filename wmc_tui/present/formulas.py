"""What a finding says, line by line: a check with its numbers, or why figures differ and what to quote."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Bilingual, Fact, Lang, Qualifier
from wmc_tui.model.units import CURRENCIES
from wmc_tui.model.vocabulary import SLIPS
from wmc_tui.present.findings import Finding
from wmc_tui.present.wording import PERCENT_UNITS, amount_text, renderings, with_aside

if TYPE_CHECKING:
    from wmc_tui.checks.outcome import Outcome
    from wmc_tui.quantities.interval import Interval

_TOKEN = re.compile(r"(?P<call>days|at_least)\((?P<of>[^()]+)\)|(?P<id>\d{4}\.[\w.-]*\w)|(?P<rate>[A-Z]{3}-\d{4}-\d\d)")
_MISSED = Bilingual("just missed", "恰好不符")
"""Two intervals that touch at an end that belongs to neither."""
_RATE_TO = Bilingual("-", "至")
_DAYS = Bilingual("days of {}", "{}的天数")
_AT_LEAST = Bilingual("at least {}", "不低于{}")
_NUMBER = re.compile(r"([\d.,]+)(.*)")
_FEW = 3
"""Significant digits in a list."""
_DIGITS = 6
"""Significant digits of a large amount; more where two amounts would else look alike."""
_EXACT = Context(prec=10_000)
"""For rounding to a place behind the point, however long the number before it."""


COMPUTED = Bilingual("computed", "计算")
REPORTED = Bilingual("reported", "公布")
DIFFERENCE = Bilingual("difference", "差额")
SLIP = Bilingual("likely slip", "疑似笔误")
NOTE = Bilingual("note", "说明")
WHY = Bilingual("what differs", "出入所在")
QUOTE = Bilingual("what to quote", "引用建议")


class FindingLine(NamedTuple):
    """One thing that a finding says."""

    name: Bilingual
    """What it is, in a word: one of the constants above."""
    text: Bilingual
    """In both languages, not yet made safe to show."""


def finding_lines(finding: Finding) -> list[FindingLine]:
    """What a finding says; what is empty is left out."""
    if finding.outcome is not None:
        return outcome_lines(finding.outcome)
    assert finding.conflict is not None
    lines = [FindingLine(WHY, finding.conflict.explanation), FindingLine(QUOTE, finding.conflict.resolution)]
    return [line for line in lines if line.text]


def outcome_lines(outcome: "Outcome") -> list[FindingLine]:
    """The formula with its numbers, what was reported, and what came of it; what is empty is left out."""
    formula, computed = formula_text(outcome), computed_text(outcome)
    interval = outcome.computed
    is_point = interval is None or interval.low == interval.high or not formula
    if not is_point and computed.en not in formula.en:
        formula = with_aside(formula, computed)
    lines = [
        FindingLine(COMPUTED, formula),
        FindingLine(REPORTED, reported_text(outcome)),
        FindingLine(DIFFERENCE, difference_text(outcome)),
        FindingLine(SLIP, slip_text(outcome)),
        FindingLine(NOTE, outcome.note),
    ]
    return [line for line in lines if line.text]


def formula_text(outcome: "Outcome") -> Bilingual:
    """The formula with its figures and its result: `534 / 587 = 90.97%`; without a result where there is none."""
    formula = outcome.formula
    if outcome.reported.unit in PERCENT_UNITS and formula.startswith("100 * "):
        formula = formula.removeprefix("100 * ")
        if formula.startswith("(") and formula.endswith(")") and formula.count("(") == 1:
            formula = formula[1:-1]
    facts = {fact.id: fact for fact in outcome.inputs}
    if formula in facts:
        return renderings(facts[formula])
    left = Bilingual(*(_insert_figures(formula, facts, outcome, lang) for lang in Lang))
    if outcome.value is None or formula.startswith("at_least("):
        return left
    value = _amount_text(_round_value(outcome.value, outcome), outcome.reported)
    return Bilingual(f"{left.en} = {value.en}", f"{left.zh} = {value.zh}")


def reported_text(outcome: "Outcome") -> Bilingual:
    """What the reported figure stands for: `91% (90.5% to 91.5%)`."""
    figure, interval = renderings(outcome.reported), outcome.claimed
    is_point = interval.low is not None and interval.low == interval.high
    return figure if is_point else with_aside(figure, _range_text(interval, outcome))


def computed_text(outcome: "Outcome") -> Bilingual:
    """What follows from the formula, as a span of values; empty where nothing does."""
    return _range_text(outcome.computed, outcome) if outcome.computed is not None else Bilingual()


def difference_text(outcome: "Outcome") -> Bilingual:
    """By how much a failing check is off: `off by 1 project`, `相差1个`; empty for one that holds."""
    if not outcome.difference:
        return _MISSED if outcome.verdict == "fails" else Bilingual()
    fact = outcome.reported
    points = fact._replace(unit="percentage_point") if fact.unit == "percent" else fact
    apart = _amount_text(_round_value(outcome.difference, outcome), points)
    return Bilingual(f"off by {apart.en}", f"相差{apart.zh}")


def difference_short(outcome: "Outcome") -> str:
    """The same for a list: `off by 18.1 pp`; empty for one that holds."""
    if not outcome.difference:
        return difference_text(outcome).en
    fact = outcome.reported
    unit = "percentage_point" if fact.unit == "percent" else fact.unit
    value = _without_exponent(Context(prec=_FEW, rounding=ROUND_HALF_UP).plus(outcome.difference))
    return f"off by {amount_text(value, unit, noun=fact.noun, style='compact').en}"


def slip_text(outcome: "Outcome") -> Bilingual:
    """A slip by a power of ten by its name, and the figure that is wrong by it; empty where there is none."""
    if outcome.slip is None:
        return Bilingual()
    factor = next(slip.label for slip in SLIPS if slip.name == outcome.slip)
    wrong = next((fact for fact in outcome.facts if fact.id == outcome.slip_fact), None)
    if wrong is None:
        return Bilingual(f"a slip of {factor.en}", f"疑似差{factor.zh}")
    figure = renderings(wrong)
    return Bilingual(
        f"a slip of {factor.en} in {figure.en} ({wrong.edition})",
        f"疑似差{factor.zh}：{figure.zh}（{wrong.edition}年）",
    )


def _insert_figures(formula: str, facts: dict[str, Fact], outcome: "Outcome", lang: Lang) -> str:
    """The formula with figures for ids, in one language."""

    def insert(match: re.Match[str]) -> str:
        if match["rate"]:
            rate = outcome.rate
            return match["rate"] if rate is None else f"{rate.low:f}{_RATE_TO[lang]}{rate.high:f}"
        fact = facts.get(match["of"] or match["id"])
        if fact is None:
            return match[0]
        if match["call"] == "days":
            return _DAYS[lang].format(renderings(fact)[lang])
        if match["call"] == "at_least":
            return _AT_LEAST[lang].format(_operand_text(fact._replace(qualifier=Qualifier.EXACT), lang))
        return _operand_text(fact, lang)

    return _TOKEN.sub(insert, formula)


def _operand_text(fact: Fact, lang: Lang) -> str:
    """A figure as a formula has it: hedged, with the scale, without what is counted."""
    if fact.value is None:
        return renderings(fact)[lang]
    unit = "count" if fact.unit in CURRENCIES else fact.unit
    figure = amount_text(fact.value, unit, qualifier=fact.qualifier, style="compact")[lang]
    return f"({figure})" if fact.value < 0 else figure


def _range_text(interval: "Interval", outcome: "Outcome") -> Bilingual:
    fact = outcome.reported
    low, high = (None if end is None else _round_value(end, outcome) for end in (interval.low, interval.high))
    if low is not None and high is not None:
        first, last = _amount_text(low, fact), _amount_text(high, fact)
        if low == high:
            return first
        return Bilingual(_join_ends(first.en, " to ", last.en), _join_ends(first.zh, "至", last.zh))
    if low is not None:
        first = _amount_text(low, fact)
        if interval.low_closed:
            return Bilingual(f"{first.en} or more", f"{first.zh}及以上")
        return Bilingual(f"more than {first.en}", f"{first.zh}以上")
    if high is not None:
        last = _amount_text(high, fact)
        return Bilingual(f"up to {last.en}", f"至多{last.zh}")
    return Bilingual("anything", "任意值")


def _join_ends(first: str, between: str, last: str) -> str:
    """Both ends, with the unit that they share said once: `72 to 80 companies`."""
    low, high = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if low and high and low[2] == high[2] and "%" not in low[2]:
        return f"{low[1]}{between}{last}"
    return first + between + last


def _amount_text(value: Decimal, fact: Fact) -> Bilingual:
    """A computed amount in the unit of a fact."""
    return amount_text(value, fact.unit, noun=fact.noun)


def _round_value(value: Decimal, outcome: "Outcome") -> Decimal:
    """A value to as many digits as show the difference: decimals for percent, significant digits for amounts."""
    if outcome.reported.unit in PERCENT_UNITS:
        places = max(2, *(_decimal_places(end) for end in (outcome.claimed.low, outcome.claimed.high)))
        while outcome.difference and places < 9 and outcome.difference < Decimal(5).scaleb(-places - 1):
            places += 1
        return _without_exponent(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT))
    digits = _DIGITS
    if outcome.difference:
        digits = max(digits, value.adjusted() - outcome.difference.adjusted() + 2)
    return _without_exponent(Context(prec=digits, rounding=ROUND_HALF_UP).plus(value))


def _decimal_places(value: Decimal | None) -> int:
    """How many decimals a value has."""
    exponent = 0 if value is None else value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _without_exponent(value: Decimal) -> Decimal:
    """The same value without an exponent and without zeros behind the point."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
