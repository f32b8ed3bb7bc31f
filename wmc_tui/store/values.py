"""What a value of a store may look like: one `Form` for each kind of key, used by the tables in `schema`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from wmc_tui.model import Measure, Qualifier, Scope, Stage
from wmc_tui.model.claims import CheckKind, ConflictKind, ConflictStatus
from wmc_tui.model.units import UNITS
from wmc_tui.store.problems import did_you_mean, quoted
from wmc_tui.store.toml_file import kind_of

_MOST_DIGITS = 30
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_ADDRESS = re.compile(r"(https?://\S+)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_BCP47 = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Wrong(ValueError):
    """A value that does not fit its form: what is wrong, and the nearest right value or what to do."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of value."""

    name: str
    """What it is, for people: `a year`, `text`."""
    read: Callable[[Any], Any]
    """The value of the model for a value of TOML; raises Wrong."""
    empty: Any = ""
    """The value of a key that is not there."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        plain = isinstance(value, int | float | date) and not isinstance(value, bool)
        hint = f'write it in quotes: "{quoted(value)}"' if plain else "write text in quotes"
        raise Wrong(f"{kind_of(value)}, not text", hint)
    return value


def _words(value: object) -> str:
    text = _text(value)
    if not text.strip():
        raise Wrong("the text is empty", "write it, or leave the record out")
    return text


def _ident(value: object) -> str:
    text = _words(value)
    if not text.isprintable() or " " in text:
        raise Wrong(f"{quoted(text)} holds a space or a control character", "ids are one word: letters, digits, . _ -")
    return text


def _idents(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Wrong(f"{kind_of(value)}, not a list of ids", 'write ["first.id", "second.id"]')
    return tuple(_ident(ident) for ident in value)


def _whole(lowest: int, highest: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise Wrong(f"{kind_of(value)}, not an integer", "write digits without quotes")
        if not lowest <= value <= highest:
            raise Wrong(f"{quoted(value)} is not between {lowest} and {highest}")
        return value

    return read


def _number(value: object) -> Decimal:
    if isinstance(value, float):
        raise Wrong(f"{kind_of(value)}, which loses digits", f'write it in quotes: "{value}"')
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Wrong(f"{kind_of(value)}, not a number", 'write digits, or a decimal fraction in quotes: "8.1"')
    if isinstance(value, int):
        if abs(value) >= 10**_MOST_DIGITS:
            raise Wrong(f"the number has more than {_MOST_DIGITS} digits")
        return Decimal(value)
    if not _NUMBER.fullmatch(value):
        plain = value.replace(",", "").replace(" ", "")
        hint = f'did you mean "{plain}"?' if _NUMBER.fullmatch(plain) else 'write digits and a point only: "8.1"'
        raise Wrong(f"{quoted(value)} is not a number", hint)
    if sum(map(str.isdigit, value)) > _MOST_DIGITS:
        raise Wrong(f"the number has more than {_MOST_DIGITS} digits")
    return Decimal(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Wrong(f"{kind_of(value)}, not true or false", "write true or false without quotes")
    return value


def _day(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    hint = f"write it without quotes: {value}" if is_day(value) else "write it as 2023-09-20, without quotes"
    raise Wrong(f"{kind_of(value)}, not a date", hint)


def is_day(value: object) -> bool:
    """True for the text of a day that exists, `2023-09-20`."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _shaped(fits: Callable[[str], object], what: str, hint: str, name: str = "") -> Form:
    """A text that is `what` if it `fits`."""

    def read(value: object) -> str:
        text = _text(value)
        if not fits(text):
            raise Wrong(f"{quoted(text)} is not {what}", hint)
        return text

    return Form(name or what, read)


def _is_month(text: str) -> bool:
    return len(text) == len("2018-05") and is_day(f"{text}-01")


def _is_partial_day(text: str) -> bool:
    return is_day(text) or _is_month(text) or (len(text) == len("2018") and is_day(f"{text}-01-01"))


def _bcp47(value: object) -> str:
    text = _text(value)
    if _BCP47.fullmatch(text):
        return text
    first, *rest = text.replace("_", "-").split("-")
    usual = "-".join([first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])
    hint = f'did you mean "{usual}"?' if _BCP47.fullmatch(usual) else 'write "en", "zh-Hans", "zh-Hant" or the like'
    raise Wrong(f"{quoted(text)} is not the code of a language", hint)


def _unit(value: object) -> str:
    text = _text(value)
    if text in UNITS or re.fullmatch(r"[A-Z]{3}", text):
        return text
    raise Wrong(f"{quoted(text)} is no unit and no code of a currency", did_you_mean(text, UNITS))


def one_of(*choices: str) -> Form:
    """One of a few words."""

    def read(value: object) -> str:
        text = _text(value)
        if text not in choices:
            raise Wrong(f"{quoted(text)} is none of {', '.join(choices)}", did_you_mean(text, choices))
        return text

    return Form(f"one of {', '.join(choices)}", read)


def _word_of(kind: type[StrEnum], empty: str = "") -> Form:
    """One of the words of an enum."""
    words = one_of(*kind)
    return Form(words.name, lambda value: kind(words.read(value)), empty)


TEXT = Form("text", _text)
ADDRESS = _shaped(_ADDRESS.fullmatch, "the address of a page", "write http:// or https:// and no spaces, or remove it")
WORDS = Form("text that is not empty", _words)
IDENT = Form("an id", _ident)
IDENTS = Form("a list of ids", _idents, ())
YEAR = Form("a year", _whole(1900, 2999), 0)
YEAR_OR_NONE = Form("a year", _whole(1900, 2999), None)
NUMBER = Form("an integer, or a decimal number in quotes", _number, None)
ORDER = Form("a number from 1", _whole(1, 999_999), 0)
FLAG = Form("true or false", _flag, False)
DAY = Form("a date", _day, None)
MONTH = _shaped(_is_month, "a month", 'write it as "2018-05"', "a month, in quotes")
_EXACTLY = 'write it as exactly as it is known: "2023", "2023-09", "2023-09-28"'
PARTIAL_DAY = _shaped(_is_partial_day, "a date", _EXACTLY, "a date as exact as known, in quotes")
UNIT = Form("a unit", _unit)
_ISO_639 = 'write "en", "zh", or another ISO 639 code such as "ja"'
LANG = _shaped(_LANGUAGE.fullmatch, "the code of a language", _ISO_639, "a language code")
SOURCE_LANG = Form("a BCP 47 language code", _bcp47)
QUALIFIER = _word_of(Qualifier)
SCOPE = _word_of(Scope)
STAGE = _word_of(Stage)
MEASURE = _word_of(Measure, empty=Measure.AMOUNT)
CHECK_KIND = _word_of(CheckKind)
CONFLICT_KIND = _word_of(ConflictKind)
CONFLICT_STATUS = _word_of(ConflictStatus)
