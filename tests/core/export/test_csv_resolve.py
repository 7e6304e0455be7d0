"""The metadata list for DaVinci Resolve."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from core.catalog.vocabulary import Vocabulary
from core.export.export import export_sheet
from core.model.clip import Clip, Role, Source, Status
from core.model.media import DateShot, MediaFacts, Precision
from core.model.vocabulary import EntryKind
from tests.core.export.test_embargo import NoStills
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
HAYLEY = an_entry(EntryKind.PERSON, "Hayley Atwell")
TRAIN = an_entry(EntryKind.KEYWORD, "train")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
WORDS = Vocabulary([TOM, HAYLEY, TRAIN, NORWAY])


def rows(clip: Clip, tmp_path: Path) -> list[dict[str, str]]:
    target = tmp_path / "resolve.csv"
    export_sheet([clip], WORDS, NoStills(), format="csv-resolve", target=target, today=date(2026, 11, 22))
    assert target.read_bytes().startswith(b"\xff\xfe")
    with target.open(encoding="utf-16", newline="") as file:
        return list(csv.DictReader(file))


def test_what_resolve_is_told_of_a_clip(tmp_path: Path) -> None:
    clip = a_clip(
        "roof",
        tags=(
            a_tag(TOM, id="t1"),
            a_tag(HAYLEY, id="t2"),
            a_tag(TRAIN, id="t3"),
            a_tag(NORWAY, id="t4", status=Status.CLAIMED),
            a_tag(NORWAY, id="t5", role=Role.LOCATION_SHOT),
        ),
        source=Source(caption="=two\r\nlines"),
        facts=MediaFacts(
            duration=Fraction(6006, 1000), frame_rate=Fraction(30000, 1001), start_timecode="01:00:00;00", reel="A017",
            camera="ALEXA Mini LF",
        ),
        date_shot=DateShot(value="2020-09-06T14:22:05", precision=Precision.SECOND),
    )  # fmt: skip
    (row,) = rows(clip, tmp_path)
    folder, name = clip.file.path.rsplit("/", 1)
    assert row == {
        "File Name": name, "Clip Directory": folder, "Start TC": "01:00:00;00", "Duration TC": "00:00:06;00",
        "Shot Frame Rate": "29.970", "Description": "roof", "Comments": "'=two lines", "Keywords": "train",
        "People": "Tom Cruise, Hayley Atwell", "Location": "", "Production Name": "", "Camera Type": "ALEXA Mini LF",
        "Reel Number": "A017", "Date Recorded": "2020-09-06 14:22:05",
    }  # fmt: skip


def test_a_still_and_a_file_with_an_odd_name(tmp_path: Path) -> None:
    clip = a_clip("-title", facts=MediaFacts())
    clip = replace(clip, files=(replace(clip.file, path="/footage/-take,1 🚂.mov"),))
    (row,) = rows(clip, tmp_path)
    assert row["File Name"] == "-take,1 🚂.mov"  # by this Resolve finds the clip again
    assert (row["Start TC"], row["Duration TC"], row["Shot Frame Rate"]) == ("", "", "")
    assert row["Description"] == "'-title"
