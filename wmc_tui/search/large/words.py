"""Which records have a word that a typed word may mean."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from wmc_tui.search.index.record import OWN, SHARED
from wmc_tui.search.index.words import slips_allowed, stem
from wmc_tui.search.large.grams import common
from wmc_tui.search.large.heavy import Beginnings
from wmc_tui.search.large.near import Near
from wmc_tui.search.large.postings import LABEL, NONE, Ids, KeyedPostings, Postings, distinct
from wmc_tui.search.large.sections import Sections
from wmc_tui.search.large.strings import Strings
from wmc_tui.search.large.term import List
from wmc_tui.search.large.tuning import (
    BEGUN,
    LONGEST_WORD,
    MORE_OF_IT,
    SAME_STEM,
    SHORTEST_PART,
    SLIPS,
    SLIPS_IN_BEGUN,
)

_SHORTEST_STEM, _LONGEST_ENDING = 4, 4

Meant = dict[int, float]
"""Places of words in the vocabulary, with how well they match."""


class Words:
    """The words of all records, and of what they share."""

    def __init__(self, sections: Sections) -> None:
        self._words = Strings(sections, "words")
        self._own, self._shared = Postings(sections, "own"), Postings(sections, "shared")
        self._beginnings = Beginnings(sections, "words", (self._own, self._shared))
        self._near = Near(sections, self._words, self._beginnings.lengths)
        self._neighbours = KeyedPostings(sections, "neighbours")

    def __getitem__(self, place: int) -> str:
        """A word."""
        return self._words[place]

    def same(self, word: str) -> Meant:
        """The word itself, and its other forms."""
        found: Meant = {}
        root = stem(word)
        if len(root) >= _SHORTEST_STEM:
            first, last = self._words.starting_with(root)
            if first == last:
                return found
            places = first + np.flatnonzero(self._beginnings.lengths[first:last] <= len(root) + _LONGEST_ENDING)
            found = {place: SAME_STEM for place in places.tolist() if stem(self._words[place]) == root}
        place = self._words.find(word)
        if place >= 0:
            found[place] = OWN
        return found

    def lists(self, meant: Meant, reason: str) -> Iterator[List]:
        """The records that have some words."""
        for place, quality in meant.items():
            yield quality * OWN, reason, self._own.of(place)
            yield quality * SHARED, reason, self._shared.of(place)

    def begun(self, word: str) -> list[List]:
        """The records with a word that begins so."""
        first, last = self._words.starting_with(word)
        first += first < last and self._words[first] == word
        groups = self._beginnings.of(word, first, last) if first < last else []
        return [
            ((BEGUN + MORE_OF_IT * len(word) / sizes) * (SHARED if shared else OWN), "beginning", ids)
            for sizes, shared, ids in groups
            if len(ids)
        ]

    def is_begun(self, word: str) -> bool:
        """Whether a longer word begins so."""
        first, last = self._words.starting_with(word)
        return last - first > 1 or (first < last and self._words[first] != word)

    def misspelt(self, word: str) -> Meant:
        """Every word that it is but for some slips, and those that begin so but for some slips."""
        if len(word) > LONGEST_WORD or word.isdecimal() or not slips_allowed(word):
            return {}
        found = self._with_slips(word)
        if word.endswith("y"):
            # Its plural may be all that is known: batery, batteries.
            found = self._with_slips(f"{word[:-1]}ies") | found
        if max(found.values(), default=0.0) < SLIPS * (1 - 1 / len(word)):
            for first, last, slips in self._near.beginnings(word, max(1, slips_allowed(word) - 1)):
                for place in range(first, last):
                    found.setdefault(place, SLIPS_IN_BEGUN * (1 - slips / len(word)))
        for known, quality in list(found.items()):
            for form in self.same(self._words[known]):
                found.setdefault(form, quality * SAME_STEM)
        return found

    def _with_slips(self, word: str) -> Meant:
        near = self._near.words(word, slips_allowed(word))
        return {place: SLIPS * (1 - slips / len(word)) for place, slips in near}

    def parted(self, word: str) -> tuple[str, ...]:
        """The fewest words that it is when spaces are put in, the last perhaps unfinished; empty where there are none."""
        if not 2 * SHORTEST_PART <= len(word) <= LONGEST_WORD or not word.isalpha():
            return ()
        return next((parts for count in (2, 3) for parts in self._parts(word, count)), ())

    def exactly(self, word: str) -> Ids:
        """The records that have a word themselves or share it."""
        place = self._words.find(word)
        return NONE if place < 0 else distinct(self._own.of(place), self._shared.of(place))

    def phrase(self, words: list[str]) -> tuple[Ids, Ids]:
        """The records with words next to each other in their English text: as they are, and with the last one begun.

        Of three and more words each two neighbours are looked for; whether all are there is seen in the text.
        """
        places = [self._words.find(word) for word in words[:-1]]
        first, last = self._words.starting_with(words[-1])
        if -1 in places or first == last:
            return NONE, NONE
        before = [self._neighbours.of(_key(one, other)) for one, other in pairwise(places)]
        begun = distinct(self._neighbours.over(_key(places[-1], first), _key(places[-1], last)))
        whole = self._neighbours.of(_key(places[-1], first)) if self._words[first] == words[-1] else NONE
        return common([*before, whole]), common([*before, begun])

    def leading(self, words: list[str]) -> Ids:
        """The records whose label begins with a word, or, where it is the only one, with a beginning of one."""
        if len(words) == 1:
            first, last = self._words.starting_with(words[0])
            return distinct(self._neighbours.over(_key(LABEL, first), _key(LABEL, last)))
        place = self._words.find(words[0])
        return NONE if place < 0 else self._neighbours.of(_key(LABEL, place))

    def _parts(self, word: str, count: int) -> Iterator[tuple[str, ...]]:
        if count == 1:
            if len(word) > SHORTEST_PART and (self.same(word) or self.is_begun(word)):
                yield (word,)
            return
        for end in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            if self._words.find(word[:end]) >= 0 or self.same(word[:end]):
                for others in self._parts(word[end:], count - 1):
                    yield (word[:end], *others)


def _key(one: int, other: int) -> int:
    return one << 32 | other
