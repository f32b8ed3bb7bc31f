"""The closed vocabularies: each member is its word in stores, and carries what readers of both languages call it.

A new word, or another spelling that filters should take, is one line here.
"""

from enum import StrEnum
from typing import NamedTuple, Self

from wmc_tui.model.bilingual import Bilingual


class Vocabulary(StrEnum):
    """A closed set of words. A member is written as its word, its English and Chinese label, and other spellings."""

    label: Bilingual
    """What a reader calls it."""
    also: tuple[str, ...]
    """Other spellings that people type for it, in either language."""

    def __new__(cls, word: str, en: str = "", zh: str = "", also: str = "") -> Self:
        """`also` holds spellings with ", " between them."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = Bilingual(en, zh)
        member.also = tuple(also.split(", ")) if also else ()
        return member


class Qualifier(Vocabulary):
    """How a source hedges a figure."""

    EXACT = "exact", "exact", "确数"
    OVER = "over", "over", "超过", "more than, 超, 逾"
    AT_LEAST = "at_least", "at least", "不少于", "至少"
    NEARLY = "nearly", "nearly", "近", "将近, 接近"
    ABOUT = "about", "about", "约", "approximately, around, 大约"
    UP_TO = "up_to", "up to", "至多", "at most"
    LESS_THAN = "less_than", "less than", "不足", "不到, under"
    EXPECTED = "expected", "expected", "预计", "预期"


class Stage(Vocabulary):
    """When, in the life of an edition, a figure was given."""

    PRE_EVENT = "pre_event", "before the event", "会前", "before, pre-event"
    OPENING = "opening", "at the opening", "开幕时", "开幕"
    RESULT = "result", "result", "大会成果", "results, 成果, 结果"
    FOLLOW_UP = "follow_up", "follow-up", "后续进展", "follow up, 后续"
    CUMULATIVE = "cumulative", "cumulative", "累计"
    CONTEXT = "context", "context", "背景"


class Scope(Vocabulary):
    """What a figure covers."""

    EDITION = "edition", "whole event", "整届大会", "event, convention, 届, 全届"
    CUMULATIVE = "cumulative", "all editions so far", "历届累计", "累计"
    CITY = "city", "one city", "城市", "市"
    PROVINCE = "province", "province", "全省", "省"
    TOP500 = "top500", "Top 500 list", "500强榜单", "500强"


class Measure(Vocabulary):
    """What a fact says of its metric."""

    AMOUNT = "amount", "amount", "数值"
    """How much or how many."""
    SHARE = "share", "share", "占比"
    """Percent: of the whole where the fact is of a part, else of the metric named as the metric's whole."""
    GROWTH = "growth", "growth", "增速"
    """Percent by which it grew on the previous edition; negative where it fell."""
    CHANGE = "change", "change", "增减"
    """By how much it grew on the previous edition, in the metric's unit."""
    SHARE_CHANGE = "share_change", "change in share", "占比变化"
    """Percentage points by which its share grew on the previous edition."""


class Attestation(Vocabulary):
    """How well a fact is attested."""

    CONFIRMED = "confirmed", "confirmed", "已多源证实", "confirmed by several sources, 多方印证, 已印证, 一致"
    """Two or more publications state it."""
    SINGLE = "single", "single source", "单一来源", "single-source, 孤证, 一家之言"
    """One publication states it, or none that is known."""
    DISPUTED = "disputed", "disputed", "有出入", "conflict, 有争议, 不一致"
    """A conflict about it is open, or was resolved against it."""


class Language(Vocabulary):
    """A language of publications that has a name here, by its BCP 47 code; a store may use others."""

    EN = "en", "English", "英文", "英语"
    ZH = "zh", "Chinese", "中文"
    ZH_HANS = "zh-Hans", "Chinese, simplified", "中文（简体）", "简体中文, 简体"
    ZH_HANT = "zh-Hant", "Chinese, traditional", "中文（繁体）", "繁体中文, 繁体"
    JA = "ja", "Japanese", "日文", "日语"
    KO = "ko", "Korean", "韩文", "韩语"
    DE = "de", "German", "德文", "德语"
    FR = "fr", "French", "法文", "法语"


class RecordKind(Vocabulary):
    """What can be searched for."""

    FACT = "fact", "facts", "事实"
    SENTENCE = "sentence", "sentences", "句子", "句"
    ARTICLE = "article", "articles", "文章"
    PUBLICATION = "publication", "publications", "出版物", "source, sources, 报道"
    METRIC = "metric", "metrics", "指标"
    COMMAND = "command", "commands", "命令"


def language_label(code: str) -> Bilingual:
    """The name of a language by its BCP 47 code; the code itself where it has no name here."""
    try:
        return Language(code).label
    except ValueError:
        return Bilingual(code, code)


class Slip(NamedTuple):
    """A power of ten by which figures are misprinted or mistranslated."""

    power: int
    """Of ten."""
    name: str
    """In results: `10x`, `10^4`."""
    label: Bilingual
    """What a reader calls it."""
    question: Bilingual
    """Whether it may be what happened."""


SLIPS = (
    Slip(1, "10x", Bilingual("10x", "10倍"), Bilingual("a tenfold slip?", "差了十倍？")),
    Slip(3, "1,000x", Bilingual("1,000x", "1000倍"), Bilingual("a slip of a thousand times?", "差了一千倍？")),
    Slip(2, "100x", Bilingual("100x", "100倍"), Bilingual("a slip of a hundred times?", "差了一百倍？")),
    Slip(
        4,
        "10^4",
        Bilingual("10^4 (万)", "1万倍（“万”位之误）"),
        Bilingual("a slip of ten thousand times, 万?", "差了一万倍？"),
    ),
    Slip(
        8,
        "10^8",
        Bilingual("10^8 (亿)", "1亿倍（“亿”位之误）"),
        Bilingual("a slip of a hundred million times, 亿?", "差了一亿倍？"),
    ),
)
"""The likeliest first."""
