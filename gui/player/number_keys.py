"""Which entries lie on the number keys, in the player and beside the clips alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest
from operator import itemgetter

from PySide6.QtCore import QObject, Signal

from core.model.ids import EntryId
from gui.bridge.bridge import Bridge
from gui.player.quick import KEYS, on_keys
from gui.player.quick_row import QuickTag

_OFTEN = 4 * KEYS
"""So many of the entries used most are looked at: some of them may be gone."""

_AT_ONCE = 2_000
"""The most used among so many entries are found at once, among more by a reader."""

_Uses = Sequence[tuple[EntryId, int]]


class NumberKeys(QObject):
    """The entries that were tagged with last, then those used most; ``changed`` when others are, or are called so.

    Nothing is reckoned before the keys are ``wanted``.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._vocabulary = bridge.archive.vocabulary
        self._recent: list[EntryId] = []
        self._uses: Mapping[EntryId, int] = {}
        self._often: _Uses = ()
        self._entries: tuple[EntryId, ...] = ()
        self._wanted = False
        self._ask = bridge.latest(self._take)

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """What lies on 1, 2 ..."""
        return self._entries

    @property
    def tags(self) -> list[QuickTag]:
        """What lies on 1, 2 ... as it is shown."""
        found = [self._vocabulary.get(entry) for entry in self._entries]
        return [QuickTag(entry.label, entry.kind) if entry is not None else QuickTag("", "keyword") for entry in found]

    def want(self) -> None:
        """Reckon what lies on the keys, from now on."""
        if not self._wanted:
            self._wanted = True
            self._find()

    def set_uses(self, uses: Mapping[EntryId, int]) -> None:
        """Take over how often each entry is used."""
        self._uses = uses
        self._find()

    def note_used(self, entries: Sequence[EntryId]) -> None:
        """Take over which entries were just tagged with, the last one last."""
        for entry in entries:
            self._recent = [entry, *(known for known in self._recent if known != entry)]
        if self._wanted and entries:
            self._take(self._often)

    def _find(self) -> None:
        uses = self._uses
        if not self._wanted:
            return
        if len(uses) > _AT_ONCE:
            self._ask.ask(lambda: _most_used(uses))
        else:
            self._take(_most_used(uses))

    def _take(self, often: _Uses) -> None:
        self._often = often
        known = {entry: count for entry, count in often if self._vocabulary.get(entry) is not None}
        recent = [entry for entry in self._recent[: 2 * KEYS] if self._vocabulary.get(entry) is not None]
        self._entries = on_keys(recent, known, self._entries)
        self.changed.emit()


def _most_used(uses: Mapping[EntryId, int]) -> _Uses:
    return nlargest(_OFTEN, uses.items(), key=itemgetter(1))
