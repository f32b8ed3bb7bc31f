"""What must add up, and what does not: declared checks, conflicts between figures, exchange rates."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from wmc_tui.model.bilingual import Bilingual


class CheckKind(StrEnum):
    """What relation a check puts to the test."""

    SHARE = "share"
    """A part of a whole, in percent."""
    RATE = "rate"
    """One metric of another, in percent."""
    GROWTH = "growth"
    """On the previous edition, in percent."""
    CHANGE = "change"
    """On the previous edition, in the unit itself or in percentage points."""
    SUM = "sum"
    """A total and its addends."""
    CUMULATIVE = "cumulative"
    """All editions so far."""
    EXCHANGE_RATE = "exchange_rate"
    """The same amount in two currencies."""
    DURATION = "duration"
    """The days of a date range."""
    LANGUAGES = "languages"
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


class ConflictKind(StrEnum):
    """Why figures differ."""

    STAGE = "stage"
    SCOPE = "scope"
    HEDGE = "hedge"
    ROUNDING = "rounding"
    SUM = "sum"
    DATE = "date"
    TERMINOLOGY = "terminology"
    GAP = "gap"
    EXCHANGE_RATE = "exchange_rate"
    MAGNITUDE = "magnitude"
    MEASURE = "measure"
    ENTITY = "entity"
    COPY_FORWARD = "copy_forward"
    TRANSLATION = "translation"
    RECORD_CLAIM = "record_claim"
    RESTATEMENT = "restatement"


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
