"""The folded texts of all records, searched for pieces and whole phrases."""

import re
from collections.abc import Sequence
from functools import cached_property

from wmc_tui.search.index.match import Answers, Scores
from wmc_tui.search.index.record import OWN, SHARED, Record
from wmc_tui.search.postings import Postings, entries, rarest
from wmc_tui.text.fold import join_words

CUT = 0.6
"""What a piece counts that begins a number or is a part of Latin letters."""
_BEGUN, _END = 0.95, 0.52
_PAIRS, _FEWEST_PAIRS, _MOST_PAIRS = 0.75, 0.4, 24
_LITERAL = 0.75
_COUNTERS = frozenset("个家项名人位场件次户种款台批届元座条")
_COUNTED = 0.97
_IN_NUMBERS = frozenset("0123456789._")


class Texts:
    """What is written in the records, in both languages."""

    def __init__(self, records: Sequence[Record], words: Postings, characters: Postings) -> None:
        self._records = records
        self._words = words
        self._characters = characters

    @cached_property
    def _dense(self) -> list[str]:
        """The Chinese without spaces, those in numbers aside: pieces are found across punctuation."""
        return [join_words(record.words_zh) for record in self._records]

    @cached_property
    def _written(self) -> dict[int, str]:
        """The figures of facts as written, a line each."""
        written = ((place, "\n".join(record.written)) for place, record in enumerate(self._records))
        return {place: lines for place, lines in written if lines}

    def containing(self, piece: str) -> list[int]:
        """Records whose Chinese has that piece, folded and packed."""
        dense = self._dense
        return [place for place in rarest(piece.replace("_", ""), self._characters) if piece in dense[place]]

    def phrase(self, folded: str, figure: str) -> Scores:
        """Records that hold a whole query, folded and as a figure (`fold.normalise_typed`); less where it ends inside a word."""
        words = folded.split()
        if not words:
            return {}
        found = self.piece(join_words(" ".join(words)), figure)
        if len(words) > 1:
            inside = f" {' '.join(words)} "
            # The last word may be unfinished.
            first = min((self._words.get(word, b"") for word in words[:-1]), key=len)
            for place, _ in entries(first):
                quality = phrase_in(inside, f" {self._records[place].words_en} ")
                if quality:
                    found[place] = quality
        return found

    def piece(self, piece: str, figure: str) -> Scores:
        """Records whose Chinese has a piece or whose figure has it as `figure`, cut off Latin letters or numbers for less.

        8% is no figure of 93.8%, but a piece of it: what a text holds is found in it.
        """
        if not (piece[0].isascii() or piece[-1].isascii()):
            return dict.fromkeys(self.containing(piece), OWN)
        found = {place: stands(piece, self._dense[place]) for place in self.containing(piece)}
        if not piece.isalpha():
            for place, lines in self._written.items():
                if figure in lines:
                    quality = stands(figure, lines)
                    if quality >= CUT:
                        found[place] = max(quality, found.get(place, 0.0))
        return found

    def literal(self, number: str, figure: str) -> Scores:
        """Records where a number, folded and as a figure, is part of a name."""
        found = {place: _LITERAL for place, quality in self.piece(number, figure).items() if quality == OWN}
        # Folded, 4,471 and 447.1 are two numbers each, neither of which was meant.
        alone = re.compile(rf"(?<![0-9]) {re.escape(number)} (?![0-9])")
        for place, _ in entries(self._words.get(number, b"")):
            if alone.search(f" {self._records[place].words_en} {self._records[place].shared_en} "):
                found[place] = _LITERAL
        return found

    def add_run(self, run: str, answers: Answers) -> None:
        """The records with a Han run, or with enough of its pairs of characters."""
        own, shared = {}, {}
        for place in rarest(run, self._characters):
            if run in self._dense[place]:
                own[place] = OWN
            elif run in self._records[place].shared_zh.replace(" ", ""):
                shared[place] = SHARED
        answers.add("text", own)
        answers.add("shared text", shared)
        if len(run) > 2:
            if run[0] in _COUNTERS:
                # 60户央企: what was counted, behind the word that counts it.
                answers.add("text", dict.fromkeys(self.containing(run[1:]), _COUNTED))
            answers.add("parts of text", self._pairs(run))

    def _pairs(self, run: str) -> Scores:
        pairs = list({run[place : place + 2]: None for place in range(len(run) - 1)})[:_MOST_PAIRS]
        counts: dict[int, int] = {}
        for pair in pairs:
            for place in self.containing(pair):
                counts[place] = counts.get(place, 0) + 1
        least = max(_FEWEST_PAIRS * len(pairs), 1)
        return {place: _PAIRS * count / len(pairs) for place, count in counts.items() if count >= least}


def stands_whole(piece: str, text: str) -> bool:
    """Whether a text has a piece somewhere without cutting off a number or Latin letters."""
    return stands(piece, text) == OWN


def stands(piece: str, text: str) -> float:
    """How well a text has a piece: less where that cuts Latin letters or begins a number, still less where it ends one."""
    best = 0.0
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
        if not (_goes_on(before, piece[0]) or _goes_on(piece[-1], behind)):
            return OWN
        best = max(best, _END if piece[0].isdecimal() and _goes_on(before, piece[0]) else CUT)
        start = text.find(piece, start + 1)
    return best


def phrase_in(words: str, text: str) -> float:
    """How well a folded text has words in a row, less where the last is begun; all with a space at either end.

    Digits side by side are one number.
    """
    best = 0.0
    phrase = words[:-1]
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not (phrase[1].isdecimal() and text[start - 1 : start].isdecimal()):
            goes_on = phrase[-1].isdecimal() and text[end + 1 : end + 2].isdecimal()
            if text[end] == " " and not goes_on:
                return OWN
            best = _BEGUN
        start = text.find(phrase, start + 1)
    return best


def _goes_on(one: str, other: str) -> bool:
    """Whether two characters side by side belong to the same number or Latin letters."""
    if not (one.isascii() and other.isascii()):
        return False
    return (one in _IN_NUMBERS and other in _IN_NUMBERS) or (one.isalpha() and other.isalpha())
