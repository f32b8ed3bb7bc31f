"""The editions that a query names by their years, finished or still being typed."""

from collections.abc import Collection, Iterator

from wmc_tui.search.late import late

Span = tuple[int, int]
"""First code point and one past the last."""

# A year stands as a word: no digit, separator, letter or sign touches it. Behind a classifier it is an amount (2023项),
# unless that begins a word of its own (2023项目).
_BEFORE = r"(?<![0-9A-Za-z.,$€£¥+<>=≤≥~≈])"
_CLASSIFIER = r"[十百千万亿兆余多个元米]|家(?![数电])|项(?!目)|名(?![单录企])|人(?![数员才])|位(?!数)|场(?![次馆地])|件(?!数)|次(?!数)"
_BEHIND = rf"(?![0-9A-Za-z%+]|[.,][0-9]|{_CLASSIFIER})"
_YEAR = late(rf"{_BEFORE}(20[0-9]{{2}})(?:年度?|届)?{_BEHIND}(?:-(?=[0-9]))?")
_LINK = r"(?: ?(?:\.{2,3}|…|-|–|—|~|至|到) ?| to )"
_YEARS = late(rf"{_BEFORE}(20[0-9]{{2}})年?{_LINK}(20[0-9]{{2}})(?:年度?|届)?{_BEHIND}")
_BEGUN = late(r"(?<![^\s\"”」』年,，;；])(?:20|20[0-9])$")
_LONGEST_BEGUN = 3


def editions(text: str, known: Collection[int]) -> tuple[frozenset[int], list[Span]]:
    """The editions, of those known, that a text names, and where."""
    found: set[int] = set()
    spans = []
    for first, last, span in _years(text):
        meant = [year for year in known if first <= year <= last]
        if meant:
            found.update(meant)
            spans.append(span)
    return frozenset(found), spans


def half_typed(text: str, known: Collection[int]) -> Span | None:
    """Where a text ends with the beginning of the year of an edition: `202`, `20`; None where it does not.

    Only what has something before it is one: alone it is a number like any other.
    """
    found = _BEGUN().search(text, max(0, len(text) - _LONGEST_BEGUN))
    if found is None or not text[: found.start()].strip():
        return None
    return found.span() if any(str(year).startswith(found[0]) for year in known) else None


def _years(text: str) -> Iterator[tuple[int, int, Span]]:
    """First and last year of each span of years in a text, in order."""
    if "20" not in text:
        return
    done = 0
    for several in _YEARS().finditer(text):
        first, last = int(several[1]), int(several[2])
        if first < last:
            yield from _single(text, done, several.start())
            yield first, last, several.span()
            done = several.end()
    yield from _single(text, done, len(text))


def _single(text: str, start: int, end: int) -> Iterator[tuple[int, int, Span]]:
    for one in _YEAR().finditer(text, start):
        if one.end() > end:
            return
        yield int(one[1]), int(one[1]), one.span()
