"""The library: editions, articles, facts and their mentions, read from the compiled form as they are asked for."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from wmc_tui.model import Article, Edition, Evidence, Fact, Mention, Metric, Part, Sentence, Source
from wmc_tui.model.claims import Check, Conflict, Rate
from wmc_tui.store import rows
from wmc_tui.store.database import Database, open_database
from wmc_tui.store.files import StoreFile, library_files
from wmc_tui.store.locations import compiled_file
from wmc_tui.store.problems import Problem
from wmc_tui.store.stamps import compare, is_compatible, note_times

_Thing = TypeVar("_Thing")


def open_library(extra: Sequence[Path] = (), *, use_cache: bool = True) -> "Library":
    """Open the shipped store, the user's own library and the files and folders of `extra`; later ones override.

    Without `use_cache` everything is read anew and nothing is written. Raises StoreError with one clear line where a
    file cannot be read; wrong records are left out and listed in `Library.problems`.
    """
    files = library_files(extra)
    if not use_cache:
        return Library(files, _compile(files, None), None)
    target = compiled_file([file.path for file in files])
    database = open_database(target)
    if database is not None:
        with suppress(sqlite3.Error, ValueError, TypeError):
            if is_compatible(database.connection()):
                comparison = compare(database.connection(), files)
                if comparison.current:
                    library = Library(files, database, target)
                    if comparison.touched:
                        library.rewrite(lambda connection: note_times(connection, comparison.touched))
                    return library
        database.close()
    return Library(files, _compile(files, target), target)


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

    def rewrite(self, edit: Callable[[sqlite3.Connection], None]) -> None:
        """Copy the compiled library, change the copy in one transaction, and read that from now on.

        `edit` gets a connection inside a transaction and may be called a second time, for a copy in memory, where the
        file cannot be written.
        """
        self._replace(self._database.edited(edit, self._compiled))

    @property
    def files(self) -> tuple[Path, ...]:
        """The files read, in the order in which later ones override."""
        return tuple(file.path for file in self._files)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files, by file and line."""
        return tuple(self._all(lambda row: Problem(*row), "SELECT * FROM problem ORDER BY rowid"))

    @cached_property
    def digest(self) -> str:
        """Hex digest over the content of all files read."""
        return str(self._all(lambda row: row[0], "SELECT digest FROM meta")[0])

    def editions(self) -> list[Edition]:
        """All editions, newest first."""
        return self._all(rows.edition, "SELECT * FROM edition ORDER BY year DESC")

    def edition(self, year: int) -> Edition | None:
        """The edition of a year."""
        return self._one(rows.edition, "SELECT * FROM edition WHERE year = ?", year)

    def articles(self, edition: int | None = None) -> list[Article]:
        """All articles, or those of an edition, in file order."""
        if edition is None:
            return self._all(rows.article, "SELECT * FROM article ORDER BY rowid")
        return self._all(rows.article, "SELECT * FROM article WHERE edition = ? ORDER BY rowid", edition)

    def article(self, id: str) -> Article | None:
        """One article."""
        return self._one(rows.article, "SELECT * FROM article WHERE id = ?", id)

    def sentences(self, article_id: str) -> list[Sentence]:
        """The sentences of an article by n; empty for an article that is not there."""
        return self._all(rows.sentence, "SELECT * FROM sentence WHERE article = ? ORDER BY n", article_id)

    def sentence(self, article_id: str, n: int) -> Sentence | None:
        """One sentence."""
        return self._one(rows.sentence, "SELECT * FROM sentence WHERE article = ? AND n = ?", article_id, n)

    def mentions_in(self, article_id: str) -> list[Mention]:
        """The mentions of an article by sentence, language and start."""
        return self._all(rows.mention, "SELECT * FROM mention WHERE article = ? ORDER BY rowid", article_id)

    def mentions(self) -> list[Mention]:
        """All mentions, article by article in file order, in each by sentence, language and start."""
        return self._all(rows.mention, "SELECT * FROM mention ORDER BY rowid")

    def mentions_of(self, fact_id: str) -> list[Mention]:
        """The mentions of a fact by article, in file order, sentence and language."""
        return self._all(rows.mention, "SELECT * FROM mention WHERE fact = ? ORDER BY rowid", fact_id)

    def facts(self, edition: int | None = None, metric: str | None = None) -> list[Fact]:
        """All facts, or those of an edition, of a metric, or of both, in file order."""
        wanted = {"edition": edition, "metric": metric}
        given = {column: value for column, value in wanted.items() if value is not None}
        where = " AND ".join(f"{column} = ?" for column in given) or "1"
        return self._all(rows.fact, f"SELECT * FROM fact WHERE {where} ORDER BY rowid", *given.values())

    def fact(self, id: str) -> Fact | None:
        """One fact."""
        return self._one(rows.fact, "SELECT * FROM fact WHERE id = ?", id)

    def evidence_of(self, fact_id: str) -> list[Evidence]:
        """The publications known to state a fact without an article here, in file order."""
        return self._all(rows.evidence, "SELECT * FROM evidence WHERE fact = ? ORDER BY rowid", fact_id)

    def evidence(self) -> list[Evidence]:
        """All evidence, fact by fact in file order."""
        return self._all(rows.evidence, "SELECT * FROM evidence ORDER BY rowid")

    def metrics(self) -> list[Metric]:
        """All metrics, in file order."""
        return self._all(rows.metric, "SELECT * FROM metric ORDER BY rowid")

    def metric(self, id: str) -> Metric | None:
        """One metric."""
        return self._one(rows.metric, "SELECT * FROM metric WHERE id = ?", id)

    def parts(self) -> list[Part]:
        """All parts, in file order."""
        return self._all(rows.part, "SELECT * FROM part ORDER BY rowid")

    def part(self, id: str) -> Part | None:
        """One part."""
        return self._one(rows.part, "SELECT * FROM part WHERE id = ?", id)

    def rates(self) -> list[Rate]:
        """All exchange rates, in file order."""
        return self._all(rows.rate, "SELECT * FROM rate ORDER BY rowid")

    def conflicts(self, edition: int | None = None) -> list[Conflict]:
        """All conflicts, or those of an edition, in file order."""
        if edition is None:
            return self._all(rows.conflict, "SELECT * FROM conflict ORDER BY rowid")
        return self._all(rows.conflict, "SELECT * FROM conflict WHERE edition = ? ORDER BY rowid", edition)

    def conflict(self, id: str) -> Conflict | None:
        """One conflict."""
        return self._one(rows.conflict, "SELECT * FROM conflict WHERE id = ?", id)

    def checks(self) -> list[Check]:
        """The checks that stores declare, in file order."""
        return self._all(rows.check, 'SELECT * FROM "check" ORDER BY rowid')

    def sources(self) -> list[Source]:
        """All sources, in file order."""
        return self._all(rows.source, "SELECT * FROM source ORDER BY rowid")

    def source(self, id: str) -> Source | None:
        """One source."""
        return self._one(rows.source, "SELECT * FROM source WHERE id = ?", id)

    def origin_of(self, kind: str, id: str | int) -> str:
        """The file that a record came from; `kind` is its table (`edition`, `source`, `metric`, `fact`, `article`).

        Raises KeyError where there is no such record.
        """
        query = "SELECT file FROM origin WHERE kind = ? AND id = ?"
        found = self._one(lambda row: str(row[0]), query, kind, str(id))
        if found is None:
            raise KeyError(f"{kind} {id}")
        return found

    def close(self) -> None:
        """Let go of the compiled file in all threads; the library cannot be read afterwards."""
        self._compiled = None
        self._database.close()
        if self._last is not None:
            self._last.close()

    def __del__(self) -> None:
        self.close()

    def _one(self, make: Callable[[rows.Row], _Thing], query: str, *values: str | int) -> _Thing | None:
        return next(iter(self._all(make, query, *values)), None)

    def _all(self, make: Callable[[rows.Row], _Thing], query: str, *values: str | int) -> list[_Thing]:
        """Every row of a query. Where the compiled file turns out to be damaged, it is made anew and asked again."""
        try:
            return [make(row) for row in self.connection().execute(query, values).fetchall()]
        except OverflowError:
            # No row holds a number beyond 64 bits.
            return []
        except (sqlite3.DatabaseError, ValueError, TypeError, ArithmeticError):
            if self._compiled is None:
                raise
        self._repair()
        return [make(row) for row in self.connection().execute(query, values).fetchall()]

    def _repair(self) -> None:
        """Compile anew what turned out to be damaged; only once, so that a fault of ours is not hidden for ever."""
        target, self._compiled = self._compiled, None
        self._replace(_compile(self._files, target))

    def _replace(self, database: Database) -> None:
        """Read another state; the last one is closed later, since other threads may be reading a row of it."""
        if self._last is not None:
            self._last.close()
        self._last, self._database = self._database, database


def _compile(files: list[StoreFile], target: Path | None) -> Database:
    # Reading TOML and checking it is imported only when a file is new.
    from wmc_tui.store.compile import compile_library

    return compile_library(files, target)
