"""The verbs import-sheet and authority, as the command line runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.app import create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry
from core.cli.main import main
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, an_entry

Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an archive of one clip and one person, closed."""
    folder = tmp_path / "Verbs.slatebook"
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips((a_clip("tunnel.mov"),)))
        archive.catalog.apply(AddEntry(an_entry(EntryKind.PERSON, "Tom Cruise")))
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(code: int, *words: object) -> Any:
        assert main([str(word) for word in words]) == code
        return json.loads(capsys.readouterr().out)

    return run


def test_a_mapping_is_kept_and_used_by_its_name(folder: Path, tmp_path: Path, run: Run) -> None:
    sheet = tmp_path / "foreign.csv"
    sheet.write_text("Clip;Talent;Length\ntunnel.mov;Tom Cruise;10\n", "utf-8")
    words = ("import-sheet", folder, sheet, "--json")
    shown = run(0, *words, "--mapping", "Clip=file,Talent=people", "--save-mapping", "mine", "--dry-run")
    assert [(cell["column"], cell["verdict"]) for cell in shown["cells"]] == [("people", "changed")]
    assert shown["ignored_columns"] == ["Length"]
    assert run(0, *words, "--mapping", "mine")["accepted"] == 1
    assert run(0, *words, "--mapping", "mine")["cells"] == []


def test_a_name_nobody_is_known_by_is_made_on_request_only(folder: Path, tmp_path: Path, run: Run) -> None:
    sheet = tmp_path / "foreign.csv"
    sheet.write_text("file,people\ntunnel.mov,Ving Rhames\n", "utf-8")
    held = run(1, "import-sheet", folder, sheet, "--json")
    assert (held["accepted"], held["names"][0]["created"]) == (0, None)
    assert run(0, "import-sheet", folder, sheet, "--create-names", "--json")["names"][0]["created"]
    with open_archive(folder) as archive:
        assert [entry.label for entry in archive.vocabulary.all()] == ["Tom Cruise", "Ving Rhames"]
        assert archive.check() == []


def test_names_are_settled_in_words(folder: Path, tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "foreign.csv"
    sheet.write_text("file,people\ntunnel.mov,Tom Cruze; Ving Rhames; crew\n", "utf-8")
    words = ("import-sheet", folder, sheet, "--json", "--settle", "Tom Cruze=tom cruise", "--settle", "crew=-")
    held = run(1, *words, "--dry-run")
    assert [name["settled"] is None for name in held["names"]] == [False, True, False]
    taken = run(0, *words, "--settle", "Ving Rhames=+")
    assert taken["accepted"] == 1
    assert [name["created"] is not None for name in taken["names"]] == [False, True, False]
    with open_archive(folder) as archive:
        (clip,) = archive.index.clip_ids(archive.search("").rows)
        tags = archive.clip(clip).tags
        assert sorted(archive.vocabulary.label(tag.entry) for tag in tags) == ["Tom Cruise", "Ving Rhames"]
    sheet.write_text("file,people\ntunnel.mov,crew\n", "utf-8")
    for wrong, why in (
        ("nobody=-", "leaves nobody called"),
        ("crew=Nobody", "certainly called so"),
        ("x", "NAME=WHOM"),
    ):
        assert main(["import-sheet", str(folder), str(sheet), "--settle", wrong]) == 2
        assert why in capsys.readouterr().err


@pytest.mark.parametrize(("form", "name"), [("csv", "a.csv"), ("skos", "a.jsonld")])
def test_an_authority_file_goes_from_one_archive_to_another(
    folder: Path, tmp_path: Path, run: Run, form: str, name: str
) -> None:
    other = tmp_path / "Other.slatebook"
    create_archive(other).close()
    file = tmp_path / name
    assert run(0, "authority", "export", folder, "--format", form, "-o", file, "--json")["entries"] == 1
    words = ("authority", "import", other, file, "--json")
    assert [entry["match"] for entry in run(1, *words)["entries"]] == ["unknown"]
    assert run(0, *words, "--create", "--dry-run")["entries"][0]["created"]
    assert run(0, *words, "--create")["entries"][0]["created"]
    assert [entry["match"] for entry in run(0, *words)["entries"]] == ["same id"]


def test_people_read_what_would_change(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "foreign.csv"
    sheet.write_text("file,people,rating\ntunnel.mov,Tom Cruze,4\nother.mov,,\n", "utf-8")
    assert main(["import-sheet", str(folder), str(sheet), "--dry-run"]) == 1
    told = capsys.readouterr().out
    assert "rating: “” → “4”" in told
    assert "Perhaps Tom Cruise" in told
    assert "No file is called so." in told
    assert "Would change 1 cell of 1 clip." in told
    assert main(["import-sheet", str(folder), str(sheet), "--mapping", "nobody"]) == 2
