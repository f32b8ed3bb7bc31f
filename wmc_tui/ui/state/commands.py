"""What can be done, found among the hits by its English words: the actions that may run now, and all facts of an edition."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.search import Hit, Index
from wmc_tui.search.index.hits import Matched
from wmc_tui.search.index.record import command_record
from wmc_tui.search.query.query import Query
from wmc_tui.ui.state.pages import overview_id

BEHIND = 3.0
"""Points that a command is behind a fact or sentence that fits as well."""
MOST = 4
"""Commands among the hits of one query; all that fit where it asks for commands."""
PAGES_AT = 3
"""Hits before the page of an edition, where nothing but the edition was typed."""


class Command(NamedTuple):
    """Something to do."""

    run: str
    """The action as textual runs it."""
    label: str
    """What it does, in English."""
    keys: str
    """Its keys, as people write them."""


class Commands:
    """The commands of a search."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self._commands = list(commands)
        self._index = Index([command_record(each.run, Bilingual(en=each.label)) for each in self._commands])

    def __iter__(self) -> Iterator[Command]:
        """Each command."""
        return iter(self._commands)

    def among(self, hits: list[Hit], query: Query) -> list[Hit]:
        """The hits of a query with those commands that fit it, best first."""
        found = self._found(query)
        if not found or not found[0].score:
            return [*hits[:PAGES_AT], *found, *hits[PAGES_AT:]]
        return sorted([*hits, *found], key=lambda hit: -(hit.score - BEHIND * (hit.kind == "command")))

    def _found(self, query: Query) -> list[Hit]:
        filters = [each for each in query.filters if each.values]
        if any(each.name != "kind" or ("command" in each.values) == each.negated for each in filters):
            return []
        if query.excluded or query.ranges:
            return []
        asked = any(not each.negated for each in filters)
        if query.words and not (query.runs or query.years or query.numbers):
            return self._index.search(query.clean, len(self._commands) if asked else MOST)
        if query.rest.strip():
            return []
        pages = [_page(year) for year in sorted(query.years, reverse=True)]
        return pages if query.years or not asked else [_hit(each) for each in self._commands]


def _page(year: int) -> Hit:
    return _hit(Command(overview_id(year), f"All facts of {year}", ""))


def _hit(command: Command) -> Hit:
    nothing = Matched({}, (), ())
    return Hit("command", 0.0, 0, "", "", 0, Bilingual(en=command.label), nothing, command.run, ("edition",))
