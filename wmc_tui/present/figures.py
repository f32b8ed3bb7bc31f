"""A fact's figure as each language writes it."""

from wmc_tui.model import Bilingual, Fact
from wmc_tui.present.dates import iso_dates
from wmc_tui.quantities.formatter import format_en, format_zh

_DATES = ("date", "date_range")
_UNDERSTOOD = ("count", "CNY")
"""Units that a list need not repeat in each row."""


def renderings(fact: Fact) -> Bilingual:
    """The figure in full: `over 342.5 billion yuan`, `超3425亿元`; the text of a fact that is no number."""
    value = fact.value
    if value is None:
        return _text(fact)
    hedge = fact.qualifier.value
    return Bilingual(
        format_en(value, fact.unit, qualifier=hedge, noun=fact.noun.en),
        format_zh(value, fact.unit, qualifier=hedge, noun=fact.noun.zh),
    )


def compact(fact: Fact) -> Bilingual:
    """The figure as short as a list wants it, `342.5bn`, `3425亿`: without what is counted, and yuan unsaid."""
    value = fact.value
    if value is None:
        return _text(fact)
    unit = "count" if fact.unit in _UNDERSTOOD else fact.unit
    hedge = fact.qualifier.value
    return Bilingual(
        format_en(value, unit, qualifier=hedge, style="compact"),
        format_zh(value, unit, qualifier=hedge, style="compact"),
    )


def _text(fact: Fact) -> Bilingual:
    """Text in both languages: dates in words, anything else as it is, in the one language where only one says it."""
    en, zh = fact.text.en or fact.text.zh, fact.text.zh or fact.text.en
    if fact.unit in _DATES:
        said = iso_dates(en)
        return said if said is not None else Bilingual(en, zh)
    return Bilingual(en, zh)
