"""The verb that tells the shots of a file, run as the command line runs it: a child decodes, this process does not."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from core.cli.main import main
from tests.support.media import make_clip


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clip(tmp_path_factory.mktemp("shots") / "clip.mp4", seconds=2, size=(128, 96), scenes=1)


@pytest.mark.parametrize(("option", "mode"), [((), "exact"), (("--exact",), "exact"), (("--triage",), "triage")])
def test_shots_are_told_to_machines(
    clip: Path, capsys: pytest.CaptureFixture[str], option: tuple[str, ...], mode: str
) -> None:
    assert main(["shots", str(clip), "--json", *option]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sorted(told) == ["decoded_frames", "keyframes", "mode", "shots"]
    assert told["mode"] == mode
    assert 0 < told["decoded_frames"] <= 50
    (shot,) = told["shots"]
    assert shot["kind"] == "start"
    assert (shot["start"], shot["start_exact"], shot["start_frame"]) == (0.0, "0/1", 0)
    assert Fraction(shot["end_exact"]) == 2
    for keyframe in told["keyframes"]:
        assert float(Fraction(keyframe["time_exact"])) == keyframe["time"]
        assert keyframe["frame"] == Fraction(keyframe["time_exact"]) * 25
        assert keyframe["reason"]


def test_shots_are_told_to_people(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shots", str(clip)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:4] == ["1", "0:00.000", "0:02.000", "start"]
    assert lines[-1].startswith("1 shots, 1 keyframes; exact, ")


def test_a_file_that_is_no_clip_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.mp4"
    path.write_text("Dear archivist,\n")
    assert main(["shots", str(path)]) == 2
    assert "notes.mp4 holds text" in capsys.readouterr().err


def test_both_ways_at_once_make_no_sense(clip: Path) -> None:
    with pytest.raises(SystemExit):
        main(["shots", str(clip), "--exact", "--triage"])


def test_no_decoder_comes_into_this_process(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {name for name in ("cv2", "core.media.jobs") if name in sys.modules}
    assert main(["shots", str(clip), "--triage"]) == 0
    assert capsys.readouterr().out
    assert {name for name in ("cv2", "core.media.jobs") if name in sys.modules} == before
