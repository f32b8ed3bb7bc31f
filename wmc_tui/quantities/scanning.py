"""The scan over a text.

One compiled scan jumps from one place where a quantity may begin to the next; a reader for that kind of place then
reads a bounded stretch of text, and the scan goes on behind it. The time is linear in the text.
"""

import re
from functools import cache

from wmc_tui.quantities.arabic import at_digit
from wmc_tui.quantities.chinese import at_han
from wmc_tui.quantities.english import at_percent, at_word
from wmc_tui.quantities.english_words import ORDINALS, SCALES, WORDS
from wmc_tui.quantities.figure import Figure
from wmc_tui.quantities.normalise import Passage, fold


def _english() -> str:
    words: dict[str, list[str]] = {}
    for word in {*WORDS, *(w for w in SCALES if len(w) > 6 or w == "million"), *ORDINALS, "half", "quarter", "dozen"}:
        words.setdefault(word[0], []).append(word[1:])
    tries = "|".join(
        f"{first}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for first, rest in sorted(words.items())
    )
    return f"(?<![a-z0-9])(?:{tries})(?![a-z0-9])"


_DIGIT = "[0-9]"
_LINK = r"https?://[^\s]+|www\.[^\s]+"
_PERCENT = "%|(?<![a-z])per ?cent"
_HAN = "[零一二三四五六七八九十百千万亿两半]|[几数](?=[十百千万亿])|第(?= ?[0-9零一二三四五六七八九十百千两])|首(?=届)"


@cache
def _scan_pattern(lang: str) -> re.Pattern[str]:
    """Finds the places where a quantity may begin in a text of a language, or in any ("auto")."""
    parts = {"en": (_PERCENT, _english()), "zh": (_HAN,), "auto": (_PERCENT, _HAN, _english())}
    return re.compile("|".join((_DIGIT, _LINK, *parts[lang])))


def scan(text: str, lang: str) -> list[Figure]:
    """All quantities of `text` in a language: `en`, `zh` or `auto`."""
    passage = Passage(text, fold(text))
    search = _scan_pattern(lang).search
    figures: list[Figure] = []
    position = 0
    while match := search(passage.folded, position):
        start = match.start()
        char = passage.folded[start]
        if "0" <= char <= "9":
            figure, position = at_digit(passage, start)
        elif char > "\u2fff":
            figure, position = at_han(passage, start)
        elif match.end() - start > 4 and char in "hw" and ("://" in match.group() or match.group().startswith("www.")):
            figure, position = None, match.end()
        elif char in "%p":
            figure, position = at_percent(passage, start)
        else:
            figure, position = at_word(passage, start)
        if figure is not None:
            figures.append(figure)
            passage.floor = figure.end
        position = max(position, start + 1)
    return figures
