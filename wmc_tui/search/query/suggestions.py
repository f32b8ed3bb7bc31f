"""What to try where no figure is the one asked for: slips of scale, wrong digits, neighbours."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple, Protocol

from wmc_tui.model import Bilingual
from wmc_tui.search.query.query import Number, Query

_SLIPS = {
    1: Bilingual("a tenfold slip?", "差了十倍？"),
    3: Bilingual("a slip of a thousand times?", "差了一千倍？"),
    2: Bilingual("a slip of a hundred times?", "差了一百倍？"),
    4: Bilingual("a slip of ten thousand times, 万?", "差了一万倍？"),
    8: Bilingual("a slip of a hundred million times, 亿?", "差了一亿倍？"),
}
_SWAPPED = Bilingual("two digits swapped?", "两位数字颠倒？")
_WRONG = Bilingual("one digit wrong?", "一位数字有误？")
_CLOSE = Bilingual("within 1 percent", "相差不到1%")
_SIZES = (0, 8, 9, 4, 6, 3, 12)
"""Powers of ten that mere digits may lack, the likeliest first."""
_HUNDREDTH = Decimal("0.01")
_FEWEST_SCALED = 2
"""Significant digits from which another size of the number is worth a try: 1 million has figures at every size."""
_FEWEST_DIGITS, _MOST_DIGITS = 3, 12
"""Of fewer digits each has too many neighbours, of more nobody types a slip that counts."""
_MOST_ALIKE = 64
_MOST_NUMBERS = 4


class Suggestion(NamedTuple):
    """Another query."""

    text: str
    """The query to try."""
    reason: Bilingual
    """Why."""


Counts = Callable[[str], int]
"""How many records, or of many at least some number, answer a query."""


class Values(Protocol):
    """The values of all figures with their units, in ascending order; a list of pairs will do."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, place: int, /) -> tuple[Decimal, str]:
        """One of them."""


def suggestions(
    query: Query, values: Values, limit: int = 3, *, counts: Counts | None = None
) -> tuple[Suggestion, ...]:
    """What to try instead, the likeliest first.

    Queries with another number in place of one that no figure has; and where `counts` is given and nothing has all
    that is asked for, queries without the part that fails. None where all is there.
    """
    found: dict[str, Suggestion] = {}
    if counts is not None:
        from wmc_tui.search.failing import without_what_fails, year_apart

        for one in (*year_apart(query, values, counts), *without_what_fails(query, counts, limit)):
            found.setdefault(one.text, one)
    for number in query.numbers[:_MOST_NUMBERS]:
        if number.value is None or number.bound or _is_there(number, values):
            continue
        for value, unit, reason in _near(number, number.value, values):
            one = _suggestion(query, number, value, unit, reason)
            found.setdefault(one.text, one)
            if len(found) >= limit:
                return tuple(found.values())[:limit]
    return tuple(found.values())[:limit]


def _is_there(number: Number, values: Values) -> bool:
    """Whether some figure is the number, in whichever unit; or has its digits, where it has only those."""
    assert number.value is not None
    sizes = range(-6, 15) if number.bare else (0,)
    return any(figure_of(number.value.scaleb(size), None, values) is not None for size in sizes)


def _near(number: Number, value: Decimal, values: Values) -> Iterator[tuple[Decimal, str, Bilingual]]:
    """Each value that was perhaps meant, its unit, and why."""
    sizes = _SIZES if number.bare else (0,)
    if not number.bare and len(number.digits) >= _FEWEST_SCALED:
        for power, reason in _SLIPS.items():
            for near in (value.scaleb(power), value.scaleb(-power)):
                if found := figure_of(near, number.unit, values):
                    yield *found, reason
    for reason, digits in _misread(number.digits):
        exponent = _exponent(value, number.digits)
        for size in sizes:
            near = Decimal(digits).scaleb(exponent + size).copy_sign(value)
            if found := figure_of(near, number.unit, values):
                yield *found, reason
    for near, unit in _neighbours(value, number.unit, values):
        yield near, unit, _CLOSE


def _misread(digits: str) -> Iterator[tuple[Bilingual, str]]:
    """Digits with two neighbours swapped, then with one of them wrong."""
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return
    for place in range(len(digits) - 1):
        one, other = digits[place], digits[place + 1]
        if one != other and (place or other != "0"):
            yield _SWAPPED, f"{digits[:place]}{other}{one}{digits[place + 2 :]}"
    for place, typed in enumerate(digits):
        for digit in "0123456789":
            if digit != typed and (place or digit != "0"):
                yield _WRONG, f"{digits[:place]}{digit}{digits[place + 1 :]}"


def _exponent(value: Decimal, digits: str) -> int:
    """The power of ten behind significant digits."""
    return value.adjusted() - len(digits) + 1


def _neighbours(value: Decimal, unit: str | None, values: Values) -> list[tuple[Decimal, str]]:
    reach = abs(value) * _HUNDREDTH
    place = bisect_left(values, value - reach, key=_value)
    found = []
    for each in range(place, min(len(values), place + _MOST_ALIKE)):
        near, its_unit = values[each]
        if near > value + reach:
            break
        if near != value and unit in (None, its_unit):
            found.append((near, its_unit))
    return sorted(dict(found).items(), key=lambda pair: abs(pair[0] - value))


def figure_of(value: Decimal, unit: str | None, values: Values) -> tuple[Decimal, str] | None:
    """The figure of a value in the wanted unit, or in any where none is wanted; None where there is none."""
    place = bisect_left(values, value, key=_value)
    for each in range(place, min(len(values), place + _MOST_ALIKE)):
        figure = values[each]
        if figure[0] != value:
            break
        if unit in (None, figure[1]):
            return figure
    return None


def _value(pair: tuple[Decimal, str]) -> Decimal:
    return pair[0]


def _suggestion(query: Query, number: Number, value: Decimal, unit: str, reason: Bilingual) -> Suggestion:
    from wmc_tui.quantities.formatter import format_en, format_zh

    # The unit of money is left out where it was: what is read as yuan may be any currency.
    shown = unit if number.unit or not unit.isupper() else "count"
    english, chinese = format_en(value, shown), format_zh(value, shown)
    asked = shown if number.unit else "count"
    instead = format_en(value, asked) if number.text.isascii() else format_zh(value, asked)
    if reason is _CLOSE:
        why = Bilingual(f"{english} exists, {reason.en}", f"有{chinese}，{reason.zh}")
    else:
        why = Bilingual(f"{english} exists: {reason.en}", f"有{chinese}：{reason.zh}")
    return Suggestion(f"{query.text[: number.start]}{instead}{query.text[number.end :]}", why)
