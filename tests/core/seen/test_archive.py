"""Links in the catalog, what is kept beside the index, and the verb."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from core.app import create_archive, open_archive, seen_before
from core.catalog.edits import AddClips, RemoveClips
from core.catalog.link_edits import LinkClips, UnlinkClips
from core.cli.main import main
from core.errors import UserProblem
from core.model.clip import Clip, Link, LinkKind
from core.model.codec import from_document, to_document
from core.model.time import Span
from core.storage.landmarks import read_landmarks
from tests.core.seen.test_finder import a_walk
from tests.support.media import make_clip
from tests.support.seen import changed, mirrored, walk

WHOLE, EXCERPT, STRANGER = a_walk(1), a_walk(1, seconds=4, first=6), a_walk(2)
LINK = Link(
    other=WHOLE.id,
    kind=LinkKind.EXCERPT_OF,
    here=Span(Fraction(0), Fraction(7, 2)),
    there=Span(Fraction(3), Fraction(13, 2)),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "a.slatebook"
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips((WHOLE, EXCERPT, STRANGER)))
    return folder


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Any:
    assert main([str(argument) for argument in arguments]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_link_is_said_by_both_clips_and_undone_for_both(folder: Path) -> None:
    with open_archive(folder) as archive:
        archive.catalog.apply(LinkClips(EXCERPT.id, LINK))
        assert archive.clip(EXCERPT.id).links == (LINK,)
        assert archive.clip(WHOLE.id).links == (
            Link(other=EXCERPT.id, kind=LinkKind.CONTAINS, here=LINK.there, there=LINK.here),
        )
        assert archive.catalog.undo_label == f"Link {EXCERPT.name}: excerpt of {WHOLE.name}"
        archive.catalog.undo()
        assert (archive.clip(EXCERPT.id).links, archive.clip(WHOLE.id).links) == ((), ())
        archive.catalog.redo()
        archive.catalog.apply(LinkClips(WHOLE.id, Link(other=EXCERPT.id, kind=LinkKind.SAME_EVENT)))
        assert [link.kind for link in archive.clip(EXCERPT.id).links] == [LinkKind.SAME_EVENT]
        archive.catalog.apply(UnlinkClips(EXCERPT.id, WHOLE.id))
        assert archive.clip(WHOLE.id).links == ()
        assert archive.check() == []


def test_a_link_to_itself_makes_no_sense_and_one_to_a_removed_clip_can_be_taken_back(folder: Path) -> None:
    with open_archive(folder) as archive:
        with pytest.raises(UserProblem, match="itself"):
            archive.catalog.apply(LinkClips(WHOLE.id, Link(other=WHOLE.id, kind=LinkKind.SAME_AS)))
        archive.catalog.apply(LinkClips(EXCERPT.id, LINK))
        archive.catalog.apply(RemoveClips((WHOLE.id,)))
        archive.catalog.apply(UnlinkClips(EXCERPT.id, WHOLE.id))
        assert archive.clip(EXCERPT.id).links == ()


def test_a_record_older_than_links_and_sights_still_loads() -> None:
    document = to_document(WHOLE)
    del document["links"], document["sights"]
    assert from_document(document, Clip).links == ()


def test_links_leave_with_whole_records(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["alike", str(folder), EXCERPT.id, "--link", WHOLE.id]) == 0
    assert main(["export", str(folder), "-o", str(tmp_path / "all.jsonl")]) == 0
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    links = {line["clip"]["id"]: line["clip"]["links"] for line in lines if "clip" in line}
    assert links[EXCERPT.id] == [to_document(LINK)]


def test_what_is_remembered_follows_the_archive(folder: Path) -> None:
    path = folder / "landmarks.npz"
    with open_archive(folder) as archive:
        assert len(seen_before(archive)) == 3
        first = read_landmarks(path)[0]
        assert first == archive.history.seq
        archive.catalog.apply(RemoveClips((WHOLE.id,)))
        late = a_walk(2)
        archive.catalog.apply(AddClips((late,)))
        assert [lap.other for lap in seen_before(archive).like(late)] == [STRANGER.id]
        assert seen_before(archive).like(EXCERPT) == []
        assert read_landmarks(path)[0] == archive.history.seq > first


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no archive", None])
def test_a_damaged_or_lost_memory_is_made_anew(folder: Path, damage: bytes | None) -> None:
    with open_archive(folder) as archive:
        seen_before(archive)
    path = folder / "landmarks.npz"
    whole = path.read_bytes()
    path.write_bytes(whole[:-40] if damage is None else damage)
    with open_archive(folder) as archive:
        assert [lap.other for lap in seen_before(archive).like(EXCERPT)] == [WHOLE.id]
    assert path.read_bytes() == whole


def test_the_verb_lists_pairs_once_and_what_is_no_duplicate_not_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pair,) = told(capsys, "alike", folder, "--all", "--json")["alike"]
    assert {pair["clip"]["id"], pair["other"]["id"]} == {WHOLE.id, EXCERPT.id}
    (pair,) = told(capsys, "alike", folder, EXCERPT.name, "--json")["alike"]
    assert (pair["kind"], pair["mirrored"]) == ("excerpt of", False)
    assert (pair["there"]["in_exact"], pair["there"]["out_exact"]) == ("3/1", "13/2")
    assert main(["alike", str(folder), EXCERPT.name]) == 0
    assert capsys.readouterr().out == f"{EXCERPT.name} looks like 0:03-0:07 of {WHOLE.name}\n"
    assert main(["alike", str(folder), EXCERPT.id, "--not", WHOLE.id]) == 0
    assert main(["alike", str(folder), "--all"]) == 0
    assert capsys.readouterr().out.endswith("Nothing like it was seen before.\n")
    assert main(["undo", str(folder)]) == 0
    capsys.readouterr()
    assert told(capsys, "alike", folder, WHOLE.id, "--json")["count"] == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say which clip"),
        (["--all", "--link", "x"], "speak of one clip"),
        ([WHOLE.id, "--kind", "same-as"], "add --link"),
        ([WHOLE.id, "--link", STRANGER.id], "do not look alike"),
    ],
)
def test_what_makes_no_sense_is_said(
    folder: Path, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["alike", str(folder), *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_an_import_says_what_was_seen_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, first, second = tmp_path / "a.slatebook", tmp_path / "first", tmp_path / "second"
    create_archive(folder).close()
    first.mkdir()
    second.mkdir()
    make_clip(first / "roof.mp4", seconds=8, draw=walk(1))
    make_clip(second / "shared.mp4", seconds=4, draw=changed(walk(1, first=75), mirrored))
    assert told(capsys, "import", folder, first, "--jobs", "1", "--json")["alike"] == []
    (pair,) = told(capsys, "import", folder, second, "--jobs", "1", "--json")["alike"]
    assert (pair["clip"]["name"], pair["other"]["name"], pair["kind"]) == ("shared.mp4", "roof.mp4", "excerpt of")
    assert pair["mirrored"] is True
    assert abs(pair["there"]["in"] - 3) <= 0.6
    frames = told(capsys, "alike", folder, "roof.mp4", "--frame", "4", "--json")["frames"]
    assert {frame["name"] for frame in frames} == {"roof.mp4", "shared.mp4"}
