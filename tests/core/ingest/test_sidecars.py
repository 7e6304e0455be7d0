"""What lies beside a clip comes with it, as claimed; what is hostile does not stop the import."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.app import Archive
from core.catalog.edits import AddEntry
from core.export.xmp import packet_of
from core.ingest.claims import NAMES_AT_MOST, claims_of_json, claims_of_xmp
from core.ingest.sidecars import Sidecars
from core.model.clip import Access, Clip, Level, Rejection, Role, Source, Status
from core.model.ids import TagId
from core.model.media import MediaFile
from core.model.sidecars import Beside, Neighbours
from core.model.vocabulary import Alias, Entry, EntryKind
from core.model.xmp import LIMIT, Value, bag, name, new_packet, struct, text
from core.ports.media import Outcome
from tests.core.ingest.conftest import clips_of, counts_of, take_in, write_clip
from tests.support.described import WORDS, a_full_clip
from tests.support.fake_pool import ScriptedPool, found_in
from tests.support.model import a_clip, a_tag

YT_DLP = {
    "_type": "video",
    "id": "1302669612345689600",
    "extractor": "twitter",
    "extractor_key": "Twitter",
    "webpage_url": "https://twitter.example/TomCruise/status/1302669612345689600",
    "uploader": "Tom Cruise",
    "uploader_id": "TomCruise",
    "timestamp": 1599402125,
    "upload_date": "20200906",
    "title": "Tom Cruise - We are back",
    "description": "We are back 🚂\nNorway",
}
GALLERY_DL = {
    "category": "twitter",
    "subcategory": "tweet",
    "tweet_id": 1302669612345689601,
    "author": {"id": 99, "name": "fan", "nick": "A Fan"},
    "date": "2020-09-06 14:22:05",
    "content": "spotted",
}


def xmp(**fields: Value) -> bytes:
    """Return a packet of properties, whose prefix goes before two underscores."""
    return new_packet({name(key.replace("__", ":")): value for key, value in fields.items()})


def with_names(archive: Archive) -> dict[str, Entry]:
    """Give the archive a vocabulary; return it by label."""
    new = archive.catalog.new_entry_id
    entries = [
        Entry(id=new(), kind=EntryKind.PERSON, label="Tom Cruise", aliases=(Alias(text="TC"),)),
        Entry(id=new(), kind=EntryKind.PERSON, label="Twin"),
        Entry(id=new(), kind=EntryKind.PERSON, label="Other", aliases=(Alias(text="Twin"),)),
        Entry(id=new(), kind=EntryKind.LOCATION, label="Norway"),
        Entry(id=new(), kind=EntryKind.PRODUCTION, label="Mission: Impossible"),
        Entry(id=new(), kind=EntryKind.KEYWORD, label="jump"),
    ]
    for entry in entries:
        archive.catalog.apply(AddEntry(entry))
    return {entry.label: entry for entry in entries}


def imported(archive: Archive, pool: ScriptedPool, clip: Path, **sidecars: bytes) -> Clip:
    """Import ``clip`` with sidecars beside it, each given by its ending with underscores for dots."""
    write_clip(clip)
    for ending, data in sidecars.items():
        clip.with_name(clip.name + ending.replace("_", ".")).write_bytes(data)
    take_in(archive, pool, clip.parent)
    (found,) = clips_of(archive)
    return found


def roles(archive: Archive, clip: Clip) -> set[tuple[Role, str]]:
    return {(tag.role, archive.vocabulary.label(tag.entry)) for tag in clip.tags}


def test_names_in_xmp_become_claims_said_by_the_sidecar(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    entries = with_names(archive)
    sidecar = xmp(
        Iptc4xmpExt__PersonInImage=bag("tc"),
        Iptc4xmpExt__PersonInImageWDetails=bag(struct({"Iptc4xmpExt:PersonName": text("Tom Cruise")})),
        Iptc4xmpExt__LocationShown=bag(
            struct({"Iptc4xmpExt:City": "Åndalsnes", "Iptc4xmpExt:CountryName": "Norway"}),
        ),
        xmpDM__projectName="Mission: Impossible",
        dc__subject=bag("jump", "unheard of"),
    )
    clip = imported(archive, pool, shoot / "jump.mov", _xmp=sidecar)
    assert roles(archive, clip) == {
        (Role.PERSON_SHOWN, "Tom Cruise"),
        (Role.LOCATION_SHOWN, "Norway"),
        (Role.PRODUCTION, "Mission: Impossible"),
        (Role.KEYWORD, "jump"),
    }
    assert {(tag.status, tag.said_by) for tag in clip.tags} == {(Status.CLAIMED, "jump.mov.xmp")}
    by_entry = {tag.entry: tag.verbatim for tag in clip.tags}
    assert by_entry[entries["Tom Cruise"].id] == "tc"
    assert by_entry[entries["Norway"].id] == "Åndalsnes, Norway"
    assert [tag.id for tag in clip.tags] == sorted({tag.id for tag in clip.tags})


def test_unknown_and_ambiguous_names_are_kept_in_the_notes_and_not_created(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    known = with_names(archive)
    sidecar = xmp(Iptc4xmpExt__PersonInImage=bag("Twin", "Nobody Known"), dc__subject=bag("grip"))
    clip = imported(archive, pool, shoot / "jump.mov", _xmp=sidecar)
    assert clip.tags == ()
    assert clip.notes == "jump.mov.xmp names: person shown “Twin”, “Nobody Known”; keyword “grip”."
    assert len(archive.vocabulary.all()) == len(known)


def test_what_yt_dlp_wrote_is_the_source(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    clip = write_clip(shoot / "video [1302669612345689600].mp4")
    clip.with_suffix(".info.json").write_text(json.dumps(YT_DLP), encoding="utf-8")
    take_in(archive, pool, shoot)
    assert clips_of(archive)[0].source == Source(
        platform="Twitter",
        url="https://twitter.example/TomCruise/status/1302669612345689600",
        post_id="1302669612345689600",
        handle="TomCruise",
        posted="2020-09-06T14:22:05Z",
        caption="We are back 🚂\nNorway",
        credit="Tom Cruise",
    )


def test_what_gallery_dl_wrote_is_the_source_and_no_digit_of_an_id_is_lost(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    clip = imported(archive, pool, shoot / "a.mp4", _json=json.dumps(GALLERY_DL).encode())
    assert clip.source == Source(
        platform="twitter",
        post_id="1302669612345689601",
        handle="fan",
        posted="2020-09-06T14:22:05Z",
        caption="spotted",
        credit="A Fan",
    )


def test_sidecars_fill_what_others_leave_open(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    sidecar = xmp(dc__creator=bag("somebody"), photoshop__Credit="Paramount", dc__source="https://elsewhere.example/")
    clip = imported(archive, pool, shoot / "a.mp4", _json=json.dumps(GALLERY_DL).encode(), _xmp=sidecar)
    assert (clip.source.handle, clip.source.credit) == ("fan", "A Fan")
    assert clip.source.url == "https://elsewhere.example/"


def test_an_import_with_sidecars_is_one_step_and_sidecars_are_no_failures(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    with_names(archive)
    for number in range(3):
        clip = write_clip(shoot / f"{number}.mov")
        clip.with_name(f"{number}.mov.xmp").write_bytes(xmp(Iptc4xmpExt__PersonInImage=bag("Tom Cruise")))
        clip.with_suffix(".info.json").write_text(json.dumps(YT_DLP), encoding="utf-8")
    assert counts_of(take_in(archive, pool, shoot)) == (3, 0, 6, 0)
    assert all(clip.tags for clip in clips_of(archive))
    archive.catalog.undo()
    assert clips_of(archive) == []


def test_what_people_said_stays_when_a_clip_is_read_again(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    clip = imported(archive, pool, shoot / "a.mov")
    (shoot / "a.mov.xmp").write_bytes(xmp(photoshop__Credit="Late"))
    archive.importing(pool).retry([clip.id])
    assert clips_of(archive)[0].source == Source()


def test_our_own_sidecar_holds_a_clip_back_and_keeps_doubts_as_doubts(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    archive.catalog.apply(
        AddEntry(Entry(id=archive.catalog.new_entry_id(), kind=EntryKind.PERSON, label="Hayley Atwell"))
    )
    access = Access(level=Level.PUBLIC, embargo="2030-01-01", until_release=True, reason="marketing", sensitive=True)
    exported = a_full_clip(access=access)
    clip = imported(archive, pool, shoot / "jump.mov", _xmp=packet_of(exported, WORDS))
    assert clip.access == Access(
        level=Level.INTERNAL, embargo="2030-01-01", until_release=True, reason="marketing", sensitive=True
    )
    assert clip.source == exported.source
    assert clip.notes.startswith('He jumps.\nTwice & "so" <b>')
    (tag,) = clip.tags
    assert (tag.status, tag.said_by, tag.verbatim) == (Status.CLAIMED, "@fan, in jump.mov.xmp", "is that Hayley?")
    assert "Somebody Else" not in clip.notes


def test_attributes_and_descriptions_are_read_like_elements() -> None:
    packet = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
      <rdf:Description rdf:about="" photoshop:Credit="By attribute">
      <e:LocationShown><rdf:Bag><rdf:li><rdf:Description e:City="Oslo"/></rdf:li><rdf:li e:City="Bergen"/></rdf:Bag>
      </e:LocationShown></rdf:Description></rdf:RDF></x:xmpmeta>"""
    claims = claims_of_xmp(packet)
    assert claims.source.credit == "By attribute"
    assert [named.words for named in claims.names] == ["Oslo", "Bergen"]


# which sidecar is whose -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.mov"], Beside()),
        (["a.mov", "a.xmp"], Beside("a.xmp")),
        (["a.mov", "a.xmp", "a.mov.xmp"], Beside("a.mov.xmp")),
        (["a.mov", "A.XMP"], Beside("A.XMP")),
        (["a.mov", "a.jpg", "a.xmp", "a.info.json"], Beside()),
        (["a.mov", "a.jpg", "a.mov.xmp", "a.mov.json"], Beside("a.mov.xmp", ("a.mov.json",))),
        (["a.mov", "a.info.json", "a.json", "a b.xmp"], Beside("", ("a.info.json", "a.json"))),
    ],
)
def test_a_sidecar_belongs_to_one_clip(names: list[str], expected: Beside) -> None:
    assert Neighbours(names).of("a.mov") == expected


# hostile sidecars -----------------------------------------------------------------------------------------------
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [' + b"".join(
    b'<!ENTITY e%d "%s">' % (number + 1, b"&e%d;" % number * 10) for number in range(12)
) + b"]><a>&e12;</a>"  # fmt: skip

HOSTILE = {
    "bomb": ("_xmp", BOMB, "declares a document type"),
    "external": ("_xmp", b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "declares a document type"),
    "broken": ("_xmp", b"<x:xmpmeta", "not well-formed"),
    "empty": ("_xmp", b"", "not well-formed"),
    "deep": ("_xmp", b"<a>" * 50_000, "nested too deep"),
    "broken json": ("_info_json", b'{"extractor": "x", ', "no JSON"),
    "deep json": ("_info_json", b"[" * 200_000, "nested too deep"),
    "no text": ("_info_json", b"\xff\xfe\xff", "no JSON"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_sidecar_is_left_unread_and_the_clip_comes_in(
    archive: Archive, pool: ScriptedPool, shoot: Path, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    ending, data, reason = HOSTILE[kind]
    clip = imported(archive, pool, shoot / "a.mov", **{ending: data})
    assert (clip.source, clip.tags, clip.notes) == (Source(), (), "")
    (record,) = caplog.records
    place = shoot / f"a.mov{ending.replace('_', '.')}"
    assert record.getMessage().startswith(f"The sidecar {place} was left unread: it ")
    assert reason in record.getMessage()
    caplog.clear()


def test_a_sidecar_of_a_gigabyte_is_not_read(
    archive: Archive, pool: ScriptedPool, shoot: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (shoot / "a.mov.xmp").open("wb") as file:
        file.truncate(1 << 30)
    imported(archive, pool, shoot / "a.mov")
    assert f"longer than {LIMIT >> 20} MiB" in caplog.text
    caplog.clear()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_for_a_sidecar_is_not_waited_for(
    archive: Archive, pool: ScriptedPool, shoot: Path, caplog: pytest.LogCaptureFixture
) -> None:
    os.mkfifo(shoot / "a.mov.xmp")
    imported(archive, pool, shoot / "a.mov")
    assert "no plain file" in caplog.text
    caplog.clear()


def test_a_sidecar_of_very_many_names_is_taken_in_part(
    archive: Archive, pool: ScriptedPool, shoot: Path, caplog: pytest.LogCaptureFixture
) -> None:
    names = bag(*(f"name {number}" for number in range(NAMES_AT_MOST + 50)))
    clip = imported(archive, pool, shoot / "a.mov", _xmp=xmp(dc__subject=names))
    assert clip.notes.count("“") == NAMES_AT_MOST
    assert f"names {NAMES_AT_MOST + 50} things; {NAMES_AT_MOST} were taken" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    "said",
    [
        {"extractor": "x", "id": {"a": 1}, "timestamp": "9" * 400, "description": ["no text"]},
        {"extractor": "x", "id": None, "timestamp": -1e300, "upload_date": "tomorrow"},
        {"category": "x", "subcategory": "y", "author": "plain", "date": "0000-99-99 aa"},
        {"extractor": "x", "description": "half \ud83d of a pair\0", "uploader": "x" * 100_000},
    ],
)
def test_json_of_odd_types_is_taken_as_far_as_it_makes_sense(
    archive: Archive, pool: ScriptedPool, shoot: Path, said: dict[str, Any]
) -> None:
    clip = imported(archive, pool, shoot / "a.mov", _info_json=json.dumps(said).encode())
    assert clip.source.posted == ""
    assert len(clip.source.credit) <= 300
    assert not any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in clip.source.caption)


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"name": "package", "version": "1"}', b"3", b"null"])
def test_json_of_something_else_says_nothing(data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    assert claims_of_json(data) is None
    assert not caplog.records


def test_other_json_beside_a_clip_is_passed_over(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    clip = imported(archive, pool, shoot / "a.mov", _json=b'{"name": "package"}')
    assert clip.source == Source()


def test_what_was_refuted_or_rejected_is_not_claimed_again(archive: Archive, tmp_path: Path) -> None:
    known = with_names(archive)
    (tmp_path / "a.mov.xmp").write_bytes(
        xmp(Iptc4xmpExt__PersonInImage=bag("TC"), dc__subject=bag("jump"), xmpDM__projectName="Mission: Impossible")
    )
    refuted = a_tag(known["Tom Cruise"], id=TagId("t"), status=Status.REFUTED)
    clip = a_clip(
        "a.mov",
        files=(MediaFile(path=str(tmp_path / "a.mov"), size=1, mtime_ns=1, quick_hash="1"),),
        tags=(refuted,),
        rejected=(Rejection(entry=known["jump"].id, role=Role.KEYWORD),),
    )
    after = Sidecars(archive.vocabulary, archive.catalog.new_tag_id).applied(clip)
    assert [(tag.role, tag.status) for tag in after.tags if tag != refuted] == [(Role.PRODUCTION, Status.CLAIMED)]


def test_names_in_the_packet_inside_a_file_are_claims_too_and_a_sidecar_goes_first(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    with_names(archive)
    inside = xmp(Iptc4xmpExt__PersonInImage=bag("Tom Cruise"), dc__subject=bag("grip"), photoshop__Credit="The studio")

    def answer(task: Mapping[str, Any]) -> Outcome:
        found = found_in(task)
        return replace(found, value={**found.value, "xmp": inside.decode()})

    pool.answer = answer
    clip = imported(archive, pool, shoot / "jump.mov", _xmp=xmp(photoshop__Credit="Unit photographer"))
    assert [(tag.status, tag.said_by) for tag in clip.tags] == [(Status.CLAIMED, "XMP in jump.mov")]
    assert clip.source.credit == "Unit photographer"
    assert clip.notes == "XMP in jump.mov names: keyword “grip”."


def test_a_damaged_packet_inside_a_file_says_nothing(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    def answer(task: Mapping[str, Any]) -> Outcome:
        found = found_in(task)
        return replace(found, value={**found.value, "xmp": "<!DOCTYPE a [<!ENTITY b 'c'>]><x:xmpmeta>&b;"})

    pool.answer = answer
    clip = imported(archive, pool, shoot / "jump.mov")
    assert (clip.tags, clip.notes) == ((), "")
