"""Text reduced to what a search compares, each character in its place.

Folding keeps the length of the text, so a match found in the folded text stands at the same place in the text itself.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from wmc_tui.text.traditional import CharacterMap, simplify

_SIGNS = frozenset("%+")

# Classes of all Han characters take milliseconds to compile; all that is not ASCII will do.
RUN = re.compile(r"(?P<han>[^\x00-\x7f]+)|(?P<digits>[0-9]+(?![a-z0-9%+]))|[a-z0-9%+]+")
"""A word of a folded text: a run of Han characters (or of another script that is searched by pieces), mere digits, or
Latin letters, digits and signs."""

_HALF_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)} | {0xFF0E: ".", 0xFF0C: ","}
_NUMBER = re.compile(r"([0-9]+(?:[.,][0-9]+)*)")
_THOUSANDS = re.compile(r",(?=[0-9]{3}(?![0-9]))")
_APART = re.compile("(?<=[0-9]) (?=[0-9])")
_MOST_NUMBERS = 24


def _fold_character(character: str) -> str:
    """One for one: compatible forms made plain, lower case, no accent, simplified; what separates words is a space."""
    plain = simplify(unicodedata.normalize("NFKC", character).lower()[:1])
    base = unicodedata.normalize("NFD", plain)[:1]
    if base.isascii():
        plain = base
    return plain if plain.isalnum() or plain in _SIGNS else " "


_FOLDING = CharacterMap(_fold_character)


def fold(text: str) -> str:
    """Lower case, half width, simplified, compatible forms made plain, punctuation as spaces; as long as `text`."""
    return text.translate(_FOLDING)


def fold_words(text: str) -> str:
    """A text folded, with one space between words."""
    return " ".join(fold(text).split())


@lru_cache(64)
def remove_spaces(folded: str) -> str:
    """A folded text without its spaces."""
    return "".join(folded.split())


def join_words(folded: str) -> str:
    """A folded text without its spaces, but for those between digits: 93.8 and 93, 8 become 93_8 and never 938."""
    return _APART.sub("_", folded).replace(" ", "") if " " in folded else folded


def normalise_figure(text: str) -> str:
    """A figure as it is compared with others: folded and packed, with its decimal points, without its separators."""
    pieces = _NUMBER.split(text.translate(_HALF_WIDTH))
    pieces[::2] = map(fold, pieces[::2])
    pieces[1::2] = map(_whole, pieces[1::2])
    return join_words(" ".join("".join(pieces).split()))


@lru_cache(64)
def normalise_typed(folded: str, text: str) -> str:
    """What `normalise_figure` makes of the part of a text that was folded to `folded`, with single spaces."""
    numbers = [number for number in _NUMBER.findall(text.translate(_HALF_WIDTH)) if not number.isdecimal()]
    meant = {fold(number): _whole(number) for number in numbers[:_MOST_NUMBERS]}
    if meant:
        any_of_them = "|".join(sorted(meant, key=len, reverse=True))
        folded = re.sub(rf"(?<![0-9])(?:{any_of_them})(?![0-9])", lambda number: meant[number[0]], folded)
    return join_words(folded)


def _whole(number: str) -> str:
    return _THOUSANDS.sub("", number).replace(",", " ")


_MARKS = {"\u2010": "-", "\u2011": "-", "\u2212": "-", "\ufe63": "-", "\u301c": "~", "\u223c": "~", "\ufe55": ":"}


def _plain_character(character: str) -> str:
    compatible = unicodedata.normalize("NFKC", character)
    return _MARKS.get(character) or (compatible if len(compatible) == 1 else character)


_PLAIN = CharacterMap(_plain_character)


def to_half_width(text: str) -> str:
    """Half width and plain hyphens, letters and quotes as they are; as long as `text`."""
    return text.translate(_PLAIN)


def blank_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with spaces in place of those spans, which are in order and apart; as long as `text`."""
    parts = []
    done = 0
    for start, end in spans:
        parts += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*parts, text[done:]])
