"""How hits are ranked. All weights of the search stand here.

A query becomes terms: words, runs of Chinese, numbers, ranges. For each record and term there is a quality from 0 to 1,
that of the best way in which the record answers the term: the word itself, a longer word, what the letters sound like.
The coverage of a record is the mean of its qualities, where rare terms weigh more than common ones. Then

    score = 100 x coverage                   how much of the query the record answers
          + bonus of the record              how telling it is: result before forecast, newest edition first
          + up to 11 for fit                 how much of the record the query says
          + 5 for a phrase, 1.5 at the start all that was typed stands there in a row
          + 10 for a name                    it stands for what was named: its metric, or a part of it
          + 40 for a label, 20 for a figure  typed in full

The weight of a term depends on how many records have it, never on how many there are. So records that answer nothing
change no order. A forecast never stands before its result where both answer.
"""

from math import log
from typing import NamedTuple

from wmc_tui.search.index.hits import Matched, Reason
from wmc_tui.search.index.record import Record, figures_in, plain_value
from wmc_tui.search.query.query import Query
from wmc_tui.text.fold import join_words, normalise_typed

# Qualities: how well a record answers a term.
OWN = 1.0  # as it was typed, in the record's own text
SHARED = 0.95  # a factor: in the label of the metric, the counted noun, the publisher, which many records have
SAME_STEM = 0.94  # projects for project
BEGINNING, MORE_OF_IT = 0.86, 0.05  # a longer word, and so much more the less of it is missing
JOINED = 0.97  # two words typed for one
PARTED = 0.96  # several words typed as one
COUNTED = 0.97  # what was counted, without the word that counts it: 家企业
SAME_MEANING = 0.75  # below the beginning of the word itself
SLIPS, SLIPS_IN_BEGINNING = 0.7, 0.6  # less still for each wrong letter
PARTS_OF_RUN = 0.75  # of a run of Chinese, when all of its pairs of characters are there but apart
FEWEST_PARTS = 0.4  # share of the pairs below which nothing of the run is meant
PINYIN, PINYIN_BEGUN = 0.82, 0.78  # letters are more likely English
ONE_SYLLABLE = 0.06  # less, for it stands for many characters
BESIDE_ENGLISH = 0.8  # a factor for pinyin where the letters are English too
INITIALS, INITIALS_FIRST = 0.62, 0.7  # of characters anywhere, and of the first ones of a label
FIRST = 0.02  # more, for a text that begins so
OTHER_UNIT = 0.8  # the value, but of something else
OTHER_SIZE, OTHER_SIZE_TYPING = 0.4, 0.7  # the same digits; more where no scale was typed yet
FIRST_DIGITS, MORE_DIGITS = 0.2, 0.4  # a figure that begins so, and so much more the fewer digits are missing
LITERAL = 0.75  # digits in a name or a text
IN_RANGE, CLOSE, UNLIKELY_UNIT = 0.8, 0.2, 0.8  # inside a range, near its bound, a factor for another unit
CUT = 0.6  # a piece that cuts Latin letters or begins a number
CUT_END = 0.52  # a piece that ends a number
PHRASE_BEGUN = 0.95  # all words in a row, the last one unfinished
NAMED_EDITION = 0.6  # a record of another edition that has the year in its text
ELSEWHERE = 0.85  # a factor: a record of another edition whose label has the year

# Weights of terms.
COMMON = 1200.0  # records, about those of the shipped store: of a term that so many have, the weight is log 2
LEAST_WEIGHT = 0.2  # past some thousand records all terms are equally common
SMALL_WORD, BOUND = 0.2, 0.2  # factors: the, of, in; a number that a range says as well, half a year

# Points.
COVERAGE = 100.0  # the others only decide between records that cover about as much
FIT = 3.0
WHOLE, NEARLY_WHOLE = 8.0, 0.75  # nothing else in the record; from which share on
PHRASE, AT_START = 5.0, 1.5
LABEL, LABEL_WITHOUT_YEARS = 40.0, 0.4  # above any two bonuses together; a factor where the label lacks the years typed
AS_WRITTEN = 20.0  # a figure as its publication writes it
QUALIFIER = 4.0  # nearly, over: the hedge that was typed
NAMED, NAME_BEGUN, FEWEST_OF_NAME = 10.0, 3.0, 3  # letters from which a name may be unfinished
AS_GOOD, JUST_BEHIND = 0.9, 0.01  # share of a forecast's coverage from which its result answers too
WORTH_SHOWING = 0.5  # share of the best coverage below which a record answers another question

# Bonuses: which of several records that answer as well is meant.
KIND = {"fact": 3.0, "metric": 2.0, "article": 1.0, "publication": 0.5}
STANDS_FOR_METRIC = 3.0  # the whole, in the unit of the metric
OF_THE_WHOLE, IS_AMOUNT, WHOLE_EVENT, IS_RESULT = 1.0, 1.0, 1.0, 1.0
HEADLINE, LATER_HEADLINE = 3.0, 0.2  # less for each headline before it
EXPECTED = -4.0  # a forecast
NOT_TO_QUOTE = -1.5  # another figure says the same of the same edition, better
AGE, NO_AGE = -0.3, 2025  # for each year of the edition before this one; any year would do

_DIGITS = frozenset("0123456789")
_IN_NUMBERS = frozenset("0123456789._")


def weight_of(records: int) -> float:
    """How telling a term is that so many records have; one that none has tells that all lack something."""
    return max(LEAST_WEIGHT, log(1 + COMMON / (1 + records))) if records else 1.0


class Phrase(NamedTuple):
    """What was typed, as texts may have it in a row."""

    packed: str
    """Without spaces."""
    words: str
    """With one space between words, and one at either end; empty for a single word."""
    piece: str
    """As Chinese texts are joined."""
    figure: str
    """As a figure may be written."""

    @classmethod
    def of(cls, folded: str, text: str) -> "Phrase":
        """That of a folded part of a text."""
        words = folded.split()
        spaced = " ".join(words)
        return cls(
            "".join(words),
            f" {spaced} " if len(words) > 1 else "",
            join_words(spaced),
            normalise_typed(spaced, text) if words else "",
        )

    def quality(self, record: Record) -> float:
        """How well a record has all of it in a row; less where it ends inside a word.

        8% is no figure of 93.8%, but a piece of it: what a text holds is found in it.
        """
        piece = self.piece
        if not piece:
            return 0.0
        if not (piece[0].isascii() or piece[-1].isascii()):
            if piece in record.words_zh:
                return OWN
        else:
            best = stands(piece, record.words_zh) if piece in record.words_zh else 0.0
            if record.written and not piece.isalpha() and self.figure in record.written:
                inside = stands(self.figure, record.written)
                best = max(best, inside if inside >= CUT else 0.0)
            if best:
                return best
        return phrase_in(self.words, f" {record.words_en} ") if self.words else 0.0


class Typed(NamedTuple):
    """A query in the forms in which records are compared with it."""

    query: Query
    whole: Phrase
    """All of it."""
    rest: Phrase
    """The same without editions; the same object where it names none."""
    in_digits: bool
    """Whether the rest has digits."""
    hedged: frozenset[tuple[str, str]]
    """Values and qualifiers of the numbers that have one."""
    labels: frozenset[str]
    """What a label may be, to be all that was typed."""

    @classmethod
    def of(cls, query: Query) -> "Typed":
        """The forms of a query."""
        whole = Phrase.of(query.folded, query.text)
        rest = Phrase.of(query.rest, query.text)
        hedged = frozenset(
            (plain_value(number.value), number.qualifier)
            for number in query.numbers
            if number.value is not None and number.qualifier != "exact"
        )
        return cls(
            query,
            whole,
            whole if whole == rest else rest,
            in_digits=not _DIGITS.isdisjoint(rest.packed),
            hedged=hedged,
            labels=frozenset({whole.packed, rest.packed} - {""}),
        )


def score(
    typed: Typed, record: Record, coverage: float, matched: Matched, said: frozenset[str], heard: list[str]
) -> float:
    """How well a record answers a query.

    `said` are its words that the query means, `heard` its Chinese characters that the query's letters sound like.
    """
    fit = fit_of(record, matched, said, heard)
    points = COVERAGE * coverage + record.bonus + FIT * fit
    if fit > NEARLY_WHOLE:
        points += WHOLE * (fit - NEARLY_WHOLE) / (1 - NEARLY_WHOLE)
    label = says_label(typed, record)
    if label:
        points += LABEL * label
    elif typed.rest.packed:
        points += in_a_row(typed, record)
        if record.names:
            points += _says_name(typed.rest.packed, record, heard)
    if record.written and says_written(typed, record):
        points += AS_WRITTEN
    if typed.hedged and any((value, hedge) in typed.hedged for value, _, hedge in figures_in(record.figures)):
        points += QUALIFIER
    return points


def fit_of(record: Record, matched: Matched, words: frozenset[str], heard: list[str]) -> float:
    """From 0 to 1: how much of a record's own text the query says, whatever the order."""
    said = 0.0
    text = record.words_en
    if text and (words or matched.begun):
        if matched.begun and any(beginning in text for beginning in matched.begun):
            said = matched.letters_of(text.split())
        elif words:
            said = sum([matched.words[word] for word in words if word in matched.words])
        said /= len(record.label_en) or len(text) - text.count(" ")
    if record.words_zh and (matched.runs or heard):
        inside = sum([len(piece) for piece in (*matched.runs, *heard) if piece in record.words_zh])
        said += inside / (len(record.label_zh) or len(record.words_zh))
    return min(1.0, said)


def says_label(typed: Typed, record: Record) -> float:
    """1 where what was typed is a label, perhaps with the record's edition; 0 where it is none.

    Less where the years are no part of it and may be: Projects signed, 2018 to 2019.
    """
    labels = (record.label_en, record.label_zh)
    whole, rest = typed.whole.packed, typed.rest.packed
    if not whole or labels == ("", ""):
        return 0.0
    if whole in labels:
        return 1.0
    if whole is rest and not typed.in_digits:
        return 0.0
    year = str(record.edition)
    if year in whole:
        without = whole.removeprefix(year).removeprefix("年"), whole.removesuffix("年").removesuffix(year)
        if any(each and each in labels for each in without):
            return 1.0
    return LABEL_WITHOUT_YEARS if rest and rest in labels else 0.0


def says_written(typed: Typed, record: Record) -> bool:
    """Whether what was typed, perhaps without its editions, is the figure as some publication writes it."""
    written = record.written
    if not written or not typed.whole.figure:
        return False
    return f"\n{typed.whole.figure}\n" in written or f"\n{typed.rest.figure}\n" in written


def is_whole(typed: Typed, record: Record) -> bool:
    """Whether what was typed, perhaps without its editions, is a label or a figure of a record in full."""
    if record.label_en in typed.labels or record.label_zh in typed.labels:
        return True
    return bool(record.written) and says_written(typed, record)


def _says_name(rest: str, record: Record, heard: list[str]) -> float:
    """Points of the fact that stands for what was named, also by its sound; fewer where the name may be unfinished."""
    if any(f"\n{name}\n" in record.names for name in (rest, *heard)):
        return NAMED
    return NAME_BEGUN if len(rest) >= FEWEST_OF_NAME and f"\n{rest}" in record.names else 0.0


def in_a_row(typed: Typed, record: Record) -> float:
    """Points for having all that was typed as it is, more for beginning with it; no number is cut at its start."""
    titled = bool(record.label_en or record.label_zh)
    if not typed.in_digits:
        places = record.words_en.find(typed.query.rest), record.words_zh.find(typed.rest.packed)
        return PHRASE + AT_START * (titled and 0 in places) if max(places) >= 0 else 0.0
    piece, texts = typed.rest.piece, (join_words(record.words_en), record.words_zh)
    if any(stands(piece, text) >= CUT for text in texts):
        return PHRASE + AT_START * (titled and any(text.startswith(piece) for text in texts))
    return PHRASE if record.written and stands(typed.rest.figure, record.written) >= CUT else 0.0


def stands(piece: str, text: str) -> float:
    """How well a text has a piece: less where that cuts Latin letters or begins a number, still less where it ends one."""
    best = 0.0
    start = text.find(piece) if piece else -1
    while start >= 0:
        end = start + len(piece)
        before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
        if not (_goes_on(before, piece[0]) or _goes_on(piece[-1], behind)):
            return OWN
        best = max(best, CUT_END if piece[0].isdecimal() and _goes_on(before, piece[0]) else CUT)
        start = text.find(piece, start + 1)
    return best


def phrase_in(words: str, text: str) -> float:
    """How well a folded text has words in a row, less where the last is begun; all with a space at either end.

    Digits side by side are one number.
    """
    best = 0.0
    phrase = words[:-1]
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not (phrase[1].isdecimal() and text[start - 1 : start].isdecimal()):
            goes_on = phrase[-1].isdecimal() and text[end + 1 : end + 2].isdecimal()
            if text[end] == " " and not goes_on:
                return OWN
            best = PHRASE_BEGUN
        start = text.find(phrase, start + 1)
    return best


def _goes_on(left: str, right: str) -> bool:
    """Whether two characters side by side belong to the same number or Latin letters."""
    if not (left.isascii() and right.isascii()):
        return False
    return (left in _IN_NUMBERS and right in _IN_NUMBERS) or (left.isalpha() and right.isalpha())


def reasons_of(typed: Typed, record: Record, of_terms: list[Reason]) -> tuple[Reason, ...]:
    """Why a record answers: what holds for the whole query first, then what was found of each term, each reason once."""
    reasons: list[Reason] = []
    if says_label(typed, record):
        reasons.append(Reason.LABEL)
    if says_written(typed, record):
        reasons.append(Reason.AS_WRITTEN)
    if typed.query.phrases:
        reasons.append(Reason.PHRASE)
    reasons += of_terms
    rest = typed.rest.packed
    if not reasons and rest:
        # Digits may be the end of a number: they are in the text, but nothing says them.
        inside = rest[0].isdecimal() and not in_a_row(typed, record)
        reasons.append(Reason.PARTS_OF_TEXT if inside else Reason.PHRASE)
    if typed.query.years:
        reasons.append(Reason.EDITION)
    if any(filter.values for filter in typed.query.filters):
        reasons.append(Reason.FILTER)
    return tuple(dict.fromkeys(reasons)) or (Reason.SIGNS,)
