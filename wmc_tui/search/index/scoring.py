"""The order of what was found.

Every engine ranks by `score(query, record, coverage)`: its arguments and the fields of Record that it reads are agreed
upon. `coverage` is the share of the query that the record answers, from 0 to 1: 1 for a term found as it is, at least
0.88 for the beginning of a word, about 0.8 for pinyin and less for initials and slips, averaged over the terms weighed
by how telling each is. `fit` is what `Meaning.fit` says; without it the words and runs as typed are taken. `said` are Han characters that the query's
letters sound like.
"""

from collections.abc import Iterable

from wmc_tui.search.index.meaning import Meaning
from wmc_tui.search.index.record import Record
from wmc_tui.search.index.texts import CUT, stands
from wmc_tui.search.query.query import Query
from wmc_tui.text.fold import join_words, normalise_typed, remove_spaces

COVERAGE = 100.0
_FIT, _WHOLE, _PHRASE, _LABEL, _AS_WRITTEN, _QUALIFIER = 3.0, 8.0, 5.0, 40.0, 20.0, 4.0
_NAMED, _NAME_BEGUN, _FEWEST_BEGUN = 10.0, 3.0, 3
_BEGINNING = 1.5
_WITHOUT_YEARS = 0.4
_NEARLY_WHOLE = 0.75
_DIGITS = frozenset("0123456789")
"""From this share of its text on, a record that has nothing else stands above those that have more."""


def score(query: Query, record: Record, coverage: float, fit: float | None = None, said: Iterable[str] = ()) -> float:
    """How well a record answers a query: what it covers, then how much of it that is, then how telling it is.

    A label or title typed in full stands above all, with or without its edition; then a figure as some publication
    writes it.
    """
    if fit is None:
        fit = _plain_fit(query, record)
    points = COVERAGE * coverage + record.bonus + _FIT * fit
    if fit > _NEARLY_WHOLE:
        points += _WHOLE * (fit - _NEARLY_WHOLE) / (1 - _NEARLY_WHOLE)
    typed = remove_spaces(query.folded), remove_spaces(query.rest)
    label = says_label(typed, record)
    if label:
        points += _LABEL * label
    elif typed[1]:
        points += in_a_row(query, typed[1], record) + _named(typed[1], record, said)
    if says_written(query, record):
        points += _AS_WRITTEN
    if query.numbers:
        hedged = {(number.value, number.qualifier) for number in query.numbers if number.qualifier != "exact"}
        if hedged and any((value, qualifier) in hedged for value, _, qualifier in record.figures):
            points += _QUALIFIER
    return points


def says_label(typed: tuple[str, str], record: Record) -> float:
    """1 where what was typed, packed, is a label, perhaps with the record's edition; the second is without editions.

    Less where the years are no part of it and may be: Projects signed, 2018 to 2019. 0 where it is no label.
    """
    labels, (whole, rest) = record.labels, typed
    if not labels:
        return 0.0
    if whole in labels:
        return 1.0
    year = str(record.edition)
    if year in whole:
        without = whole.removeprefix(year).removeprefix("年"), whole.removesuffix("年").removesuffix(year)
        if without[0] in labels or without[1] in labels:
            return 1.0
    return _WITHOUT_YEARS if rest in labels else 0.0


def figures_of(query: Query) -> tuple[str, str]:
    """What was typed, as a figure may be written: all of it, and without editions."""
    return normalise_typed(" ".join(query.folded.split()), query.text), normalise_typed(query.rest, query.text)


def says_written(query: Query, record: Record) -> bool:
    """Whether what was typed, perhaps without its editions, is the figure as some publication writes it."""
    return bool(record.written) and not record.written.isdisjoint(figures_of(query))


def _named(typed: str, record: Record, said: Iterable[str]) -> float:
    """Points of the fact that stands for what was named, also by its sound; fewer where the name may be unfinished."""
    names = record.names
    if not names:
        return 0.0
    if typed in names or any(piece in names for piece in said):
        return _NAMED
    return _NAME_BEGUN if len(typed) >= _FEWEST_BEGUN and any(name.startswith(typed) for name in names) else 0.0


def in_a_row(query: Query, typed: str, record: Record) -> float:
    """Points for having all that was typed as it is, more for beginning with it."""
    if not _DIGITS.isdisjoint(typed):
        return _figures_in_a_row(query, record)
    english = record.words_en.find(query.rest)
    chinese = record.words_zh.replace(" ", "").find(typed)
    if english < 0 and chinese < 0:
        return 0.0
    return _PHRASE + (_BEGINNING if record.labels and 0 in (english, chinese) else 0.0)


def _figures_in_a_row(query: Query, record: Record) -> float:
    """The same where numbers are typed, none of which may be the end of another one."""
    piece, figure = join_words(query.rest), figures_of(query)[1]
    texts = join_words(record.words_en), join_words(record.words_zh)
    if not any(stands(piece, text) >= CUT for text in texts):
        return _PHRASE if any(stands(figure, one) >= CUT for one in record.written) else 0.0
    return _PHRASE + (_BEGINNING if record.labels and any(text.startswith(piece) for text in texts) else 0.0)


def _plain_fit(query: Query, record: Record) -> float:
    meaning = Meaning(query)
    for word in record.words_en.split():
        for typed in query.words:
            if word.startswith(typed):
                meaning.took(word, typed)
    return meaning.fit(record, [])
