"""The page of moments that comes back: in and out points, labels, notes and people, three-way like every other cell.

A row that is gone takes no moment away; one without a moment's id names a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from core.catalog.vocabulary import Vocabulary
from core.exchange.damage import looks_damaged
from core.exchange.edits import ChangeMoment, NewMoment, Proposal
from core.exchange.moments import clock_time, span_within
from core.exchange.names import Names, Unmatched
from core.exchange.preview import Cell, Verdict, verdict_on
from core.exchange.sameness import says_the_same, text_of, verdict_of
from core.exchange.tagging import Place, Roll
from core.export.counting import start_of
from core.export.moments import moment_cells, moment_counting
from core.model.clip import Clip, Moment, Role
from core.model.ids import MomentId
from core.model.time import offset
from core.model.vocabulary import EntryKind
from core.values import dataclass
from core.words import tr

NEW, SPAN, LABEL, NOTE, PEOPLE = "new moment", "moment in and out", "moment label", "moment note", "moment people"
"""What a cell of this page is said to be of."""

_OUR_CLOCK = re.compile(r"\d{2,}:\d\d:\d\d\.\d{3}")
_OUR_TIMECODE = re.compile(r"\d\d:\d\d:\d\d[:;]\d{2,3}")


@dataclass(frozen=True, slots=True)
class MomentRow:
    """A row of the page: which clip and moment it is of (None: a new one), what ``cells`` say by heading.

    ``base`` is the clip as it stood when the sheet left (None: nobody knows), ``ours`` as it is now.
    """

    line: int
    base: Clip | None
    ours: Clip
    moment: MomentId | None
    cells: Mapping[str, str]

    def cell(self, heading: str) -> str:
        return self.cells.get(heading, "").strip()


class Damaged(Exception):
    """A cell holds what a spreadsheet made of it."""


class MomentScales:
    """Weighs rows of moments; ``blank_clears`` makes an empty cell mean that nothing shall stand there."""

    def __init__(self, vocabulary: Vocabulary, names: Names, *, blank_clears: bool) -> None:
        self._vocabulary = vocabulary
        self._roll = Roll(vocabulary, names)
        self._blank_clears = blank_clears

    def weigh(self, row: MomentRow) -> Iterator[Cell]:
        """Yield the cells of ``row`` that differ from what the archive knows."""
        if row.moment is None:
            yield self._new(row)
            return
        ours, base = _moment(row.ours, row.moment), _moment(row.base, row.moment)
        if ours is None:
            yield from self._gone(row, base)
            return
        known = _Known(row, ours, base, self._cells(row.ours, ours), self._cells(row.base, base))
        texts = (known.text(column, blank_clears=self._blank_clears) for column in (LABEL, NOTE))
        yield from filter(None, (known.span(), *texts, self._people(known)))

    def _cells(self, clip: Clip | None, moment: Moment | None) -> dict[str, str] | None:
        return moment_cells(clip, moment, self._vocabulary) if clip and moment else None

    def _gone(self, row: MomentRow, base: Moment | None) -> Iterator[Cell]:
        """Yield a conflict where the row changes a moment that was taken away here since."""
        before = self._cells(row.base, base)
        told = {heading: row.cells[heading] for heading in ("in_s", "out_s", "label", "note") if heading in row.cells}
        if before is None or any(not says_the_same(cell, before[heading]) for heading, cell in told.items()):
            yield Cell(
                line=row.line, clip=row.ours.id, title=row.ours.name, column=LABEL, base=(before or {}).get("label"),
                ours="", theirs=row.cell("label"), verdict=Verdict.CONFLICTING, moment=row.moment,
                why=tr("The moment is no longer in the archive."),
            )  # fmt: skip

    def _people(self, known: _Known) -> Cell | None:
        row, theirs = known.row, known.row.cells.get("people", "")
        if "people" not in row.cells or known.says_nothing("people", blank_clears=self._blank_clears):
            return None
        place = Place(Role.PERSON_SHOWN, EntryKind.PERSON, row.moment)
        proposal, unmatched = self._roll.retag(row.ours, row.base, place, theirs)
        if not proposal.says_something:
            return None
        return known.cell(
            PEOPLE, known.shown("people"), theirs, verdict_on(unmatched), proposal=proposal, names=unmatched
        )

    def _new(self, row: MomentRow) -> Cell:
        """Weigh a row without an id: a new moment with all that the row says."""
        told = f"{row.cell('in_s') or row.cell('in_tc')}-{row.cell('out_s') or row.cell('out_tc')} {row.cell('label')}"
        proposal: Proposal | None = None
        names: tuple[Unmatched, ...] = ()
        verdict, why = Verdict.CHANGED, ""
        try:
            start, end = (_time(row, side, {}) for side in ("in", "out"))
            if start is None or end is None:
                raise ValueError(tr("A new moment needs an in and an out point."))
            people, names = self._roll.read(EntryKind.PERSON, row.cell("people"), {})
            proposal = NewMoment(
                row.ours.id, span_within(row.ours, start, end, told.strip()), row.cell("label"),
                text_of(row.cells.get("note", "")), (*people, *(name.id for name in names)),
            )  # fmt: skip
            verdict = verdict_on(names)
        except Damaged:
            verdict = Verdict.DAMAGED
        except ValueError as error:
            verdict, why = Verdict.SENSELESS, str(error)
        return Cell(
            line=row.line, clip=row.ours.id, title=row.ours.name, column=NEW, base="", ours="", theirs=told.strip(),
            verdict=verdict, why=why, names=names, proposal=proposal,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Known:
    """A row of a moment that is there: the moment now and when the sheet left, and what the page shows of each."""

    row: MomentRow
    ours: Moment
    base: Moment | None
    now: Mapping[str, str] | None
    before: Mapping[str, str] | None

    def shown(self, heading: str) -> tuple[str | None, str]:
        """Return what stood in a cell when the sheet left, and what would now."""
        return (self.before[heading] if self.before else None), (self.now or {})[heading]

    def says_nothing(self, heading: str, *, blank_clears: bool) -> bool:
        theirs = self.row.cells[heading]
        if not theirs.strip() and not blank_clears:
            return True
        return any(says_the_same(theirs, known) for known in self.shown(heading) if known is not None)

    def cell(
        self,
        column: str,
        known: tuple[str | None, str],
        theirs: str,
        verdict: Verdict,
        why: str = "",
        proposal: Proposal | None = None,
        names: tuple[Unmatched, ...] = (),
    ) -> Cell:
        title = f"{self.row.ours.name}, {offset(self.ours.span.start)}"
        return Cell(
            line=self.row.line, clip=self.row.ours.id, title=title, column=column, base=known[0], ours=known[1],
            theirs=theirs, verdict=verdict, why=why, names=names, proposal=proposal, moment=self.ours.id,
        )  # fmt: skip

    def text(self, column: str, *, blank_clears: bool) -> Cell | None:
        """Weigh the label or the note."""
        heading = "label" if column == LABEL else "note"
        if heading not in self.row.cells or self.says_nothing(heading, blank_clears=blank_clears):
            return None
        base, ours = self.shown(heading)
        theirs = text_of(self.row.cells[heading])
        if theirs and looks_damaged(ours if base is None else base, theirs):
            return self.cell(column, (base, ours), theirs, Verdict.DAMAGED)
        clip, moment = self.row.ours.id, self.ours.id
        change = (
            ChangeMoment(clip, moment, label=theirs) if column == LABEL else ChangeMoment(clip, moment, note=theirs)
        )
        verdict, why = verdict_of(base, ours)
        return self.cell(column, (base, ours), theirs, verdict, why, change)

    def span(self) -> Cell | None:
        """Weigh the in and out points; a side the row does not change stays as it is here."""
        known = (_span_words(self.before) if self.before else None, _span_words(self.now or {}))
        try:
            start, end = (_time(self.row, side, self.before or self.now or {}) for side in ("in", "out"))
            moved = {"in": start, "out": end}
            if all(_is_at(moved[side], (self.now or {})[f"{side}_s"]) for side in moved):
                return None
            span = self.ours.span
            theirs = f"{offset(span.start if start is None else start)}-{offset(span.end if end is None else end)}"
            wanted = span_within(
                self.row.ours, span.start if start is None else start, span.end if end is None else end, theirs
            )
        except Damaged:
            return self.cell(SPAN, known, _span_words(self.row.cells), Verdict.DAMAGED)
        except ValueError as error:
            return self.cell(SPAN, known, _span_words(self.row.cells), Verdict.SENSELESS, str(error))
        verdicts = [verdict_of(*self.shown(f"{side}_s")) for side, time in moved.items() if time is not None]
        verdict, why = next((one for one in verdicts if one[0] is Verdict.CONFLICTING), verdicts[0])
        return self.cell(SPAN, known, theirs, verdict, why, ChangeMoment(self.row.ours.id, self.ours.id, span=wanted))


def _is_at(time: Fraction | None, shown: str) -> bool:
    """Whether a side is where it is shown to be now, or was not moved."""
    return time is None or offset(time) == shown


def _time(row: MomentRow, side: str, known: Mapping[str, str]) -> Fraction | None:
    """Return where the row moves its ``in`` or ``out``, in seconds from the first picture; None where it does not.

    It stands there as a clock and as timecode, and either may have been edited.  Raises ValueError where they make no
    sense, Damaged where a spreadsheet wrote them anew.
    """
    clock = _edited(row, f"{side}_s", known, _OUR_CLOCK)
    code = _edited(row, f"{side}_tc", known, _OUR_TIMECODE)
    by_clock = None if clock is None else clock_time(clock)
    if clock is not None and by_clock is None:
        raise ValueError(f"“{clock}” is no time; one is written 00:00:07.000.")
    by_code = None if code is None else _source_time(row.ours, code)
    if by_clock is None or by_code is None:
        return by_code if by_clock is None else by_clock
    if abs(by_clock - by_code) * moment_counting(row.ours).rate > 1:
        raise ValueError(f"“{clock}” and “{code}” are different times; change one of the two.")
    return by_clock


def _edited(row: MomentRow, heading: str, known: Mapping[str, str], form: re.Pattern[str]) -> str | None:
    """Return the cell where it was edited; raises Damaged."""
    cell, before = row.cell(heading), known.get(heading, "")
    if not cell or says_the_same(cell, before):
        return None
    if not form.fullmatch(cell) and looks_damaged(before, cell):
        raise Damaged
    return cell


def _source_time(clip: Clip, code: str) -> Fraction:
    counting = moment_counting(clip)
    there = start_of(code, counting.rate)
    if there is None:
        raise ValueError(f"“{code}” is no timecode of this clip.")
    frame = (there.start - counting.start) % counting.day
    if frame > counting.day // 2:
        raise ValueError(f"“{code}” is before the clip begins.")
    return Fraction(frame) / counting.rate


def _span_words(cells: Mapping[str, str]) -> str:
    return f"{cells.get('in_s', '')}-{cells.get('out_s', '')}"


def _moment(clip: Clip | None, moment: MomentId) -> Moment | None:
    return next((one for one in clip.moments if one.id == moment), None) if clip else None
