"""The verb that watches folders: watch."""

from __future__ import annotations

import threading
from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path

from core.app import Archive, open_archive
from core.cli.intake import INTERRUPTED, first_interrupt_calls, progress_line
from core.cli.opening import open_to_read
from core.cli.terminal import Terminal
from core.cli.terms import terms_of
from core.errors import UserProblem
from core.ingest.report import ImportReport
from core.ingest.session import ImportSession
from core.ingest.watching import Arrived, Watched, looked_until_settled
from core.model.codec import to_document

_EVERY_S = 3.0


def watch(options: Namespace, terminal: Terminal) -> int:
    """Take in what is put into watched folders, until Ctrl+C; or say which they are."""
    if options.list:
        return _list(options, terminal)
    with open_archive(options.archive) as archive:
        if options.add:
            watched = archive.watched.put(Path(options.add), terms_of(archive, options))
            terminal.say(f"Watching {watched.name} from now on.")
        elif options.remove:
            watched = _named(archive, options.remove)
            archive.watched.remove(watched)
            terminal.say(f"{watched.name} is watched no more; what came from it stays.")
        elif options.once:
            return _once(archive, terminal)
        else:
            return _for_ever(archive, terminal)
    return 0


def _list(options: Namespace, terminal: Terminal) -> int:
    with open_to_read(options.archive) as archive:
        folders = archive.watched.all()
    if options.json:
        terminal.show([to_document(one) for one in folders])
        return 0
    for one in folders:
        away = "" if one.folder.is_dir() else "  (not there just now)"
        terminal.say(f"{one.name}  {'copied' if one.terms.copy else 'left in place'}{away}")
    if not folders:
        terminal.say("No folder is watched.")
    return 0


def _named(archive: Archive, folder: str) -> Watched:
    wanted = Path(folder).absolute()
    found = next((one for one in archive.watched.all() if one.folder == wanted or one.id == folder), None)
    if found is None:
        raise UserProblem(f"{folder} is not watched; “watch --list” says which folders are.")
    return found


def _once(archive: Archive, terminal: Terminal) -> int:
    look = looked_until_settled(archive.watcher())
    for name in look.away:
        terminal.tell(f"{name} is not there just now.")
    reports = list(_taken_in(archive, look.arrived, terminal))
    if not reports:
        terminal.say("Nothing new.")
    return int(any(report.failed for report in reports))


def _for_ever(archive: Archive, terminal: Terminal) -> int:
    if not archive.watched.all():
        raise UserProblem("No folder is watched; “watch ARCHIVE --add FOLDER” begins with one.")
    watcher, over = archive.watcher(), threading.Event()
    terminal.tell("Watching; Ctrl+C ends it.")

    def end() -> None:
        watcher.cancel()
        over.set()

    with first_interrupt_calls(end):
        while not over.is_set():
            for _ in _taken_in(archive, watcher.look().arrived, terminal, over):
                pass
            over.wait(_EVERY_S)
    return INTERRUPTED


def _end(session: ImportSession, over: threading.Event | None) -> None:
    session.suspend()
    if over is not None:
        over.set()


def _taken_in(
    archive: Archive, arrived: Iterable[Arrived], terminal: Terminal, over: threading.Event | None = None
) -> Iterable[ImportReport]:
    for one in arrived:
        with (
            closing(archive.media_pool()) as pool,
            closing(archive.media_pool(patient=True)) as patient,
        ):
            session = archive.importing(pool, patient)

            with first_interrupt_calls(partial(_end, session, over)):
                report = session.run(
                    one.paths, lambda progress: terminal.pass_by(progress_line(progress)), one.watched.terms
                )
        terminal.end_line()
        for failure in report.failed:
            terminal.tell(f"{failure.path}: {failure.reason}")
        terminal.say(f"{report.added:,} added from {one.watched.name}.")
        yield report
        if report.cancelled:
            return
