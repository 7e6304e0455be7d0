"""What looks like others is noted in the records: after an import, or for a whole archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from core.app import Archive, create_archive, recognition
from core.catalog.edits import AddClips, Describe, RemoveClips, ReplaceFindings
from core.catalog.link_edits import LinkClips
from core.cli.main import main
from core.ingest.copies import AT_ONCE, Comparing, Noted, note_copies
from core.model.clip import Link, LinkKind
from core.model.ids import ClipId
from core.model.time import Span
from core.storage.landmarks import Recognition, read_landmarks
from tests.core.seen.test_finder import a_walk

WHOLE, EXCERPT, STRANGER = a_walk(1), a_walk(1, seconds=4, first=6), a_walk(2)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with create_archive(tmp_path / "a.slatebook") as archive:
        archive.catalog.apply(AddClips((WHOLE, STRANGER)))
        yield archive


@pytest.fixture
def known(archive: Archive) -> Recognition:
    return recognition(archive)


def noted(archive: Archive, known: Recognition, *clips: ClipId, **given: Any) -> list[Noted]:
    return note_copies(archive.catalog, clips, Comparing(known.held), **given)


def found(archive: Archive, query: str) -> set[ClipId]:
    return set(archive.index.clip_ids(archive.search(query).rows))


def test_what_a_new_clip_looks_like_is_noted_by_both_and_undone_with_its_import(
    archive: Archive, known: Recognition
) -> None:
    import_step = archive.catalog.apply(AddClips((EXCERPT,)))
    (one,) = noted(archive, known, EXCERPT.id, gesture=import_step.gesture)
    assert (one.clip, [lap.other for lap in one.overlaps]) == (EXCERPT.id, [WHOLE.id])
    assert archive.clip(EXCERPT.id).links == (
        Link(
            other=WHOLE.id,
            kind=LinkKind.EXCERPT_OF,
            here=Span(Fraction(0), Fraction(7, 2)),
            there=Span(Fraction(3), Fraction(13, 2)),
            suspected=True,
        ),
    )
    (link,) = archive.clip(WHOLE.id).links
    assert (link.other, link.kind, link.suspected) == (EXCERPT.id, LinkKind.CONTAINS, True)
    assert found(archive, "is:suspected") == found(archive, "is:copy") == {WHOLE.id, EXCERPT.id}
    archive.catalog.undo()
    assert archive.clip(WHOLE.id).links == ()
    assert archive.catalog.clip(EXCERPT.id) is None
    assert archive.check() == []


def test_what_is_noted_later_is_a_step_of_its_own_and_nothing_is_noted_twice(
    archive: Archive, known: Recognition
) -> None:
    import_step = archive.catalog.apply(AddClips((EXCERPT,)))
    archive.catalog.apply(Describe(clips=(WHOLE.id,), notes="the roof"))
    assert noted(archive, known, EXCERPT.id, gesture=import_step.gesture)
    assert archive.catalog.undo_label == "Note clips that look like others"
    seq = archive.history.seq
    assert noted(archive, known, WHOLE.id, EXCERPT.id, STRANGER.id) == []
    assert archive.history.seq == seq


def test_a_pair_is_told_once(archive: Archive, known: Recognition) -> None:
    archive.catalog.apply(AddClips((EXCERPT,)))
    assert [one.clip for one in noted(archive, known, WHOLE.id, EXCERPT.id, STRANGER.id)] == [WHOLE.id]


@pytest.mark.parametrize("kind", [LinkKind.SAME_AS, LinkKind.NOT_A_DUPLICATE])
def test_what_the_archivist_said_stands(archive: Archive, known: Recognition, kind: LinkKind) -> None:
    archive.catalog.apply(AddClips((EXCERPT,)))
    noted(archive, known, EXCERPT.id)
    said = Link(other=WHOLE.id, kind=kind)
    archive.catalog.apply(LinkClips(EXCERPT.id, said))
    assert noted(archive, known, EXCERPT.id, WHOLE.id) == []
    assert archive.clip(EXCERPT.id).links == (said,)
    assert found(archive, "is:suspected") == set()
    assert found(archive, "is:copy") == ({EXCERPT.id, WHOLE.id} if kind is LinkKind.SAME_AS else set())


def test_a_closer_look_changes_what_is_suspected(archive: Archive, known: Recognition) -> None:
    archive.catalog.apply(AddClips((EXCERPT,)))
    noted(archive, known, EXCERPT.id)
    other = a_walk(3)
    clip = archive.clip(EXCERPT.id)
    archive.catalog.apply(ReplaceFindings(replace(clip, sights=other.sights)))
    assert noted(archive, known, EXCERPT.id) == []
    assert archive.clip(EXCERPT.id).links == archive.clip(WHOLE.id).links == ()


def test_nothing_is_suspected_to_be_a_copy_of_what_is_gone(archive: Archive, known: Recognition) -> None:
    archive.catalog.apply(AddClips((EXCERPT,)))
    noted(archive, known, EXCERPT.id)
    archive.catalog.apply(RemoveClips((WHOLE.id,)))
    assert archive.clip(EXCERPT.id).links == ()
    archive.catalog.undo()
    assert found(archive, "is:suspected") == {WHOLE.id, EXCERPT.id}


def test_it_gives_up_when_asked_and_tells_how_far_it_is(archive: Archive, known: Recognition) -> None:
    clips = tuple(a_walk(seed) for seed in range(100, 100 + AT_ONCE + 1))
    archive.catalog.apply(AddClips(clips))
    reports: list[int] = []
    ids = [clip.id for clip in clips]
    note_copies(archive.catalog, ids, Comparing(known.held, lambda: bool(reports), reports.append))
    assert reports == [AT_ONCE]
    note_copies(archive.catalog, ids, Comparing(known.held, report=reports.append))
    assert reports[1:] == [AT_ONCE, AT_ONCE + 1]


def test_tags_and_names_are_no_reason_to_read_a_clip_again(archive: Archive, known: Recognition) -> None:
    with known.held():
        pass
    seq = read_landmarks(archive.folder / "landmarks.npz")[0]
    archive.catalog.apply(Describe(clips=(WHOLE.id, STRANGER.id), notes="roof"))
    assert known._changed_since(seq) == set()
    archive.catalog.apply(AddClips((EXCERPT,)))
    assert known._changed_since(seq) == {EXCERPT.id}
    with known.held() as seen:
        assert len(seen) == 3


def test_the_verb_notes_what_is_alike_in_a_whole_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "old.slatebook"
    with create_archive(folder) as old:
        old.catalog.apply(AddClips((WHOLE, EXCERPT, STRANGER)))
    assert main(["alike", str(folder), "--all", "--note"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("Noted 1 pair that nobody has decided on; “is:suspected” finds them.\n")
    assert main(["search", str(folder), "is:suspected"]) == 0
    shown = capsys.readouterr().out
    assert WHOLE.name in shown
    assert EXCERPT.name in shown
