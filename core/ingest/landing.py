"""How clips reach the catalog: a few at a time, so that cards appear while an import goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from core.catalog.catalog import Apply, Catalog
from core.catalog.edits import AddClips, Edit, RefineFindings, ReplaceFindings, Together
from core.errors import UserProblem
from core.ingest.tally import Ticks
from core.model.changes import ChangeSet
from core.model.clip import Clip
from core.model.ids import ClipId

CLIPS_AT_ONCE = 16
SECONDS_AT_MOST = 0.5


@contextmanager
def later_gesture(catalog: Catalog, first: int | None, label: str) -> Iterator[Apply]:
    """Yield a function that applies edits as parts of gesture ``first`` while nothing was done after that.

    From then on, and where ``first`` is None, they are one gesture of their own called ``label``, which cannot be
    undone before it ends.
    """
    with catalog.long_gesture(label) as apply_apart:
        parted = False

        def apply(edit: Edit) -> ChangeSet:
            nonlocal parted
            if parted or first is None or not catalog.is_last(first):
                parted = True
                return apply_apart(edit)
            return catalog.apply(edit, gesture=first)

        yield apply


class Landing:
    """Clips on their way into the catalog, as parts of one gesture; ``sync_stills`` is called before they get there."""

    def __init__(self, apply: Apply, sync_stills: Callable[[], None], label: str, ticks: Ticks) -> None:
        self._apply = apply
        self._sync_stills = sync_stills
        self._label = label
        self._ticks = ticks
        self._added: list[Clip] = []
        self._changed: dict[ClipId, Clip] = {}
        self._refined: dict[ClipId, Clip] = {}
        self.gesture: int | None = None
        """Of which gesture what landed first became a part."""
        self._oldest = 0.0

    def add(self, clip: Clip) -> None:
        """Take a new clip in, soon."""
        self._note_time()
        self._added.append(clip)

    def change(self, clip: Clip) -> None:
        """Give a clip that is there new findings, soon."""
        self._note_time()
        self._changed[clip.id] = clip

    def refine(self, clip: Clip) -> None:
        """Give a clip what a look at every shot found, soon."""
        self._note_time()
        self._refined[clip.id] = clip

    def waiting(self, clip: ClipId) -> Clip | None:
        """Return the change to a clip that has not landed yet."""
        return self._changed.get(clip)

    def _note_time(self) -> None:
        if not self:
            self._oldest = self._ticks()

    def __len__(self) -> int:
        return len(self._added) + len(self._changed) + len(self._refined)

    @property
    def is_due(self) -> bool:
        return len(self) >= CLIPS_AT_ONCE or (len(self) > 0 and self._ticks() - self._oldest >= SECONDS_AT_MOST)

    def flush(self) -> None:
        """Apply what waits; returns when it is durable.  Raises SystemProblem."""
        edits: list[Edit] = [ReplaceFindings(clip) for clip in self._changed.values()]
        edits += [RefineFindings(clip) for clip in self._refined.values()]
        if self._added:
            edits.append(AddClips(tuple(self._added)))
        if edits:
            self._sync_stills()
            self._apply_all(edits)
        self._added.clear()
        self._changed.clear()
        self._refined.clear()

    def _apply_all(self, edits: list[Edit]) -> None:
        try:
            self._carry_out(Together(self._label, tuple(edits)))
        except UserProblem:  # somebody took one of the clips out of the archive meanwhile: the others land alone
            for edit in edits:
                with suppress(UserProblem):
                    self._carry_out(edit)

    def _carry_out(self, edit: Edit) -> None:
        changed = self._apply(edit)
        if changed and self.gesture is None:
            self.gesture = changed.gesture
