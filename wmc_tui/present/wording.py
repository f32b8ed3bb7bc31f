"""How figures, dates, publications and their agreement are worded in both languages."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from wmc_tui.model import Attestation, Bilingual, Fact, Source, language_label
from wmc_tui.quantities.formatter import format_en, format_zh

if TYPE_CHECKING:
    from wmc_tui.checks.attestation import FactAttestation
    from wmc_tui.store import Library

PERCENT_UNITS = ("percent", "percentage_point")
"""Units whose changes are in percentage points."""
_DATE_UNITS = ("date", "date_range")
_OMITTED_UNITS = ("count", "CNY")
"""Units that a list need not repeat in each row."""
_NO_NOUN = Bilingual()


def amount_text(
    value: Decimal, unit: str, *, noun: Bilingual = _NO_NOUN, qualifier: str = "exact", style: str = "full"
) -> Bilingual:
    """An amount in both languages, as the formatter writes it."""
    return Bilingual(
        format_en(value, unit, qualifier=qualifier, noun=noun.en, style=style),
        format_zh(value, unit, qualifier=qualifier, noun=noun.zh, style=style),
    )


def renderings(fact: Fact) -> Bilingual:
    """The figure in full: `over 342.5 billion yuan`, `超3425亿元`; the text of a fact that is no number."""
    if fact.value is None:
        return _fact_text(fact)
    return amount_text(fact.value, fact.unit, noun=fact.noun, qualifier=fact.qualifier)


def compact(fact: Fact) -> Bilingual:
    """The figure as short as a list wants it, `342.5bn`, `3425亿`: without what is counted, and yuan unsaid."""
    if fact.value is None:
        return _fact_text(fact)
    unit = "count" if fact.unit in _OMITTED_UNITS else fact.unit
    return amount_text(fact.value, unit, qualifier=fact.qualifier, style="compact")


def dated_label(fact: Fact) -> Bilingual:
    """What a fact is of, with the edition: `Projects signed, 2023`, `签约项目数，2023年`."""
    return Bilingual(f"{fact.label.en}, {fact.edition}", f"{fact.label.zh}，{fact.edition}年")


def both_languages(texts: Bilingual, between: str = "  ") -> str:
    """Both languages, once where they are the same."""
    return texts.en if texts.en == texts.zh else between.join(text for text in texts if text)


def with_aside(text: Bilingual, aside: Bilingual) -> Bilingual:
    """A text with another one in brackets behind it."""
    return Bilingual(f"{text.en} ({aside.en})", f"{text.zh}（{aside.zh}）")


def _fact_text(fact: Fact) -> Bilingual:
    """Text in both languages: dates in words, anything else as it is, in the one language where only one says it."""
    text = fact.text.filled()
    return (iso_dates(text.en) if fact.unit in _DATE_UNITS else None) or text


_MONTHS = (
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)

_Date = tuple[int, int, int]
"""Year, month, day; 0 for what is not said."""


def dates(start: date | None, end: date | None = None) -> Bilingual:
    """A day or a span of days: `20-24 September 2023`, `2023年9月20日至24日`; empty where neither is given."""
    given = [(day.year, day.month, day.day) for day in (start, end) if day is not None]
    return _day_range(given[0], given[-1]) if given else Bilingual()


def iso_dates(text: str) -> Bilingual | None:
    """The same for ISO 8601 (`2023`, `2023-09`, `2023-09-20`, `2023-09-20/2023-09-24`); None for anything else."""
    parts = [_parse_day(part) for part in text.strip().split("/")]
    if len(parts) > 2 or None in parts:
        return None
    days = [part for part in parts if part is not None]
    return _day_range(days[0], days[-1])


def _parse_day(text: str) -> _Date | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        date(year, month if match[2] else 1, day if match[3] else 1)
    except ValueError:
        return None
    return year, month, day


def _day_range(start: _Date, end: _Date) -> Bilingual:
    if start == end:
        return Bilingual(_english_day(start), _chinese_day(start))
    return Bilingual(_english_range(start, end), _chinese_range(start, end))


def _english_day(day: _Date) -> str:
    year, month, number = day
    return " ".join([str(number)] * (number > 0) + [_MONTHS[month - 1]] * (month > 0) + [str(year)])


def _english_range(start: _Date, end: _Date) -> str:
    """As few words as tell both ends: what they share is said once, at the end."""
    if start[2] and start[:2] == end[:2]:
        return f"{start[2]}-{_english_day(end)}"
    if start[1] and start[0] == end[0]:
        return f"{_english_day(start).removesuffix(f' {start[0]}')} to {_english_day(end)}"
    return f"{_english_day(start)} to {_english_day(end)}" if start[1] or end[1] else f"{start[0]}-{end[0]}"


def _chinese_day(day: _Date) -> str:
    return "".join(f"{number}{unit}" for number, unit in zip(day, "年月日", strict=True) if number)


def _chinese_range(start: _Date, end: _Date) -> str:
    """What the end shares with the start is not said again."""
    shared = 2 if start[:2] == end[:2] and end[2] else 1 if start[0] == end[0] and end[1] else 0
    rest = _chinese_day((0,) * shared + end[shared:])  # type: ignore[arg-type]
    return f"{_chinese_day(start)}至{rest}"


def citation(source: Source, *, restated: bool = False) -> Bilingual:
    """Publisher, title, date and address, as far as given, in the manner of each language.

    `restated` is for text that says in other words what the publication says.
    """
    date = published_date(source)
    title = f'"{source.title}"' if source.title else ""
    en = ", ".join(part for part in (source.publisher, title, date.en, source.url) if part)
    zh = source.publisher + (f"《{source.title}》" if source.title else "") + (f"（{date.zh}）" if date.zh else "")
    if restated:
        en, zh = f"restated from {en}", f"据{zh}改写"
    return Bilingual(en, f"{zh}，{source.url}" if source.url else zh)


def published_date(source: Source) -> Bilingual:
    """The day of a publication in words, or whatever the store has in its place."""
    return iso_dates(source.published) or Bilingual(source.published, source.published)


def source_ids(library: "Library", fact: Fact) -> list[str]:
    """Ids of the publications that state a fact, once each: those of articles first."""
    articles = (library.article(mention.article) for mention in library.mentions_of(fact.id))
    ids = [article.source for article in articles if article] + [e.source for e in library.evidence_of(fact.id)]
    return list(dict.fromkeys(ids))


def sources_of(library: "Library", fact: Fact) -> list[Source]:
    """The publications that state a fact, as far as the library knows them."""
    return [source for source in map(library.source, source_ids(library, fact)) if source is not None]


def publication_list(sources: Iterable[Source]) -> str:
    """Publishers and days, for a cell of a table."""
    return "; ".join(f"{source.publisher}, {source.published}" for source in sources)


_NO_PUBLICATION = Bilingual("no publication given", "未见出处")
ATTESTATION_SIGNS: dict[str, str] = {Attestation.CONFIRMED: "", Attestation.SINGLE: "'", Attestation.DISPUTED: "?"}
"""What stands behind a figure in a list: nothing where it is confirmed."""


def attestation_label(attestation: "FactAttestation") -> Bilingual:
    """In a word or two: `confirmed`, `已多源证实`."""
    if not attestation.sources and attestation.kind is Attestation.SINGLE:
        return _NO_PUBLICATION
    return attestation.kind.label


def attestation_text(attestation: "FactAttestation") -> Bilingual:
    """With the publications, or with what is disputed: `confirmed: 4 publications, both languages`."""
    short = attestation_label(attestation)
    if attestation.kind is Attestation.DISPUTED:
        title = attestation.conflicts[0].title.filled()
        return Bilingual(f"{short.en}: {title.en}", f"{short.zh}：{title.zh}")
    count = len(attestation.sources)
    if count < 2:
        return short
    spoken = _language_list(attestation.languages)
    return Bilingual(f"{short.en}: {count} publications, {spoken.en}", f"{short.zh}：{count}个来源，{spoken.zh}")


def _language_list(languages: frozenset[str]) -> Bilingual:
    """The languages of the publications, English and Chinese first."""
    if {"en", "zh"} <= languages:
        return Bilingual("both languages", "中英文均有")
    names = [language_label(code) for code in sorted(languages, key=lambda code: (code not in ("en", "zh"), code))]
    return Bilingual("in " + " and ".join(name.en for name in names), "均为" + "、".join(name.zh for name in names))
