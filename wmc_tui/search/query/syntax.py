"""What signs in a query set apart: filters, phrases in quotes, and what is left out by a minus sign."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wmc_tui.search.query.filters import Filter
import re

from wmc_tui.search.query.amounts import begins_with_amount
from wmc_tui.search.query.filter_values import FilterValues
from wmc_tui.search.query.filters import Filter, Reader, filter_text, name_of
from wmc_tui.text.fold import blank_out, fold


@dataclass(slots=True, eq=False, repr=False)
class Structure:
    """A query taken apart. Both texts are as long as the query, with spaces in place of what is missing."""

    filters: list[Filter] = field(default_factory=list)
    """In order."""
    phrases: list[str] = field(default_factory=list)
    """Folded, with single spaces."""
    excluded: list[str] = field(default_factory=list)
    """Folded, with single spaces."""
    left: str = ""
    """What is not set apart, in plain characters."""
    kept: str = ""
    """The same with the phrases."""


BARE_WORDS = {
    "disputed": "disputed",
    "有出入": "disputed",
    "有争议": "disputed",
    "single-source": "single",
    "single source": "single",
    "单一来源": "single",
    "孤证": "single",
}
"""The value of the filter `is` that a word means; no text of figures has these words."""
YES = frozenset({"", "yes", "true", "y", "1", "是"})
NO = frozenset({"no", "false", "n", "0", "否"})
_BARE_WORD = re.compile(
    rf"(?i)(?<![^\s(,;、。；])(?P<word>{'|'.join(map('[- ]'.join, (word.split('-') for word in BARE_WORDS)))})(?![^\s),;、。；的])"
)
_HEDGES = frozenset("over about nearly at_least up_to less_than".split())
_AROUND = " \t\u3000,，;；、。()（）"


def read_bare_filters(structure: Structure, known: FilterValues) -> Structure:
    """The structure of a query with a filter for each word that stands for one."""
    text = structure.left
    found = [
        Filter("is", id, *match.span("word"), False, (id,))
        for match in _BARE_WORD.finditer(text)
        if (id := BARE_WORDS[_key(match["word"])]) in known.table("is").by_id
    ]
    return _with(structure, found)


def read_bare_hedge(structure: Structure, undated: str, known: FilterValues) -> Structure:
    """The structure of a query with a filter for a hedge that is all it says besides editions and filters.

    `undated` is what is left of the query without its editions, as long as the query.
    """
    word = undated.strip(_AROUND)
    if not word or structure.phrases or not (structure.filters or word != structure.left.strip(_AROUND)):
        return structure
    meant = known.table("qualifier").spellings.get(known.key(word), ())
    if len(meant) != 1 or meant[0].id not in _HEDGES:
        return structure
    start = undated.index(word)
    if any(start < filter.start < start + len(word) for filter in structure.filters):
        return structure
    return _with(structure, [Filter("qualifier", meant[0].id, start, start + len(word), False, (meant[0].id,))])


def _with(structure: Structure, found: list[Filter]) -> Structure:
    if not found:
        return structure
    spans = [(one.start, one.end) for one in found]
    filters = sorted([*structure.filters, *found], key=lambda one: one.start)
    left, kept = blank_out(structure.left, spans), blank_out(structure.kept, spans)
    return Structure(filters, structure.phrases, structure.excluded, left, kept)


def _key(word: str) -> str:
    word = word.lower()
    return word if word in BARE_WORDS else word.replace(" ", "-")


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
_MARKS_AROUND = '"“”„「」『』'
_LISTED = re.compile(rf"(?:{_QUOTES})[,、|]|[,、|](?:{_QUOTES})")
_NOT_IN_VALUE = ")）;；。"
_YEAR = re.compile(r"20[0-9]{2}年?")


def split(simple: str, known: FilterValues) -> Structure:
    """Take a query apart; quotes without their other half and lone minus signs are no signs.

    `simple` is the query in plain, simplified characters, as long as it was typed.
    """
    found = Structure()
    reader = Reader(known)
    gone: list[tuple[int, int]] = []
    quoted: list[tuple[int, int]] = []
    place = 0
    while match := _SIGN.search(simple, place):
        span = _take(match, found, reader, known)
        place = span[1] if span else max(match.end("minus"), match.start() + 1)
        if span:
            (quoted if match["phrase"] and not match["without"] else gone).append(span)
    found.kept = blank_out(simple, gone)
    found.left = blank_out(found.kept, quoted)
    return found


def _take(match: re.Match[str], found: Structure, reader: Reader, known: FilterValues) -> tuple[int, int] | None:
    """Add what a sign sets apart, and say where it stands; None where it is part of the text."""
    if match["name"]:
        one = _filter(match, reader)
        if one:
            found.filters.append(one)
        return (one.start, one.end) if one else None
    if match["phrase"]:
        phrase = _spaced(match["phrase"])
        if phrase:
            (found.excluded if match["without"] else found.phrases).append(phrase)
        return match.span()
    word = match["word"].rstrip(_NOT_IN_VALUE)
    span = match.start(), match.start("word") + len(word)
    if _YEAR.fullmatch(word) and int(word[:4]) in known.editions:
        found.filters.append(reader.right("edition", word, span, negated=True))
        return span
    if word.lower() in BARE_WORDS:
        found.filters.append(reader.right("is", BARE_WORDS[word.lower()], span, negated=True))
        return span
    folded = _spaced(word)
    if not folded or begins_with_amount(word):
        return None
    found.excluded.append(folded)
    return span


def _filter(match: re.Match[str], reader: Reader) -> Filter | None:
    negated = match["minus"] is not None
    if match["name"].lower() in BARE_WORDS:
        return _named_by_value(match, reader, negated=negated)
    name = name_of(match["name"])
    end = match.end()
    in_quotes = _quoted(match["value"])
    if not in_quotes:
        end -= len(match["value"]) - len(match["value"].rstrip(_NOT_IN_VALUE))
    start = match.start("value")
    typed = match.string[start:end]
    if in_quotes or not _LISTED.search(typed):
        typed = typed.strip(_MARKS_AROUND)
    if name and match["gap"] and not reader.is_value(name, typed):
        typed, end = "", match.start("gap")
    if name:
        return reader.right(name, typed, (match.start(), end), negated=negated, in_quotes=in_quotes)
    if match["gap"] or not typed:
        return None
    return reader.wrong(match["name"], typed, (match.start(), end), negated=negated)


def _named_by_value(match: re.Match[str], reader: Reader, *, negated: bool) -> Filter:
    """`disputed:yes` for is:disputed, `disputed:no` for -is:disputed."""
    id, typed = BARE_WORDS[match["name"].lower()], match["value"].strip(_MARKS_AROUND + _NOT_IN_VALUE)
    if match["gap"] or typed.lower() in YES:
        end = match.start("gap") if match["gap"] else match.end()
        return reader.right("is", id, (match.start(), end), negated=negated)
    if typed.lower() in NO:
        return reader.right("is", id, match.span(), negated=not negated)
    return reader.misnamed(match["name"], typed, match.span(), right=filter_text("is", id, negated=negated))


def _quoted(value: str) -> bool:
    """Whether a value is one piece in quotes."""
    ends = len(value) > 1 and value[0] in _MARKS_AROUND and value[-1] in _MARKS_AROUND
    return ends and not _LISTED.search(value)


def _spaced(text: str) -> str:
    return " ".join(fold(text).split())
