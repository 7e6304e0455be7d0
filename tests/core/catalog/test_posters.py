"""Which frame stands for a clip, by edit and on the command line."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import AddClips
from core.catalog.poster_edits import SetPoster
from core.cli.main import main
from core.errors import UserProblem
from core.model.ids import StillId
from core.model.media import Keyframe
from tests.support.model import a_clip

FRAMES = tuple(Keyframe(time=Fraction(3 * at), still=StillId(f"s{at}"), width=4, height=3) for at in range(3))
CLIP = a_clip("train.mov", keyframes=FRAMES, poster=FRAMES[0].still)


def test_a_keyframe_becomes_the_poster_in_records_and_on_the_card(archive: Archive) -> None:
    archive.catalog.apply(AddClips((CLIP,)))
    change = archive.catalog.apply(SetPoster(CLIP.id, StillId("s2")))
    assert change.label == "Make the frame at 0:06 the poster of train.mov"
    assert archive.index.cards(archive.search("").rows)[0].poster == "s2"
    archive.catalog.undo()
    assert archive.clip(CLIP.id).poster == "s0"
    assert archive.index.cards(archive.search("").rows)[0].poster == "s0"


def test_a_picture_of_another_clip_is_refused(archive: Archive) -> None:
    archive.catalog.apply(AddClips((CLIP,)))
    with pytest.raises(UserProblem, match=r"not among the keyframes of train\.mov"):
        archive.catalog.apply(SetPoster(CLIP.id, StillId("foreign")))
    assert not archive.catalog.apply(SetPoster(CLIP.id, StillId("s0")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with create_archive(tmp_path / "a.slatebook") as archive:
        archive.catalog.apply(AddClips((CLIP, a_clip("bare.mov"))))
    return tmp_path / "a.slatebook"


def test_the_command_line_takes_the_nearest_keyframe(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["poster", str(folder), "train.mov", "--at", "0:04.4", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"clip": CLIP.id, "still": "s1", "time": "3/1", "changed": True}
    assert main(["poster", str(folder), "train.mov", "--at", "3"]) == 0
    assert capsys.readouterr().out == "The frame at 0:03 is the poster of train.mov already.\n"
    with open_archive(folder, read_only=True) as archive:
        assert archive.clip(CLIP.id).poster == "s1"


@pytest.mark.parametrize(("clip", "at", "told"), [("bare.mov", "1", "No keyframe"), ("train.mov", "soon", "no time")])
def test_what_cannot_be_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], clip: str, at: str, told: str
) -> None:
    assert main(["poster", str(folder), clip, "--at", at]) == 2
    assert told in capsys.readouterr().err
