"""Does each mention read as its fact's value?"""

from collections.abc import Iterator
from typing import NamedTuple

from wmc_tui.checks.precision import COUNTED_UNITS
from wmc_tui.model import Fact, Measure, Mention
from wmc_tui.quantities.figure import Figure, plain_decimal
from wmc_tui.quantities.interval import slip
from wmc_tui.quantities.recogniser import recognise
from wmc_tui.store import Library, Problem
from wmc_tui.store.problems import quoted

# Of things that are counted, ordered or lived through: `five years` may well be a count of years.
_COUNTED_KINDS = frozenset({"count", "number", "ordinal", "duration", "year"})


class _Reading(NamedTuple):
    """A mention of a number, with the figures that the recogniser finds where it stands."""

    mention: Mention
    fact: Fact
    figures: list[Figure]


def check_mentions(library: Library) -> list[Problem]:
    """Every mention whose figure, read in its sentence, is not the value, unit or hedge of its fact.

    A mention in which no number can be read, as in a name, is passed over.
    """
    problems = []
    for article in library.articles():
        readings = [reading for reading in _readings(library, article.id) if reading.figures]
        for reading in readings:
            fault = _difference(reading)
            if fault is not None:
                problems.append(_problem(library, reading.mention, *fault))
        problems += [_problem(library, mention, *fault) for mention, fault in _wrong_hedges(readings)]
    return problems


def _problem(library: Library, mention: Mention, what: str, hint: str) -> Problem:
    """A problem of a mention, with its file and line."""
    origin = library.origin_of_mention(mention)
    key = f"article {mention.article}: sentence {mention.sentence}: {mention.lang}"
    return Problem(origin.file, origin.line, key, what, hint)


def _readings(library: Library, article_id: str) -> Iterator[_Reading]:
    """The mentions of numbers in an article; each text is read once."""
    read: dict[tuple[int, str], list[Figure]] = {}
    sentences = {sentence.n: sentence for sentence in library.sentences(article_id)}
    for mention in library.mentions_in(article_id):
        fact = library.fact(mention.fact)
        if fact is None or fact.value is None:
            continue
        key = mention.sentence, mention.lang.value
        if key not in read:
            read[key] = recognise(sentences[mention.sentence].text(mention.lang), mention.lang.value)
        here = [figure for figure in read[key] if figure.start < mention.end and mention.start < figure.end]
        figures = here or recognise(mention.as_written, mention.lang.value)
        yield _Reading(mention, fact, [figure for figure in figures if figure.value is not None])


def _difference(reading: _Reading) -> tuple[str, str] | None:
    """What is wrong with the value or the unit of a mention, and what to do; None where they are right."""
    mention, fact = reading.mention, reading.fact
    equal = [figure for figure in reading.figures if _says(figure, fact)]
    if not equal:
        figure = reading.figures[0]
        assert figure.value is not None and fact.value is not None
        read = plain_decimal(figure.value)
        factor = slip(figure.value, fact.value)
        apart = f", a slip of {factor}" if factor else ""
        what = f"{quoted(mention.as_written)} reads as {read}, but {fact.id} is {plain_decimal(fact.value)}{apart}"
        return what, f"write value = {_toml(read)} there, or correct the figure here"
    unit = equal[0].unit
    read_unit = "count" if equal[0].kind in _COUNTED_KINDS else unit
    if unit is None or read_unit == ("count" if fact.unit in COUNTED_UNITS else fact.unit):
        return None
    what = f"{quoted(mention.as_written)} reads as {unit}, but {fact.id} is in {fact.unit}"
    return what, f'write unit = "{unit}" there, or correct the figure here'


def _says(figure: Figure, fact: Fact) -> bool:
    """Whether a figure gives a fact's value; a fall may be told by its amount, a share by a fraction."""
    if figure.value is None or fact.value is None:
        return False
    fell = fact.value < 0 and fact.measure in (Measure.GROWTH, Measure.CHANGE, Measure.SHARE_CHANGE)
    if figure.value == fact.value or (fell and figure.value == -fact.value):
        return True
    return fact.unit == "percent" and figure.unit is None and 100 * figure.value == fact.value


def _wrong_hedges(readings: list[_Reading]) -> Iterator[tuple[Mention, tuple[str, str]]]:
    """Mentions hedged otherwise than their fact, where both languages of a sentence say so.

    One language alone proves nothing: to bring about 703 projects hedges no number.
    """
    sentences: dict[tuple[str, int], list[_Reading]] = {}
    for reading in readings:
        sentences.setdefault((reading.fact.id, reading.mention.sentence), []).append(reading)
    for together in sentences.values():
        fact = together[0].fact
        hedges = {reading.figures[0].qualifier for reading in together}
        languages = {reading.mention.lang for reading in together}
        if len(languages) > 1 and len(hedges) == 1 and not hedges & {"exact", fact.qualifier.value}:
            (hedge,) = hedges
            what = f'{fact.id} is "{fact.qualifier.value}", but both languages say "{hedge}"'
            yield together[0].mention, (what, f'write qualifier = "{hedge}" there, or correct the sentence')


def _toml(number: str | None) -> str:
    """A number as a store writes it: an integer, or text where it has a fraction."""
    return f'"{number}"' if number and "." in number else str(number)
