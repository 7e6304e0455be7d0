"""Small clips and stills made at test time, so that no binary lies in the repository.

Every scene is a ramp of its own colour with a grid over it and a white square that moves one step a frame: never black,
never blurred, and no two frames of a clip are alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt
from PIL import Image

Picture = npt.NDArray[np.uint8]
"""Height x width x 3, RGB."""

Draw = Callable[[int, int], Picture]
"""Returns the picture for (frame number, number of frames)."""

SOUND_RATE = 48_000
SCENE_COLOURS = ((200, 60, 40), (40, 170, 90), (60, 80, 210), (220, 190, 50), (150, 60, 190), (60, 190, 200))
FAST = {"libx264": {"preset": "ultrafast", "g": "12"}, "libx265": {"preset": "ultrafast", "x265-params": "log-level=0"}}

EXIF_IFD, GPS_IFD = 0x8769, 0x8825
MAKE, MODEL, ORIENTATION = 0x010F, 0x0110, 0x0112
DATE_TIME_ORIGINAL, OFFSET_TIME_ORIGINAL = 0x9003, 0x9011


def scene_picture(scene: int, step: int, size: tuple[int, int]) -> Picture:
    """Return frame ``step`` of scene ``scene``, ``size`` being (width, height)."""
    width, height = size
    ramp = np.linspace(0.45, 1.0, width)[None, :, None]
    colour = np.array(SCENE_COLOURS[scene % len(SCENE_COLOURS)])
    picture = np.broadcast_to(ramp * colour, (height, width, 3)).astype(np.uint8)
    pitch = 12 + 4 * (scene % 4)
    picture[::pitch] //= 2
    picture[:, ::pitch] //= 2
    side = max(4, min(size) // 5)
    left, top = (step * 3) % max(1, width - side), (step * 2 + scene * 7) % max(1, height - side)
    picture[top : top + side, left : left + side] = 245
    return picture


def scenes_drawn(scenes: int, size: tuple[int, int]) -> Draw:
    """Return a drawing of ``scenes`` equally long scenes joined by hard cuts."""

    def draw(frame: int, frames: int) -> Picture:
        return scene_picture(frame * scenes // frames, frame, size)

    return draw


BARS = 10
"""How many bars a numbered picture has: it counts to two to that power."""


def numbered_picture(number: int, size: tuple[int, int]) -> Picture:
    """Return a picture that says ``number`` in upright bars, the lowest bit left: white is one, black nought."""
    width, height = size
    bits = np.array([255 * (number >> bit & 1) for bit in range(BARS)], np.uint8)
    row = bits[np.arange(width) * BARS // width]
    return np.broadcast_to(row[None, :, None], (height, width, 3)).copy()


def picture_number(picture: npt.NDArray[np.uint8]) -> int:
    """Return the number a picture of upright bars says."""
    width = picture.shape[1]
    centres = (2 * np.arange(BARS) + 1) * width // (2 * BARS)
    return sum(int(bit) << place for place, bit in enumerate(picture[..., 1].mean(axis=0)[centres] > 127))


def make_clip(
    path: Path,
    *,
    seconds: Fraction | int = 2,
    size: tuple[int, int] = (320, 180),
    rate: Fraction | int = 25,
    codec: str = "libx264",
    pixels: str = "yuv420p",
    scenes: int = 3,
    audio: bool = False,
    rotation: int = 0,
    metadata: Mapping[str, str] | None = None,
    draw: Draw | None = None,
    times: Sequence[int] | None = None,
    options: Mapping[str, str] | None = None,
) -> Path:
    """Write a clip of ``seconds`` at ``rate`` and return its path; the suffix chooses the container.

    ``rotation`` is how far the player must turn the picture clockwise, in degrees.  ``draw`` replaces the scenes.
    ``times`` gives each frame's time in units of 1/rate, one per frame, for a variable rate; ``options`` go to the
    encoder.
    """
    paint = draw or scenes_drawn(scenes, size)
    count = len(times) if times is not None else int(seconds * Fraction(rate))
    keep_keys = {"movflags": "use_metadata_tags"} if path.suffix in (".mp4", ".mov") else {}
    with av.open(str(path), "w", options=keep_keys) as container:
        container.metadata.update(metadata or {})
        stream = container.add_stream(codec, rate=Fraction(rate), options=dict(options or FAST.get(codec, {})))
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = size
        stream.pix_fmt = pixels
        stream.codec_context.time_base = 1 / Fraction(rate)
        if rotation:
            stream.set_display_rotation(-rotation)
        sound = container.add_stream("aac", rate=SOUND_RATE) if audio else None
        for number in range(count):
            frame = av.VideoFrame.from_ndarray(paint(number, count), format="rgb24")
            frame.pts = times[number] if times is not None else number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if sound is not None:
            _write_tone(container, sound, Fraction(count) / Fraction(rate))
    return path


def _write_tone(container: av.container.OutputContainer, stream: av.AudioStream, seconds: Fraction) -> None:
    samples = np.arange(int(seconds * SOUND_RATE))
    tone = (0.2 * np.sin(samples * 2 * np.pi * 440 / SOUND_RATE)).astype(np.float32)
    frame = av.AudioFrame.from_ndarray(tone[None, :], format="fltp", layout="mono")
    frame.sample_rate = SOUND_RATE
    frame.pts = 0
    container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def make_jpeg(
    path: Path,
    *,
    size: tuple[int, int] = (320, 180),
    scene: int = 0,
    camera: tuple[str, str] | None = None,
    taken: str = "",
    zone: str = "",
    place: tuple[float, float] | None = None,
    orientation: int = 1,
) -> Path:
    """Write a JPEG and return its path.

    ``camera`` is (make, model), ``taken`` EXIF's "2021:06:01 14:22:05", ``zone`` "+02:00", ``place`` (north, east).
    """
    exif = Image.Exif()
    if camera:
        exif[MAKE], exif[MODEL] = camera
    if orientation != 1:
        exif[ORIENTATION] = orientation
    shot = {DATE_TIME_ORIGINAL: taken, OFFSET_TIME_ORIGINAL: zone}
    exif.get_ifd(EXIF_IFD).update({tag: text for tag, text in shot.items() if text})
    if place:
        exif.get_ifd(GPS_IFD).update(_gps(*place))
    Image.fromarray(scene_picture(scene, 0, size)).save(path, "JPEG", quality=90, exif=exif)
    return path


def _gps(latitude: float, longitude: float) -> dict[int, Any]:
    return {
        1: "N" if latitude >= 0 else "S",
        2: _sexagesimal(latitude),
        3: "E" if longitude >= 0 else "W",
        4: _sexagesimal(longitude),
    }


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    minutes, seconds = divmod(round(abs(degrees) * 3600, 3), 60)
    whole, minute = divmod(minutes, 60)
    return whole, minute, seconds
