"""Filters in a query: `edition:2023`, `-is:single`, `publisher:"China Daily"`, `届:2021..2023`."""

import re
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from wmc_tui.model import Bilingual
from wmc_tui.search.query.filter_values import FilterValues, ValueTable

_ALIASES = {
    "edition": "year 届 屆 届次 年 年份 年度",
    "metric": "指标 指標",
    "part": "分项 分項",
    "unit": "单位 單位",
    "scope": "范围 範圍",
    "stage": "阶段 階段",
    "qualifier": "hedge 修饰 修飾",
    "publisher": "source 来源 來源 发布方 媒体",
    "language": "lang 语言 語言",
    "kind": "type 类型 類型",
    "is": "status 状态 狀態",
}
NAMES = {alias: name for name, aliases in _ALIASES.items() for alias in (name, *aliases.split())}
"""The English name of a filter by each of its names."""
CHINESE = {name: next(alias for alias in aliases.split() if not alias.isascii()) for name, aliases in _ALIASES.items()}
"""The Chinese name of a filter by its English one."""
_BEGINNING_OF_NAME = 2
_NEAR_NAME = 4
"""Letters from which a name may have a slip."""
_NEAR_VALUE, _NEAR_PUBLISHER, _ALIKE = 60, 75, 8
_BEGUN = frozenset({"publisher"})
"""Filters of which a value without quotes stands for all that begin so: 新华社 reaches readers by many ways."""
_MENDED = 12
"""Wrong filters for which the nearest right one is looked up, so that hundreds of them cost nothing."""
_YEARS = re.compile(r"(20[0-9]{2})?[年届]?\s*(?:\.{2,3}|…|-|–|—|~|至|到)\s*(20[0-9]{2})?[年届]?")
_SINCE = re.compile(r"([<>]=?|[≤≥])\s*(20[0-9]{2})")
_INSIDE = r"[^\"“”„「」『』]*"
_PART = re.compile(rf"[\"“„]{_INSIDE}[\"”]|「{_INSIDE}」|『{_INSIDE}』|[^,，、|]+")
_MARKS = '"“”„「」『』'
_IN_QUOTES = frozenset(_MARKS)
_QUOTED = re.compile(r"[\s\"“”「」『』,，、|()（）]")


class Filter(NamedTuple):
    """One filter as typed, understood."""

    name: str
    """Its English name; as typed where there is no such filter."""
    value: str
    """The id of its value; with a star behind the beginning of several (`zh*`), `2021..2023` for a range of editions,
    several behind commas; as typed where it is wrong."""
    start: int
    """Where it stands in the query as typed, its minus sign included, in code points."""
    end: int
    """One past its last code point."""
    negated: bool = False
    """Whether what has it is left out."""
    values: tuple[str, ...] = ()
    """Ids of all values that it stands for; empty where it is wrong or unfinished, and then it does not filter."""
    problem: Bilingual = Bilingual()
    """What is wrong with it, with the nearest right one; empty where nothing is."""
    nearest: str = ""
    """The nearest right filter, to be written in its place; empty where nothing is near."""


def wanted_values(filters: Iterable[Filter]) -> dict[str, frozenset[str]]:
    """By name, the values of which a record must have one."""
    return _gathered(one for one in filters if not one.negated)


def unwanted_values(filters: Iterable[Filter]) -> dict[str, frozenset[str]]:
    """By name, the values of which a record must have none."""
    return _gathered(one for one in filters if one.negated)


def _gathered(filters: Iterable[Filter]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in filters:
        if one.values:
            found.setdefault(one.name, set()).update(one.values)
    return {name: frozenset(values) for name, values in found.items()}


def filter_text(name: str, value: str, *, negated: bool = False) -> str:
    """A filter as it is typed, its value in quotes where it needs them."""
    return f"{'-' if negated else ''}{name}:{quote_value(name, value)}"


def quote_value(name: str, value: str) -> str:
    """A value as it is typed behind the name of its filter, in quotes where it must be or means less without them."""
    if '"' in value:
        return f"「{value}」"
    return f'"{value}"' if name in _BEGUN or _QUOTED.search(value) else value


def name_of(typed: str) -> str:
    """The filter that a name means: one of its names, also in plural, or the beginning of its English one; empty for none."""
    typed = typed.lower()
    exact = NAMES.get(typed) or NAMES.get(typed.removesuffix("s"))
    if exact or len(typed) < _BEGINNING_OF_NAME or not typed.isascii():
        return exact or ""
    begun = [name for name in _ALIASES if name.startswith(typed)]
    return begun[0] if len(begun) == 1 else ""


def near_name(typed: str) -> str:
    """The filter whose name is `typed` but for a slip; empty for none."""
    if len(typed) < _NEAR_NAME or not typed.isascii():
        return ""
    from rapidfuzz.distance import OSA

    slips, alias = min((OSA.distance(typed.lower(), alias, score_cutoff=2), alias) for alias in NAMES)
    return NAMES[alias] if slips <= (1 if len(typed) < 7 else 2) else ""


class Reader:
    """Reads the filters of one query."""

    def __init__(self, known: FilterValues) -> None:
        self._known = known
        self._read: dict[tuple[str, str, bool], tuple[str, tuple[str, ...]]] = {}
        self._mended = 0

    def is_value(self, name: str, typed: str) -> bool:
        """Whether `typed` spells a value in full."""
        return self._known.key(typed) in self._known.table(name).spellings

    def right(self, name: str, typed: str, span: tuple[int, int], *, negated: bool, in_quotes: bool = False) -> Filter:
        """A filter whose name is right; its value need not be."""
        value, values = self._values(name, typed, begun=name in _BEGUN and not in_quotes)
        if values or not typed:
            return Filter(name, value, *span, negated, values)
        problem = Bilingual(f'{name}: there is no "{typed}"', f"{CHINESE[name]}：没有“{typed}”")
        near, english, chinese = self._nearest(name, typed)
        if not near:
            return Filter(name, typed, *span, negated, (), problem)
        problem = Bilingual(f'{problem.en}; the nearest is "{english}"', f"{problem.zh}，最接近的是“{chinese}”")
        return Filter(name, typed, *span, negated, (), problem, f"{'-' if negated else ''}{near}")

    def wrong(self, typed_name: str, typed: str, span: tuple[int, int], *, negated: bool) -> Filter | None:
        """A filter whose name is wrong by a slip; None where it is none at all."""
        self._mended += 1
        name = near_name(typed_name) if self._mended <= _MENDED else ""
        if not name:
            return None
        problem = Bilingual(
            f'there is no filter "{typed_name}"; the nearest is "{name}"',
            f"没有“{typed_name}”这种筛选，最接近的是“{CHINESE[name]}”",
        )
        value = self._values(name, typed, begun=False)[0] or typed
        return Filter(typed_name, typed, *span, negated, (), problem, filter_text(name, value, negated=negated))

    def misnamed(self, typed_name: str, typed: str, span: tuple[int, int], *, right: str) -> Filter:
        """What is the value of a filter and was typed as the name of one; `right` is that filter."""
        problem = Bilingual(
            f'there is no filter "{typed_name}"; the nearest is "{right}"',
            f"没有“{typed_name}”这种筛选，最接近的是“{right}”",
        )
        return Filter(typed_name, typed, *span, right.startswith("-"), (), problem, right)

    def _values(self, name: str, typed: str, *, begun: bool) -> tuple[str, tuple[str, ...]]:
        """The canonical value and the ids that it stands for; none where it is wrong."""
        found = self._read.get((name, typed, begun))
        if found is None:
            found = self._read[name, typed, begun] = self._looked_up(name, typed, begun)
        return found

    def _looked_up(self, name: str, typed: str, begun: bool) -> tuple[str, tuple[str, ...]]:
        if name == "edition" and (years := self._editions(typed)):
            return years
        one = self._one(name, typed, begun) if _IN_QUOTES.isdisjoint(typed) else ("", ())
        if one[1]:
            return one
        written = [part.strip() for part in _PART.findall(typed) if part.strip(f" {_MARKS}")]
        parts = [self._one(name, part.strip(_MARKS), begun and part[0] not in _MARKS) for part in written]
        if not parts or not all(values for _, values in parts):
            return "", ()
        ids = dict.fromkeys(value for _, values in parts for value in values)
        return ",".join(dict.fromkeys(value for value, _ in parts)), tuple(ids)

    def _one(self, name: str, typed: str, begun: bool) -> tuple[str, tuple[str, ...]]:
        meant = self._known.table(name).meant(typed.rstrip("*年届" if name == "edition" else "*"), begun=begun)
        ids = tuple(value.id for value in meant)
        return (ids[0] if len(ids) == 1 else f"{typed.strip().rstrip('*')}*"), ids

    def _editions(self, typed: str) -> tuple[str, tuple[str, ...]] | None:
        """A range of editions, `2021..2023` or `>2020`; None where it is something else."""
        ordered = sorted(self._known.editions)
        if found := _YEARS.fullmatch(typed):
            low, high = int(found[1] or 0), int(found[2] or 9999)
            low, high = min(low, high), max(low, high)
        elif found := _SINCE.fullmatch(typed):
            year, above = int(found[2]), found[1][0] in ">≥"
            closed = found[1] not in "<>"
            low, high = (year + (not closed), 9999) if above else (0, year - (not closed))
        else:
            return None
        years = tuple(str(year) for year in ordered if low <= year <= high)
        if len(years) < 2:
            return "".join(years), years
        return f"{years[0]}..{years[-1]}", years

    def _nearest(self, name: str, typed: str) -> tuple[str, str, str]:
        """The right filter that is most like a wrong one, and its value in English and in Chinese.

        Empty where none is like it, or after many others.
        """
        self._mended += 1
        if self._mended > _MENDED:
            return "", "", ""
        table = self._known.table(name)
        if name in _BEGUN and (near := self._nearest_publisher(table, typed)):
            # Without quotes it stands for all that begin so.
            return f"{name}:{near}" if not _QUOTED.search(near) else filter_text(name, near), near, near
        id = self._near_year(typed) if name == "edition" else ""
        id = id if id in table.by_id else most_alike(table, self._known.key(typed))
        if not id:
            return "", "", ""
        value = table.by_id[id]
        label = value.label
        return filter_text(name, table.spelling(value)), label.en or label.zh or id, label.zh or label.en or id

    def _near_year(self, typed: str) -> str:
        if not (self._known.editions and typed.isascii() and typed.isdecimal()):
            return ""
        return min(map(str, self._known.editions), key=lambda year: (_differing(year, typed), -int(year)))

    def _nearest_publisher(self, table: ValueTable, typed: str) -> str:
        """The publisher whose name, however its texts came, is most like a wrong one."""
        from rapidfuzz import fuzz, process

        publisher_names = {self._known.key(name): name for name in table.publisher_names}
        near = process.extractOne(
            self._known.key(typed), publisher_names.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_PUBLISHER
        )
        return publisher_names[near[0]] if near else ""


def most_alike(table: ValueTable, key: str) -> str:
    """The id of the value that a wrong one is most like, both folded by FilterValues.key; empty where none is like it."""
    from rapidfuzz import fuzz, process

    near = process.extract(key, table.ordered, scorer=fuzz.ratio, score_cutoff=_NEAR_VALUE, limit=_ALIKE)
    if not near:
        longer = [spelling for spelling in table.ordered if len(spelling) > len(key)]
        near = process.extract(key, longer, scorer=fuzz.partial_ratio, score_cutoff=_NEAR_VALUE, limit=_ALIKE)
    # Among equals the first of the library.
    best = [table.spellings[spelling][0] for spelling, score, _ in near if score == near[0][1]]
    return min(best, key=table.values.index).id if best else ""


def _differing(year: str, typed: str) -> tuple[int, int]:
    """How many digits differ, and by how much the years do."""
    pairs = zip_longest(year, typed[:6])
    return sum(one != other for one, other in pairs), abs(int(year) - int(typed[:6]))
