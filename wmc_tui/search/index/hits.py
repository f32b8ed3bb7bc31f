"""What a search finds, and which characters of a text matched."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from wmc_tui.model import Bilingual
from wmc_tui.text.fold import RUN, fold

Span = tuple[int, int]
"""First code point and one past the last."""

_HALF_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0E: "."}
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SCALE = re.compile(r" ?(?:bn|mn|tn|[BbMm]illion|[Tt]rillion|[Tt]housand)(?![a-z])|[十百千万亿兆]+")


class Reason(StrEnum):
    """Why a record answers a query or a term of it."""

    LABEL = "label"
    AS_WRITTEN = "as written"
    PHRASE = "phrase"
    WORD = "word"
    BEGINNING = "beginning"
    SPACES = "spaces"
    SLIPS = "slips"
    SAME_MEANING = "same meaning"
    TEXT = "text"
    SHARED_TEXT = "shared text"
    PARTS_OF_TEXT = "parts of text"
    PINYIN = "pinyin"
    INITIALS = "initials"
    VALUE = "value"
    OTHER_UNIT = "other unit"
    SAME_DIGITS = "same digits"
    FIRST_DIGITS = "first digits"
    DIGITS = "digits"
    RANGE = "range"
    EDITION = "edition"
    FILTER = "filter"
    SIGNS = "signs"
    STATED = "stated"


class Matched:
    """What of a query can be seen in a text."""

    __slots__ = ("begun", "digits", "runs", "words")

    def __init__(self, runs: tuple[str, ...] = (), digits: tuple[str, ...] = ()) -> None:
        self.words: dict[str, int] = {}
        """Folded words that the query's words mean, with how many letters of each are as typed."""
        self.begun: dict[str, int] = {}
        """Beginnings of words that it means, with their letters."""
        self.runs = runs
        """Han runs of the query, and others of the same meaning."""
        self.digits = digits
        """Significant digits of its numbers."""

    def add(self, word: str, typed: str) -> None:
        """A word is taken for what was typed."""
        letters = len(typed) if word.startswith(typed) else len(word)
        self.words[word] = max(letters, self.words.get(word, 0))

    def letters_of(self, words: Iterable[str]) -> int:
        """How many letters of some folded words are as typed."""
        begun, known = tuple(self.begun), self.words
        return sum([self.letters(word) for word in words if word in known or word.startswith(begun)])

    def letters(self, word: str) -> int:
        """How many letters of a folded word are as typed."""
        letters = self.words.get(word, 0)
        for beginning, count in self.begun.items():
            if count > letters and word.startswith(beginning):
                letters = count
        return letters

    def spans(self, text: str, heard: Sequence[str] = ()) -> list[Span]:
        """Where `text` matches, in ascending order, apart from each other; `heard` are folded pieces besides."""
        folded = fold(text)
        found: list[Span] = []
        if self.words or self.begun:
            for match in RUN.finditer(folded):
                letters = self.letters(match[0])
                if letters:
                    found.append((match.start(), match.start() + letters))
        for run in self.runs:
            found += _run_spans(run, folded)
        for piece in heard:
            found += _places(piece, folded)
        if self.digits:
            for match in _NUMBER.finditer(text.translate(_HALF_WIDTH)):
                found += self._number(match)
        return _merged(found) if found else found

    def _number(self, found: re.Match[str]) -> list[Span]:
        """The whole figure with its scale where its digits are the query's, else as many as were typed."""
        shown = found[0].replace(",", "").replace(".", "").strip("0") or "0"
        if shown in self.digits:
            scale = _SCALE.match(found.string, found.end())
            return [(found.start(), scale.end() if scale else found.end())]
        typed = max((len(digits) for digits in self.digits if shown.startswith(digits)), default=0)
        return [(found.start(), _end_of_digits(found, typed))] if typed else []


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that answers a query."""

    kind: str
    """`fact`, `sentence`, `article`, `publication`, `metric` or `command`."""
    id: str
    """Of the fact, article, publication, metric or command; `ARTICLE N` for a sentence."""
    text: Bilingual
    """The label or title, or the sentence."""
    score: float = 0.0
    """Higher is better; comparable within one search."""
    edition: int = 0
    """Year; of a publication that of what it reports, of a metric the newest one that has it; 0 for a command."""
    fact: str = ""
    """Fact id; empty for all other kinds."""
    article: str = ""
    """Article id of the sentence, article or publication, or of the one where the fact is best read; empty for none."""
    sentence: int = 0
    """Sentence number in that article, its first one for an article or publication; 0 where there is none."""
    why: tuple[Reason, ...] = ()
    """Why it answers, best first."""
    matched: Matched = field(default_factory=Matched, repr=False, compare=False)
    """What of the query can be seen in a text."""
    heard: tuple[str, ...] = field(default=(), repr=False)
    """Han characters that the query's letters sound like, folded."""

    def spans(self, text: str) -> list[Span]:
        """The matched parts of any text shown for this hit: a label, a figure in either language, a sentence."""
        return self.matched.spans(text, self.heard)


def _run_spans(run: str, folded: str) -> list[Span]:
    """Where a Han run stands whole, or else its pairs of characters."""
    whole = _places(run, folded)
    if whole or len(run) < 3:
        return whole
    pairs = {run[place : place + 2] for place in range(len(run) - 1)}
    return [span for pair in pairs for span in _places(pair, folded)]


def _places(piece: str, folded: str) -> list[Span]:
    found = []
    start = folded.find(piece)
    while start >= 0:
        found.append((start, start + len(piece)))
        start = folded.find(piece, start + 1)
    return found


def _end_of_digits(found: re.Match[str], count: int) -> int:
    """The place right after the first `count` digits of a number, zeros before them aside."""
    significant = 0
    for place, character in enumerate(found[0]):
        significant += character.isdecimal() and (significant > 0 or character != "0")
        if significant == count:
            return found.start() + place + 1
    return found.end()


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
