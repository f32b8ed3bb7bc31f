"""Which records have each Latin word, each character of Chinese and each sound."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wmc_tui.search.index.record import OWN, SHARED, Record

_LATIN = re.compile(r"[a-z0-9%+]+")
_NO_CHARACTERS = frozenset(" \n")

Postings = Mapping[str, bytes]
"""From word or character to its records, as machine integers in ascending order."""


def words_of(records: Sequence[Record]) -> dict[str, bytes]:
    """The words of all records, in the English and the Chinese texts, for `entries`."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        own = {*record.words_en.split(), *_LATIN.findall(record.words_zh)}
        for word in own:
            found[word].append(2 * place)
        for word in {*record.shared_en.split(), *_LATIN.findall(record.shared_zh)} - own:
            found[word].append(2 * place + 1)
    return _packed(found)


def entries(posting: bytes) -> Iterator[tuple[int, float]]:
    """Each record of a word, with what the word counts there."""
    for entry in memoryview(posting).cast("I"):
        yield entry >> 1, SHARED if entry & 1 else OWN


def characters_of(records: Sequence[Record]) -> dict[str, bytes]:
    """The characters of the Chinese of all records, and their sounds, for `rarest`."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(records):
        for character in {*record.words_zh, *record.shared_zh, *record.sounds} - _NO_CHARACTERS:
            found[character].append(place)
    return _packed(found)


def rarest(piece: str, characters: Postings) -> Iterable[int]:
    """The records that have the rarest character of a piece: only they can hold the piece."""
    return memoryview(min((characters.get(character, b"") for character in piece), key=len)).cast("I")


def _packed(found: Mapping[str, list[int]]) -> dict[str, bytes]:
    return {key: array("I", places).tobytes() for key, places in found.items()}
