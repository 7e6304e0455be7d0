"""The verb that makes a sample archive: a handful of clips drawn on the spot, imported, and tagged."""

from __future__ import annotations

import queue
import shutil
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from core.app import SUFFIX, Archive, create_archive
from core.cli.demo_tags import CLIPS, DemoClip, tag_clips
from core.cli.terminal import Terminal
from core.errors import InternalError, SystemProblem, UserProblem
from core.files import replace_file
from core.ports.media import End, Outcome
from core.workers.pool import Pool

Tell = Callable[[str, int, int], None]
"""Called with what goes on, how much of it is done, and how much there is."""

_JOB = "core.media.demo_clips:render"
_LANES = 2
_NAME = "Grand Express"


def demo(options: Namespace, terminal: Terminal) -> int:
    """Make a sample archive to try things on, and open the window on it."""
    # The window is main.py's to open: nothing here may load Qt.
    archive = run(options.folder, lambda what, done, total: terminal.pass_by(f"{what}: {done} of {total}"))
    terminal.end_line()
    terminal.say(f"The sample archive is ready: {archive}")
    return 0


def archive_in(folder: Path) -> Path:
    """Return where the sample archive lies that ``run`` makes in ``folder``."""
    return folder.absolute() / f"{_NAME}{SUFFIX}"


def run(folder: Path, tell: Tell = lambda _what, _done, _total: None) -> Path:
    """Draw the demo clips into ``folder``, import them into a new archive, tag them, and return the archive's folder.

    Takes half a minute; clips that were drawn before are used again.  Raises UserProblem where the archive is there
    already, SystemProblem where something cannot be written.
    """
    archive_folder = archive_in(folder)
    if archive_folder.exists():
        raise UserProblem(f"{archive_folder} is there already; open it, or name another folder.")
    paths = _clips_in(folder.absolute() / "clips", tell)
    unfinished = archive_folder.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)  # of a run that was broken off
    with create_archive(unfinished, _NAME) as archive:
        _fill(archive, list(paths.values()), tell)
    unfinished.rename(archive_folder)
    return archive_folder


def _fill(archive: Archive, paths: Sequence[Path], tell: Tell) -> None:
    """Import the demo clips and tag them."""
    with closing(archive.media_pool()) as pool:
        report = archive.importing(pool).run(paths, lambda progress: tell("Importing", progress.done, progress.total))
    if report.failed:
        raise InternalError(f"A demo clip cannot be read: {report.failed[0].reason}")
    tag_clips(archive)


def _clips_in(folder: Path, tell: Tell) -> dict[str, Path]:
    """Return the file of each demo clip, after drawing those that are missing."""
    files = {clip.scene: folder / clip.file for clip in CLIPS}
    missing = [clip for clip in CLIPS if not files[clip.scene].exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for done, (scene, data) in enumerate(_drawn(missing, tell), start=1):
            replace_file(files[scene], data)
            tell("Drawing clips", done, len(missing))
    except OSError as error:
        raise SystemProblem(f"The clips cannot be written to {folder}: {error.strerror}.") from error
    return files


def _drawn(clips: Sequence[DemoClip], tell: Tell) -> Iterator[tuple[str, bytes]]:
    """Yield each clip as it is drawn, by children that know the codecs."""
    outcomes: queue.SimpleQueue[tuple[str, Outcome]] = queue.SimpleQueue()
    tell("Drawing clips", 0, len(clips))
    with closing(Pool(_JOB, min(_LANES, max(len(clips), 1)))) as pool:
        for clip in clips:
            pool.submit(clip.scene, {"scene": clip.scene}, lambda scene, outcome: outcomes.put((scene, outcome)))
        for _ in clips:
            scene, outcome = outcomes.get()
            if outcome.end is not End.DONE:
                raise SystemProblem(f"The demo clip “{scene}” could not be drawn ({outcome.end}). {outcome.detail}")
            yield scene, outcome.blobs[0]
