"""The tables of the index, and whether a file holds them."""

from __future__ import annotations

import sqlite3
import zlib

from core.search.tree import WORD_FIELDS, Dated, Measure, TextField

_MEANING = 1
"""Raised whenever the same tables come to hold something else, or text is folded otherwise."""

_APPLICATION = 0x536C4978

WORD_COLUMNS = WORD_FIELDS
"""The texts that go into the full-text table, in the order of its columns."""

PLAIN_COLUMNS = tuple(field for field in TextField if field not in WORD_FIELDS)
"""The texts looked at only when asked for by field."""

DATE_COLUMNS = tuple(f"{dated}_{end}" for dated in Dated for end in ("start", "end"))
NUMBER_COLUMNS = tuple(Measure)
TAG_COLUMNS = ("entry", "clip", "role", "status", "id", "whole")
CLIP_COLUMNS = ("row", "traits", *DATE_COLUMNS, *NUMBER_COLUMNS, "embargo", "name_key", "words_hash")

_TABLES = f"""
CREATE TABLE clip(row INTEGER PRIMARY KEY, {", ".join(CLIP_COLUMNS[1:])});
CREATE TABLE card(row INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE plain(row INTEGER PRIMARY KEY, {", ".join(PLAIN_COLUMNS)});
CREATE TABLE tag(
    entry INTEGER NOT NULL, clip INTEGER NOT NULL, role INTEGER NOT NULL, status INTEGER NOT NULL,
    id BLOB NOT NULL, whole INTEGER NOT NULL, PRIMARY KEY(entry, clip, role, status, id)) WITHOUT ROWID;
CREATE INDEX tag_of_clip ON tag(clip);
CREATE TABLE facet(clip INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(clip, entry)) WITHOUT ROWID;
CREATE TABLE entry(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document BLOB, above TEXT, redirected INTEGER DEFAULT 0);
CREATE TABLE reach(target INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(target, entry)) WITHOUT ROWID;
CREATE TABLE file(
    clip INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    quick_hash TEXT NOT NULL, readable INTEGER NOT NULL);
CREATE INDEX file_of_clip ON file(clip);
CREATE INDEX file_at ON file(path);
CREATE INDEX file_alike ON file(quick_hash, size);
"""

_ROWS = """
CREATE TABLE mark(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO mark VALUES ('seq', 0), ('edition', 0);
CREATE TABLE place(row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE);
"""
"""``place`` gives a clip its row for as long as the index lives, also beyond its removal; ``edition`` goes up with
every transaction."""

DERIVED = ("clip", "card", "plain", "tag", "facet", "entry", "reach", "file", "words")
"""All that :func:`create_tables` makes and a rebuild makes again.

``facet`` says which entries a clip counts for: those it carries, and by ``reach`` those they lie in or lead to.
``above`` is what an entry leads to or, failing that, lies in.  ``whole`` marks a tag of the whole clip, not of a
moment.  A card holds all but its chips, which are read from ``tag``: so a tag costs its clip one row."""


FORMAT = zlib.crc32(f"{_MEANING} {_ROWS} {_TABLES} {WORD_COLUMNS}".encode()) >> 1
"""Changes with the tables themselves: an index of another format is made anew."""


def create(database: sqlite3.Connection) -> None:
    """Make an empty index in an empty database."""
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN IMMEDIATE")
    _run(database, _ROWS)
    create_tables(database)
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
    database.execute(
        f"CREATE VIRTUAL TABLE words USING fts5({', '.join(WORD_COLUMNS)}, {keep}tokenize='ascii', prefix='1 2 3')"
    )


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
