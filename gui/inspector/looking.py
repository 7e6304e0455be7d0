"""What the inspector shows, read from the archive: one clip, what several have in common, or the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from core.app import Archive
from core.ingest.place_claims import Suggestion, suggestion
from core.model.clip import Access, Clip, Rights, Role, Status
from core.model.ids import ClipId, EntryId, StillId
from core.model.looked import NOT_LOOKED_AT, Looked
from core.model.media import MediaKind
from core.model.vocabulary import EntryKind
from core.ports.index import Card, Order
from core.values import dataclass
from gui.seen import Pair, pairs_of
from gui.words import tr

_PAGE = 2_000
_PICTURES = 9
_FEW = 1_000


@dataclass(frozen=True, slots=True)
class Said:
    """One entry in one role as chips show it: on how many of the clips, and how sure."""

    entry: EntryId
    role: Role
    status: Status
    clips: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OneClip:
    """A single clip, whole."""

    clip: Clip
    said: tuple[Said, ...]
    seen: tuple[Pair, ...] = ()
    looked: Looked = NOT_LOOKED_AT
    nearby: Suggestion | None = None
    """Near which place it was shot."""


@dataclass(frozen=True, slots=True)
class Several:
    """What several clips have in common and where they differ."""

    clips: tuple[ClipId, ...]
    said: tuple[Said, ...]
    duration: Fraction
    kinds: Mapping[MediaKind, int]
    unreadable: tuple[ClipId, ...]
    pictures: tuple[StillId, ...]
    access: Mapping[Access, Sequence[ClipId]]
    rights: Mapping[Rights, Sequence[ClipId]]
    """Both are empty where there are too many clips to read them all."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A question of the archivist's daily round: how it is searched, and how many clips answer it."""

    query: str
    clips: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The archive as a whole."""

    name: str
    clips: int
    entries: Mapping[EntryKind, int]
    gaps: tuple[Gap, ...]


Shown = OneClip | Several | Overview

Final = Callable[[EntryId], EntryId]
"""Returns where redirects from an id lead."""


def _itself(entry: EntryId) -> EntryId:
    return entry


_GAPS = (
    "missing:person",
    "missing:location",
    "missing:production",
    "has:moments",
    "is:suspected",
    "is:unreadable",
)


def look(archive: Archive, rows: Sequence[int]) -> Shown:
    """Return what to show for the selected ``rows`` of the index; none of them stands for the whole archive."""
    clips = archive.index.clip_ids(rows[:2])
    if len(rows) == 1 and len(clips) == 1:
        clip = archive.clip(clips[0])
        said = said_of(clip, archive.vocabulary.final)
        return OneClip(clip, said, pairs_of(archive, clip), archive.looking.of(clip.id), suggestion(clip))
    if not clips:
        return overview(archive)
    return several(_cards(archive, rows), _few(archive, rows), archive.vocabulary.final)


def said_of(clip: Clip, final: Final = _itself) -> tuple[Said, ...]:
    """Return what tags say of ``clip``, each entry and role once; the doubtful standing wins.

    ``final`` is where redirects lead: an entry and one that was merged into it are one.
    """
    labels = {moment.id: moment.label for moment in clip.moments}
    found: dict[tuple[EntryId, Role], Said] = {}
    for tag in clip.tags:
        words = [tr("said by {name}", name=tag.said_by)] if tag.said_by else []
        words += [f"“{tag.verbatim}”"] if tag.verbatim else []
        words += [tr("in “{moment}”", moment=labels[tag.moment])] if tag.moment in labels else []
        entry = final(tag.entry)
        known = found.get((entry, tag.role))
        status = max(tag.status, known.status, key=_doubt) if known else tag.status
        detail = " · ".join(([known.detail] if known and known.detail else []) + words)
        found[entry, tag.role] = Said(entry, tag.role, status, 1, detail)
    return tuple(found.values())


def several(cards: Iterable[Card], whole: Iterable[Clip], final: Final = _itself) -> Several:
    """Return what ``cards`` have in common, and who may see and do what with the ``whole`` clips read for it."""
    clips: list[ClipId] = []
    unreadable: list[ClipId] = []
    pictures: list[StillId] = []
    uses: Counter[tuple[EntryId, Role]] = Counter()
    status: dict[tuple[EntryId, Role], Status] = {}
    kinds: Counter[MediaKind] = Counter()
    duration = Fraction(0)
    for card in cards:
        clips.append(card.id)
        kinds[card.kind] += 1
        duration += card.duration or 0
        chips = [(final(chip.entry), chip.role, chip.status) for chip in card.chips]
        uses.update({(entry, role) for entry, role, _ in chips})
        for entry, role, standing in chips:
            status[entry, role] = max(status.get((entry, role), standing), standing, key=_doubt)
        if card.kind is MediaKind.UNREADABLE:
            unreadable.append(card.id)
        if card.poster and len(pictures) < _PICTURES:
            pictures.append(card.poster)
    read = tuple(whole)
    for (entry, role), count in _refuted(read, final).items():
        if (entry, role) not in uses:  # no card tells of it, for nobody finds a clip by it
            uses[entry, role], status[entry, role] = count, Status.REFUTED
    said = tuple(Said(entry, role, status[entry, role], count) for (entry, role), count in uses.most_common())
    access, rights = _terms(read)
    return Several(tuple(clips), said, duration, kinds, tuple(unreadable), tuple(pictures), access, rights)


def _refuted(clips: Iterable[Clip], final: Final) -> Counter[tuple[EntryId, Role]]:
    """Return of how many clips each entry is refuted in a role."""
    return Counter(
        pair
        for clip in clips
        for pair in {(final(tag.entry), tag.role) for tag in clip.tags if tag.status is Status.REFUTED}
    )


def overview(archive: Archive) -> Overview:
    """Return how much there is and what is still to do."""
    gaps = (Gap(query, len(archive.search(query, Order.ADDED).rows)) for query in _GAPS)
    entries = Counter(entry.kind for entry in archive.vocabulary.all())
    return Overview(archive.name, len(archive.index), entries, tuple(gap for gap in gaps if gap.clips))


def _cards(archive: Archive, rows: Sequence[int]) -> Iterator[Card]:
    for start in range(0, len(rows), _PAGE):
        yield from archive.index.cards(rows[start : start + _PAGE])


def _few(archive: Archive, rows: Sequence[int]) -> Iterator[Clip]:
    """The clips themselves; none where there are too many."""
    if len(rows) <= _FEW:
        for clip in archive.index.clip_ids(rows):
            found = archive.catalog.clip(clip)
            if found is not None:
                yield found


def _terms(clips: Iterable[Clip]) -> tuple[Mapping[Access, Sequence[ClipId]], Mapping[Rights, Sequence[ClipId]]]:
    access: dict[Access, list[ClipId]] = {}
    rights: dict[Rights, list[ClipId]] = {}
    for clip in clips:
        access.setdefault(clip.access, []).append(clip.id)
        rights.setdefault(clip.rights, []).append(clip.id)
    return access, rights


_DOUBTS = (Status.CONFIRMED, Status.SUPPORTED, Status.CLAIMED, Status.DISPUTED, Status.REFUTED)


def _doubt(status: Status) -> int:
    return _DOUBTS.index(status)
