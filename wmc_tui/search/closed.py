"""The values of the filters whose vocabulary is closed, in the words of both languages."""

from typing import NamedTuple

from wmc_tui.model import Bilingual


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
    "scope": _values(
        ("edition", "whole event", "整届大会", "event, convention, 届, 全届"),
        ("cumulative", "all editions so far", "历届累计", "累计"),
        ("city", "one city", "城市", "市"),
        ("province", "province", "全省", "省"),
        ("top500", "Top 500 list", "500强榜单", "500强"),
    ),
    "stage": _values(
        ("pre_event", "before the event", "会前", "before, pre-event"),
        ("opening", "at the opening", "开幕时", "开幕"),
        ("result", "result", "大会成果", "results, 成果, 结果"),
        ("follow_up", "follow-up", "后续进展", "follow up, 后续"),
        ("cumulative", "cumulative", "累计", ""),
        ("context", "context", "背景", ""),
    ),
    "qualifier": _values(
        ("exact", "exact", "确数", ""),
        ("over", "over", "超过", "more than, 超, 逾"),
        ("at_least", "at least", "不少于", "至少"),
        ("nearly", "nearly", "近", "将近, 接近"),
        ("about", "about", "约", "approximately, around, 大约"),
        ("up_to", "up to", "至多", "at most"),
        ("less_than", "less than", "不足", "不到, under"),
        ("expected", "expected", "预计", "预期"),
    ),
    "language": _values(
        ("en", "English", "英文", "英语"),
        ("zh-Hans", "Chinese, simplified", "中文（简体）", "简体中文, 简体"),
        ("zh-Hant", "Chinese, traditional", "中文（繁体）", "繁体中文, 繁体"),
        ("ja", "Japanese", "日文", "日语"),
        ("ko", "Korean", "韩文", "韩语"),
        ("de", "German", "德文", "德语"),
        ("fr", "French", "法文", "法语"),
    ),
    "kind": _values(
        ("fact", "facts", "事实", ""),
        ("sentence", "sentences", "句子", "句"),
        ("article", "articles", "文章", ""),
        ("publication", "publications", "出版物", "source, sources, 报道"),
        ("metric", "metrics", "指标", ""),
        ("command", "commands", "命令", ""),
    ),
    "is": _values(
        ("disputed", "disputed", "有出入", "conflict, 有争议, 不一致"),
        ("single", "single source", "单一来源", "single-source, 孤证, 一家之言"),
        ("confirmed", "confirmed by several sources", "多方印证", "已印证, 一致"),
    ),
}
"""By the name of the filter."""
