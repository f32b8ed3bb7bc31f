"""The values of the filters whose vocabulary is closed, in the words of both languages."""

from collections.abc import Iterable
from typing import NamedTuple

from wmc_tui.model import Attestation, Bilingual, Qualifier, Scope, Stage
from wmc_tui.model.vocabulary import Language, RecordKind, Vocabulary


class Value(NamedTuple):
    """One value that a filter can have."""

    id: str
    """What records carry: a year, a metric, part or unit, a folded publisher, a language code, ..."""
    label: Bilingual = Bilingual()
    """What a reader calls it; empty where the id says it all."""
    records: int | None = None
    """How many records have it; None where nobody counted."""
    also: tuple[str, ...] = ()
    """Other spellings that mean it."""


def _values(*rows: tuple[str, str, str, str]) -> tuple[Value, ...]:
    return tuple(
        Value(name, Bilingual(en, zh), None, tuple(filter(None, also.split(", ")))) for name, en, zh, also in rows
    )


def _words(vocabulary: Iterable[Vocabulary]) -> tuple[Value, ...]:
    return tuple(Value(word.value, word.label, None, word.also) for word in vocabulary)


CLOSED = {
    "unit": _values(
        ("count", "number of things", "数量", "个, number"),
        ("CNY", "yuan", "人民币", "元, 亿元, 万元, rmb, renminbi, ¥"),
        ("USD", "US dollars", "美元", "us$, $, dollars"),
        ("percent", "percent", "百分比", "%, per cent"),
        ("percentage_point", "percentage points", "百分点", "pp"),
        ("m2", "square metres", "平方米", "square meters, sqm, sq m, ㎡"),
        ("day", "days", "天", ""),
        ("t", "tons", "吨", "tonnes"),
        ("km/h", "kilometres per hour", "公里/小时", "kph"),
        ("ordinal", "ordinal", "序数", "第"),
        ("date", "day of the calendar", "日期", ""),
        ("date_range", "first to last day", "起止日期", ""),
        ("text", "words", "文字", ""),
        ("composite", "composite such as 1+6+11", "组合", ""),
    ),
    "scope": _words(Scope),
    "stage": _words(Stage),
    "qualifier": _words(Qualifier),
    # Texts are Chinese in one of the two scripts: language:zh stands for both of them.
    "language": _words(language for language in Language if language is not Language.ZH),
    "kind": _words(RecordKind),
    "is": _words(reversed(Attestation)),
}
"""By the name of the filter."""
