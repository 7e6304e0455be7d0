"""Words: which there are, and what asking for them means to the full-text tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from core.search.tree import Text, TextField
from core.storage.index_schema import LONGEST_PREFIX, PLAIN_COLUMNS, WORD_COLUMNS
from core.values import dataclass

MOST_WORDS = 64
"""A beginning that more words share is left to the full-text table, which puts all their rows in order first."""

_MOST_KNOWN = 500_000
_BEYOND = "\U0010ffff"


class Terms:
    """Notes the words there are; those noted before are remembered while the instance lives, up to a bound."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def put(self, database: sqlite3.Connection, texts: Iterable[str]) -> None:
        """Note the words of ``texts`` that are longer than the prefixes the full-text table looks up by itself."""
        fresh = set(" ".join(texts).split()) - self._known
        words = {word for word in fresh if len(word) > LONGEST_PREFIX}
        database.executemany("INSERT OR IGNORE INTO term VALUES (?)", ((word,) for word in sorted(words)))
        if len(self._known) + len(words) <= _MOST_KNOWN:
            self._known |= words


def put_terms(database: sqlite3.Connection) -> None:
    """Note the words of the full-text table as :class:`Terms` does, where none are noted yet."""
    database.execute("CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, words, row)")
    database.execute("INSERT INTO term SELECT term FROM word WHERE length(term) > ?", (LONGEST_PREFIX,))
    database.execute("DROP TABLE temp.word")


@dataclass(frozen=True, slots=True)
class Match:
    """One look into a full-text table."""

    table: str
    expression: str


def matches_of(database: sqlite3.Connection, node: Text) -> list[Match]:
    """Return the looks that together select the rows with ``node``.

    A long beginning is asked for as the words that begin so: FTS5 reads these from either end as far as it must, but
    puts all rows of a beginning it has no index for in order before it gives the first.
    """
    found = []
    words = [field for field in node.fields if field in WORD_COLUMNS]
    if words:
        found.append(Match("words", _expression(_phrases(database, node), words, WORD_COLUMNS)))
    details = [field for field in node.fields if field in PLAIN_COLUMNS]
    if details:
        found.append(Match("details", _expression([_phrase(node)], details, PLAIN_COLUMNS)))
    return found


def _phrases(database: sqlite3.Connection, node: Text) -> Sequence[str]:
    last = node.tokens[-1]
    if not node.prefix or len(last) <= LONGEST_PREFIX:
        return [_phrase(node)]
    begun = list(_words_from(database, last))
    if len(begun) > MOST_WORDS:
        return [_phrase(node)]
    return [f'"{" ".join((*node.tokens[:-1], word))}"' for word in begun or [last]]


def _words_from(database: sqlite3.Connection, beginning: str) -> Iterator[str]:
    query = "SELECT word FROM term WHERE word >= ? AND word < ? LIMIT ?"
    yield from (row[0] for row in database.execute(query, (beginning, beginning + _BEYOND, MOST_WORDS + 1)))


def _phrase(node: Text) -> str:
    """Return ``node`` as one phrase; its words hold nothing that had to be escaped."""
    return f'"{" ".join(node.tokens)}"{" *" if node.prefix else ""}'


def _expression(phrases: Sequence[str], fields: Sequence[TextField], columns: Sequence[TextField]) -> str:
    asked = phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"
    return asked if len(fields) == len(columns) else f"{{{' '.join(fields)}}} : {asked}"


def rows_with(database: sqlite3.Connection, match: Match, low: int) -> str:
    """Return the rows from ``low`` on that ``match`` selects, joined by commas: far faster than one by one."""
    query = f"SELECT group_concat(rowid) FROM {match.table} WHERE {match.table} MATCH ? AND rowid >= ?"
    text: str | None = database.execute(query, (match.expression, low)).fetchone()[0]
    return text or ""


def has_row(database: sqlite3.Connection, match: Match, row: int) -> bool:
    """Return whether ``match`` selects ``row``."""
    query = f"SELECT 1 FROM {match.table} WHERE {match.table} MATCH ? AND rowid = ?"
    return database.execute(query, (match.expression, row)).fetchone() is not None
