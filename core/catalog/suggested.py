"""What a clip is probably to be tagged with, and why: from its words, and from the clips it belongs with.

The work is bounded whatever the size of the archive: four questions to the index and FEW clips read for each.  Nothing
is suggested that the clip says already, or that somebody has refused for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import asin, cos, prod, radians, sin, sqrt
from pathlib import PurePath

from core.catalog.claims import offered
from core.catalog.vocabulary import Vocabulary
from core.model.clip import USUAL_ROLES, Clip, Role, Status
from core.model.ids import ClipId, EntryId
from core.model.media import GeoPoint
from core.ports.index import Index, Order
from core.search.fold import tokens
from core.search.periods import DAY, read_period
from core.search.tree import Dated, Has, Node, Period, Text, TextField, Trait
from core.values import dataclass
from core.words import capital, msg, number, tr

FEW = 32
"""So many of the clips that belong with one are read for each way of belonging."""

NEAR_M = 500.0
"""Clips shot so many metres apart were shot at one place."""

_EARTH_M = 6_371_008.8
"""The mean radius of the Earth (IUGG)."""

_LEAST = 1 / 3
"""What a smaller share of the clips carries says nothing of the next one."""

_COUNTED = (Status.CLAIMED, Status.SUPPORTED, Status.CONFIRMED)
_WORDS = 200
"""So many words of each text are looked at."""

_PLACES = (Role.LOCATION_SHOWN, Role.LOCATION_SHOT)


@dataclass(frozen=True, slots=True)
class Suggested:
    """An entry as something, the sentence that says why, and how likely it is, from 0 to 1."""

    entry: EntryId
    role: Role
    reason: str
    weight: float


@dataclass(frozen=True, slots=True)
class Sources:
    """Where suggestions are drawn from."""

    index: Index[Node]
    clip: Callable[[ClipId], Clip | None]
    vocabulary: Vocabulary


_About = tuple[EntryId, Role]
_Hint = tuple[_About, float, str]
"""What is hinted at, how strongly, and by what."""


_IN_CAPTION = (msg("named in the caption"), msg("“{name}” is in the caption"))
_IN_FILE_NAME = (msg("named in the file name"), msg("“{name}” is in the file name"))
_IN_NAME = (msg("named in the name of the clip"), msg("“{name}” is in the name of the clip"))

_Carried = tuple[str, str]
"""What is said where one other clip carries it, and where some of several do."""

_SAME_DAY_AND_PLACE: _Carried = (
    msg("on the other clip shot the same day at the same place"),
    msg("on {count} of {all} other clips shot the same day at the same place"),
)
_SAME_DAY: _Carried = (
    msg("on the other clip shot the same day"),
    msg("on {count} of {all} other clips shot the same day"),
)
_SAME_HANDLE: _Carried = (msg("on the other clip by {handle}"), msg("on {count} of {all} other clips by {handle}"))
_SAME_FOLDER: _Carried = (
    msg("on the other clip in the folder {folder}"),
    msg("on {count} of {all} other clips in the folder {folder}"),
)
_SAME_PLACE: _Carried = (
    msg("on the other clip shot within 500 m"),
    msg("on {count} of {all} other clips shot within 500 m"),
)


def suggested(clip: Clip, sources: Sources, limit: int = 5) -> list[Suggested]:
    """Return what ``clip`` is probably to be tagged with, the likeliest first; each entry once."""
    hints: dict[_About, list[tuple[float, str]]] = {}
    for (entry, role), weight, reason in (*_named(clip, sources.vocabulary), *_beside(clip, sources)):
        if sources.vocabulary.get(entry) is not None:
            hints.setdefault((sources.vocabulary.final(entry), role), []).append((weight, reason))
    said = set(sources.vocabulary.finals(tag.entry for tag in clip.tags))
    open_ones = [about for about in offered(clip, hints, sources.vocabulary) if about[0] not in said]
    found = sorted((_weighed(about, hints[about]) for about in open_ones), key=lambda one: (-one.weight, one.entry))
    best: dict[EntryId, Suggested] = {}
    for one in found:
        best.setdefault(one.entry, one)
    return list(best.values())[:limit]


def _weighed(about: _About, hints: Iterable[tuple[float, str]]) -> Suggested:
    """Return the suggestion that all ``hints`` together make, taken as if independent; the strongest two say why."""
    ordered = sorted(hints, reverse=True)
    reasons = "; ".join(dict.fromkeys(reason for _, reason in ordered[:2]))
    return Suggested(*about, capital(reasons), 1 - prod(1 - weight for weight, _ in ordered))


# its words ------------------------------------------------------------------------------------------------------------
def _named(clip: Clip, vocabulary: Vocabulary) -> Iterator[_Hint]:
    texts = (
        (0.9, _IN_CAPTION, clip.source.caption),
        (0.85, _IN_FILE_NAME, clip.file.name if clip.files else ""),
        (0.85, _IN_NAME, PurePath(clip.name).stem),
    )
    seen = set()
    for weight, (named, so_called), text in texts:
        for match in vocabulary.mentioned(tokens(text)[:_WORDS]):
            about = (match.entry.id, USUAL_ROLES[match.entry.kind])
            if about not in seen:
                seen.add(about)
                same = match.matched_name == match.entry.label
                yield about, weight, tr(named) if same else tr(so_called, name=match.matched_name)


# the clips it belongs with --------------------------------------------------------------------------------------------
def _beside(clip: Clip, sources: Sources) -> Iterator[_Hint]:
    own = sources.index.rows([clip.id]).get(clip.id)
    known: dict[ClipId, Clip | None] = {}

    def others(query: Node, order: Order, belongs: Callable[[Clip], bool]) -> list[Clip]:
        rows = _around(sources.index.find(query, order), own)
        ids = [one for one in sources.index.clip_ids(rows) if one != clip.id]
        for one in ids:
            if one not in known:
                known[one] = sources.clip(one)
        return [other for one in ids if (other := known[one]) is not None and belongs(other)]

    period = read_period(clip.date_shot.value) if clip.date_shot else None
    if period is not None and period.end - period.start <= DAY:
        start = period.start - period.start % DAY
        day = others(Period(Dated.SHOT, start, start + DAY), Order.SHOT, lambda _: True)
        here = [other for other in day if _is_near(clip.place, other.place)]
        yield from _carried(here, 0.8, _SAME_DAY_AND_PLACE)
        yield from _carried(day, 0.4, _SAME_DAY)
    handle = tokens(clip.source.handle)
    if handle:
        theirs = others(_text(handle, TextField.HANDLE), Order.ADDED, lambda other: _same_handle(other, clip))
        yield from _carried(theirs, 0.6, _SAME_HANDLE, handle=clip.source.handle)
    folder = PurePath(clip.file.path).parent if clip.files else PurePath()
    if tokens(str(folder)):
        beside = others(_text(tokens(str(folder)), TextField.PATH), Order.ADDED, lambda other: _lies_in(other, folder))
        yield from _carried(beside, 0.5, _SAME_FOLDER, folder=folder.name)
    if clip.place is not None:
        near = others(Has(Trait.PLACE), Order.SHOT, lambda other: _is_near(clip.place, other.place))
        yield from (hint for hint in _carried(near, 0.7, _SAME_PLACE) if hint[0][1] in _PLACES)


def _text(words: tuple[str, ...], field: TextField) -> Text:
    return Text(words, (field,), prefix=False)


def _around(rows: Sequence[int], own: int | None) -> Sequence[int]:
    """Return FEW of ``rows`` and one more: those around ``own``, or the first where that is not among them."""
    at = rows.index(own) if own is not None and own in rows else 0
    start = max(0, min(at - FEW // 2, len(rows) - FEW - 1))
    return rows[start : start + FEW + 1]


def _carried(clips: Sequence[Clip], weight: float, how: _Carried, **values: str) -> Iterator[_Hint]:
    """Yield what a good share of ``clips`` carries."""
    uses = Counter(
        about
        for clip in clips
        for about in dict.fromkeys((tag.entry, tag.role) for tag in clip.tags if tag.status in _COUNTED)
    )
    for about, count in uses.items():
        share = count / len(clips)
        if share >= _LEAST:
            by_one, by_several = how
            shares = {"count": number(count), "all": number(len(clips))}
            reason = tr(by_one, **values) if len(clips) == 1 else tr(by_several, **shares, **values)
            yield about, weight * share * (1 - 0.5 ** len(clips)), reason


def _same_handle(one: Clip, other: Clip) -> bool:
    return tokens(one.source.handle) == tokens(other.source.handle)


def _lies_in(clip: Clip, folder: PurePath) -> bool:
    return any(PurePath(file.path).parent == folder for file in clip.files)


def _is_near(one: GeoPoint | None, other: GeoPoint | None) -> bool:
    return one is not None and other is not None and metres_between(one, other) <= NEAR_M


def metres_between(one: GeoPoint, other: GeoPoint) -> float:
    """Return how far apart two points are along the ground, on a sphere (haversine formula), in metres."""
    up, across = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    level = cos(radians(one.latitude)) * cos(radians(other.latitude))
    chord = sin(up / 2) ** 2 + level * sin(across / 2) ** 2
    return 2 * _EARTH_M * asin(min(1.0, sqrt(chord)))
