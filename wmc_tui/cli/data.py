"""Things of the library as plain data for JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wmc_tui.model import Article, Bilingual, Edition, Evidence, Fact, Mention, Sentence, Source
from wmc_tui.present import renderings
from wmc_tui.present.wording import attestation_text
from wmc_tui.quantities.report import plain_decimal
from wmc_tui.store import Library, Problem

if TYPE_CHECKING:
    from wmc_tui.checks.attestation import FactAttestation
    from wmc_tui.checks.outcome import Outcome
    from wmc_tui.model.claims import Conflict
    from wmc_tui.quantities.interval import Interval
    from wmc_tui.search import Hit
    from wmc_tui.search.index.index import Answer

Data = dict[str, object]


def bilingual(pair: Bilingual) -> Data:
    """Both languages."""
    return {"en": pair.en, "zh": pair.zh}


def hit_data(library: Library, hit: "Hit") -> Data:
    """A search hit. Only that of a fact has a fact, value, unit and qualifier; the label of a sentence is itself."""
    fact = library.fact(hit.fact) if hit.fact else None
    return {
        "kind": hit.kind,
        "fact": fact.id if fact else None,
        "edition": hit.edition,
        "label": bilingual(hit.text),
        "value": plain_decimal(fact.value) if fact else None,
        "unit": fact.unit if fact else None,
        "qualifier": fact.qualifier.value if fact else None,
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
                "name": each.name,
                "value": each.value,
                "values": list(each.values),
                "negated": each.negated,
                "problem": bilingual(each.problem) if each.problem else None,
                "nearest": each.nearest or None,
            }
            for each in answer.query.filters
        ],
        "hits": [hit_data(library, hit) for hit in answer.hits],
        "suggestions": [{"query": each.text, "reason": bilingual(each.reason)} for each in answer.suggestions],
    }


def mentions_data(library: Library, mentions: Iterable[Mention]) -> list[Data]:
    """Mentions with the sentence that they stand in."""
    found = ((mention, library.sentence(mention.article, mention.sentence)) for mention in mentions)
    return [_mention(m.lang.value, m.as_written, sentence) for m, sentence in found if sentence is not None]


def fact_data(library: Library, fact: Fact) -> Data:
    """A fact with its mentions and the publications known to state it."""
    return {
        "fact": fact.id,
        "edition": fact.edition,
        "metric": fact.metric,
        "label": bilingual(fact.label),
        "value": plain_decimal(fact.value),
        "unit": fact.unit,
        "qualifier": fact.qualifier.value,
        "noun": bilingual(fact.noun),
        "text": bilingual(fact.text),
        "rendering": bilingual(renderings(fact)),
        "scope": fact.scope.value,
        "stage": fact.stage.value,
        "note": bilingual(fact.note),
        "mentions": mentions_data(library, library.mentions_of(fact.id)),
        "evidence": [_evidence(library, each) for each in library.evidence_of(fact.id)],
        "file": library.origin_of("fact", fact.id),
    }


def standing_data(standing: "FactAttestation") -> Data:
    """How well a fact is attested: by which publications, and which conflicts name it."""
    return {
        "standing": standing.kind.value,
        "standing_words": bilingual(attestation_text(standing)),
        "sources": list(standing.sources),
        "languages": sorted(standing.languages),
        "conflicts": [conflict.id for conflict in standing.conflicts],
    }


def edition_data(edition: Edition) -> Data:
    """An edition; the days are ISO 8601 or null."""
    return {
        "edition": edition.year,
        "name": bilingual(edition.name),
        "start": edition.start.isoformat() if edition.start else None,
        "end": edition.end.isoformat() if edition.end else None,
        "theme": bilingual(edition.theme),
        "headline": list(edition.headline),
        "note": bilingual(edition.note),
    }


def article_data(library: Library, article: Article) -> Data:
    """An article without its sentences."""
    return {
        "article": article.id,
        "edition": article.edition,
        "original": article.original,
        "title": bilingual(article.title),
        "restated": article.restated,
        "note": bilingual(article.note),
        "source": source_data(library.source(article.source)),
        "file": library.origin_of("article", article.id),
    }


def sentences_data(library: Library, article: Article) -> list[Data]:
    """The sentences of an article with their figures."""
    mentions: dict[int, list[Data]] = {}
    for m in library.mentions_in(article.id):
        place: Data = {"fact": m.fact, "lang": m.lang.value, "as_written": m.as_written, "start": m.start, "end": m.end}
        mentions.setdefault(m.sentence, []).append(place)
    return [
        {
            "sentence": sentence.n,
            "heading": sentence.heading,
            "en": sentence.en,
            "zh": sentence.zh,
            "note": bilingual(sentence.note),
            "mentions": mentions.get(sentence.n, []),
        }
        for sentence in library.sentences(article.id)
    ]


def source_data(source: Source | None) -> Data | None:
    """A publication."""
    if source is None:
        return None
    return {
        "source": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "language": source.language,
        "published": source.published,
        "url": source.url,
        "host": source.host,
    }


def problem_data(problem: Problem) -> Data:
    """A problem of a store."""
    return {
        "file": problem.file,
        "line": problem.line,
        "key": problem.key,
        "what": problem.what,
        "hint": problem.hint,
    }


def outcome_data(outcome: "Outcome") -> Data:
    """What came of a check; intervals have ends, null where there is none, and say whether these belong to them."""
    return {
        "check": outcome.id,
        "kind": outcome.kind.value,
        "edition": outcome.edition,
        "verdict": outcome.verdict.value,
        "declared": outcome.declared,
        "reported": _brief(outcome.reported),
        "inputs": [_brief(fact) for fact in outcome.inputs],
        "rate": outcome.rate.id if outcome.rate else None,
        "formula": outcome.formula,
        "claimed": _interval(outcome.claimed),
        "computed": _interval(outcome.computed),
        "value": plain_decimal(outcome.value),
        "off": plain_decimal(outcome.difference),
        "slip": outcome.slip,
        "slipped": outcome.slip_fact or None,
        "conflicts": list(outcome.conflicts),
        "explained": outcome.explained,
        "note": bilingual(outcome.note),
    }


def conflict_data(conflict: "Conflict") -> Data:
    """A conflict between facts."""
    return {
        "conflict": conflict.id,
        "edition": conflict.edition,
        "kind": conflict.kind.value,
        "status": conflict.status.value,
        "title": bilingual(conflict.title),
        "facts": list(conflict.facts),
        "prefer": conflict.prefer or None,
        "explanation": bilingual(conflict.explanation),
        "resolution": bilingual(conflict.resolution),
    }


def _brief(fact: Fact) -> Data:
    return {
        "fact": fact.id,
        "label": bilingual(fact.label),
        "value": plain_decimal(fact.value),
        "unit": fact.unit,
        "qualifier": fact.qualifier.value,
        "rendering": bilingual(renderings(fact)),
    }


def _interval(interval: "Interval | None") -> Data | None:
    if interval is None:
        return None
    return {
        "low": plain_decimal(interval.low),
        "high": plain_decimal(interval.high),
        "low_included": interval.low_closed,
        "high_included": interval.high_closed,
    }


def _mention(lang: str, as_written: str, sentence: Sentence) -> Data:
    return {
        "article": sentence.article,
        "sentence": sentence.n,
        "lang": lang,
        "as_written": as_written,
        "en": sentence.en,
        "zh": sentence.zh,
    }


def _in_sentence(library: Library, hit: "Hit") -> list[Data]:
    """The figures of a sentence, or the sentence itself without one."""
    sentence, article = library.sentence(hit.article, hit.sentence), library.article(hit.article)
    if sentence is None or article is None:
        return []
    here = [each for each in library.mentions_in(hit.article) if each.sentence == hit.sentence]
    stated = [_mention(each.lang.value, each.as_written, sentence) for each in here]
    return stated or [_mention(article.first.value, "", sentence)]


def _evidence(library: Library, evidence: Evidence) -> Data:
    return {
        "source": source_data(library.source(evidence.source)),
        "lang": evidence.lang,
        "as_written": evidence.as_written,
    }
