"""The engine that answers what is searched for: postings in memory, words from the full-text tables.

It is loaded by name when something is first searched for, for numpy takes longer to load than an archive to open.
"""

from __future__ import annotations

import logging
import secrets
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from core.model.clip import Role
from core.model.ids import ClipId, EntryId
from core.ports.index import Order
from core.search.tree import EVERYTHING, And, InMoment, Near, Node, Not, Or, Tagged, Text
from core.storage.index_marks import touched_rows, touched_since
from core.storage.index_places import rows_of
from core.storage.index_rowlist import rows_in
from core.storage.index_tagging import Carried, whole_codes, without
from core.storage.index_writing import mark
from core.storage.postings.arrays import Ints, Mask
from core.storage.postings.editions import Held, Postings
from core.storage.postings.loading import all_rows, some_rows
from core.storage.postings.memory import give_back
from core.storage.postings.moments import AllMoments, all_moments, moments_with_text, some_moments
from core.storage.postings.names import names_of
from core.storage.postings.ordering import Ordering
from core.storage.postings.places import Places, no_places
from core.storage.postings.segment import Segment, coded
from core.storage.postings.snapshot import KeptPostings, keep, kept_at
from core.storage.postings.texts import Texts, Words
from core.storage.postings.times import Clips, at_times, how_many
from core.values import dataclass

FIRST = 200
"""A search that finds so many among the newest clips tells these, and looks at the others when they are asked for."""

WINDOW = 8_192
"""So many of the newest rows are looked at first, or a sixty-fourth of them where that is more."""

_FEW = 20_000

log = logging.getLogger(__name__)


class Engine:
    """Answers from one edition of the index at a time; safe from any thread.

    Each method takes a connection in a transaction, and answers as that sees the index.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._postings: Postings | None = None
        self._ordering: Ordering | None = None
        self._places: Places | None = None
        self._texts = Texts()
        self._moments: AllMoments | None = None
        self._retagged: tuple[int, Carried] = (-1, ())

    # finding ----------------------------------------------------------------------------------------------------
    def newest(self, reader: sqlite3.Connection, query: Node) -> Sequence[int] | None:
        """Return the first rows that answer ``query``, newest first, where looking at the newest clips gives enough.

        Only words are worth it: all else is looked up in all postings in less time.
        """
        if not _asks_for_words(query):
            return None
        postings = self.at(reader)
        low = postings.top - max(WINDOW, postings.top // 64)
        if low <= WINDOW or mark(reader, "out of order"):
            return None
        found = np.flatnonzero(postings.answer(query, self._tables(reader, postings), low))
        return rows_in(found[::-1][:FIRST] + low) if len(found) >= FIRST else None

    def find(self, reader: sqlite3.Connection, query: Node, order: Order) -> Sequence[int]:
        """Return all rows that answer ``query``, in ``order``."""
        postings = self.at(reader)
        found = postings.answer(query, self._tables(reader, postings))
        with self._lock:
            if self._ordering is None or self._ordering.postings is not postings:
                self._ordering = Ordering(postings)
            ordering = self._ordering
        return rows_in(ordering.ordered(found, order, reader))

    def counts(self, reader: sqlite3.Connection, query: Node) -> Mapping[EntryId, int]:
        """Return how many of the clips that answer ``query`` count for each entry."""
        postings = self.at(reader)
        if query == EVERYTHING:
            return postings.totals()
        return postings.counts(postings.answer(query, self._tables(reader, postings)))

    def parted(
        self, reader: sqlite3.Connection, rows: Sequence[int], entries: Sequence[EntryId]
    ) -> Sequence[Sequence[int]]:
        """Return ``rows`` in parts, each in their order: by the first of ``entries`` that a clip carries, then none."""
        postings, none = self.at(reader), len(entries)
        asked = np.fromiter(rows, np.int64, len(rows))
        first = np.full(max(postings.top, int(asked.max(initial=-1)) + 1), none, np.int32)
        for place in range(none - 1, -1, -1):
            first[postings.rows_tagged(Tagged(frozenset([entries[place]])), 0)] = place
        part = first[asked]
        ends = np.cumsum(np.bincount(part, minlength=none + 1))
        return [rows_in(one) for one in np.split(asked[np.argsort(part, kind="stable")], ends[:-1])]

    def moments(self, reader: sqlite3.Connection, node: InMoment) -> int:
        """Return through how many moments clips answer ``node``."""
        found = self._tables(reader, self.at(reader)).moments(node)
        give_back()
        return found

    def _tables(self, reader: sqlite3.Connection, postings: Postings) -> _Tables:
        words = Words(reader, self._texts, postings.edition, postings.top)
        return _Tables(reader, postings, words, lambda: self._moments_at(reader, postings.edition))

    def _moments_at(self, reader: sqlite3.Connection, edition: int) -> AllMoments:
        """Return the moments as ``reader`` sees them, which is as of ``edition``."""
        with self._lock:
            moments = self._moments
            if moments is None or not mark(reader, "forgotten") <= moments.edition <= edition:
                moments = all_moments(reader, edition)
                give_back()
            elif moments.edition < edition:
                rows = touched_rows(reader, moments.edition)
                moments = moments.followed(edition, np.array(rows, np.int32), some_moments(reader, edition, rows))
            self._moments = moments
            return moments

    # of many clips ----------------------------------------------------------------------------------------------
    def rows(self, reader: sqlite3.Connection, clips: Sequence[ClipId]) -> Mapping[ClipId, int] | None:
        """Return the rows of those of ``clips`` that are there; None where this must be looked up."""
        told = self._told(reader, clips)
        if told is None:
            return None
        found = np.flatnonzero(told.postings.are_there(told.rows) & ~told.changed)
        known = dict(zip([clips[at] for at in found.tolist()], told.rows[found].tolist(), strict=True))
        return {**known, **rows_of(reader, told.doubted)}

    def clip_ids(self, reader: sqlite3.Connection, rows: Sequence[int]) -> Sequence[ClipId] | None:
        """Return the ids behind ``rows`` where all of them are there; None where this must be looked up."""
        postings = self._postings
        if postings is None or mark(reader, "edition") != postings.edition:
            return None
        asked = np.array(rows, np.int64)
        return self._placed(reader).ids_at(asked) if postings.are_there(asked).all() else None

    def without(
        self, reader: sqlite3.Connection, clips: Sequence[ClipId], entry: EntryId, role: Role
    ) -> list[ClipId] | None:
        """Return those of ``clips`` that are there without a whole-clip tag of ``entry`` in ``role``.

        None where this must be looked up.
        """
        told = self._told(reader, clips)
        if told is None:
            return None
        carrying = told.postings.carrying(told.rows, entry, coded(whole_codes(role)))
        lacking = told.postings.are_there(told.rows) & ~carrying & ~told.changed
        looked_up = frozenset(without(reader, told.doubted, entry, role))
        return [clip for clip, lacks in zip(clips, lacking.tolist(), strict=True) if lacks or clip in looked_up]

    def _told(self, reader: sqlite3.Connection, clips: Sequence[ClipId]) -> _Told | None:
        """Return what is at hand of ``clips``, without waiting for postings that are being read or followed."""
        postings = self._postings
        if postings is None:
            return None
        if mark(reader, "edition") < postings.edition:
            _look_again(reader)
        if mark(reader, "forgotten") > postings.edition or touched_since(reader, postings.edition) > _FEW:
            return None
        rows = self._placed(reader).rows_of(clips)
        if rows is None:
            return None
        changed = np.isin(rows, np.array(touched_rows(reader, postings.edition), np.int32))
        return _Told(postings, rows, changed, [clips[at] for at in np.flatnonzero(changed).tolist()])

    def _placed(self, reader: sqlite3.Connection) -> Places:
        """Return the rows of all clips as ``reader`` sees them."""
        self._places = (self._places or no_places()).extended(reader)
        return self._places

    # following the index ----------------------------------------------------------------------------------------
    def retagged(self, edition: int, carried: Carried) -> None:
        """Take note that ``edition`` changed nothing but tags, of the rows that are ``carried`` now by their clips."""
        self._retagged = (edition, carried)

    def at(self, reader: sqlite3.Connection) -> Postings:
        """Return the postings of the edition that ``reader`` sees; where these are past it, it is made to see more."""
        with self._lock:
            postings = self._postings
            if postings is not None and mark(reader, "edition") < postings.edition:
                _look_again(reader)
            if postings is None or mark(reader, "edition") != postings.edition:
                postings = self._followed(reader, postings)
                self._postings = postings
            return postings

    def _followed(self, reader: sqlite3.Connection, postings: Postings | None) -> Postings:
        """Return the postings of ``reader``'s edition, from earlier ones where there are some that serve."""
        edition = mark(reader, "edition")
        known = postings.names if postings else None
        names = names_of(reader, mark(reader, "names"), mark(reader, "moved"), known)
        forgotten = mark(reader, "forgotten")
        if postings is None or not forgotten <= postings.edition <= edition:
            token = mark(reader, "kept")
            kept = kept_at(self._path, token) if token else None
            told = kept is not None and forgotten <= kept.edition <= edition
            postings = Postings(kept.edition, names, [Held(kept.segment)]) if kept and told else None
            self._places = self._places or (kept.places if kept else None)
        retagged, carried = self._retagged
        if postings is not None and carried and retagged == edition == postings.edition + 1:
            return postings.retagged(edition, names, carried)
        if postings is not None:
            rows = touched_rows(reader, postings.edition)
            if len(rows) <= max(_FEW, postings.count // 4):
                return postings.followed(edition, names, np.array(rows, np.int32), some_rows(reader, rows))
        segment = all_rows(reader)
        give_back()
        return Postings(edition, names, [Held(segment)])

    # keeping ----------------------------------------------------------------------------------------------------
    @property
    def is_loaded(self) -> bool:
        return self._postings is not None

    def kept(self, reader: sqlite3.Connection) -> tuple[int, int] | None:
        """Keep the postings as a file; return its token and edition, None where the disk has no room for it.

        The file is used once the index names its token.
        """
        postings = self.at(reader)
        segment = self._with_facets(postings)
        token = secrets.randbits(62)
        try:
            keep(self._path, KeptPostings(token, postings.edition, segment, self._placed(reader)))
        except OSError as error:
            log.info("the postings are not kept: %s", error)
            return None
        return token, postings.edition

    @staticmethod
    def _with_facets(postings: Postings) -> Segment:
        segment = postings.whole()
        segment.facets(postings.names)
        return segment

    def totals(self, reader: sqlite3.Connection) -> Sequence[tuple[int, int]]:
        """Return the numbers of all entries that clips count for, with how many."""
        postings = self.at(reader)
        numbers = postings.names.numbers
        return [(numbers[entry], count) for entry, count in postings.totals().items()]


class _Tables:
    """What the tables tell one reader: of words, and of times."""

    def __init__(
        self, reader: sqlite3.Connection, postings: Postings, words: Words, moments: Callable[[], AllMoments]
    ) -> None:
        self.words: Callable[[Text, int], Mask] = words
        self._moments = moments
        self._clips = Clips(
            postings.names,
            postings.top,
            lambda node: postings.answer(node, self),
            postings.with_whole_tag,
            lambda node, rows: moments_with_text(reader, node, rows),
        )

    def times(self, node: Near | InMoment) -> Mask:
        found = at_times(node, self._moments(), self._clips)
        give_back()
        return found

    def moments(self, node: InMoment) -> int:
        return how_many(node, self._moments(), self._clips)


@dataclass(frozen=True, slots=True)
class _Told:
    """The rows of clips that were asked for, and postings that tell of them but for ``doubted``, ``changed`` since."""

    postings: Postings
    rows: Ints
    changed: Mask
    doubted: Sequence[ClipId]


def _look_again(reader: sqlite3.Connection) -> None:
    """Have ``reader`` see the index as it is now."""
    reader.execute("ROLLBACK")
    reader.execute("BEGIN")


def _asks_for_words(node: Node) -> bool:
    match node:
        case And(parts) | Or(parts):
            return any(map(_asks_for_words, parts))
        case Not(part):
            return _asks_for_words(part)
    return isinstance(node, Text)
