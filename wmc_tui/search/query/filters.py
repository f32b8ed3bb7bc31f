"""Filters in a query: `edition:2023`, `-is:single`, `publisher:"China Daily"`, `届:2021..2023`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from wmc_tui.model import Attestation, Bilingual
from wmc_tui.search.query.filter_values import FilterValues, ValueTable, fold_value
from wmc_tui.text.fold import blank_out

_FILTERS = {
    "edition": ("year 届 屆 届次 年 年份 年度", Bilingual("one convention, by its year", "某一届，按年份")),
    "metric": ("指标 指標", Bilingual("what is measured", "衡量的是什么")),
    "part": ("分项 分項", Bilingual("a part of what is measured", "所衡量的某一部分")),
    "unit": ("单位 單位", Bilingual("yuan, percent, square meters, ...", "元、百分比、平方米等")),
    "scope": ("范围 範圍", Bilingual("what the figure covers", "数字涵盖的范围")),
    "stage": ("阶段 階段", Bilingual("when the figure was given", "数字何时给出")),
    "qualifier": ("hedge 修饰 修飾", Bilingual("over, about, nearly, ...", "超过、约、近等")),
    "publisher": ("source 来源 來源 发布方 媒体", Bilingual("who states it", "由谁发布")),
    "language": ("lang 语言 語言", Bilingual("the language of who states it", "发布所用语言")),
    "kind": ("type 类型 類型", Bilingual("facts, sentences, articles, ...", "事实、句子、文章等")),
    "is": ("status 状态 狀態", Bilingual("disputed, single source or confirmed", "有出入、单一来源或多方印证")),
}
NAMES = {alias: name for name, (aliases, _) in _FILTERS.items() for alias in (name, *aliases.split())}
"""The English name of a filter by each of its names."""
CHINESE = {
    name: next(alias for alias in aliases.split() if not alias.isascii()) for name, (aliases, _) in _FILTERS.items()
}
"""The Chinese name of a filter by its English one."""
MEANINGS = {name: meaning for name, (_, meaning) in _FILTERS.items()}
"""What a filter chooses by, by its English name."""
QUOTES = '"“”„「」『』'
_BEGINNING_OF_NAME = 2
_NEAR_VALUE, _ALIKE = 60, 8
BEGUN_BY_NAME = frozenset({"publisher"})
"""Filters of which a value without quotes stands for all that begin so: 新华社 reaches readers by many ways."""
QUOTED = frozenset(' \t\n\u3000"“”「」『』,，、|()（）')
"""Characters that only a value in quotes may hold."""


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


def values_by_name(filters: Iterable[Filter], *, negated: bool) -> dict[str, frozenset[str]]:
    """By name, the values of which a record must have one; with `negated` those of which it must have none."""
    by_name: dict[str, frozenset[str]] = {}
    for filter in filters:
        if filter.values and filter.negated == negated:
            by_name[filter.name] = by_name.get(filter.name, frozenset()).union(filter.values)
    return by_name


def filter_text(name: str, value: str, *, negated: bool = False) -> str:
    """A filter as it is typed, its value in quotes where it needs them."""
    return f"{'-' if negated else ''}{name}:{quote_value(name, value)}"


def quote_value(name: str, value: str) -> str:
    """A value as it is typed behind the name of its filter, in quotes where it must be or means less without them."""
    if '"' in value:
        return f"「{value}」"
    return f'"{value}"' if name in BEGUN_BY_NAME or not QUOTED.isdisjoint(value) else value


def name_of(typed: str) -> str:
    """The filter that a name means: one of its names, also in plural, or the beginning of its English one; empty for none."""
    typed = typed.lower()
    exact = NAMES.get(typed) or NAMES.get(typed.removesuffix("s"))
    if exact or len(typed) < _BEGINNING_OF_NAME or not typed.isascii():
        return exact or ""
    begun = [name for name in _FILTERS if name.startswith(typed)]
    return begun[0] if len(begun) == 1 else ""


def most_alike(table: ValueTable, key: str) -> str:
    """The id of the value that a wrong one is most like, both folded by fold_value; empty where none is like it."""
    from rapidfuzz import fuzz, process

    spellings = list(table.spellings)
    near = process.extract(key, spellings, scorer=fuzz.ratio, score_cutoff=_NEAR_VALUE, limit=_ALIKE)
    if not near:
        longer = [spelling for spelling in spellings if len(spelling) > len(key)]
        near = process.extract(key, longer, scorer=fuzz.partial_ratio, score_cutoff=_NEAR_VALUE, limit=_ALIKE)
    # Among equals the first of the library.
    best = [table.spellings[spelling][0] for spelling, score, _ in near if score == near[0][1]]
    return min(best, key=table.values.index).id if best else ""


class Structure:
    """A query taken apart. Both texts are as long as the query, with spaces in place of what is missing."""

    def __init__(self, text: str) -> None:
        self.filters: list[Filter] = []
        """In order."""
        self.phrases: list[str] = []
        """Folded, with single spaces."""
        self.excluded: list[str] = []
        """Folded, with single spaces."""
        self.left = text
        """What is not set apart, in plain characters."""
        self.with_phrases = text
        """The same with the phrases."""

    def add(self, filters: list[Filter]) -> None:
        """Take filters out of both texts."""
        self.filters = sorted([*self.filters, *filters], key=lambda filter: filter.start)
        spans = sorted((filter.start, filter.end) for filter in filters)
        self.left, self.with_phrases = blank_out(self.left, spans), blank_out(self.with_phrases, spans)


BARE_WORDS = dict.fromkeys(("disputed", "有出入", "有争议"), Attestation.DISPUTED.value) | dict.fromkeys(
    ("single-source", "single source", "单一来源", "孤证"), Attestation.SINGLE.value
)
"""The value of the filter `is` that a word means; no text of figures has these words."""
YES = frozenset({"", "yes", "true", "y", "1", "是"})
NO = frozenset({"no", "false", "n", "0", "否"})
_BARE_WORD = re.compile(rf"(?<![^ \t\n\u3000(,;、。；])(?:{'|'.join(BARE_WORDS)})(?![^ \t\n\u3000),;、。；的])")
_HEDGES = frozenset("over about nearly at_least up_to less_than".split())
_AROUND = " \t\u3000,，;；、。()（）"


def read_bare_filters(structure: Structure) -> None:
    """Add a filter for each word that stands for one."""
    words = [(BARE_WORDS[word[0]], word.span()) for word in _BARE_WORD.finditer(structure.left.lower())]
    structure.add([Filter("is", value, *span, False, (value,)) for value, span in words])


def read_bare_hedge(structure: Structure, undated: str, filter_values: FilterValues) -> None:
    """Add a filter for a hedge that is all that a query says besides editions and filters.

    `undated` is what is left of the query without its editions, as long as the query.
    """
    word = undated.strip(_AROUND)
    if not word or structure.phrases or not (structure.filters or word != structure.left.strip(_AROUND)):
        return
    meant = filter_values.table("qualifier").spellings.get(fold_value(word), ())
    start = undated.index(word)
    end = start + len(word)
    if len(meant) == 1 and meant[0].id in _HEDGES and not any(start < each.start < end for each in structure.filters):
        structure.add([Filter("qualifier", meant[0].id, start, end, False, (meant[0].id,))])
