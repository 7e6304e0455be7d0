"""OpenTimelineIO JSON (Timeline.1, Clip.2, Marker.2): the clips end to end on one track, each with its markers."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from core.export.columns import sheet_id
from core.export.counting import Counting
from core.export.markers import MarkedClip, Marker, file_url, marked_clips, one_line
from core.export.sheet import Sheet
from core.model.media import MediaKind
from core.model.time import Span

_CLIPS = "\0clips"  # no text of ours holds a NUL
_SPACE = "slatebook"


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a clip at a time.

    Times are whole frames of source timecode at the clip's own counting, so that they are exact; a marker's exact in
    and out points, in seconds, stand in its metadata, and so do the columns of the sheet in its clip's.  Markers in
    which something is claimed or disputed are yellow.  Raises OSError.
    """
    before, after = json.dumps(_timeline(sheet), ensure_ascii=False).split(json.dumps(_CLIPS))
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(before)
        for number, clip in enumerate(marked_clips(sheet)):
            file.write(",\n" if number else "\n")
            file.write(json.dumps(_clip(clip, sheet), ensure_ascii=False))
        file.write(f"{after}\n")


def _object(schema: str, name: str, **fields: Any) -> dict[str, Any]:
    return {"OTIO_SCHEMA": schema, "name": name, "metadata": {}} | fields


def _timeline(sheet: Sheet) -> dict[str, Any]:
    track = _object("Track.1", "Clips", kind="Video", children=[_CLIPS], **_bare())
    stack = _object("Stack.1", "tracks", children=[track], **_bare())
    about = {"made": sheet.made.isoformat()} | ({"notice": one_line(sheet.notice)} if sheet.notice else {})
    title = one_line(sheet.title)
    return _object("Timeline.1", title, global_start_time=None, tracks=stack, metadata={_SPACE: about})


def _bare() -> dict[str, Any]:
    return {"source_range": None, "effects": [], "markers": [], "enabled": True}


def _clip(clip: MarkedClip, sheet: Sheet) -> dict[str, Any]:
    whole = _range(clip.counting, *clip.counting.frames(Span(Fraction(0), clip.length)))
    if clip.row.clip.kind is MediaKind.UNREADABLE:
        media = _object("MissingReference.1", "", available_range=whole)
    else:
        media = _object("ExternalReference.1", "", available_range=whole, target_url=file_url(clip.row.clip.file))
    return _object(
        "Clip.2",
        clip.name,
        source_range=whole,
        effects=[],
        markers=[_marker(marker, clip.counting) for marker in clip.markers],
        enabled=True,
        media_references={"DEFAULT_MEDIA": media},
        active_media_reference_key="DEFAULT_MEDIA",
        metadata=_about(clip, sheet) | ({"cmx_3600": {"reel": clip.reel}} if clip.reel else {}),
    )


def _about(clip: MarkedClip, sheet: Sheet) -> dict[str, Any]:
    cells = zip(sheet.columns, clip.row.cells, strict=True)
    columns = {column.heading: cell for column, cell in cells if cell}
    drop = {"drop_frame": True} if clip.counting.drop else {}
    said = {"said": [*clip.said.lines]} if clip.said.lines else {}
    remarks = {"remarks": [*clip.remarks]} if clip.remarks else {}
    return {_SPACE: columns | {"id": sheet_id(clip.row.clip.id)} | drop | said | remarks}


def _marker(marker: Marker, counting: Counting) -> dict[str, Any]:
    return _object(
        "Marker.2",
        marker.name,
        marked_range=_range(counting, *counting.frames(marker.span)),
        color="YELLOW" if marker.said.doubts else "BLUE",
        comment="\n".join(marker.lines),
        metadata={
            _SPACE: {
                "in": str(marker.span.start),
                "out": str(marker.span.end),
                "facts": [{"role": str(role), "name": name} for role, name in marker.said.facts],
                "unconfirmed": [*marker.said.doubts],
            }
        },
    )


def _range(counting: Counting, first: int, count: int) -> dict[str, Any]:
    return {
        "OTIO_SCHEMA": "TimeRange.1",
        "start_time": _time(counting.start + first, counting.rate),
        "duration": _time(count, counting.rate),
    }


def _time(frames: int, rate: Fraction) -> dict[str, Any]:
    return {"OTIO_SCHEMA": "RationalTime.1", "value": float(frames), "rate": float(rate)}
