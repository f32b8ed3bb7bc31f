"""The state of the search screen: what was typed, what it finds, and what else may be typed. Plain Python."""

from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.search.query.completion import Completion, completions
from wmc_tui.search.query.query import Query
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.chips import Chip, chips_of
from wmc_tui.ui.state.history import Place
from wmc_tui.ui.state.pages import overview_id
from wmc_tui.ui.trail import Trail

if TYPE_CHECKING:
    from wmc_tui.search import Hit, Index
    from wmc_tui.ui.recent import Recent
    from wmc_tui.ui.state.commands import Commands
    from wmc_tui.ui.state.hit_texts import Wording

LIMIT = 60
"""Hits shown; what is not among them wants a better query."""
VALUES = 8
"""Values of a filter offered at a time."""


class Take(NamedTuple):
    """A row that is no hit but another query."""

    kind: str
    """`recent`, `filter` or `try`."""
    text: str
    """The query."""
    cursor: int
    """Where the cursor goes in it."""
    shown: str
    """What it says, safe to show."""
    label: Bilingual
    """What it means, or why it is offered."""
    records: int | None = None
    """How many records have it; None where nobody counted."""


class Run(NamedTuple):
    """A command to run."""

    command: str
    """The action as textual runs it."""


class Measured(NamedTuple):
    """A metric to compare over the editions."""

    metric: str
    """Its id."""


Goal = Place | Run | Measured
"""Where Enter on a hit leads to."""


class Found(NamedTuple):
    """What came of a search."""

    goal: Goal
    """Where to go."""
    trail: Trail | None = None
    """The hits, to be walked from there; None where that is no place to read."""


class Finding:
    """A search. `rows` is one list of takes and hits; `first` is where the cursor belongs."""

    def __init__(self, index: "Index", commands: "Commands", recent: "Recent", wording: "Wording") -> None:
        self._index = index
        self._commands = commands
        self._recent = recent
        self._wording = wording
        self.text = ""
        """The query as typed."""
        self.rows: list[Hit | Take] = []
        self.first = 0
        self.count = 0
        """Hits among the rows."""
        self.chips: list[Chip] = []
        self.problem = Bilingual()
        """What is wrong with a filter."""
        self.names: list[Take] = []
        """What the word under the cursor may become: names of filters."""
        self.of_publication = ""
        """Id of the publication whose facts are listed, instead of hits; empty for hits."""

    def ask(self, text: str, cursor: int) -> None:
        """Search anew."""
        self.text, self.of_publication = text, ""
        if not text.strip():
            self._forget()
            self.rows = [_recent(query) for query in self._recent.queries]
            return
        answer = self._index.answer(text, LIMIT)
        hits = self._commands.among(answer.hits, answer.query)[:LIMIT]
        self.chips = chips_of(answer.query, self._index.known)
        self.problem = next((each.problem for each in answer.query.filters if each.problem), Bilingual())
        offered = [_completed(text, each) for each in completions(text, cursor, self._index.known)]
        offered = [each for each in offered if each.text.strip() != text.strip()]
        named = bool(offered) and offered[0].kind == "name"
        self.names = offered if named else []
        takes = [] if named or self._is_whole(cursor) else offered[:VALUES]
        takes += [each for each in _mended(answer.query) if each.text not in {take.text.strip() for take in takes}]
        unfinished = bool(takes) and not self._filters(cursor)
        takes += [_tried(each.text, each.reason) for each in answer.suggestions]
        self.rows = [*takes, *hits]
        self.count = len(hits)
        self.first = 0 if unfinished or not hits else len(takes)

    def _forget(self) -> None:
        self.count, self.first = 0, 0
        self.chips, self.names, self.problem = [], [], Bilingual()

    def _chip_at(self, cursor: int) -> Chip | None:
        return next((chip for chip in self.chips if chip.start < cursor <= chip.end), None)

    def _filters(self, cursor: int) -> bool:
        """Whether the filter being typed restricts what is found already."""
        chip = self._chip_at(cursor)
        return chip is not None and not chip.idle

    def _is_whole(self, cursor: int) -> bool:
        """Whether the filter being typed is typed in full."""
        chip = self._chip_at(cursor)
        return chip is not None and chip.whole and not chip.idle

    def completed(self, row: "Hit | Take | None") -> Take | None:
        """What Tab takes: the row under the cursor, a name of a filter, the first thing offered; None for nothing."""
        offered = [each for each in (row, *self.names, *self.rows) if isinstance(each, Take)]
        return offered[0] if offered else None

    def list_stated(self, source_id: str) -> None:
        """List the facts that a publication states, instead of the hits."""
        self._forget()
        self.of_publication = source_id
        self.rows = list(self._wording.hits_stated(source_id))
        self.count = len(self.rows)

    def choose(self, hit: "Hit") -> Found | None:
        """Where a hit leads; None for a publication without an article here, whose facts are to be listed."""
        match hit.kind:
            case "command" if not hit.id.startswith("edition:"):
                goal: Goal = Run(hit.id)
            case "metric":
                goal = Measured(hit.id)
            case "publication" if not hit.article:
                return None
            case _:
                goal = self._place(hit)
        self._recent.add(self.text)
        if not isinstance(goal, Place):
            return Found(goal)
        places = [self._place(each) for each in self.rows if not isinstance(each, Take) and _is_read(each)]
        return Found(goal, Trail(self.text.strip(), places, goal, more=self.count >= LIMIT))

    def _place(self, hit: "Hit") -> Place:
        """The sentence of a hit, or the edition's overview for a fact that no article here states."""
        if hit.kind == "command":
            return Place(hit.id)
        fact = hit.fact or (self._wording.matching_fact(hit) if hit.kind == "sentence" else "")
        return Place(hit.article or overview_id(hit.edition), max(1, hit.sentence), fact or None)


def _is_read(hit: "Hit") -> bool:
    """Whether it leads to a place to read."""
    return hit.kind in ("fact", "sentence") or bool(hit.article)


def _recent(query: str) -> Take:
    return Take("recent", query, len(query), query, Bilingual())


def _tried(text: str, reason: Bilingual) -> Take:
    text = visible_line(text)
    return Take("try", text, len(text), text, reason)


def _completed(text: str, found: Completion) -> Take:
    """A completion as the query that it makes; behind a whole filter the next word may follow."""
    written = visible_line(found.text)
    before, after = text[: found.start], text[found.end :].lstrip()
    gap = "" if written.endswith(":") else " "
    kind = "filter" if before.endswith((":", "：", ",", "，")) else "name"
    shown = f"{before.rpartition(' ')[2]}{written}" if kind == "filter" else written
    return Take(
        kind,
        f"{before}{written}{gap}{after}",
        len(before) + len(written) + len(gap),
        visible_line(shown),
        found.label,
        found.records,
    )


def _mended(query: Query) -> list[Take]:
    """The nearest right filter in place of each wrong one."""
    found = []
    for each in query.filters:
        if each.nearest:
            right = visible_line(each.nearest)
            before, after = query.text[: each.start], query.text[each.end :].lstrip()
            text = visible_line(f"{before}{right} {after}")
            found.append(Take("filter", text, len(text), right, each.problem))
    return found
