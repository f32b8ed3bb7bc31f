"""The figures of all records, by value, by digits and in order."""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from wmc_tui.search.large.heavy import Beginnings, write_beginnings
from wmc_tui.search.large.postings import Postings, write_postings
from wmc_tui.search.large.sections import Sections, Writer
from wmc_tui.search.large.strings import Strings, write_strings
from wmc_tui.search.large.term import List
from wmc_tui.search.large.tuning import (
    BEGINNING,
    BEGINNING_WHOLE,
    CLOSE,
    IN_RANGE,
    OTHER_SIZE,
    OTHER_SIZE_TYPING,
    OTHER_UNIT,
    UNLIKELY_UNIT,
    closeness,
)
from wmc_tui.search.query.query import Number, significant
from wmc_tui.search.query.ranges import Range

_NEGATIVE = "n"
_MOST_VALUES = 2000
"""Different figures in a range that are looked at, the closest ones."""


def key_of(value: Decimal, unit: str, qualifier: str) -> str:
    """A figure as its digits, size, unit and qualifier; sorted, all of the same digits stand together."""
    return f"{significant(value)} {size_of(value)} {unit} {qualifier}"


def size_of(value: Decimal) -> str:
    """The power of ten that the significant digits of a value are to be multiplied by; behind a letter if negative."""
    sign, digits, exponent = value.normalize().as_tuple()
    assert isinstance(exponent, int)
    return f"{_NEGATIVE if sign and value else ''}{exponent if any(digits) else 0}"


def value_of(digits: str, size: str) -> Decimal:
    """The value of significant digits of a size."""
    negative = size.startswith(_NEGATIVE)
    return Decimal(f"{'-' if negative else ''}{digits}e{size[negative:]}")


class Figures:
    """Every figure and the records that have it."""

    def __init__(self, sections: Sections) -> None:
        self._keys, self._having = Strings(sections, "figures"), Postings(sections, "figures")
        self._digits = Strings(sections, "digits")
        self._beginnings = Beginnings(sections, "digits", (Postings(sections, "digits"),))
        self._values: npt.NDArray[np.float64] = sections["values"]
        self._ordered: npt.NDArray[np.uint32] = sections["values.places"]

    def lists(self, number: Number) -> list[List]:
        """Equal values first, then the same digits at another size, then digits that begin so."""
        found: list[List] = []
        others = OTHER_SIZE_TYPING if number.bare else OTHER_SIZE
        for place in range(*self._keys.starting_with(f"{number.digits} ")):
            _, size, unit, _ = self._keys[place].split(" ")
            quality, reason = others, "same digits"
            if number.value is not None and size == size_of(number.value):
                same = number.unit in (None, unit)
                quality, reason = (1.0, "value") if same else (OTHER_UNIT, "other unit")
            found.append((quality, reason, self._having.of(place)))
        if number.bare:
            first, last = self._digits.starting_with(number.digits)
            first += first < last and self._digits[first] == number.digits
            groups = self._beginnings.of(number.digits, first, last)
            digits = len(number.digits)
            found += [(BEGINNING + BEGINNING_WHOLE * digits / size, "first digits", ids) for size, _, ids in groups]
        return found

    def all_there(self, numbers: Sequence[Number]) -> bool:
        """Whether some figure has the value of each number."""
        return all(
            number.value is None or self._starting(f"{significant(number.value)} {size_of(number.value)} ")
            for number in numbers
        )

    def near(self, value: Decimal, count: int = 40) -> list[tuple[Decimal, str]]:
        """The different values with their units that are closest to one, or have its digits; in ascending order."""
        middle = int(self._values.searchsorted(float(value)))
        places = self._ordered[max(0, middle - count) : middle + count].tolist()
        places += range(*self._keys.starting_with(f"{significant(value)} "))
        return sorted({(value, unit) for value, unit, _ in map(self._figure, places)})

    def within(self, wanted: Range) -> list[List]:
        """The records with a figure in a range: close ones before far ones, likely units before others."""
        low = 0 if wanted.low is None else int(self._values.searchsorted(float(wanted.low)))
        high = len(self._values) if wanted.high is None else int(self._values.searchsorted(float(wanted.high), "right"))
        if high - low > _MOST_VALUES:
            low, high = (low, low + _MOST_VALUES) if wanted.low is not None else (high - _MOST_VALUES, high)
        found: list[List] = []
        for place in self._ordered[low:high].tolist():
            value, unit, qualifier = self._figure(place)
            if wanted.holds(value, unit, qualifier):
                quality = IN_RANGE + CLOSE * closeness(wanted, value)
                found.append(
                    (quality * (1 if wanted.prefers(unit) else UNLIKELY_UNIT), "range", self._having.of(place))
                )
        return found

    def _figure(self, place: int) -> tuple[Decimal, str, str]:
        digits, size, unit, qualifier = self._keys[place].split(" ")
        return value_of(digits, size), unit, qualifier

    def _starting(self, key: str) -> bool:
        first, last = self._keys.starting_with(key)
        return first < last


def write_figures(writer: Writer, keys: list[str], pairs: npt.NDArray[np.uint64], records: int) -> None:
    """Keep figures by their sorted keys; `pairs` has the place of a key and a record in each."""
    digits = sorted({key.partition(" ")[0] for key in keys})
    known = {text: place for place, text in enumerate(digits)}
    having = np.array([known[key.partition(" ")[0]] for key in keys], np.uint64)
    write_strings(writer, "digits", digits)
    by_digits = (having[pairs >> np.uint64(32)] << np.uint64(32)) | (pairs & np.uint64(0xFFFFFFFF)) if keys else pairs
    write_postings(writer, "digits", by_digits, len(digits))
    write_beginnings(writer, "digits", digits, (Postings(writer, "digits"),), records)
    write_strings(writer, "figures", keys)
    write_postings(writer, "figures", pairs, len(keys))
    values = np.array([float(value_of(*key.split(" ", 2)[:2])) for key in keys], np.float64)
    order = np.argsort(values, kind="stable")
    writer.add("values", values[order])
    writer.add("values.places", order.astype(np.uint32))
