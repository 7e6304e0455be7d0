"""Hand-over packages, validated by tools nobody here wrote."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from core.app import Archive
from core.catalog.edits import AddClips
from core.cli.main import main
from core.errors import UserProblem
from core.export import mhl
from core.export.formats import FORMATS, Format
from core.export.package_formats import PACKAGE_FORMATS
from core.export.sheet import Sheet
from core.fixity.session import FixitySession
from core.model.clip import Access
from tests.support.bagging import bagit_complains
from tests.support.model import a_clip
from tests.support.outside import ascmhl_debug
from tests.support.packages import flip, media_of, packed, problems, scratch_of, shelf_of, shot

FORMS = tuple(PACKAGE_FORMATS)


@pytest.fixture
def schema() -> etree.XMLSchema:
    path = Path(__file__).resolve().parents[4] / "shared" / "validators" / "ASCMHL.xsd"
    if not path.is_file():
        pytest.skip("needs ASCMHL.xsd in ../shared/validators beside the checkout")
    return etree.XMLSchema(etree.parse(path))


# validated by others ------------------------------------------------------------------------------------------------
def test_a_bag_is_valid_and_a_flipped_byte_is_found(archive: Archive, tmp_path: Path) -> None:
    clips = [shot(archive, tmp_path / "card" / name) for name in ("train.mov", "roof shot.mov", "Łódź.mp4")]
    report = packed(archive, tmp_path / "bagit", *clips)
    assert (report.packed, report.left_out, report.size) == (3, (), sum(clip.file.size for clip in clips))
    assert bagit_complains(tmp_path / "bagit") == ""
    assert re.search(r"^Payload-Oxum: \d+\.4$", (tmp_path / "bagit" / "bag-info.txt").read_text(), re.MULTILINE)
    assert problems(tmp_path / "bagit") == []
    flip(tmp_path / "bagit" / "data" / "media" / "roof shot.mov")
    assert "roof shot" in bagit_complains(tmp_path / "bagit")
    (told,) = problems(tmp_path / "bagit")
    assert told.startswith("data/media/roof shot.mov is not what was packed")


def test_a_hash_list_is_valid_and_a_flipped_byte_is_found(
    archive: Archive, tmp_path: Path, schema: etree.XMLSchema
) -> None:
    clips = [shot(archive, tmp_path / "card" / name) for name in ("train.mov", "roof & <shot>.mov", "Łódź.mp4")]
    packed(archive, tmp_path / "mhl", *clips)
    (hash_list,) = (tmp_path / "mhl" / "ascmhl").glob("*.mhl")
    schema.assertValid(etree.parse(hash_list))
    assert problems(tmp_path / "mhl") == []
    flip(tmp_path / "mhl" / "media" / "train.mov")
    (told,) = problems(tmp_path / "mhl")
    assert told.startswith("media/train.mov is not what was packed")


def test_the_reference_tool_accepts_a_hash_list_and_finds_a_flipped_byte(archive: Archive, tmp_path: Path) -> None:
    clips = [shot(archive, tmp_path / "card" / name) for name in ("train.mov", "roof & [shot].mov", "Łódź.mp4")]
    packed(archive, tmp_path / "mhl", *clips)
    command = [str(ascmhl_debug()), "verify", str(tmp_path / "mhl")]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    flip(tmp_path / "mhl" / "media" / "train.mov")
    assert subprocess.run(command, check=False, capture_output=True).returncode == 11


def test_a_c4_id_is_that_of_the_standard() -> None:
    assert mhl.c4(b"") == "c459dsjfscH38cYeXXYogktxf4Cd9ibshE3BHUo6a58hBXmRQdZrAkZzsWcbWtDg5oQstpDuni4Hirj75GEmTc1sFT"


@pytest.mark.parametrize("form", FORMS)
def test_what_is_missing_or_foreign_in_a_package_is_found(archive: Archive, tmp_path: Path, form: str) -> None:
    packed(
        archive, tmp_path / form, shot(archive, tmp_path / "card" / "a.mov"), shot(archive, tmp_path / "card" / "b.mov")
    )
    media = media_of(tmp_path / form)
    (media / "a.mov").unlink()
    (media / "c.mov").write_bytes(b"?")
    missing, foreign = problems(tmp_path / form)
    assert "a.mov is not there" in missing
    assert "c.mov is in the package, but not in its manifest" in foreign


@pytest.mark.parametrize(
    ("form", "manifest"), [("bagit", "manifest-sha256.txt"), ("bagit", "tagmanifest-sha256.txt"), ("mhl", "*.mhl")]
)
def test_a_damaged_manifest_is_told(archive: Archive, tmp_path: Path, form: str, manifest: str) -> None:
    packed(archive, tmp_path / form, shot(archive, tmp_path / "card" / "a.mov"))
    (path,) = (path for path in (tmp_path / form).rglob(manifest) if path.match(manifest))
    path.write_bytes(path.read_bytes()[:-40])
    assert problems(tmp_path / form)


def test_a_manifest_that_leads_outside_is_told(archive: Archive, tmp_path: Path) -> None:
    packed(archive, tmp_path / "bagit", shot(archive, tmp_path / "card" / "a.mov"))
    with (tmp_path / "bagit" / "manifest-sha256.txt").open("a") as manifest:
        manifest.write(f"{'0' * 64}  data/../../card/a.mov\n")
    assert "data/../../card/a.mov in the manifest leads outside the package." in problems(tmp_path / "bagit")


# names --------------------------------------------------------------------------------------------------------------
ODD_NAMES = (
    "a b.mov", "100%.mov", "100%25.mov", "two\nlines.mov", "carriage\rreturn.mov", "Caf\u00e9.mov", "Cafe\u0301.mov",
    "CAF\u00c9.MOV", "con.mov", "what?.mov", "back\\slash.mov", "~home.mov", "*star.mov", "dots...", "עברית.mov",
    "🚂.mov", "clip.mov.xmp", "clip.mov", "x" * 240 + ".mov", "_x0041_.mov", "'quoted'.mov", "-rf.mov", " .mov",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_odd_and_clashing_names_all_arrive(archive: Archive, tmp_path: Path, form: str) -> None:
    clips = [shot(archive, tmp_path / "card" / name) for name in ODD_NAMES]
    clips += [shot(archive, tmp_path / "other card" / "clip.mov", b"another")]
    report = packed(archive, tmp_path / form, *clips)
    assert (report.packed, report.left_out) == (len(clips), ())
    arrived = [path.read_bytes() for path in media_of(tmp_path / form).iterdir()]
    assert sorted(arrived) == sorted(Path(clip.file.path).read_bytes() for clip in clips)
    assert problems(tmp_path / form) == []
    if form == "bagit":
        assert bagit_complains(tmp_path / form) == ""
    else:
        done = subprocess.run([str(ascmhl_debug()), "verify", str(tmp_path / form)], check=False, capture_output=True)
        assert done.returncode == 0


# what is in it ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("form", FORMS)
def test_sheets_speak_of_the_files_as_they_lie_in_the_package(archive: Archive, tmp_path: Path, form: str) -> None:
    clip = shot(archive, tmp_path / "card" / "what?.mov")
    packed(archive, tmp_path / form, clip)
    text = (tmp_path / form / PACKAGE_FORMATS[form].payload / "sheets" / "Grand Express.csv").read_text("utf-8-sig")
    assert "what_.mov,../media" in text
    assert str(tmp_path / "card") not in text


def test_sidecars_lie_beside_their_clips(archive: Archive, tmp_path: Path) -> None:
    def write(sheet: Sheet, target: Path) -> None:
        for row in sheet.rows:
            (target / f"{row.clip.file.name}.xmp").write_text(row.title)

    clips = [shot(archive, tmp_path / "card" / "a.mov"), shot(archive, tmp_path / "other" / "a.mov", b"other")]
    formats = {"csv": FORMATS["csv"], "xmp": Format("xmp", "xmp", "Sidecars", write, folder=True)}
    packed(archive, tmp_path / "bagit", *clips, shelf=shelf_of(archive, formats=formats), sheets=("csv", "xmp"))
    names = {path.name for path in media_of(tmp_path / "bagit").iterdir()}
    assert names == {"a.mov", "a.mov.xmp", "a (2).mov", "a (2).mov.xmp"}
    assert bagit_complains(tmp_path / "bagit") == ""


def test_dates_of_files_arrive(archive: Archive, tmp_path: Path) -> None:
    clip = shot(archive, tmp_path / "card" / "a.mov")
    os.utime(tmp_path / "card" / "a.mov", ns=(1, 1_600_000_000_123_456_789))
    packed(archive, tmp_path / "mhl", clip)
    assert (tmp_path / "mhl" / "media" / "a.mov").stat().st_mtime_ns == 1_600_000_000_123_456_789


def test_clips_under_embargo_stay_in_the_house(archive: Archive, tmp_path: Path) -> None:
    free = shot(archive, tmp_path / "card" / "free.mov")
    held = shot(archive, tmp_path / "card" / "held.mov", access=Access(embargo="2030"))
    report = packed(archive, tmp_path / "bagit", free, held)
    assert (report.packed, report.held_back, report.overridden) == (1, 1, 0)
    everything = b"".join(path.read_bytes() for path in (tmp_path / "bagit").rglob("*") if path.is_file())
    assert b"held.mov" not in everything
    with pytest.raises(UserProblem, match="1 clip held back under embargo"):
        packed(archive, tmp_path / "other" / "bagit", held)


@pytest.mark.parametrize("form", FORMS)
def test_an_override_is_recorded_once_and_the_package_says_so(archive: Archive, tmp_path: Path, form: str) -> None:
    held = shot(archive, tmp_path / "card" / "held.mov", access=Access(embargo="2030"))
    report = packed(archive, tmp_path / form, held, override="cleared by legal")
    assert (report.packed, report.held_back, report.overridden) == (1, 0, 1)
    labels = [gesture.label for gesture in archive.catalog.history()]
    assert sum("cleared by legal" in label for label in labels) == 1
    tags = {"bagit": "bag-info.txt", "mhl": "ascmhl/*.mhl"}[form]
    (path,) = (tmp_path / form).glob(tags)
    assert "cleared by legal" in path.read_text()


def test_without_a_clip_there_is_no_package(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="no clip answers"):
        packed(archive, tmp_path / "bagit")
    assert not (tmp_path / "bagit").exists()
    assert not scratch_of(tmp_path / "bagit").exists()


def test_an_original_that_cannot_be_read_is_named_and_the_rest_goes_on(archive: Archive, tmp_path: Path) -> None:
    well, gone, folder = (shot(archive, tmp_path / "card" / f"{name}.mov") for name in ("well", "gone", "folder"))
    (tmp_path / "card" / "gone.mov").unlink()
    (tmp_path / "card" / "folder.mov").unlink()
    (tmp_path / "card" / "folder.mov").mkdir()
    report = packed(archive, tmp_path / "bagit", well, gone, folder)
    assert report.packed == 1
    assert [one.path for one in report.left_out] == [gone.file.path, folder.file.path]
    assert report.left_out[0].reason.startswith("gone.mov is not there.")
    assert [path.name for path in media_of(tmp_path / "bagit").iterdir()] == ["well.mov"]


def test_another_place_of_the_clip_is_used_where_the_first_is_gone(archive: Archive, tmp_path: Path) -> None:
    clip = shot(archive, tmp_path / "card" / "here.mov")
    moved = replace(clip.file, path=str(tmp_path / "card" / "gone.mov"))
    clip = a_clip("two places", files=(moved, clip.file))
    archive.catalog.apply(AddClips((clip,)))
    assert packed(archive, tmp_path / "bagit", clip).left_out == ()


def test_a_clip_that_is_not_what_was_recorded_is_left_out(archive: Archive, tmp_path: Path) -> None:
    clips = [shot(archive, tmp_path / "card" / "a.mov"), shot(archive, tmp_path / "card" / "b.mov")]
    FixitySession(catalog=archive.catalog, clock=archive.clock).run([clip.id for clip in clips])
    flip(tmp_path / "card" / "a.mov")
    report = packed(archive, tmp_path / "bagit", *clips)
    assert report.packed == 1
    assert [one.reason.partition(". ")[0] for one in report.left_out] == ["a.mov is not what was recorded of it"]
    assert not (media_of(tmp_path / "bagit") / "a.mov").exists()


# from the command line ----------------------------------------------------------------------------------------------
def test_the_verbs_verify_and_package_tell_by_their_exit_code(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shot(archive, tmp_path / "card" / "a.mov")
    shot(archive, tmp_path / "card" / "b.mov")
    archive.close()
    folder, bag = str(archive.folder), str(tmp_path / "bagit")
    assert main(["verify", folder]) == 0
    assert main(["package", folder, "--format", "bagit", "-o", bag, "--sheets", "csv"]) == 0
    assert main(["verify", bag]) == 0
    flip(tmp_path / "card" / "a.mov")
    assert main(["verify", folder]) == 1
    flip(Path(bag) / "data" / "media" / "a.mov")
    assert main(["verify", bag]) == 1
    assert main(["package", folder, "--format", "mhl", "-o", str(tmp_path / "mhl")]) == 1
    assert main(["package", folder, "--query", "nothing", "--format", "mhl", "-o", str(tmp_path / "none")]) == 2
    told = capsys.readouterr()
    assert "2 recorded now." in told.out
    assert "The package is whole." in told.out
    assert "a.mov has changed since it was verified" in told.err
    assert "no clip answers" in told.err
