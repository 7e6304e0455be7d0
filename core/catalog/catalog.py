"""The one door: everything that changes an archive goes through ``Catalog.apply``."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from core.catalog.carrying import Whole, carried_out, parted, replayed, stamped
from core.catalog.documents import clip_of, search_of
from core.catalog.draft import Draft, Sources
from core.catalog.edits import Edit
from core.catalog.flusher import After, Flusher
from core.catalog.following import Following, are_many
from core.catalog.new_ids import NewIds
from core.catalog.vocabulary import Vocabulary
from core.errors import EditConflict, SystemProblem, UserProblem
from core.model.changes import Amendment, Change, ChangeSet, Mismatch, Table, inverse, merged
from core.model.clip import Clip
from core.model.ids import ClipId, EntryId
from core.model.searches import SavedSearch
from core.model.vocabulary import Entry
from core.ports.clock import Clock
from core.ports.history import Gesture, GestureState, History
from core.ports.index import Index
from core.ports.records import Records
from core.words import tr

Listener = Callable[[ChangeSet], None]
Apply = Callable[[Edit], ChangeSet]


class Catalog(NewIds):
    """Applies edits one at a time; safe to call from any thread.

    ``apply``, ``undo`` and ``redo`` return once the change set would survive a kill and a power cut and can be found
    by a search; record files follow in the background.  Where the index cannot be written, a search finds it after the
    next edit.  Listeners hear of each change set on the applying thread.
    """

    def __init__(
        self,
        *,
        records: Records,
        history: History,
        index: Index[Any],
        vocabulary: Vocabulary,
        clock: Clock,
        who: str,
        after_flush: After = lambda _leaving: None,
    ) -> None:
        super().__init__(clock)
        self._records = records
        self._history = history
        self._index = index
        self._vocabulary = vocabulary
        self._who = who
        self._door = threading.RLock()
        self._listeners: list[Listener] = []
        self._going_on: set[int] = set()
        self._following = Following(records, index, vocabulary)
        self._flusher = Flusher(records, history, self._door, after_flush)

    # reading ----------------------------------------------------------------------------------------------------
    def clip(self, clip: ClipId) -> Clip | None:
        """Return a clip, or None; raises ArchiveProblem where its record is damaged."""
        document = self._records.get(Table.CLIPS, clip)
        return None if document is None else clip_of(document)

    def entry(self, entry: EntryId) -> Entry | None:
        """Return an authority entry, or None; a merged one as it is, not what it was merged into."""
        return self._vocabulary.raw(entry)

    def searches(self) -> list[SavedSearch]:
        """Return the saved searches, by name; raises ArchiveProblem where one of their records is damaged."""
        documents = (self._records.get(Table.SEARCHES, record) for record in self._records.ids(Table.SEARCHES))
        found = (search_of(document) for document in documents if document is not None)
        return sorted(found, key=lambda search: (search.name.casefold(), search.id))

    def history(self, limit: int | None = None) -> Iterator[Gesture]:
        """Yield the gestures, newest first."""
        return self._history.gestures(limit)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        gesture = self._history.undoable(tuple(self._going_on))
        return gesture.label if gesture else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again."""
        gesture = self._history.redoable()
        return gesture.label if gesture else None

    @property
    def trouble(self) -> SystemProblem | None:
        """Why record files cannot be written just now; edits are safe in history meanwhile."""
        return self._flusher.trouble

    @property
    def who(self) -> str:
        """Who signs the steps."""
        return self._who

    def sign_as(self, who: str) -> None:
        """Have the steps from here on be ``who``'s."""
        self._who = who

    # the door ---------------------------------------------------------------------------------------------------
    def apply(self, edit: Edit, *, gesture: int | None = None) -> ChangeSet:
        """Carry out an edit, as a gesture of its own or as part of ``gesture`` where that was not undone meanwhile.

        Returns what changed; where that is nothing the change set is false and history has not grown.  Raises
        UserProblem where the edit makes no sense and SystemProblem where it could not be kept; either way nothing
        happened.
        """
        with self._door:
            now = self._clock.now()
            following, leading_to = self._following, self._vocabulary.leading_to
            sources = Sources(self._records.get, self.entry, following.clips_with, leading_to, following.without)
            draft = Draft(sources, now)
            label = edit.stage(draft)
            changes = (*merged(draft.differences()), *draft.batches())
            at = now.isoformat(timespec="milliseconds")
            if not changes:
                return ChangeSet(seq=self._history.seq, gesture=0, at=at, who=self._who, label=label, changes=())
            passing, amendments = parted(changes)
            documents = carried_out(passing, draft.document)
            part_of = gesture if gesture is not None and self._is_applied(gesture) else None
            change_set = self._history.append(at=at, who=self._who, label=label, changes=changes, gesture=part_of)
            self._take_over(change_set, documents, amendments, draft.clips)
        self._tell(change_set)
        return change_set

    def _is_applied(self, gesture: int) -> bool:
        return self._history.gesture(gesture).state is GestureState.APPLIED

    @contextmanager
    def long_gesture(self, label: str) -> Iterator[Apply]:
        """Yield a function that applies edits as parts of one gesture called ``label``, such as an import.

        The gesture starts with its first edit and cannot be undone before it ends; other edits go on beside it.
        """
        started: list[int] = []

        def apply(edit: Edit) -> ChangeSet:
            with self._door:
                change_set = self.apply(_Named(label, edit), gesture=started[0] if started else None)
                if change_set and not started:
                    started.append(change_set.gesture)
                    self._going_on.add(change_set.gesture)
            return change_set

        try:
            yield apply
        finally:
            with self._door:
                self._going_on.difference_update(started)

    def is_last(self, gesture: int) -> bool:
        """Whether nothing was done after ``gesture``, and it was not undone."""
        last = next(self._history.gestures(1), None)
        return last is not None and last.id == gesture and last.state is GestureState.APPLIED

    def note(self, label: str) -> None:
        """Have history remember something that changes no record; it cannot be undone.  Raises SystemProblem."""
        with self._door:
            at = self._clock.now().isoformat(timespec="milliseconds")
            self._history.append_note(at=at, who=self._who, label=label)
            self._following.follow(self._history.seq)
            self._flusher.nudge()

    def undo(self) -> ChangeSet:
        """Take back the last gesture; raises UserProblem where there is none, EditConflict where that cannot be."""
        with self._door:
            gesture = self._history.undoable(tuple(self._going_on))
            if gesture is None:
                raise UserProblem(tr("There is nothing to undo."))
            return self._turn(gesture, inverse(self._history.changes_of(gesture.id)), self._history.append_undo)

    def redo(self) -> ChangeSet:
        """Do again what was undone last; raises UserProblem where there is nothing."""
        with self._door:
            gesture = self._history.redoable()
            if gesture is None:
                raise UserProblem(tr("There is nothing to redo."))
            return self._turn(gesture, self._history.changes_of(gesture.id), self._history.append_redo)

    def revert(self, gesture: int) -> ChangeSet:
        """Take back one gesture by itself, as one of its own; raises UserProblem, or EditConflict that says why not."""
        from core.catalog.reverting import TakeBack

        with self._door:
            if gesture in self._going_on:
                raise UserProblem(tr("That step is still going on."))
            return self.apply(TakeBack(gesture, self._history, self._index.entries))

    def _turn(self, gesture: Gesture, changes: Sequence[Change], append: Callable[..., ChangeSet]) -> ChangeSet:
        """Carry out what a gesture did or the inverse, where the records hold what that expects.

        Of many records that stay, history can tell: it says whether anything else touched them.
        """
        passing, amendments = parted(changes)
        documents: Whole = {}
        many = are_many(sum(len(change.ids) for change in amendments))
        if passing or not many or not self._history.left_alone(gesture.id):
            documents, amendments = self._checked(gesture, changes), []
        change_set = append(at=self._clock.now().isoformat(timespec="milliseconds"), who=self._who, gesture=gesture.id)
        self._take_over(change_set, documents, amendments)
        self._tell(change_set)
        return change_set

    def _checked(self, gesture: Gesture, changes: Iterable[Change]) -> Whole:
        """Return what ``changes`` lead to; raises EditConflict where a record does not hold what they expect."""
        try:
            return carried_out(changes, self._records.get)
        except Mismatch as mismatch:
            raise EditConflict(
                tr(
                    "“{label}” cannot be turned round: {described}.",
                    label=gesture.label,
                    described=self._described(mismatch),
                )
            ) from None

    def _described(self, mismatch: Mismatch) -> str:
        entry = self._vocabulary.get(EntryId(mismatch.record))
        clip = None if entry else self.clip(ClipId(mismatch.record))
        name = entry.label if entry else clip.name if clip else "it"
        return f"{name} {mismatch.what}"

    def _take_over(
        self,
        change_set: ChangeSet,
        documents: Whole,
        amendments: Iterable[Amendment],
        clips: Mapping[ClipId, Clip | None] | None = None,
    ) -> None:
        """Let records, vocabulary and index follow a change set that is safe in history."""
        self._records.put(stamped(documents, change_set.seq))
        self._records.amend(change_set.seq, amendments)
        self._following.follow(change_set.seq, change_set.changes, clips)
        self._flusher.nudge()

    # listening --------------------------------------------------------------------------------------------------
    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have ``listener`` called with each change set; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, change_set: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(change_set)

    # opening and closing ----------------------------------------------------------------------------------------
    def catch_up(self, *, write: bool) -> None:
        """Replay what history has and records or index lack, after a crash; without ``write`` in memory only."""
        for change_set in self._history.since(self._history.flushed):
            passing, amendments = parted(change_set.changes)
            self._records.put(replayed(passing, change_set.seq, self._records.get))
            self._records.amend(change_set.seq, amendments)
        if self._index.writable:
            self._following.catch_up(self._history.seq, self._history.since)
        if write:
            self._flusher.flush()
        self._following.recall()

    def rebuild_index(self) -> None:
        """Make the index anew from the records.  Raises ArchiveProblem where one of them is damaged."""
        self._following.rebuild(self._history.seq)

    def flush(self) -> None:
        """Write every record file that waits.  Raises SystemProblem; nothing is lost then."""
        self._flusher.flush()

    def close(self) -> None:
        """Write what waits and end the background thread.  Raises SystemProblem; nothing is lost then."""
        self._flusher.close()


class _Named:
    """An edit under another name."""

    def __init__(self, label: str, edit: Edit) -> None:
        self._label = label
        self._edit = edit

    def stage(self, draft: Draft) -> str:
        self._edit.stage(draft)
        return self._label
