"""From store files to the compiled library, whose rows are read when they are needed."""

import os
import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from itertools import chain
from pathlib import Path

from wmc_tui.store import rows
from wmc_tui.store.content import Content
from wmc_tui.store.database import Database, new_database
from wmc_tui.store.files import StoreFile
from wmc_tui.store.problems import Problem
from wmc_tui.store.stamps import MADE_BY, is_fresh
from wmc_tui.store.toml_file import Document, read
from wmc_tui.store.validate import content_of

SCHEMA = """
CREATE TABLE meta (made_by TEXT, digest TEXT);
CREATE TABLE unindexed (kind TEXT, id TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE file (place INTEGER PRIMARY KEY, path BLOB, size INT, mtime_ns INT, sha256 TEXT);
CREATE TABLE problem (file TEXT, line INT, key TEXT, what TEXT, hint TEXT);
CREATE TABLE origin (kind TEXT, id TEXT, file TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE edition (year INTEGER PRIMARY KEY, name_en TEXT, name_zh TEXT, start TEXT, "end" TEXT, theme_en TEXT,
    theme_zh TEXT, headline TEXT, note_en TEXT, note_zh TEXT);
CREATE TABLE source (id TEXT UNIQUE, publisher TEXT, title TEXT, language TEXT, published TEXT, url TEXT, host TEXT,
    note_en TEXT, note_zh TEXT);
CREATE TABLE metric (id TEXT UNIQUE, label_en TEXT, label_zh TEXT, unit TEXT, noun_en TEXT, noun_zh TEXT,
    note_en TEXT, note_zh TEXT, "group" TEXT, whole TEXT);
CREATE TABLE part (id TEXT UNIQUE, label_en TEXT, label_zh TEXT, note_en TEXT, note_zh TEXT);
CREATE TABLE rate (id TEXT UNIQUE, currency TEXT, month TEXT, low TEXT, high TEXT, note_en TEXT, note_zh TEXT);
CREATE TABLE fact (id TEXT UNIQUE, edition INT, metric TEXT, label_en TEXT, label_zh TEXT, scope TEXT, stage TEXT,
    value TEXT, unit TEXT, qualifier TEXT, noun_en TEXT, noun_zh TEXT, text_en TEXT, text_zh TEXT, note_en TEXT,
    note_zh TEXT, part TEXT, measure TEXT, since INT, as_of TEXT);
CREATE TABLE evidence (fact TEXT, source TEXT, lang TEXT, as_written TEXT);
CREATE TABLE article (id TEXT UNIQUE, edition INT, source TEXT, original TEXT, title_en TEXT, title_zh TEXT,
    restated INT, note_en TEXT, note_zh TEXT);
CREATE TABLE sentence (article TEXT, n INT, en TEXT, zh TEXT, heading INT, note_en TEXT, note_zh TEXT);
CREATE TABLE mention (fact TEXT, article TEXT, sentence INT, lang TEXT, as_written TEXT, start INT, "end" INT);
CREATE TABLE conflict (id TEXT UNIQUE, edition INT, kind TEXT, status TEXT, title_en TEXT, title_zh TEXT, facts TEXT,
    prefer TEXT, explanation_en TEXT, explanation_zh TEXT, resolution_en TEXT, resolution_zh TEXT);
CREATE TABLE "check" (id TEXT UNIQUE, kind TEXT, reported TEXT, formula TEXT, note_en TEXT, note_zh TEXT);
CREATE INDEX fact_edition ON fact (edition);
CREATE INDEX fact_metric ON fact (metric);
CREATE INDEX evidence_fact ON evidence (fact);
CREATE INDEX article_edition ON article (edition);
CREATE UNIQUE INDEX sentence_address ON sentence (article, n);
CREATE INDEX mention_article ON mention (article);
CREATE INDEX mention_fact ON mention (fact);
"""


def compile_library(files: list[StoreFile], target: Path | None) -> Database:
    """Read, validate and compile; leaves the result at `target`, or in memory where that is None or not writable.

    Raises StoreError where a file cannot be read.
    """
    documents = [read(file) for file in files]
    content = content_of(documents)
    problems = [problem for document in documents for problem in document.problems()]
    return new_database(lambda connection: _fill(connection, files, documents, content, problems), target)


def digest_of(documents: Iterable[Document]) -> str:
    """Hex digest over what all files hold, whatever their names."""
    return sha256("".join(document.sha256 for document in documents).encode("ascii")).hexdigest()


def _fill(
    connection: sqlite3.Connection,
    files: list[StoreFile],
    documents: list[Document],
    content: Content,
    problems: list[Problem],
) -> None:
    for statement in SCHEMA.split(";"):
        connection.execute(statement)
    _insert(connection, "meta", [(MADE_BY, digest_of(documents))])
    _insert(connection, "file", [(None, *_stamp(*one)) for one in zip(files, documents, strict=True)])
    _insert(connection, "problem", problems)
    _insert(connection, "origin", ((*key, file) for key, file in content.origins.items()))
    _insert_content(connection, content)
    connection.execute("INSERT INTO unindexed SELECT kind, id FROM origin")


def _stamp(file: StoreFile, document: Document) -> tuple[bytes, int, int, str]:
    mtime_ns = 0 if is_fresh(document.mtime_ns) else document.mtime_ns
    return os.fsencode(file.path), document.size, mtime_ns, document.sha256


def _insert(connection: sqlite3.Connection, table: str, values: Iterable[tuple[object, ...]]) -> None:
    columns = len(connection.execute(f"SELECT * FROM {table}").description)
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", values)


def _insert_content(connection: sqlite3.Connection, content: Content) -> None:
    def insert(table: str, things: Iterable[rows.Thing]) -> None:
        _insert(connection, table, map(rows.to_row, things))

    insert("edition", content.editions.values())
    insert("source", content.sources.values())
    insert("metric", content.metrics.values())
    insert("part", content.parts.values())
    insert("rate", content.rates.values())
    insert("fact", content.facts.values())
    insert("article", content.articles.values())
    insert("evidence", chain.from_iterable(content.evidence.values()))
    insert("sentence", chain.from_iterable(content.sentences.values()))
    insert("conflict", content.conflicts.values())
    insert('"check"', content.checks.values())
    insert("mention", chain.from_iterable(content.mentions.values()))
