"""The sample archive: drawn, imported and tagged as the issue of the train roof asks."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from core.app import open_archive
from core.cli.demo import archive_in, run
from core.cli.demo_tags import CLIPS
from core.errors import InternalError, UserProblem
from core.media.demo_clips import SCENES, render
from core.media.demo_scenes import WAVE_END, WAVE_START, TrainRoof
from core.media.demo_stage import CLAP
from core.model.clip import Role, Status
from core.model.vocabulary import EntryKind


def test_every_clip_has_its_scene_and_its_file_the_right_ending() -> None:
    assert {clip.scene for clip in CLIPS} == SCENES.keys()
    assert all(clip.file.endswith(f".{SCENES[clip.scene].form}") for clip in CLIPS)


@pytest.mark.parametrize("name", list(SCENES))
def test_no_scene_is_ever_black_or_of_another_size(name: str) -> None:
    scene = SCENES[name]
    paint = scene.paint()
    for second in range(0, scene.seconds, 2):
        picture = paint(int(second * scene.rate), float(second))
        assert picture.shape == (scene.height, scene.width, 3)
        assert picture.mean() > 18
        assert picture.std() > 12


def test_the_figure_waves_between_its_seconds_only() -> None:
    paint = TrainRoof()

    def arm_up(time: float) -> bool:
        """Whether a hand, told by its colour, is higher than the head."""
        red, green, blue = (paint(0, time)[140:184, 540:900, channel].astype(float) + 1 for channel in range(3))
        return bool(((abs(green / red - 0.78) < 0.015) & (abs(blue / red - 0.62) < 0.02)).sum() > 150)

    waving = [arm_up(float(time)) for time in np.arange(5.0, 9.5, 0.25)]
    assert waving == [WAVE_START <= time < WAVE_END for time in np.arange(5.0, 9.5, 0.25)]


def test_a_rendered_clip_holds_what_a_camera_writes() -> None:
    steps: list[None] = []
    value, (data,) = render({"scene": "slate"}, lambda: steps.append(None))
    assert value == {"form": "mov"}
    with av.open(io.BytesIO(data)) as container:
        assert container.metadata["com.apple.quicktime.creationdate"] == "2020-09-06T13:58:02+0200"
        assert container.metadata["com.apple.quicktime.model"] == "ALEXA Mini LF"
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec.name, video.average_rate, audio.codec.name) == ("h264", Fraction(25), "aac")
        assert video.metadata["timecode"] == "13:58:02:00"
        assert video.frames == len(steps) == 150
        loudest = max(_sounds(container), key=lambda piece: piece[1])
    assert abs(loudest[0] - CLAP) < 0.05


def _sounds(container: av.container.InputContainer) -> list[tuple[float, float]]:
    return [(float(frame.time or 0), float(abs(frame.to_ndarray()).max())) for frame in container.decode(audio=0)]


def test_there_is_no_other_scene() -> None:
    with pytest.raises(InternalError):
        render({"scene": "car chase"}, lambda: None)


@pytest.mark.timeout(300)
def test_the_sample_archive_is_tagged_as_its_archivist_would(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    folder = run(tmp_path, lambda *news: told.append(news))
    assert folder == archive_in(tmp_path) == tmp_path / "Grand Express.slatebook"
    assert ("Drawing clips", 6, 6) in told
    assert sorted(path.name for path in (tmp_path / "clips").iterdir()) == sorted(clip.file for clip in CLIPS)
    with open_archive(folder) as archive:
        assert len(archive.search("").rows) == len(CLIPS)
        found = archive.search('tom cruise norway production:"mission impossible 7" keyword:"grand express"')
        (roof,) = (archive.clip(clip) for clip in archive.index.clip_ids(found.rows))
        (moment,) = roof.moments
        assert (moment.label, moment.span.start, moment.span.end) == ("waves back", 6, 9)
        assert moment.id in {tag.moment for tag in roof.tags if tag.role is Role.PERSON_SHOWN}
        assert roof.source.handle == "@fjordspotter"
        assert "No safety harness" in roof.source.caption
        assert {tag.status for tag in roof.tags} == {Status.CONFIRMED, Status.DISPUTED, Status.CLAIMED}
        assert roof.place is not None
        assert roof.date_shot is not None
        assert (roof.date_shot.value, roof.date_shot.zone) == ("2020-09-06T14:22:05", "+02:00")
        (production,) = archive.vocabulary.find_exact(EntryKind.PRODUCTION, "Mission: Impossible 7")
        assert (production.released, production.directors) == ("2023-07-12", ("Christopher McQuarrie",))
        assert {archive.clip(clip).facts.reel for clip in archive.index.clip_ids(archive.search("slate").rows)} == {
            "A017C003"
        }
        assert archive.check() == []
    with pytest.raises(UserProblem, match="is there already"):
        run(tmp_path)
