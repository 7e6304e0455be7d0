"""Renders the clips of the sample archive: pictures, sound, and what a camera writes into a file.

It runs in a worker child, like every job that touches a codec; the child writes no files, so a clip comes back as
bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import field
from fractions import Fraction
from typing import Any

import av
import cv2
import numpy as np
import numpy.typing as npt
from av.container import OutputContainer

from core.errors import InternalError
from core.media.demo_scenes import CraneShot, Painter, PhoneClip, TrainRoof
from core.media.demo_stage import CLAP, Dolly, Slate, Tunnel
from core.values import dataclass

Samples = npt.NDArray[np.float64]

_SOUND_RATE = 48_000
_BT601 = 6
"""The matrix OpenCV turns RGB into YUV with, as ISO/IEC 23091-2 counts colour primaries, transfer and matrix."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One demo clip: how it is drawn and heard, how long it runs, and what its container says.

    ``form`` is the container, and the ending of a file that holds it: only ``mov`` keeps the name of a reel.
    """

    paint: Callable[[], Painter]
    sound: Callable[[Samples], Samples]
    width: int = 1280
    height: int = 720
    rate: Fraction
    seconds: int
    form: str = "mp4"
    container: Mapping[str, str]
    stream: Mapping[str, str] = field(default_factory=dict)


def render(task: Mapping[str, Any], progress: Callable[[], None]) -> tuple[dict[str, Any], list[bytes]]:
    """Draw the demo clip called ``task["scene"]`` and return it as the bytes of a file (H.264 and AAC).

    The value names the ``form`` of the file.  ``progress`` is called after every picture.
    """
    scene = SCENES.get(str(task["scene"]))
    if scene is None:
        raise InternalError(f"There is no demo clip called {task['scene']}.")
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=scene.form, options={"movflags": "use_metadata_tags"}) as container:
        container.metadata.update(scene.container)
        _encode(container, scene, progress)
    return {"form": scene.form}, [buffer.getvalue()]


def _encode(container: OutputContainer, scene: Scene, progress: Callable[[], None]) -> None:
    video = container.add_stream("libx264", rate=scene.rate, options={"preset": "superfast", "crf": "23", "g": "50"})
    video.width, video.height, video.pix_fmt = scene.width, scene.height, "yuv420p"
    video.codec_context.color_primaries = video.codec_context.color_trc = video.codec_context.colorspace = _BT601
    video.metadata.update(scene.stream)
    audio = container.add_stream("aac", rate=_SOUND_RATE, layout="stereo")
    paint = scene.paint()
    for number in range(int(scene.seconds * scene.rate)):
        picture = cv2.cvtColor(paint(number, float(number / scene.rate)), cv2.COLOR_RGB2YUV_I420)
        frame = av.VideoFrame.from_ndarray(np.asarray(picture, np.uint8), format="yuv420p")
        frame.pts, frame.time_base = number, 1 / scene.rate
        container.mux(video.encode(frame))
        progress()
    container.mux(video.encode(None))
    for piece in _pieces(scene):
        container.mux(audio.encode(piece))
    container.mux(audio.encode(None))


def _pieces(scene: Scene) -> list[av.AudioFrame]:
    """The sound of a scene in frames of a second."""
    seconds = np.arange(scene.seconds * _SOUND_RATE) / _SOUND_RATE
    left = np.clip(scene.sound(seconds), -0.95, 0.95)
    right = np.roll(left, 13)  # a third of a millisecond apart: wide enough for two ears
    frames = []
    for start in range(0, len(left), _SOUND_RATE):
        both = np.stack([left[start : start + _SOUND_RATE], right[start : start + _SOUND_RATE]])
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(both, np.float32), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = _SOUND_RATE, start, Fraction(1, _SOUND_RATE)
        frames.append(frame)
    return frames


def _rumble(seconds: Samples, seed: int, softness: int) -> Samples:
    """Noise without its highs: the mean over ``softness`` samples, at about full loudness."""
    noise = np.random.default_rng(seed).normal(0, 1, len(seconds) + softness)
    total = np.cumsum(noise)
    return np.asarray((total[softness:] - total[:-softness]) / np.sqrt(softness) * 0.3)


def _knocks(seconds: Samples, times: npt.NDArray[np.float64], pitch: float, decay: float) -> Samples:
    """Short struck tones at ``times``."""
    sound = np.zeros_like(seconds)
    for time in times:
        after = seconds - time
        near = (after >= 0) & (after < 8 / decay)
        sound[near] += np.exp(-after[near] * decay) * np.sin(2 * np.pi * pitch * after[near])
    return sound


def _whistle(seconds: Samples, start: float, length: float) -> Samples:
    """A steam whistle: three notes that swell and fall."""
    place = np.clip((seconds - start) / length, 0, 1)
    swell = np.sin(np.pi * place) ** 0.6
    return np.asarray(swell * sum(np.sin(2 * np.pi * note * seconds) for note in (311.1, 370.0, 466.2)) / 3)


def _rails(seconds: Samples) -> Samples:
    joints = np.arange(0, seconds[-1], 0.62)
    return _knocks(seconds, np.concatenate([joints, joints + 0.11]), 92, 26)


def _train_roof_sound(seconds: Samples) -> Samples:
    return _rumble(seconds, 1, 90) * 0.45 + _rails(seconds) * 0.22 + _whistle(seconds, 2.2, 1.8) * 0.10


def _tunnel_sound(seconds: Samples) -> Samples:
    inside = np.where(seconds < 4.4, 1.0, np.maximum(0.3, 1 - (seconds - 4.4) * 2))
    return (_rumble(seconds, 2, 220) * 0.9 + _rails(seconds) * 0.3) * inside


def _dolly_sound(seconds: Samples) -> Samples:
    return _rumble(seconds, 3, 400) * 0.10 + _knocks(seconds, np.arange(1.0, 7.0, 0.47), 640, 30) * 0.015


def _crane_sound(seconds: Samples) -> Samples:
    wind = _rumble(seconds, 4, 60) * (0.16 + 0.06 * np.sin(seconds * 0.9))
    return np.asarray(wind + _rails(seconds) * 0.08 + _whistle(seconds, 4.6, 2.0) * 0.06)


def _phone_sound(seconds: Samples) -> Samples:
    passing = np.exp(-(((seconds - 2.9) / 1.5) ** 2))
    birds = _knocks(seconds, np.array([0.3, 0.42, 0.55, 5.2, 5.33]), 3400, 40) * 0.06
    return np.asarray((_rumble(seconds, 5, 70) * 0.6 + _rails(seconds) * 0.3) * passing + birds)


def _slate_sound(seconds: Samples) -> Samples:
    clap = np.exp(-np.maximum(seconds - CLAP, 0) * 60) * (seconds >= CLAP)
    return np.asarray(_rumble(seconds, 6, 300) * 0.08 + clap * np.random.default_rng(8).normal(0, 0.4, len(seconds)))


def _facts(utc: str, local: str, make: str, model: str, place: str) -> dict[str, str]:
    """What a camera writes: the date in UTC and with its zone, make and model, and where it stood (ISO 6709)."""
    return {
        "creation_time": utc,
        "com.apple.quicktime.creationdate": local,
        "com.apple.quicktime.make": make,
        "com.apple.quicktime.model": model,
        "com.apple.quicktime.location.ISO6709": place,
    }


_ANDALSNES = "+62.5675+007.6870+004.000/"
_RAUMA_LINE = "+62.4412+007.9110+061.000/"
_ROMSDALEN = "+62.4868+007.7821+038.000/"

SCENES: Mapping[str, Scene] = {
    "train roof": Scene(
        paint=TrainRoof, sound=_train_roof_sound, rate=Fraction(25), seconds=11,
        container=_facts("2020-09-06T12:22:05Z", "2020-09-06T14:22:05+0200", "Panasonic", "DC-GH5", _RAUMA_LINE),
    ),
    "tunnel": Scene(
        paint=Tunnel, sound=_tunnel_sound, rate=Fraction(24), seconds=7, form="mov",
        container=_facts("2020-09-06T13:05:40Z", "2020-09-06T15:05:40+0200", "ARRI", "ALEXA Mini LF", _ROMSDALEN),
        stream={"timecode": "15:05:40:00", "reel_name": "A016C004"},
    ),
    "dolly": Scene(
        paint=Dolly, sound=_dolly_sound, rate=Fraction(24), seconds=8, form="mov",
        container=_facts("2021-04-19T08:41:10Z", "2021-04-19T09:41:10+0100", "ARRI", "ALEXA Mini LF",
                         "+51.6587-000.4205+070.000/"),
        stream={"timecode": "09:41:10:00", "reel_name": "A104C011"},
    ),
    "crane": Scene(
        paint=CraneShot, sound=_crane_sound, rate=Fraction(30000, 1001), seconds=8,
        container=_facts("2020-09-06T18:12:30Z", "2020-09-06T20:12:30+0200", "Sony", "ILCE-7SM3", _ANDALSNES),
    ),
    "phone": Scene(
        paint=PhoneClip, sound=_phone_sound, width=720, height=1280, rate=Fraction(30), seconds=6,
        container=_facts("2020-09-06T12:24:51Z", "2020-09-06T14:24:51+0200", "Apple", "iPhone 11", _RAUMA_LINE),
    ),
    "slate": Scene(
        paint=Slate, sound=_slate_sound, rate=Fraction(25), seconds=6, form="mov",
        container=_facts("2020-09-06T11:58:02Z", "2020-09-06T13:58:02+0200", "ARRI", "ALEXA Mini LF", _ANDALSNES),
        stream={"timecode": "13:58:02:00", "reel_name": "A017C003"},
    ),
}  # fmt: skip
"""The demo clips by name; the places are those along the Rauma line, and a studio."""
