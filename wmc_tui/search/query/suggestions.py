"""What to try where no figure is the one asked for: slips of scale, wrong digits, neighbours."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from wmc_tui.model import Bilingual
from wmc_tui.model.units import CURRENCIES
from wmc_tui.model.vocabulary import SLIPS
from wmc_tui.search.query.numbers import Number
from wmc_tui.search.query.query import Query

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
    """The values of all figures with their units."""

    def between(self, low: Decimal, high: Decimal) -> Sequence[tuple[Decimal, str]]:
        """Those from `low` to `high`, in ascending order; of many the first ones."""


def suggestions(
    query: Query, values: Values, limit: int = 3, *, counts: Counts | None = None
) -> tuple[Suggestion, ...]:
    """What to try instead, the likeliest first.

    Queries with another number in place of one that no figure has; and where `counts` is given and nothing has all
    that is asked for, queries without the part that fails. None where all is there.
    """
    by_text: dict[str, Suggestion] = {}
    if counts is not None:
        for suggestion in (*read_as_year(query, values, counts), *leave_out_failing_parts(query, counts, limit)):
            by_text.setdefault(suggestion.text, suggestion)
    for number in query.numbers[:_MOST_NUMBERS]:
        if number.value is None or number.bound or _is_there(number, values):
            continue
        for value, unit, reason in _near(number, number.value, values):
            suggestion = _suggestion(query, number, value, unit, reason)
            by_text.setdefault(suggestion.text, suggestion)
            if len(by_text) >= limit:
                return tuple(by_text.values())[:limit]
    return tuple(by_text.values())[:limit]


def _is_there(number: Number, values: Values) -> bool:
    """Whether some figure is the number, in whichever unit; or has its digits, where it has only those."""
    assert number.value is not None
    sizes = range(-6, 15) if number.bare else (0,)
    return any(figure_of(number.value.scaleb(size), None, values) is not None for size in sizes)


def _near(number: Number, value: Decimal, values: Values) -> Iterator[tuple[Decimal, str, Bilingual]]:
    """Each value that was perhaps meant, its unit, and why."""
    sizes = _SIZES if number.bare else (0,)
    if not number.bare and len(number.digits) >= _FEWEST_SCALED:
        for slip in SLIPS:
            for near in (value.scaleb(slip.power), value.scaleb(-slip.power)):
                if figure := figure_of(near, number.unit, values):
                    yield *figure, slip.question
    for reason, digits in _misread(number.digits):
        exponent = _exponent(value, number.digits)
        for size in sizes:
            near = Decimal(digits).scaleb(exponent + size).copy_sign(value)
            if figure := figure_of(near, number.unit, values):
                yield *figure, reason
    for near, unit in _neighbours(value, number.unit, values):
        yield near, unit, _CLOSE


def _misread(digits: str) -> Iterator[tuple[Bilingual, str]]:
    """Digits with two neighbours swapped, then with one of them wrong."""
    if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return
    for place in range(len(digits) - 1):
        digit, next_digit = digits[place], digits[place + 1]
        if digit != next_digit and (place or next_digit != "0"):
            yield _SWAPPED, f"{digits[:place]}{next_digit}{digit}{digits[place + 2 :]}"
    for place, typed in enumerate(digits):
        for digit in "0123456789":
            if digit != typed and (place or digit != "0"):
                yield _WRONG, f"{digits[:place]}{digit}{digits[place + 1 :]}"


def _exponent(value: Decimal, digits: str) -> int:
    """The power of ten behind significant digits."""
    return value.adjusted() - len(digits) + 1


def _neighbours(value: Decimal, unit: str | None, values: Values) -> list[tuple[Decimal, str]]:
    reach = abs(value) * _HUNDREDTH
    near = values.between(value - reach, value + reach)
    others = [figure for figure in near if figure[0] != value and unit in (None, figure[1])]
    return sorted(dict(others).items(), key=lambda pair: abs(pair[0] - value))


def figure_of(value: Decimal, unit: str | None, values: Values) -> tuple[Decimal, str] | None:
    """The figure of a value in the wanted unit, or in any where none is wanted; None where there is none."""
    return next((figure for figure in values.between(value, value) if unit in (None, figure[1])), None)


def _suggestion(query: Query, number: Number, value: Decimal, unit: str, reason: Bilingual) -> Suggestion:
    from wmc_tui.quantities.formatter import format_en, format_zh

    # The unit of money is left out where it was: what is read as yuan may be any currency.
    shown = unit if number.unit or unit not in CURRENCIES else "count"
    english, chinese = format_en(value, shown), format_zh(value, shown)
    asked = shown if number.unit else "count"
    instead = format_en(value, asked) if number.text.isascii() else format_zh(value, asked)
    if reason is _CLOSE:
        why = Bilingual(f"{english} exists, {reason.en}", f"有{chinese}，{reason.zh}")
    else:
        why = Bilingual(f"{english} exists: {reason.en}", f"有{chinese}：{reason.zh}")
    return Suggestion(f"{query.text[: number.start]}{instead}{query.text[number.end :]}", why)


_LONGEST = 80
"""Characters of a query that is tried in parts; who pastes more asks for a text."""
_MOST_PARTS = 6
_WORD = re.compile(r"[^\s,，;；、。]+")
_QUOTES = str.maketrans("", "", '"“”„「」『』')
_FIRST, _LAST = Decimal(2000), Decimal(2099)


class _Part(NamedTuple):
    """A part of a query that may be left out."""

    start: int
    """Where it stands in the query as typed, in code points."""
    end: int
    """One past its last code point."""
    is_year: bool = False
    """Whether it names editions by their years."""


def leave_out_failing_parts(query: Query, counts: Counts, limit: int = 3) -> tuple[Suggestion, ...]:
    """The query without one of its parts, where something answers that; what nothing at all has is left out first.

    None where the query has one word only, or something answers it.
    """
    parts = _parts(query)
    if len(query.text) > _LONGEST or (len(parts) < 2 and not query.phrases) or counts(query.text):
        return ()
    nowhere: list[Suggestion] = []
    elsewhere: list[Suggestion] = []
    for part in parts[:_MOST_PARTS]:
        rest = " ".join(f"{query.text[: part.start]} {query.text[part.end :]}".split())
        if not rest or not counts(rest):
            continue
        typed = query.text[part.start : part.end]
        if not part.is_year and not counts(typed):
            nowhere.append(Suggestion(rest, Bilingual(f"nothing has {typed}", f"没有任何内容含{typed}")))
        elif part.is_year:
            reason = Bilingual(f"nothing in {typed}, but in another edition", f"{typed}没有，其他届有")
            elsewhere.insert(0, Suggestion(rest, reason))
        else:
            elsewhere.append(Suggestion(rest, Bilingual(f"found without {typed}", f"去掉{typed}就有")))
    shorter = [*nowhere, *elsewhere, *_in_any_order(query, counts)]
    return tuple(shorter[:limit])


def read_as_year(query: Query, values: Values, counts: Counts) -> Iterator[Suggestion]:
    """The query with an amount read as the year of an edition, where no figure is that amount: 2023个项目."""
    for number in query.numbers:
        value = number.value
        if value is None or number.unit != "count" or not _FIRST <= value <= _LAST or value % 1:
            continue
        if figure_of(value, None, values):
            continue
        text = f"{query.text[: number.start]} {value:f} {query.text[number.end :]}"
        if counts(text := " ".join(text.split())):
            yield Suggestion(text, Bilingual(f"the edition of {value:f}?", f"{value:f}年那一届？"))


def _parts(query: Query) -> list[_Part]:
    """Filters, ranges, years, numbers and words, in order; a number in a range is no part of its own."""
    parts = [_Part(filter.start, filter.end) for filter in query.filters if filter.values]
    parts += [_Part(range.start, range.end) for range in query.ranges]
    parts += [_Part(start, end, is_year=True) for start, end in query.dated]
    parts += [_Part(number.start, number.end) for number in query.numbers if not number.bound]
    taken = [(filter.start, filter.end) for filter in query.filters] + [(part.start, part.end) for part in parts]
    return sorted({*parts, *_words(query.text, taken)})


def _words(text: str, taken: list[tuple[int, int]]) -> Iterator[_Part]:
    """The words outside of what else there is; a phrase is no word."""
    free = list(text)
    for start, end in taken:
        free[start:end] = " " * (end - start)
    left = "".join(free)
    if left.translate(_QUOTES) != left:
        return
    for word in _WORD.finditer(left):
        if any(character.isalnum() for character in word[0]) and not word[0].startswith("-"):
            yield _Part(*word.span())


def _in_any_order(query: Query, counts: Counts) -> Iterator[Suggestion]:
    """The query with its phrases as mere words."""
    if query.phrases and counts(text := query.text.translate(_QUOTES)):
        yield Suggestion(text, Bilingual("found where its words need not stand together", "不要求连在一起就有"))
