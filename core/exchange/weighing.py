"""Three-way: what stood in a cell when the sheet left, what the sheet says, what the archive says now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from core.catalog.vocabulary import Vocabulary
from core.exchange.damage import looks_damaged
from core.exchange.edits import Retag, SetCell
from core.exchange.fields import RETURNING, TAG_FIELDS, WRITES
from core.exchange.names import Names, Unmatched
from core.exchange.preview import Cell, Verdict, verdict_on
from core.exchange.sameness import says_the_same, text_of, verdict_of
from core.exchange.tagging import Place, Roll
from core.export.cells import fit
from core.export.columns import COLUMNS
from core.model.clip import Clip
from core.model.ids import MomentId
from core.values import dataclass
from core.words import tr


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
        self._roll = Roll(vocabulary, names)
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
        return not any(says_the_same(theirs, text) for text in known)

    def _shown(self, clip: Clip, column: str) -> str:
        return fit(COLUMNS[column].value(clip, self._vocabulary))[0]

    # text -------------------------------------------------------------------------------------------------------
    def _weigh_text(self, row: Returned, so_far: Clip, column: str, theirs: str) -> Cell | None:
        """Weigh a text against ``so_far``, the clip with what the row says in columns before: a zone needs a date."""
        ours = self._shown(row.ours, column)
        base = None if row.base is None else self._shown(row.base, column)
        theirs = text_of(theirs)
        if theirs and looks_damaged(ours if base is None else base, theirs):
            return _cell(row, column, base, ours, theirs, Verdict.DAMAGED)
        try:
            written = WRITES[column](so_far, theirs)
        except ValueError as error:
            return _cell(row, column, base, ours, theirs, Verdict.SENSELESS, str(error))
        if written == so_far:
            return None
        verdict, why = verdict_of(base, ours)
        return _cell(row, column, base, ours, theirs, verdict, why, proposal=SetCell(row.ours.id, column, theirs))

    # names ------------------------------------------------------------------------------------------------------
    def _weigh_names(self, row: Returned, column: str, theirs: str) -> Cell | None:
        role, kind = TAG_FIELDS[column]
        proposal, unmatched = self._roll.retag(row.ours, row.base, Place(role, kind), theirs)
        if not proposal.says_something:
            return None
        base = None if row.base is None else self._shown(row.base, column)
        return _cell(
            row, column, base, self._shown(row.ours, column), theirs, verdict_on(unmatched), names=unmatched,
            proposal=proposal,
        )  # fmt: skip


def agreed(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield ``cells``; where two rows want different things of one clip, the later one is in conflict."""
    seen: dict[tuple[str, str, MomentId | None], Cell] = {}
    for cell in cells:
        first = seen.setdefault((cell.clip, cell.column, cell.moment), cell)
        if first is cell:
            yield cell
        elif not says_the_same(first.theirs, cell.theirs):
            why = tr("Row {line} says “{text}”.", line=first.line, text=first.theirs)
            yield replace(cell, verdict=Verdict.CONFLICTING, why=why, names=(), proposal=None)


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
