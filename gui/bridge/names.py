"""Names ranked by use, made off the GUI thread for every field that completes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from core.app import Archive
from core.model.changes import ENTRY_TABLES, ChangeSet
from core.search.ranking import ByUse
from core.search.suggest import Completer, NameMatch

_EDITS_TO_RANK = 50
"""After so many edits names are ranked anew by their use, if it was not the names themselves that changed."""

_Answer = tuple[int, ByUse]


class _Asks(Protocol):
    def ask(self, work: Callable[[], _Answer]) -> None: ...


class _Nobody:
    """Completes nothing, for nothing is known yet."""

    def complete(self, *_asked: object, **_how: object) -> Iterable[NameMatch]:
        return ()


class RankedNames:
    """Completes names with hardly more looks than it returns names, however many there are.

    Until they are ranked for the first time, and where none may be lacking also while they are ranked anew, the
    vocabulary answers, which looks at all that begin so.
    """

    def __init__(self, archive: Archive, latest: Callable[[Callable[[_Answer], None]], _Asks]) -> None:
        self._archive = archive
        self._ask = latest(self._on_ranked)
        self._ranked: _Answer | None = None
        self._is_old = True
        self._turn = 0
        """Counts changes of the names themselves."""
        self._edits = 0
        self._again: dict[Callable[[], None], None] = {}

    @property
    def are_ranked(self) -> bool:
        """Whether they have been ranked, now or earlier."""
        return self._ranked is not None

    def as_of_late(self, again: Callable[[], None]) -> Completer:
        """Return what completes names as they were a moment ago at worst.

        While those of an archive that was just opened are read, that is none, and ``again`` is called once they are.
        """
        if not self.are_at_hand(again):
            return _Nobody()
        return self._archive.vocabulary if self._ranked is None else self._ranked[1]

    def are_at_hand(self, again: Callable[[], None]) -> bool:
        """Tell whether names are completed without waiting for them to be read; else call ``again`` once they are."""
        self.renew()
        at_hand = self._ranked is not None or self._archive.vocabulary.is_at_hand
        if not at_hand:
            self._again[again] = None
        return at_hand

    def as_of_now(self) -> Completer:
        """Return what completes names and lacks none; waits for them to be read."""
        self.renew()
        ranked = self._ranked
        return ranked[1] if ranked is not None and ranked[0] == self._turn else self._archive.vocabulary

    def note(self, change_set: ChangeSet) -> None:
        """Take note of a change of the archive."""
        self._edits += 1
        if any(change_set.touched(table) for table in ENTRY_TABLES):
            self._turn += 1
            self._is_old = True
        elif self._edits % _EDITS_TO_RANK == 0:
            self._is_old = True

    def renew(self) -> None:
        """Have the names ranked anew where something has changed."""
        if self._is_old:
            self._is_old = False
            turn, archive = self._turn, self._archive
            self._ask.ask(lambda: (turn, archive.names_by_use()))

    def _on_ranked(self, answer: _Answer) -> None:
        self._ranked = answer
        self.note_read()

    def note_read(self) -> None:
        """Take note that all names are read: tell whoever waits for them."""
        waiting, self._again = self._again, {}
        for again in waiting:
            again()
