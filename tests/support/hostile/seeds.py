"""Small sound files of many kinds, from which damaged ones are made."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from tests.support.hostile.boxes import heic, movie_of_jpegs
from tests.support.media import make_clip, make_jpeg, scene_picture

SIZE = (96, 64)

_CLIPS: Mapping[str, Mapping[str, object]] = {
    "h264.mp4": {},
    "h264.mov": {"rotation": 90, "metadata": {"com.apple.quicktime.make": "Apple", "location": "+62.5+007.7/"}},
    "h264.mkv": {"audio": True},
    "h264.ts": {},
    "h264.flv": {},
    "hevc.mp4": {"codec": "libx265"},
    "mpeg4.avi": {"codec": "mpeg4"},
    "mjpeg.avi": {"codec": "mjpeg", "pixels": "yuvj420p"},
    "mpeg2.mpg": {"codec": "mpeg2video"},
    "mpeg2.mxf": {"codec": "mpeg2video"},
    "prores.mov": {"codec": "prores_ks", "pixels": "yuv422p10le"},
    "vp9.webm": {"codec": "libvpx-vp9"},
    "wmv2.wmv": {"codec": "wmv2"},
    "theora.ogv": {"codec": "libtheora"},
}
_STILLS = ("PNG", "GIF", "BMP", "WEBP", "TIFF", "JPEG2000", "AVIF")


@cache
def seeds() -> Mapping[str, bytes]:
    """Return sound files by name; those whose encoder this build of FFmpeg or Pillow lacks are not among them."""
    made: dict[str, bytes] = {}
    with TemporaryDirectory() as scratch:
        for name, options in _CLIPS.items():
            data = _clip(Path(scratch) / name, options)
            if data:
                made[name] = data
        still = make_jpeg(
            Path(scratch) / "exif.jpg", size=SIZE, camera=("Canon", "Canon EOS R6"), taken="2021:06:01 14:22:05",
            zone="+02:00", place=(62.5, 7.7), orientation=6,
        )  # fmt: skip
        made["exif.jpg"] = still.read_bytes()
    for form in _STILLS:
        data = _still(form)
        if data:
            made[f"still.{form.lower()}"] = data
    made["jpegs.mov"] = movie_of_jpegs([made["exif.jpg"]], SIZE, count=8)
    made["item.heic"] = heic(exif=b"\0\0\0\0II*\0\x08\0\0\0\0\0\0\0\0\0")
    return made


def _clip(path: Path, options: Mapping[str, object]) -> bytes:
    try:
        return make_clip(path, seconds=1, size=SIZE, rate=12, **options).read_bytes()  # type: ignore[arg-type]
    except (ValueError, OSError):
        return b""


def _still(form: str) -> bytes:
    buffer = io.BytesIO()
    try:
        Image.fromarray(scene_picture(1, 0, SIZE)).save(buffer, form)
    except (KeyError, OSError):
        return b""
    return buffer.getvalue()
