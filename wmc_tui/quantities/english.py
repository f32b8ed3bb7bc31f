"""What begins with a spelled English number or a percent sign."""

import re
from decimal import Decimal

from wmc_tui.quantities.assemble import Reading, complete, ordinal, read_plain
from wmc_tui.quantities.draft import Draft, without_number
from wmc_tui.quantities.english_words import SCALES
from wmc_tui.quantities.hedges import hedge_before
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import FRACTION, ONE, Number
from wmc_tui.quantities.numerals_english import read_words

_ONE_DETERMINERS = frozenset("the this that which each every any no another some last next other only".split())
_SCALE_ADJECTIVE = re.compile(r"(?:-scale|-level|-yuan|-dollar|-plus)")
_PERCENT = re.compile(r"(?:per ?cents?|percentage|%)(?![a-z])( of )?")
_WORD = re.compile("[a-z]+")
_NEXT_WORD = re.compile(r"[ -][a-z]")
_SOME_SHARE = re.compile(r"(?:^|[^a-z])(?:an?|the) (?:small |large |high |low |tiny |certain )?$")


def at_word(passage: Passage, start: int) -> Reading:
    """Read the spelled number at `start`."""
    folded = passage.folded
    match = _WORD.match(folded, start)
    assert match is not None
    word = match.group()
    number = read_words(folded, start, join=not folded.endswith("between ", 0, start))
    if number is None:
        return None, match.end()
    article = folded[start - 2 : start] == "a " and not folded[start - 3 : start - 2].isalpha() and start >= 2
    if number.ordinal:
        return _english_ordinal(passage, number, article)
    if (word in SCALES or word in ("half", "quarter", "dozen")) and not _half_or_scale(passage, number, word, article):
        return None, number.end
    if article and start - 2 >= passage.floor:
        number.start = start - 2
    if word == "one" and number.lone and not _is_counting_one(passage, number):
        return None, number.end
    if number.lone and _is_spelled_name(passage, number):
        return None, number.end
    return complete(passage, number)


def _english_ordinal(passage: Passage, number: Number, article: bool) -> Reading:
    """A rank; "a third of" is a share, and "a second" a moment."""
    start, end = number.start, number.end
    behind = (" class", "-class", " hand", "-hand", " of all")
    if passage.folded.startswith(behind, end) or passage.folded.endswith("at ", 0, start):
        return None, end
    if article and number.lone and number.value > 1:
        if number.value == 2:
            return None, end
        hedged = hedge_before(passage.folded, start - 2)[0] != "exact" and not _NEXT_WORD.match(passage.folded, end)
        if (hedged or passage.folded.startswith(" of ", end)) and start - 2 >= passage.floor:
            share = FRACTION.divide(ONE, number.value)
            return complete(passage, Number(start - 2, end, share, share, fraction=True))
    return ordinal(passage, number, start, end)


def _half_or_scale(passage: Passage, number: Number, word: str, article: bool) -> bool:
    """Whether "million", "half" or "quarter" begins a number: a million, trillion-scale, half a million, half of."""
    if word in SCALES:
        return article or bool(_SCALE_ADJECTIVE.match(passage.folded, number.end))
    if word == "dozen":
        return article
    if word == "half" and number.end > number.start + len(word):
        return True
    if word == "half" and not number.scaled:
        number.value = number.step = Decimal("0.5")
        number.fraction, number.lone = True, False
        hedged = hedge_before(passage.folded, number.start)[0] != "exact"
        return hedged or passage.folded.startswith(" of ", number.end)
    return number.scaled


def _is_counting_one(passage: Passage, number: Number) -> bool:
    """Whether "one" is the number and not the pronoun: it has a unit, or stands all by itself."""
    folded = passage.folded
    before = folded[max(0, number.start - 12) : number.start].split()
    if before and before[-1] in ("minus", "negative"):
        return True
    if before and before[-1] in _ONE_DETERMINERS:
        return False
    figure, _ = complete(passage, Number(number.start, number.end, ONE, ONE, lone=True))
    return figure is not None and figure.kind not in ("number", "count", "duration")


def _is_spelled_name(passage: Passage, number: Number) -> bool:
    """A capital inside a sentence makes it a name: the Big Four, Seven Sisters."""
    text, start = passage.text, number.start
    if not text[start].isupper() or not start or text[start - 1] != " ":
        return False
    return text[start - 2 : start - 1] not in (".", "!", "?", ":", "\n", '"', "”", "|")


def at_percent(passage: Passage, start: int) -> Reading:
    """ "percentage of 16" is 16 percent; "a small percent" and "the % of" are shares that are not given."""
    folded = passage.folded
    word = _PERCENT.match(folded, start)
    if word is None:
        return None, start + 1
    if word.group(1):
        char = folded[word.end() : word.end() + 1]
        number = read_words(folded, word.end()) if "a" <= char <= "z" else read_plain(passage, word.end())
        if number is not None and not number.ordinal:
            return Draft(start, number.end, number, "percent", "percent").figure(passage), number.end
    if _SOME_SHARE.search(folded[max(0, start - 20) : start]):
        end = start + len(word.group().removesuffix(" of "))
        return without_number(passage, start, end, "percent", "percent"), end
    return None, word.end()
