"""What begins with an Arabic digit."""

import re
from decimal import Decimal

from wmc_tui.quantities.assemble import PART_OF, Reading, complete, fraction, ordinal, year
from wmc_tui.quantities.dates import read_date, read_time
from wmc_tui.quantities.draft import Draft, without_number
from wmc_tui.quantities.exclusions import chain_end, code_end, list_number_end
from wmc_tui.quantities.hedges import hedge_before
from wmc_tui.quantities.normalise import Passage
from wmc_tui.quantities.number import ONE, Number
from wmc_tui.quantities.numerals_arabic import decimal_point_before
from wmc_tui.quantities.numerals_chinese import read_han
from wmc_tui.quantities.prefixes import money_before, sign_start
from wmc_tui.quantities.unit_reader import classifier, han_unit

_NAME_STARTS = frozenset("国省市县区企校院馆店厂镇乡村城州港大门团期章节")
"""What may be counted (9国), but behind four digits more often begins a name (2023国际…)."""
_YEAR_WORDS = frozenset("in since by of the year from until till before after during mid than early late".split())
_RUN = re.compile("[0-9]+")
_MARKED = frozenset(".):、 ap时点")
"""What follows the digits of a list number or a time of day."""
_CHAINING = frozenset("-.:")
_AFTER_YEAR = frozenset("年 -—~")
_COMPOSITE = re.compile(r"[0-9]+(?:(?:\+[0-9]+)+|(?: \+ [0-9]+){2,})(?: ?\+ ?[nxy])?(?![0-9a-z])")
_ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_YEARS = re.compile(r"((?:19|20)[0-9]{2}) ?(?:-|—{1,2}|~) ?((?:19|20)[0-9]{2})(?![0-9-]) ?年?")
_YEAR = re.compile(r"(?:[12][0-9]{3}|0[0-9]) ?年(?!代|级|轻)")


def at_digit(passage: Passage, start: int) -> Reading:
    """Read the quantity whose first Arabic digit is at `start`."""
    folded = passage.folded
    run = _RUN.match(folded, start)
    run_end = run.end() if run else start + 1
    follower = folded[run_end : run_end + 1]
    skip = _no_quantity_end(passage, start, follower)
    if skip:
        return None, skip
    special = _special(passage, start, run_end, follower)
    if special:
        return special
    begin = start - 1 if decimal_point_before(folded, start) else start
    number, list_end = read_han(passage.text, folded, start, grouped=start >= passage.ungrouped_until)
    passage.ungrouped_until = max(passage.ungrouped_until, list_end)
    if number is None:
        return None, code_end(folded, start)
    number.start = begin
    tail = _ORDINAL_TAIL.match(folded, number.end)
    if tail and number.value == number.value.to_integral_value():
        number.ordinal = True
        return ordinal(passage, number, number.start, tail.end())
    part = PART_OF.match(folded, number.end)
    if part:
        return fraction(passage, number, part)
    if number.bare and number.end - start == 4 and 1500 <= number.value <= 2100 and _is_year(passage, number):
        return year(passage, start, number.end, number.value)
    figure, end = complete(passage, number)
    return figure, end if figure else max(end, code_end(folded, end - 1))


def _special(passage: Passage, start: int, run_end: int, follower: str) -> Reading | None:
    """A date, a marked year, a composite, or a code; None where the digits begin a plain number."""
    folded = passage.folded
    date = read_date(passage.text, folded, start, run_end)
    if date:
        return without_number(passage, max(date[0], passage.floor), date[1], "date", "date"), date[1]
    skip = (
        chain_end(folded, start)
        if follower in _CHAINING or run_end - start > 2 or folded[start - 1 : start] == "+"
        else 0
    )
    if skip:
        return None, skip
    if (follower == "+" or folded.startswith(" +", run_end)) and (composite := _COMPOSITE.match(folded, start)):
        return without_number(passage, start, composite.end(), "composite", "composite"), composite.end()
    if follower not in _AFTER_YEAR:
        return None
    span = _YEARS.match(folded, start)
    if span and span.group(1) < span.group(2):
        first = Number(start, start + 4, Decimal(span.group(1)), ONE)
        return Draft(start, span.end(), first, "year", "year", high=Decimal(span.group(2))).figure(passage), span.end()
    marked = _YEAR.match(folded, start)
    return year(passage, start, marked.end(), Decimal(folded[start:run_end])) if marked else None


def _no_quantity_end(passage: Passage, start: int, follower: str) -> int:
    """Where a code, list number or time of day at `start` ends; 0 where there is none."""
    folded = passage.folded
    before = folded[start - 1] if start else "\n"
    if "a" <= before <= "z":
        if money_before(passage, start) is None:
            return code_end(folded, start)
    elif before in "-_/#@\\.:&=" and start > 1:
        second = folded[start - 2]
        glued = second.isascii() and (second.isalnum() or second in ")_")
        if before in "_#@\\" or (glued and (before in "-/&" or (before in ".:" and second.isdigit()))):
            return code_end(folded, start)
    if follower not in _MARKED:
        return 0
    return list_number_end(folded, start) or read_time(folded, start)


def _is_year(passage: Passage, number: Number) -> bool:
    """Whether four bare digits are a year: no sign, currency, unit or classifier about them, and no hedge before."""
    text, folded, end = passage.text, passage.folded, number.end
    if sign_start(passage, number) is not None or money_before(passage, number.start):
        return False
    if hedge_before(folded, number.start)[0] not in ("exact", "expected"):
        return _after_year_word(folded, number.start)
    following = folded[end : end + 1]
    if following and (following in "%‰°+€£$" or "a" <= following <= "z"):
        return False
    if "\u4e00" <= following <= "\u9fff":
        if han_unit(text, folded, end)[0] or following in "多余":
            return False
        return following in _NAME_STARTS or not classifier(folded, end)
    if following == " " and text[end + 1 : end + 2].isupper() and not text[end + 1 : end + 4].isupper():
        return True
    figure, behind = complete(
        Passage(text, folded, passage.floor), Number(number.start, end, number.value, ONE, digits=True)
    )
    if figure is None or figure.kind == "number":
        return True
    counted = figure.kind == "count" and figure.value is not None
    return counted and (behind == end or _after_year_word(folded, number.start) or " " in text[end + 1 : behind])


def _after_year_word(folded: str, start: int) -> bool:
    before = folded[max(0, start - 16) : start]
    words = before.split()
    return bool(words) and words[-1] in _YEAR_WORDS and not before.endswith(("more than ", "less than "))
