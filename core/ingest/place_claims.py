"""From where a camera stood to a claim of where that was: a suggestion that an archivist takes or leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from core.catalog.edits import AddEntry, Edit, TagClips, Together
from core.catalog.vocabulary import Vocabulary
from core.gazetteer.near import CREDIT, NearPlace, near
from core.model.clip import Clip, Role, Status, Tag
from core.model.ids import ClipId, EntryId, TagId
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import fold
from core.values import dataclass
from core.words import plural

SAID_BY = "GPS of the file"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place near which ``clip`` was shot, by the coordinates in its file."""

    clip: Clip
    place: NearPlace


def suggestion(clip: Clip) -> Suggestion | None:
    """Return the suggestion for ``clip``; None where it says nothing, or where somebody said where it was shot."""
    if clip.place is None or any(tag.role is Role.LOCATION_SHOT for tag in clip.tags):
        return None
    place = near(clip.place)
    return None if place is None else Suggestion(clip, place)


def claim_places(
    suggestions: Iterable[Suggestion], vocabulary: Vocabulary, new_entry_id: Callable[[], EntryId]
) -> Edit | None:
    """Return the one step that claims every suggestion as “location shot”; None where there is none.

    A location the archive knows is used; others are made.  A claim is no confirmed fact: it says where it comes from.
    """
    wanted: dict[str, list[Suggestion]] = {}
    for one in suggestions:
        wanted.setdefault(one.place.label, []).append(one)
    edits: list[Edit] = []
    clips: list[ClipId] = []
    for label, alike in wanted.items():
        entry = known_location(alike[0].place, vocabulary)
        if entry is None:
            entry = Entry(id=new_entry_id(), kind=EntryKind.LOCATION, label=label, note=CREDIT)
            edits.append(AddEntry(entry))
        edits += [TagClips((one.clip.id,), _tag(entry.id, one)) for one in alike]
        clips += [one.clip.id for one in alike]
    if not edits:
        return None
    return Together(plural(len(clips), "Claim where %n clip was shot", "Claim where %n clips were shot"), tuple(edits))


def _tag(entry: EntryId, one: Suggestion) -> Tag:
    point = one.clip.place
    return Tag(
        id=TagId(""),
        entry=entry,
        role=Role.LOCATION_SHOT,
        status=Status.CLAIMED,
        said_by=SAID_BY,
        verbatim=str(one.place),
        evidence="" if point is None else f"{point.latitude:.5f}, {point.longitude:.5f}",
    )


def known_location(place: NearPlace, vocabulary: Vocabulary) -> Entry | None:
    """Return the location that is ``place``: by its full name, or by its own where what it lies in has the same name.

    There are many Romes; one alone, with nothing above it to tell by, is not taken.
    """
    whole = vocabulary.find_exact(EntryKind.LOCATION, place.label)
    if len(whole) == 1:
        return whole[0]
    around = {fold(name) for name in (place.region, place.country) if name}
    fitting = [
        entry
        for entry in vocabulary.find_exact(EntryKind.LOCATION, place.name)
        if any(fold(name) in around for name in _names_above(entry, vocabulary))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _names_above(entry: Entry, vocabulary: Vocabulary) -> Iterable[str]:
    seen = {entry.id}
    while entry.parent is not None and entry.parent not in seen:
        seen.add(entry.parent)
        above = vocabulary.get(entry.parent)
        if above is None:
            return
        entry = above
        yield from entry.names
