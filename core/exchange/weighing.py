"""Three-way: what stood in a cell when the sheet left, what the sheet says, what the archive says now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.catalog.vocabulary import Vocabulary
from core.exchange.damage import looks_damaged
from core.exchange.edits import Retag, SetCell
from core.exchange.fields import RETURNING, TAG_FIELDS, WRITES
from core.exchange.names import Names, Unmatched, split_names
from core.exchange.preview import Cell, Verdict
from core.export.cells import fit, unguard
from core.export.columns import COLUMNS, established
from core.model.clip import Clip, Role
from core.model.ids import EntryId

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd-\uffff]")
"""What XML 1.0 has no place for, so that a workbook loses it."""

_NEWLINE = re.compile(r"\r\n?|_x000D_\n")


@dataclass(frozen=True, slots=True)
class Returned:
    """One row that came back: the clip as it stood when the sheet left (None: nobody knows), and as it is now."""

    line: int
    base: Clip | None
    ours: Clip
    cells: Mapping[str, str]


class Scales:
    """Weighs the cells of rows; ``blank_clears`` makes an empty cell mean that nothing shall stand there."""

    def __init__(self, vocabulary: Vocabulary, names: Names, *, blank_clears: bool) -> None:
        self._vocabulary = vocabulary
        self._names = names
        self._blank_clears = blank_clears

    def weigh(self, row: Returned) -> Iterator[Cell]:
        """Yield the cells of ``row`` that differ from what the archive knows."""
        so_far = row.ours
        for column in sorted(row.cells, key=RETURNING.index):
            theirs = row.cells[column]
            if not self._says_something(row, column, theirs):
                continue
            if column in TAG_FIELDS:
                cell = self._weigh_names(row, column, theirs)
            else:
                cell = self._weigh_text(row, so_far, column, theirs)
            if cell is not None:
                yield cell
                if cell.verdict is Verdict.CHANGED and isinstance(cell.proposal, SetCell):
                    so_far = WRITES[column](so_far, cell.proposal.text)

    def _says_something(self, row: Returned, column: str, theirs: str) -> bool:
        if not theirs.strip() and not self._blank_clears:
            return False
        known = [self._shown(clip, column) for clip in (row.base, row.ours) if clip is not None]
        return not any(_same(theirs, text) for text in known)

    def _shown(self, clip: Clip, column: str) -> str:
        return fit(COLUMNS[column].value(clip, self._vocabulary))[0]

    # text -------------------------------------------------------------------------------------------------------
    def _weigh_text(self, row: Returned, so_far: Clip, column: str, theirs: str) -> Cell | None:
        """Weigh a text against ``so_far``, the clip with what the row says in columns before: a zone needs a date."""
        ours = self._shown(row.ours, column)
        base = None if row.base is None else self._shown(row.base, column)
        theirs = "" if not theirs.strip() else _NEWLINE.sub("\n", theirs)
        if theirs and looks_damaged(ours if base is None else base, theirs):
            return _cell(row, column, base, ours, theirs, Verdict.DAMAGED)
        try:
            written = WRITES[column](so_far, theirs)
        except ValueError as error:
            return _cell(row, column, base, ours, theirs, Verdict.SENSELESS, str(error))
        if written == so_far:
            return None
        verdict, why = _standing(base, ours)
        return _cell(row, column, base, ours, theirs, verdict, why, proposal=SetCell(row.ours.id, column, theirs))

    # names ------------------------------------------------------------------------------------------------------
    def _weigh_names(self, row: Returned, column: str, theirs: str) -> Cell | None:
        role, _ = TAG_FIELDS[column]
        before = self._standing_for(row.base or row.ours, role)
        now = self._standing_for(row.ours, role)
        named, unmatched = self._read(column, theirs, before | now)
        blank_over_unknown = not theirs.strip() and row.base is None
        gone = before.keys() - named if row.base is not None or blank_over_unknown else set()
        added = tuple(entry for entry in dict.fromkeys(named) if entry not in before and entry not in now)
        removed = frozenset(tag for entry in gone & now.keys() for tag in now[entry].tagged)
        if not added and not removed and not unmatched:
            return None
        verdict = Verdict.REVIEW if unmatched else Verdict.CHANGED
        base = None if row.base is None else self._shown(row.base, column)
        proposal = Retag(row.ours.id, role, (*added, *(name.id for name in unmatched)), removed)
        return _cell(
            row, column, base, self._shown(row.ours, column), theirs, verdict, names=unmatched, proposal=proposal
        )

    def _standing_for(self, clip: Clip, role: Role) -> dict[EntryId, _Standing]:
        """Return the entries that stand in ``role``, by where redirects lead."""
        found: dict[EntryId, _Standing] = {}
        for tagged in established(clip, role):
            entry = self._vocabulary.get(tagged)
            final = entry.id if entry else tagged
            known = found.get(final)
            plain = entry.label if entry else self._vocabulary.label(tagged)
            labels = (self._vocabulary.label(tagged), plain)
            found[final] = _Standing(labels, (*(known.tagged if known else ()), tagged))
        return found

    def _read(
        self, column: str, theirs: str, standing: Mapping[EntryId, _Standing]
    ) -> tuple[list[EntryId], tuple[Unmatched, ...]]:
        """Return whom the names in a cell mean, first among those who stand there, and the names nobody has."""
        _, kind = TAG_FIELDS[column]
        left = dict(standing)
        named: list[EntryId] = []
        unmatched: dict[EntryId, Unmatched] = {}
        for name in split_names(theirs):
            there = next((entry for entry, known in left.items() if known.is_called(name)), None)
            found = there or self._names.find(kind, name)
            if isinstance(found, Unmatched):
                unmatched[found.id] = found
            else:
                named.append(found)
                left.pop(found, None)
        return named, tuple(unmatched.values())


@dataclass(frozen=True, slots=True)
class _Standing:
    """An entry that stands in a role: what it is called, told apart and plain, and by which ids it was tagged."""

    labels: tuple[str, str]
    tagged: tuple[EntryId, ...]

    def is_called(self, name: str) -> bool:
        """Whether ``name`` in a cell means it: a sheet may have left before there was another of the same name."""
        return any(_same(label.strip(), name) for label in self.labels)


def settled(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield ``cells``; where two rows want different things of one clip, the later one is in conflict."""
    seen: dict[tuple[str, str], Cell] = {}
    for cell in cells:
        first = seen.setdefault((cell.clip, cell.column), cell)
        if first is cell:
            yield cell
        elif not _same(first.theirs, cell.theirs):
            why = f"Row {first.line} says “{first.theirs}”."
            yield Cell(
                line=cell.line, clip=cell.clip, title=cell.title, column=cell.column, base=cell.base, ours=cell.ours,
                theirs=cell.theirs, verdict=Verdict.CONFLICTING, why=why,
            )  # fmt: skip


def _standing(base: str | None, ours: str) -> tuple[Verdict, str]:
    if base is None:
        if not ours:
            return Verdict.CHANGED, ""
        return Verdict.CONFLICTING, "The sheet does not say which revision it was made from."
    if _same(base, ours):
        return Verdict.CHANGED, ""
    return Verdict.CONFLICTING, "The archive was changed since the sheet was made."


def _cell(
    row: Returned,
    column: str,
    base: str | None,
    ours: str,
    theirs: str,
    verdict: Verdict,
    why: str = "",
    names: tuple[Unmatched, ...] = (),
    proposal: SetCell | Retag | None = None,
) -> Cell:
    return Cell(
        line=row.line, clip=row.ours.id, title=row.ours.name, column=column, base=base, ours=ours, theirs=theirs,
        verdict=verdict, why=why, names=names, proposal=proposal,
    )  # fmt: skip


def _same(cell: str, known: str) -> bool:
    """Whether a cell says what is known, as far as sheets can carry it."""
    return cell == known or _carried(known) in (_carried(cell), _carried(unguard(cell)))


def _carried(text: str) -> str:
    return _UNWRITABLE.sub("", _NEWLINE.sub("\n", text))
