"""Small change behind an amount: 3 dollars 50 cents, 五元三毛, 两美元又三美分."""

import re
from decimal import Decimal

from wmc_tui.quantities.draft import Draft
from wmc_tui.quantities.english_numerals import read_words
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import ONE, ZERO, plus
from wmc_tui.quantities.numerals_chinese import DIGITS

_TENTH = Decimal("0.1")
_DIGIT = DIGITS | {str(n): Decimal(n) for n in range(10)}
_CHANGE = re.compile(
    r"又?([0-9一二两三四五六七八九])(角|毛|分|美分|日本銭|日本钱|欧分|仙)(?!之)([0-9一二三四五六七八九])?(?![0-9])"
)
_CHANGE_SIZE = {"角": _TENTH, "毛": _TENTH} | dict.fromkeys(
    ("分", "美分", "日本銭", "日本钱", "欧分", "仙"), Decimal("0.01")
)
_CENTS = re.compile(r" (?:and )?([0-9]{1,2}) cents?(?![a-z])| and ([0-9]{1,2})(?= ?(?:[.!?;]|$))(?!\.[0-9])")
_KUAI_CHANGE = re.compile(r" (?:and )?([a-z]+) mao(?: ([a-z]+))?(?![a-z])")


def read_change(passage: Passage, draft: Draft) -> None:
    """Add the small change behind the amount, if there is any."""
    folded, number = passage.folded, draft.number
    if draft.high is not None or number.scaled:
        return
    if folded.startswith(" ", draft.end):
        more, end = _english_change(folded, draft)
    else:
        more, end = _chinese_change(folded, draft.end)
    if more:
        number.value, number.step, draft.end = plus(number.value, more), Decimal("0.01"), end


def _chinese_change(folded: str, at: int) -> tuple[Decimal, int]:
    """What 三毛, 又三美分 or 5日本銭 adds to an amount that ends at `at`, and where it ends."""
    total, end, place = Decimal(0), at, ONE
    while (match := _CHANGE.match(folded, end)) and _CHANGE_SIZE[match.group(2)] < place:
        place = _CHANGE_SIZE[match.group(2)]
        total += _DIGIT[match.group(1)] * place
        end = match.end()
        if match.group(3):
            return total + _DIGIT[match.group(3)] * place * _TENTH, end
    return total, end


def _english_change(folded: str, draft: Draft) -> tuple[Decimal, int]:
    if draft.number.value != draft.number.value.to_integral_value():
        return ZERO, 0
    cents = _CENTS.match(folded, draft.end)
    if cents:
        return Decimal(cents.group(1) or cents.group(2)).scaleb(-2), cents.end()
    if folded.startswith(" and ", draft.end) and "a" <= folded[draft.end + 5 : draft.end + 6] <= "z":
        words = read_words(folded, draft.end + 5)
        if words is not None and words.value < 100 and folded[words.end : words.end + 1] in ("", ".", "!", "?"):
            return words.value.scaleb(-2), words.end
    return _mao(folded, draft.end)


def _mao(folded: str, at: int) -> tuple[Decimal, int]:
    """ "one kuai and five mao five" is 1.55."""
    kuai = _KUAI_CHANGE.match(folded, at)
    tenths = read_words(folded, kuai.start(1)) if kuai else None
    if kuai is None or tenths is None or tenths.value >= 10:
        return ZERO, 0
    rest = read_words(folded, kuai.start(2)) if kuai.group(2) else None
    more = tenths.value.scaleb(-1) + (rest.value.scaleb(-2) if rest else 0)
    return more, kuai.end() if rest else kuai.end(1) + 4
