"""English units and currencies behind a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wmc_tui.model.units import CURRENCIES, LOWER_CASE_CODES, UNITS, UnitKind
from wmc_tui.quantities.normalise import is_han
from wmc_tui.quantities.number import ONE


@dataclass(slots=True)
class UnitFound:
    """A unit as found."""

    code: str
    """ISO 4217 code, SI symbol, `percent`, `day` and so on."""
    kind: str
    """As in Figure.kind."""
    end: int
    """One past its last code point."""
    factor: Decimal = ONE
    """What the number must be multiplied by: ten for 成, since seven of them are 70 percent."""


_SPELLINGS = {
    spelling: (unit.id, unit.kind.value)
    for unit in UNITS.values()
    for spelling in unit.behind
    if not is_han(spelling[-1])
}
_SPELLINGS |= {code.lower(): (code, "currency") for code in CURRENCIES if code.lower() not in _SPELLINGS}
del _SPELLINGS["second"]  # "the 5 second runners-up": alone, the singular is an ordinal more often than a span of time
DURATIONS = {spelling: unit.id for unit in UNITS.values() if unit.kind is UnitKind.DURATION for spelling in unit.behind}
"""Words for spans of time, and the unit each stands for."""
_UPPER_ONLY = frozenset(code.lower() for code in CURRENCIES) - LOWER_CASE_CODES
_SYMBOLS = {
    symbol: (unit.id, unit.kind.value) for unit in UNITS.values() if unit.symbols for symbol in unit.symbols.split(", ")
}
_WORDS = re.compile(r"[a-z$£€²³/.°℃℉㎡㎢㎥㎞㎝㎜㎏μµ]{1,24}[0-9]?(?:[ -][a-z$]+(?:[ -][a-z]+)?)?")
_FIRST_WORD = re.compile(r"[a-z$€£°℃℉㎡㎢㎥㎞㎝㎜㎏μµ]{0,24}")
_FIRST_WORDS = frozenset(m.group() for words in _SPELLINGS if (m := _FIRST_WORD.match(words)))
_GAP = re.compile(r" ?\n{1,2}| {0,4}-?")
_PER_HOUR = re.compile(r"(?:/| per | an )h(?:our|r)?(?![a-z])")
_SIGNS = {sign: _SPELLINGS[sign][0] for sign in "$€£"}


def english_unit(text: str, folded: str, at: int) -> UnitFound | None:
    """The English unit or currency behind a number that ends at `at`; None where there is none."""
    gap = _GAP.match(folded, at)
    start = gap.end() if gap else at
    char = folded[start : start + 1]
    if not char or ("\n" in folded[at:start] and not "a" <= text[start] <= "z"):
        return None
    if char == "%":
        return UnitFound("percent", "percent", start + 1)
    if char == "‰":
        return UnitFound("percent", "percent", start + 1, Decimal("0.1"))
    if char in _SIGNS:
        return UnitFound(_SIGNS[char], "currency", start + 1) if _closes(folded, start) else None
    first = _FIRST_WORD.match(folded, start)
    match = _WORDS.match(folded, start) if first and first.group() in _FIRST_WORDS else None
    for words in _shorter(match.group()) if match else ():
        entry = _SPELLINGS.get(words)
        if entry is None or (found := _check_spelling(text, folded, start, len(words), entry)) is None:
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


def _check_spelling(text: str, folded: str, start: int, length: int, entry: tuple[str, str]) -> UnitFound | None:
    code, kind = entry
    end = start + length
    if _runs_on(folded, end):
        return None
    word = folded[start:end]
    if word in _UPPER_ONLY and word.upper() == code and not text[start:end].isupper():
        return None
    if code in ("km", "mi") and (speed := _PER_HOUR.match(folded, end)):
        return UnitFound(code + "/h", kind, speed.end())
    return UnitFound(code, kind, end)


def _symbol(text: str, folded: str, at: int, start: int) -> UnitFound | None:
    """A short symbol, whose case counts: 5 t, 3 MW."""
    end = start
    while end - start < 3 and "a" <= folded[end : end + 1] <= "z":
        end += 1
    entry = _SYMBOLS.get(text[start:end])
    if entry is None or _runs_on(folded, end) or folded[end : end + 1] in ("'", "/") or folded[at:start].strip(" "):
        return None
    return UnitFound(*entry, end)


def _runs_on(folded: str, end: int) -> bool:
    """Whether the word goes on at `end`, so that its beginning is no unit."""
    following = folded[end : end + 1]
    return following.isascii() and (following.isalnum() or following == "_")
