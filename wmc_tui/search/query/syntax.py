"""What signs in a query set apart: filters, phrases in quotes, and what is left out by a minus sign."""

import re
from itertools import zip_longest

from wmc_tui.model import Bilingual
from wmc_tui.search.query.amounts import begins_with_amount
from wmc_tui.search.query.filter_values import FilterValues, ValueTable, fold_value, publisher_name
from wmc_tui.search.query.filters import (
    BARE_WORDS,
    BEGUN_BY_NAME,
    CHINESE,
    NAMES,
    NO,
    QUOTED,
    QUOTES,
    YES,
    Filter,
    Structure,
    filter_text,
    most_alike,
    name_of,
)
from wmc_tui.search.query.numbers import Span
from wmc_tui.text.fold import blank_out, fold_words

_NEAR_NAME = 4
"""Letters from which a name may have a slip."""
_NEAR_PUBLISHER = 75
_MOST_CORRECTIONS = 12
"""Wrong filters for which the nearest right one is looked up, so that hundreds of them cost nothing."""
_EDITIONS = re.compile(r"(20[0-9]{2})?[年届]?\s*(?:\.{2,3}|…|-|–|—|~|至|到)\s*(20[0-9]{2})?[年届]?")
_SINCE = re.compile(r"([<>]=?|[≤≥])\s*(20[0-9]{2})")
_IN_PART = r"[^\"“”„「」『』]*"
_PART = re.compile(rf"[\"“„]{_IN_PART}[\"”]|「{_IN_PART}」|『{_IN_PART}』|[^,，、|]+")
_LONGEST_PHRASE = 200
_INSIDE = rf"[^\"“”„「」『』]{{0,{_LONGEST_PHRASE}}}"
_QUOTES = rf"[\"“„]{_INSIDE}[\"”]|”{_INSIDE}”|「{_INSIDE}」|『{_INSIDE}』"
_BEHIND = r"(?<![^\s(,，;；、。\"”」』])"
_PLAIN = r"[^\s\"“”「」『』]*"
_VALUE = rf"(?:(?:{_QUOTES})(?:[,、|]{_PLAIN})?|[\"“「『]?{_PLAIN})(?:(?<=[,、|])(?:{_QUOTES})(?:[,、|]{_PLAIN})?)*"
_SIGN = re.compile(
    rf"{_BEHIND}(?P<minus>-)?(?P<name>[A-Za-z_]{{2,16}}|single-source|[\u4e00-\u9fff]{{1,4}}):"
    rf"(?P<gap>\s{{0,2}})(?P<value>{_VALUE})"
    rf"|(?:{_BEHIND}(?P<without>-))?(?P<phrase>{_QUOTES})"
    rf"|{_BEHIND}-(?P<word>[^\s\-\"“”「」『』:,;、。][^\s\"“”「」『』]*)"
)
_LISTED = re.compile(rf"(?:{_QUOTES})[,、|]|[,、|](?:{_QUOTES})")
_NOT_IN_VALUE = ")）;；。"
_YEAR = re.compile(r"20[0-9]{2}年?")


def split(simple: str, filter_values: FilterValues) -> Structure:
    """Take a query apart; quotes without their other half and lone minus signs are no signs.

    `simple` is the query in half-width characters, as long as it was typed.
    """
    structure = Structure(simple)
    reader = _SignReader(filter_values, structure)
    gone: list[Span] = []
    quoted: list[Span] = []
    place = 0
    while match := _SIGN.search(simple, place):
        span = reader.take(match)
        place = span[1] if span else max(match.end("minus"), match.start() + 1)
        if span:
            (quoted if match["phrase"] and not match["without"] else gone).append(span)
    structure.with_phrases = blank_out(simple, gone)
    structure.left = blank_out(structure.with_phrases, quoted)
    return structure


class _SignReader:
    """Reads what the signs of one query set apart."""

    def __init__(self, filter_values: FilterValues, structure: Structure) -> None:
        self._filter_values = filter_values
        self._structure = structure
        self._corrections = 0

    def take(self, match: re.Match[str]) -> Span | None:
        """Add what a sign sets apart, and say where it stands; None where it is part of the text."""
        if match["name"]:
            filter = self._filter(match)
            return self._add(filter) if filter else None
        if match["phrase"]:
            phrase = fold_words(match["phrase"])
            if phrase:
                (self._structure.excluded if match["without"] else self._structure.phrases).append(phrase)
            return match.span()
        word = match["word"].rstrip(_NOT_IN_VALUE)
        span = match.start(), match.start("word") + len(word)
        if _YEAR.fullmatch(word) and int(word[:4]) in self._filter_values.editions:
            return self._add(self._read("edition", word, span, negated=True))
        if word.lower() in BARE_WORDS:
            return self._add(self._read("is", BARE_WORDS[word.lower()], span, negated=True))
        folded = fold_words(word)
        if not folded or begins_with_amount(word):
            return None
        self._structure.excluded.append(folded)
        return span

    def _add(self, filter: Filter) -> Span:
        self._structure.filters.append(filter)
        return filter.start, filter.end

    def _filter(self, match: re.Match[str]) -> Filter | None:
        negated = match["minus"] is not None
        if match["name"].lower() in BARE_WORDS:
            return self._named_by_value(match, negated=negated)
        name = name_of(match["name"])
        typed, end = match["value"], match.end()
        in_list = _LISTED.search(typed) is not None
        in_quotes = len(typed) > 1 and typed[0] in QUOTES and typed[-1] in QUOTES and not in_list
        if not in_quotes:
            typed = typed.rstrip(_NOT_IN_VALUE)
            end -= len(match["value"]) - len(typed)
        if not in_list:
            typed = typed.strip(QUOTES)
        if name and match["gap"] and fold_value(typed) not in self._filter_values.table(name).spellings:
            typed, end = "", match.start("gap")
        if name:
            return self._read(name, typed, (match.start(), end), negated=negated, in_quotes=in_quotes)
        if match["gap"] or not typed:
            return None
        return self._read_misspelt(match["name"], typed, (match.start(), end), negated=negated)

    def _named_by_value(self, match: re.Match[str], *, negated: bool) -> Filter:
        """`disputed:yes` for is:disputed, `disputed:no` for -is:disputed."""
        id, typed = BARE_WORDS[match["name"].lower()], match["value"].strip(QUOTES + _NOT_IN_VALUE)
        if match["gap"] or typed.lower() in YES:
            end = match.start("gap") if match["gap"] else match.end()
            return self._read("is", id, (match.start(), end), negated=negated)
        if typed.lower() in NO:
            return self._read("is", id, match.span(), negated=not negated)
        right = filter_text("is", id, negated=negated)
        problem = _no_filter(match["name"], right, right)
        return Filter(match["name"], typed, *match.span(), negated, (), problem, right)

    def _read(self, name: str, typed: str, span: Span, *, negated: bool, in_quotes: bool = False) -> Filter:
        """A filter whose name is right; its value need not be."""
        value, values = self._look_up(name, typed, begun=name in BEGUN_BY_NAME and not in_quotes)
        if values or not typed:
            return Filter(name, value, *span, negated, values)
        en, zh = f'{name}: there is no "{typed}"', f"{CHINESE[name]}：没有“{typed}”"
        nearest, label = self._nearest(name, typed)
        if not nearest:
            return Filter(name, typed, *span, negated, (), Bilingual(en, zh))
        problem = Bilingual(f'{en}; the nearest is "{label.en}"', f"{zh}，最接近的是“{label.zh}”")
        return Filter(name, typed, *span, negated, (), problem, f"{'-' if negated else ''}{nearest}")

    def _read_misspelt(self, typed_name: str, typed: str, span: Span, *, negated: bool) -> Filter | None:
        """A filter whose name is wrong by a slip; None where it is none at all."""
        name = _near_name(typed_name) if self._may_correct() else ""
        if not name:
            return None
        value = self._look_up(name, typed, begun=False)[0] or typed
        nearest = filter_text(name, value, negated=negated)
        return Filter(typed_name, typed, *span, negated, (), _no_filter(typed_name, name, CHINESE[name]), nearest)

    def _may_correct(self) -> bool:
        """Whether there is time to look for another right filter."""
        self._corrections += 1
        return self._corrections <= _MOST_CORRECTIONS

    def _look_up(self, name: str, typed: str, *, begun: bool) -> tuple[str, tuple[str, ...]]:
        """The canonical value and the ids that it stands for; none where it is wrong."""
        if name == "edition" and (years := self._editions(typed)):
            return years
        whole = self._read_value(name, typed, begun) if not any(mark in typed for mark in QUOTES) else ("", ())
        if whole[1]:
            return whole
        written = [part.strip() for part in _PART.findall(typed) if part.strip(f" {QUOTES}")]
        parts = [self._read_value(name, part.strip(QUOTES), begun and part[0] not in QUOTES) for part in written]
        if not parts or not all(values for _, values in parts):
            return "", ()
        ids = dict.fromkeys(value for _, values in parts for value in values)
        return ",".join(dict.fromkeys(value for value, _ in parts)), tuple(ids)

    def _read_value(self, name: str, typed: str, begun: bool) -> tuple[str, tuple[str, ...]]:
        meant = self._filter_values.table(name).meant(typed.rstrip("*年届" if name == "edition" else "*"), begun=begun)
        ids = tuple(value.id for value in meant)
        return (ids[0] if len(ids) == 1 else f"{typed.strip().rstrip('*')}*"), ids

    def _editions(self, typed: str) -> tuple[str, tuple[str, ...]] | None:
        """A range of editions, `2021..2023` or `>2020`; None where it is something else."""
        if match := _EDITIONS.fullmatch(typed):
            low, high = sorted((int(match[1] or 0), int(match[2] or 9999)))
        elif match := _SINCE.fullmatch(typed):
            year, above = int(match[2]), match[1][0] in ">≥"
            closed = match[1] not in "<>"
            low, high = (year + (not closed), 9999) if above else (0, year - (not closed))
        else:
            return None
        years = tuple(str(year) for year in sorted(self._filter_values.editions) if low <= year <= high)
        return (f"{years[0]}..{years[-1]}" if len(years) > 1 else "".join(years)), years

    def _nearest(self, name: str, typed: str) -> tuple[str, Bilingual]:
        """The right filter that is most like a wrong one, and the label of its value.

        Empty where none is like it, or after many others.
        """
        if not self._may_correct():
            return "", Bilingual()
        table = self._filter_values.table(name)
        if name in BEGUN_BY_NAME and (near := _nearest_publisher(table, typed)):
            # Without quotes it stands for all that begin so.
            return f"{name}:{near}" if QUOTED.isdisjoint(near) else filter_text(name, near), Bilingual(near, near)
        id = self._near_year(typed) if name == "edition" else ""
        id = id if id in table.by_id else most_alike(table, fold_value(typed))
        if not id:
            return "", Bilingual()
        value = table.by_id[id]
        en, zh = value.label
        return filter_text(name, table.spelling(value)), Bilingual(en or zh or id, zh or en or id)

    def _near_year(self, typed: str) -> str:
        """The edition whose year differs in the fewest digits, and of these the nearest."""
        if not (self._filter_values.editions and typed.isascii() and typed.isdecimal()):
            return ""
        return min(map(str, self._filter_values.editions), key=lambda year: (_difference(year, typed[:6]), -int(year)))


def _no_filter(typed_name: str, en: str, zh: str) -> Bilingual:
    return Bilingual(
        f'there is no filter "{typed_name}"; the nearest is "{en}"', f"没有“{typed_name}”这种筛选，最接近的是“{zh}”"
    )


def _nearest_publisher(table: ValueTable, typed: str) -> str:
    """The publisher whose name, however its texts came, is most like a wrong one; empty for none."""
    from rapidfuzz import fuzz, process

    labels = [value.label.en or value.label.zh or value.id for value in table.values]
    others = [name for value in table.values for name in value.also]
    names = {fold_value(name): name for name in [*map(publisher_name, labels), *others]}
    near = process.extractOne(fold_value(typed), names.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_PUBLISHER)
    return names[near[0]] if near else ""


def _near_name(typed: str) -> str:
    """The filter whose name is `typed` but for a slip; empty for none."""
    if len(typed) < _NEAR_NAME or not typed.isascii():
        return ""
    from rapidfuzz.distance import OSA

    slips, alias = min((OSA.distance(typed.lower(), alias, score_cutoff=2), alias) for alias in NAMES)
    return NAMES[alias] if slips <= (1 if len(typed) < 7 else 2) else ""


def _difference(year: str, typed: str) -> tuple[int, int]:
    """How many digits differ, and by how much the years do."""
    return sum(digit != other for digit, other in zip_longest(year, typed)), abs(int(year) - int(typed))
