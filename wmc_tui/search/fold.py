"""Text reduced to what a search compares, each character in its place.

Folding keeps the length of the text, so a match found in the folded text stands at the same place in the text itself.
"""

import re
import unicodedata

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SIGNS = frozenset("%+")

RUN = re.compile(f"(?P<han>[{_HAN}]+)|(?P<digits>[0-9]+(?![^{_HAN}\\s]))|[^{_HAN}\\s]+")
"""A word of a folded text: a Han run, or what is between those and the spaces, among it mere digits."""


class _Folding(dict[int, str]):
    """From code point to folded character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """One character for one: compatible forms made plain, lower case, no accent; what separates words is a space."""
    plain = unicodedata.normalize("NFKC", character).lower()[:1]
    base = unicodedata.normalize("NFD", plain)[:1]
    if base.isascii():
        plain = base
    is_mark = unicodedata.category(plain).startswith("M")
    return plain if plain.isalnum() or plain in _SIGNS or is_mark else " "


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case, half width, compatible forms made plain, punctuation as spaces; as long as `text`."""
    return text.translate(_FOLDING)


def packed(folded: str) -> str:
    """A folded text without its spaces."""
    return "".join(folded.split())
