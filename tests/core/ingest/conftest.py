"""A pool whose answers a test writes, and folders full of files that only look like media."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.app import Archive
from core.ingest.report import ImportReport
from core.ingest.session import ImportSession
from core.model.clip import Clip
from tests.support.fake_pool import ScriptedPool

MP4 = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"


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
