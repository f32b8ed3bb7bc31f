"""What can be found: every fact and every sentence, folded once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from wmc_tui.model import Article, Bilingual, Fact, Lang, Mention, Metric, Scope, Stage
from wmc_tui.search.fold import fold, packed
from wmc_tui.store import Library

OWN, SHARED = 1.0, 0.85
"""What a word counts in a label or a sentence, and in the metric's label or the counted noun."""
_LAST = 1_000_000
_HEADLINE, _RESULT, _WHOLE_EVENT = 3.0, 1.0, 0.5


@dataclass(slots=True, eq=False, repr=False)
class Record:
    """A fact or a sentence, ready to be compared with queries."""

    kind: str
    """`fact` or `sentence`."""
    edition: int
    """Year."""
    fact: str
    """Fact id; empty for a sentence."""
    article: str
    """Where it stands or is best read; empty for a fact without a mention."""
    sentence: int
    """Sentence number in that article; 0 where there is none."""
    text: Bilingual
    """A fact's label, or the sentence."""
    words_en: str
    """The English text, and the wording of a fact that is no number, folded, with one space between words."""
    words_zh: str
    """The same of the Chinese."""
    shared_en: str = ""
    """What counts less: the metric's label, the counted noun, other wordings of a fact that is no number; folded."""
    shared_zh: str = ""
    """The same of the Chinese."""
    labels: tuple[str, ...] = ()
    """A fact's label in each language, folded and packed."""
    place: int = _LAST
    """Place among the headline figures of its edition."""
    bonus: float = 0.0
    """How telling it is among equals."""
    figures: list[tuple[Decimal, str, str]] = field(default_factory=list)
    """Value, unit and qualifier of its fact, or of each fact that the sentence states."""
    written: set[str] = field(default_factory=set)
    """A fact's figure as its publications write it, folded and packed."""


def records_of(library: Library) -> list[Record]:
    """All facts, then all sentences, each kind from the newest edition to the oldest, headline figures first."""
    facts = {fact.id: fact for fact in library.facts()}
    articles = library.articles()
    mentions = {article.id: library.mentions_in(article.id) for article in articles}
    found = [*_facts(library, facts, articles, mentions), *_sentences(library, facts, articles, mentions)]
    found.sort(key=lambda record: (record.kind != "fact", -record.edition, record.place))
    return found


def _facts(
    library: Library, facts: dict[str, Fact], articles: list[Article], mentions: dict[str, list[Mention]]
) -> Iterator[Record]:
    metrics = {metric.id: metric for metric in library.metrics()}
    headline = {fact: place for edition in library.editions() for place, fact in enumerate(edition.headline)}
    stated: dict[str, list[Mention]] = {}
    best: dict[str, Mention] = {}
    for article in articles:
        for mention in mentions[article.id]:
            stated.setdefault(mention.fact, []).append(mention)
            if mention.lang == article.original:
                best.setdefault(mention.fact, mention)
    for fact in facts.values():
        here = stated.get(fact.id, [])
        written: set[tuple[str, str]] = {(mention.lang, mention.as_written) for mention in here}
        written |= {(evidence.lang, evidence.as_written) for evidence in library.evidence_of(fact.id)}
        where = best.get(fact.id) or (here[0] if here else None)
        yield _fact(fact, metrics.get(fact.metric), written, where, headline.get(fact.id, _LAST))


def _fact(
    fact: Fact, metric: Metric | None, written: set[tuple[str, str]], where: Mention | None, place: int
) -> Record:
    shared_en, shared_zh = fact.noun.en, fact.noun.zh
    if metric is not None:
        shared_en, shared_zh = f"{metric.label.en} {shared_en}", f"{metric.label.zh} {shared_zh}"
    if fact.value is None:
        shared_en = " ".join([shared_en, *(text for lang, text in written if lang is Lang.EN)])
        shared_zh = " ".join([shared_zh, *(text for lang, text in written if lang is Lang.ZH)])
    label_en, label_zh = _spaced(fact.label.en), _spaced(fact.label.zh)
    words_en = f"{label_en} {_spaced(fact.text.en)}".strip() if fact.text.en else label_en
    words_zh = f"{label_zh} {_spaced(fact.text.zh)}".strip() if fact.text.zh else label_zh
    return Record(
        kind="fact",
        edition=fact.edition,
        fact=fact.id,
        article=where.article if where else "",
        sentence=where.sentence if where else 0,
        text=fact.label,
        words_en=words_en,
        words_zh=words_zh,
        shared_en=_spaced(shared_en),
        shared_zh=_spaced(shared_zh),
        labels=tuple(label.replace(" ", "") for label in (label_en, label_zh) if label),
        place=place,
        bonus=_bonus(fact, headline=place != _LAST),
        figures=[] if fact.value is None else [(fact.value, fact.unit, fact.qualifier.value)],
        written={packed(fold(text)) for _, text in written},
    )


def _bonus(fact: Fact, *, headline: bool) -> float:
    return _HEADLINE * headline + _RESULT * (fact.stage is Stage.RESULT) + _WHOLE_EVENT * (fact.scope is Scope.EDITION)


def _sentences(
    library: Library, facts: dict[str, Fact], articles: list[Article], mentions: dict[str, list[Mention]]
) -> Iterator[Record]:
    for article in articles:
        stated: dict[int, dict[str, Fact]] = {}
        for mention in mentions[article.id]:
            stated.setdefault(mention.sentence, {})[mention.fact] = facts[mention.fact]
        for sentence in library.sentences(article.id):
            here = stated.get(sentence.n, {}).values()
            yield Record(
                kind="sentence",
                edition=article.edition,
                fact="",
                article=article.id,
                sentence=sentence.n,
                text=Bilingual(sentence.en, sentence.zh),
                words_en=_spaced(sentence.en),
                words_zh=_spaced(sentence.zh),
                figures=[(fact.value, fact.unit, fact.qualifier.value) for fact in here if fact.value is not None],
            )


def _spaced(text: str) -> str:
    """Folded, with one space between words."""
    return " ".join(fold(text).split())
