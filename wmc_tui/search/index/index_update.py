"""Brings the index up to date with what changed in its library."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from time import monotonic

from wmc_tui.model import Fact
from wmc_tui.search.index.gather import Gathering, Standing, Wanted
from wmc_tui.search.index.index_tables import Key, Writer, create_tables, has_tables, records_to_index
from wmc_tui.search.index.record import Record
from wmc_tui.store import Library

Progress = Callable[[int, int], None]
"""Is told how many records are done, and of how many."""
Chunk = Callable[[sqlite3.Connection, Callable[[], None]], None]
"""Runs a step of the work while nobody else uses the connection."""

_CHUNK = 500
_SECONDS = 0.2
"""Between two reports of progress."""


def update(library: Library, progress: Progress | None, step: Chunk) -> None:
    """Index what changed since the last time, or everything. Raises NoFullTextSearch."""

    def edit(connection: sqlite3.Connection) -> None:
        if has_tables(connection):
            changed = connection.execute("SELECT kind, id FROM unindexed").fetchall()
            _update_some(library, connection, changed, progress, step)
        else:
            total = records_to_index(connection)
            step(connection, lambda: create_tables(connection))
            if progress:
                progress(0, total)
            gathering = Gathering(library)
            _insert(connection, gathering.records(), total, progress, step)
            step(connection, Writer(connection).merge)
            _keep_inputs(library, connection, gathering)
        connection.execute("DELETE FROM unindexed")

    library.rewrite(edit)


def _insert(
    connection: sqlite3.Connection, records: Iterator[Record], total: int, progress: Progress | None, step: Chunk
) -> None:
    writer, done, reported = Writer(connection), 0, monotonic()
    while chunk := list(islice(records, _CHUNK)):
        step(connection, lambda chunk=chunk: writer.insert(chunk))  # type: ignore[misc]
        done += len(chunk)
        if progress and monotonic() - reported >= _SECONDS:
            progress(min(done, total), total)
            reported = monotonic()
    step(connection, writer.finish)
    if progress:
        progress(total, total)


def _update_some(
    library: Library, connection: sqlite3.Connection, changed: list[Key], progress: Progress | None, step: Chunk
) -> None:
    affected = _Affected(library, connection, changed)
    gathering = affected.gathering()
    further = [key for key in _further(library, connection, gathering) if key not in changed]
    if further:
        affected = _Affected(library, connection, [*changed, *further])
        gathering = affected.gathering()
    wanted = affected.wanted()
    step(connection, lambda: Writer(connection).delete(affected.keys()))
    _insert(connection, gathering.records(wanted), len(affected.keys()), progress, step)
    _keep_inputs(library, connection, gathering)


def _further(library: Library, connection: sqlite3.Connection, gathering: Gathering) -> Iterator[Key]:
    """What else changed: metrics that lost a name to another one or won it, publications that report something else."""
    names = dict(connection.execute("SELECT id, facts FROM search_input WHERE kind = 'metric'"))
    for metric in library.metrics():
        if names.get(metric.id) != gathering.names(metric.id):
            yield "metric", metric.id
    query = "SELECT id, edition, article, sentence FROM search_record WHERE kind = 'publication'"
    reports = {id: tuple(report) for id, *report in connection.execute(query)}
    for source in library.sources():
        if reports.get(source.id) != gathering.report(source):
            yield "source", source.id


def _keep_inputs(library: Library, connection: sqlite3.Connection, gathering: Gathering) -> None:
    """Keep what records were made from that cannot be asked for once it is gone."""
    inputs = [("metric", metric.id, gathering.names(metric.id)) for metric in library.metrics()]
    inputs += [("edition", str(edition.year), " ".join(edition.headline)) for edition in library.editions()]
    inputs += [("conflict", each.id, " ".join({*each.facts, each.prefer})) for each in library.conflicts()]
    connection.execute("DELETE FROM search_input")
    connection.executemany("INSERT INTO search_input VALUES (?, ?, ?)", inputs)
    Writer(connection).label(gathering.labels())


class _Affected:
    """The records that change with some things of a library."""

    def __init__(self, library: Library, connection: sqlite3.Connection, changed: Iterable[Key]) -> None:
        self._library = library
        self._connection = connection
        self._of: dict[str, set[str]] = {}
        for kind, id in changed:
            self._of.setdefault(kind, set()).add(id)
        self._articles = self._changed("article")
        self._sources = self._changed("source") | self._column("article", "source", "id", self._articles)
        # Facts of which another one may now be the one to quote, and those that only look otherwise.
        self._facts = self._changed("fact")
        self._add_by_metric()
        self._add_by_conflict()
        self._rewritten = set(self._facts)
        self._restated: set[str] = set()
        self._equals = self._facts_of_headlines() | self._facts_that_say_the_same()
        for source in self._changed("source"):
            self._articles |= self._column("article", "id", "source", [source])
            self._facts |= self._column("evidence", "fact", "source", [source])
        self._facts |= self._column("mention", "fact", "article", self._articles)
        for article in self._articles:
            query = "SELECT states FROM search_record WHERE kind = 'sentence' AND article = ?"
            self._facts.update(id for (ids,) in connection.execute(query, [article]) for id in ids.split())

    def gathering(self) -> Gathering:
        """What the records are made from; of equal facts those are affected that stand for something else now."""
        kept = {id: self._standing(id) for id in (self._facts | self._equals) - self._rewritten}
        unchanged = {id: standing for id, standing in kept.items() if standing and id not in self._equals}
        gathering = Gathering(self._library, self._peers(), unchanged, self._editions())
        for id in self._equals - self._rewritten:
            fact = self._library.fact(id)
            if fact and gathering.standing(fact) != kept[id]:
                self._facts.add(id)
        # A sentence has figures and facets of the facts that it states, which most changes of these leave alone.
        others = self._facts - self._rewritten
        moved = {id for id in others if self._old_facet(id, "is") != gathering.attestation(id)}
        self._restated = self._rewritten | moved
        self._sources |= self._column("evidence", "source", "fact", self._facts)
        self._metrics = self._changed("metric") | self._column("fact", "metric", "id", self._facts)
        self._metrics |= {self._old_facet(id, "metric") for id in self._facts} - {""}
        return gathering

    def wanted(self) -> Wanted:
        """What to make records of."""
        sentences: set[tuple[str, int]] = set()
        for fact in self._restated:
            query = "SELECT DISTINCT article, sentence FROM mention WHERE fact = ?"
            sentences.update((article, n) for article, n in self._connection.execute(query, [fact]))
        sentences = {(article, n) for article, n in sentences if article not in self._articles}
        return Wanted(self._facts, self._articles, sentences, self._sources, self._metrics)

    def keys(self) -> set[Key]:
        """The records that are made anew or go."""
        wanted = self.wanted()
        keys = {("fact", id) for id in wanted.facts} | {("publication", id) for id in wanted.sources}
        keys |= {("metric", id) for id in wanted.metrics} | {("article", id) for id in wanted.articles}
        keys |= {("sentence", f"{article} {n}") for article, n in wanted.sentences}
        for article in wanted.articles:
            query = "SELECT id FROM search_record WHERE kind = 'sentence' AND article = ?"
            keys |= {("sentence", id) for (id,) in self._connection.execute(query, [article])}
        return keys

    def _peers(self) -> list[Fact]:
        """The facts that say the same of the same edition as those that may be quoted, and those of headlines."""
        groups = {(fact.metric, fact.edition) for id in self._rewritten if (fact := self._library.fact(id))}
        groups |= {(fact.metric, fact.edition) for id in self._equals if (fact := self._library.fact(id))}
        facts = {fact.id: fact for metric, year in groups for fact in self._library.facts(year, metric)}
        for edition in self._library.editions():
            for id in edition.headline:
                headline = self._library.fact(id)
                if headline:
                    facts.setdefault(id, headline)
        return list(facts.values())

    def _editions(self) -> dict[Key, int] | None:
        """The editions of publications and metrics as they are recorded; None where they may be others now."""
        query = "SELECT kind, id, edition, article FROM search_record WHERE kind IN ('publication', 'metric')"
        records = self._connection.execute(query).fetchall()
        reported = {article.source for article in self._library.articles()}
        lost = any(article and id not in reported for _, id, _, article in records)
        if lost or self._changed("fact"):
            return None
        return {(kind, id): edition for kind, id, edition, _ in records}

    def _standing(self, id: str) -> Standing | None:
        """What the record of a fact says of how it stands; None where there is no such record yet."""
        query = "SELECT bonus, names, behind FROM search_record WHERE kind = 'fact' AND id = ?"
        row = self._connection.execute(query, [id]).fetchone()
        return Standing(*row) if row else None

    def _changed(self, kind: str) -> set[str]:
        return set(self._of.get(kind, ()))

    def _add_by_metric(self) -> None:
        """Facts of metrics and parts, whose labels they have."""
        for kind in ("metric", "part"):
            for id in self._changed(kind):
                self._facts |= self._column("fact", "id", kind, [id])

    def _add_by_conflict(self) -> None:
        for id in self._changed("conflict"):
            conflict = self._library.conflict(id)
            self._facts |= self._kept("conflict", id)
            self._facts |= {*conflict.facts, conflict.prefer} - {""} if conflict else set()

    def _facts_of_headlines(self) -> set[str]:
        """All facts of metrics whose place in the headlines may have changed."""
        headlines: set[str] = set()
        for year in self._changed("edition"):
            edition = self._library.edition(int(year))
            headlines |= set(edition.headline) if edition else set()
            headlines |= self._kept("edition", year)
        headlines |= {id for edition in self._library.editions() for id in edition.headline if id in self._facts}
        metrics = self._column("fact", "metric", "id", headlines)
        metrics |= {self._old_facet(id, "metric") for id in headlines} - {""}
        return self._column("fact", "id", "metric", metrics)

    def _facts_that_say_the_same(self) -> set[str]:
        """Facts of the metrics and editions of those that changed: which of them is quoted may change."""
        groups = {(self._old_facet(id, "metric"), self._old_facet(id, "edition")) for id in self._facts}
        for id in self._facts:
            fact = self._library.fact(id)
            groups |= {(fact.metric, str(fact.edition))} if fact else set()
        query = "SELECT id FROM fact WHERE metric = ? AND edition = ?"
        return {id for group in groups - {("", "")} for (id,) in self._connection.execute(query, group)}

    def _column(self, table: str, column: str, where: str, values: Iterable[str]) -> set[str]:
        query = f"SELECT {column} FROM {table} WHERE {where} = ?"
        return {str(found) for value in values for (found,) in self._connection.execute(query, [value])}

    def _kept(self, kind: str, id: str) -> set[str]:
        query = "SELECT facts FROM search_input WHERE kind = ? AND id = ?"
        row = self._connection.execute(query, (kind, id)).fetchone()
        return set(row[0].split()) if row else set()

    def _old_facet(self, fact: str, name: str) -> str:
        """What the record of a fact has for a filter; empty where there is no such record yet."""
        query = "SELECT facets FROM search_record WHERE kind = 'fact' AND id = ?"
        row = self._connection.execute(query, [fact]).fetchone()
        values = (facet.partition("=") for facet in row[0].split()) if row else ()
        return next((value for key, _, value in values if key == name), "")
