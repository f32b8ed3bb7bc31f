"""The records of a library: facts, metrics, articles, publications and sentences, all or some of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from wmc_tui.checks.attestation import Attestations, FactAttestation
from wmc_tui.model import Article, Bilingual, Evidence, Fact, Lang, Mention, Metric, Sentence, Source
from wmc_tui.model.units import UNITS, Unit, UnitKind
from wmc_tui.search.index import scoring
from wmc_tui.search.index.index_tables import Key, Label
from wmc_tui.search.index.naming import Names
from wmc_tui.search.index.prominence import Prominence, age_bonus
from wmc_tui.search.index.record import Record, new_record, to_figures, to_lines
from wmc_tui.search.index.romanise import Reader
from wmc_tui.search.index.selection import facets_line
from wmc_tui.series import Preferences
from wmc_tui.store import Library
from wmc_tui.text.fold import fold, normalise_figure, remove_spaces


class Wanted(NamedTuple):
    """Ids of the things of which records are wanted."""

    facts: set[str]
    articles: set[str]
    """With all of their sentences."""
    sentences: set[tuple[str, int]]
    """Article and number, besides."""
    sources: set[str]
    metrics: set[str]


class Standing(NamedTuple):
    """How a fact stands among others that say the same."""

    bonus: float
    names: str
    behind: str


class Gathering:
    """What the records of one library are made from."""

    def __init__(
        self,
        library: Library,
        facts: Iterable[Fact] | None = None,
        standings: Mapping[str, Standing] | None = None,
        editions: Mapping[Key, int] | None = None,
    ) -> None:
        """For all records, or for some.

        For some `standings` are those of facts whose standing is known, and `facts` all others of which records are
        made, with all that are of their metrics and editions. `editions` are those of publications and metrics, where
        they are known.
        """
        self._standings = standings or {}
        self._library = library
        self._all = facts is None
        # Looking up one by one is as good as reading all where few are wanted.
        self._mentions: dict[str, list[Mention]] = {}
        self._mentions_in: dict[str, list[Mention]] = {}
        self._evidence: dict[str, list[Evidence]] = {}
        if self._all:
            self._read_all_mentions()
        self._facts = {fact.id: fact for fact in (library.facts() if facts is None else facts)}
        self._articles = {article.id: article for article in library.articles()}
        self._sources = {source.id: source for source in library.sources()}
        self._publishers = {id: remove_spaces(fold(source.publisher)) for id, source in self._sources.items()}
        self._metrics = {metric.id: metric for metric in library.metrics()}
        self._parts = {part.id: part for part in library.parts()}
        self._names = Names(self._metrics.values())
        self._prominence = Prominence(
            self._facts.values(), library.editions(), self._metrics.values(), Preferences(library)
        )
        read = self._mentions if self._all else None
        self._attestations = Attestations(library, mentions=read, evidence=self._evidence if self._all else None)
        self._attested: dict[str, FactAttestation] = {}
        self._reader = Reader()
        self._editions = _editions(library) if editions is None else editions
        self._reports: dict[str, list[Article]] = {}
        for article in self._articles.values():
            self._reports.setdefault(article.source, []).append(article)

    def _read_all_mentions(self) -> None:
        for mention in self._library.mentions():
            self._mentions.setdefault(mention.fact, []).append(mention)
            self._mentions_in.setdefault(mention.article, []).append(mention)
        for evidence in self._library.evidence():
            self._evidence.setdefault(evidence.fact, []).append(evidence)

    def records(self, wanted: Wanted | None = None) -> Iterator[Record]:
        """All records, or those of what is wanted, as far as it is there; the library's order within each kind."""
        for id in self._facts if wanted is None else wanted.facts:
            fact = self._fact(id)
            if fact:
                yield self._fact_record(fact)
        for id in self._articles if wanted is None else wanted.articles:
            if id in self._articles:
                yield from self._article_records(self._articles[id])
        for id, n in () if wanted is None else sorted(wanted.sentences):
            sentence = self._library.sentence(id, n)
            if sentence and id in self._articles:
                yield self._sentence_record(self._articles[id], sentence)
        for id in self._sources if wanted is None else wanted.sources:
            if id in self._sources:
                yield self._publication_record(self._sources[id])
        for id in self._metrics if wanted is None else wanted.metrics:
            if id in self._metrics:
                yield self._metric_record(self._metrics[id])

    def labels(self) -> Iterator[Label]:
        """What the library calls the values of filters that are its own."""
        for metric in self._metrics.values():
            yield "metric", metric.id, *metric.label
        for part in self._parts.values():
            yield "part", part.id, *part.label
        for id, publisher in self._publishers.items():
            name = self._sources[id].publisher
            yield "publisher", publisher, *_in_its_language(name)

    def names(self, metric: str) -> str:
        """What a metric is plainly called, as one text."""
        return self._names.text(metric)

    def attestation(self, id: str) -> str:
        """How well a fact is attested, as a value of the filter `is`."""
        return self._attestation(id).kind.value

    def _attestation(self, id: str) -> FactAttestation:
        if id not in self._attested:
            self._attested[id] = self._attestations.of(id)
        return self._attested[id]

    def standing(self, fact: Fact) -> Standing:
        """How a fact stands among those that were given."""
        return Standing(self._prominence.bonus(fact), self._names_of(fact), self._prominence.result_of(fact))

    def report(self, source: Source) -> tuple[int, str, int]:
        """The edition that a publication reports, and where it is read here: article and sentence, if anywhere."""
        articles = self._reports.get(source.id)
        if not articles:
            return self._editions.get(("publication", source.id)) or int(source.published[:4]), "", 0
        query = "SELECT min(n) FROM sentence WHERE article = ?"
        (first,) = self._library.connection().execute(query, [articles[0].id]).fetchone()
        return articles[-1].edition, articles[0].id, first or 0

    def _fact(self, id: str) -> Fact | None:
        return self._facts.get(id) or (None if self._all else self._library.fact(id))

    def _mentions_of(self, id: str) -> list[Mention]:
        return self._mentions.get(id, []) if self._all else self._library.mentions_of(id)

    def _evidence_of(self, id: str) -> list[Evidence]:
        return self._evidence.get(id, []) if self._all else self._library.evidence_of(id)

    def _fact_record(self, fact: Fact) -> Record:
        mentions = self._mentions_of(fact.id)
        written = {(mention.lang.value, mention.as_written) for mention in mentions}
        written |= {(evidence.lang, evidence.as_written) for evidence in self._evidence_of(fact.id)}
        # Best read in the language of its publication.
        original = (mention for mention in mentions if mention.lang == self._articles[mention.article].original)
        where = next(original, mentions[0] if mentions else None)
        attestation = self._attestation(fact.id)
        standing = self._standings.get(fact.id) or self.standing(fact)
        own = {"edition": str(fact.edition), "kind": "fact", **self._published(*attestation.sources)}
        return new_record(
            "fact",
            fact.id,
            fact.label,
            more=fact.text,
            shared=self._about(fact, written),
            reader=self._reader,
            edition=fact.edition,
            fact=fact.id,
            article=where.article if where else "",
            sentence=where.sentence if where else 0,
            bonus=standing.bonus,
            figures=to_figures([(fact.value, fact.unit, fact.qualifier.value)] if fact.value is not None else []),
            written=to_lines(sorted({normalise_figure(text) for _, text in written} - {""})),
            facets=f"{facets_line(own)} {_facets_of(fact, attestation)}",
            names=standing.names,
            behind=standing.behind,
        )

    def _names_of(self, fact: Fact) -> str:
        metric = self._metrics.get(fact.metric)
        if metric is None or not self._prominence.stands_for(fact):
            return ""
        return to_lines(self._names.of(metric, self._parts.get(fact.part), fact.label))

    def _about(self, fact: Fact, written: set[tuple[str, str]]) -> Bilingual:
        """What a fact has in common with others of its metric and part; the other wordings of one that is no number."""
        texts = [fact.noun]
        metric, part = self._metrics.get(fact.metric), self._parts.get(fact.part)
        texts += [each.label for each in (metric, part) if each is not None]
        texts += [_unit_words(UNITS[fact.unit])] if fact.unit in UNITS else []
        if fact.value is None:
            texts += [Bilingual(en=text) if lang == Lang.EN else Bilingual(zh=text) for lang, text in sorted(written)]
        return Bilingual(" ".join(text.en for text in texts), " ".join(text.zh for text in texts))

    def _article_records(self, article: Article) -> Iterator[Record]:
        source = self._sources.get(article.source)
        sentences = self._library.sentences(article.id)
        own = {"edition": str(article.edition), "kind": "article", **self._published(article.source)}
        yield new_record(
            "article",
            article.id,
            article.title,
            shared=_in_its_language(source.publisher) if source else Bilingual(),
            reader=self._reader,
            edition=article.edition,
            article=article.id,
            sentence=sentences[0].n if sentences else 0,
            bonus=scoring.KIND["article"] + age_bonus(article.edition),
            facets=facets_line(own),
        )
        for sentence in sentences:
            yield self._sentence_record(article, sentence)

    def _sentence_record(self, article: Article, sentence: Sentence) -> Record:
        if self._all:
            mentions = self._mentions_in.get(article.id, [])
        else:
            if article.id not in self._mentions_in:
                self._mentions_in[article.id] = self._library.mentions_in(article.id)
            mentions = self._mentions_in[article.id]
        ids = dict.fromkeys(mention.fact for mention in mentions if mention.sentence == sentence.n)
        facts = [fact for id in ids if (fact := self._fact(id))]
        own = {"edition": str(article.edition), "kind": "sentence", **self._published(article.source)}
        stated = [_facets_of(fact, self._attestation(fact.id)) for fact in facts]
        return new_record(
            "sentence",
            f"{article.id} {sentence.n}",
            Bilingual(sentence.en, sentence.zh),
            reader=self._reader,
            edition=article.edition,
            article=article.id,
            sentence=sentence.n,
            bonus=age_bonus(article.edition),
            figures=to_figures(
                (fact.value, fact.unit, fact.qualifier.value) for fact in facts if fact.value is not None
            ),
            facets="\n".join([facets_line(own), *stated]),
            states=" ".join(ids),
        )

    def _publication_record(self, source: Source) -> Record:
        year, article, sentence = self.report(source)
        own = {"edition": str(year), "kind": "publication", **self._published(source.id)}
        return new_record(
            "publication",
            source.id,
            Bilingual(en=source.title) if source.language.startswith("en") else Bilingual(zh=source.title),
            more=_in_its_language(source.publisher),
            reader=self._reader,
            edition=year,
            article=article,
            sentence=sentence,
            bonus=scoring.KIND["publication"] + age_bonus(year),
            facets=facets_line(own),
        )

    def _metric_record(self, metric: Metric) -> Record:
        edition = self._editions.get(("metric", metric.id), 0)
        return new_record(
            "metric",
            metric.id,
            metric.label,
            shared=metric.noun,
            reader=self._reader,
            edition=edition,
            bonus=scoring.KIND["metric"] + age_bonus(edition or scoring.NO_AGE),
            facets=facets_line({"kind": "metric", "metric": metric.id, "unit": metric.unit}),
        )

    def _published(self, *sources: str) -> dict[str, list[str]]:
        there = [source for source in sources if source in self._sources]
        return {
            "publisher": sorted({self._publishers[source] for source in there}),
            "language": sorted({self._sources[source].language for source in there}),
        }


def _facets_of(fact: Fact, attestation: FactAttestation) -> str:
    return facets_line(
        {
            "metric": fact.metric,
            "part": fact.part,
            "unit": fact.unit,
            "scope": fact.scope.value,
            "stage": fact.stage.value,
            "qualifier": fact.qualifier.value,
            "is": attestation.kind.value,
        }
    )


def _in_its_language(name: str) -> Bilingual:
    return Bilingual(en=name) if name.isascii() else Bilingual(zh=name)


def _unit_words(unit: Unit) -> Bilingual:
    """What amounts of a unit are called; nothing for counts, ordinals and texts, which have words of their own."""
    if unit.kind in (UnitKind.COUNT, UnitKind.ORDINAL, UnitKind.WORDS):
        return Bilingual()
    return Bilingual(f"{unit.label.en} {unit.id}", unit.label.zh)


def _editions(library: Library) -> dict[Key, int]:
    """The newest edition of the facts of each metric, and of those that a publication without an article states."""
    query = """SELECT 'metric', metric, max(edition) FROM fact GROUP BY metric
        UNION ALL SELECT 'publication', evidence.source, max(edition) FROM evidence JOIN fact ON fact.id = evidence.fact
        WHERE evidence.source NOT IN (SELECT source FROM article) GROUP BY evidence.source"""
    return {(kind, id): edition for kind, id, edition in library.connection().execute(query)}
