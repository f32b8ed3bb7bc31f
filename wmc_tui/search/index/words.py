"""The words of all records, and which of them a typed word may mean."""

from bisect import bisect_left
from collections.abc import Collection, Iterator

Meant = dict[str, float]
"""Words of the records, with how well they match: 1 for the word itself."""

SAME_STEM = 0.94
"""How well a word matches its own plural or past tense."""
_BEGUN, _MORE_OF_IT = 0.86, 0.05
_SLIPS, _SLIPS_IN_BEGUN = 0.7, 0.6
_LIMIT = 40
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_SHORTEST_PART = 2
_LONGEST = 64
"""Letters of the longest word that can be misspelt or lack a space."""


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

    def __init__(self, words: Collection[str]) -> None:
        self._known = words
        self._words = sorted(words)

    def same(self, word: str) -> Meant:
        """The word itself, and its other forms."""
        root = stem(word)
        found = {other: SAME_STEM for other in self._starting_with(root) if stem(other) == root}
        if word in self._known:
            found[word] = 1.0
        return found

    def begun(self, word: str) -> Meant:
        """Every longer word that begins so."""
        longer = self._starting_with(word)
        return {other: _BEGUN + _MORE_OF_IT * len(word) / len(other) for other in longer if other != word}

    def parted(self, word: str) -> tuple[str, ...]:
        """The fewest words that it is when spaces are put in, the last perhaps unfinished; empty where there are none."""
        if not 2 * _SHORTEST_PART <= len(word) <= _LONGEST or not word.isalpha():
            return ()
        return next((parts for count in (2, 3) for parts in self._parts(word, count)), ())

    def _parts(self, word: str, count: int) -> Iterator[tuple[str, ...]]:
        if count == 1:
            if len(word) > _SHORTEST_PART and (self.same(word) or self._starting_with(word)):
                yield (word,)
            return
        for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            if self.same(word[:end]):
                for others in self._parts(word[end:], count - 1):
                    yield (word[:end], *others)

    def misspelt(self, word: str) -> Meant:
        """Every word that it is but for some slips, and those that begin so but for some slips."""
        if len(word) > _LONGEST or word.isdecimal() or not slips_allowed(word):
            return {}
        found = self._with_slips(word)
        if word.endswith("y"):
            # Its plural may be all that is known: batery, batteries.
            plural = self._with_slips(f"{word[:-1]}ies")
            found = {other: quality * SAME_STEM for other, quality in plural.items()} | found
        if max(found.values(), default=0.0) < _SLIPS * (1 - 1 / len(word)):
            # What is being typed has slips too.
            heads = [other[: len(word)] for other in self._words]
            for place, slips in _nearly(word, heads, max(1, slips_allowed(word) - 1)):
                found.setdefault(self._words[place], _SLIPS_IN_BEGUN * (1 - slips / len(word)))
        for known, quality in list(found.items()):
            for form in self.same(known):
                found.setdefault(form, quality * SAME_STEM)
        return found

    def _with_slips(self, word: str) -> Meant:
        near = _nearly(word, self._words, slips_allowed(word))
        return {self._words[place]: _SLIPS * (1 - slips / len(word)) for place, slips in near}

    def _starting_with(self, word: str) -> list[str]:
        start = bisect_left(self._words, word)
        return self._words[start : bisect_left(self._words, word + "\U0010ffff", start)]


def _nearly(word: str, words: list[str], allowed: int) -> list[tuple[int, int]]:
    """Positions of the words that are `word` but for some slips, with their number."""
    # Imported when a word is misspelt for the first time: it takes as long as reading the whole store.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=allowed, limit=_LIMIT)
    return [(place, int(slips)) for _, slips, place in near]
