"""What a record can be found by, gathered record after record into arrays."""

import re
from array import array
from collections.abc import Iterable, Mapping
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from wmc_tui.model import Bilingual
from wmc_tui.search.facets import NAMES, Facets
from wmc_tui.search.index.record import Record
from wmc_tui.search.index.selection import has_edition, have
from wmc_tui.search.large.figures import key_of
from wmc_tui.search.large.postings import Pairs

LATIN = re.compile(r"[a-z0-9%+]+")
_A_DIGIT = re.compile("[0-9]")
_ALONE = re.compile(r"(?<![0-9]) ([0-9][a-z0-9%+]*)(?= (?![0-9]))")
DIGITS = re.compile(r"[0-9]+")
NONE = 0xFFFFFFFF
"""No word: what separates the texts of two records."""

OF_ITSELF = frozenset({"edition", "kind", "publisher", "language"})
"""Filters that a sentence does not have through its facts."""
YEAR = "year"
"""No filter: what a year in a query allows, by the edition of a record or a year in its label."""
_YEARS = re.compile("(?<![0-9])20[0-9]{2}(?![0-9])")


class Numbering(dict[str, int]):
    """Strings numbered as they are met."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number

    def ordered(self) -> tuple[list[str], npt.NDArray[np.uint32]]:
        """All strings, sorted, and the place among them of each number."""
        strings = sorted(self)
        places = np.empty(len(strings), np.uint32)
        places[np.fromiter((self[text] for text in strings), np.uint32, len(strings))] = np.arange(len(strings))
        return strings, places


class Listed:
    """Keys with their records: the numbers of strings, one record after another."""

    def __init__(self) -> None:
        self.strings = Numbering()
        self._keys = array("I")
        self._records = array("I")

    def add(self, record: int, texts: Iterable[str]) -> None:
        """Note the strings of a record."""
        for text in texts:
            self._keys.append(self.strings[text])
            self._records.append(record)

    def pairs(self, places: npt.NDArray[np.uint32], ranks: npt.NDArray[np.uint32]) -> Pairs:
        """String and record of each entry, numbered by their places and ranks."""
        keys = places[np.frombuffer(self._keys, np.uint32)]
        return paired(keys, ranks[np.frombuffer(self._records, np.uint32)])


class Collector:
    """Gathers words, numbers, values of filters and whole labels; texts searched by pieces are for `grams`."""

    def __init__(self, labels: Mapping[tuple[str, str], Bilingual]) -> None:
        self.words = Numbering()
        """All words."""
        self.text = array("I")
        """The words of all English texts in their order, each text ended by NONE."""
        self.others = array("I")
        """Other words of the records themselves, in pairs of word and record."""
        self.shared = array("I")
        """Words of what records share, likewise."""
        self.figures = Listed()
        """Figures, as `figures.key_of` has them."""
        self.numerals = Listed()
        """Digits as they stand in packed Chinese texts and in figures as written."""
        self.alone = Listed()
        """Words of English texts that begin with digits, where no other digits stand beside them."""
        self.values = Listed()
        """Values of filters, as `filter_key` has them; those of a sentence are those of its facts."""
        self.exact: tuple[array[int], array[int]] = array("Q"), array("I")
        """Fingerprints of whole labels, written figures and ids, and their records."""
        self._labels = labels
        self._counts: dict[str, dict[str, int]] = {name: {} for name in NAMES}
        for name, id in labels:
            self._counts[name][id] = 0
        self._of_facts: dict[str, tuple[str, ...]] = {}

    def add(self, number: int, record: Record, dense: str) -> None:
        """Gather what one record is found by; `dense` is its Chinese text, packed."""
        known = self.words
        self.text.extend([known[word] for word in record.words_en.split()])
        self.text.append(NONE)
        for word in LATIN.findall(record.words_zh):
            self.others.extend((known[word], number))
        for word in record.shared_en.split() + LATIN.findall(record.shared_zh):
            self.shared.extend((known[word], number))
        if record.figures:
            self.figures.add(number, {key_of(*figure) for figure in record.figures})
        self.alone.add(number, _alone(f"{record.words_en} {record.shared_en}"))
        numerals = DIGITS.findall(dense)
        for written in record.written:
            numerals += DIGITS.findall(written)
        self.numerals.add(number, numerals)
        for text in {*record.labels, *record.written, id_key(record.id)}:
            self.exact[0].append(fingerprint(text))
            self.exact[1].append(number)
        self._add_values(number, record)

    def facets(self) -> Facets:
        """The values of filters that records have, with how many have them."""
        return {
            name: [(id, *self._labels.get((name, id), Bilingual()), count) for id, count in counts.items() if count]
            for name, counts in self._counts.items()
        }

    def _add_values(self, number: int, record: Record) -> None:
        keys: list[str] = []
        of_fact: list[str] = []
        for name, counts in self._counts.items():
            for value in have(name, record):
                counts[value] = counts.get(value, 0) + 1
                (keys if name in OF_ITSELF else of_fact).append(filter_key(name, value))
        if record.kind == "fact":
            self._of_facts[record.fact] = tuple(of_fact)
        keys += of_fact
        years = [str(record.edition)] if has_edition(record) else []
        if record.labels:
            years += _YEARS.findall(f"{record.words_en} {record.words_zh}")
        keys += [filter_key(YEAR, year) for year in years]
        for fact in record.states:
            keys += self._of_facts.get(fact, ())
        self.values.add(number, dict.fromkeys(keys))


def _alone(text: str) -> list[str]:
    # Folded, 4,471 and 447.1 are two numbers each, neither of which anybody means.
    return _ALONE.findall(f" {text} ") if _A_DIGIT.search(text) else []


def filter_key(name: str, value: str) -> str:
    """A value of a filter."""
    return f"{name}\0{value}"


def id_key(id: str) -> str:
    """What the id of a record is looked up by."""
    return f"\0{id}"


def fingerprint(text: str) -> int:
    """64 bits that stand for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def paired(keys: npt.NDArray[np.uint32], records: npt.NDArray[np.uint32]) -> Pairs:
    """Each key with its record in one number."""
    pairs = keys.astype(np.uint64)
    pairs <<= np.uint64(32)
    pairs |= records
    return pairs
