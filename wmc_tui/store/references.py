"""From a record to what the library shows of it, where that depends on other records.

A record is left out where what it refers to is not there. So a later file's record overrides an earlier one only where
it is good itself, and a left-out record takes along what leans on it.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

from wmc_tui.model import Article, Edition, Evidence, Lang, Mention, Metric, Part, Source
from wmc_tui.model.claims import Rate
from wmc_tui.store.build import Mentions, check_of, conflict_of, fact_of, facts_in, metric_of, sentences_of, thing_of
from wmc_tui.store.problems import quoted
from wmc_tui.store.records import Record
from wmc_tui.store.rows import COLUMNS, MODEL_TABLES, Row, Thing, from_row, to_row

Reference = tuple[str, str]
"""A table and the id of a record in it."""


ALONE = frozenset({"source", "metric", "part", "rate", "edition"})
"""Tables in which a record that is good by itself is always shown."""

State = tuple[object, ...]
"""What others depend on: whether a record is there, and of a metric its unit and noun, of a fact its edition."""


class Lookup:
    """The records that others may refer to."""

    PRESENT, LEFT_OUT, ABSENT = "present", "left out", ""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._metrics: dict[str, Metric] = {}
        self._is_present: dict[Reference, bool] = {}

    def has(self, table: str, id: str) -> bool:
        """True where the library shows such a record."""
        reference = table, id
        if reference not in self._is_present:
            self._is_present[reference] = self.state(table, id)[0] == self.PRESENT
        return self._is_present[reference]

    def metric(self, id: str) -> Metric:
        """A metric that is there."""
        if id not in self._metrics:
            self._metrics[id] = from_row(Metric, self.row("metric", id) or ())
        return self._metrics[id]

    def state(self, kind: str, id: str) -> State:
        """The state of a record; the first of it is PRESENT, LEFT_OUT where only files hold it, or ABSENT."""
        if kind in ALONE:
            query = "SELECT max(body IS NOT NULL) FROM record WHERE kind = ? AND id = ?"
            (good,) = self._one(query, kind, id)
            status = self.ABSENT if good is None else self.PRESENT if good else self.LEFT_OUT
            if kind == "metric":
                return status, self._one("SELECT unit, noun_en, noun_zh FROM metric WHERE id = ?", id)
            return (status,)
        if kind == "fact":
            edition = self._one("SELECT edition FROM fact WHERE id = ?", id)
            if edition:
                return self.PRESENT, *edition
        is_there = self._one("SELECT 1 FROM record WHERE kind = ? AND id = ?", kind, id)
        return (self.LEFT_OUT if is_there else self.ABSENT,)

    def row(self, kind: str, id: str, more: str = "") -> Row | None:
        """The row that is shown of an id; `more` are columns in front."""
        key, value = ("year", int(id)) if kind == "edition" else ("id", id)
        query = f'SELECT {more}{COLUMNS[MODEL_TABLES[kind]]} FROM "{kind}" WHERE {key} = ?'
        return self._one(query, value) or None

    def _one(self, query: str, *values: object) -> Row:
        return self._connection.execute(query, values).fetchone() or ()


class Entry(NamedTuple):
    """A thing and the rows of what belongs to it, by table."""

    thing: Thing
    inner: Mapping[str, list[Row]] = {}


INNER: dict[str, tuple[str, ...]] = {"fact": ("evidence",), "article": ("sentence", "mention")}
"""The tables of what belongs to a thing."""

_REFERENCES = {
    "metric": {"whole": "metric"},
    "edition": {"headline": "fact"},
    "fact": {"edition": "edition", "metric": "metric", "part": "part"},
    "article": {"edition": "edition", "source": "source"},
    "conflict": {"edition": "edition", "facts": "fact"},
    "check": {"reported": "fact", "formula": "fact"},
}
"""The keys that refer to records, with their tables."""


def _references(table: str, record: Record) -> Iterator[tuple[str, Reference]]:
    """What the keys of a record refer to, each key with every reference once."""
    for key, target in _REFERENCES.get(table, {}).items():
        value = record[key]
        if isinstance(value, tuple):
            yield from ((key, (target, id)) for id in dict.fromkeys(value))
        elif key == "formula":
            yield from ((key, (target, id)) for id in facts_in(value))
        elif value:
            yield key, (target, str(value))


def _refers(lookup: Lookup, record: Record, key: str, reference: Reference) -> bool:
    """True where a record is there that `key` refers to; reports it otherwise."""
    if lookup.has(*reference):
        return True
    table, id = reference
    shown = id if table == "edition" else quoted(id)
    if lookup.state(table, id)[0] == lookup.LEFT_OUT:
        record.fault(key, f"the {table} {shown} is left out, and this with it", f"correct that {table}")
    else:
        hint = f"add [[{table}]] or correct the id"
        record.fault(key, f"there is no {table} {shown}", hint, missing=table, wrong=id)
    return False


def _refers_to_all(lookup: Lookup, table: str, record: Record) -> bool:
    """True where everything is there that the keys of a record refer to; reports all that is not."""
    references = _references(table, record)
    absent = [reference for key, reference in references if not _refers(lookup, record, key, reference)]
    return not absent


def _each_once(record: Record, key: str) -> list[str]:
    """The ids of a list; one that is there already is reported."""
    ids: dict[str, None] = {}
    for ident in record[key]:
        if ident in ids:
            record.fault(key, f"{quoted(ident)} is named there already", "name it once")
        ids[ident] = None
    return list(ids)


def _make_source(lookup: Lookup, record: Record) -> Entry:
    return Entry(thing_of(Source, record, host=record["host"] or "publisher"))


def _make_metric(lookup: Lookup, record: Record) -> Entry:
    """A whole that is no metric is forgotten."""
    return Entry(metric_of(record, record["whole"] if _refers_to_all(lookup, "metric", record) else ""))


def _make_edition(lookup: Lookup, record: Record) -> Entry:
    """What is no fact of the edition is dropped from its headline."""
    headline = tuple(id for id in _each_once(record, "headline") if _is_headline(lookup, record, id))
    return Entry(thing_of(Edition, record, headline=headline))


def _is_headline(lookup: Lookup, record: Record, id: str) -> bool:
    if not _refers(lookup, record, "headline", ("fact", id)):
        return False
    edition = lookup.state("fact", id)[1]
    if edition == record["year"]:
        return True
    record.fault("headline", f"the fact {quoted(id)} is of the edition {edition}", "name facts of this one")
    return False


def _make_fact(lookup: Lookup, record: Record) -> Entry | None:
    is_complete = _refers_to_all(lookup, "fact", record)
    fact = fact_of(record, lookup.metric(record["metric"])) if is_complete else None
    if fact is None:
        return None
    evidence = [
        thing_of(Evidence, inner, fact=fact.id)
        for inner in record.children["evidence"]
        if _refers(lookup, inner, "source", ("source", inner["source"]))
    ]
    return Entry(fact, {"evidence": [(*to_row(row), n) for n, row in enumerate(evidence)]})


def _make_article(lookup: Lookup, record: Record) -> Entry | None:
    if not _refers_to_all(lookup, "article", record):
        return None
    sentences: list[Row] = []
    mentions: list[tuple[Mention, int]] = []
    for inner, sentence in sentences_of(record):
        sentences.append(to_row(sentence))
        placed = Mentions(sentence)
        for mention in inner.children["mention"]:
            if _refers(lookup, mention, "fact", ("fact", mention["fact"])):
                placed.add(mention)
        mentions += placed.lines.items()
    mentions.sort(key=lambda pair: (pair[0].sentence, pair[0].lang, pair[0].start))
    rows = [(*to_row(mention), line, n) for n, (mention, line) in enumerate(mentions)]
    return Entry(thing_of(Article, record), {"sentence": sentences, "mention": rows})


def _make_conflict(lookup: Lookup, record: Record) -> Entry | None:
    conflict = conflict_of(record, tuple(_each_once(record, "facts")))
    return Entry(conflict) if _refers_to_all(lookup, "conflict", record) else None


def _make_check(lookup: Lookup, record: Record) -> Entry | None:
    check = check_of(record)
    return Entry(check) if _refers_to_all(lookup, "check", record) else None


MAKE: dict[str, Callable[[Lookup, Record], Entry | None]] = {
    "source": _make_source,
    "metric": _make_metric,
    "part": lambda _, record: Entry(thing_of(Part, record)),
    "rate": lambda _, record: Entry(thing_of(Rate, record)),
    "fact": _make_fact,
    "edition": _make_edition,
    "article": _make_article,
    "conflict": _make_conflict,
    "check": _make_check,
}
"""By table, in an order in which what is made of a record depends only on tables before; only that an edition, a
source, a metric or a part is there may be asked at any time."""


def references_of(table: str, record: Record) -> Iterator[Reference]:
    """What a record depends on, for finding it again when that changes."""
    yield from (reference for _, reference in _references(table, record))
    for evidence in record.children.get("evidence", ()):
        yield "source", evidence["source"]
    for sentence in record.children.get("sentence", ()):
        for mention in sentence.children["mention"]:
            yield "fact", mention["fact"]
    if table == "fact":
        for lang in Lang:
            if record[f"label_{lang}"]:
                yield label_group(record["edition"], lang, record[f"label_{lang}"])


def label_group(edition: int, lang: Lang, label: str) -> Reference:
    """What facts refer to that a reader could not tell apart."""
    return f"label_{lang} {edition}", label


def target_of(reference: Reference) -> int:
    """What stands for a table and an id in the table of references; two may share it."""
    return crc32(" ".join(reference).encode("utf-8", "surrogatepass"))
