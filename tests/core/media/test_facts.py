"""What files say of themselves beyond their pictures: chapters, words, dates that disagree, XMP packets."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import av
import pytest

from core.media.dates import clip_date, other_date, parse_date
from core.media.jobs import inspect
from core.media.opening import inspect_source
from core.media.packets import LONGEST, find_packet, xmp_facts
from core.model.codec import from_document
from core.model.media import Chapter, DateShot, GeoPoint, MediaFacts, Precision
from core.ports.media import Findings
from tests.support.media import make_clip, make_jpeg

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMESPACES = (
    f'xmlns:rdf="{RDF}" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:xmpDM="http://ns.adobe.com/xmp/1.0/DynamicMedia/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"'
)


def packet(attributes: str, inside: str = "") -> bytes:
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {NAMESPACES}>'
        f'<rdf:Description rdf:about="" {attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def with_xmp(jpeg: Path, xmp: bytes) -> Path:
    """Put a packet into the APP1 segment that XMP part 3 names."""
    data = jpeg.read_bytes()
    segment = b"http://ns.adobe.com/xap/1.0/\0" + xmp
    jpeg.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + data[2:])
    return jpeg


def found_in(path: Path) -> Findings:
    document, _ = inspect({"path": str(path)}, lambda: None)
    return from_document(document, Findings)


def test_chapters_come_with_exact_times(tmp_path: Path) -> None:
    whole = make_clip(tmp_path / "whole.mkv", seconds=4)
    path = tmp_path / "chapters.mkv"
    with av.open(str(whole)) as source, av.open(str(path), "w") as target:
        target.set_chapters([
            {"id": 1, "start": 0, "end": 1500, "time_base": Fraction(1, 1000), "metadata": {"title": "Slate"}},
            {"id": 2, "start": 1500, "end": 4000, "time_base": Fraction(1, 1000), "metadata": {"title": "Take 3"}},
        ])  # fmt: skip
        stream = target.add_stream_from_template(source.streams.video[0])
        for one in source.demux(video=0):
            if one.dts is not None:
                one.stream = stream
                target.mux(one)
    assert found_in(path).facts.chapters == (
        Chapter(start=Fraction(0), end=Fraction(3, 2), title="Slate"),
        Chapter(start=Fraction(3, 2), end=Fraction(4), title="Take 3"),
    )


def test_words_of_the_container_are_kept_and_what_is_told_elsewhere_is_not(tmp_path: Path) -> None:
    said = {"artist": "B camera", "copyright": "x" * 9_000, "title": "Rehearsal"}
    said["creation_time"] = "2024-05-01T10:00:00Z"
    facts = found_in(make_clip(tmp_path / "a.mov", seconds=1, metadata=said, audio=True)).facts
    assert facts.title == "Rehearsal"
    assert facts.tags["artist"] == "B camera"
    assert facts.tags["copyright"] == "x" * 500
    assert not {"title", "creation_time", "major_brand"} & set(facts.tags)
    assert (facts.audio_tracks, facts.audio_channels, facts.audio_layout) == (1, 2, "stereo")


def test_records_without_the_newer_facts_still_load() -> None:
    assert from_document({"codec": "h264", "camera": "Canon EOS R6"}, MediaFacts).chapters == ()


APPLE = "com.apple.quicktime.creationdate"


@pytest.mark.parametrize(
    ("tags", "xmp", "value", "said_by"),
    [
        ({APPLE: "2019-02-12T15:27:12+0800", "creation_time": "2024-02-02T08:09:57Z"}, "2020-01-01T10:00:00+01:00",
         "2019-02-12T15:27:12", "Keys:CreationDate"),
        ({"date": "2021-06-01T10:00:00+0200", "creation_time": "2021-06-01T08:00:00Z"}, "2020-01-01",
         "2021-06-01T10:00:00", "UserData:Date"),
        ({"creation_time": "2024-02-02T08:09:57Z"}, "2020-01-01T10:00:00", "2020-01-01T10:00:00", "XMP"),
        ({"creation_time": "2024-02-02T08:09:57Z", "idit": "2001-01-01 10:00:00"}, "",
         "2024-02-02T08:09:57", "container creation_time (assumed UTC)"),
        ({"idit": "2001-01-01 10:00:00"}, "", "2001-01-01T10:00:00", "container idit"),
        ({"date": "2008"}, "", "2017-03-04", "file name"),
    ],
)  # fmt: skip
def test_of_several_dates_the_surest_is_believed(tags: dict[str, str], xmp: str, value: str, said_by: str) -> None:
    date = clip_date(tags, "VID_20170304.mp4", parse_date(xmp, "XMP") if xmp else None)
    assert date is not None
    assert (date.value, date.said_by) == (value, said_by)


@pytest.mark.parametrize(
    ("believed", "zone", "made", "shown"),
    [
        ("2019-02-12T15:27:12", "+08:00", "2024-02-02T08:09:57Z", True),
        ("2019-02-12T15:27:12", "+08:00", "2019-02-12T07:27:12Z", False),
        ("2019-02-12T15:27:12", "Z", "2019-02-13T15:27:12Z", False),
        ("2019-02-12T15:27:12", "Z", "2019-02-13T15:27:13Z", True),
        ("2019-02-12T15:27:12", "", "2024-02-02T08:09:57Z", False),
        ("2019-02-12T15:27:12", "+08:00", "1904-01-01T00:00:00Z", False),
    ],
)
def test_a_creation_time_more_than_a_day_off_is_shown_too(believed: str, zone: str, made: str, shown: bool) -> None:
    date = DateShot(value=believed, precision=Precision.SECOND, zone=zone, said_by="Keys:CreationDate")
    other = other_date(date, {"creation_time": made})
    assert (other is not None) == shown


def test_where_nothing_speaks_the_day_of_the_file_does(tmp_path: Path) -> None:
    path = make_jpeg(tmp_path / "still.jpg")
    os.utime(path, ns=(0, int(datetime(2015, 4, 3, 12, tzinfo=UTC).timestamp()) * 10**9))
    assert found_in(path).date_shot == DateShot(
        value="2015-04-03", precision=Precision.DAY, said_by="file modification time"
    )


def test_xmp_in_a_still_fills_what_exif_leaves_open(tmp_path: Path) -> None:
    said = packet(
        'photoshop:DateCreated="2016-07-08T09:10:11+02:00" exif:GPSLatitude="62,32.0280N" exif:GPSLongitude="7,43,12E" '
        'tiff:Make="Canon" tiff:Model="Canon EOS R6" aux:Lens="RF24-105mm"'
    )
    found = found_in(with_xmp(make_jpeg(tmp_path / "a.jpg", taken="2020:01:01 10:00:00"), said))
    assert found.date_shot == DateShot(
        value="2016-07-08T09:10:11", precision=Precision.SECOND, zone="+02:00", said_by="XMP photoshop:DateCreated"
    )
    assert found.place is not None
    assert found.place.latitude == pytest.approx(62.5338)
    assert found.place.longitude == pytest.approx(7.72)
    assert (found.facts.camera, found.facts.lens) == ("Canon EOS R6", "RF24-105mm")
    assert found.xmp == said.decode()
    zoned = make_jpeg(tmp_path / "b.jpg", taken="2020:01:01 10:00:00", zone="+01:00", camera=("Sony", "ILCE-7"))
    found = found_in(with_xmp(zoned, said))
    assert found.date_shot is not None
    assert (found.date_shot.said_by, found.facts.camera) == ("EXIF DateTimeOriginal", "Sony ILCE-7")


def test_xmp_in_a_clip_gives_timecode_and_reel(tmp_path: Path) -> None:
    said = packet(
        'xmpDM:tapeName="A003R1CX" xmpDM:shotDate="2022-02-03T04:05:06"',
        '<xmpDM:startTimecode rdf:parseType="Resource"><xmpDM:timeFormat>25Timecode</xmpDM:timeFormat>'
        "<xmpDM:timeValue>01:02:03:04</xmpDM:timeValue></xmpDM:startTimecode>",
    )
    path = make_clip(tmp_path / "a.mov", seconds=1)
    path.write_bytes(path.read_bytes() + struct.pack(">I4s", len(said) + 8, b"free") + said)
    found = found_in(path)
    assert (found.facts.start_timecode, found.facts.reel) == ("01:02:03:04", "A003R1CX")
    assert found.date_shot is not None
    assert found.date_shot.said_by == "XMP xmpDM:shotDate"


@pytest.mark.parametrize(
    "bad",
    [
        b"<x:xmpmeta>no xml</x:xmpmeta",
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF></x:xmpmeta>',
        b"<x:xmpmeta " + b" " * LONGEST + b"</x:xmpmeta>",
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + b"<a>" * 500 + b"</a>" * 500 + b"</x:xmpmeta>",
        packet('exif:GPSLatitude="99,99N" exif:GPSLongitude="N" photoshop:DateCreated="yesterday"'),
        packet('exif:GPSLatitude="10,0E" exif:GPSLongitude="10,0N"'),
    ],
)
def test_a_damaged_packet_says_nothing(tmp_path: Path, bad: bytes) -> None:
    path = make_jpeg(tmp_path / "a.jpg", place=(62.5, 7.7))
    path.write_bytes(path.read_bytes() + bad)
    facts = xmp_facts(find_packet(inspect_source(str(path))))
    assert facts == xmp_facts(b"")
    assert found_in(path).place == GeoPoint(latitude=62.5, longitude=pytest.approx(7.7))


def test_a_picture_whose_lower_part_is_missing_is_kept_and_says_so(tmp_path: Path) -> None:
    path = make_jpeg(tmp_path / "a.jpg", size=(640, 480))
    whole = path.read_bytes()
    assert found_in(path).problem == ""
    path.write_bytes(whole[: len(whole) * 2 // 3])
    found = found_in(path)
    assert found.keyframes
    assert found.problem == "The picture is cut off: its lower part is missing; what is there was kept."


def test_pictures_damaged_in_the_midst_are_counted(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "a.mkv", seconds=6)
    with av.open(str(path)) as container:
        places = [(one.pos, one.size) for one in container.demux(video=0) if one.pos and one.size]
    data = bytearray(path.read_bytes())
    for position, size in places[40:100]:
        data[position + 8 : position + size] = b"\xff" * (size - 8)
    path.write_bytes(data)
    found = found_in(path)
    assert found.keyframes
    assert "pictures are damaged and were left out; the others were kept." in found.problem


def with_camcorder_data(path: Path, target: Path, records: bytes) -> Path:
    """Put the user data of an AVCHD camcorder before the first picture of a transport stream."""
    content = bytes.fromhex("17ee8c60f84d11d98cd60800200c9a66") + b"MDPM" + bytes([len(records) // 5]) + records
    message = b"\0\0\0\1\x06\x05" + bytes([len(content)]) + content + b"\x80"
    with av.open(str(path)) as source, av.open(str(target), "w", format="mpegts") as container:
        stream = container.add_stream_from_template(source.streams.video[0])
        for number, packet in enumerate(source.demux(video=0)):
            if packet.dts is None:
                continue
            copy = av.Packet(message + bytes(packet) if number == 0 else bytes(packet))
            copy.pts, copy.dts, copy.time_base, copy.stream = packet.pts, packet.dts, packet.time_base, stream
            copy.is_keyframe = packet.is_keyframe
            container.mux(copy)
    return target


RECORDS = bytes.fromhex("18 02201505 19 04142530 e0 0108 0000")
"""4 May 2015, 14:25:30, one hour east of Greenwich, by Sony."""


def test_a_camcorder_says_when_and_by_whom(tmp_path: Path) -> None:
    plain = make_clip(tmp_path / "plain.ts", seconds=1)
    path = with_camcorder_data(plain, tmp_path / "00001.mts", RECORDS)
    found = found_in(path)
    assert found.date_shot == DateShot(
        value="2015-05-04T14:25:30", precision=Precision.SECOND, zone="+01:00", said_by="AVCHD recording time"
    )
    assert found.facts.camera == "Sony"
    if shutil.which("exiftool"):
        said = subprocess.run(["exiftool", "-s3", "-DateTimeOriginal", "-Make", path], capture_output=True, check=True)
        assert said.stdout.decode().split("\n")[:2] == ["2015:05:04 14:25:30+01:00", "Sony"]


@pytest.mark.parametrize("records", [b"", b"\x18", RECORDS[:7], b"\x18\xff\xff\xff\xff\x19\xff\xff\xff\xff"])
def test_a_camcorder_that_makes_no_sense_says_nothing(tmp_path: Path, records: bytes) -> None:
    plain = make_clip(tmp_path / "plain.ts", seconds=1)
    date = found_in(with_camcorder_data(plain, tmp_path / "00001.mts", records)).date_shot
    assert date is not None
    assert date.said_by == "file modification time"
