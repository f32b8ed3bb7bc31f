"""Chinese units, currencies and classifiers behind a number."""

import re
from decimal import Decimal

from wmc_tui.model.units import CLASSIFIERS, UNITS
from wmc_tui.quantities.normalise import is_han
from wmc_tui.quantities.units_english import UnitFound, english_unit

_TENTH = Decimal("0.1")
_SPELLINGS = {
    spelling: (unit.id, unit.kind.value) for unit in UNITS.values() for spelling in unit.behind if is_han(spelling[0])
}
_LONGEST = max(map(len, _SPELLINGS))
_UNIT_STARTS = frozenset(word[0] for word in _SPELLINGS)
_NO_CLASSIFIER = re.compile(
    "国际|国内|国外|国产|人类|人民|区块|大型|大会|大赛|大数据|组织|组成|支持|首席|集团|集成|集群|院士|对接|双碳|届时|"
    "部分|部门|对于|对应|人工|个性|大学|大道|大厦|大街|国道|省道|门户|家庭|口岸|处理|处于|条件|类似|本身|本地|次于|套路|场景|"
    "城镇|首届|首次|首个|首家|份额|位于|位居|位列|把握|种子|期间|节能|口径|市场|区域|区间|队列|双方|张贴|包括|包含|字节|位数"
)
_POINTS = re.compile(r" {0,8}个? {0,4}百 {0,4}分 {0,4}点(?!位)")
_AND_A_HALF = re.compile("个半(月|小时|星期)")
_CHENG = re.compile(r" {0,2}成(?![为立功果员本都长绩交套了])(半| ?[0-9零一二三四五六七八九](?![0-9十百千万亿成点.]))?")
_DIGIT = {char: Decimal(n) for n, char in enumerate("零一二三四五六七八九")} | {str(n): Decimal(n) for n in range(10)}
_NOT_YUAN = frozenset("旦月宵年素件器")


def han_unit(text: str, folded: str, at: int) -> tuple[UnitFound | None, Decimal]:
    """The unit behind a number that ends at `at` (None where there is none), and what 半 or a last digit adds to it."""
    points = _POINTS.match(folded, at)
    if points:
        return UnitFound("percentage_point", "percentage_point", points.end()), Decimal(0)
    cheng = _CHENG.match(folded, at)
    if cheng:
        rest = cheng.group(1)
        extra = Decimal(0) if not rest else Decimal(5) if rest == "半" else _DIGIT[rest.strip()]
        return UnitFound("percent", "percent", cheng.end(), Decimal(10)), extra
    start = at
    while start - at < 4 and folded[start : start + 1] == " ":
        start += 1
    mixed = _AND_A_HALF.match(folded, start)
    if mixed:
        return UnitFound(_SPELLINGS["个" + mixed.group(1)][0], "duration", mixed.end()), Decimal("0.5")
    if folded[start : start + 1] not in _UNIT_STARTS:
        return english_unit(text, folded, at), Decimal(0)
    for length in range(_LONGEST, 0, -1):
        entry = _SPELLINGS.get(folded[start : start + length])
        if entry is not None and len(folded) >= start + length and _fits(folded, start, length, entry):
            half = entry[1] != "currency" and folded[start + length : start + length + 1] == "半"
            end = start + length + half
            return UnitFound(entry[0], entry[1], end), Decimal("0.5") if half else Decimal(0)
    return None, Decimal(0)


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
