"""From the records of all files to what the library shows, for those ids alone that a change concerns."""

import sqlite3
from collections.abc import Callable
from itertools import groupby

from wmc_tui.model import Fact, Lang
from wmc_tui.store.file_records import record_label, restore, restore_lines
from wmc_tui.store.lines import line_in
from wmc_tui.store.problems import quoted
from wmc_tui.store.records import Fault
from wmc_tui.store.references import ALONE, INNER, MAKE, Entry, Lookup, State, label_group, target_of
from wmc_tui.store.rows import RECORD_INDEX, Row, from_row, to_row

_ADVANCE = 200


class Resolver:
    """Works out anew what the library shows of each id that was touched, and of what depends on it."""

    def __init__(self, connection: sqlite3.Connection, *, is_new: bool) -> None:
        """Begin; a library that `is_new` is empty so far, so nothing in it needs to be compared or removed."""
        self._connection = connection
        self._lookup = Lookup(connection)
        self._is_new = is_new
        self._before: dict[str, dict[str, State]] = {kind: {} for kind in MAKE}
        self._labels: set[tuple[int, Lang, str]] = set()
        self._total = 1
        connection.execute("CREATE TEMP TABLE touched (kind, id, PRIMARY KEY (kind, id)) WITHOUT ROWID")

    def touch(self, kind: str, id: str) -> None:
        """Note an id, before a record of it is added, changed or removed."""
        if not self._is_new:
            if id not in self._before[kind]:
                self._before[kind][id] = self._lookup.state(kind, id)
            self._connection.execute("INSERT OR IGNORE INTO touched VALUES (?, ?)", (kind, id))

    def resolve(self, advance: Callable[[float], None]) -> None:
        """Bring the tables of the model in line with the records; `advance` gets the share that is done."""
        if self._is_new:
            # Much faster than keeping it in order with each record.
            self._connection.execute(RECORD_INDEX)
            self._connection.execute("INSERT INTO touched SELECT DISTINCT kind, id FROM record")
        for kind in ALONE:
            self._touch_dependents(kind)
        for kind in MAKE:
            while self._show_touched(kind, advance):
                self._touch_dependents(kind)
            if self._is_new:
                key = "year" if kind == "edition" else "id"
                self._connection.execute(f'INSERT INTO unindexed SELECT ?, CAST({key} AS TEXT) FROM "{kind}"', (kind,))
        self._report_shared_labels()
        self._connection.execute("DROP TABLE touched")

    def _touch_dependents(self, kind: str) -> None:
        """Touch what refers to records of a kind whose state has changed."""
        for id, before in list(self._before[kind].items()):
            after = self._lookup.state(kind, id)
            if after != before:
                self._before[kind][id] = after
                query = "SELECT kind, id FROM reference JOIN record ON number = record WHERE target = ?"
                for dependent in self._connection.execute(query, (target_of((kind, id)),)).fetchall():
                    self.touch(*dependent)

    def _show_touched(self, kind: str, advance: Callable[[float], None]) -> bool:
        """Work out what is shown of every touched id of a kind; False where none was touched."""
        query = """SELECT touched.id, number, place, file, body, lines FROM touched LEFT JOIN record USING (kind, id)
            WHERE kind = ? ORDER BY touched.id, place"""
        left = total = int(self._connection.execute("SELECT count(*) FROM touched").fetchone()[0])
        for id, rows in groupby(self._connection.execute(query, (kind,)), key=lambda row: str(row[0])):
            self._show(kind, id, [row[1:] for row in rows if row[4] is not None])
            left -= 1
            if left % _ADVANCE == 0:
                self._total = max(self._total, left + _ADVANCE)
                advance(1 - left / self._total)
        self._connection.execute("DELETE FROM touched WHERE kind = ?", (kind,))
        return left < total

    def _show(self, kind: str, id: str, candidates: list[Row]) -> None:
        """Show the last good record of an id, in the place of the first."""
        shown: Entry | None = None
        first, last = 0, 0
        for number, place, file, body, lines in candidates:
            record = restore(kind, id, body, lines)
            entry = MAKE[kind](self._lookup, record)
            if not self._is_new:
                self._connection.execute("DELETE FROM fault WHERE record = ? AND label IS NULL", (number,))
            for fault in record.faults:
                self._report(file, number, None, fault)
            if entry is not None:
                first, last, shown = first if shown else place, number, entry
        old = None if self._is_new else self._lookup.row(kind, id, "place, record, ")
        if old is not None or shown is not None:
            self._replace(kind, id, old, None if shown is None else (first, last, *to_row(shown.thing)), shown)

    def _replace(self, kind: str, id: str, old: Row | None, new: Row | None, entry: Entry | None) -> None:
        """Write the row of an id and the rows that belong to it, and note it for the search index if it changed."""
        is_changed = False
        for table in INNER.get(kind, ()):
            is_changed |= self._write_list(table, kind, id, [] if entry is None else entry.inner[table])
        if old != new:
            if old is not None:
                self._connection.execute(f'DELETE FROM "{kind}" WHERE place = ?', old[:1])
            if new is not None:
                if not self._is_new:
                    # What still stands in that place will be given another one.
                    self._connection.execute(f'UPDATE "{kind}" SET place = -place WHERE place = ?', new[:1])
                marks = ", ".join("?" * len(new))
                self._connection.execute(f'INSERT INTO "{kind}" VALUES ({marks})', new)
            is_changed |= (old and old[2:]) != (new and new[2:])
            if kind == "fact":
                self._note_labels(old)
                self._note_labels(new)
        if is_changed and not self._is_new:
            self._connection.execute("INSERT OR IGNORE INTO unindexed VALUES (?, ?)", (kind, id))

    def _write_list(self, table: str, kind: str, id: str, rows: list[Row]) -> bool:
        """Write the rows that belong to an id; True where they changed, the lines of mentions aside."""
        old: list[Row] = []
        if not self._is_new:
            old = self._connection.execute(f"SELECT * FROM {table} WHERE {kind} = ?", (id,)).fetchall()
            if old == rows:
                return False
            self._connection.execute(f"DELETE FROM {table} WHERE {kind} = ?", (id,))
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        shown = -2 if table == "mention" else None
        return [row[:shown] for row in old] != [row[:shown] for row in rows]

    def _report(self, file: int, record: int, label: str | None, fault: Fault) -> None:
        row = (file, record, label, *fault)
        self._connection.execute("INSERT INTO fault VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _note_labels(self, row: Row | None) -> None:
        """Note the labels of a fact's row: who shares them may have changed."""
        if row is not None and not self._is_new:
            fact = from_row(Fact, row[2:])
            self._labels.update((fact.edition, lang, fact.label[lang]) for lang in Lang if fact.label[lang])

    def _report_shared_labels(self) -> None:
        """Report facts of one edition that share a label; they are kept, but a reader cannot tell them apart."""
        if self._is_new:
            for lang in Lang:
                query = f"""SELECT edition, label_{lang} FROM fact WHERE label_{lang} <> ''
                    GROUP BY edition, label_{lang} HAVING count(*) > 1"""
                self._labels.update((edition, lang, label) for edition, label in self._connection.execute(query))
        for edition, lang, label in sorted(self._labels):
            self._report_shared_label(edition, lang, label)

    def _report_shared_label(self, edition: int, lang: Lang, label: str) -> None:
        group = label_group(edition, lang, label)
        self._connection.execute("DELETE FROM fault WHERE label = ?", (" ".join(group),))
        query = f"""SELECT fact.id, number, file, body, lines FROM reference JOIN record ON number = reference.record
            JOIN fact ON fact.id = record.id AND fact.record = number
            WHERE target = ? AND kind = 'fact' AND edition = ? AND label_{lang} = ? ORDER BY fact.place"""
        facts = self._connection.execute(query, (target_of(group), edition, label)).fetchall()
        for id, number, file, body, lines in facts[1:]:
            key = f"label_{lang}"
            what = f"{quoted(label)} is the label of {quoted(facts[0][0])} too"
            hint = "say what tells the two apart, for example the stage or the scope"
            line = line_in(restore_lines(body, lines), key)
            self._report(file, number, " ".join(group), Fault(line, f"{record_label('fact', id)}: {key}", what, hint))
