"""English units and currencies behind a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wmc_tui.quantities.currencies import CODES, ENGLISH
from wmc_tui.quantities.number import ONE


@dataclass(slots=True)
class Unit:
    """A unit as found."""

    code: str
    """ISO 4217 code, SI symbol, `percent`, `day` and so on."""
    kind: str
    """As in Figure.kind."""
    end: int
    """One past its last code point."""
    factor: Decimal = ONE
    """What the number must be multiplied by: ten for 成, since seven of them are 70 percent."""


def _spread(kind: str, table: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {word.strip(): (code, kind) for code, words in table.items() for word in words.split(",")}


_ENGLISH = _spread(
    "measure",
    {
        "m2": "square meter, square meters, square metre, square metres, square-meter, square-metre, sq m, sq. m, sq.m, ㎡, sqm, m2, m²",
        "km2": "square kilometer, square kilometers, square kilometre, square kilometres, square-kilometer, sq km, sq. km, sq.km, ㎢, km2, km²",
        "ft2": "square foot, square feet, sq ft, sq. ft, sq.ft",
        "ha": "hectare, hectares",
        "acre": "acre, acres",
        "mu": "mu",
        "m3": "cubic meter, cubic meters, cubic metre, cubic metres, ㎥, m3, m³",
        "km": "kilometer, kilometers, kilometre, kilometres, km, kms, ㎞",
        "m": "meter, meters, metre, metres",
        "cm": "centimeter, centimeters, centimetre, centimetres, cm, ㎝",
        "mm": "millimeter, millimeters, millimetre, millimetres, mm, ㎜",
        "nm": "nanometer, nanometers, nanometre, nanometres",
        "um": "micrometer, micrometers, micrometre, micrometres, micron, microns, μm, µm",
        "mi": "mile, miles",
        "nmi": "nautical mile, nautical miles",
        "ft": "foot, feet, ft",
        "in": "inch, inches",
        "yd": "yard, yards",
        "t": "ton, tons, tonne, tonnes, metric ton, metric tons",
        "kg": "kilogram, kilograms, kg, kilo, kilos, ㎏",
        "g": "gram, grams",
        "mg": "milligram, milligrams, mg",
        "lb": "pound, pounds, lb, lbs",
        "km/h": "km/h, km per hour, kilometers per hour, kilometres per hour, kilometers an hour, kph, kmh, kmph",
        "mi/h": "miles per hour, mph",
        "m/s": "m/s, meters per second, metres per second",
        "kW": "kilowatt, kilowatts, kw",
        "MW": "megawatt, megawatts",
        "GW": "gigawatt, gigawatts, gw",
        "kWh": "kilowatt-hour, kilowatt-hours, kilowatt hours, kwh",
        "MWh": "megawatt-hour, megawatt-hours, megawatt hours",
        "GWh": "gigawatt-hour, gigawatt-hours, gigawatt hours, gwh",
        "TWh": "terawatt-hour, terawatt-hours, terawatt hours, twh",
        "V": "volt, volts",
        "°C": "degree celsius, degrees celsius, °c, ℃",
        "°F": "degree fahrenheit, degrees fahrenheit, °f, ℉",
        "L": "liter, liters, litre, litres",
        "mL": "ml, milliliter, milliliters, millilitre, millilitres",
        "GHz": "ghz",
        "MHz": "mhz",
        "GB": "gigabytes",
        "TB": "terabytes",
    },
)
_ENGLISH |= _spread("percent", {"percent": "%, percent, per cent, percents, pct, percentage"})
_ENGLISH |= _spread(
    "percentage_point",
    {"percentage_point": "percentage point, percentage points, percentage-point, percent point, pp"},
)
_DURATIONS = _spread(
    "duration",
    {
        "year": "year, years, yr, yrs",
        "month": "month, months",
        "week": "week, weeks",
        "day": "day, days",
        "hour": "hour, hours, hr, hrs",
        "minute": "minute, minutes, min, mins",
        "second": "seconds, sec, secs",
    },
)
DURATION_CODES = {word: code for word, (code, _) in _DURATIONS.items()} | {"second": "second"}
"""English words for spans of time, and the unit each stands for."""
_ENGLISH |= _DURATIONS
_MONEY_EN = {
    "CNY": "rmb, yuan, yuans, renminbi, kuai, chinese yuan",
    "USD": "us dollar, us dollars, u.s. dollar, u.s. dollars, american dollars, dollar, dollars, $, us$, bucks",
    "EUR": "euro, euros, €",
    "GBP": "british pound, british pounds, pounds sterling, pound sterling, £",
    "JPY": "yen, japanese yen",
    "KRW": "won, korean won, south korean won",
    "TWD": "new taiwan dollar, new taiwan dollars, taiwan dollars, nt$",
    "INR": "rupee, rupees, indian rupee, indian rupees",
    "RUB": "rouble, roubles, ruble, rubles",
    "CHF": "swiss franc, swiss francs",
    "HKD": "hk$, hk dollars",
    "MXN": "mexican peso, mexican pesos",
    "PHP": "philippine peso, philippine pesos",
    "DKK": "danish krone, danish kroner",
    "NOK": "norwegian krone, norwegian kroner",
    "TRY": "turkish lira, turkish liras, lira",
    "SAR": "saudi riyal, saudi riyals, riyals",
    "AED": "dirham, dirhams",
    "ILS": "shekel, shekels",
    "PLN": "zloty, zlotys",
    "HUF": "forint, forints",
    "IDR": "rupiah",
    "CZK": "czech koruna, czech crowns",
    "ARS": "argentine peso, argentine pesos",
}
_ENGLISH |= _spread("currency", {code: ", ".join(names).lower() for code, names in ENGLISH.items()})
_ENGLISH |= _spread("currency", _MONEY_EN)
_ENGLISH |= {code.lower(): (code, "currency") for code in CODES if code.lower() not in _ENGLISH}
_UPPER_ONLY = frozenset(code.lower() for code in CODES) - {
    "usd",
    "rmb",
    "cny",
    "eur",
    "gbp",
    "jpy",
    "hkd",
    "aud",
    "cad",
}
_SYMBOL_CODES = "t g m ha W MW GW MWh V L GB TB MB nm"
_SYMBOLS = {code: (code, "measure") for code in _SYMBOL_CODES.split()} | {"s": ("second", "duration")}
"""Symbols whose case counts: t is a ton, T is none."""
_WORDS = re.compile(r"[a-z$£€²³/.°℃℉㎡㎢㎥㎞㎝㎜㎏μµ]{1,24}[0-9]?(?:[ -][a-z$]+(?:[ -][a-z]+)?)?")
_FIRST_WORD = re.compile(r"[a-z$€£°℃℉㎡㎢㎥㎞㎝㎜㎏μµ]{0,24}")
_FIRST_WORDS = frozenset(m.group() for words in _ENGLISH if (m := _FIRST_WORD.match(words)))
_GAP = re.compile(r" ?\n{1,2}| {0,4}-?")
_PER_HOUR = re.compile(r"(?:/| per | an )h(?:our|r)?(?![a-z])")
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}


def english_unit(text: str, folded: str, at: int) -> Unit | None:
    """The English unit or currency behind a number that ends at `at`; None where there is none."""
    gap = _GAP.match(folded, at)
    start = gap.end() if gap else at
    char = folded[start : start + 1]
    if not char or ("\n" in folded[at:start] and not "a" <= text[start] <= "z"):
        return None
    if char == "%":
        return Unit("percent", "percent", start + 1)
    if char == "‰":
        return Unit("percent", "percent", start + 1, Decimal("0.1"))
    if char in _SIGNS:
        return Unit(_SIGNS[char], "currency", start + 1) if _closes(folded, start) else None
    first = _FIRST_WORD.match(folded, start)
    match = _WORDS.match(folded, start) if first and first.group() in _FIRST_WORDS else None
    for words in _shorter(match.group()) if match else ():
        entry = _ENGLISH.get(words)
        if entry is None or (found := _checked(text, folded, start, len(words), entry)) is None:
            continue
        return None if words == "pp" and folded[at] != " " else found
    return _symbol(text, folded, at, start)


def _closes(folded: str, at: int) -> bool:
    """Whether a currency sign belongs to the number before it ("10 $ 30 $"), not to one behind it."""
    after = folded[at + 1 : at + 3]
    return not (after[:1].isdecimal() or (after[:1] == " " and after[1:].isdecimal() and folded[at - 1] != " "))


def _shorter(words: str) -> Iterator[str]:
    """The phrase, and the phrase without its last words: "square meters in", "square meters", "square"."""
    yield words.rstrip(".")
    while (cut := max(words.rfind(" "), words.rfind("-"))) > 0:
        words = words[:cut]
        yield words.rstrip(".")


def _checked(text: str, folded: str, start: int, length: int, entry: tuple[str, str]) -> Unit | None:
    code, kind = entry
    end = start + length
    if _runs_on(folded, end):
        return None
    word = folded[start:end]
    if word in _UPPER_ONLY and word.upper() == code and not text[start:end].isupper():
        return None
    if code in ("km", "mi") and (speed := _PER_HOUR.match(folded, end)):
        return Unit(code + "/h", kind, speed.end())
    return Unit(code, kind, end)


def _symbol(text: str, folded: str, at: int, start: int) -> Unit | None:
    """A short symbol, whose case counts: 5 t, 3 MW."""
    end = start
    while end - start < 3 and "a" <= folded[end : end + 1] <= "z":
        end += 1
    entry = _SYMBOLS.get(text[start:end])
    if entry is None or _runs_on(folded, end) or folded[end : end + 1] in ("'", "/") or folded[at:start].strip(" "):
        return None
    return Unit(*entry, end)


def _runs_on(folded: str, end: int) -> bool:
    """Whether the word goes on at `end`, so that its beginning is no unit."""
    following = folded[end : end + 1]
    return following.isascii() and (following.isalnum() or following == "_")
