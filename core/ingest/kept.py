"""Reports of imports, kept with the archive: what came, from where, and what could not be read."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from core.errors import SystemProblem, UserProblem
from core.files import replace_file
from core.ingest.report import Became, ImportReport, Line
from core.ingest.terms import IN_PLACE, Terms
from core.model.codec import from_document, from_json, to_json
from core.ports.clock import Clock
from core.values import dataclass
from core.words import tr

log = logging.getLogger(__name__)

_HEAD_LIMIT = 1 << 20
_SUFFIX = ".jsonl"
_LAST = 10
_ENOUGH_S = 10
"""How long imports must have taken together to tell how long another takes."""

Pace = float
"""Bytes a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What an import came to, in numbers; ``begun`` and ``ended`` are ISO 8601 in UTC.

    ``seconds`` is how long it took without pauses, until all files had been looked at; ``bytes`` how much came in.
    """

    id: str
    name: str
    begun: str
    ended: str
    added: int
    known: int
    skipped: int
    failed: int
    cancelled: bool = False
    terms: Terms = IN_PLACE
    seconds: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Took:
    """How long an import took, and how much came in."""

    seconds: int
    bytes: int


NO_TIME = Took(0, 0)


class Reports:
    """The reports of one archive, a file each: the numbers in its first line, then a line a file."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def now(self) -> str:
        """Return the time, as reports have it."""
        return self._clock.now().isoformat(timespec="seconds")

    def keep(self, name: str, begun: str, terms: Terms, report: ImportReport, took: Took = NO_TIME) -> Kept | None:
        """Keep what came of an import; None where nothing did, or it cannot be written, for that loses no clip."""
        if not (report.lines or report.known or report.skipped):
            return None
        kept = Kept(
            id=self._new_id(begun),
            name=name,
            begun=begun,
            ended=self.now(),
            added=report.added,
            known=report.known,
            skipped=report.skipped,
            failed=len(report.failed),
            cancelled=report.cancelled,
            terms=terms,
            seconds=took.seconds,
            bytes=took.bytes,
        )
        try:
            self._folder.mkdir(exist_ok=True)
            replace_file(self._path(kept.id), b"\n".join(to_json(one) for one in (kept, *report.lines)) + b"\n")
        except OSError as error:
            log.info("the report of the import of %s is not kept: %s", name, error)
            return None
        return kept

    def _new_id(self, begun: str) -> str:
        stamp = "".join(character for character in begun[: len("2026-11-29T10:00:00")] if character.isalnum())
        taken = (f"{stamp}-{number}" for number in range(1, 1_000_000))
        return next(report for report in taken if not self._path(report).exists())

    def all(self) -> list[Kept]:
        """Return what is kept, the newest first; a file that cannot be read is left out."""
        paths = sorted(self._folder.glob(f"*{_SUFFIX}"), key=_age, reverse=True)
        return [kept for path in paths if not path.name.startswith(".") and (kept := _head(path)) is not None]

    def pace(self, *, copy: bool) -> Pace | None:
        """Return how fast the last imports on such terms went, all in all; None where they were too short to tell."""
        alike = [kept for kept in self.all() if kept.terms.copy is copy and kept.bytes and kept.seconds][:_LAST]
        taken, seconds = sum(kept.bytes for kept in alike), sum(kept.seconds for kept in alike)
        return taken / seconds if seconds >= _ENOUGH_S else None

    def lines(self, report: str) -> Sequence[Line]:
        """Return what became of each file; raises UserProblem where there is no such report, SystemProblem."""
        path = self._path(report)
        if not report.replace("-", "").isalnum() or not path.is_file():
            raise UserProblem(tr("There is no report {report} of an import; “imports” lists them.", report=report))
        try:
            return [from_document(from_json(line), Line) for line in path.read_bytes().splitlines()[1:]]
        except (OSError, ValueError) as error:
            raise SystemProblem(tr("The report {path} cannot be read ({error}).", path=path, error=error)) from None

    def _path(self, report: str) -> Path:
        return self._folder / f"{report}{_SUFFIX}"


def failed_places(lines: Sequence[Line]) -> list[Path]:
    """Return the files that could not be read, to be tried again."""
    return [Path(line.location) for line in lines if line.became is Became.FAILED]


def _age(path: Path) -> tuple[str, int]:
    stamp, _, number = path.stem.partition("-")
    return stamp, int(number) if number.isdecimal() else 0


def _head(path: Path) -> Kept | None:
    try:
        with path.open("rb") as file:
            return from_document(from_json(file.readline(_HEAD_LIMIT)), Kept)
    except (OSError, ValueError) as error:
        log.info("%s is no report of an import: %s", path, error)
        return None
