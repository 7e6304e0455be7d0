"""Contact sheets, read back by readers nobody here wrote."""

from __future__ import annotations

import resource
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from core.catalog.vocabulary import Vocabulary
from core.errors import SystemProblem
from core.export.export import ExportReport, export_sheet
from core.export.formats import FORMATS
from core.export.sheet import DEFAULT_COLUMNS
from core.model.clip import Access, Box, Clip, Source, Status
from core.model.ids import MomentId, StillId, TagId
from core.model.media import Keyframe
from core.model.vocabulary import EntryKind
from gui.export.pdf import ALL_FORMATS, ATTACHED
from tests.support.marking import a_moment
from tests.support.model import a_clip, a_tag, an_entry

TODAY = date(2026, 11, 22)
TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
HEBREW = an_entry(EntryKind.PERSON, "שלום")
ARABIC = an_entry(EntryKind.PERSON, "عمر الشريف")
LIAR = an_entry(EntryKind.PERSON, "Nobody Atall")
WORDS = Vocabulary([TOM, HEBREW, ARABIC, LIAR])


class Stills:
    """Stills in a folder, each of one colour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, name: str, size: tuple[int, int] = (640, 360)) -> StillId:
        shade = sum(map(ord, name)) % 200
        Image.new("RGB", size, (shade, 90, 250 - shade)).save(self.path(StillId(name)))
        return StillId(name)

    def path(self, still: StillId) -> Path:
        return self._folder / f"{still}.jpg"


@pytest.fixture
def stills(tmp_path: Path, qapp: object) -> Stills:
    return Stills(tmp_path)


def export(clips: Sequence[Clip], stills: Stills, target: Path, **options: Any) -> ExportReport:
    given: dict[str, Any] = {"format": "pdf", "formats": ALL_FORMATS, "today": TODAY, "title": "Norway shoot"}
    return export_sheet(clips, WORDS, stills, target=target, **(given | options))


def text_of(target: Path) -> str:
    """Return the text of all pages, its spaces made alike: Qt maps the glyph of the space to a tab."""
    return " ".join("\n".join(page.extract_text() for page in PdfReader(target).pages).split())


def frames(stills: Stills, name: str, count: int) -> tuple[Keyframe, ...]:
    return tuple(
        Keyframe(time=Fraction(number), still=stills.make(f"{name}-{number}"), width=640, height=360)
        for number in range(count)
    )


def a_full_clip(stills: Stills) -> Clip:
    shown = frames(stills, "full", 3)
    tags = (
        a_tag(TOM, id=TagId("t1"), moment=MomentId("m1"), region=Box(left=0.2, top=0.1, width=0.3, height=0.5)),
        a_tag(HEBREW, id=TagId("t2"), status=Status.CLAIMED, said_by="@fan"),
        a_tag(ARABIC, id=TagId("t3"), status=Status.DISPUTED),
        a_tag(LIAR, id=TagId("t4"), status=Status.REFUTED),
    )
    moments = (a_moment("1.5", "2.25", "tunnel ahead", "camera shakes"),)
    source = Source(handle="@setwatcher", caption="No harness, and he waved.", credit="Åsa Müller")
    return a_clip("train_roof.mov", keyframes=shown, poster=shown[0].still, tags=tags, moments=moments, source=source)


def test_a_clip_is_told_with_its_names_moments_and_origin(stills: Stills, tmp_path: Path) -> None:
    export([a_full_clip(stills)], stills, tmp_path / "a.pdf")
    text = text_of(tmp_path / "a.pdf")
    for words in ("train_roof.mov", "Tom Cruise", "tunnel ahead", "00:00:01.500 – 00:00:02.250", "camera shakes",
                  "No harness, and he waved.", "@setwatcher", "Åsa Müller", "claimed by @fan", "Page 1"):  # fmt: skip
        assert words in text
    assert PdfReader(tmp_path / "a.pdf").metadata.title == "Norway shoot"


def test_what_was_refuted_is_not_there_and_doubts_are_marked(stills: Stills, tmp_path: Path) -> None:
    export([a_full_clip(stills)], stills, tmp_path / "a.pdf")
    text = text_of(tmp_path / "a.pdf")
    assert "Nobody Atall" not in text
    assert "? claimed by @fan" in text
    assert text.count("! disputed") == 2  # in the legend and behind the name


def test_poster_keyframes_moment_and_crop_are_pictures(stills: Stills, tmp_path: Path) -> None:
    export([a_full_clip(stills)], stills, tmp_path / "a.pdf")
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    keyframes, crop = 3, 1  # the poster and the moment show keyframes, and each is held once
    assert len(page.images) == keyframes + crop


def test_right_to_left_names_survive(stills: Stills, tmp_path: Path) -> None:
    export([a_full_clip(stills)], stills, tmp_path / "a.pdf")
    text = unicodedata.normalize("NFKC", text_of(tmp_path / "a.pdf"))
    # A PDF holds glyphs as they follow each other on paper, from left to right.
    assert HEBREW.label[::-1] in text
    for word in ARABIC.label.split():
        assert word[::-1] in text


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)")
def test_poppler_reads_right_to_left_names_as_they_are_written(stills: Stills, tmp_path: Path) -> None:
    export([a_full_clip(stills)], stills, tmp_path / "a.pdf")
    read = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], check=True, capture_output=True, text=True)
    text = unicodedata.normalize("NFKC", read.stdout)
    assert HEBREW.label in text
    assert ARABIC.label in text


@pytest.mark.skipif(shutil.which("pdfdetach") is None, reason="needs pdfdetach (poppler-utils)")
def test_poppler_finds_the_table(stills: Stills, tmp_path: Path) -> None:
    export([a_full_clip(stills)], stills, tmp_path / "a.pdf")
    subprocess.run(["pdfdetach", "-save", "1", "-o", tmp_path / "out.csv", tmp_path / "a.pdf"], check=True)
    assert (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()[0].startswith("title,duration,people")


@pytest.mark.parametrize("moments", [False, True])
def test_the_table_of_the_same_sheet_is_attached(stills: Stills, tmp_path: Path, moments: bool) -> None:
    clips = [a_full_clip(stills), a_clip("=1+1")]
    export(clips, stills, tmp_path / "a.pdf", moments=moments)
    export(clips, stills, tmp_path / "a.csv", format="csv", moments=moments)
    assert PdfReader(tmp_path / "a.pdf").attachments == {ATTACHED: [(tmp_path / "a.csv").read_bytes()]}


def test_many_clips_take_many_pages_each_with_its_number(stills: Stills, tmp_path: Path) -> None:
    clips = [a_clip(f"clip-number-{number}.mov") for number in range(60)]
    export(clips, stills, tmp_path / "a.pdf")
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "a.pdf").pages]
    assert len(pages) > 4
    assert all(f"Page {number}" in page for number, page in enumerate(pages, start=1))
    assert all(f"clip-number-{number}.mov" in " ".join(pages) for number in range(60))
    assert "60 clips." in pages[-1]


def test_a_clip_longer_than_a_page_goes_on_over_it(stills: Stills, tmp_path: Path) -> None:
    clip = a_clip("long.mov", moments=tuple(a_moment(n, n + 1, f"moment-{n}", id=f"m{n}") for n in range(200)))
    export([clip], stills, tmp_path / "a.pdf")
    text = text_of(tmp_path / "a.pdf")
    assert "long.mov (continued)" in text
    assert all(f"moment-{number}" in text for number in range(200))


def test_embargoed_clips_stay_and_under_an_override_every_page_says_so(stills: Stills, tmp_path: Path) -> None:
    held = a_clip("secret.mov", access=Access(embargo="2099-01-01", reason="studio"))
    clips = [held, *(a_clip() for _ in range(40))]
    assert export(clips, stills, tmp_path / "a.pdf").held_back == 1
    assert "secret.mov" not in text_of(tmp_path / "a.pdf")
    noted: list[str] = []
    report = export(clips, stills, tmp_path / "b.pdf", override="press desk", remember=noted.append)
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "b.pdf").pages]
    assert len(pages) > 1
    assert all("embargo override (press desk)" in page for page in pages)
    assert "EMBARGO: under embargo until 2099-01-01 (studio)" in pages[0]
    assert (report.overridden, len(noted)) == (1, 1)


def test_what_no_column_asks_for_stays_out(stills: Stills, tmp_path: Path) -> None:
    columns = [key for key in DEFAULT_COLUMNS if key not in ("people", "unconfirmed", "moments", "caption_as_shared")]
    export([a_full_clip(stills)], stills, tmp_path / "a.pdf", columns=columns)
    text = text_of(tmp_path / "a.pdf")
    assert not [words for words in ("Tom Cruise", "tunnel", "harness", "@fan") if words in text]


AWKWARD = ("", "\ud800", "\x00\x0b\u2028a", "\u202egpj.mov", "🚂" * 3, "very" * 400, "\u2067x\u2069", "a\nb\r\nc", "  ")


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_harms_nothing(stills: Stills, tmp_path: Path, text: str) -> None:
    moment = a_moment(1, 2, text, text)
    clip = a_clip(text or "x", notes=text, source=Source(caption=text, url=text), moments=(moment,), problem=text)
    export([clip, a_clip("the one after")], stills, tmp_path / "a.pdf")
    assert "the one after" in text_of(tmp_path / "a.pdf")


def test_a_still_that_is_gone_or_no_picture_leaves_its_place_empty(stills: Stills, tmp_path: Path) -> None:
    clip = a_full_clip(stills)
    stills.path(clip.keyframes[0].still).unlink()
    stills.path(clip.keyframes[1].still).write_bytes(b"no picture")
    export([clip], stills, tmp_path / "a.pdf")
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    assert "train_roof.mov" in text_of(tmp_path / "a.pdf")
    frame, crop = 1, 1
    assert len(page.images) == frame + crop


def test_a_cancelled_sheet_leaves_nothing(stills: Stills, tmp_path: Path) -> None:
    seen: list[int] = []
    report = export(
        [a_clip() for _ in range(9)], stills, tmp_path / "out.pdf", report=seen.append, cancelled=lambda: len(seen) > 3
    )
    assert report.cancelled
    assert not list(tmp_path.glob("*.pdf")) + list(tmp_path.glob(".*"))


@pytest.fixture
def little_room() -> Iterator[None]:
    """Let no file grow beyond what a disk with little room would take."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_and_leaves_nothing(stills: Stills, tmp_path: Path, little_room: None) -> None:
    with pytest.raises(SystemProblem, match="could not be written"):
        export([a_clip() for _ in range(40)], stills, tmp_path / "out.pdf")
    assert not list(tmp_path.glob("*.pdf")) + list(tmp_path.glob(".*"))


def test_every_other_format_is_offered_beside_it(qtbot: QtBot) -> None:
    assert list(ALL_FORMATS) == [*FORMATS, "pdf"]
