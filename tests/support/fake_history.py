"""A history in memory, held to the same conformance tests as the real one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from core.errors import InternalError
from core.model.changes import ENTRY_TABLES, Change, ChangeSet, Table, inverse, records_of
from core.ports.history import Gesture, GestureState


@dataclass(frozen=True, slots=True)
class _Step:
    """One change set: that of ``gesture`` itself, or one that took it back or did it again."""

    seq: int
    gesture: int
    at: str
    who: str
    kind: Literal["do", "undo", "redo"]
    changes: tuple[Change, ...] = ()


class MemoryHistory:
    """The History port without a disk: every question is answered by going through all steps."""

    def __init__(self) -> None:
        self._steps: list[_Step] = []
        self._gestures: dict[int, Gesture] = {}
        self.flushed = 0

    @property
    def seq(self) -> int:
        return len(self._steps)

    def mark_flushed(self, seq: int) -> None:
        self.flushed = seq

    # appending --------------------------------------------------------------------------------------------------
    def append(self, *, at: str, who: str, label: str, changes: tuple[Change, ...], gesture: int | None) -> ChangeSet:
        clips = {record for change in changes if change.table is Table.CLIPS for record in change.ids}
        entries = {record for change in changes if change.table in ENTRY_TABLES for record in change.ids}
        seq = self.seq + 1
        if gesture is None:
            gesture = seq
            for known in tuple(self._gestures.values()):
                if known.state is GestureState.UNDONE:
                    self._gestures[known.id] = replace(known, state=GestureState.DISCARDED)
            self._add_gesture(at, who, label, GestureState.APPLIED)
        grown = self._gestures[gesture]
        counted = replace(grown, clips=grown.clips + len(clips), entries=grown.entries + len(entries))
        self._gestures[gesture] = counted
        self._steps.append(_Step(seq, gesture, at, who, "do", changes))
        return ChangeSet(seq=seq, gesture=gesture, at=at, who=who, label=label, changes=changes)

    def append_note(self, *, at: str, who: str, label: str) -> None:
        self._add_gesture(at, who, label, GestureState.NOTED)
        self._steps.append(_Step(self.seq + 1, self.seq + 1, at, who, "do"))

    def _add_gesture(self, at: str, who: str, label: str, state: GestureState) -> None:
        number = self.seq + 1
        self._gestures[number] = Gesture(id=number, at=at, who=who, label=label, state=state, clips=0, entries=0)

    def append_undo(self, *, at: str, who: str, gesture: int) -> ChangeSet:
        return self._turn(_Step(self.seq + 1, gesture, at, who, "undo"), GestureState.UNDONE)

    def append_redo(self, *, at: str, who: str, gesture: int) -> ChangeSet:
        return self._turn(_Step(self.seq + 1, gesture, at, who, "redo"), GestureState.APPLIED)

    def _turn(self, step: _Step, state: GestureState) -> ChangeSet:
        self._gestures[step.gesture] = replace(self.gesture(step.gesture), state=state)
        self._steps.append(step)
        return self._told(step)

    # reading ----------------------------------------------------------------------------------------------------
    def _told(self, step: _Step) -> ChangeSet:
        label = self.gesture(step.gesture).label
        changes = step.changes if step.kind == "do" else self._changes_before(step.seq, step.gesture)
        if step.kind == "undo":
            changes, label = inverse(changes), f"Undone: {label}"
        elif step.kind == "redo":
            label = f"Done again: {label}"
        return ChangeSet(
            seq=step.seq, gesture=step.gesture, at=step.at, who=step.who, label=label, changes=tuple(changes)
        )

    def _changes_before(self, seq: int, gesture: int) -> tuple[Change, ...]:
        steps = [step for step in self._steps if step.gesture == gesture and step.seq < seq]
        return tuple(change for step in steps for change in step.changes)

    def changes_of(self, gesture: int) -> tuple[Change, ...]:
        return self._changes_before(self.seq + 1, gesture)

    def left_alone(self, gesture: int) -> bool:
        own = [step for step in self._steps if step.gesture == gesture]
        start = max((step.seq for step in own if step.kind != "do"), default=own[0].seq)
        others = {step.gesture for step in self._steps} - {gesture}
        changed = [other for other in others if self._standing(other, start) != self._standing(other, self.seq)]
        mine = records_of(self.changes_of(gesture))
        return all(mine.isdisjoint(records_of(self.changes_of(other))) for other in changed)

    def _standing(self, gesture: int, seq: int) -> tuple[int, ...]:
        """Return which change sets of ``gesture`` stood after change set ``seq``."""
        steps = [step for step in self._steps[:seq] if step.gesture == gesture]
        if steps and steps[-1].kind == "undo":
            return ()
        return tuple(step.seq for step in steps if step.kind == "do")

    def since(self, seq: int) -> Iterator[ChangeSet]:
        return map(self._told, self._steps[seq:])

    def back_to(self, seq: int) -> Iterator[ChangeSet]:
        return map(self._told, self._steps[seq:][::-1])

    def seq_at(self, at: str) -> int:
        return max((step.seq for step in self._steps if step.at <= at), default=0)

    def last_of(self, gesture: int) -> int:
        return max((step.seq for step in self._steps if step.gesture == gesture and step.kind == "do"), default=0)

    def gestures(self, limit: int | None = None, before: int | None = None) -> Iterator[Gesture]:
        numbers = [number for number in sorted(self._gestures, reverse=True) if before is None or number < before]
        return (self._gestures[number] for number in numbers[:limit])

    def gesture(self, gesture: int) -> Gesture:
        if gesture not in self._gestures:
            raise InternalError(f"history has no gesture {gesture}")
        return self._gestures[gesture]

    def undoable(self, besides: Collection[int] = ()) -> Gesture | None:
        applied = (one for one in self.gestures() if one.state is GestureState.APPLIED)
        return next((one for one in applied if one.id not in besides), None)

    def redoable(self) -> Gesture | None:
        undone = [one for one in self._gestures.values() if one.state is GestureState.UNDONE]
        return min(undone, key=lambda one: one.id, default=None)
