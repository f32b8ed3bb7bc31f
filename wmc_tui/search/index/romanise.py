"""How Chinese texts sound, by characters and by the phrases that decide how some of them are read.

From the tables of pypinyin, under the MIT licence (licenses/pypinyin.txt). Used only while an index is built.
"""

from operator import add
from pkgutil import get_data

from wmc_tui.search.index.sounds import CODES

_TABLE = "readings.txt"
_LONGEST = 4
"""Characters of the longest phrase."""


class Reader:
    """Reads Chinese aloud."""

    def __init__(self) -> None:
        self._characters: dict[int, str] = {}
        self._phrases: dict[str, str] = {}
        self._heads: set[str] = set()
        content = get_data(__package__, _TABLE)
        assert content is not None
        for line in content.decode().splitlines():
            first, _, rest = line.partition(" ")
            if first.isascii():
                self._characters.update(dict.fromkeys(map(ord, rest), CODES[first]))
            else:
                self._phrases[first] = "".join(map(CODES.__getitem__, rest.split()))
                self._heads.add(first[:2])

    def sounds(self, text: str) -> str:
        """The text, simplified, with the sound in place of each Han character; as long as the text."""
        read = text.translate(self._characters)
        if read == text:
            return text
        pieces, done = [], 0
        for place, pair in enumerate(map(add, text, text[1:])):
            if pair in self._heads and place >= done:
                phrase = self._phrase(text, place)
                if phrase:
                    pieces += [read[done:place], self._phrases[phrase]]
                    done = place + len(phrase)
        return "".join((*pieces, read[done:]))

    def _phrase(self, text: str, place: int) -> str:
        """The longest phrase that begins there; empty where none does."""
        pieces = (text[place : place + length] for length in range(_LONGEST, 1, -1))
        return next((piece for piece in pieces if piece in self._phrases), "")
