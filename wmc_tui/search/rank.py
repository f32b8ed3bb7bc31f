"""The order of what was found."""

from wmc_tui.search.fold import packed
from wmc_tui.search.query import Query
from wmc_tui.search.records import Record

_COVERAGE, _LIKENESS, _LABEL, _AS_WRITTEN, _QUALIFIER = 100.0, 12.0, 40.0, 15.0, 0.5

_COMPARED = 100
"""Characters of a query that are compared with sentences: the time grows with them."""


def score(query: Query, record: Record, coverage: float) -> float:
    """How well a record answers a query: what it covers, then likeness of its text, then how telling it is.

    A label typed in full stands above all, with or without its edition; then a figure as some publication writes it.
    """
    points = _COVERAGE * coverage + record.bonus
    if query.words or query.runs:
        points += _LIKENESS * _likeness(query.rest, record)
    if record.kind != "fact":
        return points
    if _is_label(query, record):
        points += _LABEL
    if packed(query.folded) in record.written or packed(query.rest) in record.written:
        points += _AS_WRITTEN
    hedges = {number.qualifier for number in query.numbers} - {"exact"}
    if any(qualifier in hedges for _, _, qualifier in record.figures):
        points += _QUALIFIER
    return points


def _likeness(text: str, record: Record) -> float:
    """From 0 to 1: the order of English words does not matter, a sentence need only hold something like the query."""
    from rapidfuzz import fuzz

    if record.kind == "fact":
        english = fuzz.token_sort_ratio(text, record.words_en)
        return max(english, fuzz.ratio(packed(text), record.words_zh)) / 100
    text = text[:_COMPARED]
    english = fuzz.partial_ratio(text, record.words_en)
    return max(english, fuzz.partial_ratio(packed(text), record.words_zh)) / 100


def _is_label(query: Query, record: Record) -> bool:
    year = str(record.edition)
    typed = packed(query.folded), packed(query.rest)
    for label in record.labels:
        if typed[0] == label or typed[1] == label:
            return True
        if typed[0] in (f"{year}{label}", f"{label}{year}", f"{year}年{label}", f"{label}{year}年"):
            return True
    return False
