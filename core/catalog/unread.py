"""Entries of an archive that has just been opened, before anybody asked for more of them than a few by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from core.model.ids import EntryId
from core.model.vocabulary import Entry


class Held(Protocol):
    """Where entries are held, such as the index."""

    def entry(self, entry: EntryId) -> Entry | None:
        """Return one entry, or None."""

    def entries(self) -> Iterable[Entry]:
        """Yield every entry."""


class Unread:
    """Reads each entry that is asked for by its id, once; safe to use from any thread.

    It is good for as long as what it reads from does not change.
    """

    def __init__(self, held: Held) -> None:
        self._held = held
        self._read: dict[EntryId, Entry | None] = {}

    def raw(self, entry: EntryId) -> Entry | None:
        """Return the entry of just that id, or None."""
        if entry not in self._read:
            self._read[entry] = self._held.entry(entry)
        return self._read[entry]

    def get(self, entry: EntryId) -> Entry | None:
        """Return the entry that an id leads to, through redirects; None where that is gone or they run in a circle."""
        seen: set[EntryId] = set()
        while (found := self.raw(entry)) is not None and found.redirect is not None:
            if entry in seen:
                return None
            seen.add(entry)
            entry = found.redirect
        return found

    def every(self) -> Iterable[Entry]:
        """Return all entries there are."""
        return self._held.entries()
