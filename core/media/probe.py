"""What the container of a clip and its streams say, taken with a grain of salt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from av.container import InputContainer
from av.error import FFmpegError
from av.sidedata.sidedata import Type as SideData
from av.stream import Disposition, Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.errors import FileProblem
from core.media.avchd import camcorder_tags
from core.media.dates import clip_date, other_date
from core.media.names import camera_name
from core.media.opencv import MAX_PIXELS
from core.media.opening import Source, opened_clip
from core.media.packets import LONGEST as LONGEST_PACKET
from core.media.packets import XmpFacts, find_packet, xmp_facts
from core.media.places import parse_iso6709
from core.model import reasons
from core.model.media import Chapter, DateShot, GeoPoint, MediaFacts
from core.model.reasons import said
from core.model.sniff import MediaFamily
from core.values import dataclass

LONGEST = Fraction(7 * 24 * 3600)
"""Seconds; a container that claims more is not believed."""

RATES = (Fraction(1, 10), Fraction(1000))
"""Pictures a second that are believed."""

PQ, HLG = 16, 18
"""Transfer characteristics of ITU-T H.273: SMPTE ST 2084 and ARIB STD-B67."""

_DOLBY_TAGS = frozenset(("dvh1", "dvhe", "dva1", "dvav", "dav1"))
_CAMCORDER_PACKETS = 4
_MOST_CHAPTERS, _MOST_WORDS, _LONGEST_KEY, _LONGEST_WORDS = 500, 60, 80, 500
_TOLD_ELSEWHERE = (
    "major_brand", "minor_version", "compatible_brands", "creation_time", "date", "location", "xmp", "title",
    "timecode", "com.apple.quicktime.location", "com.apple.quicktime.creationdate", "duration", "handler_name",
    "vendor_id",
)  # fmt: skip
_CLIP_TYPES = {MediaFamily.MOV: "MP4", MediaFamily.MATROSKA: "Matroska"}
_PLACE_KEYS = ("com.apple.quicktime.location.iso6709", "location", "location-eng")
_MAKES = ("com.apple.quicktime.make", "com.android.manufacturer", "make", "manufacturer")
_MODELS = ("com.apple.quicktime.model", "com.android.model", "model", "product_name")
_LENSES = ("com.apple.quicktime.camera.lens_model", "lens")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipProbe:
    """What is known of a clip before its pictures are looked at.

    ``stream`` counts the video streams only, of which there are ``video_streams``; ``first`` is when the first picture
    is shown, in ticks of ``time_base``; ``aspect`` is the width of a pixel over its height; ``primaries`` and
    ``transfer`` are code points of ITU-T H.273.
    """

    facts: MediaFacts
    date_shot: DateShot | None
    place: GeoPoint | None
    stream: int
    video_streams: int
    time_base: Fraction
    first: int
    coded_width: int
    coded_height: int
    aspect: Fraction
    primaries: int
    transfer: int
    xmp: str = ""


def probe_clip(source: Source) -> ClipProbe:
    """Return what ``source`` says of itself; raises FileProblem where not one picture comes out of it."""
    with opened_clip(source) as container:
        return probe_opened(source, container)


def probe_opened(source: Source, container: InputContainer) -> ClipProbe:
    """Return what ``probe_clip`` does of a clip just opened, whose first packets have been read then."""
    stream = _video_stream(source, container)
    frame = _first_picture(source, container, stream)
    return _probe(source, container, stream, frame)


def _probe(source: Source, container: InputContainer, stream: VideoStream, frame: VideoFrame) -> ClipProbe:
    tags = {**_camcorder_tags(source), **_tags(container, stream)}
    videos = list(container.streams.video)
    packet = _packet(source, tags)
    xmp = xmp_facts(packet)
    facts = _filled(_facts(container, stream, frame, source.family, tags), xmp)
    date_shot = clip_date(tags, source.name, xmp.date_shot)
    place = next((point for key in _PLACE_KEYS if (point := parse_iso6709(tags.get(key, "")))), None)
    return ClipProbe(
        facts=replace(facts, other_date=other_date(date_shot, tags)),
        date_shot=date_shot,
        place=place or xmp.place,
        stream=videos.index(stream),
        video_streams=len(videos),
        time_base=stream.time_base or Fraction(1, 1000),
        first=frame.pts or 0,
        coded_width=frame.width,
        coded_height=frame.height,
        aspect=_aspect(stream),
        primaries=int(frame.color_primaries),
        transfer=int(frame.color_trc),
        xmp=packet.decode("utf-8", "replace"),
    )


def _camcorder_tags(source: Source) -> dict[str, str]:
    """Return what an AVCHD camcorder wrote into the first pictures of a transport stream, under names of our own."""
    if source.family is not MediaFamily.MPEGTS:
        return {}
    with suppress(FileProblem), opened_clip(source) as container:
        packets = container.demux(*container.streams.video[:1]) if container.streams.video else iter(())
        return camcorder_tags(b"".join(bytes(packet) for packet in islice(packets, _CAMCORDER_PACKETS)))
    return {}


def _packet(source: Source, tags: Mapping[str, str]) -> bytes:
    """Return the XMP packet that FFmpeg found in its place, else one that stands near an end of the file."""
    told = tags.get("xmp", "").encode("utf-8", "replace")
    start = told.find(b"<x:xmpmeta")
    return told[start:] if start >= 0 and len(told) <= LONGEST_PACKET else find_packet(source)


def _filled(facts: MediaFacts, xmp: XmpFacts) -> MediaFacts:
    """Return ``facts`` with what the container leaves unsaid from ``xmp``."""
    return replace(
        facts,
        camera=facts.camera or xmp.camera,
        lens=facts.lens or xmp.lens,
        title=facts.title or xmp.title,
        start_timecode=facts.start_timecode or xmp.start_timecode,
        reel=facts.reel or xmp.reel,
    )


def _video_stream(source: Source, container: InputContainer) -> VideoStream:
    """Return the stream a player would show; raises FileProblem where there is none that can be decoded."""
    pictures = [stream for stream in container.streams.video if not stream.disposition & Disposition.attached_pic]
    if not pictures:
        if container.streams.audio:
            raise FileProblem(said(reasons.SOUND_ONLY, name=source.name))
        raise FileProblem(said(reasons.NO_PICTURES, name=source.name, family=source.family.value))
    pictures.sort(key=lambda stream: not stream.disposition & Disposition.default)
    for stream in pictures:
        if stream.codec_context is not None:
            return stream
    raise FileProblem(_no_decoder(source))


def _no_decoder(source: Source) -> str:
    tag = coding_tag(source)
    if not tag:
        return said(reasons.NO_DECODER_KNOWN, name=source.name)
    coding = f"“{tag}”" + (" (Dolby Vision)" if tag in _DOLBY_TAGS else "")
    return said(reasons.NO_DECODER, name=source.name, coding=coding)


def coding_tag(source: Source) -> str:
    """Return the four letters an MP4 gives its pictures' coding (ISO/IEC 14496-12 SampleEntry), else nothing."""
    if source.family is not MediaFamily.MOV:
        return ""
    with open(source.path, "rb") as file:
        if source.size > 2 * _TABLE_REACH:
            file.seek(-_TABLE_REACH, 2)
            end = file.read(_TABLE_REACH)
            file.seek(0)
            data = file.read(_TABLE_REACH) + end
        else:
            data = file.read(2 * _TABLE_REACH)
    at = data.find(b"vmhd")
    at = data.find(b"stsd", at) if at >= 0 else -1
    tag = data[at + 16 : at + 20] if at >= 0 else b""
    return tag.decode("ascii") if tag.isalnum() and tag.isascii() else ""


_TABLE_REACH = 1 << 22


def _first_picture(source: Source, container: InputContainer, stream: VideoStream) -> VideoFrame:
    """Decode one picture of ``stream``; raises FileProblem where none comes or it is too large."""
    if stream.width * stream.height > MAX_PIXELS:
        raise FileProblem(said(reasons.HUGE, name=source.name, width=stream.width, height=stream.height))
    stream.thread_count = 1
    refused = 0
    for packet in container.demux(stream):
        try:
            for frame in packet.decode():
                return frame
        except FFmpegError:
            refused += 1
            if refused > 500:
                break
    raise FileProblem(_no_picture(source, refused))


def _no_picture(source: Source, refused: int) -> str:
    if coding_tag(source) in ("encv", "drmi"):
        return said(reasons.ENCRYPTED, name=source.name)
    if refused:
        return said(reasons.NOTHING_DECODES, name=source.name)
    return said(reasons.CUT_OFF, name=source.name)


def _facts(
    container: InputContainer, stream: VideoStream, frame: VideoFrame, family: MediaFamily, tags: Mapping[str, str]
) -> MediaFacts:
    rotation = -frame.rotation % 360
    width, height = (frame.height, frame.width) if rotation % 180 else (frame.width, frame.height)
    sound = next((audio for audio in container.streams.audio if audio.codec_context is not None), None)
    return MediaFacts(
        container="QuickTime" if tags.get("major_brand") == "qt  " else _CLIP_TYPES.get(family, family.value),
        codec=stream.codec_context.codec.canonical_name,
        pixel_format=frame.format.name,
        width=width,
        height=height,
        rotation=rotation,
        duration=_duration(container, stream, family),
        frame_rate=next((rate for rate in (stream.average_rate, stream.guessed_rate) if believable_rate(rate)), None),
        hdr=_hdr(stream, frame),
        audio_codec=sound.codec_context.codec.canonical_name if sound else "",
        audio_channels=sound.channels if sound else 0,
        audio_rate=sound.rate if sound else 0,
        start_timecode=_first_said("timecode", stream, container),
        reel=_first_said("reel_name", stream, container),
        camera=camera_name(_first(tags, _MAKES), _first(tags, _MODELS)),
        lens=_first(tags, _LENSES),
        title=tags.get("title", "").strip(),
        audio_tracks=len(container.streams.audio),
        audio_layout=sound.layout.name if sound else "",
        chapters=_chapters(container),
        tags=_words(container.metadata),
    )


def _chapters(container: InputContainer) -> tuple[Chapter, ...]:
    """Return the chapters that lie in a believable time, in order."""
    found = []
    for chapter in container.chapters()[:_MOST_CHAPTERS]:
        base = chapter["time_base"] or Fraction(1, 1_000_000)
        start, end = Fraction(chapter["start"] * base), Fraction(chapter["end"] * base)
        if 0 <= start <= end <= LONGEST:
            title = str(chapter["metadata"].get("title", "")).strip()[:_LONGEST_WORDS]
            found.append(Chapter(start=start, end=end, title=title))
    return tuple(sorted(found, key=lambda chapter: chapter.start))


def _words(metadata: Mapping[str, str]) -> dict[str, str]:
    """Return what a container says in words and no other fact holds."""
    kept: dict[str, str] = {}
    for key, value in metadata.items():
        key, value = key.lower()[:_LONGEST_KEY], value.strip()
        if value and len(kept) < _MOST_WORDS and not key.startswith(_TOLD_ELSEWHERE):
            kept.setdefault(key, value[:_LONGEST_WORDS])
    return kept


def believable_rate(rate: Fraction | None) -> bool:
    """Whether ``rate`` is one at which a camera may have run."""
    return rate is not None and RATES[0] <= rate <= RATES[1]


def _duration(container: InputContainer, stream: VideoStream, family: MediaFamily) -> Fraction | None:
    """Return what the stream, else the container, claims, in seconds, where that may be so."""
    claims = []
    if family is MediaFamily.AVI and stream.average_rate:
        # FFmpeg shortens the duration of an AVI to what is there; its count of pictures is the file's own claim.
        claims.append(stream.frames / stream.average_rate)
    if stream.duration is not None and stream.time_base is not None:
        claims.append(stream.duration * stream.time_base)
    if container.duration is not None:
        claims.append(Fraction(container.duration, 1_000_000))
    return next((claim for claim in claims if 0 < claim <= LONGEST), None)


def _hdr(stream: VideoStream, frame: VideoFrame) -> str:
    dolby = stream.codec_tag in _DOLBY_TAGS or _has_dolby_data(frame)
    curve = {PQ: "PQ", HLG: "HLG"}.get(int(frame.color_trc), "")
    return f"Dolby Vision ({curve})" if dolby and curve else "Dolby Vision" if dolby else curve


def _has_dolby_data(frame: VideoFrame) -> bool:
    try:
        return SideData.DOVI_METADATA in frame.side_data
    except ValueError:  # a kind that FFmpeg has and PyAV does not know yet, such as the EXIF of a JPEG
        return False


def _aspect(stream: VideoStream) -> Fraction:
    aspect = stream.sample_aspect_ratio
    return aspect if aspect is not None and Fraction(1, 4) <= aspect <= 4 else Fraction(1)


def _tags(container: InputContainer, stream: Stream) -> dict[str, str]:
    """Return the tags of the container over those of ``stream``, with names in lower case."""
    both = (stream.metadata, container.metadata)
    return {key.lower(): value for tags in both for key, value in tags.items()}


def _first(tags: Mapping[str, str], keys: Iterable[str]) -> str:
    return next((tags[key].strip() for key in keys if tags.get(key, "").strip()), "")


def _first_said(key: str, stream: Stream, container: InputContainer) -> str:
    """Return what the video stream says, then a timecode track, then the container, then anything else in it."""
    places = (stream, *container.streams.data, container, *container.streams)
    return next((place.metadata[key].strip() for place in places if place.metadata.get(key, "").strip()), "")
