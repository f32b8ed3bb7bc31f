"""What to try where nothing has all that a query asks for: the query without the part that fails."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.search.late import late
from wmc_tui.search.query.query import Query
from wmc_tui.search.query.suggestions import Counts, Suggestion, Values, figure_of

_LONGEST = 80
"""Characters of a query that is tried in parts; who pastes more asks for a text."""
_MOST_PARTS = 6
_WORD = late(r"[^\s,，;；、。]+")
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


def without_what_fails(query: Query, counts: Counts, limit: int = 3) -> tuple[Suggestion, ...]:
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
    found = [*nowhere, *elsewhere, *_in_any_order(query, counts)]
    return tuple(found[:limit])


def year_apart(query: Query, values: Values, counts: Counts) -> Iterator[Suggestion]:
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
    parts = [_Part(one.start, one.end) for one in query.filters if one.values]
    parts += [_Part(one.start, one.end) for one in query.ranges]
    parts += [_Part(start, end, is_year=True) for start, end in query.dated]
    parts += [_Part(one.start, one.end) for one in query.numbers if not one.bound]
    taken = [(one.start, one.end) for one in query.filters] + [(part.start, part.end) for part in parts]
    return sorted({*parts, *_words(query.text, taken)})


def _words(text: str, taken: list[tuple[int, int]]) -> Iterator[_Part]:
    """The words outside of what else there is; a phrase is no word."""
    free = list(text)
    for start, end in taken:
        free[start:end] = " " * (end - start)
    left = "".join(free)
    if left.translate(_QUOTES) != left:
        return
    for word in _WORD().finditer(left):
        if any(character.isalnum() for character in word[0]) and not word[0].startswith("-"):
            yield _Part(*word.span())


def _in_any_order(query: Query, counts: Counts) -> Iterator[Suggestion]:
    """The query with its phrases as mere words."""
    if query.phrases and counts(text := query.text.translate(_QUOTES)):
        yield Suggestion(text, Bilingual("found where its words need not stand together", "不要求连在一起就有"))
