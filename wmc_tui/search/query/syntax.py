"""What signs in a query set apart: filters, phrases in quotes, and what is left out by a minus sign."""

import re

from wmc_tui.search.query.amounts import begins_with_amount
from wmc_tui.search.query.filter_values import FilterValues
from wmc_tui.search.query.filters import Filter, Reader, filter_text, name_of
from wmc_tui.search.query.structure import BARE_WORDS, NO, YES, Structure
from wmc_tui.text.fold import blank_out, fold

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
