"""The values that filters can have, counted."""

from collections.abc import Iterable, Mapping, Sequence

from wmc_tui.model import Bilingual
from wmc_tui.search.index.record import Record
from wmc_tui.search.index.selection import have
from wmc_tui.search.query.filter_values import FilterValues, Value
from wmc_tui.store import Library
from wmc_tui.text.fold import fold, remove_spaces

Facets = dict[str, list[tuple[str, str, str, int]]]
"""By the name of a filter, its values: id, English label, Chinese label, number of records."""

NAMES = ("edition", "metric", "part", "unit", "scope", "stage", "qualifier", "publisher", "language", "kind", "is")


def labels_of(library: Library) -> dict[tuple[str, str], Bilingual]:
    """What a library calls the values of filters that are its own, by filter and id."""
    labels = {("metric", metric.id): metric.label for metric in library.metrics()}
    labels |= {("part", part.id): part.label for part in library.parts()}
    for source in library.sources():
        name = source.publisher
        labels["publisher", remove_spaces(fold(name))] = Bilingual(name, "") if name.isascii() else Bilingual("", name)
    return labels


def facets_of(records: Sequence[Record], labels: Mapping[tuple[str, str], Bilingual]) -> Facets:
    """All values in the order in which the records, newest first, have them; those of metrics in the library's."""
    counts: dict[str, dict[str, int]] = {name: {} for name in NAMES}
    for name, id in labels:
        counts[name][id] = 0
    for record in records:
        for name in NAMES:
            for value in have(name, record):
                counts[name][value] = counts[name].get(value, 0) + 1
    return {
        name: [(id, *labels.get((name, id), Bilingual()), count) for id, count in values.items() if count]
        for name, values in counts.items()
    }


def filter_values_of(facets: Facets, editions: Iterable[int]) -> FilterValues:
    """What a query may name."""
    values = {
        name: [Value(id, Bilingual(en, zh), count) for id, en, zh, count in found] for name, found in facets.items()
    }
    return FilterValues(editions, values)
