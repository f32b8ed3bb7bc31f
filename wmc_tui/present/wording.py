"""The closed vocabularies in the words of each language."""

from wmc_tui.model import Bilingual, Measure, Qualifier, Scope, Stage

_QUALIFIERS = {
    Qualifier.EXACT: Bilingual("exact", "确数"),
    Qualifier.OVER: Bilingual("over", "超过"),
    Qualifier.AT_LEAST: Bilingual("at least", "不少于"),
    Qualifier.NEARLY: Bilingual("nearly", "近"),
    Qualifier.ABOUT: Bilingual("about", "约"),
    Qualifier.UP_TO: Bilingual("up to", "至多"),
    Qualifier.LESS_THAN: Bilingual("less than", "不足"),
    Qualifier.EXPECTED: Bilingual("expected", "预计"),
}
_SCOPES = {
    Scope.EDITION: Bilingual("whole event", "整届大会"),
    Scope.CUMULATIVE: Bilingual("all editions so far", "历届累计"),
    Scope.CITY: Bilingual("one city", "城市"),
    Scope.PROVINCE: Bilingual("province", "全省"),
    Scope.TOP500: Bilingual("Top 500 list", "500强榜单"),
}
_STAGES = {
    Stage.PRE_EVENT: Bilingual("before the event", "会前"),
    Stage.OPENING: Bilingual("at the opening", "开幕时"),
    Stage.RESULT: Bilingual("result", "大会成果"),
    Stage.FOLLOW_UP: Bilingual("follow-up", "后续进展"),
    Stage.CUMULATIVE: Bilingual("cumulative", "累计"),
    Stage.CONTEXT: Bilingual("context", "背景"),
}
_MEASURES = {
    Measure.AMOUNT: Bilingual("amount", "数值"),
    Measure.SHARE: Bilingual("share", "占比"),
    Measure.GROWTH: Bilingual("growth", "增速"),
    Measure.CHANGE: Bilingual("change", "增减"),
    Measure.SHARE_CHANGE: Bilingual("change in share", "占比变化"),
}
_LANGUAGES = {
    "en": Bilingual("English", "英文"),
    "zh": Bilingual("Chinese", "中文"),
    "ja": Bilingual("Japanese", "日文"),
    "ko": Bilingual("Korean", "韩文"),
    "de": Bilingual("German", "德文"),
    "fr": Bilingual("French", "法文"),
}
_ROLES = {True: Bilingual("original", "原文"), False: Bilingual("translation", "译文")}


def qualifier_words(qualifier: Qualifier) -> Bilingual:
    """How a source hedges a figure."""
    return _QUALIFIERS[qualifier]


def scope_words(scope: Scope) -> Bilingual:
    """What a figure covers."""
    return _SCOPES[scope]


def stage_words(stage: Stage) -> Bilingual:
    """When a figure was given."""
    return _STAGES[stage]


def measure_words(measure: Measure) -> Bilingual:
    """What a fact says of its metric."""
    return _MEASURES[measure]


def language_words(code: str) -> Bilingual:
    """The name of a language; its code where the name is not known."""
    return _LANGUAGES.get(code, Bilingual(code, code))


def role_words(original: bool) -> Bilingual:
    """Whether a text is its article's original or the translation."""
    return _ROLES[original]
