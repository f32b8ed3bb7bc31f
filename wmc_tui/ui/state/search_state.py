"""The state of the search screen: what was typed, what it finds, and what else may be typed. Plain Python."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.search.query.completion import Completion, completions
from wmc_tui.search.query.filter_values import FilterValues, fold_value
from wmc_tui.search.query.filters import Filter
from wmc_tui.search.query.query import Query
from wmc_tui.text.safe import visible_line
from wmc_tui.ui.state.history import HitWalk, Place
from wmc_tui.ui.state.pages import overview_id

if TYPE_CHECKING:
    from wmc_tui.search import Hit, Index
    from wmc_tui.ui.state.commands import Commands
    from wmc_tui.ui.state.history import RecentQueries
    from wmc_tui.ui.state.hit_texts import HitTexts

LONGEST_CHIP = 28
"""Characters of a chip."""
LIMIT = 60
"""Hits shown; what is not among them wants a better query."""
VALUES = 8
"""Values of a filter offered at a time."""


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
    chips = [_chip(filter, query.text, known) for filter in query.filters]
    for range in query.ranges:
        if not range.worded:
            chips.append(Chip(visible_line(range.text)[:LONGEST_CHIP], range.start, range.end))
    return sorted(chips, key=lambda chip: chip.start)


def _chip(filter: Filter, text: str, known: FilterValues) -> Chip:
    typed = text[filter.start : filter.end].partition(":")[2] or text[filter.start : filter.end].partition("：")[2]
    typed = typed.strip('"“”「」『』')
    table = known.table(filter.name)
    value = table.by_id.get(filter.value)
    label = (value.label.en or value.label.zh or value.id) if value else filter.value or "..."
    name = f"not {filter.name}" if filter.negated else filter.name
    whole = bool(filter.values) and fold_value(typed) in table.spellings
    label = label if len(label) <= LONGEST_CHIP else label[: LONGEST_CHIP - 2] + ".."
    return Chip(
        label=visible_line(f"{name} {label}"),
        start=filter.start,
        end=filter.end,
        wrong=bool(filter.problem),
        idle=not filter.values,
        whole=whole,
    )


def without_span(text: str, start: int, end: int) -> tuple[str, int]:
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


class OfferKind(StrEnum):
    """Why another query is offered; the values are shown."""

    RECENT = "recent"
    FILTER = "filter"
    FILTER_NAME = "name"
    SUGGESTION = "try"


class Offer(NamedTuple):
    """A row that is no hit but another query."""

    kind: OfferKind
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


class SearchResult(NamedTuple):
    """Where a hit leads: to a place to read, to a metric compared over the editions, or to a command."""

    place: Place | None = None
    """Where to go."""
    hits: HitWalk | None = None
    """The hits, to be walked from that place."""
    metric: str = ""
    """Id of the metric."""
    command: str = ""
    """The action as textual runs it."""


class SearchState:
    """A search. `rows` is one list of offers and hits; `first` is where the cursor belongs."""

    def __init__(self, index: "Index", commands: "Commands", recent: "RecentQueries", texts: "HitTexts") -> None:
        self._index = index
        self._commands = commands
        self._recent = recent
        self._texts = texts
        self.text = ""
        """The query as typed."""
        self.rows: list[Hit | Offer] = []
        self.first = 0
        self.count = 0
        """Hits among the rows."""
        self.chips: list[Chip] = []
        self.problem = Bilingual()
        """What is wrong with a filter."""
        self.names: list[Offer] = []
        """What the word under the cursor may become: names of filters."""
        self.of_publication = ""
        """Id of the publication whose facts are listed, instead of hits; empty for hits."""

    def ask(self, text: str, cursor: int) -> None:
        """Search for another text; `cursor` is where it is being typed, in code points."""
        if not text.strip():
            self.wait(text)
            self.rows = [_query_offer(OfferKind.RECENT, query, Bilingual()) for query in self._recent.queries]
            return
        self.text, self.of_publication = text, ""
        answer = self._index.answer(text, LIMIT)
        hits = self._commands.among(answer.hits, answer.query)[:LIMIT]
        self.chips = chips_of(answer.query, self._index.known)
        self.problem = next((filter.problem for filter in answer.query.filters if filter.problem), Bilingual())
        offers = self._completions(text, cursor)
        offered = {offer.text.strip() for offer in offers}
        offers += [offer for offer in _corrections(answer.query) if offer.text not in offered]
        unfinished = bool(offers) and self._chip_at(cursor) is None
        for suggestion in answer.suggestions:
            offers.append(_query_offer(OfferKind.SUGGESTION, suggestion.text, suggestion.reason))
        self.rows = [*offers, *hits]
        self.count = len(hits)
        self.first = 0 if unfinished or not hits else len(offers)

    def wait(self, text: str) -> None:
        """Hold another text that cannot be searched for yet."""
        self.text, self.of_publication, self.rows = text, "", []
        self.count = self.first = 0
        self.chips, self.names, self.problem = [], [], Bilingual()

    def keep_cursor(self, row: "Hit | Offer | None") -> None:
        """Have the cursor on a row of before, where it is among the rows still."""
        if row is not None and not isinstance(row, Offer):
            keys = [(hit.kind, hit.id) if not isinstance(hit, Offer) else None for hit in self.rows]
            self.first = keys.index((row.kind, row.id)) if (row.kind, row.id) in keys else self.first

    def _completions(self, text: str, cursor: int) -> list[Offer]:
        """The values that complete the filter being typed; names of filters are kept apart, in `names`."""
        offers = [_completion(text, completion) for completion in completions(text, cursor, self._index.known)]
        offers = [offer for offer in offers if offer.text.strip() != text.strip()]
        named = bool(offers) and offers[0].kind is OfferKind.FILTER_NAME
        self.names = offers if named else []
        chip = self._chip_at(cursor)
        return [] if named or (chip is not None and chip.whole) else offers[:VALUES]

    def _chip_at(self, cursor: int) -> Chip | None:
        """The filter being typed, if it restricts what is found already."""
        return next((chip for chip in self.chips if chip.start < cursor <= chip.end and not chip.idle), None)

    def completed(self, row: "Hit | Offer | None") -> Offer | None:
        """What Tab takes: the row under the cursor, a name of a filter, the first thing offered; None for nothing."""
        return next((offer for offer in (row, *self.names, *self.rows) if isinstance(offer, Offer)), None)

    def list_stated(self, source_id: str) -> None:
        """List the facts that a publication states, instead of the hits."""
        self.wait(self.text)
        self.of_publication = source_id
        self.rows = list(self._texts.hits_stated(source_id))
        self.count = len(self.rows)

    def choose(self, hit: "Hit") -> SearchResult | None:
        """Where a hit leads; None for a publication without an article here, whose facts are to be listed."""
        if hit.kind == "publication" and not hit.article:
            return None
        self._recent.add(self.text)
        if hit.kind == "metric":
            return SearchResult(metric=hit.id)
        if hit.kind == "command" and not hit.id.startswith("edition:"):
            return SearchResult(command=hit.id)
        place = self._place(hit)
        hits = (row for row in self.rows if not isinstance(row, Offer))
        places = [self._place(row) for row in hits if row.kind in ("fact", "sentence") or row.article]
        return SearchResult(place, HitWalk(self.text.strip(), places, place, more=self.count >= LIMIT))

    def _place(self, hit: "Hit") -> Place:
        """The sentence of a hit, or the edition's overview for a fact that no article here states."""
        if hit.kind == "command":
            return Place(hit.id)
        fact = hit.fact or (self._texts.matching_fact(hit) if hit.kind == "sentence" else "")
        return Place(hit.article or overview_id(hit.edition), max(1, hit.sentence), fact or None)


def _query_offer(kind: OfferKind, text: str, reason: Bilingual) -> Offer:
    """A whole query, the cursor at its end."""
    text = visible_line(text)
    return Offer(kind=kind, text=text, cursor=len(text), shown=text, label=reason)


def _completion(text: str, completion: Completion) -> Offer:
    """A completion as the query that it makes; behind a whole filter the next word may follow."""
    written = visible_line(completion.text)
    before, after = text[: completion.start], text[completion.end :].lstrip()
    gap = "" if written.endswith(":") else " "
    is_value = before.endswith((":", "：", ",", "，"))
    shown = f"{before.rpartition(' ')[2]}{written}" if is_value else written
    return Offer(
        kind=OfferKind.FILTER if is_value else OfferKind.FILTER_NAME,
        text=f"{before}{written}{gap}{after}",
        cursor=len(before) + len(written) + len(gap),
        shown=visible_line(shown),
        label=completion.label,
        records=completion.records,
    )


def _corrections(query: Query) -> list[Offer]:
    """The nearest right filter in place of each wrong one."""
    offers = []
    for filter in query.filters:
        if filter.nearest:
            right = visible_line(filter.nearest)
            before, after = query.text[: filter.start], query.text[filter.end :].lstrip()
            text = visible_line(f"{before}{right} {after}")
            offers.append(_query_offer(OfferKind.FILTER, text, filter.problem)._replace(shown=right))
    return offers
