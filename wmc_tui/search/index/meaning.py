"""What the terms of a query were taken for."""

from wmc_tui.search.index.match import Answers, Heard
from wmc_tui.search.index.record import Record
from wmc_tui.search.query.query import Query


class Meaning:
    """What a query means in the words of the store, as far as its terms were found."""

    def __init__(self, query: Query) -> None:
        self.words: dict[str, int] = {}
        """Words of the store that its words mean, folded, with how many letters of each were typed."""
        self.runs = query.runs
        """Its Han runs, and others of the same meaning."""
        self.heard: list[Heard] = []
        """What its letters sound like."""
        self.inside: set[int] | None = None
        """The records with a figure in each of its ranges; None where it has no range."""
        self.widely = False
        """Whether words of the same meaning were looked up for those that are known, too."""
        self.mended = 0
        """How many of its words were looked up as misspelt."""
        self.terms: list[Answers] = []
        """What each of its terms found: words, runs, numbers, ranges, in this order."""

    def took(self, known: str, typed: str) -> None:
        """A word of the store is taken for a word of the query."""
        letters = len(typed) if known.startswith(typed) else len(known)
        if letters > self.words.get(known, 0):
            self.words[known] = letters

    def pieces(self, record: Record, place: int) -> list[str]:
        """The Han characters of a record that its letters sound like."""
        found = []
        for heard in self.heard:
            span = heard.spans.get(place)
            if span:
                found.append(f"{record.words_zh}\n{record.shared_zh}"[slice(*span)])
        return found

    def fit(self, record: Record, pieces: list[str]) -> float:
        """From 0 to 1: how much of a record's own text the query says, whatever the order."""
        said = 0.0
        words = self.words
        if words and record.words_en:
            letters = next((len(label) for label in record.labels if label.isascii()), 0)
            letters = letters or len(record.words_en) - record.words_en.count(" ")
            said = sum([words.get(word, 0) for word in record.words_en.split()]) / letters
        if (self.runs or pieces) and record.words_zh:
            inside = sum(len(piece) for piece in (*self.runs, *pieces) if piece in record.words_zh)
            letters = next((len(label) for label in record.labels if not label.isascii()), 0)
            said += inside / (letters or len(record.words_zh))
        return min(1.0, said)
