"""What was typed, understood: editions, numbers, Latin words and Han runs."""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal

from wmc_tui.quantities.figure import Figure
from wmc_tui.search.filters import Filter
from wmc_tui.search.fold import RUN, fold, packed
from wmc_tui.search.known import Known
from wmc_tui.search.ranges import Range

LONGEST = 500
"""Characters of a query that are read."""
_MOST_TERMS = 24
_SCALES = ("thousand", "million", "billion", "trillion")
# Without any of these a query holds no number, and the recogniser is not even imported.
_NUMERALS = frozenset("0123456789零〇一二三四五六七八九十百千万亿兆两俩半几数%")
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty"
    " ninety dozen hundred thousand million billion trillion half first second third percent".split()
)
_NO_TOTALS = frozenset({"year", "date"})
# A year stands as a word: no digit, separator or letter touches it, and no counted thing follows it at once.
_YEAR = re.compile(
    r"(?<![0-9A-Za-z.,$€£¥+])(20[0-9]{2})(?:年)?(?![0-9A-Za-z%+]|[.,][0-9]|[十百千万亿兆余多个家项名人位场件次元米届])"
)
# The commonest query of all, 4471亿, is read at once: the recogniser's tables take as long as all the rest of a search.
_PLAIN_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}
_PLAIN = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,11}(?:\.[0-9]{1,6})?)(万亿|亿|万)(元)?")
_MISSPELT = re.compile(r"(?<=[0-9])(\s*)([A-Za-z]{3,10})(?![A-Za-z])")
_UNFINISHED = re.compile(r"(?<=[0-9])\s*(?:[Bb]i?|[Mm]i|[Tt]h|[Tt]r)\s*$")


@dataclass(slots=True, eq=False, repr=False)
class Number:
    """A number in a query."""

    value: Decimal | None
    """Its amount; None where only its digits are known, as in a name or a number half typed."""
    unit: str | None
    """As in Fact.unit; None where the query names none."""
    digits: str
    """Its significant digits: 4471 for 447.1 billion."""
    bare: bool
    """True where neither a scale nor a unit was typed, so the digits may stand for any size."""
    qualifier: str
    """As in Fact.qualifier."""
    text: str
    """As typed, folded."""
    bound: bool = False
    """Whether one of the query's ranges says it too ("over 430"): it ranks what equals it, but nothing need equal it."""
    start: int = 0
    """Where it stands in the query as typed, in code points."""
    end: int = 0
    """One past its last code point."""


@dataclass(slots=True, eq=False, repr=False)
class Query:
    """A query, understood."""

    folded: str
    """All of it."""
    rest: str
    """The same without the editions."""
    years: frozenset[int]
    """Editions that it names."""
    numbers: tuple[Number, ...]
    """Its numbers."""
    words: tuple[str, ...]
    """Its words in Latin and other letters, in order, once each."""
    runs: tuple[str, ...]
    """Its Han runs, in order, once each."""
    phrases: tuple[str, ...] = ()
    """What stood in quotes, folded, with single spaces."""
    excluded: tuple[str, ...] = ()
    """Words and phrases behind a minus sign, folded, with single spaces."""
    ranges: tuple[Range, ...] = ()
    """Its ranges and comparisons, all of which must hold; what has `folded` in full answers nevertheless."""
    filters: tuple[Filter, ...] = ()
    """Its filters, wrong ones included."""
    clean: str = ""
    """What was typed without filters, phrases, exclusions and ranges, with single spaces."""


def parse(text: str, known: Known | Container[int]) -> Query:
    """Understand a query by what the index knows, or by the years of its editions alone."""
    editions = known.editions if isinstance(known, Known) else known
    text = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST]
    folded = fold(text)
    years = frozenset(int(found[1]) for found in _YEAR.finditer(text) if int(found[1]) in editions)
    rest = _YEAR.sub(lambda found: " " if int(found[1]) in editions else found[0], text)
    rest = _UNFINISHED.sub("", _MISSPELT.sub(_mend_scale, rest))
    figures = [figure for figure in _figures(rest) if figure.kind not in _NO_TOTALS and figure.value is not None]
    found = list(RUN.finditer(fold(_without(rest, figures))))
    numbers = [_number(figure) for figure in figures] + [_digits(run[0]) for run in found if run["digits"]]
    words = [run[0] for run in found if not run["digits"] and not run["han"]]
    runs = [run[0] for run in found if run["han"]]
    for figure in figures:
        for run in RUN.finditer(fold(figure.noun)):
            (runs if run["han"] else words).append(run[0])
    return Query(folded, fold(rest), years, tuple(numbers[:_MOST_TERMS]), _some(words), _some(runs), clean=text)


def _figures(text: str) -> list[Figure]:
    if _NUMERALS.isdisjoint(text) and _NUMBER_WORDS.isdisjoint(fold(text).split()):
        return []
    plain = _PLAIN.fullmatch(text)
    if plain:
        return [_plain_figure(plain)]
    from wmc_tui.quantities.recogniser import recognise

    return recognise(text)


def _plain_figure(found: re.Match[str]) -> Figure:
    """The figure of a query that is nothing else, as the recogniser reads it but without its tables."""
    digits, scale, yuan = found.groups()
    value = Decimal(digits.replace(",", "")) * _PLAIN_SCALES[scale]
    unit, kind = ("CNY", "currency") if yuan else ("count", "number")
    return Figure(found[0], 0, found.end(), value, None, None, unit, kind, "exact", "")


def significant(value: Decimal) -> str:
    """The digits of a number without the zeros at either end: what 447.1 billion, 4471亿 and 447100 share."""
    return "".join(map(str, value.as_tuple().digits)).strip("0") or "0"


def _some(terms: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))[:_MOST_TERMS]


def _without(text: str, figures: list[Figure]) -> str:
    """The text without its figures; those in words stay, since they may be part of a name."""
    for figure in figures:
        if any(character.isdecimal() for character in figure.text):
            text = text[: figure.start] + " " * (figure.end - figure.start) + text[figure.end :]
    return text


def _number(figure: Figure) -> Number:
    assert figure.value is not None
    unit = figure.unit if figure.unit != "count" or figure.noun else None
    bare = all(character in "0123456789.," for character in figure.text)
    written = packed(fold(figure.text))
    return Number(figure.value, unit, significant(figure.value), bare, figure.qualifier, written)


def _digits(text: str) -> Number:
    return Number(None, None, text.strip("0") or "0", True, "exact", text)


def _mend_scale(found: re.Match[str]) -> str:
    """A number with its scale word completed or its spelling mended: `447.1 bilion`, `447.1 bil`."""
    word = found[2].lower()
    begun = [scale for scale in _SCALES if scale.startswith(word)]
    if begun:
        return found[1] + begun[0]
    from rapidfuzz.distance import OSA

    near = sorted((OSA.distance(word, scale, score_cutoff=2), scale) for scale in _SCALES)
    (slips, scale), (next_slips, _) = near[:2]
    sure = slips < next_slips and slips <= (1 if len(word) < 8 else 2)
    return found[1] + scale if sure else found[0]
