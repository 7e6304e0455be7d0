"""A pool whose answers a test writes, and folders full of files that only look like media."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from core.app import Archive
from core.ingest.report import ImportReport
from core.ingest.session import ImportSession
from core.model.clip import Clip
from core.model.codec import to_document
from core.model.media import MediaFacts, MediaKind
from core.ports.media import End, Findings, FoundFrame, OnDone, Outcome

MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"
JPEG = b"\xff\xd8\xff\xe0 not really \xff\xd9"


def found_in(task: Mapping[str, Any]) -> Outcome:
    """Answer as the real job does for a good clip; a path that says "bad" is refused, "crash" crashes."""
    if "bad" in task["path"]:
        return Outcome(End.REFUSED, "The file is cut off.")
    if "crash" in task["path"]:
        return Outcome(End.CRASHED, "ended by signal 11")
    frame = FoundFrame(time=Fraction(1, 3), blob=0, width=640, height=360, reason="shot")
    facts = MediaFacts(container="mp4", codec="h264", width=1920, height=1080, duration=Fraction(10))
    findings = Findings(kind=MediaKind.CLIP, facts=facts, keyframes=(frame,), poster=0)
    return Outcome(End.DONE, value=to_document(findings), blobs=(JPEG + task["path"].encode("utf-8", "replace"),))


class ScriptedPool:
    """A MediaPool without processes: answers at once, on the caller's thread, unless paused or told to ``hold``."""

    def __init__(self, answer: Callable[[Mapping[str, Any]], Outcome] = found_in) -> None:
        self.answer = answer
        self.tasks: list[Mapping[str, Any]] = []
        self.hold = False
        self.paused = False
        self._waiting: deque[tuple[str, Mapping[str, Any], OnDone]] = deque()

    def submit(self, key: str, task: Mapping[str, Any], on_done: OnDone) -> None:
        self.tasks.append(task)
        self._waiting.append((key, task, on_done))
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and not (self.hold or self.paused):
            key, task, on_done = self._waiting.popleft()
            on_done(key, self.answer(task))

    def cancel(self, key: str) -> None:
        for waiting in [waiting for waiting in self._waiting if waiting[0] == key]:
            self._waiting.remove(waiting)
            waiting[2](key, Outcome(End.CANCELLED))

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False
        self._go_on()

    def close(self) -> None:
        for key, _, _ in tuple(self._waiting):
            self.cancel(key)


@pytest.fixture
def pool() -> ScriptedPool:
    return ScriptedPool()


@pytest.fixture
def session(archive: Archive, pool: ScriptedPool) -> ImportSession:
    return archive.importing(pool)


@pytest.fixture
def shoot(tmp_path: Path) -> Path:
    """Return an empty folder for footage."""
    folder = tmp_path / "Norway shoot"
    folder.mkdir()
    return folder


def write_clip(path: Path, content: str = "") -> Path:
    """Write a file that begins like a clip and holds ``content``, by default its own name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(MP4 + (content or path.name).encode())
    return path


def take_in(archive: Archive, pool: ScriptedPool, *paths: Path) -> ImportReport:
    return archive.importing(pool).run(paths)


def clips_of(archive: Archive) -> list[Clip]:
    """Return every clip in the archive, by name."""
    rows = archive.search("").rows
    return sorted((archive.clip(clip) for clip in archive.index.clip_ids(rows)), key=lambda clip: clip.name)


def counts_of(report: ImportReport) -> tuple[int, int, int, int]:
    """Return (added, known, skipped, failed)."""
    return report.added, report.known, report.skipped, len(report.failed)
