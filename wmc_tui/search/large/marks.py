"""Which words of a text a query means, told when the text is shown: the words of a large library are too many to list."""

from collections.abc import Iterable, Iterator, Mapping


class Marks(Mapping[str, int]):
    """Folded words with how many letters of each are as typed: words that the query means, and all that begin so."""

    def __init__(self) -> None:
        self._meant: dict[str, int] = {}
        self._begun: list[str] = []

    def inside(self, words: Iterable[str]) -> dict[str, int]:
        """All words that the query means, and those of some words that begin so."""
        found = dict(self._meant)
        begun = tuple(self._begun)
        for word in words:
            if begun and word.startswith(begun):
                found[word] = self[word]
        return found

    def took(self, known: str, typed: str) -> None:
        """A word is taken for one of the query."""
        letters = len(typed) if known.startswith(typed) else len(known)
        self._meant[known] = max(letters, self._meant.get(known, 0))

    def begun(self, typed: str) -> None:
        """All words that begin so are meant."""
        self._begun.append(typed)

    def __getitem__(self, word: str) -> int:
        begun = max((len(typed) for typed in self._begun if word.startswith(typed)), default=0)
        letters = max(begun, self._meant.get(word, 0))
        if not letters:
            raise KeyError(word)
        return letters

    def __iter__(self) -> Iterator[str]:
        return iter({*self._begun, *self._meant})

    def __len__(self) -> int:
        return len({*self._begun, *self._meant})
