"""Hand-over packages: originals, tag sheets and sidecars, copied with proof and gone on with after a break."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from core.errors import FileProblem, SystemProblem, UserProblem
from core.export.export import export_sheet
from core.export.formats import Format
from core.export.package_formats import PACKAGE_FORMATS, PackageFormat
from core.export.package_plan import LeftOut, Plan, Shelf
from core.export.packing import Packing, everything_in
from core.export.payload import Letter, portable
from core.export.release import override_for
from core.files import sync
from core.fixity.work import Cancelled, Report, Ticks, Work, no_report
from core.model.ids import ClipId
from core.values import dataclass
from core.words import tr

SHEETS = "sheets"
SIDECARS = "xmp"
"""The format that is written beside the media, where there is one of this name."""

DEFAULT_SHEETS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be packed where: a format of packages, formats of sheets, and the reason of an embargo override."""

    format: str
    target: Path
    title: str
    today: date
    sheets: Sequence[str] = DEFAULT_SHEETS
    override: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageReport:
    """What was packed; ``resumed`` counts the files that lay there, verified, from a run that was broken off."""

    target: Path
    packed: int = 0
    resumed: int = 0
    size: int = 0
    held_back: int = 0
    overridden: int = 0
    left_out: tuple[LeftOut, ...] = ()
    cancelled: bool = False


def free_bytes(folder: Path) -> int:
    """Return how much room there is where ``folder`` lies.  Raises OSError."""
    return shutil.disk_usage(folder).free


class PackageJob:
    """One package; use once.

    ``run`` blocks and calls ``report`` on its own thread, ten times a second at most; ``pause``, ``resume`` and
    ``cancel`` may be called from any.  The package is made in a folder beside its target and takes its place whole
    when all is verified; after a cancel, an error or a kill that folder stays, and the next run goes on with it.
    """

    def __init__(
        self, shelf: Shelf, wish: Wish, *, free: Callable[[Path], int] = free_bytes, ticks: Ticks = time.monotonic
    ) -> None:
        self._shelf = shelf
        self._wish = wish
        self._form = _package_format(wish.format)
        self._sheets = [_sheet_format(name, shelf.formats) for name in dict.fromkeys(wish.sheets) if name != SIDECARS]
        self._free = free
        self._work = Work(ticks)
        self._permit = override_for(wish.override, shelf.remember)

    def pause(self) -> None:
        """Stand still until ``resume``."""
        self._work.pause()

    def resume(self) -> None:
        self._work.resume()

    def cancel(self) -> None:
        """End soon; what was copied by then is not copied again."""
        self._work.cancel()

    def run(self, clips: Iterable[ClipId], report: Report = no_report) -> PackageReport:
        """Pack the originals of ``clips`` that may leave; one that cannot be read is named and the rest goes on.

        Raises UserProblem where there is nothing to pack or the target is taken, SystemProblem where the package
        cannot be written.
        """
        target = self._wish.target.absolute()
        _refuse_taken(target)
        plan = Plan(self._shelf, self._wish.today, self._permit)
        plan.take(clips)
        with _told_of(target), _unfinished(target) as scratch:
            packing = Packing(scratch, self._form, plan, self._work)
            try:
                packing.prepare(self._free, report)
                packing.copy()
                self._write_rest(packing, plan)
            except Cancelled:
                self._work.end()
                return _told(packing, plan, target, cancelled=True)
            self._permit.record(len(plan.overridden & packing.packed.keys()))
            _put_in_place(packing.package, target)
            shutil.rmtree(scratch, ignore_errors=True)
        self._work.end()
        return _told(packing, plan, target)

    def _write_rest(self, packing: Packing, plan: Plan) -> None:
        """Write sheets, sidecars and tags over what was copied.  Raises OSError, SystemProblem, Cancelled."""
        if not packing.packed:
            raise FileProblem(" ".join((tr("Nothing could be packed."), *(one.reason for one in plan.left_out[:3]))))
        for form in self._sheets:
            name = form.ending if form.name == form.ending else f"{form.name}.{form.ending}"
            stem = portable(self._wish.title)
            where = packing.payload / SHEETS / (form.name if form.folder else f"{stem}.{name}")
            self._export(form, where, packing)
        if SIDECARS in self._shelf.formats:
            self._write_sidecars(packing)
        made = datetime.now(UTC)
        letter = Letter(self._wish.title, made.isoformat(timespec="seconds"), self._permit.notice(made))
        self._form.write_tags(packing.package, list(packing.all_files()), letter)
        sync(everything_in(packing.package))

    def _export(self, form: Format, where: Path, packing: Packing) -> None:
        where.parent.mkdir(exist_ok=True)
        report = export_sheet(
            packing.clips(self._shelf.clip),
            self._shelf.vocabulary,
            self._shelf.stills,
            format=form.name,
            formats=self._shelf.formats,
            target=where,
            today=self._wish.today,
            title=self._wish.title,
            override=self._wish.override,
            remember=_remembered_once,
            cancelled=lambda: self._work.cancelled,
        )
        if report.cancelled:
            raise Cancelled

    def _write_sidecars(self, packing: Packing) -> None:
        form = self._shelf.formats[SIDECARS]
        if not form.folder:
            raise UserProblem(tr("The format “{format}” does not write sidecars.", format=SIDECARS))
        folder = packing.package.with_name("sidecars")
        shutil.rmtree(folder, ignore_errors=True)
        self._export(form, folder, packing)
        for sidecar in sorted(folder.iterdir()):
            sidecar.rename(packing.media / sidecar.name)
        folder.rmdir()


def _remembered_once(_sentence: str) -> None:
    """Leave it to the package, which remembers an override once for all its sheets."""


def _told(packing: Packing, plan: Plan, target: Path, *, cancelled: bool = False) -> PackageReport:
    return PackageReport(
        target=target,
        packed=len(packing.packed),
        resumed=packing.resumed,
        size=sum(one.size for one in packing.packed.values()),
        held_back=plan.held_back,
        overridden=len(plan.overridden & packing.packed.keys()),
        left_out=tuple(plan.left_out),
        cancelled=cancelled,
    )


def _package_format(name: str) -> PackageFormat:
    if name not in PACKAGE_FORMATS:
        raise UserProblem(
            tr("There is no package “{name}”; there are {known}.", name=name, known=" and ".join(PACKAGE_FORMATS))
        )
    return PACKAGE_FORMATS[name]


def _sheet_format(name: str, formats: Mapping[str, Format]) -> Format:
    if name not in formats:
        raise UserProblem(tr("There is no format “{name}”; there are {known}.", name=name, known=", ".join(formats)))
    return formats[name]


def _refuse_taken(target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UserProblem(tr("{target} is there already. Choose a new or an empty folder.", target=target))


def _put_in_place(package: Path, target: Path) -> None:
    if target.exists():
        target.rmdir()  # only an empty one can be: Windows renames onto no folder
    package.rename(target)
    sync([target.parent])


@contextmanager
def _told_of(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SystemProblem(
            tr(
                "The package {target} could not be written ({reason}). When that is mended, run it "
                "again: it goes on from here.",
                target=target,
                reason=error.strerror or error,
            )
        ) from error


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """Hand out the folder in which the package for ``target`` is made, with what an earlier run left in it."""
    scratch = target.with_name(f"{target.name}.unfinished")
    scratch.mkdir(parents=True, exist_ok=True)
    lock = FileLock(scratch / "lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise UserProblem(tr("{target} is being packed by another window or command.", target=target)) from None
    try:
        yield scratch
    finally:
        lock.release()
