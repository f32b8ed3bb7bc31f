"""Commands among the hits of a search, found by their English words, and the pages of editions."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.search import Hit, Index
from wmc_tui.search.index.hits import Reason
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
        self._index = Index.of([command_record(command.run, Bilingual(en=command.label)) for command in self._commands])

    def __iter__(self) -> Iterator[Command]:
        """Each command."""
        return iter(self._commands)

    def among(self, hits: list[Hit], query: Query) -> list[Hit]:
        """The hits of a query with those commands that fit it, best first."""
        commands = self._matching(query)
        if not commands or not commands[0].score:
            return [*hits[:PAGES_AT], *commands, *hits[PAGES_AT:]]
        return sorted([*hits, *commands], key=lambda hit: -(hit.score - BEHIND * (hit.kind == "command")))

    def _matching(self, query: Query) -> list[Hit]:
        filters = [filter for filter in query.filters if filter.values]
        if any(filter.name != "kind" or ("command" in filter.values) == filter.negated for filter in filters):
            return []
        if query.excluded or query.ranges:
            return []
        asked = any(not filter.negated for filter in filters)
        if query.words and not (query.runs or query.years or query.numbers):
            return self._index.search(query.clean, len(self._commands) if asked else MOST)
        if query.rest.strip():
            return []
        years = sorted(query.years, reverse=True)
        pages = [Command(overview_id(year), f"All facts of {year}", "") for year in years]
        commands = pages if query.years or not asked else self._commands
        return [Hit("command", run, Bilingual(en=label), why=(Reason.EDITION,)) for run, label, _ in commands]
