"""What to try where no figure is the one asked for: slips of scale, wrong digits, neighbours."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.model.units import CURRENCIES
from wmc_tui.model.vocabulary import SLIPS
from wmc_tui.search.query.filters import QUOTES
from wmc_tui.search.query.numbers import Number, Span
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
_MOST, _MOST_NUMBERS, _MOST_PARTS = 3, 4, 6
_LONGEST = 80
"""Characters of a query that is tried in parts; who pastes more asks for a text."""
_WORD = re.compile(r"[^\s,，;；、。]+")
_QUOTES = str.maketrans("", "", QUOTES)
_FIRST, _LAST = Decimal(2000), Decimal(2099)


class Suggestion(NamedTuple):
    """Another query."""

    text: str
    """The query to try."""
    reason: Bilingual
    """Why."""


Counts = Callable[[str], int]
"""How many records, or of many at least some number, answer a query."""
Between = Callable[[Decimal, Decimal], Sequence[tuple[Decimal, str]]]
"""The values of figures from one to another with their units, in ascending order; of many the first ones."""


def suggestions(query: Query, between: Between, *, counts: Counts | None = None) -> tuple[Suggestion, ...]:
    """What to try instead, the likeliest first.

    Queries with another number in place of one that no figure has; and where `counts` is given and nothing has all
    that is asked for, queries without the part that fails. None where all is there.
    """
    by_text: dict[str, Suggestion] = {}
    for suggestion in _suggestions(query, between, counts):
        by_text.setdefault(suggestion.text, suggestion)
        if len(by_text) == _MOST:
            break
    return tuple(by_text.values())


def _suggestions(query: Query, between: Between, counts: Counts | None) -> Iterator[Suggestion]:
    if counts is not None:
        yield from _read_as_year(query, between, counts)
        yield from _leave_out_failing_parts(query, counts)
    for number in query.numbers[:_MOST_NUMBERS]:
        if number.value is None or number.bound or _is_there(number, number.value, between):
            continue
        for value, unit, reason in _near(number, number.value, between):
            yield _with_number(query, number, value, unit, reason)


def _is_there(number: Number, value: Decimal, between: Between) -> bool:
    """Whether some figure is the number, in whichever unit; or has its digits, where it has only those."""
    sizes = range(-6, 15) if number.bare else (0,)
    return any(_figure_of(value.scaleb(size), None, between) for size in sizes)


def _near(number: Number, value: Decimal, between: Between) -> Iterator[tuple[Decimal, str, Bilingual]]:
    """Each value that was perhaps meant, its unit, and why."""
    sizes = _SIZES if number.bare else (0,)
    if not number.bare and len(number.digits) >= _FEWEST_SCALED:
        for slip in SLIPS:
            for near in (value.scaleb(slip.power), value.scaleb(-slip.power)):
                if figure := _figure_of(near, number.unit, between):
                    yield *figure, slip.question
    for reason, digits in _misread(number.digits):
        exponent = value.adjusted() - len(digits) + 1
        for size in sizes:
            near = Decimal(digits).scaleb(exponent + size).copy_sign(value)
            if figure := _figure_of(near, number.unit, between):
                yield *figure, reason
    for near, unit in _neighbours(value, number.unit, between):
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


def _neighbours(value: Decimal, unit: str | None, between: Between) -> list[tuple[Decimal, str]]:
    reach = abs(value) * _HUNDREDTH
    near = between(value - reach, value + reach)
    others = [figure for figure in near if figure[0] != value and unit in (None, figure[1])]
    return sorted(dict(others).items(), key=lambda pair: abs(pair[0] - value))


def _figure_of(value: Decimal, unit: str | None, between: Between) -> tuple[Decimal, str] | None:
    """The figure of a value in the wanted unit, or in any where none is wanted; None where there is none."""
    return next((figure for figure in between(value, value) if unit in (None, figure[1])), None)


def _with_number(query: Query, number: Number, value: Decimal, unit: str, reason: Bilingual) -> Suggestion:
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


def _read_as_year(query: Query, between: Between, counts: Counts) -> Iterator[Suggestion]:
    """The query with an amount read as the year of an edition, where no figure is that amount: 2023个项目."""
    for number in query.numbers:
        value = number.value
        if value is None or number.unit != "count" or not _FIRST <= value <= _LAST or value % 1:
            continue
        text = " ".join(f"{query.text[: number.start]} {value:f} {query.text[number.end :]}".split())
        if not _figure_of(value, None, between) and counts(text):
            yield Suggestion(text, Bilingual(f"the edition of {value:f}?", f"{value:f}年那一届？"))


def _leave_out_failing_parts(query: Query, counts: Counts) -> list[Suggestion]:
    """The query without one of its parts, where something answers that; what nothing at all has is left out first.

    None where the query has one word only, or something answers it.
    """
    parts = _parts(query)
    if len(query.text) > _LONGEST or (len(parts) < 2 and not query.phrases) or counts(query.text):
        return []
    nowhere: list[Suggestion] = []
    elsewhere: list[Suggestion] = []
    for start, end in parts[:_MOST_PARTS]:
        rest = " ".join(f"{query.text[:start]} {query.text[end:]}".split())
        if not rest or not counts(rest):
            continue
        typed = query.text[start:end]
        if (start, end) in query.dated:
            reason = Bilingual(f"nothing in {typed}, but in another edition", f"{typed}没有，其他届有")
            elsewhere.insert(0, Suggestion(rest, reason))
        elif counts(typed):
            elsewhere.append(Suggestion(rest, Bilingual(f"found without {typed}", f"去掉{typed}就有")))
        else:
            nowhere.append(Suggestion(rest, Bilingual(f"nothing has {typed}", f"没有任何内容含{typed}")))
    if query.phrases and counts(text := query.text.translate(_QUOTES)):
        elsewhere.append(
            Suggestion(text, Bilingual("found where its words need not stand together", "不要求连在一起就有"))
        )
    return [*nowhere, *elsewhere][:_MOST]


def _parts(query: Query) -> list[Span]:
    """Filters, ranges, years, numbers and words, in order; a number in a range is no part of its own."""
    parts = [(filter.start, filter.end) for filter in query.filters if filter.values]
    parts += [(range.start, range.end) for range in query.ranges]
    parts += query.dated
    parts += [(number.start, number.end) for number in query.numbers if not number.bound]
    taken = [*parts, *((filter.start, filter.end) for filter in query.filters)]
    return sorted({*parts, *_words(query.text, taken)})


def _words(text: str, taken: list[Span]) -> Iterator[Span]:
    """The words outside of what else there is; a phrase is no word."""
    free = list(text)
    for start, end in taken:
        free[start:end] = " " * (end - start)
    left = "".join(free)
    if left.translate(_QUOTES) != left:
        return
    for word in _WORD.finditer(left):
        if any(map(str.isalnum, word[0])) and not word[0].startswith("-"):
            yield word.span()
