"""The words of all records, and which of them a typed word may mean."""

from bisect import bisect_left
from collections.abc import Iterable

SAME_STEM = 0.95
"""How well a word matches its own plural or past tense, where 1 is the word itself."""
_PREFIX, _WHOLE = 0.75, 0.15
_SLIPS, _SLIPS_IN_PREFIX = 0.7, 0.6
_LIMIT = 40
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")


def stem(word: str) -> str:
    """A word without its plural or tense: `projects`, `invested`, `countries` and their other forms meet."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def slips_allowed(word: str) -> int:
    """How many wrong, missing, added or swapped letters a word of this length may have."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2 if len(word) < 11 else 3


class Vocabulary:
    """All words of the records, folded."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._known = frozenset(self._words)
        self._stems: dict[str, list[str]] = {}
        for word in self._words:
            self._stems.setdefault(stem(word), []).append(word)
        self._heads: dict[int, list[str]] = {}

    def match(self, word: str) -> dict[str, float]:
        """Every word that `word` may mean, with how well it matches: 1 for itself, less for prefixes, then slips."""
        found = dict.fromkeys(self._stems.get(stem(word), ()), SAME_STEM)
        for longer in self._starting_with(word):
            found.setdefault(longer, _PREFIX + _WHOLE * len(word) / len(longer))
        if word in self._known:
            found[word] = 1.0
        allowed = slips_allowed(word)
        if not allowed or word.isdecimal() or any(quality >= SAME_STEM for quality in found.values()):
            return found
        for place, slips in _nearly(word, self._words, allowed):
            found.setdefault(self._words[place], _SLIPS * (1 - slips / len(word)))
        # What is being typed has slips too.
        for place, slips in _nearly(word, self._heads_of(len(word)), max(1, allowed - 1)):
            found.setdefault(self._words[place], _SLIPS_IN_PREFIX * (1 - slips / len(word)))
        return found

    def _starting_with(self, word: str) -> list[str]:
        start = bisect_left(self._words, word)
        return self._words[start : bisect_left(self._words, word + "\U0010ffff", start)]

    def _heads_of(self, length: int) -> list[str]:
        """The beginning of every word."""
        heads = self._heads.get(length)
        if heads is None:
            heads = self._heads[length] = [word[:length] for word in self._words]
        return heads


def _nearly(word: str, words: list[str], allowed: int) -> list[tuple[int, int]]:
    """Positions of the words that are `word` but for some slips, with their number."""
    # Imported when a word is misspelt for the first time: it takes as long as reading the whole store.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=allowed, limit=_LIMIT)
    return [(place, int(slips)) for _, slips, place in near]
