"""How well each record answers each term of a query."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from math import log

from wmc_tui.search.index.figures import Figures
from wmc_tui.search.index.match import Answers, Heard, Scores
from wmc_tui.search.index.meaning import Meaning
from wmc_tui.search.index.pinyin import Sounds
from wmc_tui.search.index.record import OWN, SHARED, Record
from wmc_tui.search.index.texts import Texts
from wmc_tui.search.index.words import Meant, Vocabulary
from wmc_tui.search.postings import Postings
from wmc_tui.search.query.query import Number, Query
from wmc_tui.search.query.ranges import Range
from wmc_tui.text.fold import fold_words, join_words, normalise_figure

_BEGUN = 0.86
"""How well the last word of a query matches where it is the beginning of most words: `in`, `of`."""
_SMALL = frozenset(
    "a an and are as at by did do does for from has have how in into is it its many much of on or that the their there"
    " these this to was were what when where which who with".split()
)
_SMALL_WEIGHT, _BOUND_WEIGHT = 0.2, 0.2
_BESIDE_ENGLISH = 0.8
"""What pinyin counts where the letters are English too."""
_HALF_YEARS = frozenset({"2", "20"})
"""Digits at the end of a query that are more likely the beginning of an edition than a number: they decide little."""
_OF_YEARS = frozenset("年届")
_MOST_MENDED = 8
"""Words of one query that may be misspelt: more are no query but a text, and each takes a millisecond."""
_MEANT, _MEANS = "same meaning", 0.75
_PARTED, _JOINED = 0.96, 0.97
_SURE = 0.5
"""From this quality on an answer counts for how telling a term is."""


class Terms:
    """Words, Han runs, sounds and numbers of all records, ready to be looked up."""

    def __init__(self, records: Sequence[Record], words: Postings, characters: Postings) -> None:
        self._records = records
        self._postings = words
        self.texts = Texts(records, words, characters)
        self.figures = Figures(records)
        self.sounds = Sounds(records, characters)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words."""
        return Vocabulary(self._postings.keys())

    def coverage(self, query: Query, *, widely: bool = False) -> tuple[Scores, Meaning]:
        """How much of a query each record answers, weighed by how telling each term is; and what it was taken for."""
        meaning = Meaning(query)
        meaning.widely = widely
        words = self._words(query.words, meaning)
        runs = [self._run(run, meaning) for run in query.runs if not (query.years and run in _OF_YEARS)]
        numbers = [self._number(number, query.text) for number in query.numbers]
        self._say_numbers(query, words, numbers)
        within = [self.figures.within(wanted) for wanted in _different(query.ranges)]
        if within:
            meaning.inside = set.intersection(*map(set, within))
        ranges = [self._range(scores) for scores in within]
        meaning.terms = [*words, *runs, *numbers, *ranges]
        for term in meaning.terms:
            term.weight *= self._telling(term.scores)
        total = sum(term.weight for term in meaning.terms)
        found: Scores = {}
        for term in meaning.terms:
            share = term.weight / total
            for place, quality in term.scores.items():
                found[place] = found.get(place, 0.0) + quality * share
        return found, meaning

    def _words(self, typed: tuple[str, ...], meaning: Meaning) -> list[Answers]:
        found = []
        for place, word in enumerate(typed):
            found.append(self._word(word, meaning, last=place == len(typed) - 1))
        self._join(typed, found, meaning)
        return found

    def _telling(self, scores: Scores) -> float:
        """A term that few records have tells more; one that none has tells that all lack something."""
        if not scores:
            return 1.0
        least = max(scores.values()) * _SURE
        sure = sum(quality >= least for quality in scores.values())
        return log(1 + len(self._records) / (1 + sure))

    def _word(self, word: str, meaning: Meaning, *, last: bool) -> Answers:
        answers = Answers()
        vocabulary = self.vocabulary
        small = word in _SMALL
        same = vocabulary.same(word)
        if small:
            answers.weight = _SMALL_WEIGHT
            same = {other: quality if not last else _BEGUN for other, quality in same.items()}
        begun = vocabulary.begun(word) if last or not same else {}
        self._add(answers, "word", same, word, meaning)
        self._add(answers, "beginning", begun, word, meaning)
        if not same or meaning.widely:
            self._add_meant(answers, word, meaning)
        if same and not last:
            return answers
        self._add_heard(answers, self.sounds.pinyin(word), meaning, worth=_BESIDE_ENGLISH if answers.scores else 1.0)
        if not answers.scores:
            self._add_parts(answers, vocabulary.parted(word), meaning)
        if not answers.scores:
            self._add_heard(answers, self.sounds.initials(word), meaning)
        heard = any(reason == "pinyin" for reason, _ in answers.reasons)
        if not (same or (begun and last) or heard) and meaning.mended < _MOST_MENDED:
            meaning.mended += 1
            self._add(answers, "slips", vocabulary.misspelt(word), word, meaning)
        return answers

    def _add(self, answers: Answers, reason: str, meant: Meant, typed: str, meaning: Meaning) -> None:
        scores: Scores = {}
        for known, quality in meant.items():
            meaning.took(known, typed)
            own, shared = quality * OWN, quality * SHARED
            for entry in memoryview(self._postings[known]).cast("I"):
                worth = shared if entry & 1 else own
                if worth > scores.get(entry >> 1, 0.0):
                    scores[entry >> 1] = worth
        answers.add(reason, scores)

    def _add_heard(self, answers: Answers, heard: Heard, meaning: Meaning, worth: float = 1.0) -> None:
        if heard.scores:
            meaning.heard.append(heard)
            answers.add(heard.reason, {place: worth * quality for place, quality in heard.scores.items()})

    def _add_parts(self, answers: Answers, parts: tuple[str, ...], meaning: Meaning) -> None:
        """Words that were typed without spaces: all of them must be there."""
        if not parts:
            return
        found: list[Scores] = []
        for part in parts:
            one = Answers()
            meant = self.vocabulary.same(part)
            if part == parts[-1]:
                meant = self.vocabulary.begun(part) | meant
            self._add(one, "spaces", meant, part, meaning)
            found.append(one.scores)
        shared = set.intersection(*map(set, found))
        answers.add("spaces", {place: _PARTED * min(scores[place] for scores in found) for place in shared})

    def _join(self, words: tuple[str, ...], found: list[Answers], meaning: Meaning) -> None:
        """Words typed with spaces too many, be it one English word or the syllables of a Chinese one."""
        if len(words) < 2:
            return
        for (place, one), (_, other) in pairwise(enumerate(words)):
            joined = self.vocabulary.same(one + other)
            if joined:
                whole = Answers()
                self._add(whole, "spaces", joined, one + other, meaning)
                for answers in found[place : place + 2]:
                    answers.add("spaces", {each: _JOINED * quality for each, quality in whole.scores.items()})
        heard = self.sounds.pinyin("".join(words))
        if heard.scores:
            meaning.heard.append(heard)
            for answers in found:
                answers.add(heard.reason, heard.scores)

    def _run(self, run: str, meaning: Meaning) -> Answers:
        answers = Answers()
        self.texts.add_run(run, answers)
        if not answers.scores or meaning.widely:
            self._add_meant(answers, run, meaning)
        return answers

    def _add_meant(self, answers: Answers, typed: str, meaning: Meaning) -> None:
        """The records that say it in other words, of either language."""
        from wmc_tui.search.synonyms import synonyms

        for other in synonyms(typed):
            if other.isascii():
                same = self.vocabulary.same(other)
                self._add(answers, _MEANT, {known: _MEANS * quality for known, quality in same.items()}, other, meaning)
            else:
                places = self.texts.containing(other)
                answers.add(_MEANT, dict.fromkeys(places, _MEANS))
                meaning.runs = (*meaning.runs, other)

    def _number(self, number: Number, text: str) -> Answers:
        answers = Answers()
        typed = text[number.start : number.end] or number.text
        self.figures.add_number(number, answers)
        answers.add("digits", self.texts.literal(join_words(fold_words(typed)), normalise_figure(typed)))
        half_a_year = typed in _HALF_YEARS and text.rstrip().endswith(typed) and text.strip() != typed
        if number.bound or half_a_year:
            answers.weight = _BOUND_WEIGHT
        return answers

    def _say_numbers(self, query: Query, words: list[Answers], numbers: list[Answers]) -> None:
        """Words that may say a number as well as be part of a name: what has the number answers them."""
        for number, found in zip(query.numbers, numbers, strict=True):
            for word, answers in zip(query.words, words, strict=True):
                if word.isalpha() and word in number.text:
                    answers.add("value", found.scores)

    def _range(self, scores: Scores) -> Answers:
        answers = Answers()
        answers.add("range", scores)
        return answers


def _different(ranges: Iterable[Range]) -> list[Range]:
    """Ranges without those that say what another one says."""
    return list({(one.low, one.high, one.low_closed, one.high_closed, one.unit): one for one in ranges}.values())
