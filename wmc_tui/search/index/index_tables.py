"""The tables of the index in the compiled library: what is in them, and how records come and go.

Places number the records by how prominent they are, so that the first rows of a look-up are the best ones whatever
the size of the library. A place is a step of prominence with room behind it: records come and go without renumbering.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import add

from wmc_tui.search.index.record import Record, figures_in
from wmc_tui.search.index.scoring import FIT
from wmc_tui.search.index.sounds import is_sound
from wmc_tui.search.index.tokens import COUNTED, stem, tokens_of

VERSION = 2
"""Of tables and tokens; raise it when either changes, or anything that records are made of."""

_TOKEN_CHARACTERS = "!#$%&()*+,-./:;<=>?@[\\]^_`{|}~"
_FIELDS = ", ".join(Record._fields)
_SCHEMA = f"""
CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', columnsize=0, detail=none,
    tokenize="ascii tokenchars '{_TOKEN_CHARACTERS}'");
CREATE TABLE search_record (place INTEGER PRIMARY KEY, {_FIELDS});
CREATE UNIQUE INDEX search_record_id ON search_record (kind, id);
CREATE INDEX search_record_article ON search_record (article) WHERE kind = 'sentence';
CREATE TABLE search_word (token TEXT PRIMARY KEY, records INT, stem TEXT) WITHOUT ROWID;
CREATE INDEX search_word_stem ON search_word (stem) WHERE stem IS NOT NULL;
CREATE TABLE search_sound (sound TEXT, token TEXT, PRIMARY KEY (sound, token)) WITHOUT ROWID;
CREATE TABLE search_trigram (trigram TEXT, length INT, word TEXT, PRIMARY KEY (trigram, length, word)) WITHOUT ROWID;
CREATE TABLE search_figure (value REAL, exact TEXT, unit TEXT, records INT, PRIMARY KEY (value, exact, unit))
    WITHOUT ROWID;
CREATE TABLE search_label (name TEXT, id TEXT, en TEXT, zh TEXT, PRIMARY KEY (name, id));
CREATE TABLE search_input (kind TEXT, id TEXT, facts TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE search_version (version INT);
INSERT INTO search_version VALUES ({VERSION});
"""
_TABLES = ("index", "record", "word", "sound", "trigram", "figure", "label", "input", "version")

_MODULE = "fts5"
ROOM = 24
"""Bits for the records of one step of prominence."""
_MOST_PROMINENT, PROMINENCE_STEP = 50.0, 0.05
_TYPICAL = 8
"""Letters of a query that most of a label may be."""
_SHORT = 7
_BUFFER = 32 << 20
"""Bytes of postings that are collected before they are written; by default FTS5 writes each megabyte and merges often."""

_COUNTED_AT_ONCE = 5000
"""Records after which the vocabulary is brought up to date."""

Key = tuple[str, str]
"""Kind and id of a record."""
Label = tuple[str, str, str, str]
"""A filter, the id of a value, and what that is called in English and in Chinese."""


class NoFullTextSearch(RuntimeError):
    """This Python's sqlite3 lacks FTS5."""

    def __init__(self) -> None:
        super().__init__("searching needs FTS5, which the sqlite3 of this Python lacks; use another build of Python")


def has_tables(connection: sqlite3.Connection) -> bool:
    """Whether the index is there, as this version makes it."""
    try:
        return bool(connection.execute("SELECT version FROM search_version").fetchone() == (VERSION,))
    except sqlite3.OperationalError:
        return False


def records_to_index(connection: sqlite3.Connection) -> int:
    """About how many records of a compiled library are to be made; 0 where the index is up to date."""
    if has_tables(connection):
        return int(connection.execute("SELECT count(*) FROM unindexed").fetchone()[0])
    tables = ("fact", "article", "sentence", "source", "metric")
    return 1 + sum(int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables)


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the tables anew, empty. Raises NoFullTextSearch."""
    for table in _TABLES:
        connection.execute(f"DROP TABLE IF EXISTS search_{table}")
    try:
        for statement in filter(str.strip, _SCHEMA.split(";\n")):
            connection.execute(statement)
    except sqlite3.OperationalError as error:
        if str(error) == f"no such module: {_MODULE}":
            raise NoFullTextSearch from None
        raise
    connection.execute("INSERT INTO search_index (search_index, rank) VALUES ('hashsize', ?)", [_BUFFER])


def _prominence(record: Record) -> float:
    """The bonus, and what a word typed says of a label as short."""
    letters = len(record.label_en or record.label_zh or record.words_en or record.words_zh)
    return record.bonus + FIT * min(1.0, _TYPICAL / max(letters, 1))


class Writer:
    """Puts records into the tables and takes them out."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._next: dict[int, int] = {}
        self._seen: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._uncounted = 0
        columns = ", ".join("?" * (len(Record._fields) + 1))
        self._insert = f"INSERT INTO search_record VALUES ({columns})"

    def insert(self, records: Iterable[Record]) -> None:
        """Add records that are not there; some are not counted until `finish`."""
        placed = sorted(((self._place(record), record) for record in records), key=lambda pair: pair[0])
        rows = []
        for place, record in placed:
            tokens = tokens_of(record)
            self._counts.update(tokens)
            rows.append((place, " ".join(tokens)))
        self._connection.executemany(self._insert, [(place, *record) for place, record in placed])
        self._connection.executemany("INSERT INTO search_index (rowid, tokens) VALUES (?, ?)", rows)
        self._count_figures((record for _, record in placed), 1)
        self._add_sounds(record for _, record in placed)
        self._uncounted += len(placed)
        if self._uncounted >= _COUNTED_AT_ONCE:
            self.finish()

    def finish(self) -> None:
        """Count what was inserted in the vocabulary."""
        self._count(self._counts)
        self._counts.clear()
        self._uncounted = 0

    def merge(self) -> None:
        """Make the postings one piece, when all records are there: each piece is looked at for each token."""
        self._connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")

    def label(self, labels: Iterable[Label]) -> None:
        """Keep these labels, and no others."""
        self._connection.execute("DELETE FROM search_label")
        self._connection.executemany("INSERT OR IGNORE INTO search_label VALUES (?, ?, ?, ?)", labels)

    def delete(self, keys: Iterable[Key]) -> None:
        """Take out those of some records that are there."""
        counts: Counter[str] = Counter()
        gone: list[Record] = []
        for kind, id in keys:
            row = self._connection.execute(
                f"SELECT place, {_FIELDS} FROM search_record WHERE kind = ? AND id = ?", (kind, id)
            ).fetchone()
            if row is None:
                continue
            record = Record(*row[1:])
            tokens = tokens_of(record)
            counts.subtract(tokens)
            self._connection.execute(
                "INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', ?, ?)",
                (row[0], " ".join(tokens)),
            )
            self._connection.execute("DELETE FROM search_record WHERE place = ?", (row[0],))
            gone.append(record)
        self._count(counts)
        self._connection.executemany(
            "DELETE FROM search_word WHERE token = ? AND records <= 0", [(token,) for token in counts]
        )
        self._count_figures(gone, -1)
        self._connection.executemany(
            "DELETE FROM search_figure WHERE value = ? AND records <= 0",
            [(float(value),) for record in gone for value, _, _ in figures_in(record.figures)],
        )

    def _place(self, record: Record) -> int:
        """The next free place of its step of prominence."""
        step = int((_MOST_PROMINENT - _prominence(record)) / PROMINENCE_STEP)
        if step not in self._next:
            first = step << ROOM
            query = "SELECT max(place) FROM search_record WHERE place BETWEEN ? AND ?"
            (last,) = self._connection.execute(query, (first, first + (1 << ROOM) - 1)).fetchone()
            self._next[step] = first if last is None else last + 1
        place = self._next[step]
        self._next[step] += 1
        return place

    def _count(self, counts: Counter[str]) -> None:
        """Change the vocabulary by so many records of each token, and add what new words are looked up by."""
        counted = [(token, count) for token, count in counts.items() if token[0] in COUNTED]
        self._connection.executemany(
            "INSERT INTO search_word VALUES (?, ?, ?) ON CONFLICT (token) DO UPDATE SET records = records + ?2",
            [(token, count, stem(token[1:]) if token[0] == "w" else None) for token, count in sorted(counted)],
        )
        words = [token[1:] for token, count in counted if token[0] == "w" and count > 0 and token not in self._seen]
        self._seen.update([f"w{word}" for word in words])
        trigrams = [(trigram, len(word), word) for word in words for trigram in trigrams_of(word)]
        self._connection.executemany("INSERT OR IGNORE INTO search_trigram VALUES (?, ?, ?)", sorted(trigrams))

    def _count_figures(self, records: Iterable[Record], change: int) -> None:
        figures = Counter((value, unit) for record in records for value, unit, _ in figures_in(record.figures))
        self._connection.executemany(
            "INSERT INTO search_figure VALUES (?, ?, ?, ?)"
            " ON CONFLICT (value, exact, unit) DO UPDATE SET records = records + ?4",
            [(float(value), value, unit, change * count) for (value, unit), count in figures.items()],
        )

    def _add_sounds(self, records: Iterable[Record]) -> None:
        """What characters and pairs of them sound like; in another text they may be read otherwise, too."""
        found: set[str] = set()
        for record in records:
            if record.sounds:
                # Each sound and its character, then each two of these: what is new is taken apart again.
                heard = list(map(add, record.sounds, f"{record.words_zh}\n{record.shared_zh}"))
                found.update(heard, map(add, heard, heard[1:]))
        found -= self._seen
        self._seen |= found
        rows = [
            (pair[::2], f"{'c' if len(pair) == 2 else 'b'}{pair[1::2]}")
            for pair in sorted(found)
            if all(map(is_sound, pair[::2]))
        ]
        self._connection.executemany("INSERT OR IGNORE INTO search_sound VALUES (?, ?)", rows)


def trigrams_of(word: str) -> Sequence[str]:
    """The pieces of a word that misspelt words share; none for numbers and for what is too long or too short."""
    if not 3 <= len(word) <= 40 or word.isdecimal():
        return ()
    marked = f"^{word}$"
    # In the middle of a short word one slip leaves no trigram whole.
    ends = [f"{word[0]}-{word[-1]}"] if len(word) <= _SHORT else []
    return [*ends, *{marked[start : start + 3] for start in range(len(word))}]
