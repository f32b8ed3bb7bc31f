"""Which records a query allows: its editions, filters, exact phrases and exclusions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from wmc_tui.search.index.record import Record
from wmc_tui.search.index.selection import Selection, have
from wmc_tui.search.large.choose import Allowed
from wmc_tui.search.large.collect import OF_ITSELF, YEAR, filter_key, id_key
from wmc_tui.search.large.library import Records
from wmc_tui.search.large.postings import NONE, Ids, Postings
from wmc_tui.search.large.sections import Sections
from wmc_tui.search.large.strings import Strings
from wmc_tui.search.large.terms import Terms
from wmc_tui.search.query.filters import unwanted, wanted
from wmc_tui.search.query.query import Query


class Allowing:
    """Picks records by what they are and hold: many by lists alone, those to be shown by their texts."""

    def __init__(self, sections: Sections, records: Records, terms: Terms) -> None:
        self._values, self._having = Strings(sections, "values.of"), Postings(sections, "values.of")
        self._records, self._terms = records, terms

    def by_lists(self, query: Query) -> Allowed:
        """The records that a query may allow; None for all."""
        need = {**wanted(query.filters)}
        if query.years:
            need[YEAR] = frozenset(map(str, query.years))
        refused = [(name, value) for name, values in unwanted(query.filters).items() for value in values]
        if not (need or refused or query.phrases or query.excluded):
            return None
        allowed = np.ones(len(self._records), np.bool_)
        for name, values in need.items():
            having = np.zeros(len(self._records), np.bool_)
            for value in values:
                having[self._with(name, value)] = True
            allowed &= having
        for name, value in refused:
            allowed[self._with(name, value)] = False
        for phrase in query.phrases:
            having = np.zeros(len(self._records), np.bool_)
            having[self._terms.with_phrase(phrase)] = True
            allowed &= having
        return allowed

    def by_texts(self, query: Query, records: Sequence[Record]) -> set[int] | None:
        """The places of those records that a query allows, which have been read; None for all."""
        if not (query.filters or query.phrases or query.excluded):
            return None
        held = Selection(records).allowed(replace(query, filters=(), years=frozenset()))
        places = set(range(len(records))) if held is None else held
        of_facts = {name: values for name, values in wanted(query.filters).items() if name not in OF_ITSELF}
        if len(of_facts) < 2:
            return places
        return {place for place in places if self._states(records[place], of_facts)}

    def _states(self, record: Record, of_facts: Mapping[str, frozenset[str]]) -> bool:
        """Whether one and the same fact of a record has one of the values of each filter."""
        facts = (record,) if record.kind != "sentence" else map(self._fact, record.states)
        return any(
            fact is not None and all(not values.isdisjoint(have(name, fact)) for name, values in of_facts.items())
            for fact in facts
        )

    def _fact(self, id: str) -> Record | None:
        found = (self._records[number] for number in self._terms.exactly(id_key(id)).tolist())
        return next((record for record in found if record.fact == id), None)

    def _with(self, name: str, value: str) -> Ids:
        place = self._values.find(filter_key(name, value))
        return self._having.of(place) if place >= 0 else NONE
