"""The terms of a query, each with all the ways in which a record can answer it."""

from collections.abc import Iterable
from decimal import Decimal
from functools import partial
from itertools import pairwise

from wmc_tui.model.units import COMMON_CLASSIFIERS, convert, same_dimension
from wmc_tui.search.index import scoring
from wmc_tui.search.index.answers import Answers, Meant, Quality, Sight, Term, Way
from wmc_tui.search.index.hits import Matched, Reason
from wmc_tui.search.index.lexicon import Lexicon
from wmc_tui.search.index.record import Record, figures_in, plain_value
from wmc_tui.search.index.sounds import Spelling, initials, is_sound, spellings
from wmc_tui.search.index.tokens import all_of, any_of, digits_of, magnitudes_between, pairs_of, quoted, value_token
from wmc_tui.search.query.numbers import Number, Range
from wmc_tui.search.query.query import Query
from wmc_tui.text.fold import fold_words, join_words, normalise_figure

_SMALL = frozenset(
    "a an and are as at by did do does for from has have how in into is it its many much of on or that the their there"
    " these this to was were what when where which who with".split()
)
_HALF_YEARS = frozenset({"2", "20"})
"""Digits at the end of a query that are more likely the beginning of an edition than a number."""
_OF_YEARS = frozenset("年届")
_COUNTERS = frozenset(f"{COMMON_CLASSIFIERS}户种款台批届元座条")
_MOST_MENDED = 8
"""Words of one query that may be misspelt: more are no query but a text, and each takes a millisecond."""
_MOST_PAIRS = 24
_NEAR = 6
"""Tokens of magnitude nearest to the bound of a range, whose records are looked up first."""
_ABOUT = frozenset("~≈≒约大a")


class Reading:
    """A query read with the vocabulary of an index."""

    def __init__(self, query: Query, lexicon: Lexicon, *, widely: bool = False) -> None:
        """Read `widely`, words that mean the same as one that is known count as well."""
        self._lexicon = lexicon
        self._widely = widely
        self._mended = 0
        phrases = [fold_words(phrase).replace(" ", "") for phrase in query.phrases if not phrase.isascii()]
        self.matched = Matched((*query.runs, *phrases), tuple(number.digits for number in query.numbers))
        words = self._words(query.words)
        runs = [self._run(run) for run in query.runs if not (query.years and run in _OF_YEARS)]
        numbers = [self._number(number, query.text) for number in query.numbers]
        for number, found in zip(query.numbers, numbers, strict=True):
            for word, term in zip(query.words, words, strict=True):
                if word.isalpha() and word in number.text:
                    # A word that says a number may as well be part of a name: what has the number answers it.
                    term.ways += [way._replace(reason=Reason.VALUE) for way in found.ways]
        self.wanted = _different(query.ranges)
        """Its ranges, all of which must hold."""
        self.ranges = [self._range(wanted) for wanted in self.wanted]
        self.terms = [*words, *runs, *numbers, *self.ranges]
        self.answers = Answers(self.terms)
        numeric = query.years or query.numbers or query.ranges
        self.is_open = bool(numeric) or not all(term.ways for term in self.terms)
        """Whether a record may have all that was typed, though it lacks one of the terms."""

    # -- words -----------------------------------------------------------------------------

    def _words(self, words: tuple[str, ...]) -> list[Term]:
        terms = [self._word(word, last=place == len(words) - 1) for place, word in enumerate(words)]
        for (place, word), (_, other) in pairwise(enumerate(words)):
            joined = self._lexicon.same(word + other)
            if joined:
                for term in terms[place : place + 2]:
                    self._add_words(term, Reason.SPACES, joined, word + other, scoring.JOINED)
        if len(words) > 1:
            way = self._heard(Reason.PINYIN, spellings("".join(words)))
            for term in terms:
                term.ways += [way] if way else []
        return terms

    def _word(self, word: str, *, last: bool) -> Term:
        small = word in _SMALL
        term = Term(scoring.SMALL_WORD if small else 1.0, small=small)
        same = self._lexicon.same(word)
        beginning = self._lexicon.beginning(word) if last or not same else []
        # The last word may be the beginning of another one: in, of.
        self._add_words(term, Reason.WORD, same, word, scoring.BEGINNING if small and last else 1.0)
        self._add_beginning(term, word, beginning, same)
        if not same or self._widely:
            self._add_meant(term, word)
        if same and not last:
            return term
        found = bool(term.ways)
        heard = self._heard(Reason.PINYIN, spellings(word), scoring.BESIDE_ENGLISH if found else 1.0)
        if heard:
            term.ways.append(heard)
        elif not found:
            self._add_parted(term, word)
            for spelling in () if term.ways else initials(word):
                way = self._heard(Reason.INITIALS, [spelling])
                term.ways += [way] if way else []
        if not (same or (beginning and last) or heard) and self._mended < _MOST_MENDED:
            self._mended += 1
            self._add_words(term, Reason.SLIPS, self._lexicon.misspelt(word), word)
        return term

    def _add_words(self, term: Term, reason: Reason, meant: Meant, typed: str, factor: float = 1.0) -> None:
        if not meant:
            return
        for known in meant:
            self.matched.add(known, typed)
        words = {known: factor * worth for known, worth in meant.items()}
        tokens = [f"w{known}" for known in meant]
        count = sum(self._lexicon.count(tokens))
        term.ways.append(Way(reason, max(words.values()), any_of(tokens), words=words, records=count))

    def _add_beginning(self, term: Term, word: str, tokens: list[str], same: Meant) -> None:
        if tokens:
            self.matched.begun[word] = len(word)
        # The word in any of its forms is the better answer, and has been looked up.
        longer = [token for token in tokens if token[0] != "w" or token[1:] not in same]
        if not longer:
            return

        def quality(sight: Sight) -> float:
            best = 0.0
            record = sight.record
            if word not in record.words_en and word not in record.latin and word not in record.shared_en:
                return 0.0
            for words, factor in ((sight.own, 1.0), (sight.shared, scoring.SHARED)):
                shortest = min([len(other) for other in words if other.startswith(word) and other != word], default=0)
                if shortest:
                    worth = factor * (scoring.BEGINNING + scoring.MORE_OF_IT * len(word) / shortest)
                    best = max(best, worth)
            return best

        count = sum(self._lexicon.count(tokens))
        term.add(Reason.BEGINNING, scoring.BEGINNING + scoring.MORE_OF_IT / 2, any_of(longer), quality, count)

    def _add_meant(self, term: Term, typed: str) -> None:
        """The ways to say it in other words, of either language."""
        from wmc_tui.search.index.synonyms import synonyms

        for other in synonyms(typed):
            if other.isascii():
                self._add_words(term, Reason.SAME_MEANING, self._lexicon.same(other), other, scoring.SAME_MEANING)
            elif self._lexicon.has_all(pairs_of(other)):
                self.matched.runs = (*self.matched.runs, other)
                term.add(Reason.SAME_MEANING, scoring.SAME_MEANING, all_of(pairs_of(other)), _holding(other))

    def _heard(self, reason: Reason, ways: list[Spelling], worth: float = 1.0) -> Way | None:
        """The way to answer by sounding so; None where no record does."""
        spelt = [(spelling, expression) for spelling in ways if (expression := self._lexicon.sounding(spelling))]
        if not spelt:
            return None

        def quality(sight: Sight) -> float:
            record, best, span = sight.record, 0.0, (0, 0)
            for spelling, _ in spelt:
                found = spelling.pattern().search(record.sounds)
                if found:
                    value = _worth_of_sound(reason, spelling, record, found.start())
                    if value > best:
                        best, span = value, found.span()
            if best:
                piece = f"{record.words_zh}\n{record.shared_zh}"[slice(*span)]
                sight.heard += [piece] if piece not in sight.heard else []
            return best * worth

        most = scoring.PINYIN if reason is Reason.PINYIN else scoring.INITIALS_FIRST
        return Way(reason, most * worth, " OR ".join(f"({expression})" for _, expression in spelt), quality)

    def _add_parted(self, term: Term, word: str) -> None:
        """Words that were typed without spaces: all of them must be there."""
        parts = self._lexicon.parted(word)
        if not parts:
            return
        each = [Term() for _ in parts]
        for part, found in zip(parts, each, strict=True):
            self._add_words(found, Reason.SPACES, self._lexicon.same(part), part)
        self._add_beginning(each[-1], parts[-1], self._lexicon.beginning(parts[-1]), same={})
        expression = " AND ".join(f"({found.expression})" for found in each)
        answers = Answers(each)
        if self._lexicon.has_any(expression):
            term.add(
                Reason.SPACES, scoring.PARTED, expression, lambda sight: scoring.PARTED * min(answers.of(sight)[0])
            )

    # -- Chinese ---------------------------------------------------------------------------

    def _run(self, run: str) -> Term:
        term = Term()
        pairs = pairs_of(run)
        counts = self._lexicon.count(pairs)
        whole = all(counts) and (len(pairs) == 1 or self._lexicon.has_all(pairs))
        expression, count = (all_of(pairs), min(counts)) if whole else ("", 0)
        term.add(Reason.TEXT, scoring.OWN, expression, lambda sight: float(run in sight.record.words_zh), count)
        term.add(Reason.SHARED_TEXT, scoring.SHARED, "", _holding_shared(run))
        found = whole
        if len(run) > 2:
            counted = run[1:]
            if run[0] in _COUNTERS and self._lexicon.has_all(pairs_of(counted)):
                # 60户央企: what was counted, behind the word that counts it.
                term.add(Reason.TEXT, scoring.COUNTED, all_of(pairs_of(counted)), _holding(counted, scoring.COUNTED))
                found = True
            term.pairs = pairs[:_MOST_PAIRS]
            term.add(Reason.PARTS_OF_TEXT, scoring.PARTS_OF_RUN, "", _holding_parts(term.pairs))
            known = sum(count > 0 for count in counts[:_MOST_PAIRS])
            found = found or known >= max(1.0, scoring.FEWEST_PARTS * len(term.pairs))
        if not found or self._widely:
            self._add_meant(term, run)
        return term

    # -- numbers ---------------------------------------------------------------------------

    def _number(self, number: Number, text: str) -> Term:
        typed = text[number.start : number.end] or number.text
        half_a_year = typed in _HALF_YEARS and text.rstrip().endswith(typed) and text.strip() != typed
        term = Term(scoring.BOUND if number.bound or half_a_year else 1.0)
        if number.value is not None:
            value = plain_value(number.value)
            may_be_meant = partial(same_dimension, number.unit or "")  # 1200亩 is no number of guests

            def equal(sight: Sight) -> float:
                figures = figures_in(sight.record.figures)
                return float(any(each == value and number.unit in (None, unit) for each, unit, _ in figures))

            def other_unit(sight: Sight) -> float:
                figures = figures_in(sight.record.figures)
                return scoring.OTHER_UNIT * any(each == value and may_be_meant(unit) for each, unit, _ in figures)

            term.add(Reason.VALUE, 1.0, quoted(value_token(number.value)), equal)
            if number.unit is not None:
                term.add(Reason.OTHER_UNIT, scoring.OTHER_UNIT, "", other_unit)
        self._add_converted(term, number)
        self._add_digits(term, number)
        self._add_literal(term, join_words(fold_words(typed)), normalise_figure(typed))
        return term

    def _add_converted(self, term: Term, number: Number) -> None:
        """Figures that say the same in another unit, as far as it was typed: 80,000 square meters for 120亩."""
        if not number.value or number.unit is None:
            return
        step = Decimal(1).scaleb(number.value.adjusted() - len(number.digits) + 1)
        reach = abs(step / number.value) / 2
        wanted = convert(number.value, number.unit)
        if not wanted:
            return

        def converted(sight: Sight) -> float:
            apart = [
                abs(Decimal(text) / wanted[unit] - 1)
                for text, unit, _ in figures_in(sight.record.figures)
                if unit in wanted
            ]
            nearest = min(apart, default=reach * 2)
            return scoring.OTHER_UNIT * float(1 - nearest / reach / 2) if nearest <= reach else 0.0

        bounds = [sorted((value * (1 - reach), value * (1 + reach))) for value in wanted.values()]
        tokens = dict.fromkeys(token for low, high in bounds for token in magnitudes_between(low, high))
        term.add(Reason.OTHER_UNIT, scoring.OTHER_UNIT, any_of(list(tokens)), converted)

    def _add_digits(self, term: Term, number: Number) -> None:
        size = scoring.OTHER_SIZE_TYPING if number.bare else scoring.OTHER_SIZE
        may_be_meant = partial(same_dimension, number.unit or "")

        def same(sight: Sight) -> float:
            figures = figures_in(sight.record.figures)
            return size * any(digits_of(value) == number.digits and may_be_meant(unit) for value, unit, _ in figures)

        def first(sight: Sight) -> float:
            each = [digits_of(value) for value, _, _ in figures_in(sight.record.figures)]
            longer = [len(digits) for digits in each if digits.startswith(number.digits) and digits != number.digits]
            if not longer:
                return 0.0
            return scoring.FIRST_DIGITS + scoring.MORE_DIGITS * len(number.digits) / min(longer)

        term.add(Reason.SAME_DIGITS, size, quoted(f"d{number.digits}"), same)
        longer = self._lexicon.digits(number.digits) if number.bare else []
        if longer:
            most = scoring.FIRST_DIGITS + scoring.MORE_DIGITS * len(number.digits) / (len(longer[0]) - 1)
            term.add(Reason.FIRST_DIGITS, most, any_of(longer), first)

    def _add_literal(self, term: Term, number: str, figure: str) -> None:
        """A number that is part of a name or of a text."""
        if not number:
            return
        alone = f" {number} "

        def quality(sight: Sight) -> float:
            record = sight.record
            if scoring.stands(number, record.words_zh) == scoring.OWN:
                return scoring.LITERAL
            if not number.isalpha() and scoring.stands(figure, record.written) == scoring.OWN:
                return scoring.LITERAL
            if number not in sight.own and number not in sight.shared:
                return 0.0
            # Folded, 4,471 and 447.1 are two numbers each, neither of which was meant.
            for text in (record.words_en, record.shared_en):
                if scoring.phrase_in(alone, f" {text} ") == scoring.OWN:
                    return scoring.LITERAL
            return 0.0

        pieces = [f"({all_of(pairs_of(piece))})" for piece in {number, figure} if piece]
        term.add(Reason.DIGITS, scoring.LITERAL, " OR ".join([*pieces, quoted(f"w{number}")]), quality)

    # -- ranges ----------------------------------------------------------------------------

    def _range(self, wanted: Range) -> Term:
        """Close values before far ones, likely units before others."""

        def quality(sight: Sight) -> float:
            best = 0.0
            for text, unit, qualifier in figures_in(sight.record.figures):
                value = Decimal(text)
                if wanted.holds(value, unit, qualifier):
                    worth = scoring.IN_RANGE + scoring.CLOSE * _closeness(wanted, value)
                    best = max(best, worth if wanted.prefers(unit) else worth * scoring.UNLIKELY_UNIT)
            return best

        term = Term()
        tokens = self._lexicon.magnitudes(magnitudes_between(wanted.low, wanted.high))
        if wanted.low is None:
            tokens.reverse()
        # Both groups lead to records of which one look at their figures tells all.
        near, far = tokens[:_NEAR], tokens[_NEAR:]
        best = scoring.IN_RANGE + scoring.CLOSE
        if near:
            term.add(Reason.RANGE, best, any_of(near), quality, sum(self._lexicon.count(near)))
        if far:
            records = sum(self._lexicon.count(far))
            term.ways.append(Way(Reason.RANGE, scoring.IN_RANGE, any_of(far), records=records))
        return term


def _different(ranges: Iterable[Range]) -> list[Range]:
    """Ranges without those that say what another one says."""
    return list({(one.low, one.high, one.low_closed, one.high_closed, one.unit): one for one in ranges}.values())


def holds_any(wanted: Range, figures: str) -> bool:
    """Whether a range holds one of the figures of a record."""
    return any(wanted.holds(Decimal(value), unit, qualifier) for value, unit, qualifier in figures_in(figures))


def _closeness(wanted: Range, value: Decimal) -> float:
    """From 0 to 1: near the only bound, or near the middle of what is said to be about it."""
    low, high = wanted.low, wanted.high
    if low is not None and high is not None:
        if wanted.text[:1] not in _ABOUT or high == low:
            return 1.0
        return 1 - abs(float((value - low) / (high - low)) * 2 - 1)
    bound = low if low is not None else high
    if not bound or value <= 0 or bound < 0:
        return 1.0
    return float(min(bound / value, value / bound))


def _worth_of_sound(reason: Reason, spelling: Spelling, record: Record, start: int) -> float:
    """How well the characters from a place on answer letters that sound like them."""
    if reason is Reason.INITIALS:
        titled = bool(record.label_zh)
        first = titled and (not start or not is_sound(record.sounds[start - 1]))
        quality = scoring.INITIALS_FIRST if first else scoring.INITIALS
    else:
        quality = scoring.PINYIN_BEGUN if spelling.begun else scoring.PINYIN
        if len(spelling.syllables) == 1:
            quality -= scoring.ONE_SYLLABLE
    if start > len(record.words_zh):
        return quality * scoring.SHARED
    return quality if start else quality + scoring.FIRST


def _holding(piece: str, worth: float = scoring.SAME_MEANING) -> Quality:
    return lambda sight: worth * (piece in sight.record.words_zh)


def _holding_shared(piece: str) -> Quality:
    return lambda sight: scoring.SHARED * (piece in sight.record.shared_zh)


def _holding_parts(pairs: list[str]) -> Quality:
    least = max(1.0, scoring.FEWEST_PARTS * len(pairs))

    def quality(sight: Sight) -> float:
        count = sum([pair[1:] in sight.record.words_zh for pair in pairs])
        return scoring.PARTS_OF_RUN * count / len(pairs) if count >= least else 0.0

    return quality
