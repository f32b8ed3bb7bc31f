"""The folded texts of all records, searched for pieces and whole phrases."""

import re
from collections.abc import Sequence
from functools import cached_property

from wmc_tui.search.answers import Answers, Scores
from wmc_tui.search.postings import Postings, entries, rarest
from wmc_tui.search.records import OWN, SHARED, Record

_BEGUN, _CUT = 0.95, 0.6
_PAIRS, _FEWEST_PAIRS, _MOST_PAIRS = 0.75, 0.4, 24
_LITERAL = 0.75
_COUNTERS = frozenset("个家项名人位场件次户种款台批届元座条")
_COUNTED = 0.97


class Texts:
    """What is written in the records, in both languages."""

    def __init__(self, records: Sequence[Record], words: Postings, characters: Postings) -> None:
        self._records = records
        self._words = words
        self._characters = characters

    @cached_property
    def _dense(self) -> list[str]:
        """The Chinese without spaces: pieces are found across punctuation."""
        return [record.words_zh.replace(" ", "") for record in self._records]

    @cached_property
    def _written(self) -> dict[int, str]:
        """The figures of facts as written, a line each."""
        written = ((place, "\n".join(record.written)) for place, record in enumerate(self._records))
        return {place: lines for place, lines in written if lines}

    def containing(self, piece: str) -> list[int]:
        """Records whose Chinese has that piece, folded and packed."""
        dense = self._dense
        return [place for place in rarest(piece, self._characters) if piece in dense[place]]

    def phrase(self, folded: str) -> Scores:
        """Records that hold a whole query as it was typed; less where it begins or ends inside a word or a number."""
        words = folded.split()
        if not words:
            return {}
        found = self.piece("".join(words))
        if len(words) > 1:
            begun = f" {' '.join(words)}"
            # The last word may be unfinished.
            first = min((self._words.get(word, b"") for word in words[:-1]), key=len)
            for place, _ in entries(first):
                text = f" {self._records[place].words_en} "
                if begun in text:
                    found[place] = OWN if f"{begun} " in text else _BEGUN
        return found

    def piece(self, piece: str) -> Scores:
        """Records whose Chinese or figure has a piece, Latin letters and numbers at its ends whole or else for less."""
        found = dict.fromkeys(self.containing(piece), OWN)
        if piece[0].isascii() or piece[-1].isascii():
            found = {place: OWN if stands_whole(piece, self._dense[place]) else _CUT for place in found}
            if not piece.isalpha():
                for place, lines in self._written.items():
                    if piece in lines:
                        whole = stands_whole(piece, lines)
                        found[place] = OWN if whole else max(_CUT, found.get(place, 0.0))
        return found

    def literal(self, number: str) -> Scores:
        """Records where a number is part of a name."""
        found = {place: _LITERAL for place, quality in self.piece(number).items() if quality == OWN}
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
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
        if not (_goes_on(before, piece[0]) or _goes_on(piece[-1], behind)):
            return True
        start = text.find(piece, start + 1)
    return False


def _goes_on(one: str, other: str) -> bool:
    """Whether two characters side by side belong to the same number or Latin letters."""
    if not (one.isascii() and other.isascii()):
        return False
    return (one.isdecimal() and other.isdecimal()) or (one.isalpha() and other.isalpha())
