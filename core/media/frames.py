"""The luma of a clip's pictures in the order of showing, each with its exact time.

OpenCV decodes ordinary footage.  What it cannot give exactly or cheaply is decoded by PyAV: pictures of more than
eight bits and of wide gamut (OpenCV 4.14 sends even the luma plane through a gamut mapping that takes two seconds to
set up), files with several video streams, and key frames alone, of which OpenCV does not say how far they are from the
first picture.
"""

from __future__ import annotations

import enum
import os
from collections.abc import Callable, Iterator
from fractions import Fraction

import cv2
import numpy as np
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Discard
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.media.measure import Luma, Measures
from core.media.opening import FORMATS, Source, decoded, opened_clip
from core.media.probe import ClipProbe
from core.media.timeline import READ_BYTES, Timeline
from core.model.sniff import MediaFamily

FULL_PIXELS = 4_000_000_000
"""Clips of up to this many pixels, over all pictures, are decoded in full: ten seconds on one slow core."""

FEW_KEYS_FACTOR = 6
"""So much more is decoded in full where key frames alone would leave too much unseen."""

BLIND_S = Fraction(12)
"""The longest stretch in seconds that key frames may leave unseen."""

SAMPLES = 400
"""How many pictures are looked at where a clip is too long even for its key frames."""

_PLAIN_FORMATS = frozenset(("yuv420p", "yuvj420p", "yuv422p", "yuvj422p", "yuv444p", "yuvj444p", "nv12", "gray"))
_PLAIN_PRIMARIES = frozenset((1, 2, 5, 6, 7))
_CLIP_OPTIONS = f"protocol_whitelist;file|format_whitelist;{FORMATS}"
_TIMEOUT_MS = 15_000
_LOSS = 0.9
"""OpenCV ends at some damage that PyAV steps over: with less than this share of the pictures the other one is asked."""


class Mode(enum.StrEnum):
    """How much of a clip is decoded."""

    FULL = "full"
    KEYS = "keys"
    SAMPLES = "samples"


def choose_mode(source: Source, probe: ClipProbe, timeline: Timeline | None) -> Mode:
    """Return how much of the clip to decode, by what its pictures cost and how far its key frames stand apart."""
    pixels = probe.coded_width * probe.coded_height
    pictures = _picture_count(probe, timeline)
    if pictures * pixels <= FULL_PIXELS or source.family is MediaFamily.OGG:
        return Mode.FULL
    if timeline is not None and len(timeline.keys):
        dense = timeline.longest_blind * timeline.time_base <= BLIND_S
        if dense and len(timeline.keys) * pixels <= FULL_PIXELS:
            return Mode.KEYS
        if pictures * pixels <= FULL_PIXELS * FEW_KEYS_FACTOR and source.size <= READ_BYTES:
            return Mode.FULL
    return Mode.SAMPLES


def _picture_count(probe: ClipProbe, timeline: Timeline | None) -> int:
    if timeline is not None and len(timeline.shown):
        return len(timeline.shown)
    return int((probe.facts.duration or Fraction(3600)) * (probe.facts.frame_rate or Fraction(25)))


def scan(
    source: Source, probe: ClipProbe, timeline: Timeline | None, mode: Mode, progress: Callable[[], None]
) -> Measures:
    """Return the measures of the pictures that ``mode`` lets pass; ticks count from the first picture.

    Damaged stretches are stepped over.  Raises FileProblem where the file cannot be opened.
    """
    if mode is Mode.FULL and is_plain(source, probe):
        measures = _measure(opencv_pictures(source, probe), progress)
        if len(measures) >= _LOSS * _picture_count(probe, timeline):
            return measures
    return _measure(pyav_pictures(source, probe, mode), progress)


def is_plain(source: Source, probe: ClipProbe) -> bool:
    """Whether OpenCV gives the luma plane of this clip as it is, with exact times."""
    return (
        probe.facts.pixel_format in _PLAIN_FORMATS
        and probe.primaries in _PLAIN_PRIMARIES
        and probe.video_streams == 1
        # Seeking in Ogg files with a cover picture aborts the process inside FFmpeg; PyAV below never seeks in them.
        and source.family is not MediaFamily.OGG
    )


Picture = tuple[int, Luma, int]
"""Ticks since the first picture, the luma plane as coded, and the luma that would be white."""


def _measure(pictures: Iterator[Picture], progress: Callable[[], None]) -> Measures:
    measures = Measures()
    for tick, luma, white in pictures:
        progress()
        # A clip is a line of time: what comes late or twice after damage is left out.
        if not measures.ticks or tick > measures.ticks[-1]:
            measures.add(tick, luma, white)
    return measures


def opencv_pictures(source: Source, probe: ClipProbe) -> Iterator[Picture]:
    """Yield all pictures of a plain clip; the luma is valid until the next one is asked for."""
    os.environ["OPENCV_FFMPEG_CAPTURE_OPTIONS"] = _CLIP_OPTIONS
    capture = cv2.VideoCapture(
        os.fsencode(source.path),  # type: ignore[call-overload]  # bytes: a str with surrogates ends the process
        cv2.CAP_FFMPEG,
        [
            cv2.CAP_PROP_N_THREADS, 1,
            cv2.CAP_PROP_CONVERT_RGB, 0,
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _TIMEOUT_MS,
            cv2.CAP_PROP_READ_TIMEOUT_MSEC, _TIMEOUT_MS,
        ],
    )  # fmt: skip
    capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 0)
    ticks_per_ms = 1 / (1000 * float(probe.time_base))
    luma = None
    try:
        while capture.grab():
            there, luma = capture.retrieve(luma)
            if there and luma.ndim == 2:
                # Milliseconds are floating point here; rounded to the time base they are exact again.
                yield round(capture.get(cv2.CAP_PROP_POS_MSEC) * ticks_per_ms), luma, 255
    finally:
        capture.release()


def pyav_pictures(source: Source, probe: ClipProbe, mode: Mode) -> Iterator[Picture]:
    """Yield the pictures that ``mode`` lets pass, of any clip."""
    with opened_clip(source) as container:
        stream = container.streams.video[probe.stream]
        stream.thread_count = 1
        if mode is Mode.KEYS:
            stream.codec_context.skip_frame = "NONKEY"
            stream.discard = Discard.nonkey
        frames = _sampled(container, stream, probe) if mode is Mode.SAMPLES else decoded(container.demux(stream))
        step = _usual_step(probe)
        tick = -step
        for frame in frames:
            tick = tick + step if frame.pts is None else frame.pts - probe.first
            yield tick, *_luma(frame)


def _usual_step(probe: ClipProbe) -> int:
    return max(1, round(1 / ((probe.facts.frame_rate or Fraction(25)) * probe.time_base)))


def _sampled(container: InputContainer, stream: VideoStream, probe: ClipProbe) -> Iterator[VideoFrame]:
    """Yield the key frames at or before evenly spaced times."""
    length = int((probe.facts.duration or Fraction(0)) / probe.time_base)
    last: int | None = None
    for number in range(SAMPLES):
        try:
            container.seek(probe.first + length * number // SAMPLES, stream=stream)
        except FFmpegError:
            continue
        frame = next(decoded(container.demux(stream)), None)
        if frame is not None and frame.pts is not None and frame.pts != last:
            last = frame.pts
            yield frame


def _luma(frame: VideoFrame) -> tuple[Luma, int]:
    """Return the luma plane of ``frame`` without copying it, converting only what has none, and what would be white."""
    form = frame.format
    bits = form.components[0].bits
    planar_luma = not form.is_rgb and not form.has_palette and len(frame.planes) > 1 and not form.name.startswith("p0")
    if not planar_luma or form.is_big_endian:
        scale = min(1.0, 512 / max(frame.width, frame.height))
        size = max(16, round(frame.width * scale)), max(16, round(frame.height * scale))
        return frame.reformat(*size, format="gray", interpolation="AREA").to_ndarray().astype(np.uint8), 255
    plane = frame.planes[0]
    data = memoryview(plane)
    samples: Luma = np.frombuffer(data, np.uint8) if bits == 8 else np.frombuffer(data, np.uint16)
    rows: Luma = samples.reshape(-1, plane.line_size // samples.itemsize)
    return rows[: frame.height, : frame.width], (1 << bits) - 1
