"""Which records answer each term of a query: its words, its Han runs, its numbers and ranges."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from wmc_tui.search.index.record import OWN, SHARED
from wmc_tui.search.large.collect import DIGITS, fingerprint
from wmc_tui.search.large.figures import Figures
from wmc_tui.search.large.grams import Grams, among, common
from wmc_tui.search.large.heard import START, Heard, Sounds
from wmc_tui.search.large.marks import Marks
from wmc_tui.search.large.postings import NONE, Ids, Postings, distinct
from wmc_tui.search.large.sections import Sections
from wmc_tui.search.large.strings import Strings
from wmc_tui.search.large.term import List, Merger, Term, quality_of
from wmc_tui.search.large.tuning import (
    BEGUN_PHRASE,
    BESIDE_ENGLISH,
    BOUND_WEIGHT,
    COUNTED,
    COUNTERS,
    CUT,
    FEWEST_PAIRS,
    JOINED,
    LITERAL,
    MOST_MENDED,
    MOST_PAIRS,
    PAIRS,
    PARTED,
    SMALL_BEGUN,
    SMALL_WEIGHT,
    SMALL_WORDS,
)
from wmc_tui.search.large.words import Meant, Words
from wmc_tui.search.query.query import Number, Query
from wmc_tui.search.query.ranges import Range
from wmc_tui.text.fold import packed

_FEWEST_DIGITS = 3
_PLENTY = 1000
"""Records with a whole run from which on those with some of its pairs of characters are left out."""


class Terms:
    """Words, pieces, sounds and numbers of all records, in a mapped file."""

    def __init__(self, sections: Sections, merger: Merger) -> None:
        self._merger = merger
        self._mended = 0
        self._words, self._sounds, self.figures = Words(sections), Sounds(sections), Figures(sections)
        self._dense, self._alike, self._signs = (Grams(sections, name) for name in ("dense", "alike", "signs"))
        self._written = Grams(sections, "written")
        self._numerals, self._having_numeral = Strings(sections, "numerals"), Postings(sections, "numerals")
        self._alone, self._having_alone = Strings(sections, "alone"), Postings(sections, "alone")
        self._prints, self._printed = sections["exact.prints"], sections["exact.ids"]

    def of(self, query: Query, marks: Marks, heard: list[Heard]) -> list[Term]:
        """One for each word, run, number and range, in this order.

        The words of the file that words mean are added to `marks`, what letters sound like to `heard`.
        """
        last = len(query.words) - 1
        self._mended = 0
        words = []
        for place, word in enumerate(query.words):
            known = len(heard)
            words.append(self._word(word, place == last, marks, heard))
            heard[known:] = [replace(one, words=range(place, place + 1)) for one in heard[known:]]
        self._join(query.words, words, marks, heard)
        factors = [SMALL_WEIGHT if word in SMALL_WORDS else 1.0 for word in query.words]
        numbers = [self._number(number) for number in query.numbers]
        for number, found in zip(query.numbers, numbers, strict=True):
            # Words that may say a number as well as be part of a name: what has the number answers them.
            for word, lists in zip(query.words, words, strict=True):
                if word.isalpha() and word in number.text:
                    lists += [(quality, "value", ids) for quality, _, ids in found]
        terms = [self._merger.term(*each) for each in zip(words, factors, strict=True)]
        terms += [self._merger.term(self._run(run)) for run in query.runs]
        for number, found in zip(query.numbers, numbers, strict=True):
            terms.append(self._merger.term(found, BOUND_WEIGHT if number.bound else 1.0))
        return terms + [self._merger.term(self.figures.within(wanted)) for wanted in different(query.ranges)]

    def phrase(self, folded: str) -> list[tuple[float, Ids]]:
        """Records that seem to hold a whole query as it was typed: in their Chinese, or as words in their English."""
        words = folded.split()
        piece = "".join(words)
        if not piece:
            return []
        found = [(OWN, self.holding(piece))]
        if DIGITS.search(piece):
            found.append((CUT, self._cut(piece)))
        if len(words) > 1:
            whole, begun = self._words.phrase(words)
            found += [(BEGUN_PHRASE, begun), (OWN, whole)]
        return found

    def leading(self, folded: str) -> Ids:
        """The records whose label begins with a query, or seems to."""
        words = folded.split()
        piece = "".join(words)
        if not piece:
            return NONE
        if piece.isascii():
            return self._words.leading(words)
        return NONE if any(character.isdecimal() for character in piece) else self._dense.holding(START + piece)

    def holding(self, piece: str) -> Ids:
        """The records whose Chinese or figure as written seems to hold a piece, its numbers whole."""
        if piece.isalpha():
            return self._dense.holding(piece)
        numerals = [self._numeral(digits) for digits in DIGITS.findall(piece)]
        return distinct(*(common([*numerals, *grams.parts(piece)]) for grams in (self._dense, self._written)))

    def exactly(self, piece: str) -> Ids:
        """The records whose label or written figure is that, folded and packed, or whose id follows a NUL there."""
        wanted = np.uint64(fingerprint(piece))
        low, high = self._prints.searchsorted(wanted), self._prints.searchsorted(wanted, "right")
        ids: Ids = self._printed[low:high]
        return ids

    def with_phrase(self, folded: str) -> Ids:
        """The records that seem to hold an exact phrase in a text of theirs."""
        words = folded.split()
        in_english = self._words.phrase(words)[0] if len(words) > 1 else self._words.exactly(folded)
        piece = packed(folded)
        return distinct(in_english, self.holding(piece), self._alike.holding(piece), self.exactly(piece))

    def with_signs(self, signs: str) -> Ids:
        """The records that have each of some characters that folding drops."""
        return common([self._signs.character(sign) for sign in {*signs} if not sign.isspace()])

    def _word(self, word: str, last: bool, marks: Marks, heard: list[Heard]) -> list[List]:
        same = self._words.same(word)
        if word in SMALL_WORDS and last:
            same = dict.fromkeys(same, SMALL_BEGUN)
        lists = self._meant(same, "word", word, marks)
        begun = self._words.begun(word) if last or not same else []
        if begun:
            marks.begun(word)
            lists += begun
        if same and not last:
            return lists
        spoken = self._sounds.pinyin(word)
        self._hear(lists, spoken, heard, BESIDE_ENGLISH if lists else 1.0)
        if not lists:
            lists += self._parted(self._words.parted(word), marks)
        if not lists:
            self._hear(lists, self._sounds.initials(word), heard)
        if not (same or (begun and last) or spoken.lists) and self._mended < MOST_MENDED:
            self._mended += 1
            lists += self._meant(self._words.misspelt(word), "slips", word, marks)
        return lists

    def _meant(self, meant: Meant, reason: str, typed: str, marks: Marks) -> list[List]:
        for place in meant:
            marks.took(self._words[place], typed)
        return [each for each in self._words.lists(meant, reason) if len(each[2])]

    @staticmethod
    def _hear(lists: list[List], spoken: Heard, heard: list[Heard], worth: float = 1.0) -> None:
        if spoken.lists:
            heard.append(spoken)
            lists += [(worth * quality, reason, ids) for quality, reason, ids in spoken.lists]

    def _parted(self, parts: tuple[str, ...], marks: Marks) -> list[List]:
        """Words that were typed without spaces: all of them must be there."""
        terms = []
        for part in parts:
            lists = self._meant(self._words.same(part), "word", part, marks)
            if part == parts[-1]:
                marks.begun(part)
                lists += self._words.begun(part)
            terms.append(self._merger.term(lists))
        if not terms or not all(term.chunks for term in terms):
            return []
        ids = min((_all_of(term) for term in terms), key=len)
        least = np.minimum.reduce([quality_of(self._merger.worths(ids, term)) for term in terms])
        return [(PARTED * least[least > 0], "spaces", ids[least > 0])]

    def _join(self, words: Sequence[str], lists: list[list[List]], marks: Marks, heard: list[Heard]) -> None:
        """Words typed with spaces too many, be it one English word or the syllables of a Chinese one."""
        if len(words) < 2:
            return
        for (place, one), (_, other) in pairwise(enumerate(words)):
            joined = {known: JOINED * quality for known, quality in self._words.same(one + other).items()}
            whole = self._meant(joined, "spaces", one + other, marks)
            for each in lists[place : place + 2]:
                each += whole
        spoken = self._sounds.pinyin("".join(words))
        if spoken.lists:
            heard.append(replace(spoken, words=range(len(words))))
            for each in lists:
                each += spoken.lists

    def _run(self, run: str) -> list[List]:
        whole: list[List] = [(OWN, "text", self._dense.holding(run)), (SHARED, "shared text", self._alike.holding(run))]
        if len(run) < 3 or len(whole[0][2]) > _PLENTY:
            return whole
        if run[0] in COUNTERS:
            # 60户央企: what was counted, behind the word that counts it.
            whole.append((COUNTED, "text", self._dense.holding(run[1:])))
        return whole + self._some_pairs(run)

    def _some_pairs(self, run: str) -> list[List]:
        """The records with enough of a run's pairs of characters, though not with all."""
        lists = sorted(self._dense.pairs(run)[:MOST_PAIRS], key=len)
        least = max(1, int(np.ceil(FEWEST_PAIRS * len(lists) - 1e-9)))
        # Whoever has that many pairs has one of these.
        telling = [ids for ids in lists[: len(lists) - least + 1] if len(ids)]
        if not telling:
            return []
        every = np.sort(np.concatenate(telling))
        starts = np.flatnonzero(np.append(True, every[1:] != every[:-1]))
        ids, counts = every[starts], np.diff(np.append(starts, len(every)))
        for frequent in lists[len(lists) - least + 1 :]:
            counts = counts + among(ids, frequent)
        shares = range(least, len(lists))
        return [(PAIRS * count / len(lists), "parts of text", ids[counts == count]) for count in shares]

    def _number(self, number: Number) -> list[List]:
        place = self._alone.find(number.text)
        written = (self.holding(number.text), NONE if place < 0 else self._having_alone.of(place))
        return self.figures.lists(number) + [(LITERAL, "digits", ids) for ids in written]

    def _numeral(self, digits: str) -> Ids:
        place = self._numerals.find(digits)
        return NONE if place < 0 else self._having_numeral.of(place)

    def _cut(self, piece: str) -> Ids:
        """The records that seem to hold a piece inside a longer number, or whose last number is not typed in full."""
        numbers = DIGITS.findall(piece)
        if not numbers or not piece.endswith(numbers[-1]):
            return NONE
        *before, last = numbers
        if piece == last:
            return self._inside(piece)
        begun = self._having_numeral.over(*self._numerals.starting_with(last))
        numerals = list(map(self._numeral, before))
        others = distinct(*(common([*numerals, *grams.parts(piece)]) for grams in (self._dense, self._written)))
        return others[among(others, distinct(begun))]

    def _inside(self, digits: str) -> Ids:
        """The records with a longer number that holds some digits; those of one or two are inside almost all."""
        if len(digits) < _FEWEST_DIGITS:
            return NONE
        lists = [self._having_numeral.of(place) for place in self._numerals.holding(digits)]
        return distinct(*lists)


def different(ranges: Iterable[Range]) -> list[Range]:
    """Ranges without those that say what another one says."""
    return list({(one.low, one.high, one.low_closed, one.high_closed, one.unit): one for one in ranges}.values())


def _all_of(term: Term) -> Ids:
    return distinct(*(chunk.ids for chunk in term.chunks))
