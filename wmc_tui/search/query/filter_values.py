"""What an index knows of the values that filters can have, and which of them a typed value means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from wmc_tui.search.publishers import house, other_names
from wmc_tui.text.fold import fold, packed

if TYPE_CHECKING:
    from wmc_tui.search.closed import Value

_SHORTEST_INSIDE = 2
"""Characters from which a typed value may stand inside a label, not only at its beginning."""


class Known:
    """The editions of a library, the values of its filters, and how its characters are simplified.

    `values` gives, by the name of the filter, what records have; where a filter has a closed vocabulary, labels and
    other spellings come from there. `simplified` is a table for str.translate, from code point to one simplified
    character; every query is read through it.
    """

    def __init__(
        self,
        editions: Iterable[int] = (),
        values: Mapping[str, Iterable[Value]] | None = None,
        simplified: Mapping[int, str] | None = None,
    ) -> None:
        self.editions = frozenset(editions)
        self.simplified: Mapping[int, str] = simplified or {}
        self._given = {name: tuple(found) for name, found in (values or {}).items()}
        self._tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """The values of a filter; empty for one that the library knows nothing of."""
        table = self._tables.get(name)
        if table is None:
            table = self._tables[name] = Table(self._values(name), self)
        return table

    def ready(self) -> None:
        """Fold all values now, not when the first filter is read."""
        from wmc_tui.search.closed import CLOSED

        for name in {*CLOSED, *self._given}:
            table = self.table(name)
            _ = table.folded, table.ordered

    def key(self, text: str) -> str:
        """What two spellings of one value have in common."""
        return packed(fold(text).translate(self.simplified)) or text.strip()

    def _values(self, name: str) -> tuple[Value, ...]:
        from wmc_tui.search.closed import CLOSED, Value

        closed = {value.id: value for value in CLOSED.get(name, ())}
        given = self._given.get(name)
        if given is None:
            newest_first = sorted(self.editions, reverse=True)
            return tuple(Value(str(year)) for year in newest_first) if name == "edition" else tuple(closed.values())
        merged = []
        for value in given:
            words = closed.pop(value.id, Value(value.id))
            more = other_names(value.label.en or value.label.zh) if name == "publisher" else ()
            merged.append(value._replace(label=value.label or words.label, also=(*value.also, *words.also, *more)))
        return (*merged, *(value._replace(records=0) for value in closed.values()))


class Table:
    """The values of one filter, to be looked up by id, label, other spelling, beginning or piece."""

    def __init__(self, values: tuple[Value, ...], known: Known) -> None:
        self.values = values
        """In the order of the library."""
        self._known = known

    @cached_property
    def by_id(self) -> dict[str, Value]:
        """Each value under its id."""
        return {value.id: value for value in self.values}

    @cached_property
    def spellings(self) -> dict[str, tuple[Value, ...]]:
        """What each folded spelling means."""
        found: dict[str, dict[str, Value]] = {}
        for value in self.values:
            for spelling in (value.id, value.label.en, value.label.zh, *value.also):
                if spelling:
                    found.setdefault(self._known.key(spelling), {})[value.id] = value
        return {key: tuple(meant.values()) for key, meant in found.items()}

    @cached_property
    def houses(self) -> tuple[str, ...]:
        """Publishers' names without the ways by which their texts came, and their other names, once each."""
        labels = [value.label.en or value.label.zh or value.id for value in self.values]
        others = [name for value in self.values for name in value.also]
        return tuple(dict.fromkeys([*map(house, labels), *others]))

    @cached_property
    def folded(self) -> list[tuple[Value, list[tuple[str, str]]]]:
        """Each value with its folded spellings, packed and in words behind spaces."""
        key, simplified = self._known.key, self._known.simplified
        return [
            (
                value,
                [
                    (key(one), f" {fold(one).translate(simplified)}")
                    for one in (value.id, *value.label, *value.also)
                    if one
                ],
            )
            for value in self.values
        ]

    @cached_property
    def ordered(self) -> list[str]:
        """The folded spellings, sorted."""
        return sorted(self.spellings)

    def meant(self, typed: str, *, begun: bool = False) -> tuple[Value, ...]:
        """The values spelt so, else all that begin so, else all that have it inside; none where nothing fits.

        With `begun` what is spelt so is only one of those that begin so.
        """
        key = self._known.key(typed)
        if not key:
            return ()
        exact = self.spellings.get(key)
        if exact and not begun:
            return exact
        start = bisect_left(self.ordered, key)
        found = self.ordered[start : bisect_left(self.ordered, key + "\U0010ffff", start)]
        if not found and len(key) >= _SHORTEST_INSIDE:
            found = self._having(key)
        by_id = {value.id: value for spelling in found for value in self.spellings[spelling]}
        return tuple(by_id.values())

    def spelling(self, value: Value, *, chinese: bool = False) -> str:
        """How a value is best typed: its Chinese label, or the label that its id merely folds, if that means it alone."""
        label = value.label.zh if chinese else value.label.en or value.label.zh
        folds = label.lower() != value.id and self._known.key(label) == value.id
        return label if label and (chinese or folds) and self.meant(label) == (value,) else value.id

    def _having(self, piece: str) -> list[str]:
        """The folded spellings with a piece inside."""
        found = []
        lines = self._lines
        place = lines.find(piece)
        while place >= 0:
            end = lines.index("\n", place)
            found.append(lines[lines.rindex("\n", 0, place) + 1 : end])
            place = lines.find(piece, end)
        return found

    @cached_property
    def _lines(self) -> str:
        """The folded spellings, one a line: looking for a piece in all of them at once is fast."""
        return "".join(["\n", *(f"{spelling}\n" for spelling in self.ordered)])
