"""A query taken apart, and the words in it that are filters without a name: `disputed`, `有出入`, a hedge alone."""

import re
from dataclasses import dataclass, field

from wmc_tui.model import Attestation
from wmc_tui.search.query.filter_values import FilterValues
from wmc_tui.search.query.filters import Filter
from wmc_tui.text.fold import blank_out


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


BARE_WORDS: dict[str, str] = {
    "disputed": Attestation.DISPUTED,
    "有出入": Attestation.DISPUTED,
    "有争议": Attestation.DISPUTED,
    "single-source": Attestation.SINGLE,
    "single source": Attestation.SINGLE,
    "单一来源": Attestation.SINGLE,
    "孤证": Attestation.SINGLE,
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
    filters = [
        Filter("is", id, *match.span("word"), False, (id,))
        for match in _BARE_WORD.finditer(text)
        if (id := BARE_WORDS[_key(match["word"])]) in known.table("is").by_id
    ]
    return _with(structure, filters)


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


def _with(structure: Structure, more: list[Filter]) -> Structure:
    if not more:
        return structure
    spans = [(filter.start, filter.end) for filter in more]
    filters = sorted([*structure.filters, *more], key=lambda filter: filter.start)
    left, kept = blank_out(structure.left, spans), blank_out(structure.kept, spans)
    return Structure(filters, structure.phrases, structure.excluded, left, kept)


def _key(word: str) -> str:
    word = word.lower()
    return word if word in BARE_WORDS else word.replace(" ", "-")
