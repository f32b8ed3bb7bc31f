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
    Mention,
    Metric,
    Qualifier,
    Scope,
    Sentence,
    Source,
    Stage,
)

Thing = Article | Edition | Evidence | Fact | Mention | Metric | Sentence | Source
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
    return Metric(row[0], Bilingual(*row[1:3]), row[3], Bilingual(*row[4:6]), Bilingual(*row[6:]))


def fact(row: Row) -> Fact:
    """The fact of a row."""
    ident, year, measured, label_en, label_zh, scope, stage, value, unit, qualifier, *bilinguals = row
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
        Bilingual(*bilinguals[0:2]),
        Bilingual(*bilinguals[2:4]),
        Bilingual(*bilinguals[4:6]),
    )


def evidence(row: Row) -> Evidence:
    """The evidence of a row."""
    of, where, lang, as_written = row
    return Evidence(of, where, Lang(lang), as_written)


def article(row: Row) -> Article:
    """The article of a row."""
    ident, year, where, original, title_en, title_zh, restated, note_en, note_zh = row
    title, note = Bilingual(title_en, title_zh), Bilingual(note_en, note_zh)
    return Article(ident, year, where, Lang(original), title, bool(restated), note)


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
