"""Texts made plain character by character, so that what is found in them stands at the same place in the text itself."""

import unicodedata
from collections.abc import Iterable

_MARKS = {"\u2010": "-", "\u2011": "-", "\u2212": "-", "\ufe63": "-", "\u301c": "~", "\u223c": "~", "\ufe55": ":"}


class _Plain(dict[int, str]):
    """From code point to plain character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        compatible = unicodedata.normalize("NFKC", character)
        plain = self[code] = _MARKS.get(character) or (compatible if len(compatible) == 1 else character)
        return plain


_PLAIN = _Plain()


def plain(text: str) -> str:
    """Half width and plain hyphens, letters and quotes as they are; as long as `text`."""
    return text.translate(_PLAIN)


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with spaces in place of those spans, which are in order and apart; as long as `text`."""
    parts = []
    done = 0
    for start, end in spans:
        parts += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*parts, text[done:]])
