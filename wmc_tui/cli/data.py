"""Records of the library as plain data for JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wmc_tui.model import Article, Edition, Evidence, Fact, Mention, Sentence, Source
from wmc_tui.present.tables import Data, plain_data, record_data
from wmc_tui.present.wording import attestation_text, renderings
from wmc_tui.store import Library, Problem

if TYPE_CHECKING:
    from wmc_tui.checks.attestation import FactAttestation
    from wmc_tui.checks.outcome import Outcome
    from wmc_tui.model.claims import Conflict
    from wmc_tui.quantities.interval import Interval
    from wmc_tui.search import Hit
    from wmc_tui.search.index.index import Answer

_NUMBER = ("value", "unit", "qualifier")


def hit_data(library: Library, hit: "Hit") -> Data:
    """A search hit. Only that of a fact has a fact, value, unit and qualifier; the label of a sentence is itself."""
    fact = library.fact(hit.fact) if hit.fact else None
    return {
        "kind": hit.kind,
        "fact": fact.id if fact else None,
        "edition": hit.edition,
        "label": plain_data(hit.text),
        **(record_data(fact, *_NUMBER) if fact else dict.fromkeys(_NUMBER)),
        "score": hit.score,
        "mentions": mentions_data(library, library.mentions_of(fact.id)) if fact else _in_sentence(library, hit),
        "id": hit.id,
        "why": list(hit.why),
        "article": hit.article or None,
        "sentence": hit.sentence or None,
    }


def answer_data(library: Library, answer: "Answer") -> Data:
    """All that a search says: how the query was understood, the hits, and what to try instead."""
    return {
        "query": answer.query.text,
        "filters": [
            {
                **record_data(filter, "name", "value", "values", "negated"),
                "problem": plain_data(filter.problem) if filter.problem else None,
                "nearest": filter.nearest or None,
            }
            for filter in answer.query.filters
        ],
        "hits": [hit_data(library, hit) for hit in answer.hits],
        "suggestions": [{"query": each.text, "reason": plain_data(each.reason)} for each in answer.suggestions],
    }


def mentions_data(library: Library, mentions: Iterable[Mention]) -> list[Data]:
    """Mentions with the sentence that they stand in."""
    places = ((mention, library.sentence(mention.article, mention.sentence)) for mention in mentions)
    return [_mention(m.lang, m.as_written, sentence) for m, sentence in places if sentence is not None]


def fact_data(library: Library, fact: Fact) -> Data:
    """A fact with its mentions and the publications known to state it."""
    return {
        "fact": fact.id,
        **record_data(fact, "edition", "metric", "label", *_NUMBER, "noun", "text"),
        "rendering": plain_data(renderings(fact)),
        **record_data(fact, "scope", "stage", "note"),
        "mentions": mentions_data(library, library.mentions_of(fact.id)),
        "evidence": [_evidence(library, evidence) for evidence in library.evidence_of(fact.id)],
        "file": library.origin_of("fact", fact.id).file,
    }


def attestation_data(attestation: "FactAttestation") -> Data:
    """How well a fact is attested: by which publications, and which conflicts name it."""
    return {
        "standing": attestation.kind,
        "standing_words": plain_data(attestation_text(attestation)),
        "sources": list(attestation.sources),
        "languages": sorted(attestation.languages),
        "conflicts": [conflict.id for conflict in attestation.conflicts],
    }


def edition_data(edition: Edition) -> Data:
    """An edition; the days are ISO 8601 or null."""
    return {"edition": edition.year, **record_data(edition, "name", "start", "end", "theme", "headline", "note")}


def article_data(library: Library, article: Article) -> Data:
    """An article without its sentences."""
    return {
        "article": article.id,
        **record_data(article, "edition", "original", "title", "restated", "note"),
        "source": source_data(library.source(article.source)),
        "file": library.origin_of("article", article.id).file,
    }


def sentences_data(library: Library, article: Article) -> list[Data]:
    """The sentences of an article with their figures."""
    mentions: dict[int, list[Data]] = {}
    for mention in library.mentions_in(article.id):
        place = record_data(mention, "fact", "lang", "as_written", "start", "end")
        mentions.setdefault(mention.sentence, []).append(place)
    return [
        {
            "sentence": sentence.n,
            **record_data(sentence, "heading", "en", "zh", "note"),
            "mentions": mentions.get(sentence.n, []),
        }
        for sentence in library.sentences(article.id)
    ]


def source_data(source: Source | None) -> Data | None:
    """A publication."""
    if source is None:
        return None
    return {"source": source.id, **record_data(source, "publisher", "title", "language", "published", "url", "host")}


def problem_data(problem: Problem) -> Data:
    """A problem of a store."""
    return record_data(problem, "file", "line", "key", "what", "hint")


def outcome_data(outcome: "Outcome") -> Data:
    """What came of a check; intervals have ends, null where there is none, and say whether these belong to them."""
    return {
        "check": outcome.id,
        **record_data(outcome, "kind", "edition", "verdict", "declared"),
        "reported": _brief(outcome.reported),
        "inputs": [_brief(fact) for fact in outcome.inputs],
        "rate": outcome.rate.id if outcome.rate else None,
        "formula": outcome.formula,
        "claimed": _interval(outcome.claimed),
        "computed": _interval(outcome.computed),
        "value": plain_data(outcome.value),
        "off": plain_data(outcome.difference),
        "slip": outcome.slip,
        "slipped": outcome.slip_fact or None,
        **record_data(outcome, "conflicts", "explained", "note"),
    }


def conflict_data(conflict: "Conflict") -> Data:
    """A conflict between facts."""
    return {
        "conflict": conflict.id,
        **record_data(conflict, "edition", "kind", "status", "title", "facts"),
        "prefer": conflict.prefer or None,
        **record_data(conflict, "explanation", "resolution"),
    }


def _brief(fact: Fact) -> Data:
    return {"fact": fact.id, **record_data(fact, "label", *_NUMBER), "rendering": plain_data(renderings(fact))}


def _interval(interval: "Interval | None") -> Data | None:
    if interval is None:
        return None
    included = {"low_included": interval.low_closed, "high_included": interval.high_closed}
    return record_data(interval, "low", "high") | included


def _mention(lang: str, as_written: str, sentence: Sentence) -> Data:
    place = {"article": sentence.article, "sentence": sentence.n}
    return {**place, "lang": lang, "as_written": as_written, **record_data(sentence, "en", "zh")}


def _in_sentence(library: Library, hit: "Hit") -> list[Data]:
    """The figures of a sentence, or the sentence itself without one."""
    sentence, article = library.sentence(hit.article, hit.sentence), library.article(hit.article)
    if sentence is None or article is None:
        return []
    mentions = [mention for mention in library.mentions_in(hit.article) if mention.sentence == hit.sentence]
    figures = [_mention(mention.lang, mention.as_written, sentence) for mention in mentions]
    return figures or [_mention(article.first, "", sentence)]


def _evidence(library: Library, evidence: Evidence) -> Data:
    return {"source": source_data(library.source(evidence.source)), **record_data(evidence, "lang", "as_written")}
