"""The tables of a store and their keys, each declared once: for validation, for the nearest right key, for the docs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wmc_tui.store import values as forms
from wmc_tui.store.values import Form


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table."""

    name: str
    form: Form
    required: bool = False


@dataclass(frozen=True)
class Table:
    """One table: its keys, and the tables inside it."""

    name: str
    """As in `[[name]]`."""
    id: str
    """The key that names a record."""
    fields: tuple[Field, ...]
    either: tuple[str, ...] = ()
    """Bilingual keys of which at least one language must be there: `label` for `label_en` or `label_zh`."""
    children: tuple["Table", ...] = ()

    @cached_property
    def forms(self) -> dict[str, Form]:
        """What the value of each key looks like."""
        return {field.name: field.form for field in self.fields}

    @cached_property
    def empty(self) -> dict[str, Any]:
        """The values of a record that says nothing."""
        return {field.name: field.form.empty for field in self.fields}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All keys, those of inner tables included."""
        return (*(field.name for field in self.fields), *(child.name for child in self.children))


GROUPS = ("event", "projects", "investment", "guests", "exhibition", "programme", "media", "top500", "region")
"""What metrics belong to, in the order of lists."""


def _both(name: str) -> Iterator[Field]:
    yield Field(f"{name}_en", forms.TEXT)
    yield Field(f"{name}_zh", forms.TEXT)


EDITION = Table(
    "edition",
    "year",
    (
        Field("year", forms.YEAR, required=True),
        *_both("name"),
        Field("start", forms.DAY),
        Field("end", forms.DAY),
        *_both("theme"),
        Field("headline", forms.IDENTS),
        *_both("note"),
    ),
    either=("name",),
)

SOURCE = Table(
    "source",
    "id",
    (
        Field("id", forms.IDENT, required=True),
        Field("publisher", forms.WORDS, required=True),
        Field("title", forms.WORDS, required=True),
        Field("language", forms.SOURCE_LANG, required=True),
        Field("published", forms.PARTIAL_DAY, required=True),
        Field("url", forms.ADDRESS),
        Field("host", forms.one_of("publisher", "syndication", "mirror")),
        *_both("note"),
    ),
)

METRIC = Table(
    "metric",
    "id",
    (
        Field("id", forms.IDENT, required=True),
        *_both("label"),
        Field("unit", forms.UNIT, required=True),
        *_both("noun"),
        *_both("note"),
        Field("group", forms.one_of(*GROUPS)),
        Field("whole", forms.IDENT),
    ),
    either=("label",),
)

PART = Table(
    "part",
    "id",
    (Field("id", forms.IDENT, required=True), *_both("label"), *_both("note")),
    either=("label",),
)

RATE = Table(
    "rate",
    "id",
    (
        Field("id", forms.IDENT, required=True),
        Field("currency", forms.UNIT, required=True),
        Field("month", forms.MONTH, required=True),
        Field("low", forms.NUMBER, required=True),
        Field("high", forms.NUMBER, required=True),
        *_both("note"),
    ),
)

EVIDENCE = Table(
    "evidence",
    "source",
    (
        Field("source", forms.IDENT, required=True),
        Field("lang", forms.LANG, required=True),
        Field("as_written", forms.WORDS, required=True),
    ),
)

FACT = Table(
    "fact",
    "id",
    (
        Field("id", forms.IDENT, required=True),
        Field("edition", forms.YEAR, required=True),
        Field("metric", forms.IDENT, required=True),
        *_both("label"),
        Field("scope", forms.SCOPE, required=True),
        Field("stage", forms.STAGE, required=True),
        Field("value", forms.NUMBER),
        *_both("text"),
        Field("unit", forms.UNIT),
        Field("qualifier", forms.QUALIFIER, required=True),
        *_both("noun"),
        *_both("note"),
        Field("part", forms.IDENT),
        Field("measure", forms.MEASURE),
        Field("since", forms.YEAR_OR_NONE),
        Field("as_of", forms.PARTIAL_DAY),
    ),
    either=("label",),
    children=(EVIDENCE,),
)

MENTION = Table(
    "mention",
    "fact",
    (
        Field("fact", forms.IDENT, required=True),
        Field("en", forms.TEXT),
        Field("zh", forms.TEXT),
        Field("en_before", forms.TEXT),
        Field("zh_before", forms.TEXT),
    ),
)

SENTENCE = Table(
    "sentence",
    "n",
    (
        Field("n", forms.ORDER, required=True),
        Field("heading", forms.FLAG),
        Field("en", forms.TEXT),
        Field("zh", forms.TEXT),
        *_both("note"),
    ),
    children=(MENTION,),
)

ARTICLE = Table(
    "article",
    "id",
    (
        Field("id", forms.IDENT, required=True),
        Field("edition", forms.YEAR, required=True),
        Field("source", forms.IDENT, required=True),
        Field("original", forms.LANG, required=True),
        *_both("title"),
        Field("restated", forms.FLAG),
        *_both("note"),
    ),
    either=("title",),
    children=(SENTENCE,),
)

CONFLICT = Table(
    "conflict",
    "id",
    (
        Field("id", forms.IDENT, required=True),
        Field("edition", forms.YEAR, required=True),
        Field("kind", forms.CONFLICT_KIND, required=True),
        Field("status", forms.CONFLICT_STATUS, required=True),
        *_both("title"),
        Field("facts", forms.IDENTS),
        Field("prefer", forms.IDENT),
        *_both("explanation"),
        *_both("resolution"),
    ),
    either=("title", "explanation"),
)

CHECK = Table(
    "check",
    "id",
    (
        Field("id", forms.IDENT, required=True),
        Field("kind", forms.CHECK_KIND, required=True),
        Field("reported", forms.IDENT, required=True),
        Field("formula", forms.WORDS, required=True),
        *_both("note"),
    ),
)

TABLES = (EDITION, SOURCE, METRIC, PART, RATE, FACT, ARTICLE, CONFLICT, CHECK)
"""The tables at the top of a file."""
