"""The figures of all records, by value, by digits and in order."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cached_property

from wmc_tui.search.index.match import Answers, Scores
from wmc_tui.search.index.record import Record
from wmc_tui.search.query.query import Number, significant
from wmc_tui.search.query.ranges import Range

_OTHER_UNIT = 0.8
_OTHER_SIZE_TYPING, _OTHER_SIZE = 0.7, 0.4
_BEGINNING, _BEGINNING_WHOLE = 0.2, 0.4
_IN_RANGE, _CLOSE, _UNLIKELY_UNIT = 0.8, 0.2, 0.8
_ABOUT = frozenset("~≈≒约大a")


class Figures:
    """Every figure and the records that have it."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    @cached_property
    def _by_value(self) -> dict[Decimal, list[tuple[int, str, str]]]:
        found: dict[Decimal, list[tuple[int, str, str]]] = {}
        for place, record in enumerate(self._records):
            for value, unit, qualifier in record.figures:
                found.setdefault(value, []).append((place, unit, qualifier))
        return found

    @cached_property
    def _by_digits(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for value, places in self._by_value.items():
            found.setdefault(significant(value), []).extend(place for place, _, _ in places)
        return found

    @cached_property
    def _digits(self) -> list[str]:
        return sorted(self._by_digits)

    @cached_property
    def _values(self) -> list[Decimal]:
        return sorted(self._by_value)

    @cached_property
    def pairs(self) -> list[tuple[Decimal, str]]:
        """Each value with each of its units, in ascending order."""
        return sorted({(value, unit) for value, places in self._by_value.items() for _, unit, _ in places})

    def all_there(self, numbers: Iterable[Number]) -> bool:
        """Whether some figure has the value of each number."""
        return all(number.value is None or number.value in self._by_value for number in numbers)

    def add_number(self, number: Number, answers: Answers) -> None:
        """Equal values first, then the same digits at another size, then digits that begin so."""
        same, other_unit = Scores(), Scores()
        if number.value is not None:
            for place, unit, _ in self._by_value.get(number.value, ()):
                if number.unit is None or number.unit == unit:
                    same[place] = 1.0
                else:
                    other_unit[place] = _OTHER_UNIT
        answers.add("value", same)
        answers.add("other unit", other_unit)
        size = _OTHER_SIZE_TYPING if number.bare else _OTHER_SIZE
        answers.add("same digits", dict.fromkeys(self._by_digits.get(number.digits, ()), size))
        if number.bare:
            begun = Scores()
            for digits in self._beginning(number.digits):
                quality = _BEGINNING + _BEGINNING_WHOLE * len(number.digits) / len(digits)
                for place in self._by_digits[digits]:
                    begun[place] = max(begun.get(place, 0.0), quality)
            answers.add("first digits", begun)

    def within(self, wanted: Range) -> Scores:
        """The records with a figure in a range: close ones before far ones, likely units before others."""
        first = 0 if wanted.low is None else bisect_left(self._values, wanted.low)
        last = len(self._values) if wanted.high is None else bisect_right(self._values, wanted.high)
        found: Scores = {}
        for value in self._values[first:last]:
            quality = _IN_RANGE + _CLOSE * _closeness(wanted, value)
            for place, unit, qualifier in self._by_value[value]:
                if wanted.holds(value, unit, qualifier):
                    likely = quality if wanted.prefers(unit) else quality * _UNLIKELY_UNIT
                    found[place] = max(found.get(place, 0.0), likely)
        return found

    def _beginning(self, digits: str) -> list[str]:
        start = bisect_left(self._digits, digits)
        return self._digits[start : bisect_left(self._digits, digits + ":", start)]


def _closeness(wanted: Range, value: Decimal) -> float:
    """From 0 to 1: near the only bound, or near the middle of what is said to be about it."""
    low, high = wanted.low, wanted.high
    if low is not None and high is not None:
        if wanted.text[:1] not in _ABOUT or high == low:
            return 1.0
        return 1 - abs(float((value - low) / (high - low)) * 2 - 1)
    bound = low if low is not None else high
    if not bound or value <= 0 or bound < 0:
        return 1.0
    return float(min(bound / value, value / bound))
