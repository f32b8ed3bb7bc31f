"""Between things of the model and rows of the compiled library, by the fields of their classes.

A column has the name of its field; a bilingual field has two, `label_en` and `label_zh`. A Decimal is text.

The tables of the model hold what the library shows: of each id the last record that is good. `record` holds what the
files say, each record with its file, and `reference` what each record depends on.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, get_args

from wmc_tui.model import Article, Bilingual, Edition, Evidence, Fact, Mention, Metric, Part, Sentence, Source
from wmc_tui.model.claims import Check, Conflict, Rate

Thing = Article | Check | Conflict | Edition | Evidence | Fact | Mention | Metric | Part | Rate | Sentence | Source
Row = tuple[Any, ...]
_Thing = TypeVar("_Thing", bound=Thing)


def from_row(kind: type[_Thing], row: Row) -> _Thing:
    """The thing of a row. Raises ValueError, TypeError or ArithmeticError where the row holds what it cannot be."""
    values: list[Any] = []
    start = 0
    for width, read in _PLANS[kind]:
        if width == 2:
            values.append(Bilingual(_text(row[start]), _text(row[start + 1])))
        else:
            value = row[start]
            values.append(value if read is None or value is None else read(value))
        start += width
    return kind(*values)


def to_row(thing: Thing) -> Row:
    """The row of a thing."""
    row: list[object] = []
    for value in thing:
        if value is None or type(value) is str:
            row.append(value)
        elif isinstance(value, Bilingual):
            row += (value.en, value.zh)
        elif isinstance(value, int):
            row.append(int(value))
        elif isinstance(value, tuple):
            row.append(" ".join(value))
        else:
            row.append(value.isoformat() if isinstance(value, date) else str(value))
    return tuple(row)


def _reader(annotation: Any) -> Callable[[Any], Any] | None:
    if annotation in _READERS:
        return _READERS[annotation]
    return annotation if isinstance(annotation, type) and issubclass(annotation, StrEnum) else None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"{value!r} is no integer")
    return value


_READERS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _number,
    int | None: _number,
    bool: bool,
    date | None: date.fromisoformat,
    Decimal: Decimal,
    Decimal | None: Decimal,
    tuple[str, ...]: lambda text: tuple(text.split()),
}


def _plan(kind: type) -> list[tuple[int, Callable[[Any], Any] | None]]:
    return [(2, None) if field is Bilingual else (1, _reader(field)) for field in kind.__annotations__.values()]


def _columns(kind: type) -> str:
    names = []
    for field, annotation in kind.__annotations__.items():
        names += [f"{field}_en", f"{field}_zh"] if annotation is Bilingual else [field]
    return ", ".join(f'"{name}"' for name in names)


_KINDS: tuple[type[Thing], ...] = get_args(Thing)
_PLANS: dict[type, list[tuple[int, Callable[[Any], Any] | None]]] = {kind: _plan(kind) for kind in _KINDS}
"""For each field of a class how many columns it has and what makes its value of them."""
COLUMNS: dict[type, str] = {kind: _columns(kind) for kind in _KINDS}
"""The columns of a class as SQL, in the order of its fields."""

MODEL_TABLES: dict[str, type[Thing]] = {
    kind.__name__.lower(): kind for kind in _KINDS if kind not in (Evidence, Mention, Sentence)
}
"""The tables that have a row for each record that the library shows."""

RECORD_INDEX = "CREATE INDEX record_id ON record (kind, id)"
"""Made when all records are there."""

STATEMENTS = (
    "CREATE TABLE meta (made_by, digest)",
    # place: where the file stands in the order of reading
    "CREATE TABLE file (number INTEGER PRIMARY KEY, place INT, path BLOB, name, size INT, mtime_ns INT, sha256)",
    # place: that of the file, then of the record among its like. line: of its header. lines: as JSON, those of its
    # keys from there; empty where they follow one by one. body: as JSON, what the file says; NULL for a wrong record.
    """CREATE TABLE record (number INTEGER PRIMARY KEY, kind, id, file INT, place INT, line INT, lines, body,
    digest BLOB)""",
    "CREATE INDEX record_file ON record (file)",
    # target: a checksum of kind and id, so that two may share one
    "CREATE TABLE reference (target INT, record INT, PRIMARY KEY (target, record)) WITHOUT ROWID",
    # record: NULL for what is wrong in the file itself. label: of facts that share one.
    'CREATE TABLE fault (file INT, record INT, label, line INT, "key", what, hint, missing, wrong)',
    "CREATE INDEX fault_record ON fault (record)",
    "CREATE INDEX fault_file ON fault (file) WHERE record IS NULL",
    "CREATE INDEX fault_label ON fault (label) WHERE label IS NOT NULL",
    'CREATE TABLE problem (file, line INT, "key", what, hint)',
    # What the search index has not read yet. It empties this table.
    "CREATE TABLE unindexed (kind, id, PRIMARY KEY (kind, id)) WITHOUT ROWID",
    *(
        f'CREATE TABLE "{name}" (place INTEGER PRIMARY KEY, record INT, {COLUMNS[kind]},'
        f" UNIQUE ({'year' if kind is Edition else 'id'}))"
        for name, kind in MODEL_TABLES.items()
    ),
    f"CREATE TABLE evidence ({COLUMNS[Evidence]}, position INT, PRIMARY KEY (fact, position)) WITHOUT ROWID",
    f"CREATE TABLE sentence ({COLUMNS[Sentence]}, PRIMARY KEY (article, n)) WITHOUT ROWID",
    f"""CREATE TABLE mention ({COLUMNS[Mention]}, line INT, position INT, PRIMARY KEY (article, position))
    WITHOUT ROWID""",
    "CREATE INDEX fact_edition ON fact (edition)",
    "CREATE INDEX fact_metric ON fact (metric, edition)",
    "CREATE INDEX article_edition ON article (edition)",
    "CREATE INDEX mention_fact ON mention (fact)",
)
