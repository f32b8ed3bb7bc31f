"""Why a record answers a query, in short words."""

from wmc_tui.search.index.record import Record
from wmc_tui.search.index.scoring import in_a_row, says_label, says_written
from wmc_tui.search.query.query import Query
from wmc_tui.text.fold import remove_spaces


def reasons(query: Query, record: Record, of_terms: list[str]) -> tuple[str, ...]:
    """What holds for the whole query first, then what was found of each term, each reason once."""
    typed = remove_spaces(query.folded), remove_spaces(query.rest)
    found: list[str] = []
    if says_label(typed, record):
        found.append("label")
    if says_written(query, record):
        found.append("as written")
    if query.phrases:
        found.append("phrase")
    found += filter(None, of_terms)
    if not found and typed[1]:
        # Digits may be the end of a number: they are in the text, but nothing says them.
        inside = typed[1][0].isdecimal() and not in_a_row(query, typed[1], record)
        found.append("parts of text" if inside else "phrase")
    if query.years:
        found.append("edition")
    if any(one.values for one in query.filters):
        found.append("filter")
    return tuple(dict.fromkeys(found)) or ("signs",)
