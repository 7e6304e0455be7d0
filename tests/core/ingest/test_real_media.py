"""Real files through real children into a real archive."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from core.app import Archive
from core.ingest.report import ImportReport, Progress
from core.model.media import MediaKind
from tests.core.ingest.conftest import clips_of, counts_of
from tests.support.media import make_clip, make_jpeg

HOSTILE_STILLS = {"broken.jpg", "endless_loop.jpg", "oom_large_box.heic", "compatible-brands.heic"}
"""Stills of the footage folder that are damaged on purpose, and one of 36 bytes."""


def import_with_children(archive: Archive, folder: Path, told: list[Progress] | None = None) -> ImportReport:
    with closing(archive.media_pool(2)) as pool:
        return archive.importing(pool).run([folder], (told if told is not None else []).append)


def test_clips_and_stills_get_keyframes_and_damaged_ones_a_reason(archive: Archive, shoot: Path) -> None:
    make_clip(shoot / "take 1.mp4")
    make_jpeg(shoot / "portrait.jpg")
    whole = make_clip(shoot / "whole.mov").read_bytes()
    (shoot / "cut off.mov").write_bytes(whole[:600])
    (shoot / "zeros.mp4").write_bytes(bytes(5000))
    (shoot / "empty.mp4").touch()
    (shoot / "call sheet.txt").write_text("06:30 unit call")
    report = import_with_children(archive, shoot)
    assert counts_of(report) == (3, 0, 1, 3)
    cards = {clip.name: clip for clip in clips_of(archive)}
    assert cards["take 1.mp4"].kind is MediaKind.CLIP
    assert cards["take 1.mp4"].keyframes
    assert cards["portrait.jpg"].kind is MediaKind.STILL
    for name in ("cut off.mov", "zeros.mp4", "empty.mp4"):
        assert cards[name].kind is MediaKind.UNREADABLE
        assert cards[name].problem
    for clip in cards.values():
        assert all(archive.stills.path(frame.still).is_file() for frame in clip.keyframes)
    assert archive.check() == []


def test_an_import_goes_on_where_a_cancelled_one_stopped(archive: Archive, shoot: Path) -> None:
    for number in range(30):
        make_jpeg(shoot / f"{number}.jpg", size=(160 + 16 * number, 90))
    with closing(archive.media_pool(1)) as pool:
        session = archive.importing(pool)
        report = session.run([shoot], lambda progress: session.cancel() if progress.added else None)
    assert report.cancelled
    assert len(clips_of(archive)) == report.added > 0
    rest = import_with_children(archive, shoot)
    assert rest.added + report.added == 30
    assert rest.known == report.added


@pytest.mark.timeout(300)
def test_all_real_footage_is_taken_in_save_what_its_manifest_names(archive: Archive, footage: Path) -> None:
    entries = json.loads((footage / "manifest.json").read_text())
    undecodable = {entry["file"] for entry in entries if not entry["decodes"]}
    told: list[Progress] = []
    report = import_with_children(archive, footage, told)
    failed = {Path(failure.path).name for failure in report.failed}
    assert undecodable <= failed <= undecodable | HOSTILE_STILLS
    assert report.skipped == 2
    assert len(clips_of(archive)) == told[-1].total - report.skipped
    assert all(clip.poster for clip in clips_of(archive) if clip.kind is MediaKind.CLIP)
    again = import_with_children(archive, footage)
    assert (again.added, again.known, len(again.failed)) == (0, report.added, len(report.failed))
