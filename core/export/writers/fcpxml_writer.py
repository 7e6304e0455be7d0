"""Final Cut Pro XML 1.10: an event of clips with their markers, keywords and notes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from core.export.columns import sheet_id
from core.export.markers import MarkedClip, Marker, file_url, marked_clips, one_line
from core.export.sheet import Sheet
from core.model.clip import Role
from core.model.media import MediaKind
from core.model.time import Span

_METADATA = "org.slatebook."
_ZERO = Fraction(0)


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a clip at a time; memory grows only with the number of different frame sizes.

    Times are rational seconds of source timecode on frames of the clip's own counting.  Established tags are keywords,
    on the moment where they are said of one; what is claimed or disputed stands in notes, and its marker is still to
    be done.  Keywords part at commas, so those within one become semicolons.  Raises OSError.
    """
    with (
        target.open("w", encoding="utf-8", newline="\n") as file,
        tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n") as clips,  # resources come before the clips
    ):
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n\n')
        file.write('<fcpxml version="1.10">\n<resources>\n')
        resources = _Resources(file)
        for clip in marked_clips(sheet):
            clips.write(_xml(_clip(clip, resources, sheet)))
        file.write("</resources>\n")
        opening = tostring(Element("event", name=one_line(sheet.title)), "unicode", short_empty_elements=False)
        file.write(f"{opening.removesuffix('</event>')}\n")
        clips.seek(0)
        shutil.copyfileobj(clips, file)
        file.write("</event>\n</fcpxml>\n")


class _Resources:
    """Writes the asset of each clip, and each format once, before the first asset that has it."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._formats: dict[tuple[Fraction | None, int, int], str] = {}
        self._last = 0

    def format_of(self, clip: MarkedClip) -> str:
        """Return the id of the format of ``clip``."""
        facts = clip.row.clip.facts
        rate = None if _is_still(clip) else clip.counting.rate
        key = (rate, facts.width, facts.height)
        if key not in self._formats:
            self._formats[key] = self._next()
            timing = {"frameDuration": _seconds(1 / rate)} if rate else {"name": "FFVideoFormatRateUndefined"}
            size = {"width": str(facts.width), "height": str(facts.height)} if facts.width and facts.height else {}
            self._file.write(_xml(Element("format", {"id": self._formats[key]} | timing | size)))
        return self._formats[key]

    def asset_of(self, clip: MarkedClip) -> str:
        """Write the asset of ``clip`` and return its id."""
        given = self.format_of(clip)
        facts = clip.row.clip.facts
        start, length = (_ZERO, _ZERO) if _is_still(clip) else (clip.counting.source_time(0), _length(clip))
        asset = Element("asset", id=self._next(), name=clip.name, start=_seconds(start), duration=_seconds(length))
        asset.attrib |= {"hasVideo": "1", "format": given, "videoSources": "1"}
        if facts.audio_channels:
            sound = {"hasAudio": "1", "audioSources": "1", "audioChannels": str(facts.audio_channels)}
            asset.attrib |= sound | ({"audioRate": str(facts.audio_rate)} if facts.audio_rate else {})
        SubElement(asset, "media-rep", kind="original-media", src=file_url(clip.row.clip.file))
        self._file.write(_xml(asset))
        return asset.attrib["id"]

    def _next(self) -> str:
        self._last += 1
        return f"r{self._last}"


def _clip(clip: MarkedClip, resources: _Resources, sheet: Sheet) -> Element:
    asset, given = resources.asset_of(clip), resources.format_of(clip)
    start, length = _seconds(clip.counting.source_time(0)), _seconds(_length(clip))
    count = "DF" if clip.counting.drop else "NDF"
    placing = {"name": clip.name, "start": start, "duration": length, "format": given, "tcFormat": count}
    if _is_still(clip):
        element = Element("clip", placing)
        _add_note(element, clip, sheet)
        SubElement(element, "video", ref=asset, offset=start, duration=length, start="0s")
    else:
        element = Element("asset-clip", {"ref": asset} | placing)
        _add_note(element, clip, sheet)
    element.extend(_marks(clip))
    _add_metadata(element, clip, sheet)
    return element


def _add_note(element: Element, clip: MarkedClip, sheet: Sheet) -> None:
    lines = [*filter(None, [one_line(sheet.notice)]), *clip.lines]
    if lines:
        SubElement(element, "note").text = "\n".join(lines)


def _marks(clip: MarkedClip) -> Iterator[Element]:
    yield from _keywords(clip.whole, clip)
    for marker in clip.markers:
        mark = Element("marker", _times(marker.span, clip) | {"value": marker.name})
        if marker.said.doubts:
            mark.set("completed", "0")
        if marker.lines:
            mark.set("note", "; ".join(marker.lines))
        yield mark
        yield from _keywords(marker, clip)


def _keywords(marker: Marker, clip: MarkedClip) -> Iterator[Element]:
    for role, name in marker.said.facts:
        note = {} if role is Role.KEYWORD else {"note": str(role)}
        yield Element("keyword", _times(marker.span, clip) | {"value": name.replace(",", ";")} | note)


def _times(span: Span, clip: MarkedClip) -> dict[str, str]:
    first, count = clip.counting.frames(span)
    return {"start": _seconds(clip.counting.source_time(first)), "duration": _seconds(count / clip.counting.rate)}


def _add_metadata(element: Element, clip: MarkedClip, sheet: Sheet) -> None:
    metadata = SubElement(element, "metadata")
    SubElement(metadata, "md", key=f"{_METADATA}id", value=sheet_id(clip.row.clip.id), type="string")
    if clip.reel:
        SubElement(metadata, "md", key="com.apple.proapps.studio.reel", value=clip.reel)
    for column, cell in zip(sheet.columns, clip.row.cells, strict=True):
        if cell and column.key != "id":
            key, shown = f"{_METADATA}{column.key}", column.words
            SubElement(metadata, "md", key=key, value=one_line(cell), type="string", displayName=shown)


def _length(clip: MarkedClip) -> Fraction:
    return clip.counting.frames(Span(_ZERO, clip.length))[1] / clip.counting.rate


def _is_still(clip: MarkedClip) -> bool:
    return clip.row.clip.kind is MediaKind.STILL


def _seconds(time: Fraction) -> str:
    return f"{time.numerator}s" if time.denominator == 1 else f"{time.numerator}/{time.denominator}s"


def _xml(element: Element) -> str:
    indent(element)
    return f"{tostring(element, 'unicode')}\n"
