"""What a sheet that came back would do, cell by cell, before any of it is done."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence

from core.catalog.edits import AddEntry, Edit, Together
from core.catalog.vocabulary import Vocabulary
from core.exchange.edits import Proposal, TakeBack, clips_of
from core.exchange.names import Fate, Unmatched, can_be_made
from core.model.clip import Clip
from core.model.ids import ClipId, EntryId, MomentId
from core.model.vocabulary import Entry
from core.ports.history import History
from core.values import dataclass
from core.words import msg, plural


@dataclass(frozen=True, slots=True)
class House:
    """What the archive knows, as far as a sheet needs it; ``clips_called`` finds clips by the name of their file."""

    clip: Callable[[ClipId], Clip | None]
    clips_called: Callable[[str], Sequence[ClipId]]
    vocabulary: Vocabulary
    history: History
    new_entry_id: Callable[[], EntryId]


def by_file_name(
    ids: Callable[[], Iterable[ClipId]], clip: Callable[[ClipId], Clip]
) -> Callable[[str], Sequence[ClipId]]:
    """Return a way to find clips by the name of their file; all of ``ids`` are read when it is first used."""
    called: dict[str, list[ClipId]] = {}

    def find(name: str) -> Sequence[ClipId]:
        if not called:
            for known in ids():
                called.setdefault(clip(known).file.name, []).append(known)
        return called.get(name, ())

    return find


class Verdict(enum.StrEnum):
    """What is to be thought of a cell that differs from what the archive knows."""

    CHANGED = msg("changed")
    CONFLICTING = msg("conflicting")
    DAMAGED = msg("looks damaged")
    REVIEW = msg("names to review")
    SENSELESS = msg("not understood")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell that differs: ``base`` is what stood there when the sheet left (None: nobody knows), ``ours`` what the
    archive says now, ``theirs`` what the sheet says; ``why`` is a sentence where there is more to say.  ``names`` are
    those that would be made with it; ``moment`` is the one it speaks of, where it speaks of one.
    """

    line: int
    clip: ClipId
    title: str
    column: str
    base: str | None
    ours: str
    theirs: str
    verdict: Verdict
    why: str = ""
    names: tuple[Unmatched, ...] = ()
    proposal: Proposal | None = None
    moment: MomentId | None = None


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """A row of no clip in the archive, or of several."""

    line: int
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """All that is to be decided; ``ignored`` names the columns and pages that do not come back.

    ``unmatched`` are the names nobody is certainly known by, those that were settled among them.
    """

    name: str
    rows: int
    cells: tuple[Cell, ...]
    unknown: tuple[UnknownRow, ...]
    unmatched: tuple[Unmatched, ...]
    ignored: tuple[str, ...]

    def of(self, verdict: Verdict) -> list[Cell]:
        return [cell for cell in self.cells if cell.verdict is verdict]

    @property
    def held_back(self) -> int:
        """How many rows and cells are not taken over by themselves."""
        return len(self.unknown) + len(self.cells) - len(self.of(Verdict.CHANGED))

    def accepted(self, *, take_conflicts: bool = False, create_names: bool = False) -> list[Cell]:
        """Return the cells that are taken over."""
        taken = {Verdict.CHANGED}
        taken |= {Verdict.CONFLICTING} if take_conflicts else set()
        taken |= {Verdict.REVIEW} if create_names else set()
        makeable = {name.id for name in self.unmatched if name.fate is Fate.NEW or can_be_made(name)}
        return [
            cell
            for cell in self.cells
            if cell.verdict in taken and cell.proposal and makeable.issuperset(name.id for name in cell.names)
        ]

    def created(self, accepted: Sequence[Cell]) -> list[Unmatched]:
        """Return the names that are made with the cells ``accepted``."""
        return list({name.id: name for cell in accepted for name in cell.names}.values())

    def edit(self, accepted: Sequence[Cell]) -> Edit:
        """Return the one step that takes over the cells ``accepted``."""
        proposals = tuple(cell.proposal for cell in accepted if cell.proposal)
        label = plural(
            len(clips_of(proposals)),
            "Take {sheet} back into %n clip",
            "Take {sheet} back into %n clips",
            sheet=self.name,
        )
        creations = (AddEntry(Entry(id=name.id, kind=name.kind, label=name.name)) for name in self.created(accepted))
        return Together(label, (*creations, TakeBack(label, proposals)))


def verdict_on(names: Iterable[Unmatched]) -> Verdict:
    """Return what is to be thought of a cell with ``names`` that nobody has: it is settled once all of them are."""
    return Verdict.REVIEW if any(name.fate is None for name in names) else Verdict.CHANGED
