"""Which files are worth a look."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.app import Archive
from core.ingest.plan import Planner, Verdict, is_candidate
from core.ingest.scan import FoundFile, scan
from tests.core.ingest.conftest import MP4, take_in, write_clip
from tests.support.fake_pool import ScriptedPool

TEXT = b"#!/usr/bin/env node\n\tconst clip = 1;\r\n"


@pytest.mark.parametrize(
    ("name", "head", "candidate"),
    [
        ("clip.mp4", MP4, True),
        ("CLIP.MP4", bytes(100), True),
        ("clip.mp4", b"", True),
        ("clip.mov", TEXT, True),
        ("no suffix", MP4, True),
        ("photo.heic", b"garbage", True),
        ("photo", b"\xff\xd8\xff\xe0", True),
        ("notes.txt", TEXT, False),
        ("notes", TEXT, False),
        ("data.json", b"{}", False),
        ("unknown.bin", bytes(100), False),
        ("module.ts", TEXT, False),
        ("go.mod", b"module example\n", False),
        ("00001.mts", bytes(100), True),
        ("00002.mts", b"", True),
        ("camera.ts", b"\x47" + bytes(187), True),
        ("song.m4a", MP4, False),
        ("song.ogg", b"OggS", False),
        ("clip.ogv", b"OggS", True),
        ("sound.wav", b"RIFF\0\0\0\0WAVEfmt ", False),
    ],
)
def test_a_media_name_or_media_bytes_make_a_candidate(name: str, head: bytes, candidate: bool) -> None:
    assert is_candidate(name, head) is candidate


def planner_of(archive: Archive) -> Planner:
    return Planner(archive.catalog, archive.index, lambda: False)


def test_a_known_file_is_judged_without_being_opened(
    archive: Archive, pool: ScriptedPool, shoot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clip(shoot / "a.mp4")
    take_in(archive, pool, shoot)
    (found,) = scan([shoot])
    opened: list[str] = []
    really_open = os.open
    monkeypatch.setattr(os, "open", lambda path, *rest: (opened.append(path), really_open(path, *rest))[1])
    assert planner_of(archive).judge(found).verdict is Verdict.KNOWN
    assert found.location not in opened


def test_a_media_file_that_vanished_since_the_scan_is_unreadable(archive: Archive, shoot: Path) -> None:
    planned = planner_of(archive).judge(FoundFile(str(shoot / "gone.mp4"), 5, 5))
    assert planned.verdict is Verdict.UNREADABLE
    assert "is not there" in planned.problem


def test_a_known_clip_whose_original_is_gone_has_moved_told_by_its_quick_hash(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    content = bytearray(1 << 20)
    content[: len(MP4)] = MP4
    (shoot / "a.mp4").write_bytes(content)
    take_in(archive, pool, shoot)
    (shoot / "a.mp4").rename(shoot / "b.mp4")
    (found,) = scan([shoot])
    assert planner_of(archive).judge(found).verdict is Verdict.MOVED
