"""Units and currencies behind a number, in both languages, and Chinese classifiers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wmc_tui.model.units import CLASSIFIERS, CURRENCIES, LOWER_CASE_CODES, UNITS, UnitKind
from wmc_tui.quantities.normalise import is_han
from wmc_tui.quantities.number import ONE, ZERO
from wmc_tui.quantities.numerals_chinese import ANY_DIGIT


@dataclass(slots=True)
class UnitMatch:
    """A unit behind a number."""

    code: str
    """ISO 4217 code, SI symbol, `percent`, `day` and so on."""
    kind: str
    """As in Figure.kind."""
    end: int
    """One past its last code point."""
    factor: Decimal = ONE
    """What the number must be multiplied by: ten for 成, since seven of them are 70 percent."""


_SPELLINGS = {spelling: (unit.id, unit.kind.value) for unit in UNITS.values() for spelling in unit.behind}
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
_FIRST_WORDS = frozenset(m.group() for words in _SPELLINGS if (m := _FIRST_WORD.match(words)) and m.group())
_GAP = re.compile(r" ?\n{1,2}| {0,4}-?")
_PER_HOUR = re.compile(r"(?:/| per | an )h(?:our|r)?(?![a-z])")
_SIGNS = {sign: _SPELLINGS[sign][0] for sign in "$€£"}
_HAN_STARTS = frozenset(spelling[0] for spelling in _SPELLINGS if is_han(spelling[0]))
_LONGEST_HAN = max(len(spelling) for spelling in _SPELLINGS if is_han(spelling[0]))
_NO_CLASSIFIER = re.compile(
    "国际|国内|国外|国产|人类|人民|区块|大型|大会|大赛|大数据|组织|组成|支持|首席|集团|集成|集群|院士|对接|双碳|届时|"
    "部分|部门|对于|对应|人工|个性|大学|大道|大厦|大街|国道|省道|门户|家庭|口岸|处理|处于|条件|类似|本身|本地|次于|套路|场景|"
    "城镇|首届|首次|首个|首家|份额|位于|位居|位列|把握|种子|期间|节能|口径|市场|区域|区间|队列|双方|张贴|包括|包含|字节|位数"
)
_POINTS = re.compile(r" {0,8}个? {0,4}百 {0,4}分 {0,4}点(?!位)")
_AND_A_HALF = re.compile("个半(月|小时|星期)")
_CHENG = re.compile(r" {0,2}成(?![为立功果员本都长绩交套了])(半| ?[0-9零一二三四五六七八九](?![0-9十百千万亿成点.]))?")
_NOT_YUAN = frozenset("旦月宵年素件器")


def english_unit(text: str, folded: str, at: int) -> UnitMatch | None:
    """The English unit or currency behind a number that ends at `at`; None where there is none."""
    gap = _GAP.match(folded, at)
    start = gap.end() if gap else at
    char = folded[start : start + 1]
    if not char or ("\n" in folded[at:start] and not "a" <= text[start] <= "z"):
        return None
    if char == "%":
        return UnitMatch("percent", "percent", start + 1)
    if char == "‰":
        return UnitMatch("percent", "percent", start + 1, Decimal("0.1"))
    if char in _SIGNS:
        return UnitMatch(_SIGNS[char], "currency", start + 1) if _closes(folded, start) else None
    first = _FIRST_WORD.match(folded, start)
    match = _WORDS.match(folded, start) if first and first.group() in _FIRST_WORDS else None
    for words in _shorter(match.group()) if match else ():
        entry = _SPELLINGS.get(words)
        unit = _check_spelling(text, folded, start, len(words), entry) if entry else None
        if unit is not None:
            return None if words == "pp" and folded[at] != " " else unit
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


def _check_spelling(text: str, folded: str, start: int, length: int, entry: tuple[str, str]) -> UnitMatch | None:
    code, kind = entry
    end = start + length
    if _runs_on(folded, end):
        return None
    word = folded[start:end]
    if word in _UPPER_ONLY and word.upper() == code and not text[start:end].isupper():
        return None
    if code in ("km", "mi") and (speed := _PER_HOUR.match(folded, end)):
        return UnitMatch(code + "/h", kind, speed.end())
    return UnitMatch(code, kind, end)


def _symbol(text: str, folded: str, at: int, start: int) -> UnitMatch | None:
    """A short symbol, whose case counts: 5 t, 3 MW."""
    end = start
    while end - start < 3 and "a" <= folded[end : end + 1] <= "z":
        end += 1
    entry = _SYMBOLS.get(text[start:end])
    if entry is None or _runs_on(folded, end) or folded[end : end + 1] in ("'", "/") or folded[at:start].strip(" "):
        return None
    return UnitMatch(*entry, end)


def _runs_on(folded: str, end: int) -> bool:
    """Whether the word goes on at `end`, so that its beginning is no unit."""
    following = folded[end : end + 1]
    return following.isascii() and (following.isalnum() or following == "_")


def han_unit(text: str, folded: str, at: int) -> tuple[UnitMatch | None, Decimal]:
    """The unit behind a number that ends at `at` (None where there is none), and what 半 or a last digit adds to it."""
    points = _POINTS.match(folded, at)
    if points:
        return UnitMatch("percentage_point", "percentage_point", points.end()), ZERO
    cheng = _CHENG.match(folded, at)
    if cheng:
        rest = cheng.group(1)
        extra = ZERO if not rest else Decimal(5) if rest == "半" else ANY_DIGIT[rest.strip()]
        return UnitMatch("percent", "percent", cheng.end(), Decimal(10)), extra
    start = at
    while start - at < 4 and folded[start : start + 1] == " ":
        start += 1
    mixed = _AND_A_HALF.match(folded, start)
    if mixed:
        return UnitMatch(_SPELLINGS["个" + mixed.group(1)][0], "duration", mixed.end()), Decimal("0.5")
    if folded[start : start + 1] not in _HAN_STARTS:
        return english_unit(text, folded, at), ZERO
    for length in range(_LONGEST_HAN, 0, -1):
        entry = _SPELLINGS.get(folded[start : start + length])
        if entry is not None and len(folded) >= start + length and _fits(folded, start, length, entry):
            half = entry[1] != "currency" and folded[start + length : start + length + 1] == "半"
            end = start + length + half
            return UnitMatch(entry[0], entry[1], end), Decimal("0.5") if half else ZERO
    return None, ZERO


def _fits(folded: str, start: int, length: int, entry: tuple[str, str]) -> bool:
    """Whether the word is the unit here, and not the beginning of another word (元旦, 块蛋糕, 年代)."""
    word, following = (folded[start : start + length], folded[start + length : start + length + 1])
    if word == "元":
        return following not in _NOT_YUAN or not following
    if word == "块":
        return not "\u4e00" <= following <= "\u9fff" or following in "钱多左以的和又"
    if word == "年":
        return following not in "代级轻" or not following
    if word == "周":
        return following not in "年岁" or not following
    if word in ("克", "米", "升", "瓦", "伏", "斤"):
        return following not in "拉兰服粉饭级学" or not following
    return True


def classifier(folded: str, at: int) -> str:
    """The classifier or counted noun right behind a number; empty where there is none."""
    start = at + 1 if folded[at : at + 1] == " " else at
    for length in (2, 1):
        word = folded[start : start + length]
        if len(word) == length and word in CLASSIFIERS:
            return "" if _NO_CLASSIFIER.match(folded, start) else word
    return ""
