"""What a timeline shows of a clip: bars in lanes; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from core.model.clip import Clip, Role, Status
from core.model.ids import EntryId, MomentId, TagId
from core.model.time import Span
from core.values import dataclass
from gui.words import msg, tr

MOST_ROWS = 3
"""A lane grows to so many rows where its bars overlap; more lie over one another."""

MOMENTS = "moment"


@dataclass(frozen=True, slots=True)
class Bar:
    """A moment, or (with ``tag``) what is tagged on it; ``row`` is its place in the lane."""

    moment: MomentId
    span: Span
    text: str
    status: Status = Status.CONFIRMED
    tag: TagId | None = None
    row: int = 0
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of bars; ``kind`` is an entry kind, or MOMENTS."""

    name: str
    kind: str
    bars: tuple[Bar, ...]

    @property
    def rows(self) -> int:
        """How many rows it takes, at least one."""
        return min(MOST_ROWS, 1 + max((bar.row for bar in self.bars), default=0))


_LANES: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    (msg("People"), "person", (Role.PERSON_SHOWN,)),
    (msg("Places"), "location", (Role.LOCATION_SHOWN, Role.LOCATION_SHOT)),
    (msg("Productions"), "production", (Role.PRODUCTION,)),
    (msg("Keywords"), "keyword", (Role.KEYWORD,)),
)
_WHEN_USED = ("keyword",)
"""Lanes that are there only while something lies in them."""


def lanes_of(clip: Clip, label: Callable[[EntryId], str]) -> tuple[Lane, ...]:
    """Return the lanes of ``clip``: what is tagged over a stretch, by kind, and the moments that say more than that."""
    spans = {moment.id: moment.span for moment in clip.moments}
    lanes = []
    for name, kind, roles in _LANES:
        bars = [
            Bar(tag.moment, spans[tag.moment], label(tag.entry), tag.status, tag.id, said_by=tag.said_by)
            for tag in clip.tags
            if tag.role in roles and tag.moment is not None and tag.moment in spans
        ]
        if bars or kind not in _WHEN_USED:
            lanes.append(Lane(tr(name), kind, _stacked(bars)))
    told = {(bar.moment, bar.text) for lane in lanes for bar in lane.bars}
    moments = [
        Bar(moment.id, moment.span, moment.label) for moment in clip.moments if (moment.id, moment.label) not in told
    ]
    return (*lanes, Lane(tr("Moments"), MOMENTS, _stacked(moments)))


def _stacked(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Return ``bars`` by time, each in the first row that is free."""
    ends: list[Fraction] = []
    placed = []
    for bar in sorted(bars, key=lambda bar: (bar.span.start, bar.span.end, bar.text)):
        row = next((row for row, end in enumerate(ends) if end <= bar.span.start), len(ends))
        if row == len(ends) and row < MOST_ROWS:
            ends.append(bar.span.end)
        row = min(row, MOST_ROWS - 1)
        ends[row] = max(ends[row], bar.span.end)
        placed.append(Bar(bar.moment, bar.span, bar.text, bar.status, bar.tag, row, bar.said_by))
    return tuple(placed)


def next_bar(lanes: Sequence[Lane], chosen: Bar | None, step: int) -> Bar | None:
    """Return the bar that is ``step`` after ``chosen``, lane by lane and round again; None where there is none."""
    bars = [bar for lane in lanes for bar in lane.bars]
    if not bars:
        return None
    first = 0 if step > 0 else -1
    return bars[(bars.index(chosen) + step) % len(bars) if chosen in bars else first]


def neighbour(clip: Clip, moment: MomentId) -> MomentId | None:
    """Return the moment that begins next after ``moment``, which it may be joined with."""
    ordered = sorted(clip.moments, key=lambda known: (known.span.start, known.span.end, known.id))
    places: Sequence[MomentId] = [known.id for known in ordered]
    at = places.index(moment) + 1 if moment in places else len(places)
    return places[at] if at < len(places) else None
