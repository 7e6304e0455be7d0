"""Real clips nobody here made, against what their manifest says of them."""

from __future__ import annotations

import json
import shutil
import subprocess
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from benchmarks.facts_against_exiftool import compare
from core.errors import FileProblem
from core.media.jobs import inspect
from core.model.codec import from_document
from core.ports.media import Findings

BLACK = {"six-minutes-av1.mp4", "phone-upside-down-vfr.mp4"}
"""Clips that are black from end to end."""

LONGER_ELSEWHERE = {"nasa-two-shots.mp4"}
"""Clips whose manifest gives the length of another stream."""


@cache
def _inspect(path: Path) -> tuple[Findings, list[bytes]]:
    document, blobs = inspect({"path": str(path)}, lambda: None)
    return from_document(document, Findings), blobs


def _manifest(footage: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((footage / "manifest.json").read_text())
    return entries


def _check(entry: dict[str, Any], findings: Findings) -> None:
    facts = findings.facts
    turned = entry["rotation"] % 180 != 0
    assert (facts.width, facts.height) == ((entry["h"], entry["w"]) if turned else (entry["w"], entry["h"]))
    assert facts.rotation == -entry["rotation"] % 360
    assert facts.codec == entry["codec"]
    assert facts.frame_rate == Fraction(entry["fps"])
    assert facts.duration is not None
    if entry["file"] not in LONGER_ELSEWHERE:
        assert float(facts.duration) == pytest.approx(entry["duration"], abs=0.1)
    assert bool(facts.audio_codec) == bool(entry["audio"])
    assert findings.problem == ""
    assert findings.keyframes
    times = [frame.time for frame in findings.keyframes]
    assert times == sorted(set(times))
    assert times[-1] < facts.duration


def _shown_times(path: Path) -> list[Fraction]:
    """Return when ffprobe says each picture of the first video stream is shown, in seconds, in order."""
    command = ["ffprobe", "-v", "error", "-select_streams", "V:0", "-show_entries", "stream=time_base:packet=pts,flags",
               "-of", "json", str(path)]  # fmt: skip
    answer = subprocess.run(command, capture_output=True, check=True)
    said = json.loads(answer.stdout)
    base = Fraction(said["streams"][0]["time_base"])
    return sorted(int(packet["pts"]) * base for packet in said["packets"] if "D" not in packet["flags"])


@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="needs ffprobe as a witness")
@pytest.mark.parametrize("part", range(4))
def test_frame_numbers_and_times_are_those_of_ffprobe(footage: Path, part: int) -> None:
    for entry in _manifest(footage)[part::4]:
        if not entry["decodes"]:
            continue
        findings, _ = _inspect(footage / entry["file"])
        shown = _shown_times(footage / entry["file"])
        assert findings.keyframes
        for frame in findings.keyframes:
            assert frame.time + shown[0] in shown, (entry["file"], frame.time)
            if frame.frame is not None:
                assert shown[frame.frame] - shown[0] == frame.time, (entry["file"], frame.frame)
        if findings.facts.frames is not None:
            assert findings.facts.frames == len(shown), entry["file"]


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="needs exiftool as a witness")
def test_dates_places_cameras_and_rotation_are_those_of_exiftool(footage: Path) -> None:
    paths = sorted(path for path in footage.rglob("*") if path.suffix not in ("", ".md", ".json"))
    compared = list(compare(paths))
    assert [one for one in compared if one.verdict in ("DIFFER", "theirs alone")] == []
    assert sum(one.verdict == "equal" for one in compared) > 60


@pytest.mark.parametrize("part", range(4))
def test_every_clip_is_read_as_its_manifest_says(footage: Path, part: int) -> None:
    for entry in _manifest(footage)[part::4]:
        if not entry["decodes"]:
            continue
        findings, blobs = _inspect(footage / entry["file"])
        _check(entry, findings)
        assert findings.poster is not None
        poster = cv2.imdecode(np.frombuffer(blobs[findings.poster], np.uint8), cv2.IMREAD_GRAYSCALE)
        assert poster is not None
        if entry["file"] not in BLACK:
            assert float(poster.std()) > 8, entry["file"]


def test_what_nothing_can_decode_is_said_in_words(footage: Path) -> None:
    for entry in _manifest(footage):
        if not entry["decodes"]:
            with pytest.raises(FileProblem, match="dav1"):
                inspect({"path": str(footage / entry["file"])}, lambda: None)


def test_a_phone_says_where_and_when(footage: Path) -> None:
    findings, _ = _inspect(footage / "phone-gps.mov")
    assert findings.facts.camera == "Apple iPhone X"
    assert findings.place is not None
    assert findings.place.latitude == pytest.approx(27.1281)
    assert findings.date_shot is not None
    assert (findings.date_shot.value, findings.date_shot.zone) == ("2019-02-12T15:27:12", "+08:00")


@pytest.mark.parametrize(
    ("name", "camera", "zone"),
    [
        ("canon-r6.cr3", "Canon EOS R6", "-08:00"),
        ("exif.avif", "Apple iPhone 12 Pro", "+08:00"),
        ("exif-both.png", "vivo X90 Pro+", "+08:00"),
        ("exif-no-tz.jpg", "vivo X90 Pro+", ""),
        ("broken.jpg", "SAMSUNG SM-G900P", ""),
        ("endless_loop.jpg", "Canon EOS 1000D", ""),
    ],
)
def test_a_still_says_its_camera_and_time(footage: Path, name: str, camera: str, zone: str) -> None:
    findings, _ = _inspect(footage / "stills" / name)
    assert findings.facts.camera == camera
    assert findings.date_shot is not None
    assert findings.date_shot.zone == zone


@pytest.mark.parametrize("name", ["compatible-brands.heic", "oom_large_box.heic"])
def test_a_hostile_still_is_refused_in_words(footage: Path, name: str) -> None:
    with pytest.raises(FileProblem, match="is damaged"):
        inspect({"path": str(footage / "stills" / name)}, lambda: None)


def test_an_iphone_still_is_decoded(footage: Path) -> None:
    findings, blobs = _inspect(footage / "stills" / "exif-one-entry.heic")
    assert (findings.facts.width, findings.facts.height) == (3674, 5500)
    assert len(blobs) == 1
