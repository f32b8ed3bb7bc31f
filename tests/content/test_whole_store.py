"""The shipped store, read from end to end: every figure where it is said to be, and the same in both languages."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from wmc_tui.checks.mentions import check_mentions
from wmc_tui.model import Bilingual, Fact, Lang, Mention, Metric, Part, Qualifier, Sentence
from wmc_tui.quantities.figure import Figure
from wmc_tui.quantities.recogniser import recognise
from wmc_tui.store import Library

NAMES = (
    "Chinese People's Association for Friendship with Foreign Countries",
    "Office of the Executive Committee of the",
)
"""Names that are as long as a run of words that no sentence may share with a publication."""

SMALL = 10
"""Counts up to here may be told in one language alone: `both numbers`, 一项, `the first`."""

HEDGES = {
    Qualifier.OVER: (r"\b(over|more than|past|topped|exceed\w*|passed)\b|-odd\b", "[多余超逾过破]"),
    Qualifier.AT_LEAST: (r"\b(at least|or more)\b", "以上|至少"),
    Qualifier.NEARLY: (r"\b(nearly|almost|close to)\b", "近"),
    Qualifier.ABOUT: (r"\b(about|around|some|approx)\b|trillion-yuan-scale", "约|左右|万亿级"),
    Qualifier.EXPECTED: (r"\bexpect\w*", "预计"),
}
"""What shows a hedge in English and in Chinese. A scale is about as much as its name says."""

NEAR = {Lang.EN: (40, 12), Lang.ZH: (12, 4)}
"""How many characters before and behind a figure its hedge may stand."""

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def library(shipped: Library) -> Library:
    """The shipped store alone."""
    return shipped


def sentences(library: Library) -> Iterator[tuple[str, Sentence, list[Mention]]]:
    """Every sentence with its address and its mentions."""
    for article in library.articles():
        mentions = library.mentions_in(article.id)
        for sentence in library.sentences(article.id):
            here = [mention for mention in mentions if mention.sentence == sentence.n]
            yield f"{article.id} {sentence.n}", sentence, here


def in_both_languages(text: Bilingual) -> bool:
    """Whether it is said in English and in Chinese, each in its place."""
    return bool(text.en) and HAN.search(text.zh) is not None


def test_every_mention_is_found_and_reads_as_the_value_of_its_fact(library: Library) -> None:
    assert [str(problem) for problem in library.problems] == []
    assert [str(problem) for problem in check_mentions(library)] == []


def test_every_sentence_has_both_languages_and_states_the_same_facts_in_them(library: Library) -> None:
    for address, sentence, mentions in sentences(library):
        assert sentence.en and HAN.search(sentence.zh) and not HAN.search(sentence.en), address
        stated = [Counter(mention.fact for mention in mentions if mention.lang is lang) for lang in Lang]
        assert stated[0] == stated[1], address


def test_both_languages_of_a_sentence_carry_the_same_quantities_or_a_note_says_why(library: Library) -> None:
    apart = {}
    for address, sentence, mentions in sentences(library):
        english, chinese = (_quantities(sentence, mentions, lang) for lang in Lang)
        unexplained = {quantity for quantity in english ^ chinese if not _explains(sentence.note, quantity)}
        if unexplained:
            apart[address] = unexplained
    assert apart == {}


def _explains(note: Bilingual, quantity: str) -> bool:
    """Whether a note speaks of a quantity in both languages."""
    return all(quantity.split()[0] in note[lang].replace(",", "") for lang in Lang)


def _quantities(sentence: Sentence, mentions: list[Mention], lang: Lang) -> set[str]:
    """What a text says in figures beside its mentions: amounts with their units, years, and days of a month."""
    text = sentence.text(lang)
    spans = [(mention.start, mention.end) for mention in mentions if mention.lang is lang]
    beside = [
        figure
        for figure in recognise(text, lang.value)
        if not any(figure.start < end and start < figure.end for start, end in spans)
    ]
    for start, end in spans:
        text = text[:start] + "·" * (end - start) + text[end:]
    years = re.findall(r"(?<!\d)20\d\d(?!\d)", text)
    named = re.findall(rf"\b({'|'.join(MONTHS)})[a-z]* (\d{{1,2}})(?!\d)", text)
    days = [f"{MONTHS.index(month) + 1}-{day}" for month, day in named]
    days += [f"{month}-{day}" for month, day in re.findall(r"(\d+)月(\d+)日", text)]
    return {_quantity(figure) for figure in beside if _counts(figure)} | set(years) | set(days)


def _counts(figure: Figure) -> bool:
    """Whether a figure must stand in both languages."""
    if figure.value is None or figure.kind in ("year", "date", "ordinal"):
        return False
    return figure.kind not in ("count", "number", "duration") or abs(figure.value) > SMALL


def _quantity(figure: Figure) -> str:
    assert figure.value is not None
    unit = "" if figure.kind in ("count", "number", "duration") else figure.unit
    return f"{figure.value.normalize():f} {unit}"


def test_a_hedge_shows_in_both_languages(library: Library) -> None:
    hidden = []
    for address, sentence, mentions in sentences(library):
        for mention in mentions:
            fact = library.fact(mention.fact)
            words = HEDGES.get(fact.qualifier) if fact else None
            pattern = words[list(Lang).index(mention.lang)] if words else ""
            before, behind = NEAR[mention.lang]
            around = sentence.text(mention.lang)[max(0, mention.start - before) : mention.end + behind]
            if not re.search(pattern, around, re.IGNORECASE):
                hidden.append((address, mention.fact, mention.lang.value))
    assert hidden == []


def test_every_publication_can_be_cited(library: Library) -> None:
    for source in library.sources():
        assert source.publisher and source.title and source.language, source.id
        assert re.fullmatch(r"20\d\d(-\d\d){0,2}", source.published), source.id


def test_every_fact_is_stated_by_a_publication_and_none_is_only_computed(library: Library) -> None:
    for fact in library.facts():
        assert library.mentions_of(fact.id) or library.evidence_of(fact.id), fact.id
    cited = {evidence.source for fact in library.facts() for evidence in library.evidence_of(fact.id)}
    assert cited <= {source.id for source in library.sources()}


def test_every_edition_has_articles_and_each_restates_a_publication_of_its_own(library: Library) -> None:
    articles = library.articles()
    per_edition = Counter(article.edition for article in articles)
    assert {edition.year: per_edition[edition.year] >= 3 for edition in library.editions()} == dict.fromkeys(
        range(2018, 2026), True
    )
    assert len(articles) >= 26
    assert all(article.restated and in_both_languages(article.title) for article in articles)
    restated = Counter(article.source for article in articles)
    assert set(restated.values()) == {1}
    assert set(restated) <= {source.id for source in library.sources()}
    languages = {source.id: source.language.partition("-")[0] for source in library.sources()}
    assert [article.id for article in articles if languages[article.source] != article.original] == []


def test_labels_are_bilingual_and_unique_within_an_edition(library: Library) -> None:
    named: list[Fact | Metric | Part] = [*library.facts(), *library.metrics(), *library.parts()]
    assert [each.id for each in named if not in_both_languages(each.label) or HAN.search(each.label.en)] == []
    for lang in Lang:
        labels = Counter((fact.edition, fact.label[lang]) for fact in library.facts())
        assert [label for label, times in labels.items() if times > 1] == []
    assert [note for note in _notes(library) if note and not in_both_languages(note)] == []


def test_metrics_are_a_curated_list_with_notes_and_a_group(library: Library) -> None:
    metrics = library.metrics()
    assert 55 <= len(metrics) <= 65
    assert [metric.id for metric in metrics if not (in_both_languages(metric.note) and metric.group)] == []
    assert [metric.id for metric in metrics if metric.unit == "count" and not in_both_languages(metric.noun)] == []
    facts = library.facts()
    assert {metric.id for metric in metrics} == {fact.metric for fact in facts}
    assert {part.id for part in library.parts()} == {fact.part for fact in facts if fact.part}


def test_conflicts_and_checks_explain_themselves_in_both_languages(library: Library) -> None:
    for conflict in library.conflicts():
        texts = (conflict.title, conflict.explanation, conflict.resolution)
        assert all(map(in_both_languages, texts)), conflict.id
        assert not HAN.search(conflict.title.en), conflict.id
        assert conflict.prefer or conflict.status.value != "resolved", conflict.id
    for check in library.checks():
        assert in_both_languages(check.note), check.id


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (("1,073", "1,074"), ("1073", "1074")),
        (("3,021", "3,023"), ("3021", "3023")),
        (("1.5 trillion", "1.2 trillion"), ("1.5万亿", "1.2万亿")),
        (("47.9%",), ("47.9%",)),
        (("17.365", "173.65 billion"), ("173.65亿",)),
        (("109.6215 billion",), ("1096.215亿",)),
    ],
)
def test_the_known_puzzles_are_told_with_their_numbers(
    library: Library, english: tuple[str, ...], chinese: tuple[str, ...]
) -> None:
    assert any(
        all(number in conflict.title.en + conflict.explanation.en for number in english)
        and all(number in conflict.title.zh + conflict.explanation.zh for number in chinese)
        for conflict in library.conflicts()
    )


def test_no_sentence_is_taken_from_a_publication(library: Library, sources: Path) -> None:
    published = set[str]().union(*(_runs(path.read_text(encoding="utf-8")) for path in sources.glob("*.txt")))
    assert published
    titles = {source.title for source in library.sources()}
    shared = {text: taken for text in _prose(library) if text not in titles and (taken := _own_runs(text) & published)}
    assert shared == {}


def _prose(library: Library) -> Iterator[str]:
    """Every text that is the store's own."""
    for _, sentence, _ in sentences(library):
        yield from (sentence.en, sentence.zh, *sentence.note)
    for article in library.articles():
        yield from article.title
    for conflict in library.conflicts():
        yield from (*conflict.title, *conflict.explanation, *conflict.resolution)
    for note in _notes(library):
        yield from note


def _notes(library: Library) -> Iterator[Bilingual]:
    """What is said of the records, sentences and conflicts apart."""
    yield from (fact.note for fact in library.facts())
    yield from (metric.note for metric in library.metrics())
    yield from (part.note for part in library.parts())
    yield from (edition.note for edition in library.editions())
    yield from (article.note for article in library.articles())
    yield from (source.note for source in library.sources())
    yield from (check.note for check in library.checks())
    yield from (rate.note for rate in library.rates())


def _own_runs(text: str) -> set[str]:
    """The runs between the names and titles that a text holds."""
    pieces = re.split("|".join(("《[^》]*》", *map(re.escape, NAMES))), text, flags=re.IGNORECASE)
    return set[str]().union(*map(_runs, pieces))


def _runs(text: str) -> set[str]:
    """Every 8 words and every 14 Chinese characters or digits in a row."""
    words = re.findall(r"[a-z0-9]+(?:[.,'’-][a-z0-9]+)*", text.lower())
    signs = re.sub("[^\u4e00-\u9fff0-9]", "", text)
    phrases = {" ".join(words[start : start + 8]) for start in range(len(words) - 7)}
    return phrases | {signs[start : start + 14] for start in range(len(signs) - 13)}
