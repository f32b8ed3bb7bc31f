"""How well each record answers each term of a query."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from math import log

from wmc_tui.search.fold import packed
from wmc_tui.search.query import Number, Query, significant
from wmc_tui.search.records import OWN, SHARED, Record
from wmc_tui.search.vocabulary import Vocabulary

Scores = dict[int, float]
"""From record to how well it matches, up to 1."""

_LATIN = re.compile(r"[a-z0-9%+]+")

_OTHER_UNIT = 0.8
_OTHER_SIZE_TYPING, _OTHER_SIZE = 0.7, 0.4
_BEGINNING, _BEGINNING_WHOLE = 0.2, 0.4
_LITERAL = 0.75
_BEGUN, _CUT = 0.95, 0.6
_PAIRS, _FEWEST_PAIRS = 0.75, 0.4
_MOST_PAIRS = 40


class Terms:
    """Words, Han runs and numbers of all records, ready to be looked up."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        self._values: dict[Decimal, list[tuple[int, str]]] = {}
        self._digits: dict[str, list[int]] = {}
        for place, record in enumerate(records):
            for value, unit, _ in record.figures:
                self._values.setdefault(value, []).append((place, unit))
                self._digits.setdefault(significant(value), []).append(place)
        self._ordered_digits = sorted(self._digits)
        self._dense = [record.words_zh.replace(" ", "") for record in records]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words."""
        return Vocabulary(self._postings)

    @cached_property
    def _postings(self) -> dict[str, Scores]:
        postings: dict[str, Scores] = {}
        for place, record in enumerate(self._records):
            for words, quality in (
                (record.words_en.split(), OWN),
                (_LATIN.findall(record.words_zh), OWN),
                (record.shared_en.split(), SHARED),
                (_LATIN.findall(record.shared_zh), SHARED),
            ):
                for word in words:
                    postings.setdefault(word, {}).setdefault(place, quality)
        return postings

    @cached_property
    def _spaced(self) -> list[str]:
        return [f" {record.words_en} " for record in self._records]

    @cached_property
    def _shared(self) -> list[str]:
        return [record.shared_zh.replace(" ", "") for record in self._records]

    def coverage(self, query: Query) -> tuple[Scores, dict[str, int]]:
        """How much of a query each record answers, weighed by how telling each term is; and which words it took.

        The words are those of the store, with the number of their letters that were typed.
        """
        marks: dict[str, int] = {}
        answers = [self._word(word, marks) for word in query.words]
        answers += [self._run(run) for run in query.runs]
        answers += [self._number(number) for number in query.numbers]
        weights = [self._weight(scores) for scores in answers]
        total = sum(weights)
        found: Scores = {}
        for scores, weight in zip(answers, weights, strict=True):
            for place, quality in scores.items():
                found[place] = found.get(place, 0.0) + quality * weight / total
        return found, marks

    def phrase(self, folded: str) -> Scores:
        """Records that hold a whole query as it was typed; less where it begins or ends inside a word or a number."""
        if not folded.strip():
            return {}
        found = self._pieces(packed(folded))
        words = " ".join(folded.split())
        if " " in words:
            for place, text in enumerate(self._spaced):
                if f" {words}" in text:
                    found[place] = OWN if f" {words} " in text else _BEGUN
        return found

    def _pieces(self, piece: str) -> Scores:
        left = "(?<![0-9])" if piece[0].isdecimal() else "(?<![a-z])" if piece[0].isascii() else ""
        right = "(?![0-9])" if piece[-1].isdecimal() else "(?![a-z])" if piece[-1].isascii() else ""
        whole = re.compile(f"{left}{re.escape(piece)}{right}")
        return {place: OWN if whole.search(self._dense[place]) else _CUT for place in self.containing(piece)}

    def containing(self, piece: str) -> list[int]:
        """Records whose Chinese has that piece, folded and packed."""
        return [place for place, text in enumerate(self._dense) if piece in text]

    def _weight(self, scores: Scores) -> float:
        """A term that few records have tells more; one that none has tells that all lack something."""
        return log(1 + len(self._records) / (1 + len(scores))) if scores else 1.0

    def _word(self, word: str, marks: dict[str, int]) -> Scores:
        found: Scores = {}
        for known, quality in self.vocabulary.match(word).items():
            marks[known] = len(word) if known.startswith(word) else len(known)
            for place, worth in self._postings[known].items():
                found[place] = max(found.get(place, 0.0), quality * worth)
        return found

    def _run(self, run: str) -> Scores:
        found = dict.fromkeys((place for place, text in enumerate(self._shared) if run in text), SHARED)
        found.update(dict.fromkeys(self.containing(run), OWN))
        if len(run) > 2:
            for place, quality in self._pairs(run).items():
                found.setdefault(place, quality)
        return found

    def _pairs(self, run: str) -> Scores:
        """Records with enough of the run's pairs of characters."""
        pairs = list({run[place : place + 2]: None for place in range(len(run) - 1)})[:_MOST_PAIRS]
        counts: dict[int, int] = {}
        for pair in pairs:
            for place in self.containing(pair):
                counts[place] = counts.get(place, 0) + 1
        shares = ((place, count / len(pairs)) for place, count in counts.items())
        return {place: _PAIRS * share for place, share in shares if share >= _FEWEST_PAIRS}

    def _number(self, number: Number) -> Scores:
        """Equal values first, then the same digits at another size, then digits that begin so, then the same text."""
        found: Scores = {}
        if number.value is not None:
            for place, unit in self._values.get(number.value, ()):
                same = number.unit is None or number.unit == unit
                found[place] = max(found.get(place, 0.0), OWN if same else _OTHER_UNIT)
        for place in self._digits.get(number.digits, ()):
            found.setdefault(place, _OTHER_SIZE_TYPING if number.bare else _OTHER_SIZE)
        if number.bare:
            for digits in self._beginning(number.digits):
                for place in self._digits[digits]:
                    found.setdefault(place, _BEGINNING + _BEGINNING_WHOLE * len(number.digits) / len(digits))
        for place, quality in self._pieces(number.text).items():
            if quality == OWN:
                found[place] = max(found.get(place, 0.0), _LITERAL)
        for place in self._postings.get(number.text, ()):
            found[place] = max(found.get(place, 0.0), _LITERAL)
        return found

    def _beginning(self, digits: str) -> list[str]:
        start = bisect_left(self._ordered_digits, digits)
        return self._ordered_digits[start : bisect_left(self._ordered_digits, digits + ":", start)]
