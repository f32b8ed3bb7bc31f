"""From one record to one thing of the model, with the checks that concern that record alone.

What is wrong is reported; most records are kept all the same.
"""

import re
from collections.abc import Callable, Iterator

from wmc_tui.model import Article, Bilingual, Edition, Evidence, Fact, Measure, Metric, Part, Scope, Sentence, Source
from wmc_tui.model.claims import Check, Conflict, Rate
from wmc_tui.model.units import WORDED_UNITS
from wmc_tui.store.problems import quoted
from wmc_tui.store.validate.records import Record
from wmc_tui.store.values import is_day

_FACT = re.compile(r"[0-9]{4}\.[A-Za-z_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")
_REST = re.compile(r"[-+*/() 0-9.]*")


def bilingual(record: Record, name: str) -> Bilingual:
    """The value of the two keys `name_en` and `name_zh`."""
    return Bilingual(record[f"{name}_en"], record[f"{name}_zh"])


def source_of(record: Record) -> Source:
    """A publication."""
    return Source(
        id=record["id"],
        publisher=record["publisher"],
        title=record["title"],
        language=record["language"],
        published=record["published"],
        url=record["url"],
        host=record["host"] or "publisher",
        note=bilingual(record, "note"),
    )


def metric_of(record: Record, whole: str) -> Metric:
    """A metric with its whole; a count without a noun, and a noun without a count, are reported."""
    noun = bilingual(record, "noun")
    _check_noun(record, record["unit"], noun)
    return Metric(
        id=record["id"],
        label=bilingual(record, "label"),
        unit=record["unit"],
        noun=noun,
        note=bilingual(record, "note"),
        group=record["group"],
        whole=whole,
    )


def part_of(record: Record) -> Part:
    """A part of what metrics measure."""
    return Part(record["id"], bilingual(record, "label"), bilingual(record, "note"))


def edition_of(record: Record, headline: tuple[str, ...]) -> Edition:
    """An edition with the facts of its headline that are there."""
    return Edition(
        year=record["year"],
        name=bilingual(record, "name"),
        start=record["start"],
        end=record["end"],
        theme=bilingual(record, "theme"),
        headline=headline,
        note=bilingual(record, "note"),
    )


def fact_of(record: Record, metric: Metric) -> Fact | None:
    """A fact, with its unit and noun from the metric where it has none; None where its value does not fit its unit."""
    unit = record["unit"] or metric.unit
    text = bilingual(record, "text")
    if not _fits(record, unit, text):
        return None
    _check_id(record)
    _check_measure(record, unit)
    _check_since(record)
    noun = bilingual(record, "noun") or (metric.noun if unit == metric.unit else Bilingual())
    _check_noun(record, unit, noun)
    return Fact(
        id=record["id"],
        edition=record["edition"],
        metric=metric.id,
        label=bilingual(record, "label"),
        scope=record["scope"],
        stage=record["stage"],
        value=record["value"],
        unit=unit,
        qualifier=record["qualifier"],
        noun=noun,
        text=text,
        note=bilingual(record, "note"),
        part=record["part"],
        measure=record["measure"],
        since=record["since"],
        as_of=record["as_of"],
    )


def evidence_of(fact: str, record: Record) -> Evidence:
    """A publication that states the fact."""
    return Evidence(fact, record["source"], record["lang"], record["as_written"])


def article_of(record: Record) -> Article:
    """An article without its sentences."""
    return Article(
        id=record["id"],
        edition=record["edition"],
        source=record["source"],
        original=record["original"],
        title=bilingual(record, "title"),
        restated=record["restated"],
        note=bilingual(record, "note"),
    )


def sentences_of(record: Record) -> Iterator[tuple[Record, Sentence]]:
    """The sentences of an article with their records; one without text, or with a number taken, is left out."""
    taken: set[int] = set()
    last = 0
    for inner in record.children["sentence"]:
        n = inner["n"]
        if n in taken:
            what = f"the number {n} is there already; this sentence is left out"
            inner.fault("n", what, f"did you mean {last + 1}?")
            continue
        if n < last:
            inner.fault("n", f"the number {n} comes behind {last}", "number the sentences upwards, in their order")
        taken.add(n)
        last = max(last, n)
        if not (inner["en"].strip() or inner["zh"].strip()):
            inner.fault("", "the sentence is empty in both languages", "add en, zh or both")
            continue
        yield inner, Sentence(record["id"], n, inner["en"], inner["zh"], inner["heading"], bilingual(inner, "note"))


def rate_of(record: Record) -> Rate:
    """An exchange rate."""
    return Rate(
        id=record["id"],
        currency=record["currency"],
        month=record["month"],
        low=record["low"],
        high=record["high"],
        note=bilingual(record, "note"),
    )


def conflict_of(record: Record, facts: tuple[str, ...]) -> Conflict:
    """A conflict over `facts`; a fact to prefer that is none of them is reported and forgotten."""
    prefer = record["prefer"]
    if prefer and prefer not in facts:
        record.fault("prefer", f"{quoted(prefer)} is none of its facts", "name one of them, or remove prefer")
        prefer = ""
    return Conflict(
        id=record["id"],
        edition=record["edition"],
        kind=record["kind"],
        status=record["status"],
        title=bilingual(record, "title"),
        facts=facts,
        prefer=prefer,
        explanation=bilingual(record, "explanation"),
        resolution=bilingual(record, "resolution"),
    )


def check_of(record: Record) -> Check:
    """A declared check; its formula is read by `wmc_tui.checks`."""
    formula = record["formula"]
    rest = _FACT.sub("", formula)
    if not _REST.fullmatch(rest):
        wrong = _REST.sub("", rest)[:1]
        record.fault("formula", f"{quoted(wrong)} has no place in a formula", "use fact ids, numbers, + - * / and ( )")
    return Check(record["id"], record["kind"], record["reported"], formula, bilingual(record, "note"))


def facts_in(formula: str) -> list[str]:
    """The ids of the facts in a formula, each once."""
    return list(dict.fromkeys(_FACT.findall(formula)))


def _fits(record: Record, unit: str, text: Bilingual) -> bool:
    """True where the fact holds what its unit asks for: a value, or a text of the right shape."""
    value = record["value"]
    if unit not in WORDED_UNITS:
        if text:
            key = "text_en" if text.en else "text_zh"
            record.fault(key, f"a fact in {unit} holds a value, not a text", "write value, or give it the unit text")
        elif value is None:
            record.fault("", "the key value is missing", "add value, an integer or a decimal number in quotes")
        return value is not None and not text
    if value is not None:
        record.fault("value", f"a fact in {unit} holds a text, not a value", "write text_en and text_zh")
        return False
    if not text:
        record.fault("", "there is no text in either language", "add text_en, text_zh or both")
        return False
    shape, example = _SHAPES[unit]
    for key, said in (("text_en", text.en), ("text_zh", text.zh)):
        if said and not shape(said):
            record.fault(key, f"{quoted(said)} is no {unit}", f"write it as {example}")
            return False
    return True


def _is_range(text: str) -> bool:
    first, slash, last = text.partition("/")
    return bool(slash) and is_day(first) and is_day(last) and first <= last


_SHAPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "text": (lambda text: bool(text.strip()), "words"),
    "date": (is_day, "2023-09-20"),
    "date_range": (_is_range, "2023-09-20/2023-09-24, the first day first"),
    "composite": (lambda text: re.fullmatch(r"[0-9]+(\+[0-9]+)+", text) is not None, "1+6+11+21+21"),
}


def _check_id(record: Record) -> None:
    """Report an id that does not say its edition; the fact is kept."""
    stem, dot, _ = record["id"].partition(".")
    if not dot or stem != str(record["edition"]):
        right = f"{record['edition']}.{record['metric']}"
        record.fault("id", f"{quoted(record['id'])} does not begin with its edition", f"write {right}")


def _check_measure(record: Record, unit: str) -> None:
    """Report a measure that its unit does not fit; the fact is kept."""
    right = _UNITS_OF_MEASURES.get(record["measure"])
    if right is not None and unit != right:
        record.fault("unit", f"a {record['measure']} is in {right}, not in {unit}", f'write unit = "{right}"')


_UNITS_OF_MEASURES = {
    Measure.SHARE: "percent",
    Measure.GROWTH: "percent",
    Measure.SHARE_CHANGE: "percentage_point",
}


def _check_since(record: Record) -> None:
    """Report a cumulative fact that does not say over which editions, and the reverse; the fact is kept."""
    since, cumulative = record["since"], record["scope"] is Scope.CUMULATIVE
    if since is None and cumulative:
        record.fault("", "a cumulative fact has no key since", "add since, the year of its first edition")
    if since is not None and not cumulative:
        record.fault(
            "since", "only a cumulative fact is since an edition", 'write scope = "cumulative", or remove since'
        )
    elif since is not None and since > record["edition"]:
        record.fault(
            "since", f"{since} is after the edition {record['edition']}", "write the year of its first edition"
        )


def _check_noun(record: Record, unit: str, noun: Bilingual) -> None:
    """Report a count of nothing and a noun that counts nothing; the record is kept."""
    if unit == "count" and not noun:
        record.fault("", "a count has no noun", "add noun_en and noun_zh")
    for key in ("noun_en", "noun_zh"):
        if unit not in ("count", "ordinal") and record[key]:
            record.fault(key, f"a noun goes with the units count and ordinal, not with {unit}", f"remove {key}")
