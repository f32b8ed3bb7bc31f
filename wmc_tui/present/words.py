"""The closed vocabularies in the words of each language."""

from wmc_tui.model import Bilingual, Qualifier, Scope, Stage

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


def role_words(original: bool) -> Bilingual:
    """Whether a text is its article's original or the translation."""
    return _ROLES[original]
