"""From one record to one thing of the model, with the checks that concern that record alone.

What is wrong is reported; most records are kept all the same.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from wmc_tui.model import Bilingual, Fact, Lang, Measure, Mention, Metric, Scope, Sentence
from wmc_tui.model.claims import Check, Conflict
from wmc_tui.model.units import WORDED_UNITS
from wmc_tui.store.anchors import figure_like, places_of
from wmc_tui.store.lines import line_in
from wmc_tui.store.problems import nearest, quoted
from wmc_tui.store.records import Record
from wmc_tui.store.rows import Thing
from wmc_tui.store.values import is_day

_Thing = TypeVar("_Thing", bound=Thing)
_FACT = re.compile(r"[0-9]{4}\.[A-Za-z_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")
_REST = re.compile(r"[-+*/() 0-9.]*")
_SHOWN_BEFORE = 12
_SHOWN_PLACES = 10
_COMPARED_FIGURES = 200


def thing_of(kind: type[_Thing], record: Record, **other: Any) -> _Thing:
    """The thing of a class whose fields are keys of the record, those in `other` aside."""
    values = other
    for field, annotation in kind.__annotations__.items():
        if field not in other:
            values[field] = bilingual(record, field) if annotation is Bilingual else record[field]
    return kind(**values)


def bilingual(record: Record, name: str) -> Bilingual:
    """The value of the two keys `name_en` and `name_zh`."""
    return Bilingual(record[f"{name}_en"], record[f"{name}_zh"])


def metric_of(record: Record, whole: str) -> Metric:
    """A metric with its whole; a count without a noun, and a noun without a count, are reported."""
    _check_noun(record, record["unit"], bilingual(record, "noun"))
    return thing_of(Metric, record, whole=whole)


def fact_of(record: Record, metric: Metric) -> Fact | None:
    """A fact, with its unit and noun from the metric where it has none; None where its value does not fit its unit."""
    unit = record["unit"] or metric.unit
    if not _fits(record, unit, bilingual(record, "text")):
        return None
    _check_id(record)
    _check_measure(record, unit)
    _check_since(record)
    noun = bilingual(record, "noun") or (metric.noun if unit == metric.unit else Bilingual())
    _check_noun(record, unit, noun)
    return thing_of(Fact, record, unit=unit, noun=noun)


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
        yield inner, thing_of(Sentence, inner, article=record["id"])


def conflict_of(record: Record, facts: tuple[str, ...]) -> Conflict:
    """A conflict over `facts`; a fact to prefer that is none of them is reported and forgotten."""
    prefer = record["prefer"]
    if prefer and prefer not in facts:
        record.fault("prefer", f"{quoted(prefer)} is none of its facts", "name one of them, or remove prefer")
        prefer = ""
    return thing_of(Conflict, record, facts=facts, prefer=prefer)


def check_of(record: Record) -> Check:
    """A declared check; its formula is read by `wmc_tui.checks`."""
    rest = _FACT.sub("", record["formula"])
    if not _REST.fullmatch(rest):
        wrong = _REST.sub("", rest)[:1]
        record.fault("formula", f"{quoted(wrong)} has no place in a formula", "use fact ids, numbers, + - * / and ( )")
    return thing_of(Check, record)


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


_UNITS_OF_MEASURES = {Measure.SHARE: "percent", Measure.GROWTH: "percent", Measure.SHARE_CHANGE: "percentage_point"}


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


class Mentions:
    """The mentions of one sentence; each figure is looked for once."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._places: dict[tuple[Lang, str], list[int]] = {}
        self._figures: dict[Lang, list[str]] = {}
        self.lines: dict[Mention, int] = {}
        """Each mention with the line of its figure, from the header of the article."""

    def add(self, record: Record) -> None:
        """Add the mention in each language that it has a figure for; what cannot be placed is reported and left out."""
        if not (record["en"] or record["zh"]):
            record.fault("", "the mention holds no figure", "add en, zh or both, exactly as written in the sentence")
        for lang in Lang:
            figure = record[lang]
            if not figure:
                if f"{lang}_before" in record.given:
                    record.fault(f"{lang}_before", f"there is no {lang} for it", f"add {lang} or remove {lang}_before")
                continue
            start = self._place(record, lang, figure)
            if start is None:
                continue
            sentence = self._sentence
            mention = Mention(record["fact"], sentence.article, sentence.n, lang, figure, start, start + len(figure))
            if mention in self.lines:
                record.fault(lang, f"{quoted(figure)} is mentioned there already", "remove one")
            else:
                self.lines[mention] = line_in(record.lines, lang)

    def _place(self, record: Record, lang: Lang, figure: str) -> int | None:
        """Where the figure starts, or None when that is not decided; reports why."""
        text = self._sentence.text(lang)
        everywhere = self._places_of(lang, figure)
        before = record[f"{lang}_before"] if f"{lang}_before" in record.given else None
        places = everywhere if before is None else places_of(figure, text, before, most=2)
        if len(places) == 1:
            return places[0]
        where = f"in the {'English' if lang is Lang.EN else 'Chinese'} of sentence {self._sentence.n}"
        if not everywhere:
            what = f"{quoted(figure)} does not stand {where}"
            full = record.faults.is_full(record.place, what)
            record.fault(lang, what, "" if full else self._nearest_figure(lang, figure))
        elif before is not None and not places:
            shown = " or ".join(quoted(_before(text, start)) for start in everywhere[:_SHOWN_PLACES])
            what = f"{quoted(before)} is not right before {quoted(figure)} {where}"
            record.fault(f"{lang}_before", what, f"{shown} is")
        else:
            places = places if before is None else places_of(figure, text, before, most=_SHOWN_PLACES + 1)
            times = f"more than {_SHOWN_PLACES}" if len(places) > _SHOWN_PLACES else len(places)
            shown = ", ".join(quoted(_before(text, start)) for start in places[:_SHOWN_PLACES])
            hint = f"tell which by {lang}_before, the text right before it ({shown})"
            record.fault(lang, f"{quoted(figure)} stands {times} times {where}", hint)
        return None

    def _places_of(self, lang: Lang, figure: str) -> list[int]:
        if (lang, figure) not in self._places:
            self._places[lang, figure] = places_of(figure, self._sentence.text(lang), most=_SHOWN_PLACES + 1)
        return self._places[lang, figure]

    def _nearest_figure(self, lang: Lang, figure: str) -> str:
        text = self._sentence.text(lang)
        if not text:
            return "the sentence has no text in that language"
        if lang not in self._figures:
            self._figures[lang] = figure_like(text)[:_COMPARED_FIGURES]
        near = nearest(figure, self._figures[lang], alike=0)
        return f"did you mean {quoted(near[0])}?" if near else "the sentence holds no number"


def _before(text: str, start: int) -> str:
    return text[max(0, start - _SHOWN_BEFORE) : start]
