"""What the archivist of the sample archive would say of its clips.

The clips are drawn and what is said of them is an example; the post, its handle and its address do not exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from core.app import Archive
from core.catalog.edits import AddEntry, AddMoment, Describe, Edit, TagClips, Together
from core.model.clip import Moment, Role, Source, Status, Tag
from core.model.ids import ClipId, EntryId, MomentId, TagId
from core.model.time import Span
from core.model.vocabulary import Alias, Entry, EntryKind
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class DemoClip:
    """A clip to draw: the scene, its file, and what it is tagged with."""

    scene: str
    file: str
    tags: tuple[tuple[str, Role], ...]
    notes: str
    rating: int = 0


_ON_THE_TRAIN = (
    ("tom", Role.PERSON_SHOWN), ("norway", Role.LOCATION_SHOWN), ("rauma", Role.LOCATION_SHOWN),
    ("dead reckoning", Role.PRODUCTION), ("train", Role.KEYWORD),
)  # fmt: skip
_BY_THE_LINE = (
    ("norway", Role.LOCATION_SHOWN), ("rauma", Role.LOCATION_SHOWN), ("dead reckoning", Role.PRODUCTION),
    ("train", Role.KEYWORD),
)  # fmt: skip

CLIPS: tuple[DemoClip, ...] = (
    DemoClip("train roof", "grand-express-train-roof.mp4", (*_ON_THE_TRAIN, ("stunt", Role.KEYWORD)),
             "Filmed from the road beside the line. He sees the camera and waves back.", 5),
    DemoClip("phone", "viewer-roadside-phone.mp4", _BY_THE_LINE, "Upright phone clip of the same pass.", 3),
    DemoClip("tunnel", "A016C004_tunnel-plate.mov", (*_BY_THE_LINE, ("plate", Role.KEYWORD)),
             "Plate from the head of the train: the valley opens at 4.4 s."),
    DemoClip("crane", "crane-over-the-line.mp4",
             (("mcquarrie", Role.PERSON_SHOWN), ("åndalsnes", Role.LOCATION_SHOT), *_BY_THE_LINE),
             "The crane rises as the carriages roll behind the crew.", 4),
    DemoClip("dolly", "A104C011_carriage-set-dolly.mov",
             (("longcross", Role.LOCATION_SHOT), ("dead reckoning", Role.PRODUCTION), ("train", Role.KEYWORD),
              ("stage", Role.KEYWORD)),
             "Dolly towards the carriage built on stage."),
    DemoClip("slate", "A017C003_slate-42A-3.mov",
             (("åndalsnes", Role.LOCATION_SHOT), ("dead reckoning", Role.PRODUCTION), ("slate", Role.KEYWORD)),
             "Slate 42A take 3; the sticks meet at 2.0 s."),
)  # fmt: skip
"""The demo clips, the one it is all about first."""

_ROOF = CLIPS[0].file
_SHARED = Source(
    platform="X", url="https://social.example/fjordspotter/status/1302669612345689600", post_id="1302669612345689600",
    handle="@fjordspotter", posted="2020-09-06T17:40:00Z", captured="2020-09-07",
    caption="Tom Cruise waves at us from the ROOF of a moving train in Norway!! No safety harness!! #MissionImpossible",
    credit="Courtesy of @fjordspotter",
)  # fmt: skip


def tag_clips(archive: Archive) -> None:
    """Tag the demo clips of an archive they were imported into, step by step as a person would."""
    entries = dict(_vocabulary(archive))
    archive.catalog.apply(Together("Set up names", tuple(AddEntry(entry) for entry in entries.values())))
    ids = archive.index.clip_ids(archive.search("").rows)
    by_file = {archive.clip(clip).file.name: clip for clip in ids}
    for clip in CLIPS:
        there = by_file[clip.file]
        tags = tuple(TagClips((there,), _tag(entries[key].id, role)) for key, role in clip.tags)
        archive.catalog.apply(Together(f"Tag {clip.file}", tags))
        archive.catalog.apply(Describe(clips=(there,), notes=clip.notes, rating=clip.rating))
    archive.catalog.apply(Together("Describe the train roof", tuple(_about_the_roof(archive, by_file[_ROOF], entries))))


def _about_the_roof(archive: Archive, clip: ClipId, entries: dict[str, Entry]) -> Iterator[Edit]:
    """The moment he waves back, where the clip came from, and what its caption claims."""
    moment = Moment(
        id=archive.catalog.new_moment_id(), span=Span(Fraction(6), Fraction(9)), label="waves back",
        note="Three seconds: he turns to the camera and raises his arm.",
    )  # fmt: skip
    yield AddMoment(clip, moment)
    yield TagClips((clip,), _tag(entries["tom"].id, Role.PERSON_SHOWN, moment.id))
    yield Describe(clips=(clip,), source=_SHARED)
    yield TagClips(
        (clip,),
        replace(
            _tag(entries["no harness"].id, Role.KEYWORD),
            status=Status.DISPUTED,
            said_by=_SHARED.handle,
            verbatim="No safety harness!!",
            evidence="A wire can be seen at his waist when the coat flaps.",
        ),
    )
    hellesylt = _tag(entries["hellesylt"].id, Role.LOCATION_SHOT)
    yield TagClips((clip,), replace(hellesylt, status=Status.CLAIMED, said_by="@railfan_no", verbatim="Hellesylt?"))


def _tag(entry: EntryId, role: Role, moment: MomentId | None = None) -> Tag:
    return Tag(id=TagId(""), entry=entry, role=role, moment=moment)


def _vocabulary(archive: Archive) -> Iterator[tuple[str, Entry]]:
    new_id = archive.catalog.new_entry_id
    norway = new_id()
    yield "tom", Entry(id=new_id(), kind=EntryKind.PERSON, label="Tom Cruise", external_ids={"imdb": "nm0000129"})
    yield "mcquarrie", Entry(id=new_id(), kind=EntryKind.PERSON, label="Christopher McQuarrie")
    yield (
        "norway",
        Entry(id=norway, kind=EntryKind.LOCATION, label="Norway", aliases=(Alias(text="Norge", language="no"),)),
    )
    for key, label, aliases in (
        ("rauma", "Rauma Line", (Alias(text="Raumabanen", language="no"),)),
        ("åndalsnes", "Åndalsnes", ()),
        ("hellesylt", "Hellesylt", ()),
    ):
        yield key, Entry(id=new_id(), kind=EntryKind.LOCATION, label=label, aliases=aliases, parent=norway)
    yield "longcross", Entry(id=new_id(), kind=EntryKind.LOCATION, label="Longcross Studios")
    yield "dead reckoning", Entry(
        id=new_id(), kind=EntryKind.PRODUCTION, label="Mission: Impossible - Dead Reckoning Part One",
        aliases=(Alias(text="Mission: Impossible 7"), Alias(text="M:I 7")), released="2023-07-12",
        directors=("Christopher McQuarrie",),
    )  # fmt: skip
    yield (
        "train",
        Entry(id=new_id(), kind=EntryKind.KEYWORD, label="Grand Express", note="The train built for the production."),
    )
    for key, label in (
        ("stunt", "stunt"), ("plate", "background plate"), ("stage", "sound stage"), ("slate", "slate"),
        ("no harness", "no safety harness"),
    ):  # fmt: skip
        yield key, Entry(id=new_id(), kind=EntryKind.KEYWORD, label=label)
