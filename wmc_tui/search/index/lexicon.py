"""The vocabulary of the index: which words, characters and sounds of the records typed letters may mean."""

import sqlite3
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from wmc_tui.search.index.index_tables import trigrams_of
from wmc_tui.search.index.scoring import SAME_STEM, SLIPS, SLIPS_IN_BEGINNING
from wmc_tui.search.index.sounds import Spelling
from wmc_tui.search.index.tokens import all_of, any_of, stem

Meant = dict[str, float]
"""Words of the records, with how well they match: 1 for the word itself."""

_LAST = "\U0010ffff"
_MOST = 64
"""Words that a beginning is looked up by, those of most records; sounds are few enough to take all."""
_MOST_SOUNDS = 300
_SHORTEST_PART, _LONGEST_PARTED = 2, 64
_TRIED = 20
"""Records in which characters that sound so are looked at for standing side by side."""
_RAREST = 5
"""Trigrams by which misspelt words are looked up; whole ones of them are left by most slips."""
_ALIKE = 40
_MOST_REMEMBERED = 10_000


def slips_allowed(word: str) -> int:
    """How many wrong, missing, added or swapped letters a word of this length may have."""
    return 0 if len(word) < 4 else 1 if len(word) < 6 else 2 if len(word) < 11 else 3


class Lexicon:
    """Looks up the vocabulary of one index, and remembers it: while a query is typed most of its words stay."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._counts: dict[str, int] = {}
        self._answers: dict[tuple[str, Sequence[str | int]], list[tuple[str, int]]] = {}

    @property
    def is_full(self) -> bool:
        """Whether it remembers so much that it had better be made anew."""
        return len(self._answers) + len(self._counts) > _MOST_REMEMBERED

    def _rows(self, query: str, *values: str | int) -> list[tuple[str, int]]:
        """The rows of a query of one or two columns."""
        rows = self._answers.get((query, values))
        if rows is None:
            rows = self._answers[query, values] = self._connection.execute(query, values).fetchall()
        return rows

    def records(self, token: str) -> int:
        """How many records have a token."""
        return self.count([token])[0]

    def count(self, tokens: Sequence[str]) -> list[int]:
        """How many records have each of some tokens."""
        missing = [token for token in tokens if token not in self._counts]
        if missing:
            self._counts.update(dict.fromkeys(missing, 0))
            query = f"SELECT token, records FROM search_word WHERE token IN ({', '.join('?' * len(missing))})"
            self._counts.update(self._connection.execute(query, missing))
        return [self._counts[token] for token in tokens]

    def same(self, word: str) -> Meant:
        """The word itself, and its other forms."""
        return {token[1:]: 1.0 if token[1:] == word else SAME_STEM for token in self._tokens("stem = ?", stem(word))}

    def beginning(self, word: str) -> list[str]:
        """Tokens of the records with a word that begins so, for long beginnings those of the most frequent words."""
        if len(word) == 1:
            return self._tokens("token >= ? AND token < ? AND length(token) <= 3", f"p{word}", f"p{word}{_LAST}")
        if len(word) <= 3:
            return [f"p{word}"] if self.records(f"p{word}") else []
        condition = f"token >= ? AND token < ? ORDER BY records DESC LIMIT {_MOST}"
        return self._tokens(condition, f"w{word}", f"w{word}{_LAST}")

    def digits(self, digits: str) -> list[str]:
        """Tokens of longer digits that begin so, the shortest first."""
        condition = f"token > ? AND token < ? ORDER BY length(token), records DESC LIMIT {_MOST}"
        return self._tokens(condition, f"d{digits}", f"d{digits}:")

    def magnitudes(self, tokens: Sequence[str]) -> list[str]:
        """Those of some tokens that a record has."""
        return [token for token, count in zip(tokens, self.count(tokens), strict=True) if count]

    def _tokens(self, condition: str, *values: str) -> list[str]:
        rows = self._rows(f"SELECT token, records FROM search_word WHERE {condition}", *values)
        self._counts.update(rows)
        return [token for token, _ in rows]

    def parted(self, word: str) -> tuple[str, ...]:
        """The fewest words that it is when spaces are put in, the last perhaps unfinished; empty where there are none."""
        if not 2 * _SHORTEST_PART <= len(word) <= _LONGEST_PARTED or not word.isalpha():
            return ()
        known: dict[str, bool] = {}
        return next((parts for count in (2, 3) for parts in self._parts(word, count, known)), ())

    def _parts(self, word: str, count: int, known: dict[str, bool]) -> Iterator[tuple[str, ...]]:
        if count == 1:
            if len(word) > _SHORTEST_PART and (self._is_known(word, known) or self.beginning(word)):
                yield (word,)
            return
        for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            if self._is_known(word[:end], known):
                for others in self._parts(word[end:], count - 1, known):
                    yield (word[:end], *others)

    def _is_known(self, word: str, known: dict[str, bool]) -> bool:
        if word not in known:
            known[word] = bool(self.same(word))
        return known[word]

    def misspelt(self, word: str) -> Meant:
        """Every word that it is but for some slips, and those that begin so but for some slips."""
        if word.isdecimal() or not slips_allowed(word):
            return {}
        found = self._with_slips(word)
        if word.endswith("y"):
            # Its plural may be all that is known: batery, batteries.
            plural = self._with_slips(f"{word[:-1]}ies")
            found = {other: quality * SAME_STEM for other, quality in plural.items()} | found
        if max(found.values(), default=0.0) < SLIPS * (1 - 1 / len(word)):
            # What is being typed has slips too.
            allowed = max(1, slips_allowed(word) - 1)
            near = _nearest(word, self._alike(word, len(word) - allowed, _MOST), allowed, len(word))
            for other, slips in near.items():
                found.setdefault(other, SLIPS_IN_BEGINNING * (1 - slips / len(word)))
        for known, quality in list(found.items()):
            for form in self.same(known):
                found.setdefault(form, quality * SAME_STEM)
        return found

    def _with_slips(self, word: str) -> Meant:
        allowed = slips_allowed(word)
        near = _nearest(word, self._alike(word, len(word) - allowed, len(word) + allowed), allowed)
        return {other: SLIPS * (1 - slips / len(word)) for other, slips in near.items()}

    def _alike(self, word: str, shortest: int, longest: int) -> list[str]:
        """Words that share one of the rarest of its trigrams, of so many letters."""
        trigrams = trigrams_of(word)
        query = "SELECT count(*) FROM (SELECT 1 FROM search_trigram WHERE trigram = ? LIMIT 5000)"
        counted = [(self._rows(query, trigram)[0][0], trigram) for trigram in trigrams]
        rarest = [trigram for count, trigram in sorted(counted) if count][:_RAREST]
        query = (
            f"SELECT DISTINCT word FROM search_trigram WHERE trigram IN ({', '.join('?' * len(rarest))})"
            " AND length BETWEEN ? AND ?"
        )
        return [row[0] for row in self._rows(query, *rarest, shortest, longest)]

    def sounding(self, spelling: Spelling) -> str:
        """The expression for records that may have characters in a row that sound so; empty where none has."""
        syllables = spelling.syllables
        if len(syllables) == 1:
            query = "SELECT token FROM search_sound WHERE sound BETWEEN ? AND ? AND length(sound) = 1 LIMIT ?"
            return any_of(row[0] for row in self._rows(query, *syllables[0], _MOST_SOUNDS))
        groups = []
        for left, right in pairwise(syllables):
            query = (
                "SELECT DISTINCT token FROM search_sound WHERE sound BETWEEN ? AND ? AND length(sound) = 2"
                " AND substr(sound, 2) BETWEEN ? AND ? LIMIT ?"
            )
            values = (left[0] + right[0], left[1] + right[1], right[0], right[1], _MOST_SOUNDS)
            tokens = [row[0] for row in self._rows(query, *values)]
            if not tokens:
                return ""
            groups.append(f"({any_of(tokens)})")
        expression = " AND ".join(groups)
        return expression if len(groups) == 1 or self._is_said(expression, spelling) else ""

    def _is_said(self, expression: str, spelling: Spelling) -> bool:
        """Whether the first records of an expression have all syllables side by side."""
        query = (
            "SELECT sounds FROM search_record WHERE place IN"
            " (SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT ?)"
        )
        search = spelling.pattern().search
        return any(search(row[0]) for row in self._rows(query, expression, _TRIED))

    def has_any(self, expression: str) -> bool:
        """Whether a record answers an expression."""
        query = "SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1"
        return bool(self._rows(query, expression))

    def has_all(self, tokens: list[str]) -> bool:
        """Whether a record has all of some tokens."""
        return self.has_any(all_of(tokens))


def _nearest(word: str, others: list[str], allowed: int, letters: int | None = None) -> dict[str, int]:
    """The words, or their first letters, that are `word` but for some slips, with the number of these."""
    # Imported when a word is misspelt for the first time.
    from rapidfuzz.distance import OSA

    distance = OSA.distance
    near = {other: distance(word, other[:letters], score_cutoff=allowed) for other in others}
    best = sorted((slips, other) for other, slips in near.items() if slips <= allowed)[:_ALIKE]
    return {other: slips for slips, other in best}


class Figures:
    """All figures of the records, to be looked up by value."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def between(self, low: Decimal, high: Decimal) -> list[tuple[Decimal, str]]:
        """Each value between two, with each of its units, in ascending order; the first of many."""
        query = "SELECT exact, unit FROM search_figure WHERE value BETWEEN ? AND ? ORDER BY value, exact, unit LIMIT ?"
        margin = abs(high) * Decimal("1e-12")
        rows = self._connection.execute(query, (float(low - margin), float(high + margin), _MOST))
        found = ((Decimal(exact), unit) for exact, unit in rows)
        return [(value, unit) for value, unit in found if low <= value <= high]
