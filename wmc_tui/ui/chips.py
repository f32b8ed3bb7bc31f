"""The filters and ranges of a query as chips, and what becomes of the query when one is taken off. Plain Python."""

from typing import NamedTuple

from wmc_tui.search.query.filter_values import FilterValues
from wmc_tui.search.query.filters import Filter
from wmc_tui.search.query.query import Query
from wmc_tui.text.safe import visible_line

LONGEST = 28
"""Characters of a chip."""


class Chip(NamedTuple):
    """A part of the query that restricts what is found."""

    label: str
    """What it says, safe to show."""
    start: int
    """Where it stands in the query, in code points."""
    end: int
    """One past its last code point."""
    wrong: bool = False
    """True where there is no such filter or value."""
    idle: bool = False
    """True where it restricts nothing: it is wrong, or unfinished."""
    whole: bool = True
    """Whether it is typed in full, so that Backspace at its end takes all of it."""


def chips_of(query: Query, known: FilterValues) -> list[Chip]:
    """The filters and ranges of a query, in the order typed."""
    chips = [_chip(each, query.text, known) for each in query.filters]
    chips += [Chip(visible_line(each.text)[:LONGEST], each.start, each.end) for each in query.ranges if not each.worded]
    return sorted(chips, key=lambda chip: chip.start)


def _chip(each: Filter, text: str, known: FilterValues) -> Chip:
    typed = text[each.start : each.end].partition(":")[2] or text[each.start : each.end].partition("：")[2]
    typed = typed.strip('"“”「」『』')
    table = known.table(each.name)
    value = table.by_id.get(each.value)
    label = (value.label.en or value.label.zh or value.id) if value else each.value or "..."
    name = f"not {each.name}" if each.negated else each.name
    whole = bool(each.values) and known.key(typed) in table.spellings
    label = label if len(label) <= LONGEST else label[: LONGEST - 2] + ".."
    return Chip(visible_line(f"{name} {label}"), each.start, each.end, bool(each.problem), not each.values, whole)


def without(text: str, start: int, end: int) -> tuple[str, int]:
    """The text without a part of it and the space that this leaves over, and where the cursor goes."""
    left, right = text[:start], text[end:]
    if right[:1] == " " and (not left or left[-1] == " "):
        right = right[1:]
    elif not right and left[-1:] == " ":
        left = left.rstrip(" ") + " " * bool(left.strip())
    return left + right, len(left)


def chip_before(chips: list[Chip], text: str, cursor: int) -> Chip | None:
    """The chip that Backspace at the cursor takes off: one that ends there, typed in full, or a space before it."""
    for chip in chips:
        if chip.end == cursor and chip.whole and not chip.idle:
            return chip
        if chip.end == cursor - 1 and text[chip.end : cursor] == " ":
            return chip
    return None
