"""Which clips have a text: listed by the full-text tables once, and remembered from then on where they are many.

Listing a word costs the full-text table a tenth of a microsecond for each clip that has it, search after search.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from core.search.tree import Text
from core.storage.index_marks import touched_rows
from core.storage.index_words import has_row, matches_of, rows_with
from core.storage.index_writing import mark
from core.storage.postings.arrays import Ints, Mask
from core.values import dataclass

MOST_REMEMBERED = 16 << 20
"""How many bytes of texts may be remembered; each takes a bit a clip."""

_RARE = 128
"""A text that fewer than one clip in so many has is listed anew each time, which costs next to nothing."""

_FEW_CHANGED = 64
"""Where more clips than this were changed since a text was listed, it is listed anew."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """The rows below ``top`` with a text, a bit each, in one edition."""

    edition: int
    top: int
    bits: npt.NDArray[np.uint8]

    def mask(self, top: int) -> Mask:
        """Return the rows as a mask of ``top`` rows, which may be more or fewer."""
        mask = np.zeros(top, np.bool_)
        known = min(top, self.top)
        mask[:known] = np.unpackbits(self.bits, count=known)
        return mask


class Texts:
    """Remembers the rows of texts that many clips have, those asked for last first; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listed: OrderedDict[Text, _Listed] = OrderedDict()

    def get(self, node: Text) -> _Listed | None:
        with self._lock:
            if node in self._listed:
                self._listed.move_to_end(node)
            return self._listed.get(node)

    def put(self, node: Text, edition: int, mask: Mask) -> None:
        """Remember a text of ``edition`` where it is common, in place of what was known of it before."""
        with self._lock:
            self._listed.pop(node, None)
            if np.count_nonzero(mask) * _RARE >= len(mask):
                self._listed[node] = _Listed(edition, len(mask), np.packbits(mask))
            while sum(listed.bits.nbytes for listed in self._listed.values()) > MOST_REMEMBERED:
                self._listed.popitem(last=False)


class Words:
    """Tells which rows have a text as one reader sees them, which is as of ``edition`` with ``top`` rows."""

    def __init__(self, reader: sqlite3.Connection, texts: Texts, edition: int, top: int) -> None:
        self._reader = reader
        self._texts = texts
        self._edition = edition
        self._top = top

    def __call__(self, node: Text, low: int) -> Mask:
        """Return which rows from ``low`` on have the text ``node``."""
        remembered = self._remembered(node)
        if remembered is not None:
            return remembered[low:]
        found = np.zeros(self._top - low, np.bool_)
        found[self._rows(node, low) - low] = True
        if low == 0:
            self._texts.put(node, self._edition, found)
        return found

    def _remembered(self, node: Text) -> Mask | None:
        """Return the rows as they were listed once, with what changed since; None where they must be listed."""
        listed = self._texts.get(node)
        if listed is None or not mark(self._reader, "forgotten") <= listed.edition <= self._edition:
            return None
        mask = listed.mask(self._top)
        if listed.edition == self._edition:
            return mask
        known = min(listed.top, self._top)
        changed = [row for row in touched_rows(self._reader, listed.edition) if row < known]
        if len(changed) > _FEW_CHANGED:
            return None
        mask[changed] = self._have(node, changed)
        mask[self._rows(node, known)] = True
        self._texts.put(node, self._edition, mask)
        return mask

    def _have(self, node: Text, rows: Sequence[int]) -> Sequence[bool]:
        matches = matches_of(self._reader, node) if rows else []
        return [any(has_row(self._reader, match, row) for match in matches) for row in rows]

    def _rows(self, node: Text, low: int) -> Ints:
        texts = [rows_with(self._reader, match, low) for match in matches_of(self._reader, node)]
        return np.fromstring(",".join(filter(None, texts)), np.int32, sep=",")
