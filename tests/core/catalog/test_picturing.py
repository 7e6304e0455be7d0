"""What an entry looks like: chosen, or out of its clips."""

from __future__ import annotations

from fractions import Fraction

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.catalog.merging import MergeEntries
from core.catalog.picture_edits import SetPicture
from core.catalog.picturing import Sources, choices_at, picture_of
from core.model.clip import Status
from core.model.codec import from_document, to_document
from core.model.ids import StillId, TagId
from core.model.media import Keyframe
from core.model.region import Box
from core.model.vocabulary import Entry, EntryKind, Picture
from tests.support.model import a_clip, a_tag, an_entry

TOM, CRUSE = an_entry(EntryKind.PERSON, "Tom Cruise"), an_entry(EntryKind.PERSON, "Tom Cruse")
FACE = Box(left=0.5, top=0.0, width=0.25, height=0.5)


def frames(*names: str) -> tuple[Keyframe, ...]:
    return tuple(
        Keyframe(time=Fraction(4 * at), still=StillId(name), width=4, height=3) for at, name in enumerate(names)
    )


OLD = a_clip(keyframes=frames("old"), poster=StillId("old"))
NEW = a_clip(keyframes=frames("new"), poster=StillId("new"))


def shown(archive: Archive, entry: Entry) -> Picture | None:
    return picture_of(entry.id, Sources(archive.vocabulary, archive.index, archive.catalog.clip))


def filled(archive: Archive) -> None:
    for edit in (AddEntry(TOM), AddEntry(CRUSE), AddClips((OLD,)), AddClips((NEW,))):
        archive.catalog.apply(edit)


def test_the_newest_clip_that_surely_shows_it_gives_its_poster(archive: Archive) -> None:
    filled(archive)
    assert shown(archive, TOM) is None
    archive.catalog.apply(TagClips((OLD.id,), a_tag(TOM)))
    archive.catalog.apply(TagClips((NEW.id,), a_tag(TOM, status=Status.CLAIMED)))
    assert shown(archive, TOM) == Picture(still=StillId("old")), "a claim is no proof of a face"
    archive.catalog.undo()
    archive.catalog.apply(TagClips((NEW.id,), a_tag(TOM)))
    assert shown(archive, TOM) == Picture(still=StillId("new"))


def test_the_part_of_the_frame_somebody_is_in_goes_before_a_newer_poster(archive: Archive) -> None:
    filled(archive)
    archive.catalog.apply(TagClips((NEW.id,), a_tag(TOM)))
    archive.catalog.apply(TagClips((OLD.id,), a_tag(TOM, region=FACE)))
    assert shown(archive, TOM) == Picture(still=StillId("old"), box=FACE)


def test_the_picture_somebody_chose_goes_before_all_and_undo_takes_it_back(archive: Archive) -> None:
    filled(archive)
    archive.catalog.apply(TagClips((NEW.id,), a_tag(TOM)))
    chosen = Picture(still=StillId("old"), box=FACE)
    assert archive.catalog.apply(SetPicture(TOM.id, chosen)).label == "Choose the picture of Tom Cruise"
    assert shown(archive, TOM) == chosen
    archive.catalog.apply(SetPicture(TOM.id, None))
    assert shown(archive, TOM) == Picture(still=StillId("new"))
    archive.catalog.undo()
    archive.catalog.undo()
    assert shown(archive, TOM) == Picture(still=StillId("new"))


def test_a_merged_name_brings_its_picture(archive: Archive) -> None:
    filled(archive)
    archive.catalog.apply(SetPicture(CRUSE.id, Picture(still=StillId("old"))))
    archive.catalog.apply(MergeEntries((CRUSE.id,), TOM.id))
    assert shown(archive, TOM) == shown(archive, CRUSE) == Picture(still=StillId("old"))


def test_a_record_from_before_there_were_pictures_is_read() -> None:
    document = to_document(TOM)
    del document["picture"]
    assert from_document(document, Entry) == TOM
    with_one = an_entry(EntryKind.PERSON, "Tom", picture=Picture(still=StillId("s"), box=FACE))
    assert from_document(to_document(with_one), Entry) == with_one


def test_a_frame_may_be_the_picture_of_those_tagged_there_parts_of_it_first() -> None:
    hayley, refuted = an_entry(EntryKind.PERSON, "Hayley"), an_entry(EntryKind.PERSON, "Nobody")
    tags = (
        a_tag(hayley, id=TagId("1")),
        a_tag(TOM, id=TagId("2"), region=FACE),
        a_tag(refuted, id=TagId("3"), status=Status.REFUTED),
    )
    clip = a_clip(keyframes=frames("a", "b"), tags=tags)
    part, whole = Picture(still=StillId("b"), box=FACE), Picture(still=StillId("b"))
    assert list(choices_at(clip, Fraction(3))) == [(TOM.id, part), (hayley.id, whole)]
    assert list(choices_at(a_clip(tags=tags), Fraction(0))) == []
