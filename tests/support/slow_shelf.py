"""Names of an archive that has just been opened, as slow to be read as a test wants them to be."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from core.app import Archive
from core.model.ids import EntryId
from core.model.vocabulary import Entry

_LONGEST_S = 5


class SlowShelf:
    """Holds the entries of an archive; all of them come only once ``go_on`` is set, one by its id at once."""

    def __init__(self, archive: Archive) -> None:
        self._index = archive.index
        self.go_on = threading.Event()
        archive.vocabulary.recall(self)

    def entry(self, entry: EntryId) -> Entry | None:
        return self._index.entry(entry)

    def entries(self) -> Iterable[Entry]:
        self.go_on.wait(_LONGEST_S)
        return self._index.entries()
