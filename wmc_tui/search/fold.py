"""Text reduced to what a search compares, each character in its place.

Folding keeps the length of the text, so a match found in the folded text stands at the same place in the text itself.
"""

import re
import unicodedata
from functools import lru_cache

from wmc_tui.search.variants import simplified

_SIGNS = frozenset("%+")

# Classes of all Han characters take milliseconds to compile; all that is not ASCII will do.
RUN = re.compile(r"(?P<han>[^\x00-\x7f]+)|(?P<digits>[0-9]+(?![a-z0-9%+]))|[a-z0-9%+]+")
"""A word of a folded text: a run of Han characters (or of another script that is searched by pieces), mere digits, or
Latin letters, digits and signs."""


class _Folding(dict[int, str]):
    """From code point to folded character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """One for one: compatible forms made plain, lower case, no accent, simplified; what separates words is a space."""
    plain = simplified(unicodedata.normalize("NFKC", character).lower()[:1])
    base = unicodedata.normalize("NFD", plain)[:1]
    if base.isascii():
        plain = base
    return plain if plain.isalnum() or plain in _SIGNS else " "


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower case, half width, simplified, compatible forms made plain, punctuation as spaces; as long as `text`."""
    return text.translate(_FOLDING)


def spaced(text: str) -> str:
    """A text folded, with one space between words."""
    return " ".join(fold(text).split())


@lru_cache(64)
def packed(folded: str) -> str:
    """A folded text without its spaces."""
    return "".join(folded.split())
