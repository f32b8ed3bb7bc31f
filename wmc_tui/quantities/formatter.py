"""Writes a quantity as English or Chinese would. Imports no table of the recogniser, so it is cheap at start-up."""

from decimal import Decimal

from wmc_tui.model.units import UNITS, Unit, UnitKind

_EN_SCALES = ((12, " trillion"), (9, " billion"), (6, " million"))
_EN_SHORT = ((12, "tn"), (9, "bn"), (6, "mn"))
_ZH_SCALES = ((12, "万亿"), (8, "亿"), (4, "万"))
_HEDGES = {
    "exact": ("", ""),
    "over": ("over ", "超"),
    "at_least": ("at least ", "至少"),
    "nearly": ("nearly ", "近"),  # 将近 before a span of time, where 近 means "the last"
    "about": ("about ", "约"),
    "up_to": ("up to ", "至多"),
    "less_than": ("less than ", "不到"),
    "expected": ("an expected ", "预计"),
}
_UNSCALED = {"percent", "percentage_point", "ordinal"}
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "media": "media"}
_STYLES = {"full", "compact", "plain"}


def format_en(value: Decimal, unit: str, *, qualifier: str = "exact", noun: str = "", style: str = "full") -> str:
    """Write `value` in English.

    `unit` is `count` (with `noun`, an English plural), an ISO 4217 code, `percent`, `percentage_point`, an SI symbol,
    `day`, `ordinal` or "". `style` is `full` ("342.5 billion yuan"), `compact` ("CNY 342.5bn") or `plain`
    ("342500000000"). No digit is lost and none is added. ValueError for a value that is not finite, or an unknown
    style or qualifier.
    """
    _check(value, qualifier, style)
    if style == "plain":
        return _digits(value)
    hedge, _ = _HEDGES[qualifier]
    number = _scaled(value, unit, _EN_SHORT if style == "compact" else _EN_SCALES, grouped=True)
    if unit == "ordinal":
        return hedge + number + _ordinal_ending(number)
    if unit == "count":
        word = _singular(noun) if number == "1" else noun
    elif unit not in UNITS:
        word = unit
    elif style == "compact" and UNITS[unit].kind is UnitKind.CURRENCY:
        return f"{hedge}{unit} {number}"
    else:
        word = _english_word(UNITS[unit], singular=number == "1", short=style == "compact")
    return hedge + number + (f" {word}" if word and word != "%" else word)


def format_zh(value: Decimal, unit: str, *, qualifier: str = "exact", noun: str = "", style: str = "full") -> str:
    """Write `value` in simplified Chinese.

    As `format_en`, but `noun` is a classifier such as 个, and `compact` is the same as `full`.
    """
    _check(value, qualifier, style)
    if style == "plain":
        return _digits(value)
    _, hedge = _HEDGES[qualifier]
    number = _scaled(value, unit, _ZH_SCALES, grouped=False)
    if unit == "ordinal":
        return f"{hedge}第{number}{noun}"
    if qualifier == "over" and unit == "count" and noun and _takes_duo(number):
        return f"{number}多{noun}"
    entry = UNITS.get(unit)
    if qualifier == "nearly" and entry is not None and entry.kind is UnitKind.DURATION:
        hedge = "将近"
    ending = noun if unit == "count" else (entry.zh if entry else "") or unit
    return hedge + number + ending


def _check(value: Decimal, qualifier: str, style: str) -> None:
    if not value.is_finite():
        raise ValueError(f"no quantity can be written from {value}")
    if style not in _STYLES:
        raise ValueError(f"unknown style {style!r}; one of {', '.join(sorted(_STYLES))}")
    if qualifier not in _HEDGES:
        raise ValueError(f"unknown qualifier {qualifier!r}; one of {', '.join(_HEDGES)}")


def _digits(value: Decimal, power: int = 0, *, grouped: bool = False) -> str:
    """`value` divided by 10**`power`, every digit kept; zeros at the end go where a scale word stands for them."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    written = format(Decimal((sign if value else 0, digits, exponent - power)), ",f" if grouped else "f")
    return written.rstrip("0").rstrip(".") if power and "." in written else written


def _scaled(value: Decimal, unit: str, scales: tuple[tuple[int, str], ...], *, grouped: bool) -> str:
    if unit not in _UNSCALED:
        for power, word in scales:
            if value.copy_abs() >= Decimal((0, (1,), power)):
                return _digits(value, power, grouped=grouped) + word
    return _digits(value, grouped=grouped)


def _english_word(unit: Unit, *, singular: bool, short: bool) -> str:
    if short and unit.short:
        return unit.short
    return (unit.one if singular else unit.many) or unit.id


def _takes_duo(number: str) -> bool:
    """Whether Chinese would put 多 after it: 430多个 and 3万多名, but never 35多个 or 1.6万多名."""
    return "." not in number and number[-1] in "0万亿" and number != "0"


def _ordinal_ending(number: str) -> str:
    if number[-2:] in ("11", "12", "13"):
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


def _singular(noun: str) -> str:
    """The last word of an English plural in the singular: countries to country, guests to guest."""
    head, space, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.endswith(("sses", "xes", "ches", "shes")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    return head + space + last
