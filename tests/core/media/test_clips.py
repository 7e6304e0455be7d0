"""What is found in a clip, and what is said of one that cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from core.errors import FileProblem
from core.media.jobs import inspect
from core.media.opencv import PLUGIN_VARIABLES
from core.model.codec import from_document
from core.model.media import MediaKind
from core.ports.media import Findings
from tests.support.media import Picture, make_clip, make_jpeg


def _inspect(path: Path | str, **task: int) -> tuple[Findings, list[bytes]]:
    document, blobs = inspect({"path": str(path), **task}, lambda: None)
    return from_document(document, Findings), blobs


def _three_places(frame: int, frames: int) -> Picture:
    """Draw three scenes of blobs, each of its own."""
    random = np.random.default_rng(frame * 3 // frames)
    picture = np.full((180, 320, 3), random.integers(30, 120), np.uint8)
    for _ in range(25):
        x, y, size = (int(number) for number in random.integers((0, 0, 15), (320, 180, 50)))
        colour = [int(level) for level in random.integers(0, 255, 3)]
        cv2.circle(picture, (x + frame // 8, y), size, colour, -1)
    return picture


def test_a_clip_is_seen_as_its_shots_with_a_keyframe_each(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=6, audio=True, draw=_three_places)
    findings, blobs = _inspect(path)
    assert findings.kind is MediaKind.CLIP
    assert [shot.start for shot in findings.shots] == [0, 2, 4]
    assert findings.shots[-1].end == 6
    assert [[shot.start <= frame.time < shot.end for frame in findings.keyframes].count(True) > 0
            for shot in findings.shots] == [True] * 3  # fmt: skip
    assert findings.poster in range(len(findings.keyframes))
    assert findings.problem == ""
    assert len(blobs) == len(findings.keyframes) + 1, "and the filmstrip"
    for frame in findings.keyframes:
        picture = cv2.imdecode(np.frombuffer(blobs[frame.blob], np.uint8), cv2.IMREAD_COLOR)
        assert picture is not None
        assert picture.shape[:2] == (frame.height, frame.width) == (180, 320)
        assert len(frame.fingerprint) == 16


def test_facts_of_a_clip(tmp_path: Path) -> None:
    path = make_clip(
        tmp_path / "clip.mov", seconds=2, rate=Fraction(30000, 1001), audio=True,
        metadata={
            "com.apple.quicktime.make": "Apple", "com.apple.quicktime.model": "iPhone 12",
            "com.apple.quicktime.creationdate": "2020-09-06T14:22:05+0200",
            "com.apple.quicktime.location.ISO6709": "+62.5675+007.6870+004.2/", "title": "Train roof",
        },
    )  # fmt: skip
    findings, _ = _inspect(path)
    facts = findings.facts
    assert (facts.container, facts.codec, facts.width, facts.height) == ("QuickTime", "h264", 320, 180)
    assert facts.frame_rate == Fraction(30000, 1001)
    assert facts.duration == Fraction(59 * 1001, 30000)
    assert (facts.frames, facts.variable_rate) == (59, False)
    assert (facts.audio_codec, facts.audio_rate) == ("aac", 48000)
    assert facts.audio_channels in (1, 2)
    assert (facts.camera, facts.title) == ("Apple iPhone 12", "Train roof")
    assert findings.date_shot is not None
    assert (findings.date_shot.value, findings.date_shot.zone) == ("2020-09-06T14:22:05", "+02:00")
    assert findings.place is not None
    assert findings.place.latitude == pytest.approx(62.5675)


def test_a_varying_rate_is_told(tmp_path: Path) -> None:
    times = [number * 2 + (number // 3) * 3 for number in range(40)]
    findings, _ = _inspect(make_clip(tmp_path / "vfr.mp4", rate=60, times=times))
    assert findings.facts.variable_rate


def test_start_timecode_and_reel_are_read_from_their_track(tmp_path: Path) -> None:
    path = tmp_path / "tc.mov"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        stream.metadata["timecode"] = "10:00:00:12"
        stream.metadata["reel_name"] = "A001"
        for _ in range(10):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.full((48, 64, 3), 90, np.uint8))))
        container.mux(stream.encode(None))
    findings, _ = _inspect(path)
    assert findings.facts.start_timecode == "10:00:00:12"
    assert findings.facts.reel == "A001"


def test_no_more_and_no_larger_keyframes_than_asked_for(tmp_path: Path) -> None:
    findings, _ = _inspect(make_clip(tmp_path / "clip.mp4", seconds=6, scenes=6), keyframes=3, edge=100)
    assert len(findings.keyframes) == 3
    assert all(max(frame.width, frame.height) <= 100 for frame in findings.keyframes)


def test_a_broken_sound_track_does_not_matter(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mkv", seconds=2, audio=True)
    with av.open(str(path)) as container:
        places = [(p.pos, p.size) for p in container.demux(audio=0) if p.size]
    data = bytearray(path.read_bytes())
    for at, size in places:
        data[at + 12 : at + size] = os.urandom(max(0, size - 12))
    path.write_bytes(data[: len(data)])
    findings, _ = _inspect(path)
    assert findings.facts.frames == 50


@pytest.mark.parametrize("suffix", [".mkv", ".ts", ".avi"])
def test_a_clip_that_was_cut_off_is_kept_as_far_as_it_goes(tmp_path: Path, suffix: str) -> None:
    path = make_clip(tmp_path / f"clip{suffix}", seconds=8)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    findings, blobs = _inspect(path)
    assert blobs
    assert findings.facts.duration is not None
    assert 2 < findings.facts.duration < 6
    if suffix != ".ts":  # A transport stream does not say how long it was to be.
        assert findings.problem.startswith("It ends after ")
        assert findings.problem.endswith(" s: the file is cut off; what is there was kept.")


def test_an_mp4_cut_off_behind_its_table_is_kept_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    whole = make_clip(tmp_path / "whole.mp4", seconds=8)
    with av.open(str(whole)) as source, av.open(str(path), "w", options={"movflags": "faststart"}) as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    findings, _ = _inspect(path)
    assert findings.problem.startswith("It ends after ")


def _refusal(path: Path | str) -> str:
    with pytest.raises(FileProblem) as problem:
        inspect({"path": str(path)}, lambda: None)
    return str(problem.value)


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "interview.mp4"
    path.touch()
    assert _refusal(path) == "interview.mp4 is empty (0 bytes); copy it again from where it came from."


def test_a_folder_a_pipe_and_nothing_at_all_are_not_opened(tmp_path: Path) -> None:
    assert "is not a file" in _refusal(tmp_path)
    assert "cannot be opened: no such file or directory" in _refusal(tmp_path / "gone.mp4")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.mp4")
        assert "is not a file" in _refusal(tmp_path / "pipe.mp4")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", "playlist"),
        (b"ffconcat version 1.0\nfile other.mp4\n", "playlist"),
        (b"v=0\no=- 0 0 IN IP4 127.0.0.1\n", "playlist"),
        (b"\0" * 5000, "nothing but zeros"),
        (b"Dear archivist,\n", "holds text"),
        (b"\x89\x12\xff\x00\x93 odd", "of a kind Slatebook does not know"),
    ],
)
def test_what_is_no_clip_is_told_what_it_is(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "odd.mp4"
    path.write_bytes(content)
    assert sentence in _refusal(path)


def test_sound_alone_is_said_to_be_sound(tmp_path: Path) -> None:
    path = tmp_path / "sound.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=48000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 48000), np.float32), format="fltp", layout="mono")
        frame.sample_rate = 48000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert "holds sound only" in _refusal(path)


def test_an_mp4_without_its_table_is_said_to_be_cut_off(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=2)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "damaged or cut off" in _refusal(path)


def test_pictures_coded_in_an_unknown_way_are_named(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=1, size=(64, 48))
    path.write_bytes(path.read_bytes().replace(b"avc1", b"dav1"))
    assert "“dav1” (Dolby Vision)" in _refusal(path)


def test_absurd_dimensions_are_refused_before_anything_is_decoded(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.avi", seconds=1, size=(64, 48), codec="rawvideo")
    data = bytearray(path.read_bytes())
    at = data.find(b"strf")
    data[at + 12 : at + 20] = (60_000).to_bytes(4, "little") * 2
    path.write_bytes(data)
    refusal = _refusal(path)
    assert "clip.avi" in refusal


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_a_name_that_is_not_utf8_is_read_all_the_same(tmp_path: Path) -> None:
    target = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.mp4")
    make_clip(tmp_path / "clip.mp4", seconds=1).rename(target)
    findings, _ = _inspect(target)
    assert findings.facts.frames == 25
    still = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.jpg")
    make_jpeg(tmp_path / "still.jpg").rename(still)
    assert _inspect(still)[0].kind is MediaKind.STILL


def test_progress_is_told_all_along(tmp_path: Path) -> None:
    told: list[int] = []
    inspect({"path": str(make_clip(tmp_path / "clip.mp4", seconds=4))}, lambda: told.append(1))
    assert len(told) >= 100


def test_opencv_leaves_no_plugin_path_behind_for_qt() -> None:
    code = f"import os, core.media; print([os.environ.get(name) for name in {PLUGIN_VARIABLES!r}])"
    clean = {name: value for name, value in os.environ.items() if name not in PLUGIN_VARIABLES}
    done = subprocess.run([sys.executable, "-c", code], env=clean, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[None, None]"


def test_a_file_is_never_written_to(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=1)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    _inspect(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before
