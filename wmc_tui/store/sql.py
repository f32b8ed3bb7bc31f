"""The tables of the compiled library.

`record` holds what the files say, each record with its file, and `reference` what each record depends on. The tables
of the model hold what the library shows: of each id the last record that is good.
"""

from wmc_tui.model import Article, Edition, Evidence, Fact, Mention, Metric, Part, Sentence, Source
from wmc_tui.model.claims import Check, Conflict, Rate
from wmc_tui.store.rows import COLUMNS, Thing

SHOWN: dict[str, type[Thing]] = {
    "source": Source,
    "metric": Metric,
    "part": Part,
    "rate": Rate,
    "fact": Fact,
    "edition": Edition,
    "article": Article,
    "conflict": Conflict,
    "check": Check,
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
        for name, kind in SHOWN.items()
    ),
    f"CREATE TABLE evidence ({COLUMNS[Evidence]}, position INT, PRIMARY KEY (fact, position)) WITHOUT ROWID",
    f"CREATE TABLE sentence ({COLUMNS[Sentence]}, PRIMARY KEY (article, n)) WITHOUT ROWID",
    f"""CREATE TABLE mention ({COLUMNS[Mention]}, line INT, position INT, PRIMARY KEY (article, position))
    WITHOUT ROWID""",
    "CREATE INDEX fact_edition ON fact (edition)",
    "CREATE INDEX fact_metric ON fact (metric)",
    "CREATE INDEX article_edition ON article (edition)",
    "CREATE INDEX mention_fact ON mention (fact)",
)
