"""The search index of a library: tables in its compiled file, asked at every key."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from operator import mul
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.search.index import scoring
from wmc_tui.search.index.answers import Sight
from wmc_tui.search.index.candidates import Candidates, find
from wmc_tui.search.index.hits import Hit, Matched, Reason
from wmc_tui.search.index.index_tables import Label, Writer, create_tables, records_to_index
from wmc_tui.search.index.lexicon import Figures, Lexicon
from wmc_tui.search.index.record import Record
from wmc_tui.search.index.scoring import Typed
from wmc_tui.search.index.selection import NAMES, Selection
from wmc_tui.search.index.terms import Reading, holds_any
from wmc_tui.search.index.tokens import all_of, any_of, pairs_of, whole_token
from wmc_tui.search.query.filter_values import FilterValues, Value
from wmc_tui.search.query.query import LONGEST, Query, parse
from wmc_tui.store import Library

if TYPE_CHECKING:
    from wmc_tui.search.query.suggestions import Suggestion

_COMPARED = 75
"""Records that are compared in full at least; what they cover and how prominent they are leaves out the others."""
_RANGED = 500
"""Records whose figures are compared with a range, before any are compared in full."""
_KEPT = 4096
"""Records that are kept as Python has them: the next key mostly asks for the same ones."""
_MAPPED = 1 << 30
"""Bytes of the file that are mapped into memory."""
_SCANNED = 20_000
"""Records that are looked through for signs, which have no tokens."""
_KINDS = ("fact", "metric", "article", "publication", "sentence", "command")
_COLUMNS = ", ".join(Record._fields)


class Answer(NamedTuple):
    """What an index says to a query."""

    hits: list[Hit]
    """Best first."""
    query: Query
    """The query, understood: its filters, right and wrong, ranges, phrases."""
    suggestions: "tuple[Suggestion, ...]" = ()
    """What to try where no figure is the one asked for."""


class _Scored(NamedTuple):
    """A record that answers."""

    record: Record
    coverage: float
    points: float
    reasons: list[Reason | None]
    heard: list[str]


class Index:
    """Facts, metrics, articles, publications and sentences of a library, to be searched."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        """Search the tables that the connection of `connect` has; it is asked for at every query."""
        self._connect = connect
        self._lock = RLock()
        self._kept: dict[int, tuple[Record, frozenset[str], frozenset[str]]] = {}
        self._known: FilterValues | None = None
        self._mapped: sqlite3.Connection | None = None
        self._lexicon: Lexicon | None = None

    @classmethod
    def of(cls, records: Iterable[Record], labels: Iterable[Label] = ()) -> "Index":
        """An index of some records, in memory, with the labels of what they have for filters. Raises NoFullTextSearch."""
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        create_tables(connection)
        writer = Writer(connection)
        writer.insert(records)
        writer.finish()
        writer.merge()
        writer.label(labels)
        return cls(lambda: connection)

    @classmethod
    def open(cls, library: Library, progress: "Callable[[int, int], None] | None" = None) -> "Index":
        """The index of a library, first brought up to date with what changed in it. As `update`."""
        index = cls(library.connection)
        index.update(library, progress)
        return index

    def update(self, library: Library, progress: "Callable[[int, int], None] | None" = None) -> None:
        """Bring it up to date; in any thread, while others ask: they get what is there so far.

        `progress` is told a few times a second how many records are done, and of how many. Raises NoFullTextSearch.
        """
        if not self.pending(library):
            return
        from wmc_tui.search.index.index_update import update

        def step(connection: sqlite3.Connection, work: Callable[[], None]) -> None:
            with self._lock:
                work()
                self._connect = lambda: connection
                self._forget()

        try:
            update(library, progress, step)
        finally:
            with self._lock:
                self._connect = library.connection
                self._forget()

    @staticmethod
    def pending(library: Library) -> int:
        """About how many records an update would make: 0 where the index is up to date."""
        return records_to_index(library.connection())

    def _forget(self) -> None:
        self._kept.clear()
        self._known = None
        self._lexicon = None

    @property
    def known(self) -> FilterValues:
        """The editions and the values of filters, with their numbers of records: what queries are read by."""
        with self._lock:
            if self._known is None:
                self._known = self._read_known()
            return self._known

    def _read_known(self) -> FilterValues:
        counts: dict[str, dict[str, int]] = {name: {} for name in NAMES}
        query = "SELECT token, records FROM search_word WHERE token >= 'f' AND token < 'g'"
        for token, records in self.connection().execute(query):
            name, _, value = token[1:].partition("=")
            counts[name][value] = records
        values: dict[str, list[Value]] = {name: [] for name in NAMES}
        for name, id, en, zh in self.connection().execute("SELECT name, id, en, zh FROM search_label ORDER BY rowid"):
            records = counts[name].pop(id, 0)
            if records:
                values[name].append(Value(id, Bilingual(en, zh), records))
        for name, left in counts.items():
            values[name] += [Value(id, Bilingual(), left[id]) for id in sorted(left, reverse=name == "edition")]
        return FilterValues(map(int, (value.id for value in values["edition"])), values)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """What answers a query, best first, at most `limit` hits.

        A query is words in any order, typos and beginnings of words included, pieces of Chinese text, pinyin, numbers in
        any form; the year of an edition filters. An empty query finds nothing.
        """
        with self._lock:
            return self._hits(query, parse(query, self.known), limit)

    def answer(self, query: str, limit: int = 50) -> Answer:
        """The hits of a query with what it was taken for, and what to try where nothing has its figure."""
        understood = parse(query, self.known)
        with self._lock:
            return self._answer(query, understood, limit)

    def _answer(self, query: str, understood: Query, limit: int) -> Answer:
        hits = self._hits(query, understood, limit)
        figures = Figures(self.connection())
        values = [number.value for number in understood.numbers if number.value is not None]
        # A plain number is most of such queries, and mostly there: then nothing is imported for it.
        if hits and all(figures.between(value, value) for value in values):
            return Answer(hits, understood)
        from wmc_tui.search.query.suggestions import suggestions

        counts = None if hits else self.count
        return Answer(hits, understood, suggestions(understood, figures.between, counts=counts))

    def count(self, query: str) -> int:
        """How many records answer a query in some way; of many at least some number."""
        return len(self._hits(query, parse(query, self.known), _COMPARED, signs=False))

    def _hits(self, text: str, query: Query, limit: int, *, signs: bool = True) -> list[Hit]:
        search = _Search(self, query, limit)
        if not query.rest.strip() and not search.selection.filters and not query.ranges:
            return self._with_signs(text[:LONGEST].strip(), limit) if signs else []
        return search.hits() or _Search(self, query, limit, widely=True).hits()

    def sights(self, places: list[int]) -> Iterator[Sight]:
        """The records at some places, to be looked at by the terms of a query."""
        kept = self._kept
        missing = [place for place in places if place not in kept]
        if missing:
            if len(kept) + len(missing) > _KEPT:
                kept.clear()
                missing = places
            wanted = ", ".join(map(str, missing))
            query = f"SELECT place, {_COLUMNS} FROM search_record WHERE place IN ({wanted})"
            for place, *fields in self.connection().execute(query):
                record = Record._make(fields)
                own = frozenset([*record.words_en.split(), *record.latin.split()])
                kept[place] = record, own, frozenset(record.shared_en.split())
        return (Sight(*kept[place]) for place in places if place in kept)

    def connection(self) -> sqlite3.Connection:
        """Where the tables are."""
        connection = self._connect()
        if connection is not self._mapped:
            # Records lie all over the file: mapped, none of them costs a system call.
            connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
            self._mapped = connection
            self._lexicon = None
        return connection

    def lexicon(self) -> Lexicon:
        """The vocabulary."""
        connection = self.connection()
        if self._lexicon is None or self._lexicon.is_full:
            self._lexicon = Lexicon(connection)
        return self._lexicon

    def _with_signs(self, text: str, limit: int) -> list[Hit]:
        """What holds a query of nothing but signs, as it is."""
        try:
            text.encode()
        except UnicodeEncodeError:
            return []
        query = (
            f"SELECT {_COLUMNS} FROM (SELECT * FROM search_record ORDER BY place LIMIT ?)"
            " WHERE instr(en, ?) OR instr(zh, ?) LIMIT ?"
        )
        rows = self.connection().execute(query, (_SCANNED, text, text, limit)) if text else ()
        nothing = Matched()
        return [_hit(Record._make(row), 0.0, (Reason.SIGNS,), nothing, ()) for row in rows]


class _Search:
    """One query, from its terms to its hits."""

    def __init__(self, index: Index, query: Query, limit: int, *, widely: bool = False) -> None:
        self._index = index
        self._query = query
        self._limit = limit
        self._widely = widely
        self._typed = Typed.of(query)
        self.selection = Selection(query)
        self._weights: list[float] = []

    def hits(self) -> list[Hit]:
        """The hits, best first."""
        connection = self._index.connection()
        self._lexicon = self._index.lexicon()
        self._reading = Reading(self._query, self._lexicon, widely=self._widely)
        self._filter = self.selection.expression()
        places = self._compared(connection)
        total = sum(self._weights)
        self._shares = [weight / total for weight in self._weights]
        return self._ranked([each for sight in self._index.sights(places) if (each := self._score(sight))])

    def _compared(self, connection: sqlite3.Connection) -> list[int]:
        """Places of the records that are compared in full."""
        reading = self._reading
        # What has a single term is alike but for what else it says.
        most = max(self._limit, _COMPARED if len(reading.terms) > 1 else 2 * _COMPARED)
        # A figure as typed, a label: these stand first, whatever their terms are worth.
        phrases = {self._typed.whole, self._typed.rest}
        wholes = {whole_token(text) for phrase in phrases for text in (phrase.packed, phrase.figure) if text}
        places = find(connection, any_of(wholes), self._filter, most) if wholes else []
        places += self._in_a_row(connection, most)
        if not reading.terms:
            places += find(connection, self._filter, "", most) if self._filter else []
        else:
            candidates = Candidates(connection, self._lexicon, reading.terms, self._filter, self._limit)
            self._weights = candidates.weights
            places += self._inside(candidates.best(_RANGED), most) if reading.ranges else candidates.best(most)
        return list(dict.fromkeys(places))

    def _in_a_row(self, connection: sqlite3.Connection, most: int) -> list[int]:
        """Records that may have all that was typed in a row, in either language; in another edition, too.

        Not where the terms find them: words or Chinese in a row are found by having all of them.
        """
        query, reading = self._query, self._reading
        if reading.terms and not reading.is_open and not self._typed.in_digits:
            return []
        expressions = []
        for phrase in (self._typed.whole, self._typed.rest):
            words = phrase.words.split()
            if not words or not phrase.piece.isascii() or any(map(str.isdecimal, phrase.piece)):
                expressions += [all_of(pairs_of(piece)) for piece in (phrase.piece, phrase.figure) if piece]
            if words:
                expressions.append(all_of([f"w{word}" for word in dict.fromkeys(words[:-1])]))
        if not expressions:
            return []
        expression = " OR ".join([f"({each})" for each in dict.fromkeys(expressions)])
        return find(connection, expression, "" if query.years and not query.filters else self._filter, most)

    def _inside(self, places: list[int], most: int) -> list[int]:
        """The first of the records that have a figure in each range, at least `most` if there are so many."""
        inside: list[int] = []
        while places and len(inside) < most:
            chunk, places = places[: 2 * most], places[2 * most :]
            query = f"SELECT place, figures FROM search_record WHERE place IN ({', '.join(map(str, chunk))})"
            figures = dict(self._index.connection().execute(query))
            for wanted in self._reading.wanted:
                chunk = [place for place in chunk if holds_any(wanted, figures[place])]
            inside += chunk
        return inside[:most]

    def _score(self, sight: Sight) -> _Scored | None:
        """How well a record answers; None where it does not, or is not allowed."""
        query, reading, typed, record = self._query, self._reading, self._typed, sight.record
        qualities, reasons = reading.answers.of(sight)
        # What lacks a term has not all of them in a row, but for numbers, which texts may write otherwise.
        may_be_whole = typed.in_digits or reading.is_open or all(qualities)
        whole = typed.whole.quality(record) if may_be_whole else 0.0
        allowed = self.selection.allows(record) if self.selection.filters else True
        if not allowed and not (whole and query.years and not query.filters):
            return None
        rest = typed.rest.quality(record) if may_be_whole and typed.rest is not typed.whole else 0.0
        if not reading.terms:
            coverage = 1.0 if allowed else scoring.NAMED_EDITION * whole
        else:
            coverage = sum(map(mul, self._shares, qualities))
            coverage = max(coverage, whole, rest)
            if coverage < 1.0 and scoring.is_whole(typed, record):
                coverage = 1.0
            if reading.ranges and not all(qualities[-len(reading.ranges) :]):
                worded = all(wanted.worded for wanted in query.ranges)
                if not whole and not (worded and rest):
                    return None
            if query.years and allowed and record.edition not in query.years:
                coverage *= scoring.ELSEWHERE
        if not coverage:
            return None
        points = scoring.score(typed, record, coverage, reading.matched, sight.said, sight.heard)
        return _Scored(record, coverage, points, reasons, sight.heard)

    def _ranked(self, scored: list[_Scored]) -> list[Hit]:
        least = scoring.WORTH_SHOWING * max((each.coverage for each in scored), default=0.0)
        scored = _put_results_first([each for each in scored if each.coverage >= least])
        scored.sort(key=_order)
        return [
            _hit(
                each.record,
                round(each.points, 2),
                scoring.reasons_of(self._typed, each.record, [reason for reason in each.reasons if reason]),
                self._reading.matched,
                tuple(each.heard),
            )
            for each in scored[: self._limit]
        ]


def _order(scored: _Scored) -> tuple[float, int, int, float, str, int]:
    """Best first; among equals facts first, the newest first, sentences as they are read."""
    record = scored.record
    id = record.article if record.kind == "sentence" else record.id
    kind = _KINDS.index(record.kind)
    return -round(scored.points, 2), kind, -record.edition, -record.bonus, id, record.sentence


def _put_results_first(scored: list[_Scored]) -> list[_Scored]:
    """Let no forecast stand before its result, unless the query asks for just that."""
    by_fact = {each.record.fact: each for each in scored if each.record.fact}
    ranked = []
    for each in scored:
        result = by_fact.get(each.record.behind) if each.record.behind else None
        if result and result.coverage >= scoring.AS_GOOD * each.coverage:
            each = each._replace(points=min(each.points, result.points - scoring.JUST_BEHIND))
        ranked.append(each)
    return ranked


def _hit(record: Record, points: float, why: tuple[Reason, ...], matched: Matched, heard: tuple[str, ...]) -> Hit:
    return Hit(
        kind=record.kind,
        id=record.id,
        text=record.text,
        score=points,
        edition=record.edition,
        fact=record.fact,
        article=record.article,
        sentence=record.sentence,
        why=why,
        matched=matched,
        heard=heard,
    )
