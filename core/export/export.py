"""Writes a tag sheet: whole, past the embargo gate, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from core.catalog.vocabulary import Vocabulary
from core.errors import SystemProblem, UserProblem
from core.export.embargo import Embargo, holding
from core.export.formats import FORMATS, Format
from core.export.placing import placing
from core.export.release import Override, Remember, nowhere, override_for
from core.export.sheet import DEFAULT_COLUMNS, Row, Sheet, StillPaths, columns_named, rows_of
from core.model.clip import Clip
from core.values import dataclass
from core.words import tr

Gate = Callable[[Clip], Embargo | None]
"""Returns what holds a clip back today, None where it may leave."""

HELD_NAMED = 1_000
"""So many of the clips held back are named in a report; all are counted."""


@dataclass(frozen=True, slots=True)
class Held:
    """A clip the gate held back; ``until`` is an ISO 8601 date, empty where nobody knows it."""

    name: str
    until: str
    why: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What left and what did not.

    ``held`` names the first of those ``held_back``.  ``overridden`` counts the clips that left in spite of an
    embargo; ``shortened`` the cells that were too long and end with a mark that says so.  After a cancel nothing left.
    """

    rows: int
    held_back: int
    target: Path
    shortened: int = 0
    cancelled: bool = False
    held: tuple[Held, ...] = ()
    overridden: int = 0


class _Cancelled(Exception):
    """Unwinds a writer, so that its file is thrown away."""


def export_sheet(
    clips: Iterable[Clip],
    vocabulary: Vocabulary,
    stills: StillPaths,
    *,
    format: str,  # noqa: A002 - the word of the command line and of the window
    target: Path,
    columns: Sequence[str] = DEFAULT_COLUMNS,
    today: date,
    title: str = "Tag sheet",
    moments: bool = False,
    override: str = "",
    remember: Remember = nowhere,
    formats: Mapping[str, Format] = FORMATS,
    gate: Gate | None = None,
    report: Callable[[int], None] = lambda _rows: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ExportReport:
    """Write the clips that may leave on ``today`` to ``target`` and tell ``report`` after each row how many there are.

    ``target`` takes its place whole when all is written, and is as it was after any error or a cancel; a folder must
    be new or empty.  ``cancelled`` is asked before every clip and once more before the target takes its place.

    ``override`` is the reason for which clips under embargo leave too: the sheet says so in its ``notice``, and where
    any does leave, ``remember`` (``archive.catalog.note``) records it before the target is there.  ``gate`` tells what
    holds a clip back, where that is not its own embargo alone.  Raises UserProblem for a format, column or target that
    cannot be, SystemProblem where something cannot be written.
    """
    form = _format(format, formats)
    chosen = columns_named(columns)
    made = datetime.now(UTC)
    permit = override_for(override, remember)
    gate = gate or (lambda clip: holding(clip, vocabulary, today))
    passage = _Passage(gate, report, cancelled, is_open=bool(permit))
    rows = passage.watched(rows_of(passage.allowed(clips), chosen, vocabulary, stills))
    try:
        with placing(target, folder=form.folder) as part:
            form.write(Sheet(title, chosen, rows, vocabulary, stills, made, permit.notice(made), moments), part)
            passage.end(permit)
    except _Cancelled:
        return ExportReport(0, passage.held_back, target, cancelled=True, held=tuple(passage.held))
    except OSError as error:
        raise SystemProblem(
            tr("The sheet could not be written to {target}: {reason}.", target=target, reason=error.strerror or error)
        ) from error
    return passage.told(target)


def _format(name: str, formats: Mapping[str, Format]) -> Format:
    if name not in formats:
        *others, last = formats
        raise UserProblem(
            tr(
                "There is no format “{name}”; there are {known} and {last}.",
                name=name,
                known=", ".join(others),
                last=last,
            )
        )
    return formats[name]


class _Passage:
    """The gate: counts what passes on its way from the archive to the file, and what does not."""

    def __init__(
        self,
        gate: Gate,
        report: Callable[[int], None],
        cancelled: Callable[[], bool],
        *,
        is_open: bool,
    ) -> None:
        self._gate = gate
        self._report = report
        self._cancelled = cancelled
        self._is_open = is_open
        self._rows = self._shortened = self._overridden = 0
        self.held_back = 0
        self.held: list[Held] = []

    def allowed(self, clips: Iterable[Clip]) -> Iterator[Clip]:
        """Yield the clips that may leave."""
        for clip in clips:
            self._stop_if_cancelled()
            embargo = self._gate(clip)
            if embargo is None:
                yield clip
            elif self._is_open:
                self._overridden += 1
                yield clip
            else:
                self.held_back += 1
                if len(self.held) < HELD_NAMED:
                    until = embargo.until.isoformat() if embargo.until else ""
                    self.held.append(Held(clip.name, until, embargo.why))

    def watched(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows, counting."""
        for row in rows:
            yield row
            self._rows += 1
            self._shortened += row.shortened
            self._report(self._rows)

    def end(self, permit: Override) -> None:
        """Record what left under an override, the last thing before the target takes its place."""
        self._stop_if_cancelled()
        permit.record(self._overridden)

    def told(self, target: Path) -> ExportReport:
        return ExportReport(
            self._rows,
            self.held_back,
            target,
            self._shortened,
            held=tuple(self.held),
            overridden=self._overridden,
        )

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise _Cancelled
