"""Every shot is looked for when all files have been looked at, and nothing is lost by it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from core.app import Archive
from core.catalog.edits import Describe, RemoveClips, ReplaceFindings
from core.ingest.journal import Journal
from core.ingest.report import Progress
from core.ingest.session import ImportSession
from core.model.clip import Clip
from core.model.codec import to_document
from core.model.media import MediaFacts, MediaKind
from core.ports.media import End, Findings, FoundFrame, FoundStrip, Outcome
from tests.core.ingest.conftest import clips_of, counts_of, take_in, write_clip
from tests.support.fake_pool import JPEG, ScriptedPool

FACTS = MediaFacts(container="mp4", width=100, height=100, duration=Fraction(10), frame_rate=Fraction(25))


def two_looks(task: Mapping[str, Any]) -> Outcome:
    """Answer with one keyframe and a filmstrip at first, with three keyframes, the last one the poster, later."""
    exact = task["mode"] == "exact"
    if exact and "stubborn" in task["path"]:
        return Outcome(End.CRASHED, "ended by signal 11")
    times = (0, 3, 6) if exact else (1,)
    frames = tuple(
        FoundFrame(time=Fraction(time), blob=blob, width=640, height=360, reason="shot")
        for blob, time in enumerate(times)
    )
    blobs = tuple(JPEG + f"{task['path']} at {time}".encode() for time in times)
    strip = None if exact else FoundStrip(blob=1, columns=1, width=160, height=90, times=(Fraction(1),))
    findings = Findings(kind=MediaKind.CLIP, facts=FACTS, keyframes=frames, poster=len(frames) - 1, strip=strip)
    return Outcome(End.DONE, value=to_document(findings), blobs=blobs if exact else (*blobs, JPEG + b"strip"))


@pytest.fixture
def pool() -> ScriptedPool:
    return ScriptedPool(two_looks)


def looks(pool: ScriptedPool) -> list[tuple[str, str]]:
    return [(task["mode"], os.path.basename(task["path"])) for task in pool.tasks]


def first_look(archive: Archive, pool: ScriptedPool, shoot: Path) -> tuple[ImportSession, Any]:
    """Take in ``shoot`` up to where its clips are on screen."""
    session = archive.importing(pool)
    _, unfinished = session.first_look(archive.imports.begin([shoot]))
    return session, unfinished


def the_clip(archive: Archive) -> Clip:
    (clip,) = clips_of(archive)
    return clip


def times_of(clip: Clip) -> list[Fraction]:
    return [frame.time for frame in clip.keyframes]


def test_all_files_are_looked_at_before_shots_are_looked_for_in_any(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    for name in ("a.mp4", "b.mp4", "c.mp4"):
        write_clip(shoot / name)
    report = take_in(archive, pool, shoot)
    assert looks(pool) == [(mode, name) for mode in ("triage", "exact") for name in ("a.mp4", "b.mp4", "c.mp4")]
    assert (counts_of(report), report.refined) == ((3, 0, 0, 0), 3)
    for clip in clips_of(archive):
        assert times_of(clip) == [0, 3, 6]
        assert (clip.poster, clip.glanced) == (clip.keyframes[2].still, None)
        assert archive.stills.has(clip.strip.still)
    assert archive.check() == []


def test_a_clip_is_in_the_archive_with_poster_and_strip_before_its_shots_are_known(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    write_clip(shoot / "a.mp4")
    first_look(archive, pool, shoot)
    clip = the_clip(archive)
    assert clip.poster == clip.glanced == clip.keyframes[0].still
    assert clip.strip.times == (1,)


def test_both_looks_are_one_step_to_undo(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    take_in(archive, pool, shoot)
    assert archive.catalog.undo_label == "Import Norway shoot"
    archive.catalog.undo()
    assert clips_of(archive) == []
    archive.catalog.redo()
    assert times_of(the_clip(archive)) == [0, 3, 6]


def test_what_the_archivist_did_in_between_stays_and_is_the_next_to_be_undone(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    write_clip(shoot / "a.mp4")
    session, unfinished = first_look(archive, pool, shoot)
    archive.catalog.apply(Describe(clips=(the_clip(archive).id,), notes="second unit"))
    session.second_look(unfinished)
    clip = the_clip(archive)
    assert (clip.notes, times_of(clip)) == ("second unit", [0, 3, 6])
    assert archive.catalog.undo_label == "Shots of Norway shoot"
    archive.catalog.undo()
    assert (the_clip(archive).notes, times_of(the_clip(archive))) == ("second unit", [1])
    archive.catalog.undo()
    archive.catalog.undo()
    assert clips_of(archive) == []


def test_a_poster_chosen_by_hand_stays_with_its_keyframe(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    session, unfinished = first_look(archive, pool, shoot)
    clip = the_clip(archive)
    mine = archive.stills.put(JPEG + b"chosen by hand")
    chosen = replace(clip.keyframes[0], still=mine, time=Fraction(4))
    archive.catalog.apply(ReplaceFindings(replace(clip, keyframes=(*clip.keyframes, chosen), poster=mine)))
    session.second_look(unfinished)
    clip = the_clip(archive)
    assert clip.poster == mine
    assert times_of(clip) == [0, 3, 4, 6]


def test_a_clip_that_was_taken_out_meanwhile_stays_out(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    session, unfinished = first_look(archive, pool, shoot)
    archive.catalog.apply(RemoveClips((the_clip(archive).id,)))
    report = session.second_look(unfinished)
    assert clips_of(archive) == []
    assert report.refined == 1
    assert [mode for mode, _ in looks(pool)] == ["triage"]


def test_a_clip_whose_shots_cannot_be_found_keeps_what_the_first_look_found(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    write_clip(shoot / "stubborn.mp4")
    report = take_in(archive, pool, shoot)
    clip = the_clip(archive)
    assert (counts_of(report), times_of(clip), clip.glanced) == ((1, 0, 0, 0), [1], None)
    assert clip.problem.startswith("Only its key frames could be looked at.")
    assert clip.strip is not None


def test_what_is_on_screen_comes_first(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(6):
        write_clip(shoot / f"{number}.mp4")
    session, unfinished = first_look(archive, pool, shoot)
    clips = {clip.name: clip.id for clip in clips_of(archive)}
    session.prefer([clips["4.mp4"], clips["2.mp4"]])
    session.second_look(unfinished)
    exact = [name for mode, name in looks(pool) if mode == "exact"]
    assert exact == ["4.mp4", "2.mp4", "0.mp4", "1.mp4", "3.mp4", "5.mp4"]


def test_a_second_look_cut_short_goes_on_where_it_was(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(40):
        write_clip(shoot / f"{number:02}.mp4")
    session, unfinished = first_look(archive, pool, shoot)
    started = unfinished.started
    session.second_look(unfinished, lambda progress: session.suspend() if progress.refined else None)
    left = {clip.name for clip in clips_of(archive) if clip.glanced is not None}
    assert 0 < len(left) < 40
    assert Journal(archive.folder / "imports.json").left_over() == [started]
    pool.tasks.clear()
    report = archive.importing(pool).go_on(started)
    assert looks(pool) == [("exact", name) for name in sorted(left)]
    assert (counts_of(report), report.refined) == ((0, 40, 0, 0), len(left))
    assert all(clip.glanced is None for clip in clips_of(archive))
    assert not (archive.folder / "imports.json").exists()


def test_a_second_look_that_is_cancelled_is_forgotten(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(40):
        write_clip(shoot / f"{number:02}.mp4")
    session, unfinished = first_look(archive, pool, shoot)
    assert session.second_look(unfinished, lambda _: session.cancel()).cancelled
    assert len(clips_of(archive)) == 40
    assert not (archive.folder / "imports.json").exists()


def test_the_counts_of_both_looks_are_told_together(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for name in ("a.mp4", "b.mp4"):
        write_clip(shoot / name)
    told: list[Progress] = []
    archive.importing(pool).run([shoot], told.append)
    last = told[-1]
    assert (last.total, last.done, last.added, last.to_refine, last.refined) == (2, 2, 2, 2, 2)
    assert last.seconds_left == 0
