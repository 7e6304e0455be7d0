"""WebVTT chapters and SubRip, read by FFmpeg (PyAV)."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import pytest
from hypothesis import HealthCheck, given, settings

from core.export.sheet import Sheet
from core.export.writers import srt_writer, vtt_writer
from core.model.clip import Clip
from core.model.media import MediaFacts, MediaKind
from tests.support.marking import AWKWARD, FILM, a_moment, a_sheet, a_told_clip, counted_clips, some_facts
from tests.support.model import a_clip

Cue = tuple[Fraction, Fraction, str]
WRITERS = {"vtt": vtt_writer.write, "srt": srt_writer.write}


def cues(path: Path) -> list[Cue]:
    """Return start, end (seconds) and text of every cue as FFmpeg reads it."""
    with av.open(str(path)) as container:
        (stream,) = container.streams.subtitles
        return [
            (packet.pts * packet.time_base, (packet.pts + packet.duration) * packet.time_base, bytes(packet).decode())
            for packet in container.demux(stream)
            if packet.pts is not None
        ]


def written(folder: Path, form: str, *clips: Clip, **fields: Any) -> Path:
    write: Callable[[Sheet, Path], None] = WRITERS[form]
    write(a_sheet(clips, **fields), folder / f"sheet.{form}")
    return folder / f"sheet.{form}"


@pytest.mark.parametrize("form", WRITERS)
@given(drawn=counted_clips())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_cues_stand_on_their_very_frames(
    tmp_path: Path, form: str, drawn: tuple[Clip, Fraction, list[tuple[int, int]]]
) -> None:
    clip, rate, stretches = drawn
    found = cues(written(tmp_path, form, clip))[-len(stretches) :]
    assert [(round(start * rate), round((end - start) * rate)) for start, end, _ in found] == stretches


def test_chapters_lie_within_the_chapter_of_their_clip(tmp_path: Path) -> None:
    path = written(tmp_path, "vtt", a_clip("first.mov"), a_told_clip(), notice="Overridden --> here.")
    assert cues(path) == [
        (0, 10, "first.mov"),
        (10, 20, "train_roof.mov"),
        (Fraction(25, 2), Fraction(82, 5), "tunnel"),
        (16, 19, "waves back [person shown: Atwell, Hayley | שלום (claimed by @fan)]"),
    ]
    notes = re.findall(r"NOTE\n((?:.+\n)+)", path.read_text(encoding="utf-8"))
    assert notes == [
        "Norway shoot, made 2026-11-22\nOverridden → here.\n",
        "first.mov begins at 00:00:00.000\nfirst.mov\n",
        "train_roof.mov begins at 00:00:10.000\ntrain_roof.mov\nlocation shown: Norway\n",
    ]


def test_subtitles_tell_each_moment_and_its_clip(tmp_path: Path) -> None:
    path = written(tmp_path, "srt", a_clip("first.mov"), a_told_clip(), notice="Overridden.")
    assert [(start, end, text.replace("\r\n", "\n")) for start, end, text in cues(path)] == [
        (0, 1, "Overridden."),
        (0, 10, "first.mov"),
        (
            Fraction(25, 2),
            Fraction(82, 5),
            "train_roof.mov: tunnel\ncamera shakes\nperson shown: Tom Cruise\nlocation shown: Norway",
        ),
        (
            16,
            19,
            "train_roof.mov: waves back\nperson shown: Atwell, Hayley | שלום (claimed by @fan)\nlocation shown: Norway",
        ),
    ]
    assert path.read_bytes().startswith(b"1\r\n00:00:00,000 --> 00:00:01,000\r\nOverridden.\r\n\r\n2\r\n")


@pytest.mark.parametrize("form", WRITERS)
def test_what_is_not_a_plain_clip_is_a_cue_and_says_why(tmp_path: Path, form: str) -> None:
    odd = some_facts(Fraction(1705500, 73969), 4, variable_rate=True)
    still = a_clip(kind=MediaKind.STILL, facts=MediaFacts())
    broken = a_clip(kind=MediaKind.UNREADABLE, problem="It is empty.", facts=MediaFacts())
    path = written(tmp_path, form, still, a_clip(facts=odd), broken)
    frame = Fraction(42, 1000)  # at 23.976, to the millisecond
    assert [(start, end) for start, end, _ in cues(path)] == [
        (0, frame), (frame, 4 + frame), (4 + frame, Fraction(4083, 1000)),
    ]  # fmt: skip
    text = path.read_text(encoding="utf-8")
    for remark in ("a still picture", "variable frame rate: frames are counted at 23.976", "problem: It is empty."):
        assert remark in text


@pytest.mark.parametrize("form", WRITERS)
def test_no_text_breaks_a_cue(tmp_path: Path, form: str) -> None:
    clips = [replace(a_clip(), name=text, moments=(a_moment(1, 2, text, text),)) for text in AWKWARD]
    found = cues(written(tmp_path, form, *clips, title="a\n\n-->"))
    assert len(found) == len(AWKWARD) * (2 if form == "vtt" else 1)
    assert all(end > start for start, end, _ in found)
    assert not any("-->" in text or "\n\n" in text for _, _, text in found)


@pytest.mark.parametrize("form", WRITERS)
def test_the_shortest_moment_is_a_cue(tmp_path: Path, form: str) -> None:
    clip = a_clip(facts=some_facts(FILM), moments=(a_moment(1, 1, "blink"),))
    assert cues(written(tmp_path, form, clip))[-1][:2] == (1, Fraction(1042, 1000))


def test_chapters_are_as_the_standard_wants_them(tmp_path: Path) -> None:
    """Starts never go back (WebVTT 1.0, 4.1), titles are one line and every chapter has an id of its own."""
    clips = [a_told_clip(), a_clip("<i>&")]
    text = written(tmp_path, "vtt", *clips).read_text(encoding="utf-8")
    assert text.startswith("WEBVTT\n\n")
    blocks = [block.split("\n") for block in text.strip("\n").split("\n\n") if "-->" in block]
    assert all(len(block) == 3 for block in blocks)
    starts = [block[1].split(" --> ")[0] for block in blocks]
    assert starts == sorted(starts)
    assert len({block[0] for block in blocks}) == len(blocks)
    assert blocks[-1][2] == "&lt;i&gt;&amp;"


def test_a_sheet_without_clips_is_an_empty_file_of_its_kind(tmp_path: Path) -> None:
    assert cues(written(tmp_path, "vtt")) == []
    assert written(tmp_path, "srt").read_bytes() == b""


@pytest.mark.skipif(not shutil.which("ffprobe"), reason="needs ffprobe, of FFmpeg")
@pytest.mark.parametrize("form", ["vtt", "srt"])
def test_ffprobe_finds_every_cue_and_no_fault(tmp_path: Path, form: str) -> None:
    clip = a_clip(facts=some_facts(), moments=(a_moment(2, 4, "jump", id="m1"), a_moment(6, 8, "waves", id="m2")))
    path = written(tmp_path, form, clip)
    command = ["ffprobe", "-v", "error", "-show_packets", "-of", "json", str(path)]
    asked = subprocess.run(command, capture_output=True, text=True, check=True)
    times = [Fraction(packet["pts_time"]) for packet in json.loads(asked.stdout)["packets"]]
    assert asked.stderr == ""
    assert {Fraction(2), Fraction(6)} <= set(times)
