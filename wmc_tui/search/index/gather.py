"""The records of a library: facts, metrics, articles, publications and sentences, folded."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from wmc_tui.checks.attestation import Attestations
from wmc_tui.model import Article, Bilingual, Evidence, Fact, Lang, Mention, Metric, Sentence, Source
from wmc_tui.model.units import UNITS, Unit, UnitKind
from wmc_tui.search.index.prominence import Weights, weight_of_kind
from wmc_tui.search.index.record import Record
from wmc_tui.search.index.romanise import Reader
from wmc_tui.search.naming import Names
from wmc_tui.store import Library
from wmc_tui.text.fold import fold, fold_words, remove_spaces
from wmc_tui.text.fold import normalise_figure as as_figure

_KINDS = ("fact", "metric", "article", "publication", "sentence")


def records_of(library: Library) -> list[Record]:
    """All records by kind, each kind from the newest edition to the oldest, the most telling ones first."""
    found = list(_Gathering(library).records())
    found.sort(key=lambda record: (_KINDS.index(record.kind), -record.edition, -record.bonus))
    reader = Reader()
    for record in found:
        record.sounds = reader.sounds(f"{record.words_zh}\n{record.shared_zh}")
    return found


class _Gathering:
    """What the records of one library are made from, read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._facts = {fact.id: fact for fact in library.facts()}
        self._articles = library.articles()
        self._mentions: dict[str, list[Mention]] = {article.id: [] for article in self._articles}
        self._stated: dict[str, list[Mention]] = {}
        for mention in library.mentions():
            self._mentions[mention.article].append(mention)
            self._stated.setdefault(mention.fact, []).append(mention)
        self._evidence: dict[str, list[Evidence]] = {}
        for evidence in library.evidence():
            self._evidence.setdefault(evidence.fact, []).append(evidence)
        self._sources = {source.id: source for source in library.sources()}
        self._houses = {id: remove_spaces(fold(source.publisher)) for id, source in self._sources.items()}
        self._metrics = {metric.id: metric for metric in library.metrics()}
        self._parts = {part.id: part for part in library.parts()}
        self._names = Names(self._metrics.values())
        self._weights = Weights(library, list(self._facts.values()))
        self._restated: dict[str, tuple[str, int]] = {}

    def records(self) -> Iterator[Record]:
        """All of them."""
        standings = Attestations(self._library, mentions=self._stated, evidence=self._evidence)
        editions: dict[str, int] = {}
        for fact in self._facts.values():
            standing = standings.of(fact.id)
            for stating in standing.sources:
                editions[stating] = max(editions.get(stating, 0), fact.edition)
            yield self._fact(fact, standing.kind.value, standing.sources)
        for article in self._articles:
            editions[article.source] = article.edition
            sentences = self._library.sentences(article.id)
            self._restated.setdefault(article.source, (article.id, sentences[0].n if sentences else 0))
            yield self._article(article, sentences)
            yield from self._sentences(article, sentences)
        for source in self._sources.values():
            yield self._publication(source, editions.get(source.id, 0))
        for metric in self._metrics.values():
            yield self._metric(metric)

    def _fact(self, fact: Fact, standing: str, sources: tuple[str, ...]) -> Record:
        mentions = self._stated.get(fact.id, [])
        written = {(mention.lang.value, mention.as_written) for mention in mentions}
        written |= {(evidence.lang, evidence.as_written) for evidence in self._evidence.get(fact.id, ())}
        where = self._best.get(fact.id) or (mentions[0] if mentions else None)
        return _titled(
            "fact",
            fact.id,
            fact.label,
            self._about(fact, written),
            more=fact.text,
            edition=fact.edition,
            fact=fact.id,
            article=where.article if where else "",
            sentence=where.sentence if where else 0,
            bonus=self._weights.of(fact),
            figures=() if fact.value is None else ((fact.value, fact.unit, fact.qualifier.value),),
            written=frozenset(as_figure(text) for _, text in written),
            metric=fact.metric,
            part=fact.part,
            unit=fact.unit,
            scope=fact.scope.value,
            stage=fact.stage.value,
            qualifier=fact.qualifier.value,
            publishers=self._publishers(*sources),
            languages=self._languages(*sources),
            standing=standing,
            names=self._names_of(fact),
            behind=self._weights.result_of(fact),
        )

    def _names_of(self, fact: Fact) -> tuple[str, ...]:
        metric = self._metrics.get(fact.metric)
        if metric is None or not self._weights.stands_for(fact):
            return ()
        return self._names.of(metric, self._parts.get(fact.part), fact.label)

    def _about(self, fact: Fact, written: set[tuple[str, str]]) -> Bilingual:
        """What a fact has in common with others of its metric and part; the other wordings of one that is no number."""
        texts = [fact.noun]
        metric, part = self._metrics.get(fact.metric), self._parts.get(fact.part)
        texts += [each.label for each in (metric, part) if each is not None]
        texts += [_unit_words(UNITS[fact.unit])] if fact.unit in UNITS else []
        if fact.value is None:
            texts += [Bilingual(en=text) if lang == Lang.EN else Bilingual(zh=text) for lang, text in sorted(written)]
        return Bilingual(" ".join(text.en for text in texts), " ".join(text.zh for text in texts))

    @cached_property
    def _best(self) -> dict[str, Mention]:
        """The first mention of each fact in the language of its publication."""
        found: dict[str, Mention] = {}
        for article in self._articles:
            for mention in self._mentions[article.id]:
                if mention.lang == article.original:
                    found.setdefault(mention.fact, mention)
        return found

    def _sentences(self, article: Article, sentences: list[Sentence]) -> Iterator[Record]:
        stated: dict[int, dict[str, Fact]] = {}
        for mention in self._mentions[article.id]:
            stated.setdefault(mention.sentence, {})[mention.fact] = self._facts[mention.fact]
        for sentence in sentences:
            here = stated.get(sentence.n, {}).values()
            yield Record(
                kind="sentence",
                id=f"{article.id} {sentence.n}",
                edition=article.edition,
                fact="",
                article=article.id,
                sentence=sentence.n,
                text=Bilingual(sentence.en, sentence.zh),
                words_en=fold_words(sentence.en),
                words_zh=fold_words(sentence.zh),
                bonus=self._weights.age(article.edition),
                figures=tuple((fact.value, fact.unit, fact.qualifier.value) for fact in here if fact.value is not None),
                states=tuple(fact.id for fact in here),
                publishers=self._publishers(article.source),
                languages=self._languages(article.source),
            )

    def _article(self, article: Article, sentences: list[Sentence]) -> Record:
        source = self._sources.get(article.source)
        return _titled(
            "article",
            article.id,
            article.title,
            _in_its_language(source.publisher) if source else Bilingual(),
            edition=article.edition,
            article=article.id,
            sentence=sentences[0].n if sentences else 0,
            bonus=weight_of_kind("article") + self._weights.age(article.edition),
            publishers=self._publishers(article.source),
            languages=self._languages(article.source),
        )

    def _publication(self, source: Source, edition: int) -> Record:
        year = edition or int(source.published[:4])
        article, sentence = self._restated.get(source.id, ("", 0))
        return _titled(
            "publication",
            source.id,
            Bilingual(en=source.title) if source.language.startswith("en") else Bilingual(zh=source.title),
            Bilingual(),
            more=_in_its_language(source.publisher),
            edition=year,
            article=article,
            sentence=sentence,
            bonus=weight_of_kind("publication") + self._weights.age(year),
            publishers=self._publishers(source.id),
            languages=self._languages(source.id),
        )

    def _metric(self, metric: Metric) -> Record:
        years = (fact.edition for fact in self._facts.values() if fact.metric == metric.id)
        return _titled(
            "metric",
            metric.id,
            metric.label,
            metric.noun,
            edition=max(years, default=0),
            bonus=weight_of_kind("metric"),
            metric=metric.id,
            unit=metric.unit,
        )

    def _publishers(self, *sources: str) -> tuple[str, ...]:
        return tuple(sorted({self._houses[source] for source in sources if source in self._houses}))

    def _languages(self, *sources: str) -> tuple[str, ...]:
        return tuple(sorted({self._sources[source].language for source in sources if source in self._sources}))


def _titled(
    kind: str,
    id: str,
    title: Bilingual,
    shared: Bilingual,
    *,
    edition: int,
    more: Bilingual = Bilingual(),
    fact: str = "",
    article: str = "",
    sentence: int = 0,
    **fields: Any,
) -> Record:
    """A record that is found by its label or title, also by that alone; `more` are words of its own besides."""
    en, zh = fold_words(title.en), fold_words(title.zh)
    return Record(
        kind=kind,
        id=id,
        edition=edition,
        fact=fact,
        article=article,
        sentence=sentence,
        text=title,
        words_en=f"{en} {fold_words(more.en)}".strip(),
        words_zh=f"{zh} {fold_words(more.zh)}".strip(),
        shared_en=fold_words(shared.en),
        shared_zh=fold_words(shared.zh),
        labels=tuple(label.replace(" ", "") for label in (en, zh) if label),
        **fields,
    )


def _in_its_language(name: str) -> Bilingual:
    return Bilingual(en=name) if name.isascii() else Bilingual(zh=name)


def _unit_words(unit: Unit) -> Bilingual:
    """What amounts of a unit are called; nothing for counts, ordinals and texts, which have words of their own."""
    if unit.kind in (UnitKind.COUNT, UnitKind.ORDINAL, UnitKind.WORDS):
        return Bilingual()
    return Bilingual(f"{unit.label.en} {unit.id}", unit.label.zh)
