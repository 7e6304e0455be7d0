"""Whole records as JSON Lines, read by the standard library."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.catalog.vocabulary import Vocabulary
from core.export.export import export_sheet
from core.model.clip import Access, Clip, Moment, Permission, Rights, Source, Status
from core.model.codec import from_document
from core.model.ids import EntryId, MomentId, StillId
from core.model.media import GeoPoint, Keyframe
from core.model.time import Span
from core.model.vocabulary import Entry, EntryKind
from tests.core.export.test_embargo import NoStills
from tests.support.model import a_clip, a_tag, an_entry

NORWAY = an_entry(EntryKind.LOCATION, "Norway")
FJORD = an_entry(EntryKind.LOCATION, "Geiranger", parent=NORWAY.id, external_ids={"geonames": "3155548"})
TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
MERGED = replace(an_entry(EntryKind.PERSON, "T. Cruise"), redirect=TOM.id)
WORDS = Vocabulary([NORWAY, FJORD, TOM, MERGED, an_entry(EntryKind.KEYWORD, "not used")])


def lines(clips: list[Clip], target: Path) -> list[dict[str, Any]]:
    export_sheet(clips, WORDS, NoStills(), format="jsonl", target=target, today=date(2026, 11, 22), title="Norway")
    return [json.loads(line) for line in target.read_text("utf-8").splitlines()]


def test_every_field_of_a_record_comes_back(tmp_path: Path) -> None:
    clip = a_clip(
        "=1+1\n🚂 עברית",
        keyframes=(Keyframe(time=Fraction(1001, 30000), still=StillId("aa"), width=640, height=360, sharpness=0.25),),
        place=GeoPoint(latitude=62.1, longitude=7.2),
        source=Source(post_id="1302669612345689600", caption="007; 1/2"),
        access=Access(embargo="2020", reason="contract"),
        rights=Rights(statement="http://rightsstatements.org/vocab/InC/1.0/", permission=Permission.ASKED),
        tags=(a_tag(FJORD, id="tag-1", status=Status.REFUTED, said_by="@fan"), a_tag(TOM, id="tag-2")),
        moments=(Moment(id=MomentId("m"), span=Span(Fraction(1, 3), Fraction(7, 2)), label="waves"),),
        revision=41,
    )
    first, *rest = lines([clip, a_clip()], tmp_path / "all.jsonl")
    assert (first["slatebook"], first["title"], first["notice"]) == (1, "Norway", "")
    assert [next(iter(line)) for line in rest] == ["entry", "entry", "entry", "clip", "clip"]
    assert [from_document(line["entry"], Entry) for line in rest[:3]] == [NORWAY, FJORD, TOM]
    assert from_document(rest[3]["clip"], Clip) == clip


def test_an_entry_stands_once_and_before_what_speaks_of_it(tmp_path: Path) -> None:
    clips = [a_clip(tags=(a_tag(MERGED, id="t1"), a_tag(FJORD, id="t2"))), a_clip(tags=(a_tag(TOM, id="t3"),))]
    gone = a_clip(tags=(replace(a_tag(TOM, id="t4"), entry=EntryId("gone")),))
    _, *rest = lines([*clips, gone], tmp_path / "all.jsonl")
    entries = [from_document(line["entry"], Entry) for line in rest if "entry" in line]
    assert [entry.id for entry in entries] == [TOM.id, MERGED.id, NORWAY.id, FJORD.id]
    assert entries[1].redirect == TOM.id


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_survives(tmp_path: Path, texts: list[str]) -> None:
    clips = [a_clip(notes=text, source=Source(caption=text)) for text in texts]
    (tmp_path / "any.jsonl").unlink(missing_ok=True)
    export_sheet(clips, WORDS, NoStills(), format="jsonl", target=tmp_path / "any.jsonl", today=date(2026, 11, 22))
    rows = (tmp_path / "any.jsonl").read_bytes().split(b"\n")[1:-1]
    assert [from_document(json.loads(row)["clip"], Clip) for row in rows] == clips
