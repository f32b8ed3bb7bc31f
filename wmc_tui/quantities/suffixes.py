"""What stands behind a number: its unit, its classifier, the noun that it counts."""

import re
from decimal import Decimal

from wmc_tui.quantities.draft import Draft
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.nouns import counted_noun
from wmc_tui.quantities.number import ONE, ZERO, plus, times
from wmc_tui.quantities.small_change import read_change
from wmc_tui.quantities.units_chinese import classifier, han_unit
from wmc_tui.quantities.units_english import DURATIONS, UnitFound, english_unit

_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")
_SPEED = re.compile(r"(?:时速|每小时)(?:最高|仅)?(?:可?达到?|高达|为|至)?(?:大约|超过?|突破|逾|近|约)?$")


def read_right(passage: Passage, draft: Draft, prefix: str) -> None:
    """Read the unit, classifier or noun; `prefix` is the currency that goes before, or ""."""
    following = passage.folded[draft.end : draft.end + 1]
    if following == " ":
        following = passage.folded[draft.end : draft.end + 8].lstrip(" ")[:1]
    unit, extra = unit_behind(passage, draft.end, following)
    if prefix:
        if unit is not None and (unit.code == prefix or passage.folded[unit.end - 1] == "元" == following):
            draft.end = unit.end
        read_change(passage, draft)
    elif unit is not None:
        _apply(passage, draft, unit, extra)
    elif following >= "\u4e00":
        _read_classifier(passage, draft)
    elif following:
        _read_noun(passage, draft)


def unit_behind(passage: Passage, at: int, following: str) -> tuple[UnitFound | None, Decimal]:
    """The unit at `at`, and what 半 behind it adds; `following` is the first code point there that is no space."""
    if not following:
        return None, ZERO
    if following >= "\u4e00":
        return han_unit(passage.text, passage.folded, at)
    return english_unit(passage.text, passage.folded, at), ZERO


def _apply(passage: Passage, draft: Draft, unit: UnitFound, extra: Decimal) -> None:
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
    if word and not draft.number.fraction:
        end = passage.folded.index(word, draft.end) + len(word)
        draft.unit, draft.kind, draft.noun, draft.end = "count", "count", passage.text[end - len(word) : end], end


def _read_noun(passage: Passage, draft: Draft) -> None:
    number = draft.number
    if number.fraction:
        return
    noun, end = counted_noun(passage.text, passage.folded, draft.end, singular=number.value == 1 and draft.high is None)
    if not noun:
        return
    head = noun.lower().rpartition("-")[2]
    if head in DURATIONS:
        draft.unit, draft.kind, draft.end = DURATIONS[head], "duration", end
    else:
        draft.unit, draft.kind, draft.noun, draft.end = "count", "count", noun, end
