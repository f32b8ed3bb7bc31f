"""Words that mean a filter without its name: `disputed`, `有出入`, and hedges that stand for themselves."""

from wmc_tui.search.late import late
from wmc_tui.search.plain import blanked
from wmc_tui.search.query.filter_values import Known
from wmc_tui.search.query.filters import Filter
from wmc_tui.search.structure import Structure

STANDING = {
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
_STANDING = late(
    rf"(?i)(?<![^\s(,;、。；])(?P<word>{'|'.join(map('[- ]'.join, (word.split('-') for word in STANDING)))})(?![^\s),;、。；的])"
)
_HEDGES = frozenset("over about nearly at_least up_to less_than".split())
_AROUND = " \t\u3000,，;；、。()（）"


def standing_words(structure: Structure, known: Known) -> Structure:
    """The structure of a query with a filter for each word that stands for one."""
    text = structure.left
    found = [
        Filter("is", id, *match.span("word"), False, (id,))
        for match in _STANDING().finditer(text)
        if (id := STANDING[_key(match["word"])]) in known.table("is").by_id
    ]
    return _with(structure, found)


def hedge_alone(structure: Structure, undated: str, known: Known) -> Structure:
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
    left, kept = blanked(structure.left, spans), blanked(structure.kept, spans)
    return Structure(filters, structure.phrases, structure.excluded, left, kept)


def _key(word: str) -> str:
    word = word.lower()
    return word if word in STANDING else word.replace(" ", "-")
