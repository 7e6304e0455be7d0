"""What was done, by the command line: listed, shown, taken back, signed, and looked back to."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.app import create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, ChangeTag, Describe, RemoveClips, TagClips
from core.cli.main import main
from core.model.clip import Access, Clip, Status
from core.model.vocabulary import EntryKind
from core.settings import Settings
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six steps: two clips, a name, a tag, notes, the tag disputed, and one clip removed."""
    folder = tmp_path / "a.slatebook"
    roof, tunnel = a_clip("roof.mp4"), a_clip("tunnel.mov")
    with create_archive(folder) as archive:
        archive.catalog.sign_as("Ada")
        archive.catalog.apply(AddClips((roof, tunnel)))
        archive.catalog.apply(AddEntry(CRUISE))
        archive.catalog.apply(TagClips((roof.id,), a_tag(CRUISE)))
        archive.catalog.sign_as("Grace")
        archive.catalog.apply(Describe(clips=(tunnel.id,), notes="crew visible"))
        (tag,) = archive.clip(roof.id).tags
        archive.catalog.apply(ChangeTag(roof.id, replace(tag, status=Status.DISPUTED)))
        archive.catalog.apply(RemoveClips((tunnel.id,)))
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], folder: Path) -> Run:
    def call(verb: str, *arguments: object) -> tuple[int, str, str]:
        code = main([verb, str(folder), *(str(argument) for argument in arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def shown(run: Run, *arguments: object) -> Any:
    return json.loads(run(*arguments, "--json")[1])


def test_history_is_narrowed_by_clip_person_and_number(run: Run) -> None:
    def ids(*asked: object) -> list[int]:
        return [step["id"] for step in shown(run, "history", *asked)["steps"]]

    assert ids() == [6, 5, 4, 3, 2, 1]
    assert ids("--clip", "roof.mp4") == [5, 3, 1]
    assert ids("--who", "grace", "--limit", 2) == [6, 5]
    assert ids("--since", "2099-01-01") == []
    assert ids("--until", "2099-01-01") == [6, 5, 4, 3, 2, 1]
    assert run("history", "--since", "yesterday-ish")[0] == 2


def test_one_step_is_shown_with_what_it_changed(run: Run) -> None:
    told = shown(run, "history", "--step", 5)
    assert told["step"]["who"] == "Grace"
    (change,) = told["changes"]
    assert (change["name"], change["what"]) == ("roof.mp4", "tag")
    assert change["before"] == "Tom Cruise (person shown, confirmed)"
    assert change["after"] == "Tom Cruise (person shown, disputed)"
    _, out, _ = run("history", "--step", 6)
    assert "tunnel.mov: clip removed" in out
    assert run("history", "--step", 99)[0] == 2


def test_a_step_is_taken_back_by_itself_or_the_later_one_is_named(run: Run) -> None:
    code, out, _ = run("undo", "--step", 4)
    assert (code, "" if out else "nothing said") == (2, "nothing said")  # its clip is gone
    code, _, err = run("undo", "--step", 3)
    assert code == 2
    assert "Tom Cruise on roof.mp4 was changed later by “Mark Tom Cruise as disputed”" in err
    assert run("undo", "--step", 5)[:2] == (0, "Undone: Mark Tom Cruise as disputed.\n")
    assert run("undo", "--step", 6)[0] == 0
    assert "tunnel.mov" in run("search", "crew visible")[1]


def test_the_archive_as_it_was_leaves_as_a_sheet(run: Run, tmp_path: Path) -> None:
    def names(*asked: object) -> list[str]:
        sheet = tmp_path / "then.csv"
        assert run("export", *asked, "-o", sheet, "--columns", "title,people,notes")[0] == 0
        with sheet.open(encoding="utf-8-sig", newline="") as file:
            return [" ".join(filter(None, row)) for row in list(csv.reader(file))[1:]]

    assert names() == ["roof.mp4"]  # who is disputed is no established fact
    assert names("--as-of", 5) == ["roof.mp4", "tunnel.mov crew visible"]
    assert names("--as-of", 3) == ["roof.mp4 Tom Cruise", "tunnel.mov"]
    assert names("--as-of", 3, "--query", "tom cruise") == ["roof.mp4 Tom Cruise"]
    assert names("--as-of", "2001-01-01") == []
    assert run("export", "--as-of", "99", "-o", tmp_path / "x.csv")[0] == 2
    assert run("export", "--as-of", "soon", "-o", tmp_path / "x.csv")[0] == 2
    assert run("export", "--as-of", "3", "--query", "rating:lots", "-o", tmp_path / "x.csv")[0] == 2


def test_what_is_under_embargo_now_does_not_leave_by_way_of_the_past(run: Run, folder: Path, tmp_path: Path) -> None:
    with open_archive(folder) as archive:
        (roof,) = archive.index.clip_ids(archive.search("roof").rows)
        archive.catalog.apply(Describe(clips=(roof,), access=Access(embargo="2999")))
    told = shown(run, "export", "--as-of", "3", "-o", tmp_path / "then.csv")
    assert (told["rows"], told["held_back"]) == (1, 1)


def test_who_signs_is_set_in_the_archive_else_by_each_person(run: Run, folder: Path) -> None:
    settings = Settings(author="Ada Lovelace")
    settings.save()
    assert shown(run, "author") == {"author": "", "signs_as": "Ada Lovelace"}
    assert "“The Archive”" in run("author", "The  Archive ")[1]
    run("undo")
    with open_archive(folder) as archive:
        archive.catalog.apply(Describe(clips=archive.index.clip_ids(archive.search("").rows), rating=2))
        (step,) = archive.catalog.history(1)
        assert step.who == "The Archive"
    assert shown(run, "author", "")["signs_as"] == "Ada Lovelace"


def test_removing_a_clip_leaves_its_original_and_can_be_undone(run: Run, folder: Path, tmp_path: Path) -> None:
    original = tmp_path / "real.mov"
    original.write_bytes(b"frames")
    clip: Clip = a_clip("real.mov")
    clip = replace(clip, files=(replace(clip.file, path=str(original)),))
    with open_archive(folder) as archive:
        archive.catalog.apply(AddClips((clip,)))
        archive.catalog.apply(RemoveClips((clip.id,)))
        assert original.read_bytes() == b"frames"
        archive.catalog.undo()
        assert archive.clip(clip.id) == replace(clip, revision=archive.history.seq)
    assert original.read_bytes() == b"frames"


def test_while_a_window_has_it_open_reading_goes_on_and_writing_is_refused(run: Run, folder: Path) -> None:
    with open_archive(folder):
        code, _, err = run("undo")
        assert code == 2
        assert "open in another window or command" in err
        assert run("author", "Ada")[0] == 2
        assert run("search", "roof")[0] == 0
        assert shown(run, "history", "--limit", 1)["count"] == 1
        assert shown(run, "author")["author"] == ""
    assert run("undo")[0] == 0


def test_repair_makes_what_is_derived_anew_and_names_stills_that_are_gone(run: Run, folder: Path) -> None:
    with open_archive(folder) as archive:
        still = archive.stills.put(b"\xff\xd8 a still")
        archive.catalog.apply(AddClips((a_clip("slate.mov", poster=still),)))
        picture = archive.stills.path(still)
    for path in folder.glob("index.db*"):
        path.unlink()
    for path in (folder / "records" / "clips").rglob("*.json"):
        path.unlink()
    assert "is missing" in run("check")[1]
    assert run("check", "--repair")[:2] == (0, "All is well.\n")
    picture.unlink()
    assert run("check", "--repair")[1] == f"still {still} is missing\n"
