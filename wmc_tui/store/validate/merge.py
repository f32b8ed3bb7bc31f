"""From the records of all files to one library whose every reference leads somewhere.

Tables are taken in the order in which they lean on each other, and within a table file by file. So a later file's
record overrides an earlier one only where it is good itself, and a left-out record takes along what leans on it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from wmc_tui.model import Lang, Mention, Sentence
from wmc_tui.store.content import Content
from wmc_tui.store.nearest import Nearest
from wmc_tui.store.problems import quoted
from wmc_tui.store.validate.build import (
    article_of,
    edition_of,
    evidence_of,
    fact_of,
    metric_of,
    part_of,
    sentences_of,
    source_of,
)
from wmc_tui.store.validate.claims import check_of, conflict_of, facts_in, rate_of
from wmc_tui.store.validate.mentions import mentions_of
from wmc_tui.store.validate.records import Record, Records


@dataclass(slots=True)
class Merge:
    """The state of one merge."""

    content: Content = field(default_factory=Content)
    left_out: set[tuple[str, object]] = field(default_factory=set)
    records: dict[tuple[str, object], Record] = field(default_factory=dict)
    """The record that each thing of the content came from."""
    nearest: dict[str, Nearest] = field(default_factory=dict)
    """By table, made for the first wrong id."""

    def refers(self, record: Record, key: str, table: str, known: Collection[Any], value: object = None) -> bool:
        """True where the value of `key`, or `value` as one of several there, is known; reports it otherwise.

        `known` is final: a table is complete before another one leans on it.
        """
        value = value or record[key]
        if value in known:
            return True
        if (table, value) in self.left_out:
            record.fault(key, f"the {table} {quoted(value)} is left out, and this with it", f"correct that {table}")
            return False
        if table not in self.nearest:
            self.nearest[table] = Nearest(map(str, known))
        near = self.nearest[table].to(str(value))
        hint = f"did you mean {quoted(near)}?" if near else f"add [[{table}]] or correct the id"
        record.fault(key, f"there is no {table} {quoted(value)}", hint)
        return False

    def keep(self, table: str, ident: object, record: Record) -> None:
        """Note where a good record came from."""
        self.records[table, ident] = record
        self.content.origins[table, str(ident)] = record.document.file


def merged(files: list[Records]) -> Content:
    """The library; what is wrong is added to the faults of each document."""
    merge = Merge()
    for one in files:
        merge.left_out.update(one.left_out)
    for table, add in _ADD.items():
        for one in files:
            for record in one.of[table]:
                add(merge, record)
    _check_wholes(merge)
    _check_headlines(merge)
    _check_labels(merge)
    return merge.content


def _add_source(merge: Merge, record: Record) -> None:
    source = source_of(record)
    merge.content.sources[source.id] = source
    merge.keep("source", source.id, record)


def _add_metric(merge: Merge, record: Record) -> None:
    metric = metric_of(record)
    merge.content.metrics[metric.id] = metric
    merge.keep("metric", metric.id, record)


def _add_part(merge: Merge, record: Record) -> None:
    part = part_of(record)
    merge.content.parts[part.id] = part
    merge.keep("part", part.id, record)


def _add_rate(merge: Merge, record: Record) -> None:
    rate = rate_of(record)
    if rate is not None:
        merge.content.rates[rate.id] = rate
        merge.keep("rate", rate.id, record)


def _add_edition(merge: Merge, record: Record) -> None:
    edition = edition_of(record)
    if edition is None:
        merge.left_out.add(("edition", record["year"]))
        return
    merge.content.editions[edition.year] = edition
    merge.keep("edition", edition.year, record)


def _add_fact(merge: Merge, record: Record) -> None:
    content = merge.content
    known = merge.refers(record, "edition", "edition", content.editions)
    known &= merge.refers(record, "metric", "metric", content.metrics)
    known &= not record["part"] or merge.refers(record, "part", "part", content.parts)
    fact = fact_of(record, content.metrics[record["metric"]]) if known else None
    if fact is None:
        merge.left_out.add(("fact", record["id"]))
        return
    content.facts[fact.id] = fact
    content.evidence[fact.id] = [
        evidence_of(fact.id, one)
        for one in record.children["evidence"]
        if merge.refers(one, "source", "source", content.sources)
    ]
    merge.keep("fact", fact.id, record)


def _add_article(merge: Merge, record: Record) -> None:
    content = merge.content
    known = merge.refers(record, "edition", "edition", content.editions)
    known &= merge.refers(record, "source", "source", content.sources)
    if not known:
        return
    article = article_of(record)
    content.articles[article.id] = article
    content.sentences[article.id] = []
    content.mentions[article.id] = []
    for one, sentence in sentences_of(record):
        content.sentences[article.id].append(sentence)
        content.mentions[article.id] += _mentions_in(merge, one, sentence)
    content.mentions[article.id].sort(key=lambda mention: (mention.sentence, mention.lang, mention.start))
    merge.keep("article", article.id, record)


def _mentions_in(merge: Merge, record: Record, sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence; one that is there already is reported and left out."""
    found: dict[Mention, None] = {}
    for one in record.children["mention"]:
        if merge.refers(one, "fact", "fact", merge.content.facts):
            for mention in mentions_of(one, sentence):
                if mention in found:
                    one.fault(mention.lang, f"{quoted(mention.as_written)} is mentioned there already", "remove one")
                found[mention] = None
    return list(found)


def _add_conflict(merge: Merge, record: Record) -> None:
    content = merge.content
    conflict = conflict_of(record)
    known = merge.refers(record, "edition", "edition", content.editions)
    for fact in conflict.facts:
        known &= merge.refers(record, "facts", "fact", content.facts, fact)
    if known:
        content.conflicts[conflict.id] = conflict
        merge.keep("conflict", conflict.id, record)


def _add_check(merge: Merge, record: Record) -> None:
    content = merge.content
    check = check_of(record)
    known = merge.refers(record, "reported", "fact", content.facts)
    for fact in facts_in(check.formula):
        known &= merge.refers(record, "formula", "fact", content.facts, fact)
    if known:
        content.checks[check.id] = check
        merge.keep("check", check.id, record)


_ADD = {
    "source": _add_source,
    "metric": _add_metric,
    "part": _add_part,
    "rate": _add_rate,
    "edition": _add_edition,
    "fact": _add_fact,
    "article": _add_article,
    "conflict": _add_conflict,
    "check": _add_check,
}


def _check_wholes(merge: Merge) -> None:
    """Forget a whole that is no metric."""
    metrics = merge.content.metrics
    for ident, metric in metrics.items():
        if metric.whole and not merge.refers(merge.records["metric", ident], "whole", "metric", metrics):
            metrics[ident] = metric._replace(whole="")


def _check_headlines(merge: Merge) -> None:
    """Drop from each headline what is no fact of that edition."""
    content = merge.content
    for year, edition in content.editions.items():
        record = merge.records["edition", year]
        good = tuple(ident for ident in edition.headline if _is_headline(merge, record, ident))
        content.editions[year] = edition._replace(headline=good)


def _is_headline(merge: Merge, record: Record, ident: str) -> bool:
    facts = merge.content.facts
    if not merge.refers(record, "headline", "fact", facts, ident):
        return False
    if facts[ident].edition == record["year"]:
        return True
    what = f"the fact {quoted(ident)} is of the edition {facts[ident].edition}"
    record.fault("headline", what, "name facts of this one")
    return False


def _check_labels(merge: Merge) -> None:
    """Report facts of one edition that share a label; both are kept, but a reader cannot tell them apart."""
    seen: dict[tuple[int, str, str], str] = {}
    for fact in merge.content.facts.values():
        for lang in Lang:
            label = fact.label[lang]
            first = seen.setdefault((fact.edition, lang, label), fact.id)
            if label and first != fact.id:
                what = f"{quoted(label)} is the label of {quoted(first)} too"
                record = merge.records["fact", fact.id]
                record.fault(f"label_{lang}", what, "say what tells the two apart, for example the stage or the scope")
