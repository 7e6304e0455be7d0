"""The tables of the index, and whether a file holds them."""

from __future__ import annotations

import sqlite3
import zlib

from core.search.tree import WORD_FIELDS, Dated, Measure, TextField

_MEANING = 3
"""Raised whenever the same tables come to hold something else, or text is folded otherwise."""

_APPLICATION = 0x536C4978

WORD_COLUMNS = WORD_FIELDS
"""The texts that go into the full-text table, in the order of its columns."""

PLAIN_COLUMNS = tuple(field for field in TextField if field not in WORD_FIELDS)
"""The texts looked at only when asked for by field, in a full-text table of their own."""

DATE_COLUMNS = tuple(f"{dated}_{end}" for dated in Dated for end in ("start", "end"))
NUMBER_COLUMNS = tuple(Measure)
FACT_COLUMNS = ("traits", *DATE_COLUMNS, *NUMBER_COLUMNS, "embargo")
"""What can be compared, all of them whole numbers or NULL."""

CLIP_COLUMNS = ("row", *FACT_COLUMNS, "name_key", "words_hash")

FILE_COLUMNS = ("clip", "path", "size", "mtime_ns", "quick_hash", "readable")

_TABLES = f"""
CREATE TABLE clip(row INTEGER PRIMARY KEY, {", ".join(CLIP_COLUMNS[1:])});
CREATE TABLE carried(row INTEGER PRIMARY KEY, tags BLOB NOT NULL, ids BLOB NOT NULL);
CREATE TABLE moment(row INTEGER PRIMARY KEY, spans NOT NULL, tagged BLOB NOT NULL, texts TEXT NOT NULL);
CREATE TABLE card(row INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE entry(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document BLOB, above TEXT, redirected INTEGER DEFAULT 0);
CREATE TABLE file(
    clip INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    quick_hash TEXT NOT NULL, readable INTEGER NOT NULL);
CREATE TABLE term(word TEXT PRIMARY KEY) WITHOUT ROWID;
"""

_INDEXES = """
CREATE INDEX clip_by_name ON clip(name_key, row DESC);
CREATE INDEX file_of_clip ON file(clip);
CREATE INDEX file_at ON file(path);
CREATE INDEX file_alike ON file(quick_hash, size);
"""

LOOKED_COLUMN = "looked"
"""How much of a clip was looked at, in per cent."""

_ROWS = """
CREATE TABLE mark(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO mark VALUES
    ('seq', 0), ('edition', 0), ('names', 0), ('moved', 0), ('clips', 0), ('out of order', 0),
    ('kept', 0), ('forgotten', 0), ('totals', 0), ('looked', 0);
CREATE TABLE place(row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE);
CREATE TABLE touched(edition INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(edition, row)) WITHOUT ROWID;
CREATE TABLE looked(row INTEGER PRIMARY KEY, share INTEGER NOT NULL);
CREATE TABLE total(entry INTEGER PRIMARY KEY, clips INTEGER NOT NULL);
"""
"""``place`` gives a clip its row for as long as the index lives, also beyond its removal.

Of the marks, ``edition`` goes up with every transaction; ``names`` is the last one in which an entry came or moved,
``moved`` the last in which one that was there came to lie elsewhere.  ``clips`` is how many clips there are, ``out of
order`` is 1 once a row was given to a clip older than one before it.  ``kept`` names the postings that are kept as a
file.  ``touched`` says which rows each edition after ``forgotten`` changed.  ``total`` is how many clips count for each
entry, as of the edition ``totals``.  ``looked`` is how much of each clip was looked at, in per cent, of those of which
anything was, as of the count that the mark of that name tells."""

DERIVED = ("clip", "carried", "moment", "card", "entry", "file", "term", "words", "details")
"""All that :func:`create_tables` makes and a rebuild makes again.

``carried`` are the tags of a clip, packed by core.storage.index_packing; a card holds all but its chips, which are
read from there: so a tag costs its clip one small row.  ``moment`` has the
moments of clips with any, as core.storage.index_moments writes them.  ``above`` is what an entry leads to or, failing
that, lies in.
``term`` are the words of the full-text table that are longer than its prefixes."""

LONGEST_PREFIX = 3
"""Beginnings of words up to so many letters are looked up as such; longer ones by the words that begin with them."""

MASS = {"hashsize": (1 << 20, 48 << 20), "automerge": (4, 0)}
"""Settings of the full-text tables: usual, and while everything is put in at once (fewer, larger parts to merge)."""


FORMAT = zlib.crc32(f"{_MEANING} {_ROWS} {_TABLES} {_INDEXES} {WORD_COLUMNS} {PLAIN_COLUMNS}".encode()) >> 1
"""Changes with the tables themselves: an index of another format is made anew."""


def create(database: sqlite3.Connection) -> None:
    """Make an empty index in an empty database."""
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN IMMEDIATE")
    _run(database, _ROWS)
    create_tables(database)
    create_indexes(database)
    database.execute(f"PRAGMA application_id = {_APPLICATION}")
    database.execute(f"PRAGMA user_version = {FORMAT}")
    database.execute("COMMIT")


def create_tables(database: sqlite3.Connection) -> None:
    """Make the tables that hold what is known of clips and entries, inside the running transaction.

    Words are split and folded before they come here, so the plain ASCII tokenizer takes them as they are.  From SQLite
    3.43 on, the full-text table need not keep a copy of the text in order to forget it.
    """
    _run(database, _TABLES)
    keep = "content='', contentless_delete=1, " if sqlite3.sqlite_version_info >= (3, 43) else ""
    prefixes = " ".join(map(str, range(1, LONGEST_PREFIX + 1)))
    for table, columns, prefix in (("words", WORD_COLUMNS, f", prefix='{prefixes}'"), ("details", PLAIN_COLUMNS, "")):
        database.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5({', '.join(columns)}, {keep}tokenize='ascii'{prefix})"
        )


def create_indexes(database: sqlite3.Connection) -> None:
    """Make what speeds up looking up, inside the running transaction: best when the tables are full already."""
    _run(database, _INDEXES)


def set_mass(database: sqlite3.Connection, *, on: bool) -> None:
    """Have the full-text tables take in many clips at once, or one now and then."""
    for table in ("words", "details"):
        for name, values in MASS.items():
            database.execute(f"INSERT INTO {table}({table}, rank) VALUES (?, ?)", (name, values[on]))


def drop_tables(database: sqlite3.Connection) -> None:
    """Remove what :func:`create_tables` made, inside the running transaction."""
    for table in DERIVED:
        database.execute(f"DROP TABLE {table}")


def is_ours(database: sqlite3.Connection) -> bool:
    """Whether the database is a whole index of this format; raises sqlite3.DatabaseError where it is none."""
    marks = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks != [_APPLICATION, FORMAT]:
        return False
    for table in DERIVED:
        database.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
    return True


def _run(database: sqlite3.Connection, script: str) -> None:
    """Run statements within the running transaction, which ``executescript`` would end."""
    for statement in script.split(";"):
        if statement.strip():
            database.execute(statement)
