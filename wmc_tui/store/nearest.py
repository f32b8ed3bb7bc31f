"""The id most like a wrong one, quickly among very many."""

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

_FEW = 200
_CANDIDATES = 12
_LIKE_ENOUGH = 0.6


class Nearest:
    """An index of words by their pieces of three characters.

    Among many words only those that share the most pieces with the one asked for are compared in full. Pieces that
    tell little, because very many words hold them, are passed over once there are candidates enough.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [(word, word.lower()) for word in words]
        self._by_piece: dict[str, list[int]] = {}
        for number, (_, lower) in enumerate(self._words):
            for piece in _pieces(lower):
                self._by_piece.setdefault(piece, []).append(number)

    def to(self, word: str) -> str:
        """The word most like `word`, or an empty string where none is like it."""
        lower = word.lower()
        numbers = range(len(self._words)) if len(self._words) <= _FEW else self._likely(lower)
        likely = {self._words[number][1]: self._words[number][0] for number in numbers}
        close = get_close_matches(lower, likely, n=1, cutoff=_LIKE_ENOUGH)
        return likely[close[0]] if close else ""

    def _likely(self, lower: str) -> list[int]:
        """The words that share the most pieces with `lower`."""
        found: Counter[int] = Counter()
        for holders in sorted((self._by_piece.get(piece, []) for piece in _pieces(lower)), key=len):
            if len(found) >= _CANDIDATES and len(holders) > 100 * _CANDIDATES:
                break
            found.update(holders)
        return [number for number, _ in found.most_common(_CANDIDATES)]


def _pieces(lower: str) -> set[str]:
    padded = f" {lower} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
