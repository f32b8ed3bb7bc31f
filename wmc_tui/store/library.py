"""The library: editions, articles, facts and their mentions, read from the compiled form as they are asked for."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from wmc_tui.model import Article, Edition, Evidence, Fact, Mention, Metric, Part, Sentence, Source
from wmc_tui.model.claims import Check, Conflict, Rate
from wmc_tui.store.database import Database, edit_database, open_database
from wmc_tui.store.files import MADE_BY, Report, StoreFile, compare, library_files, note_times
from wmc_tui.store.locations import compiled_file
from wmc_tui.store.problems import Problem
from wmc_tui.store.rows import COLUMNS, Row, Thing, from_row, to_row

_Thing = TypeVar("_Thing", bound=Thing)
_Made = TypeVar("_Made")
_BY_ARTICLE = "ORDER BY (SELECT place FROM article WHERE id = mention.article), position"


def open_library(extra: Sequence[Path] = (), *, use_cache: bool = True, progress: Report | None = None) -> "Library":
    """Open the shipped store, the user's own library and the files and folders of `extra`; later ones override.

    Files that changed are compiled first, and `progress` hears of it a few times a second, in the calling thread; what
    it raises ends that. Without `use_cache` everything is read anew and nothing is written. Raises StoreError with one
    clear line where a file cannot be read; wrong records are left out and listed in `Library.problems`.
    """
    files = library_files(extra)
    if not use_cache:
        return Library(files, _compile(files, None, None, progress), None)
    target = compiled_file(extra)
    library, database = _open_current(files, target)
    if library is not None:
        return library
    return Library(files, _compile(files, target, database, progress), target)


def open_current(extra: Sequence[Path] = ()) -> "Library | None":
    """The library where nothing has to be compiled, which takes a moment whatever its size; else None.

    Raises StoreError as `open_library` does for files that are not there.
    """
    return _open_current(library_files(extra), compiled_file(extra))[0]


def _open_current(files: list[StoreFile], target: Path) -> "tuple[Library | None, Database | None]":
    """The library, or else the compiled one that differs from the files, if there is such a one."""
    database = _open_compiled(target)
    if database is None:
        return None, None
    try:
        comparison = compare(database.connection(), files)
        if not comparison.current:
            return None, database
        library = Library(files, database, target)
        if comparison.touched:
            library.rewrite(lambda connection: note_times(connection, comparison.touched))
    except (sqlite3.Error, ValueError, TypeError):
        return None, None
    return library, database


def needs_compiling(extra: Sequence[Path] = ()) -> int:
    """How many bytes of TOML `open_library` would have to compile; 0 where the compiled library is current.

    Looks at sizes and times only. Raises StoreError as `open_library` does for files that are not there.
    """
    files = library_files(extra)
    database = _open_compiled(compiled_file(extra))
    changed = files
    if database is not None:
        with suppress(sqlite3.Error, ValueError, TypeError):
            changed = compare(database.connection(), files, content=False).changed
    return sum(max(file.size, 0) for file in changed)


def _open_compiled(target: Path) -> Database | None:
    """The compiled library, if it is whole and of this version."""
    database = open_database(target)
    if database is None:
        return None
    with suppress(sqlite3.Error):
        if database.connection().execute("SELECT made_by FROM meta").fetchone() == (MADE_BY,):
            return database
    return None


class Origin(NamedTuple):
    """Where a record stands."""

    file: str
    """The file, as a path."""
    line: int | None
    """Line in it, from 1."""


class Library:
    """What all stores hold together. Its methods may be called from any thread."""

    def __init__(self, files: list[StoreFile], database: Database, compiled: Path | None) -> None:
        self._files = files
        self._database = database
        self._last: Database | None = None
        self._compiled = compiled

    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection to the compiled library, for reading. It ends with the next `rewrite`."""
        return self._database.connection()

    def rewrite(self, edit: Callable[[sqlite3.Connection], object]) -> None:
        """Copy the compiled library, change the copy in one transaction, and read that from now on.

        `edit` gets a connection inside a transaction and may be called a second time, for a copy in memory, where the
        file cannot be written.
        """
        self._replace(edit_database(self._database, edit, self._compiled))

    @property
    def files(self) -> tuple[Path, ...]:
        """The files read, in the order in which later ones override."""
        return tuple(file.path for file in self._files)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files, by file and line."""
        return tuple(self._read(Problem._make, "SELECT * FROM problem ORDER BY rowid"))

    @cached_property
    def digest(self) -> str:
        """Hex digest over the content of all files read."""
        return str(self._read(lambda row: row[0], "SELECT digest FROM meta")[0])

    def editions(self) -> list[Edition]:
        """All editions, newest first."""
        return self._select(Edition, "ORDER BY year DESC")

    def edition(self, year: int) -> Edition | None:
        """The edition of a year."""
        return self._first(Edition, "WHERE year = ?", year)

    def articles(self, edition: int | None = None) -> list[Article]:
        """All articles, or those of an edition, in file order."""
        return self._list(Article, edition=edition)

    def article(self, id: str) -> Article | None:
        """One article."""
        return self._first(Article, "WHERE id = ?", id)

    def sentences(self, article_id: str) -> list[Sentence]:
        """The sentences of an article by n; empty for an article that is not there."""
        return self._select(Sentence, "WHERE article = ? ORDER BY n", article_id)

    def sentence(self, article_id: str, n: int) -> Sentence | None:
        """One sentence."""
        return self._first(Sentence, "WHERE article = ? AND n = ?", article_id, n)

    def mentions_in(self, article_id: str) -> list[Mention]:
        """The mentions of an article by sentence, language and start."""
        return self._select(Mention, "WHERE article = ? ORDER BY position", article_id)

    def mentions(self) -> list[Mention]:
        """All mentions, article by article in file order, in each by sentence, language and start."""
        return self._select(Mention, _BY_ARTICLE)

    def mentions_of(self, fact_id: str) -> list[Mention]:
        """The mentions of a fact by article, in file order, sentence and language."""
        return self._select(Mention, f"WHERE fact = ? {_BY_ARTICLE}", fact_id)

    def facts(self, edition: int | None = None, metric: str | None = None) -> list[Fact]:
        """All facts, or those of an edition, of a metric, or of both, in file order."""
        return self._list(Fact, edition=edition, metric=metric)

    def fact(self, id: str) -> Fact | None:
        """One fact."""
        return self._first(Fact, "WHERE id = ?", id)

    def evidence_of(self, fact_id: str) -> list[Evidence]:
        """The publications known to state a fact without an article here, in file order."""
        return self._select(Evidence, "WHERE fact = ? ORDER BY position", fact_id)

    def evidence(self) -> list[Evidence]:
        """All evidence, fact by fact in file order."""
        return self._select(Evidence, "ORDER BY (SELECT place FROM fact WHERE id = evidence.fact), position")

    def metrics(self) -> list[Metric]:
        """All metrics, in file order."""
        return self._list(Metric)

    def metric(self, id: str) -> Metric | None:
        """One metric."""
        return self._first(Metric, "WHERE id = ?", id)

    def parts(self) -> list[Part]:
        """All parts, in file order."""
        return self._list(Part)

    def part(self, id: str) -> Part | None:
        """One part."""
        return self._first(Part, "WHERE id = ?", id)

    def rates(self) -> list[Rate]:
        """All exchange rates, in file order."""
        return self._list(Rate)

    def conflicts(self, edition: int | None = None) -> list[Conflict]:
        """All conflicts, or those of an edition, in file order."""
        return self._list(Conflict, edition=edition)

    def conflict(self, id: str) -> Conflict | None:
        """One conflict."""
        return self._first(Conflict, "WHERE id = ?", id)

    def checks(self) -> list[Check]:
        """The checks that stores declare, in file order."""
        return self._list(Check)

    def sources(self) -> list[Source]:
        """All sources, in file order."""
        return self._list(Source)

    def source(self, id: str) -> Source | None:
        """One source."""
        return self._first(Source, "WHERE id = ?", id)

    def origin_of(self, kind: str, id: str | int, key: str = "") -> Origin:
        """The file and the line of a record, or of one of its keys; `kind` is its table (`edition`, `fact`, ...).

        Raises KeyError where there is no such record.
        """
        query = f"""SELECT name, line, body, lines FROM "{kind}" AS shown JOIN record ON record.number = shown.record
            JOIN file ON file.number = record.file WHERE shown.{"year" if kind == "edition" else "id"} = ?"""
        origins = self._read(lambda row: _origin(row, key), query, id)
        if not origins:
            raise KeyError(f"{kind} {id}")
        return origins[0]

    def origin_of_mention(self, mention: Mention) -> Origin:
        """The file and the line of a mention's figure. Raises KeyError where there is no such mention."""
        query = """SELECT name, record.line + mention.line FROM mention JOIN article ON article.id = mention.article
            JOIN record ON record.number = article.record JOIN file ON file.number = record.file
            WHERE (fact, mention.article, sentence, lang, as_written, start, "end") = (?, ?, ?, ?, ?, ?, ?)"""
        origins = self._read(Origin._make, query, *to_row(mention))
        if not origins:
            raise KeyError(f"mention of {mention.fact} in {mention.article}")
        return origins[0]

    def close(self) -> None:
        """Let go of the compiled file in all threads; the library cannot be read afterwards."""
        self._compiled = None
        self._database.close()
        if self._last is not None:
            self._last.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _list(self, kind: type[_Thing], **wanted: object) -> list[_Thing]:
        """The things of a class in file order; those with the wanted values alone, None aside."""
        given = {column: value for column, value in wanted.items() if value is not None}
        where = " AND ".join(f"{column} = ?" for column in given) or "1"
        return self._select(kind, f"WHERE {where} ORDER BY place", *given.values())

    def _first(self, kind: type[_Thing], query: str, *values: object) -> _Thing | None:
        return next(iter(self._select(kind, query, *values)), None)

    def _select(self, kind: type[_Thing], query: str, *values: object) -> list[_Thing]:
        """The things of a class that a query finds in its table."""
        query = f'SELECT {COLUMNS[kind]} FROM "{kind.__name__.lower()}" {query}'
        return self._read(lambda row: from_row(kind, row), query, *values)

    def _read(self, make: Callable[[Row], _Made], query: str, *values: object) -> list[_Made]:
        """Every row of a query. Where the compiled file turns out to be damaged, it is made anew and asked again."""
        try:
            return [make(row) for row in self.connection().execute(query, values).fetchall()]
        except OverflowError:
            # No row holds a number beyond 64 bits.
            return []
        except (sqlite3.DatabaseError, ValueError, TypeError, ArithmeticError, LookupError):
            if self._compiled is None:
                raise
        self._repair()
        return [make(row) for row in self.connection().execute(query, values).fetchall()]

    def _repair(self) -> None:
        """Compile anew what turned out to be damaged; only once, so that a fault of ours is not hidden for ever."""
        target, self._compiled = self._compiled, None
        self._replace(_compile(self._files, target, None, None))

    def _replace(self, database: Database) -> None:
        """Read another state; the last one is closed later, since other threads may be reading a row of it."""
        if self._last is not None:
            self._last.close()
        self._last, self._database = self._database, database


def _compile(files: list[StoreFile], target: Path | None, base: Database | None, progress: Report | None) -> Database:
    # Reading TOML and checking it is imported only when a file is new.
    from wmc_tui.store.compile import compile_library

    return compile_library(files, target, base, report=progress)


def _origin(row: Row, key: str) -> Origin:
    file, line, body, lines = row
    if line is None or not key:
        return Origin(file, line)
    from wmc_tui.store.file_records import restore_lines
    from wmc_tui.store.lines import line_in

    return Origin(file, line + line_in(restore_lines(body, lines), key))
