"""Editions, metrics and facts."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from wmc_tui.model.bilingual import Bilingual
from wmc_tui.model.vocabulary import Measure, Qualifier, Scope, Stage


class Edition(NamedTuple):
    """One convention."""

    year: int
    """Its id: the calendar year, 2018 onwards."""
    name: Bilingual
    """Official name."""
    start: date | None
    """First day, None where no source gives it."""
    end: date | None
    """Last day, None where no source gives it."""
    theme: Bilingual
    """Official theme; the English may be ours, and `note` then says so."""
    headline: tuple[str, ...]
    """Ids of the facts that sum the edition up, most telling first."""
    note: Bilingual = Bilingual()
    """What a reader should know of this edition's record."""


class Metric(NamedTuple):
    """What is measured, so that editions can be compared."""

    id: str
    """For example `total_investment`."""
    label: Bilingual
    """Standard term in both languages."""
    unit: str
    """ISO 4217 code, `percent`, `percentage_point`, SI symbol, `count`, `day`, `ordinal`, `text`, `date`, ..."""
    noun: Bilingual = Bilingual()
    """What a count counts: English plural (`projects`) and Chinese classifier (`个`); empty for other units."""
    note: Bilingual = Bilingual()
    """What is counted and what is not."""
    group: str = ""
    """What it belongs to, for lists: `projects`, `investment`, `guests`, ..."""
    whole: str = ""
    """Id of the metric that a share of this one without a part is a share of; empty where there is none."""


class Part(NamedTuple):
    """A part of what a metric measures: a sector, a size, a place."""

    id: str
    """For example `manufacturing`, `hefei`, `from_1bn`."""
    label: Bilingual
    """What it covers, in both languages."""
    note: Bilingual = Bilingual()
    """What is in it and what is not."""


class Fact(NamedTuple):
    """A metric of an edition, with its part, measure, scope, stage and quantity (or text, for names and dates)."""

    id: str
    """Edition and what it says: `2023.total_investment`; variants with a telling suffix, `2023.duration.four_days`."""
    edition: int
    """Year."""
    metric: str
    """Metric id."""
    label: Bilingual
    """What this very figure says, in both languages."""
    scope: Scope
    """What it covers."""
    stage: Stage
    """When it was given."""
    value: Decimal | None
    """Amount in base units (yuan, dollars, square metres, persons); None for text."""
    unit: str
    """As in Metric.unit."""
    qualifier: Qualifier
    """The source's hedge."""
    noun: Bilingual = Bilingual()
    """As in Metric.noun; the metric's own where the fact does not say otherwise."""
    text: Bilingual = Bilingual()
    """Wording of a fact that is no number: a theme, a date range (ISO 8601), a composite such as 1+6+11."""
    note: Bilingual = Bilingual()
    """A caution for whoever quotes it."""
    part: str = ""
    """Part id; empty where the fact is of the whole."""
    measure: Measure = Measure.AMOUNT
    """What it says of its metric."""
    since: int | None = None
    """First edition of a cumulative fact; its own edition is the last one."""
    as_of: str = ""
    """The day, month or year that the state of a follow-up is of, ISO 8601; empty where it is not said."""


class Evidence(NamedTuple):
    """A publication known to state a fact, without an article of it in the store."""

    fact: str
    """Fact id."""
    source: str
    """Source id."""
    lang: str
    """Language of `as_written`: `en`, `zh`, `ja`, ..."""
    as_written: str
    """The figure as that publication writes it."""
