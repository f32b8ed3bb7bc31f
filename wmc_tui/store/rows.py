"""Between things of the model and rows of the compiled library.

The columns of a table stand in the order of the fields of its class, a bilingual field as two; a Decimal is text.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from wmc_tui.model import (
    Article,
    Bilingual,
    Edition,
    Evidence,
    Fact,
    Lang,
    Measure,
    Mention,
    Metric,
    Part,
    Qualifier,
    Scope,
    Sentence,
    Source,
    Stage,
)
from wmc_tui.model.claims import Check, CheckKind, Conflict, ConflictKind, ConflictStatus, Rate

Thing = Article | Check | Conflict | Edition | Evidence | Fact | Mention | Metric | Part | Rate | Sentence | Source
Row = tuple[Any, ...]


def to_row(thing: Thing) -> tuple[object, ...]:
    """The row of a thing."""
    row: list[object] = []
    for value in thing:
        if isinstance(value, Bilingual):
            row += (value.en, value.zh)
        elif isinstance(value, tuple):
            row.append(" ".join(value))
        elif value is None or isinstance(value, int):
            row.append(value)
        else:
            row.append(value.isoformat() if isinstance(value, date) else str(value))
    return tuple(row)


def edition(row: Row) -> Edition:
    """The edition of a row."""
    year, name_en, name_zh, start, end, theme_en, theme_zh, headline, note_en, note_zh = row
    return Edition(
        year,
        Bilingual(name_en, name_zh),
        _day(start),
        _day(end),
        Bilingual(theme_en, theme_zh),
        tuple(headline.split()),
        Bilingual(note_en, note_zh),
    )


def source(row: Row) -> Source:
    """The source of a row."""
    ident, publisher, title, language, published, url, host, note_en, note_zh = row
    return Source(ident, publisher, title, language, published, url, host, Bilingual(note_en, note_zh))


def metric(row: Row) -> Metric:
    """The metric of a row."""
    return Metric(row[0], Bilingual(*row[1:3]), row[3], Bilingual(*row[4:6]), Bilingual(*row[6:8]), *row[8:])


def part(row: Row) -> Part:
    """The part of a row."""
    return Part(row[0], Bilingual(*row[1:3]), Bilingual(*row[3:]))


def rate(row: Row) -> Rate:
    """The exchange rate of a row."""
    ident, currency, month, low, high, note_en, note_zh = row
    return Rate(ident, currency, month, Decimal(low), Decimal(high), Bilingual(note_en, note_zh))


def conflict(row: Row) -> Conflict:
    """The conflict of a row."""
    ident, year, kind, status, title_en, title_zh, facts, prefer, *said = row
    title, explanation, resolution = Bilingual(title_en, title_zh), Bilingual(*said[:2]), Bilingual(*said[2:])
    kinds = ConflictKind(kind), ConflictStatus(status)
    return Conflict(ident, year, *kinds, title, tuple(facts.split()), prefer, explanation, resolution)


def check(row: Row) -> Check:
    """The check of a row."""
    ident, kind, reported, formula, note_en, note_zh = row
    return Check(ident, CheckKind(kind), reported, formula, Bilingual(note_en, note_zh))


def fact(row: Row) -> Fact:
    """The fact of a row."""
    ident, year, measured, label_en, label_zh, scope, stage, value, unit, qualifier, *rest = row
    return Fact(
        ident,
        year,
        measured,
        Bilingual(label_en, label_zh),
        Scope(scope),
        Stage(stage),
        None if value is None else Decimal(value),
        unit,
        Qualifier(qualifier),
        Bilingual(*rest[0:2]),
        Bilingual(*rest[2:4]),
        Bilingual(*rest[4:6]),
        rest[6],
        Measure(rest[7]),
        *rest[8:],
    )


def evidence(row: Row) -> Evidence:
    """The evidence of a row."""
    of, where, lang, as_written = row
    return Evidence(of, where, lang, as_written)


def article(row: Row) -> Article:
    """The article of a row."""
    ident, year, where, original, title_en, title_zh, restated, note_en, note_zh = row
    title, note = Bilingual(title_en, title_zh), Bilingual(note_en, note_zh)
    return Article(ident, year, where, original, title, bool(restated), note)


def sentence(row: Row) -> Sentence:
    """The sentence of a row."""
    of, n, en, zh, heading, note_en, note_zh = row
    return Sentence(of, n, en, zh, bool(heading), Bilingual(note_en, note_zh))


def mention(row: Row) -> Mention:
    """The mention of a row."""
    of, where, n, lang, as_written, start, end = row
    return Mention(of, where, n, Lang(lang), as_written, start, end)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
