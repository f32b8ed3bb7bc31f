"""What an index knows of the values that filters can have, and which of them a typed value means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from wmc_tui.model import Attestation, Bilingual, Qualifier, Scope, Stage
from wmc_tui.model.units import UNITS
from wmc_tui.model.vocabulary import Language, RecordKind, Vocabulary
from wmc_tui.text.fold import fold, remove_spaces


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


def _words(vocabulary: Iterable[Vocabulary]) -> tuple[Value, ...]:
    return tuple(Value(word.value, word.label, None, word.also) for word in vocabulary)


@cache
def closed_values() -> dict[str, tuple[Value, ...]]:
    """The values of filters whose vocabulary is closed, by the name of the filter."""
    return {
        "unit": tuple(Value(unit.id, unit.label, None, unit.spellings) for unit in UNITS.values()),
        "scope": _words(Scope),
        "stage": _words(Stage),
        "qualifier": _words(Qualifier),
        # Texts are Chinese in one of the two scripts: language:zh stands for both of them.
        "language": _words(language for language in Language if language is not Language.ZH),
        "kind": _words(RecordKind),
        "is": _words(reversed(Attestation)),
    }


_PUBLISHERS = (
    ("Xinhua", "Xinhua News Agency", "新华社", "新华网", "新华通讯社"),
    ("China Daily", "中国日报", "中国日报网"),
    ("China News Service", "ECNS", "中新社", "中国新闻网", "中国新闻社", "中新网"),
    ("People's Daily", "人民日报", "人民网"),
    ("Anhui Daily", "安徽日报"),
    ("Anhui Online", "Anhui News", "中安在线"),
    ("China Radio International", "CRI", "International Online", "国际在线"),
    ("China National Radio", "CNR", "央广网"),
    ("China Economic Net", "Economic Daily", "中国经济网", "经济日报"),
    ("China.org.cn", "China Internet Information Center", "中国网"),
    ("Xin'an Evening News", "新安晚报"),
    ("Jianghuai Morning Post", "江淮晨报"),
    ("Chizhou Daily", "池州日报"),
    ("PR Newswire", "美通社"),
    ("Business Wire", "美国商业资讯"),
    ("Foreign Affairs Office of Anhui Province", "安徽省外事办公室", "安徽省外办"),
    ("Anhui Provincial Government", "安徽省政府", "安徽省人民政府"),
)
_BETWEEN_PUBLISHERS = r"\s*/\s*"
_BEHIND = r"\s*[(（,，《]|\s+via\s|\s*/\s*"
_WITHIN = frozenset("abcdefghijklmnopqrstuvwxyz联")
"""What behind a name makes it another publisher's: 新华联集团 is not 新华."""


def publisher_name(label: str) -> str:
    """A publisher's name without the way by which its text came: Xinhua for Xinhua (via Shine)."""
    return re.split(_BEHIND, label, maxsplit=1)[0]


def other_names(label: str) -> tuple[str, ...]:
    """The names of a publisher that its label does not begin with; empty for one that has no others."""
    others: dict[str, None] = {}
    for part in re.split(_BETWEEN_PUBLISHERS, label):
        for names in _PUBLISHERS:
            if any(_begins(part, name) for name in names):
                others |= dict.fromkeys(name for name in names if not _begins(label, name))
    return tuple(others)


def _begins(label: str, name: str) -> bool:
    label, name = label.lower(), name.lower()
    return label.startswith(name) and label[len(name) : len(name) + 1] not in _WITHIN


_SHORTEST_INSIDE = 2
"""Characters from which a typed value may stand inside a label, not only at its beginning."""


def fold_value(text: str) -> str:
    """What two spellings of one value have in common."""
    return remove_spaces(fold(unicodedata.normalize("NFKC", text))) or text.strip()


class FilterValues:
    """The editions of a library, and the values of its filters.

    `values` gives, by the name of the filter, what records have; where a filter has a closed vocabulary, labels and
    other spellings come from there.
    """

    def __init__(self, editions: Iterable[int], values: Mapping[str, Sequence[Value]] | None = None) -> None:
        self.editions = frozenset(editions)
        self._given = values or {}
        self._tables: dict[str, ValueTable] = {}

    def table(self, name: str) -> ValueTable:
        """The values of a filter; empty for one that the library knows nothing of."""
        table = self._tables.get(name)
        if table is None:
            table = self._tables[name] = ValueTable(self._values(name))
        return table

    def _values(self, name: str) -> tuple[Value, ...]:
        closed = {value.id: value for value in closed_values().get(name, ())}
        given = self._given.get(name)
        if given is None:
            newest_first = sorted(self.editions, reverse=True)
            return tuple(Value(str(year)) for year in newest_first) if name == "edition" else tuple(closed.values())
        merged = []
        for value in given:
            words = closed.pop(value.id, Value(value.id))
            more = other_names(value.label.en or value.label.zh) if name == "publisher" else ()
            merged.append(value._replace(label=value.label or words.label, also=(*value.also, *words.also, *more)))
        return (*merged, *(value._replace(records=0) for value in closed.values()))


class ValueTable:
    """The values of one filter, to be looked up by id, label, other spelling, beginning or piece."""

    def __init__(self, values: tuple[Value, ...]) -> None:
        self.values = values
        """In the order of the library."""

    @cached_property
    def by_id(self) -> dict[str, Value]:
        """Each value under its id."""
        return {value.id: value for value in self.values}

    @cached_property
    def folded_spellings(self) -> list[tuple[Value, list[tuple[str, str]]]]:
        """Each value with its folded spellings, packed and in words behind spaces."""
        return [
            (value, [(fold_value(spelling), f" {fold(spelling)}") for spelling in _spellings(value)])
            for value in self.values
        ]

    @cached_property
    def spellings(self) -> dict[str, tuple[Value, ...]]:
        """What each folded spelling means, in the order of the spellings."""
        meanings: dict[str, dict[str, Value]] = {}
        for value in self.values:
            for spelling in _spellings(value):
                meanings.setdefault(fold_value(spelling), {})[value.id] = value
        return {key: tuple(meant.values()) for key, meant in sorted(meanings.items())}

    def meant(self, typed: str, *, begun: bool = False) -> tuple[Value, ...]:
        """The values spelt so, else all that begin so, else all that have it inside; none where nothing fits.

        With `begun` what is spelt so is only one of those that begin so.
        """
        key = fold_value(typed)
        if not key:
            return ()
        exact = self.spellings.get(key, ())
        # A letter or two that no record has do not hide what they begin: unit:m, while m2 is being typed.
        if exact and not begun and (len(key) > _SHORTEST_INSIDE or any(value.records != 0 for value in exact)):
            return exact
        spellings = [spelling for spelling in self.spellings if spelling.startswith(key)]
        if not spellings and len(key) >= _SHORTEST_INSIDE:
            spellings = [spelling for spelling in self.spellings if key in spelling]
        by_id = {value.id: value for spelling in spellings for value in self.spellings[spelling]}
        present = tuple(value for value in by_id.values() if value.records != 0)
        return present or (() if begun else exact) or tuple(by_id.values())

    def spelling(self, value: Value, *, chinese: bool = False) -> str:
        """How a value is best typed: its Chinese label, or the label that its id merely folds, if that means it alone."""
        label = value.label.zh if chinese else value.label.en or value.label.zh
        folds = label.lower() != value.id and fold_value(label) == value.id
        return label if label and (chinese or folds) and self.meant(label) == (value,) else value.id


def _spellings(value: Value) -> list[str]:
    return [spelling for spelling in (value.id, *value.label, *value.also) if spelling]
