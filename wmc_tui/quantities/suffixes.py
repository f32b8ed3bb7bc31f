"""What stands behind a number: its unit, its small change (五元三毛), its classifier, the noun that it counts."""

import re
from decimal import Decimal

from wmc_tui.quantities.draft import Draft
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import ONE, ZERO, Number, plus, times
from wmc_tui.quantities.numerals_chinese import ANY_DIGIT
from wmc_tui.quantities.numerals_english import read_words
from wmc_tui.quantities.unit_reader import DURATIONS, UnitMatch, classifier, english_unit, han_unit

_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")
_SPEED = re.compile(r"(?:时速|每小时)(?:最高|仅)?(?:可?达到?|高达|为|至)?(?:大约|超过?|突破|逾|近|约)?$")


def read_right(passage: Passage, draft: Draft, prefix: str) -> None:
    """Read the unit, classifier or noun; `prefix` is the currency that goes before, or ""."""
    following = passage.folded[draft.end : draft.end + 1]
    if following == " ":
        following = passage.folded[draft.end : draft.end + 8].lstrip(" ")[:1]
    unit, extra = None, ZERO
    if following >= "\u4e00":
        unit, extra = han_unit(passage.text, passage.folded, draft.end)
    elif following:
        unit = english_unit(passage.text, passage.folded, draft.end)
    if prefix:
        if unit is not None and (unit.code == prefix or passage.folded[unit.end - 1] == "元" == following):
            draft.end = unit.end
        read_change(passage, draft)
    elif unit is not None:
        _apply(passage, draft, unit, extra)
    elif draft.number.fraction:
        return
    elif following >= "\u4e00":
        _read_classifier(passage, draft)
    elif following:
        _read_noun(passage, draft)


def _apply(passage: Passage, draft: Draft, unit: UnitMatch, extra: Decimal) -> None:
    number = draft.number
    draft.unit, draft.kind, draft.end = unit.code, unit.kind, unit.end
    if unit.factor != ONE or extra:
        number.value, number.step = plus(times(number.value, unit.factor), extra), times(number.step, unit.factor)
        if extra:  # the half or the last digit is the last written place: 七成六, 一年半
            halved = extra < ONE or passage.folded[unit.end - 1] == "半"
            number.step = times(number.step, _HALF if halved else _TENTH)
        if draft.high is not None:
            draft.high = plus(times(draft.high, unit.factor), extra)
    if unit.kind == "currency":
        read_change(passage, draft)
    elif unit.code == "km" and _SPEED.search(passage.folded, max(0, draft.start - 10), draft.start):
        draft.unit = "km/h"


def _read_classifier(passage: Passage, draft: Draft) -> None:
    word = classifier(passage.folded, draft.end)
    if word:
        end = passage.folded.index(word, draft.end) + len(word)
        draft.unit, draft.kind, draft.noun, draft.end = "count", "count", passage.text[end - len(word) : end], end


def _read_noun(passage: Passage, draft: Draft) -> None:
    number = draft.number
    noun, end = counted_noun(passage.text, passage.folded, draft.end, singular=number.value == 1 and draft.high is None)
    if not noun:
        return
    head = noun.lower().rpartition("-")[2]
    if head in DURATIONS:
        draft.unit, draft.kind, draft.end = DURATIONS[head], "duration", end
    else:
        draft.unit, draft.kind, draft.noun, draft.end = "count", "count", noun, end


_RUN = re.compile(r"(?: {1,3}| ?\n{1,2}|-)([a-z][a-z'-]{0,30})(?![a-z'-])")
_QUOTED = re.compile(r' {1,2}"[^"\n]{1,30}"(?= ?[a-z])')
_MOST_WORDS = 8
_IRREGULAR = frozenset(
    "people men women children media staff personnel persons teeth mice aircraft species series".split()
)
_NOT_PLURAL = frozenset(
    "was has does is as us its his this thus plus yes perhaps always across versus towards besides afterwards sometimes "
    "these those ours yours theirs less unless overseas business news access process various previous serious famous "
    "includes says goes makes takes shows remains becomes comes gets gives means needs seems stands attracts involves "
    "covers reaches costs ranks".split()
)
_STOP = frozenset(
    "of in on at to for from with and or but by than is are was were be been being has have had will would can could may "
    "the a an this that these those which who whom whose it its his her their our your my not over under into per out up "
    "down after before during since until when while where if so then there here we they he she you i also only about "
    "more less as between among through within without against each every both either nor yet do does did isn't wasn't "
    "million billion trillion thousand hundred percent years' now ago was times' one two three four five six seven eight "
    "nine ten last next including such because although too very just still already equals".split()
)
_NEXT_WORD = re.compile(r" ([a-z]{2,20})(?![\w-])")
_AMOUNT_BEFORE = re.compile(
    r"(?:人次|人数|次数|数量|量)(?:已|共|累计)?(?:超过|突破|达到|将近|接近|超|近|约|达|过|逾|破|为)?$"
)


def counted_noun(text: str, folded: str, at: int, *, singular: bool) -> tuple[str, int]:
    """The plural noun (singular after 1) behind a number that ends at `at`, and where it ends; ("", at) if none."""
    quoted = _QUOTED.match(folded, at)
    first = position = quoted.end() if quoted else at
    joined = False
    for _ in range(_MOST_WORDS):
        match = _RUN.match(folded, position)
        if match is None:
            break
        word = match.group(1)
        if word == "and" and position > first and not joined:
            joined, position = True, match.end()
            continue
        if word in _STOP or ("\n" in match.group() and not "a" <= text[match.start(1)] <= "z"):
            break
        if _is_plural(word) or (singular and position == at):
            return text[match.start(1) : match.end()], match.end()
        position = match.end()
    return "", at


def counts_in_context(text: str, folded: str, number: Number) -> bool:
    """Whether a number without noun or classifier counts something all the same.

    The plural stands before it ("projects 333"), a verb or an odd noun behind it ("463 are"), or it tells an amount of
    views or readers (观看人次超3000万, 阅读量过百万).
    """
    if number.fraction or number.value < 0:
        return False
    before = folded[max(0, number.start - 24) : number.start]
    if _AMOUNT_BEFORE.search(before):
        return True
    if number.scaled or not number.digits:
        return False
    behind = _NEXT_WORD.match(text, number.end)
    if behind:
        return behind.group(1) in ("are", "were") or behind.group(1) not in _STOP
    word = before.rstrip(" ").rpartition(" ")[2]
    return before.endswith(" ") and word.isalpha() and _is_plural(word)


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    word = word.rpartition("-")[2]
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in _NOT_PLURAL
    )


_CHANGE = re.compile(
    r"又?([0-9一二两三四五六七八九])(角|毛|分|美分|日本銭|日本钱|欧分|仙)(?!之)([0-9一二三四五六七八九])?(?![0-9])"
)
_CHANGE_SIZE = dict.fromkeys(("角", "毛"), _TENTH)
_CHANGE_SIZE |= dict.fromkeys(("分", "美分", "日本銭", "日本钱", "欧分", "仙"), Decimal("0.01"))
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
        total += ANY_DIGIT[match.group(1)] * place
        end = match.end()
        if match.group(3):
            return total + ANY_DIGIT[match.group(3)] * place * _TENTH, end
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
