"""What must add up, and what does not: declared checks, conflicts between figures, exchange rates."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from wmc_tui.model.bilingual import Bilingual
from wmc_tui.model.vocabulary import Vocabulary


class CheckKind(Vocabulary):
    """What relation a check puts to the test."""

    SHARE = "share", "share", "占比"
    """A part of a whole, in percent."""
    RATE = "rate", "rate", "比率"
    """One metric of another, in percent."""
    GROWTH = "growth", "growth", "增幅"
    """On the previous edition, in percent."""
    CHANGE = "change", "change", "增减"
    """On the previous edition, in the unit itself or in percentage points."""
    SUM = "sum", "sum", "合计"
    """A total and its addends."""
    CUMULATIVE = "cumulative", "running total", "历届累计"
    """All editions so far."""
    EXCHANGE_RATE = "exchange_rate", "exchange rate", "汇率"
    """The same amount in two currencies."""
    DURATION = "duration", "length", "会期"
    """The days of a date range."""
    LANGUAGES = "languages", "English and Chinese", "中英对照"
    """English against Chinese."""


class Check(NamedTuple):
    """A relation that must hold and that no rule finds by itself."""

    id: str
    """For example `2019-area`."""
    kind: CheckKind
    """What it tests."""
    reported: str
    """Id of the fact that is put to the test."""
    formula: str
    """What its value must be: fact ids, numbers, `+ - * /` and parentheses."""
    note: Bilingual = Bilingual()
    """What it shows."""


class ConflictKind(Vocabulary):
    """Why figures differ."""

    STAGE = "stage", "given at different times", "公布时点不同"
    SCOPE = "scope", "different scope", "统计范围不同"
    HEDGE = "hedge", "exact and rounded", "确数与概数"
    ROUNDING = "rounding", "rounding", "取整"
    SUM = "sum", "sum", "合计"
    DATE = "date", "date", "日期"
    TERMINOLOGY = "terminology", "terms", "用语"
    GAP = "gap", "missing figure", "数据缺失"
    EXCHANGE_RATE = "exchange_rate", "exchange rate", "汇率"
    MAGNITUDE = "magnitude", "order of magnitude", "数量级"
    MEASURE = "measure", "different measure", "指标口径不同"
    ENTITY = "entity", "different bodies", "主体不同"
    COPY_FORWARD = "copy_forward", "copied from an earlier edition", "沿用往届数据"
    TRANSLATION = "translation", "translation", "翻译"
    RECORD_CLAIM = "record_claim", "claim of a record", "“历届之最”之说"
    RESTATEMENT = "restatement", "figure restated later", "事后修订"


class ConflictStatus(StrEnum):
    """How a conflict stands."""

    COMPATIBLE = "compatible"
    """All can be true."""
    RESOLVED = "resolved"
    """Some are wrong or superseded, and it is known which."""
    OPEN = "open"
    """They cannot all be true, and nobody can tell yet which is."""


class Conflict(NamedTuple):
    """Facts that seem to contradict one another, with an explanation."""

    id: str
    """For example `cum-2018-2019`."""
    edition: int
    """Year."""
    kind: ConflictKind
    """Why they differ."""
    status: ConflictStatus
    """How it stands."""
    title: Bilingual
    """What differs, in a few words."""
    facts: tuple[str, ...]
    """Ids of the facts."""
    prefer: str
    """Id of the fact to quote; empty where none is better."""
    explanation: Bilingual
    """What differs and why."""
    resolution: Bilingual
    """What to quote."""


class Rate(NamedTuple):
    """What a currency was worth in a month, as a band that every bank's rate lies in."""

    id: str
    """For example `USD-2018-05`."""
    currency: str
    """ISO 4217 code."""
    month: str
    """`2018-05`."""
    low: Decimal
    """Yuan for one unit, at least."""
    high: Decimal
    """Yuan for one unit, at most."""
    note: Bilingual = Bilingual()
    """Where the band comes from."""
