"""An import: what becomes of every file, and what stays when it is stopped."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.app import Archive
from core.catalog.edits import Describe
from core.errors import SystemProblem
from core.ingest.inspections import AT_ONCE
from core.ingest.report import Progress
from core.ingest.session import ImportSession
from core.model.media import MediaKind
from core.ports.media import End, Outcome
from tests.core.ingest.conftest import clips_of, counts_of, take_in, write_clip
from tests.support.fake_pool import ScriptedPool, found_in

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX file system")


def paths_of(archive: Archive) -> list[str]:
    return [file.path for clip in clips_of(archive) for file in clip.files]


def test_every_clip_becomes_a_card_with_stills(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(3):
        write_clip(shoot / f"take {number}.mp4")
    report = take_in(archive, pool, shoot)
    assert counts_of(report) == (3, 0, 0, 0)
    clips = clips_of(archive)
    assert [clip.name for clip in clips] == ["take 0.mp4", "take 1.mp4", "take 2.mp4"]
    assert set(report.clips) == {clip.id for clip in clips}
    for clip in clips:
        assert clip.poster == clip.keyframes[0].still
        assert archive.stills.path(clip.poster).read_bytes().startswith(b"\xff\xd8\xff")
        assert clip.file.path == str(shoot / clip.name)
        assert clip.file.size == Path(clip.file.path).stat().st_size


def test_a_second_import_adds_nothing_and_opens_no_file(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(5):
        write_clip(shoot / f"{number}.mp4")
    take_in(archive, pool, shoot)
    before = archive.catalog.undo_label
    pool.tasks.clear()
    assert counts_of(take_in(archive, pool, shoot)) == (0, 5, 0, 0)
    assert pool.tasks == []
    assert len(clips_of(archive)) == 5
    assert archive.catalog.undo_label == before


def test_an_import_is_one_step_to_undo(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(40):
        write_clip(shoot / f"{number}.mp4")
    take_in(archive, pool, shoot)
    assert archive.catalog.undo_label == "Import Norway shoot"
    archive.catalog.undo()
    assert clips_of(archive) == []
    assert counts_of(take_in(archive, pool, shoot)) == (40, 0, 0, 0)


def test_a_file_that_cannot_be_read_becomes_a_card_and_the_rest_goes_on(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    for name in ("a.mp4", "bad.mp4", "crash.mp4", "z.mp4"):
        write_clip(shoot / name)
    report = take_in(archive, pool, shoot)
    assert counts_of(report) == (2, 0, 0, 2)
    cards = {clip.name: clip for clip in clips_of(archive)}
    assert cards["bad.mp4"].kind is MediaKind.UNREADABLE
    assert cards["bad.mp4"].problem == "The file is cut off."
    assert "decoder crash" in cards["crash.mp4"].problem
    assert {failure.path: failure.reason for failure in report.failed} == {
        str(shoot / "bad.mp4"): "The file is cut off.",
        str(shoot / "crash.mp4"): cards["crash.mp4"].problem,
    }


def test_a_bad_file_is_tried_again_by_the_next_import(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "bad.mp4")
    take_in(archive, pool, shoot)
    assert counts_of(take_in(archive, pool, shoot)) == (0, 0, 0, 1)
    assert len(clips_of(archive)) == 1
    pool.answer = lambda _: found_in({"path": "good"})
    assert counts_of(take_in(archive, pool, shoot)) == (1, 0, 0, 0)
    (clip,) = clips_of(archive)
    assert (clip.kind, clip.problem) == (MediaKind.CLIP, "")


def test_try_again_keeps_what_people_said(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "bad.mp4")
    take_in(archive, pool, shoot)
    (card,) = clips_of(archive)
    archive.catalog.apply(Describe(clips=(card.id,), notes="from the second unit"))
    pool.answer = lambda _: found_in({"path": "good"})
    assert counts_of(archive.importing(pool).retry([card.id])) == (1, 0, 0, 0)
    (clip,) = clips_of(archive)
    assert (clip.id, clip.kind, clip.notes) == (card.id, MediaKind.CLIP, "from the second unit")
    assert archive.catalog.undo_label == "Read bad.mp4 again"


def test_try_again_says_when_the_file_is_gone(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    path = write_clip(shoot / "bad.mp4")
    take_in(archive, pool, shoot)
    path.unlink()
    (card,) = clips_of(archive)
    report = archive.importing(pool).retry([card.id])
    assert counts_of(report) == (0, 0, 0, 1)
    assert "is not there" in report.failed[0].reason


def test_what_is_no_media_is_skipped_and_counted(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    (shoot / "notes.txt").write_text("call sheet")
    (shoot / "data.json").write_text("{}")
    (shoot / "source.ts").write_text("const a = 1;\n")
    (shoot / "sound.m4a").write_bytes(b"\0\0\0\x18ftypM4A ")
    (shoot / "empty").touch()
    assert counts_of(take_in(archive, pool, shoot)) == (0, 0, 5, 0)
    assert pool.tasks == []


def test_a_clip_by_its_bytes_or_by_its_name_alone_is_looked_into(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    write_clip(shoot / "no suffix")
    (shoot / "zeros.mp4").write_bytes(bytes(1000))
    (shoot / "page.MOV").write_text("<html>not found</html>")
    (shoot / "zeros.ts").write_bytes(bytes(2000))
    take_in(archive, pool, shoot)
    looked_into = {os.path.basename(task["path"]) for task in pool.tasks}
    assert looked_into == {"no suffix", "zeros.mp4", "page.MOV", "zeros.ts"}


def test_empty_files_are_cards_of_their_own(archive: Archive, shoot: Path) -> None:
    for number in range(4):
        (shoot / f"{number}.mp4").touch()
    pool = ScriptedPool(lambda _: Outcome(End.REFUSED, "The file is empty."))
    assert counts_of(take_in(archive, pool, shoot)) == (0, 0, 0, 4)
    assert len(clips_of(archive)) == 4
    assert counts_of(take_in(archive, pool, shoot)) == (0, 0, 0, 4)
    assert len(clips_of(archive)) == 4


def test_a_copy_is_known_by_its_content_and_noted(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    take_in(archive, pool, shoot)
    shutil.copy(shoot / "a.mp4", shoot / "copy of a.mp4")
    assert counts_of(take_in(archive, pool, shoot)) == (0, 2, 0, 0)
    (clip,) = clips_of(archive)
    assert [file.name for file in clip.files] == ["a.mp4", "copy of a.mp4"]
    assert counts_of(take_in(archive, pool, shoot)) == (0, 2, 0, 0)


def test_copies_within_one_import_become_one_clip(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for name in ("a.mp4", "b.mp4", "c.mp4"):
        write_clip(shoot / name, "the same take")
    pool.hold = True

    def let_go(progress: Progress) -> None:
        if not progress.scanning:
            pool.hold = False
            pool.resume()

    assert counts_of(archive.importing(pool).run([shoot], let_go)) == (1, 2, 0, 0)
    (clip,) = clips_of(archive)
    assert [file.name for file in clip.files] == ["a.mp4", "b.mp4", "c.mp4"]


def test_files_alike_in_three_stretches_only_are_two_clips(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    content = bytearray(1 << 20)
    content[:24] = b"\0\0\0\x18ftypisom\0\0\2\0isomiso2"
    (shoot / "a.mp4").write_bytes(content)
    content[200_000] = 1
    (shoot / "b.mp4").write_bytes(content)
    assert counts_of(take_in(archive, pool, shoot)) == (2, 0, 0, 0)


def test_a_moved_file_is_known_and_its_clip_follows(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    take_in(archive, pool, shoot)
    (shoot / "day 1").mkdir()
    (shoot / "a.mp4").rename(shoot / "day 1" / "a.mp4")
    assert counts_of(take_in(archive, pool, shoot)) == (0, 1, 0, 0)
    assert paths_of(archive) == [str(shoot / "day 1" / "a.mp4")]


def test_a_touched_file_is_known_and_a_changed_one_is_read_again(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    path = write_clip(shoot / "a.mp4")
    take_in(archive, pool, shoot)
    os.utime(path, ns=(5, 5))
    assert counts_of(take_in(archive, pool, shoot)) == (0, 1, 0, 0)
    write_clip(path, "another take")
    take_in(archive, pool, shoot)
    (clip,) = clips_of(archive)
    assert clip.file.size == path.stat().st_size


def test_a_changed_file_that_cannot_be_read_any_more_keeps_what_was_found(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    path = write_clip(shoot / "a.mp4")
    take_in(archive, pool, shoot)
    write_clip(path, "garbage")
    pool.answer = lambda _: Outcome(End.REFUSED, "The file is cut off.")
    take_in(archive, pool, shoot)
    (clip,) = clips_of(archive)
    assert clip.kind is MediaKind.CLIP
    assert clip.keyframes
    assert "has changed" in clip.problem


@posix_only
def test_pipes_are_skipped_and_never_opened(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    os.mkfifo(shoot / "pipe.mp4")
    assert counts_of(take_in(archive, pool, shoot)) == (0, 0, 1, 0)


@posix_only
def test_names_that_are_not_utf8_are_taken_and_known_again(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for name in (b"caf\xe9.mp4", b"caf\xe8.mp4"):
        with open(os.fsencode(shoot) + b"/" + name, "wb") as file:
            file.write(b"\0\0\0\x18ftypisom" + name)
    assert counts_of(take_in(archive, pool, shoot)) == (2, 0, 0, 0)
    assert {os.fsencode(clip.file.location)[-8:] for clip in clips_of(archive)} == {b"caf\xe9.mp4", b"caf\xe8.mp4"}
    assert len(take_in(archive, pool, shoot).clips) == 0


def test_what_is_not_there_fails_without_a_card(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    report = take_in(archive, pool, shoot / "gone.mp4")
    assert counts_of(report) == (0, 0, 0, 1)
    assert clips_of(archive) == []


def test_findings_that_make_no_sense_are_a_failure_of_that_file_only(
    archive: Archive, shoot: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lies: list[Mapping[str, Any]] = [{}, {"kind": "clip", "facts": {}, "keyframes": [], "poster": 3}]
    good = found_in({"path": "good"})
    lies.append({**good.value, "keyframes": [{**good.value["keyframes"][0], "blob": 7}]})
    answers = [replace(good, value=lie) for lie in lies] + [good]
    pool = ScriptedPool(lambda task: answers.pop(0) if task["mode"] == "triage" else good)
    for number in range(4):
        write_clip(shoot / f"{number}.mp4")
    assert counts_of(take_in(archive, pool, shoot)) == (1, 0, 0, 3)
    assert "no sense" in caplog.text
    caplog.clear()


def test_few_jobs_are_handed_over_at_once(archive: Archive, shoot: Path) -> None:
    pool = ScriptedPool()
    pool.hold = True
    for number in range(AT_ONCE + 10):
        write_clip(shoot / f"{number:02}.mp4")
    seen: list[int] = []

    def look(progress: Progress) -> None:
        if progress.total == AT_ONCE + 10 and len(pool.tasks) == AT_ONCE:
            seen.append(len(pool.tasks))
            pool.hold = False
            pool.resume()

    archive.importing(pool).run([shoot], look)
    assert seen[0] == AT_ONCE


def test_a_cancel_keeps_what_was_done(archive: Archive, shoot: Path) -> None:
    for number in range(60):
        write_clip(shoot / f"{number:02}.mp4")
    pool = ScriptedPool()
    session = archive.importing(pool)

    def answer(task: Mapping[str, Any]) -> Outcome:
        if len(pool.tasks) == 20:
            session.cancel()
        return found_in(task)

    pool.answer = answer
    report = session.run([shoot])
    assert report.cancelled
    assert report.added == 20
    assert len(clips_of(archive)) == 20
    assert counts_of(take_in(archive, ScriptedPool(), shoot)) == (40, 20, 0, 0)


def test_a_paused_import_takes_up_nothing_until_it_goes_on(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(5):
        write_clip(shoot / f"{number}.mp4")
    session = archive.importing(pool)
    session.pause()
    paused = threading.Event()

    def look(progress: Progress) -> None:
        if progress.paused and not progress.scanning:
            assert (progress.total, progress.done) == (5, 0)
            paused.set()

    goes_on = threading.Thread(target=lambda: (paused.wait(30), session.resume()))
    goes_on.start()
    report = session.run([shoot], look)
    goes_on.join()
    assert paused.is_set()
    assert counts_of(report) == (5, 0, 0, 0)


def test_a_paused_import_can_be_cancelled(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    session = archive.importing(pool)
    session.pause()
    report = session.run([shoot], lambda progress: session.cancel() if progress.paused else None)
    assert report.cancelled
    assert not pool.paused


def test_the_last_report_tells_it_all(session: ImportSession, shoot: Path) -> None:
    for name in ("a.mp4", "bad.mp4", "c.mp4"):
        write_clip(shoot / name)
    (shoot / "notes.txt").write_text("call sheet")
    told: list[Progress] = []
    session.run([shoot], told.append)
    last = told[-1]
    assert (last.total, last.done, last.added, last.known, last.skipped, last.failed) == (4, 4, 2, 0, 1, 1)
    assert not last.scanning
    assert last.seconds_left == 0
    assert last.bytes_done == sum((shoot / name).stat().st_size for name in ("a.mp4", "bad.mp4", "c.mp4"))


def test_where_no_worker_can_be_started_no_file_is_blamed(archive: Archive, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    pool = ScriptedPool(lambda _: Outcome(End.CANCELLED, "The program that reads media files cannot be started."))
    with pytest.raises(SystemProblem, match="cannot be started"):
        take_in(archive, pool, shoot)
    assert clips_of(archive) == []


def test_originals_are_left_as_they_are(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    path = write_clip(shoot / "a.mp4")
    path.chmod(0o444)
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(shoot.iterdir())
    take_in(archive, pool, shoot)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(shoot.iterdir())) == before
