"""From a record to what the library shows of it, where that depends on other records.

A record is left out where what it refers to is not there. So a later file's record overrides an earlier one only where
it is good itself, and a left-out record takes along what leans on it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol
from zlib import crc32

from wmc_tui.model import Article, Edition, Evidence, Lang, Mention, Metric, Part, Sentence, Source
from wmc_tui.model.claims import Rate
from wmc_tui.store.problems import quoted
from wmc_tui.store.rows import Thing
from wmc_tui.store.validate.build import (
    Mentions,
    check_of,
    conflict_of,
    fact_of,
    facts_in,
    metric_of,
    sentences_of,
    thing_of,
)
from wmc_tui.store.validate.records import Record

Reference = tuple[str, str]
"""A table and the id of a record in it."""


class Lookup(Protocol):
    """The records that others may refer to."""

    def has(self, table: str, id: str) -> bool:
        """True where the library shows such a record."""

    def is_left_out(self, table: str, id: str) -> bool:
        """True where a file holds such a record, but the library does not show it."""

    def metric(self, id: str) -> Metric:
        """A metric that is there."""

    def edition_of(self, fact: str) -> int:
        """The edition of a fact that is there."""


class Entry(NamedTuple):
    """A thing and what belongs to it."""

    thing: Thing
    evidence: Sequence[Evidence] = ()
    sentences: Sequence[Sentence] = ()
    mentions: Sequence[tuple[Mention, int]] = ()
    """By sentence, language and start; with the line of each, from the header of the article."""


def _refers(lookup: Lookup, record: Record, key: str, table: str, value: object = None) -> bool:
    """True where the value of `key`, or `value` as one of several there, is there; reports it otherwise."""
    ident = str(value or record[key])
    if lookup.has(table, ident):
        return True
    shown = ident if table == "edition" else quoted(ident)
    if lookup.is_left_out(table, ident):
        record.fault(key, f"the {table} {shown} is left out, and this with it", f"correct that {table}")
    else:
        hint = f"add [[{table}]] or correct the id"
        record.fault(key, f"there is no {table} {shown}", hint, missing=table, wrong=ident)
    return False


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


def _make_part(lookup: Lookup, record: Record) -> Entry:
    return Entry(thing_of(Part, record))


def _make_rate(lookup: Lookup, record: Record) -> Entry:
    return Entry(thing_of(Rate, record))


def _make_metric(lookup: Lookup, record: Record) -> Entry:
    """A whole that is no metric is forgotten."""
    whole = record["whole"]
    return Entry(metric_of(record, whole if whole and _refers(lookup, record, "whole", "metric") else ""))


def _make_edition(lookup: Lookup, record: Record) -> Entry:
    """What is no fact of the edition is dropped from its headline."""
    ids = _each_once(record, "headline")
    headline = tuple(ident for ident in ids if _is_headline(lookup, record, ident))
    return Entry(thing_of(Edition, record, headline=headline))


def _is_headline(lookup: Lookup, record: Record, ident: str) -> bool:
    if not _refers(lookup, record, "headline", "fact", ident):
        return False
    edition = lookup.edition_of(ident)
    if edition == record["year"]:
        return True
    what = f"the fact {quoted(ident)} is of the edition {edition}"
    record.fault("headline", what, "name facts of this one")
    return False


def _make_fact(lookup: Lookup, record: Record) -> Entry | None:
    good = _refers(lookup, record, "edition", "edition")
    good &= _refers(lookup, record, "metric", "metric")
    good &= not record["part"] or _refers(lookup, record, "part", "part")
    fact = fact_of(record, lookup.metric(record["metric"])) if good else None
    if fact is None:
        return None
    evidence = [
        thing_of(Evidence, inner, fact=fact.id)
        for inner in record.children["evidence"]
        if _refers(lookup, inner, "source", "source")
    ]
    return Entry(fact, evidence=evidence)


def _make_article(lookup: Lookup, record: Record) -> Entry | None:
    good = _refers(lookup, record, "edition", "edition")
    good &= _refers(lookup, record, "source", "source")
    if not good:
        return None
    sentences: list[Sentence] = []
    mentions: list[tuple[Mention, int]] = []
    for inner, sentence in sentences_of(record):
        sentences.append(sentence)
        if inner.children["mention"]:
            placed = Mentions(sentence)
            for mention in inner.children["mention"]:
                if _refers(lookup, mention, "fact", "fact"):
                    placed.add(mention)
            mentions += placed.lines.items()
    mentions.sort(key=lambda pair: (pair[0].sentence, pair[0].lang, pair[0].start))
    return Entry(thing_of(Article, record), sentences=sentences, mentions=mentions)


def _make_conflict(lookup: Lookup, record: Record) -> Entry | None:
    facts = _each_once(record, "facts")
    good = _refers(lookup, record, "edition", "edition")
    for fact in facts:
        good &= _refers(lookup, record, "facts", "fact", fact)
    conflict = conflict_of(record, tuple(facts))
    return Entry(conflict) if good else None


def _make_check(lookup: Lookup, record: Record) -> Entry | None:
    check = check_of(record)
    good = _refers(lookup, record, "reported", "fact")
    for fact in facts_in(check.formula):
        good &= _refers(lookup, record, "formula", "fact", fact)
    return Entry(check) if good else None


MAKE: dict[str, Callable[[Lookup, Record], Entry | None]] = {
    "source": _make_source,
    "metric": _make_metric,
    "part": _make_part,
    "rate": _make_rate,
    "fact": _make_fact,
    "edition": _make_edition,
    "article": _make_article,
    "conflict": _make_conflict,
    "check": _make_check,
}
"""By table, in an order in which what is made of a record depends only on tables before; only that an edition, a
source, a metric or a part is there may be asked at any time."""

ALONE = frozenset({"source", "metric", "part", "rate", "edition"})
"""Tables in which a record that is good by itself is always shown."""


def references_of(table: str, record: Record) -> Iterator[Reference]:
    """What a record depends on, for finding it again when that changes."""
    for key, target in _REFERENCES.get(table, ()):
        values: Iterable[object] = (record[key],)
        if isinstance(record[key], tuple):
            values = record[key]
        elif key == "formula":
            values = facts_in(record[key])
        yield from ((target, str(value)) for value in values if value)
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


_REFERENCES = {
    "metric": (("whole", "metric"),),
    "edition": (("headline", "fact"),),
    "fact": (("edition", "edition"), ("metric", "metric"), ("part", "part")),
    "article": (("edition", "edition"), ("source", "source")),
    "conflict": (("edition", "edition"), ("facts", "fact")),
    "check": (("reported", "fact"), ("formula", "fact")),
}
