"""Writes a quantity as English or Chinese would. Imports no table of the recogniser, so it is cheap at start-up."""

from decimal import Decimal

from wmc_tui.quantities.currencies import CHINESE, CODES, ENGLISH

_EN_SCALES = ((12, " trillion", "tn"), (9, " billion", "bn"), (6, " million", "mn"))
_ZH_SCALES = ((12, "万亿"), (8, "亿"), (4, "万"))
_EN_HEDGES = {
    "exact": "",
    "over": "over ",
    "at_least": "at least ",
    "nearly": "nearly ",
    "about": "about ",
    "up_to": "up to ",
    "less_than": "less than ",
    "expected": "an expected ",
}
_ZH_HEDGES = {
    "exact": "",
    "over": "超",
    "at_least": "至少",
    "nearly": "近",  # 将近 before a span of time, where 近 means "the last"
    "about": "约",
    "up_to": "至多",
    "less_than": "不到",
    "expected": "预计",
}
_EN_UNITS = {
    "percent": ("%", "%", "%"),
    "percentage_point": (" percentage point", " percentage points", " pp"),
    "m2": (" square meter", " square meters", " m2"),
    "km/h": (" km/h", " km/h", " km/h"),
    "t": (" ton", " tons", " t"),
    "day": (" day", " days", " days"),
    "year": (" year", " years", " years"),
    "month": (" month", " months", " months"),
    "week": (" week", " weeks", " weeks"),
    "hour": (" hour", " hours", " hours"),
    "minute": (" minute", " minutes", " minutes"),
    "second": (" second", " seconds", " seconds"),
    "acre": (" acre", " acres", " acres"),
}
_ZH_UNITS = {
    "percent": "%",
    "percentage_point": "个百分点",
    "m2": "平方米",
    "km/h": "公里/小时",
    "t": "吨",
    "day": "天",
    "year": "年",
    "month": "个月",
    "week": "周",
    "hour": "小时",
    "minute": "分钟",
    "second": "秒",
    "km2": "平方公里",
    "ha": "公顷",
    "mu": "亩",
    "m3": "立方米",
    "km": "公里",
    "m": "米",
    "cm": "厘米",
    "mm": "毫米",
    "kg": "公斤",
    "g": "克",
    "m/s": "米/秒",
    "kW": "千瓦",
    "MW": "兆瓦",
    "GW": "吉瓦",
    "kWh": "千瓦时",
    "MWh": "兆瓦时",
    "GWh": "吉瓦时",
    "TWh": "太瓦时",
}
_SPANS = {"year", "month", "week", "day", "hour", "minute", "second"}
_UNSCALED = {"percent", "percentage_point", "ordinal"}
_SIMPLIFIED = "万亿个约预计将过镑欧韩币时点吨届国户种类辆项场条间页颗张处两门台篇云户届顿兰卢长层阶组对双队伙员头"
_TRADITIONAL = "萬億個約預計將過鎊歐韓幣時點噸屆國戶種類輛項場條間頁顆張處兩門臺篇雲戶屆頓蘭盧長層階組對雙隊夥員頭"
_TO_TRADITIONAL = str.maketrans(_SIMPLIFIED, _TRADITIONAL)
_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "media": "media",
}
_STYLES = {"full", "compact", "plain"}


def format_en(
    value: Decimal,
    unit: str,
    *,
    qualifier: str = "exact",
    noun: str = "",
    style: str = "full",
) -> str:
    """Write `value` in English.

    `unit` is `count` (with `noun`, an English plural), an ISO 4217 code, `percent`, `percentage_point`, an SI symbol,
    `day`, `ordinal` or "". `style` is `full` ("342.5 billion yuan"), `compact` ("CNY 342.5bn") or `plain`
    ("342500000000"). No digit is lost and none is added. ValueError for a value that is not finite, or an unknown
    style or qualifier.
    """
    _check(value, qualifier, style, _EN_HEDGES)
    if style == "plain":
        return _digits(value, 0)
    hedge = _EN_HEDGES[qualifier]
    number = _english_number(value, unit, compact=style == "compact")
    if unit == "ordinal":
        return hedge + number + _ordinal_ending(number)
    one = number == "1"
    if unit in CODES:
        if style == "compact":
            return f"{hedge}{unit} {number}"
        singular, plural = ENGLISH.get(unit, (unit, unit))
        return f"{hedge}{number} {singular if one else plural}"
    if unit in _EN_UNITS:
        singular, plural, short = _EN_UNITS[unit]
        return hedge + number + (singular if one else plural if style == "full" else short)
    word = (_singular(noun) if one else noun) if unit == "count" else unit
    return f"{hedge}{number} {word}" if word else hedge + number


def format_zh(
    value: Decimal,
    unit: str,
    *,
    qualifier: str = "exact",
    noun: str = "",
    style: str = "full",
    traditional: bool = False,
) -> str:
    """Write `value` in Chinese, simplified or `traditional`.

    As `format_en`, but `noun` is a classifier such as 个, and `compact` is the same as `full`.
    """
    _check(value, qualifier, style, _ZH_HEDGES)
    if style == "plain":
        return _digits(value, 0)
    number = _chinese_number(value, unit)
    if unit == "ordinal":
        written = f"{_ZH_HEDGES[qualifier]}第{number}{noun}"
    else:
        ending = _chinese_ending(unit, noun)
        if qualifier == "over" and unit == "count" and noun and _takes_duo(number):
            written = f"{number}多{ending}"
        else:
            hedge = "将近" if qualifier == "nearly" and unit in _SPANS else _ZH_HEDGES[qualifier]
            written = hedge + number + ending
    return written.translate(_TO_TRADITIONAL) if traditional else written


def _check(value: Decimal, qualifier: str, style: str, hedges: dict[str, str]) -> None:
    if not value.is_finite():
        raise ValueError(f"no quantity can be written from {value}")
    if style not in _STYLES:
        raise ValueError(f"unknown style {style!r}; one of {', '.join(sorted(_STYLES))}")
    if qualifier not in hedges:
        raise ValueError(f"unknown qualifier {qualifier!r}; one of {', '.join(hedges)}")


def _digits(value: Decimal, power: int, *, grouped: bool = False) -> str:
    """`value` divided by 10**`power`, every digit kept; zeros at the end go where a scale word stands for them."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    written = format(
        Decimal((sign if value else 0, digits, exponent - power)),
        ",f" if grouped else "f",
    )
    return written.rstrip("0").rstrip(".") if power and "." in written else written


def _english_number(value: Decimal, unit: str, *, compact: bool) -> str:
    if unit not in _UNSCALED:
        for power, word, short in _EN_SCALES:
            if value.copy_abs() >= Decimal((0, (1,), power)):
                return _digits(value, power, grouped=True) + (short if compact else word)
    return _digits(value, 0, grouped=True)


def _chinese_number(value: Decimal, unit: str) -> str:
    if unit not in _UNSCALED:
        for power, word in _ZH_SCALES:
            if value.copy_abs() >= Decimal((0, (1,), power)):
                return _digits(value, power) + word
    return _digits(value, 0)


def _chinese_ending(unit: str, noun: str) -> str:
    if unit == "count":
        return noun
    return CHINESE.get(unit) or _ZH_UNITS.get(unit) or unit


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
