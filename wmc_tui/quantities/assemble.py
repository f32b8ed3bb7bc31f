"""From a number to a quantity: its currency or unit, what it counts, its other end, its hedge; or no quantity."""

import re
from decimal import Decimal

from wmc_tui.quantities.draft import Draft
from wmc_tui.quantities.english_words import SCALES, WORDS
from wmc_tui.quantities.exclusions import is_enclosed, is_han_label, is_label
from wmc_tui.quantities.figure import Figure
from wmc_tui.quantities.hedges import hedge_before, hedge_behind
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import FRACTION, ONE, Number
from wmc_tui.quantities.numerals_chinese import DIGITS, SMALL, read_han
from wmc_tui.quantities.prefixes import read_left
from wmc_tui.quantities.ranges import read_range
from wmc_tui.quantities.suffixes import counts_in_context, read_right

_PARTICLES = "than of in on at to for from with and or but by is are was were the a an each per as it we they"
_NO_NOUN = "|".join((*WORDS, *SCALES, *_PARTICLES.split()))
_SCORE = re.compile(r"-[0-9]")
_INNER = {"plus": "at_least", "or more": "at_least", "or so": "about", "or fewer": "up_to", "or less": "up_to"}
_INNER_HEDGE = re.compile(
    rf"[ -](plus|or more|or so|or fewer|or less)(?=[ -](?!(?:{_NO_NOUN})(?![a-z]))[a-z])|\+(?!\d)"
)
_FUNCTION = frozenset(
    "的之和与及至到或是为在则时了以而比但因占增同约将由等也就都又被让把给向从对于内外中上下前后左右间来还"
)


def complete(passage: Passage, number: Number) -> tuple[Figure | None, int]:
    """The quantity that `number` belongs to, or None where it is a name, a label or the like; and where to go on."""
    draft = Draft(number.start, number.end, number)
    prefix = read_left(passage, draft)
    draft.high = number.high
    _read_plus(passage, draft)
    if not read_range(passage, draft, prefix):
        read_right(passage, draft, prefix)
        if draft.kind == "number" and _SCORE.match(passage.folded, draft.end):
            return None, draft.end
        if draft.unit and draft.end > number.end:
            read_range(passage, draft, prefix)
        elif draft.kind == "number" and counts_in_context(passage.text, passage.folded, number):
            draft.unit, draft.kind = "count", "count"
    if draft.kind in ("number", "count") and (not _stands_alone(passage, draft) or _is_name(passage, draft)):
        return None, max(draft.end, number.end)
    _read_hedge(passage, draft)
    return draft.figure(passage), draft.end


def _read_plus(passage: Passage, draft: Draft) -> None:
    """500+ companies, 500-plus companies, 500 or more companies: the hedge belongs to the number."""
    inner = _INNER_HEDGE.match(passage.folded, draft.end)
    if inner:
        draft.number.hedge, draft.number.bare = _INNER[inner.group(1) or "plus"], False
        draft.end = inner.end()


def _stands_alone(passage: Passage, draft: Draft) -> bool:
    """Whether a number that has no unit may stand by itself: an unknown word glued to it makes it no quantity."""
    number = draft.number
    if draft.end > number.end and draft.kind == "count":
        return True
    following = passage.folded[draft.end : draft.end + 1]
    if number.digits and following and ("a" <= following <= "z" or following in "_@°"):
        return False
    if "\u4e00" <= following <= "\u9fff" and not (number.scaled or number.hedge or number.fraction):
        return following in _FUNCTION
    return True


def _is_name(passage: Passage, draft: Draft) -> bool:
    number, folded = draft.number, passage.folded
    counted = draft.kind == "count" and draft.end > number.end
    return (
        (not number.scaled and is_enclosed(folded, draft.start, draft.end, counted=counted))
        or is_label(passage.text, folded, number, counted=counted)
        or is_han_label(folded, number)
    )


def _read_hedge(passage: Passage, draft: Draft) -> None:
    """The qualifier: inside the number, behind it, or before it; one behind may make it a threshold."""
    number = draft.number
    behind, threshold, _ = hedge_behind(passage.folded, draft.end)
    if threshold:
        draft.kind = "threshold"
    draft.qualifier = number.hedge or behind or ("about" if number.high is not None else "")
    if not draft.qualifier:
        draft.qualifier = hedge_before(passage.folded, draft.start, span_of_time=draft.kind == "duration")[0]


Reading = tuple[Figure | None, int]
"""A figure, or None where there is no quantity, and where to go on."""
PART_OF = re.compile(r" {0,4}分 {0,2}之 {0,2}(负)?")
"""分之 between the two numbers of a fraction."""


def year(passage: Passage, start: int, end: int, value: Decimal) -> Reading:
    value = value + 2000 if value < 50 else value + 1900 if value < 100 else value
    number = Number(start, end, value, ONE)
    return Draft(start, end, number, "year", "year").figure(passage), end


def ordinal(passage: Passage, number: Number, start: int, end: int, noun: str = "") -> Reading:
    number.end = end
    return Draft(start, end, number, "ordinal", "ordinal", noun=noun).figure(passage), end


def fraction(passage: Passage, below: Number, part: re.Match[str]) -> Reading:
    """三分之二: the number before 分之 divides the one behind it."""
    above = read_plain(passage, part.end())
    if above is None or not below.value:
        return None, part.end()
    value = FRACTION.divide(above.value, below.value)
    value = -value if part.group(1) else value
    step = FRACTION.divide(ONE, below.value)
    return complete(passage, Number(below.start, above.end, value, step, fraction=True, digits=below.digits))


def read_plain(passage: Passage, at: int) -> Number | None:
    char = passage.folded[at : at + 1]
    if not char or not ("0" <= char <= "9" or char in DIGITS or char in SMALL or char in "万亿兆"):
        return None
    return read_han(passage.text, passage.folded, at)[0]
