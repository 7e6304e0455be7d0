"""Moments, dates, ratings and rights that a sidecar tells, and what our own gives a copy of its clip."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from core.app import Archive
from core.catalog.vocabulary import Vocabulary
from core.export.xmp import packet_of
from core.ingest.claims import claims_of_xmp
from core.ingest.sidecars import better_date
from core.model.clip import Box, Moment, Permission, Rights, Status
from core.model.ids import MomentId
from core.model.media import DateShot, Precision
from core.model.time import Span
from core.model.xmp import Items, Value, bag, struct, text
from tests.core.ingest.test_sidecars import imported, with_names, xmp
from tests.support.described import a_full_clip
from tests.support.fake_pool import ScriptedPool
from tests.support.model import a_tag


def test_our_own_sidecar_gives_a_copy_of_the_clip_what_was_known_of_the_first(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    entries = with_names(archive)
    tom, norway = entries["Tom Cruise"], entries["Norway"]
    moment = Moment(
        id=MomentId("0" * 32), span=Span(Fraction(1, 3), Fraction(1001, 1000)), label="jump", note="off\nit"
    )
    face = Box(left=0.25, top=0.125, width=1e-3, height=0.5)
    exported = a_full_clip(
        tags=(
            a_tag(tom, id="1", moment=moment.id, region=face),
            a_tag(norway, id="2"),
            a_tag(tom, id="3", status=Status.DISPUTED, said_by="@fan"),
        ),
        moments=(moment, Moment(id=MomentId("1" * 32), span=Span(Fraction(0), Fraction(0)), label="clap")),
        rights=Rights(holder="P; Q", licence="CC BY", permission=Permission.GRANTED, statement="http://r.example/1"),
        date_shot=DateShot(value="2020-09", precision=Precision.MONTH, zone="+02:00", said_by="archivist"),
    )
    words = Vocabulary(list(entries.values()))
    clip = imported(archive, pool, shoot / "jump.mov", _xmp=packet_of(exported, words))
    assert [(one.span, one.label, one.note) for one in clip.moments] == [
        (one.span, one.label, one.note) for one in (exported.moments[1], exported.moments[0])
    ]
    assert (clip.date_shot, clip.rating, clip.rights) == (exported.date_shot, exported.rating, exported.rights)
    told = {(tag.entry, tag.moment and clip.moments[1].id, tag.region, tag.status) for tag in clip.tags}
    assert told == {
        (tom.id, clip.moments[1].id, face, Status.CLAIMED),
        (norway.id, None, None, Status.CLAIMED),
        (tom.id, None, None, Status.DISPUTED),
    }
    assert "jump.mov.xmp" not in clip.notes
    assert archive.check() == []


def a_track(rate: str, *markers: dict[str, str]) -> Value:
    told = [struct({f"xmpDM:{key}": words for key, words in marker.items()}) for marker in markers]
    return struct({"xmpDM:frameRate": rate, "xmpDM:markers": Items("Seq", tuple(told))})


def test_markers_rating_and_rights_of_another_program_are_read_and_told_apart(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    premiere = a_track(
        "f254016000000",
        {"startTime": "127008000000", "duration": "254016000000", "name": "waves", "comment": "to us"},
        {"startTime": "254016000000", "type": "Speech", "name": "every word"},
    )
    sidecar = xmp(
        xmpDM__Tracks=bag(premiere, a_track("f30000s1001", {"startTime": "30", "name": ""}, {"startTime": "soon"})),
        xmp__Rating="4",
        dc__rights=text("© Paramount"),
        xmpRights__WebStatement="http://rightsstatements.org/vocab/InC/1.0/",
        xmpRights__Owner=bag("Paramount"),
        slatebook__permission="granted",
    )
    clip = imported(archive, pool, shoot / "jump.mov", _xmp=sidecar)
    assert [(one.span, one.label, one.note) for one in clip.moments] == [
        (Span(Fraction(1, 2), Fraction(3, 2)), "waves", "to us"),
        (Span(Fraction(1001, 1000), Fraction(1001, 1000)), "Marker", ""),
    ]
    assert clip.rating == 4
    assert (clip.rights.holder, clip.rights.statement) == ("Paramount", "http://rightsstatements.org/vocab/InC/1.0/")
    assert clip.rights.note == "© Paramount (so says jump.mov.xmp)"
    assert clip.notes == "jump.mov.xmp says 2 moments and the rating 4."


@pytest.mark.parametrize(
    ("written", "value", "precision", "zone"),
    [
        ("2020", "2020", Precision.YEAR, ""),
        ("2020-09", "2020-09", Precision.MONTH, ""),
        ("2020-09-06", "2020-09-06", Precision.DAY, ""),
        ("2020-09-06T14:22", "2020-09-06T14:22", Precision.MINUTE, ""),
        ("2020-09-06T14:22:05.25+02:00", "2020-09-06T14:22:05", Precision.SECOND, "+02:00"),
        ("2020-09-06T14:22:05Z", "2020-09-06T14:22:05", Precision.SECOND, "Z"),
    ],
)
def test_a_date_keeps_its_precision_and_who_said_it(
    archive: Archive, pool: ScriptedPool, shoot: Path, written: str, value: str, precision: Precision, zone: str
) -> None:
    clip = imported(archive, pool, shoot / "jump.mov", _xmp=xmp(photoshop__DateCreated=written))
    said_by = "XMP photoshop:DateCreated, in jump.mov.xmp"
    assert clip.date_shot == DateShot(value=value, precision=precision, zone=zone, said_by=said_by)


@pytest.mark.parametrize("written", ["2020-13", "2020-02-30", "soon", "0000", "2020-09-06T25:00:00", "06.09.2020"])
def test_a_date_that_is_none_is_none(written: str) -> None:
    assert claims_of_xmp(xmp(photoshop__DateCreated=written)).date is None


@pytest.mark.parametrize(
    ("known", "stays"),
    [("Keys:CreationDate", True), ("container creation_time (assumed UTC)", False), ("file name", False)],
)
def test_the_date_of_a_sidecar_gives_way_to_a_clips_own(known: str, stays: bool) -> None:
    said = claims_of_xmp(xmp(xmpDM__shotDate="2020-09-06"))
    own = DateShot(value="2021", precision=Precision.YEAR, said_by=known)
    assert (better_date(own, said, "a.xmp") == own) is stays


@pytest.mark.parametrize(
    "marker",
    [
        {"startTime": "1" * 400},
        {"startTime": "-5"},
        {"startTime": "1f0"},
        {"startTime": "1f25s0"},
        {"name": "no time"},
    ],
)
def test_a_marker_without_a_time_that_makes_sense_is_left_out(marker: dict[str, str]) -> None:
    good = {"startTime": "25", "name": "good"}
    claims = claims_of_xmp(xmp(xmpDM__Tracks=bag(a_track("f25", marker, good))))
    assert [marked.label for marked in claims.markers] == ["good"]


def test_a_marker_beyond_the_end_is_left_out_and_one_that_reaches_beyond_is_cut(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    track = a_track("f1", {"startTime": "9", "duration": "9000"}, {"startTime": "9000"})
    clip = imported(archive, pool, shoot / "jump.mov", _xmp=xmp(xmpDM__Tracks=bag(track)))
    assert [one.span for one in clip.moments] == [Span(Fraction(9), Fraction(10))]


@pytest.mark.parametrize(
    "region", ["", "0 0 1", "0 0 2 1", "nan 0 0 0", "0 0 1 1 1", "a b c d", "0 -1 1 1", "1e9 0 0 0"]
)
def test_a_region_that_is_none_is_left_out(region: str) -> None:
    told = struct({"slatebook:role": "person shown", "slatebook:name": "Tom", "slatebook:region": region})
    (named,) = claims_of_xmp(xmp(slatebook__seen=bag(told))).names
    assert (named.words, named.region) == ("Tom", None)
