"""Every change set ever applied, durable from the moment it is acknowledged."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator
from typing import Protocol

from core.model.changes import Change, ChangeSet
from core.values import dataclass


class GestureState(enum.StrEnum):
    APPLIED = "applied"
    UNDONE = "undone"
    DISCARDED = "discarded"
    """Undone, and out of reach of redo because something else was done since."""
    NOTED = "noted"
    """Something that happened and changed no record, such as an export under an override; it cannot be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """One step as a person sees it; ``clips`` and ``entries`` count the records it touched."""

    id: int
    at: str
    who: str
    label: str
    state: GestureState
    clips: int
    entries: int


class History(Protocol):
    """An append-only list of change sets, with the state of each gesture beside it.

    Each of ``append``, ``append_undo`` and ``append_redo`` returns when its change set would survive a kill and a
    power cut; each raises SystemProblem where it could not be written, and then nothing happened.
    """

    @property
    def seq(self) -> int:
        """The number of the last change set; 0 where there is none."""

    def append(self, *, at: str, who: str, label: str, changes: tuple[Change, ...], gesture: int | None) -> ChangeSet:
        """Add a change set, to ``gesture`` or as a gesture of its own, which discards what could be redone."""

    def append_note(self, *, at: str, who: str, label: str) -> None:
        """Add a gesture that changed no record."""

    def append_undo(self, *, at: str, who: str, gesture: int) -> ChangeSet:
        """Add the change set that takes ``gesture`` back and mark it undone."""

    def append_redo(self, *, at: str, who: str, gesture: int) -> ChangeSet:
        """Add the change set that does ``gesture`` again and mark it applied."""

    def changes_of(self, gesture: int) -> tuple[Change, ...]:
        """Return all a gesture changed, in order."""

    def left_alone(self, gesture: int) -> bool:
        """Whether no other change set touched a record of ``gesture`` since it was made or last turned round.

        False also where it would take long to say.
        """

    def since(self, seq: int) -> Iterator[ChangeSet]:
        """Yield the change sets after ``seq``, in order."""

    def undoable(self, besides: Collection[int] = ()) -> Gesture | None:
        """Return the gesture that undo would take back, leaving out those in ``besides`` (still going on)."""

    def redoable(self) -> Gesture | None:
        """Return the gesture that redo would do again."""

    def back_to(self, seq: int) -> Iterator[ChangeSet]:
        """Yield the change sets after ``seq``, newest first."""

    def seq_at(self, at: str) -> int:
        """Return the last change set made at ``at`` (ISO 8601 in UTC, to the millisecond) or before; 0 for none."""

    def last_of(self, gesture: int) -> int:
        """Return the last change set in which ``gesture`` did something new; 0 where there is no such gesture."""

    def gestures(self, limit: int | None = None, before: int | None = None) -> Iterator[Gesture]:
        """Yield gestures, newest first, those with an id below ``before`` alone."""

    def gesture(self, gesture: int) -> Gesture:
        """Return one gesture; raises InternalError where there is none of that number."""

    @property
    def flushed(self) -> int:
        """The change set up to which record files are written."""

    def mark_flushed(self, seq: int) -> None:
        """Move the flush mark."""
