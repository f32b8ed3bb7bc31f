"""The tables of a store and their keys, each declared once: for validation, for the nearest right key, for the docs."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wmc_tui.store import values as forms
from wmc_tui.store.values import Form


@dataclass(frozen=True)
class Table:
    """One table: its keys, each with what its value looks like, and the tables inside it."""

    name: str
    """As in `[[name]]`."""
    required: dict[str, Form]
    """Keys that every record has; the first one names it."""
    optional: dict[str, Form] = field(default_factory=dict)
    either: tuple[str, ...] = ()
    """Bilingual keys of which at least one language must be there: `label` for `label_en` or `label_zh`."""
    children: tuple["Table", ...] = ()

    @cached_property
    def id(self) -> str:
        """The key that names a record."""
        return next(iter(self.required))

    @cached_property
    def forms(self) -> dict[str, Form]:
        """What the value of each key looks like."""
        return self.required | self.optional

    @cached_property
    def empty(self) -> dict[str, Any]:
        """The values of a record that says nothing."""
        return {key: form.empty for key, form in self.forms.items()}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All keys, those of inner tables included."""
        return (*self.forms, *(child.name for child in self.children))


GROUPS = ("event", "projects", "investment", "guests", "exhibition", "programme", "media", "top500", "region")
"""What metrics belong to, in the order of lists."""


def _both(*names: str) -> dict[str, Form]:
    """The two keys of each bilingual text."""
    return {f"{name}_{lang}": forms.TEXT for name in names for lang in ("en", "zh")}


EDITION = Table(
    "edition",
    {"year": forms.YEAR},
    {"start": forms.DAY, "end": forms.DAY, "headline": forms.IDENTS} | _both("name", "theme", "note"),
    either=("name",),
)

SOURCE = Table(
    "source",
    {
        "id": forms.IDENT,
        "publisher": forms.WORDS,
        "title": forms.WORDS,
        "language": forms.SOURCE_LANG,
        "published": forms.PARTIAL_DAY,
    },
    {"url": forms.ADDRESS, "host": forms.one_of("publisher", "syndication", "mirror")} | _both("note"),
)

METRIC = Table(
    "metric",
    {"id": forms.IDENT, "unit": forms.UNIT},
    {"group": forms.one_of(*GROUPS), "whole": forms.IDENT} | _both("label", "noun", "note"),
    either=("label",),
)

PART = Table("part", {"id": forms.IDENT}, _both("label", "note"), either=("label",))

RATE = Table(
    "rate",
    {"id": forms.IDENT, "currency": forms.UNIT, "month": forms.MONTH, "low": forms.NUMBER, "high": forms.NUMBER},
    _both("note"),
)

EVIDENCE = Table("evidence", {"source": forms.IDENT, "lang": forms.LANG, "as_written": forms.WORDS})

FACT = Table(
    "fact",
    {
        "id": forms.IDENT,
        "edition": forms.YEAR,
        "metric": forms.IDENT,
        "scope": forms.SCOPE,
        "stage": forms.STAGE,
        "qualifier": forms.QUALIFIER,
    },
    {
        "value": forms.NUMBER,
        "unit": forms.UNIT,
        "part": forms.IDENT,
        "measure": forms.MEASURE,
        "since": forms.YEAR_OR_NONE,
        "as_of": forms.PARTIAL_DAY,
    }
    | _both("label", "text", "noun", "note"),
    either=("label",),
    children=(EVIDENCE,),
)

MENTION = Table(
    "mention",
    {"fact": forms.IDENT},
    {"en": forms.TEXT, "zh": forms.TEXT, "en_before": forms.TEXT, "zh_before": forms.TEXT},
)

SENTENCE = Table(
    "sentence",
    {"n": forms.ORDER},
    {"heading": forms.FLAG, "en": forms.TEXT, "zh": forms.TEXT} | _both("note"),
    children=(MENTION,),
)

ARTICLE = Table(
    "article",
    {"id": forms.IDENT, "edition": forms.YEAR, "source": forms.IDENT, "original": forms.LANG},
    {"restated": forms.FLAG} | _both("title", "note"),
    either=("title",),
    children=(SENTENCE,),
)

CONFLICT = Table(
    "conflict",
    {"id": forms.IDENT, "edition": forms.YEAR, "kind": forms.CONFLICT_KIND, "status": forms.CONFLICT_STATUS},
    {"facts": forms.IDENTS, "prefer": forms.IDENT} | _both("title", "explanation", "resolution"),
    either=("title", "explanation"),
)

CHECK = Table(
    "check",
    {"id": forms.IDENT, "kind": forms.CHECK_KIND, "reported": forms.IDENT, "formula": forms.WORDS},
    _both("note"),
)

TABLES = (EDITION, SOURCE, METRIC, PART, RATE, FACT, ARTICLE, CONFLICT, CHECK)
"""The tables at the top of a file."""
