"""Markers in a sidecar: xmpDM tracks, as editing systems and this archive write them.

The form is that of the XMP Specification, Part 2, 1.2.6 (xmpDM:Tracks, FrameCount, FrameRate).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from core.model.time import Span
from core.model.xmp import Items, Struct, Texts, Value
from core.values import dataclass

MARKERS_AT_MOST = 500
"""How many markers of one sidecar are taken up."""

_LONGEST_LABEL = 300
_LONGEST_NOTE = 20_000
_RATE = re.compile(r"f(\d{1,15})(?:s(\d{1,9}))?")
_COUNT = re.compile(r"(\d{1,18})(f\d{1,15}(?:s\d{1,9})?)?")
_MACHINES = frozenset(("Speech", "FLVCuePoint", "Beat"))
"""Markers that programs set for themselves: every word of a transcript, every beat of a score."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A marker: ``span`` in seconds from the first picture, ``id`` where one of our archives wrote it."""

    span: Span
    label: str
    note: str
    id: str = ""


def markers_of(tracks: tuple[Value, ...]) -> tuple[Marked, ...]:
    """Return the markers of ``tracks`` that people set, in order, as far as their times make sense."""
    found = (_marked(rate, marker) for rate, marker in _markers(tracks))
    return tuple(marked for marked in found if marked is not None)[:MARKERS_AT_MOST]


def _markers(tracks: tuple[Value, ...]) -> Iterator[tuple[str, Struct]]:
    for track in tracks:
        markers = track.get("xmpDM:markers") if isinstance(track, Struct) else None
        if isinstance(track, Struct) and isinstance(markers, Items):
            rate = _words(track.get("xmpDM:frameRate"))
            yield from ((rate, marker) for marker in markers.values if isinstance(marker, Struct))


def _marked(rate: str, marker: Struct) -> Marked | None:
    start = _seconds(_words(marker.get("xmpDM:startTime")), rate)
    if start is None or _words(marker.get("xmpDM:type")) in _MACHINES:
        return None
    length = _seconds(_words(marker.get("xmpDM:duration")), rate) or Fraction(0)
    label, note = (_words(marker.get(f"xmpDM:{part}")).strip() for part in ("name", "comment"))
    return Marked(
        Span(start, start + length), label[:_LONGEST_LABEL], note[:_LONGEST_NOTE], _words(marker.get("slatebook:id"))
    )


def _seconds(count: str, rate: str) -> Fraction | None:
    """Return the seconds of ``count``, in frames of its own rate or of its track's; None where it makes no sense."""
    found = _COUNT.fullmatch(count)
    counted = _RATE.fullmatch((found and found[2]) or rate or "f1")
    if found is None or counted is None or not int(counted[1]) or not int(counted[2] or 1):
        return None
    return int(found[1]) * Fraction(int(counted[2] or 1), int(counted[1]))


def _words(value: Value | None) -> str:
    match value:
        case str():
            return value
        case Texts():
            return value.best
    return ""
