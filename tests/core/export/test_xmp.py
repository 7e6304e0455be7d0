"""XMP sidecars, read by rdflib and, where it is installed, ExifTool."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import to_isomorphic

from core.errors import UserProblem
from core.export.writers import xmp_writer
from core.export.writers.xmp_writer import READ_ME
from core.export.xmp import merge, packet_of
from core.model.clip import Clip, Moment
from core.model.ids import MomentId
from core.model.media import MediaFacts, MediaFile
from core.model.time import Span
from core.model.xmp import PREFIXES, Packet, Texts, name
from tests.support.described import MOMENT, WORDS, a_full_clip, a_sheet
from tests.support.model import a_clip

ABOUT = rdflib.URIRef("urn:the-clip")
RDF = rdflib.RDF
needs_exiftool = pytest.mark.skipif(not shutil.which("exiftool"), reason="needs ExifTool")

FOREIGN = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Other 1.0">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <!-- kept -->
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:mine="urn:their-own:"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmp:Rating="2" mine:field="kept">
   <dc:subject><rdf:Bag><rdf:li>their keyword</rdf:li></rdf:Bag></dc:subject>
   <dc:title>
    <rdf:Alt><rdf:li xml:lang="x-default">Their title</rdf:li><rdf:li xml:lang="no">Tittel</rdf:li></rdf:Alt>
   </dc:title>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" crs:Exposure2012="+0.50">
   <crs:ToneCurve><rdf:Seq><rdf:li>0, 0</rdf:li><rdf:li>255, 255</rdf:li></rdf:Seq></crs:ToneCurve>
   <crs:Look rdf:parseType="Resource"><crs:Name>Vivid</crs:Name></crs:Look>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def graph_of(packet: bytes) -> rdflib.Graph:
    """Return the RDF in a packet as rdflib reads it."""
    text = packet.decode("utf-16" if packet[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    (rdf,) = re.findall(r"<rdf:RDF.*</rdf:RDF>", text, re.DOTALL)
    declared = dict(re.findall(r"xmlns:(\w+)=['\"]([^'\"]+)['\"]", text))
    head = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in declared.items())
    rdf = re.sub(r"<rdf:RDF[^>]*>", f"<rdf:RDF{head}>", rdf, count=1)
    graph = rdflib.Graph()
    graph.parse(data=rdf, format="xml", publicID=str(ABOUT))
    return graph


def uri(short: str) -> rdflib.URIRef:
    prefix, _, local = short.partition(":")
    return rdflib.URIRef(PREFIXES[prefix] + local)


def said(graph: rdflib.Graph, node: Any) -> Any:
    """Return a value as plain Python: text, a list with its kind, or a dict by short name."""
    if not isinstance(node, rdflib.BNode):
        return str(node)
    kind = graph.value(node, RDF.type)
    if kind is not None:
        members = sorted((str(key), value) for key, value in graph.predicate_objects(node) if "#_" in str(key))
        return [str(kind).rpartition("#")[2], *(said(graph, value) for _, value in members)]
    short = {uri: prefix for prefix, uri in PREFIXES.items()}
    found = {}
    for key, value in graph.predicate_objects(node):
        namespace, local = re.match(r"(.*[/#])(\w+)", str(key)).groups()  # type: ignore[union-attr]
        found[f"{short[namespace]}:{local}"] = said(graph, value)
    return found


def field(graph: rdflib.Graph, short: str) -> Any:
    (value,) = graph.objects(ABOUT, uri(short))
    return said(graph, value)


PLACE = {
    "Iptc4xmpExt:LocationName": ["Alt", "Helsetkopen"],
    "Iptc4xmpExt:LocationId": ["Bag", "https://sws.geonames.org/3151980/"],
}
POINT = {"exif:GPSLatitude": "62,34.05N", "exif:GPSLongitude": "7,41.22W", "exif:GPSAltitude": "401/2"}


def test_every_field_stands_where_the_standards_want_it() -> None:
    graph = graph_of(packet_of(a_full_clip(), WORDS))
    expected = {
        "dc:title": ["Alt", "jump.mov"],
        "dc:description": ["Alt", 'He jumps.\nTwice & "so" <b>\ufffd'],
        "dc:subject": ["Bag", "motorcycle <&> jump"],
        "dc:source": "https://x.example/a/status/1?a=1&b=2",
        "dc:creator": ["Seq", "@fan"],
        "dc:rights": ["Alt", "© Paramount. All rights reserved"],
        "xmp:Rating": "4",
        "xmpRights:WebStatement": "http://rightsstatements.org/vocab/InC/1.0/",
        "xmpRights:Owner": ["Bag", "Paramount"],
        "photoshop:Source": "X",
        "photoshop:Credit": "A Fan",
        "photoshop:DateCreated": "2020-09-06T14:22:05+02:00",
        "photoshop:Instructions": "EMBARGO until 2020-10-01 (marketing)",
        "xmpDM:shotDate": "2020-09-06T14:22:05+02:00",
        "xmpDM:shotLocation": "Helsetkopen",
        "xmpDM:projectName": "Mission: Impossible",
        "xmpDM:tapeName": "A001",
        "xmpDM:startTimecode": {"xmpDM:timeFormat": "25Timecode", "xmpDM:timeValue": "01:00:00:00"},
        "xmpDM:duration": {"xmpDM:value": "1001", "xmpDM:scale": "1/100"},
        "tiff:Model": "Apple iPhone 11",
        "Iptc4xmpExt:PersonInImage": ["Bag", "Tom Cruise"],
        "Iptc4xmpExt:PersonInImageWDetails": ["Bag", {
            "Iptc4xmpExt:PersonName": ["Alt", "Tom Cruise"],
            "Iptc4xmpExt:PersonId": [
                "Bag", "https://www.imdb.com/name/nm0000129/", "http://www.wikidata.org/entity/Q37079"],
        }],
        "Iptc4xmpExt:LocationShown": ["Bag", PLACE],
        "Iptc4xmpExt:LocationCreated": ["Bag", PLACE | POINT],
        "Iptc4xmpExt:EventExt": ["Bag", {
            "Iptc4xmpExt:Name": ["Alt", "Filming of Mission: Impossible"],
            "xmp:Identifier": ["Bag", "https://www.imdb.com/title/tt9603212/"],
        }],
        "Iptc4xmpExt:RegistryId": ["Bag", {"Iptc4xmpExt:RegItemId": "tt9603212", "Iptc4xmpExt:RegOrgId": "imdb"}],
        "lr:hierarchicalSubject": [
            "Bag", "People|Tom Cruise", "Locations|Norway|Helsetkopen", "Productions|Mission: Impossible",
            "Keywords|motorcycle <&> jump"],
        "digiKam:TagsList": [
            "Seq", "People/Tom Cruise", "Locations/Norway/Helsetkopen", "Productions/Mission: Impossible",
            "Keywords/motorcycle <&> jump"],
        "slatebook:caption": "wow 🚂 עברית",
        "slatebook:postId": "1302669612345689600",
        "slatebook:embargoUntil": "2020-10-01",
    }  # fmt: skip
    assert {short: field(graph, short) for short in expected} == expected


def test_moments_are_markers_counted_in_frames_of_the_clip() -> None:
    kind, track = field(graph_of(packet_of(a_full_clip(), WORDS)), "xmpDM:Tracks")
    assert (kind, track["xmpDM:frameRate"]) == ("Bag", "f25")
    first, second = track["xmpDM:markers"][1:]
    assert (first["xmpDM:startTime"], first["xmpDM:duration"], first["xmpDM:name"]) == ("1", "24", "rev \ufffd & go")
    assert second == {
        "xmpDM:startTime": "50", "xmpDM:duration": "50", "xmpDM:name": "the jump", "xmpDM:comment": "off the ramp",
        "xmpDM:type": "Comment", "slatebook:shown": ["Bag", "Tom Cruise"], "slatebook:id": f"sb-{MOMENT}",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rate", "start", "expected", "count"),
    [
        (Fraction(30000, 1001), Fraction(1001, 30000), "f30000s1001", "1"),
        (Fraction(25), Fraction(1, 3), "f3", "1"),
        (None, Fraction(5, 2), "f2", "5"),
    ],
)
def test_no_moment_is_rounded(rate: Fraction | None, start: Fraction, expected: str, count: str) -> None:
    moment = Moment(id=MomentId("m"), span=Span(start, start), label="here")
    clip = a_clip(moments=(moment,), facts=MediaFacts(frame_rate=rate))
    track = field(graph_of(packet_of(clip, WORDS)), "xmpDM:Tracks")[1]
    assert (track["xmpDM:frameRate"], track["xmpDM:markers"][1]["xmpDM:startTime"]) == (expected, count)


def test_what_is_claimed_is_told_as_claimed_and_what_was_refuted_not_at_all() -> None:
    packet = packet_of(a_full_clip(), WORDS)
    assert b"Somebody Else" not in packet
    assert packet.count(b"Hayley Atwell") == 1
    assert field(graph_of(packet), "slatebook:unconfirmed") == ["Bag", {
        "slatebook:role": "person shown", "slatebook:name": "Hayley Atwell", "slatebook:status": "claimed",
        "slatebook:saidBy": "@fan", "slatebook:verbatim": "is that Hayley?",
    }]  # fmt: skip


@given(st.text())
def test_any_text_survives_a_sidecar(text: str) -> None:
    clip = a_clip("clip.mov", notes=text)
    found = Packet(packet_of(clip, WORDS)).properties().get(name("dc:description"))
    legal = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    assert found == (Texts((("x-default", legal),)) if text else None)


# merging --------------------------------------------------------------------------------------------------------
def triples(graph: rdflib.Graph) -> set[tuple[str, str]]:
    """Return every literal with the path that leads to it, so that graphs with blank nodes can be compared."""
    found: set[tuple[str, str]] = set()

    def walk(node: Any, path: str) -> None:
        for key, value in graph.predicate_objects(node):
            step = re.sub(r"#_\d+$", "#item", str(key))
            if isinstance(value, rdflib.BNode):
                walk(value, f"{path} {step}")
            else:
                found.add((f"{path} {step}", value.n3()))

    for subject in set(graph.subjects()):
        if not isinstance(subject, rdflib.BNode):
            walk(subject, str(subject))
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_merge_loses_nothing_of_a_foreign_sidecar(encoding: str) -> None:
    foreign = FOREIGN.replace("\ufeff", "").encode(encoding)
    merged = merge(foreign, a_full_clip(), WORDS)
    assert triples(graph_of(foreign)) <= triples(graph_of(merged))
    assert b"<!-- kept -->" in merged
    assert b'x:xmptk="Other 1.0"' in merged
    graph = graph_of(merged)
    assert field(graph, "dc:subject") == ["Bag", "their keyword", "motorcycle <&> jump"]
    assert field(graph, "Iptc4xmpExt:PersonInImage") == ["Bag", "Tom Cruise"]


def test_where_there_is_room_for_one_value_theirs_stays_and_ours_goes_beside_it() -> None:
    graph = graph_of(merge(FOREIGN.encode(), a_full_clip(), WORDS))
    assert field(graph, "xmp:Rating") == "2"
    differing = {each["slatebook:field"]: each["slatebook:value"] for each in field(graph, "slatebook:differs")[1:]}
    assert differing == {"dc:title": ["Alt", "jump.mov"], "xmp:Rating": "4"}


def test_merging_again_changes_nothing() -> None:
    clip = a_full_clip()
    once = merge(FOREIGN.encode(), clip, WORDS)
    twice = merge(once, clip, WORDS)
    assert to_isomorphic(graph_of(once)) == to_isomorphic(graph_of(twice))
    own = packet_of(clip, WORDS)
    assert to_isomorphic(graph_of(merge(own, clip, WORDS))) == to_isomorphic(graph_of(own))


def test_what_an_earlier_export_wrote_is_brought_up_to_date_unless_somebody_changed_it() -> None:
    clip = a_full_clip()
    own = packet_of(clip, WORDS)
    later = replace(clip, name="renamed.mov", notes="new words", tags=())
    graph = graph_of(merge(own, later, WORDS))
    assert field(graph, "dc:title") == ["Alt", "renamed.mov"]
    assert not list(graph.objects(ABOUT, uri("Iptc4xmpExt:PersonInImage")))
    edited = own.replace(b"motorcycle &lt;&amp;&gt; jump</rdf:li>", b"their own word</rdf:li>")
    assert field(graph_of(merge(edited, later, WORDS)), "dc:subject") == ["Bag", "their own word"]


@pytest.mark.parametrize(
    ("packet", "reason"),
    [
        (FOREIGN.replace("</x:xmpmeta>", "").encode(), "not well-formed"),
        (b"", "not well-formed"),
        (b"<settings/>", "no XMP packet"),
        (FOREIGN.replace("x:xmpmeta", "x:other").encode(), "no XMP packet"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "document type"),
        (FOREIGN.replace('about=""', 'about="a"', 1).replace('about=""', 'about="b"', 1).encode(), "more than one"),
        (b"<a>" * 100 + b"</a>" * 100, "nested too deep"),
        (b'<?xml version="1.0" encoding="none-such"?><a/>', "encoding"),
        (packet_of(a_clip("other.mov"), WORDS), "belongs to another clip"),
    ],
)  # fmt: skip
def test_what_cannot_be_merged_safely_is_refused_with_the_reason(packet: bytes, reason: str) -> None:
    with pytest.raises(UserProblem, match=rf"sidecar beside jump.mov was left alone: .*{reason}"):
        merge(packet, a_full_clip(), WORDS)


# the folder -----------------------------------------------------------------------------------------------------
def at(place: Path, **fields: Any) -> Clip:
    """Return a full clip whose original is at ``place``."""
    return a_full_clip(place.name, files=(MediaFile(path=str(place), size=1),), **fields)


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_clips_of_the_same_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    originals = [Path("/a/card 1/C0001.MP4"), Path("/a/card 2/c0001.mp4"), Path("/b/card 2/C0001.MP4")]
    xmp_writer.write(a_sheet(*map(at, originals), at(Path("/a/other.mov"))), tmp_path)
    assert names_in(tmp_path) == [
        "C0001.MP4.xmp", READ_ME, "card 2 (2)/C0001.MP4.xmp", "card 2/c0001.mp4.xmp", "other.mov.xmp",
    ]  # fmt: skip


def test_a_name_too_long_for_a_sidecar_gives_way_to_the_id(tmp_path: Path) -> None:
    clip = at(Path("/a", "é" * 125 + ".mov"))
    xmp_writer.write(a_sheet(clip), tmp_path)
    assert names_in(tmp_path) == [READ_ME, f"sb-{clip.id}.xmp"]


@pytest.mark.parametrize("sidecar", ["jump.mov.xmp", "jump.xmp", "JUMP.MOV.XMP"])
def test_the_sidecar_beside_the_original_is_in_the_new_one_and_stays_as_it_is(tmp_path: Path, sidecar: str) -> None:
    beside, target = tmp_path / "footage", tmp_path / "sidecars"
    beside.mkdir()
    target.mkdir()
    (beside / sidecar).write_text(FOREIGN, encoding="utf-8")
    xmp_writer.write(a_sheet(at(beside / "jump.mov")), target)
    assert (beside / sidecar).read_text(encoding="utf-8") == FOREIGN
    assert names_in(beside) == [sidecar]
    graph = graph_of((target / "jump.mov.xmp").read_bytes())
    assert field(graph, "dc:subject") == ["Bag", "their keyword", "motorcycle <&> jump"]


def test_a_sidecar_that_may_be_another_clips_is_not_taken(tmp_path: Path) -> None:
    beside, target = tmp_path / "footage", tmp_path / "sidecars"
    beside.mkdir()
    target.mkdir()
    for name_ in ("jump.mov", "jump.jpg"):
        (beside / name_).touch()
    (beside / "jump.xmp").write_text(FOREIGN, encoding="utf-8")
    xmp_writer.write(a_sheet(at(beside / "jump.mov")), target)
    assert b"their keyword" not in (target / "jump.mov.xmp").read_bytes()


def test_where_a_merge_is_not_safe_there_is_no_sidecar_but_a_reason(tmp_path: Path) -> None:
    beside, target = tmp_path / "footage", tmp_path / "sidecars"
    (beside / "folder.mov.xmp").mkdir(parents=True)
    target.mkdir()
    (beside / "jump.mov.xmp").write_bytes(b"<broken")
    xmp_writer.write(a_sheet(*(at(beside / f"{stem}.mov") for stem in ("jump", "folder", "good"))), target)
    assert names_in(target) == [READ_ME, "good.mov.xmp"]
    told = (target / READ_ME).read_text(encoding="utf-8")
    assert f"{beside / 'jump.mov'}: The sidecar beside jump.mov was left alone: it is not well-formed" in told
    assert "The sidecar folder.mov.xmp was left alone: it is no plain file" in told


def test_a_folder_made_under_an_override_says_so(tmp_path: Path) -> None:
    clip = at(tmp_path / "jump.mov")
    xmp_writer.write(a_sheet(clip, notice="Made under an override."), tmp_path)
    assert (tmp_path / READ_ME).read_text(encoding="utf-8") == "Made under an override.\n\n"


def test_originals_that_are_not_connected_are_said(tmp_path: Path) -> None:
    xmp_writer.write(a_sheet(at(tmp_path / "gone" / "jump.mov")), tmp_path)
    assert "not connected" in (tmp_path / READ_ME).read_text(encoding="utf-8")


# ExifTool -------------------------------------------------------------------------------------------------------
@needs_exiftool
def test_exiftool_reads_every_field_back(tmp_path: Path) -> None:
    sidecar = tmp_path / "jump.mov.xmp"
    sidecar.write_bytes(packet_of(a_full_clip(), WORDS))
    command = ["exiftool", "-j", "-struct", "-n", "-validate", "-warning", "-all:all", str(sidecar)]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)[0]
    assert told["Validate"] == "0 0 0"
    assert told["PersonInImage"] == ["Tom Cruise"]
    assert told["PersonInImageWDetails"][0]["PersonName"] == "Tom Cruise"
    assert told["LocationShown"][0]["LocationName"] == "Helsetkopen"
    assert told["LocationCreated"][0]["GPSLatitude"] == pytest.approx(62.5675)
    assert told["LocationCreated"][0]["GPSLongitude"] == pytest.approx(-7.687)
    assert told["ShownEvent"][0]["Name"] == "Filming of Mission: Impossible"
    assert told["Tracks"][0]["Markers"][1]["Name"] == "the jump"
    assert told["StartTimecode"] == {"TimeFormat": "25Timecode", "TimeValue": "01:00:00:00"}
    assert (told["Title"], told["Credit"], told["Rating"]) == ("jump.mov", "A Fan", 4)


@needs_exiftool
@pytest.mark.parametrize("mutate", [False, True])
def test_exiftool_writes_the_same_graph(tmp_path: Path, mutate: bool) -> None:
    """ExifTool drops what it does not know, which is our own namespace, and puts right what is not as it should be."""
    packet = packet_of(a_full_clip(), WORDS)
    if mutate:
        packet = packet.replace(b"<rdf:Bag>\n     <rdf:li>motor", b"<rdf:Seq>\n     <rdf:li>motor")
        packet = packet.replace(
            b"jump</rdf:li>\n    </rdf:Bag>\n   </dc:subject>", b"jump</rdf:li>\n    </rdf:Seq>\n   </dc:subject>"
        )
    (tmp_path / "ours.xmp").write_bytes(packet)
    command = ["exiftool", "-q", "-tagsfromfile", str(tmp_path / "ours.xmp"), "-all:all", str(tmp_path / "theirs.xmp")]
    subprocess.run(command, check=True)
    ours, theirs = (graph_of((tmp_path / f"{who}.xmp").read_bytes()) for who in ("ours", "theirs"))
    assert (to_isomorphic(public(ours)) == to_isomorphic(public(theirs))) is not mutate


def public(graph: rdflib.Graph) -> rdflib.Graph:
    """Return what can be reached from the clip without our own namespace or ExifTool's name."""
    found = rdflib.Graph()
    waiting: list[Any] = [ABOUT]
    while waiting:
        node = waiting.pop()
        for key, value in graph.predicate_objects(node):
            if not str(key).startswith((PREFIXES["slatebook"], "adobe:ns:meta/")):
                found.add((node, key, value))
                waiting.extend([value] if isinstance(value, rdflib.BNode) else [])
    return found
