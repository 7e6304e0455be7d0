"""What a filmstrip weighs and how soon it shows: JPEG against WebP, and from the pointer to the picture.

Run: python -m benchmarks.filmstrips   (medians; sprites as an import makes them, of pictures with texture and grain)
"""

from __future__ import annotations

import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from benchmarks.table import measured, show, write
from core.media.jobs import exact, triage
from core.media.strips import COLUMNS, MOST, TILE
from core.model.codec import from_document
from core.model.media import Filmstrip
from core.ports.media import Findings
from gui.bridge.thumbnails import Look, Thumbnail, decode
from gui.library.filmstrips import place_at, sheet_size, tile_rect
from tests.support.media import Picture, make_clip
from tests.support.seen import walk

RUNS = 15
_ENCODINGS: dict[str, tuple[str, list[int]]] = {
    "JPEG 85": (".jpg", [cv2.IMWRITE_JPEG_QUALITY, 85, cv2.IMWRITE_JPEG_OPTIMIZE, 1]),
    "JPEG 75": (".jpg", [cv2.IMWRITE_JPEG_QUALITY, 75, cv2.IMWRITE_JPEG_OPTIMIZE, 1]),
    "WebP 80": (".webp", [cv2.IMWRITE_WEBP_QUALITY, 80]),
    "WebP 70": (".webp", [cv2.IMWRITE_WEBP_QUALITY, 70]),
}


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    with TemporaryDirectory() as folder:
        _encodings(Path(folder))
        _from_pointer(Path(folder))
    del application


def _encodings(folder: Path) -> None:
    """Measure how large a sprite is and how long it takes, in the formats that could hold it."""
    sheet = _sheet()
    timings, sizes = [], []
    for name, (suffix, options) in _ENCODINGS.items():
        data = cv2.imencode(suffix, sheet, options)[1].tobytes()
        sizes.append(f"{name}: {len(data) / 1024:.0f} KB")
        timings.append(measured(f"{name}, encoded", _encoding(sheet, suffix, options), RUNS))
        kept = folder / f"sprite{suffix}"
        kept.write_bytes(data)
        wish = Thumbnail("", kept, QSize(sheet.shape[1], sheet.shape[0]), Look.WHOLE)
        timings.append(measured(f"{name}, decoded as the window does", _decoding(wish), RUNS))
    show(f"One sprite of {MOST} pictures, {sheet.shape[1]} x {sheet.shape[0]} pixels", timings)
    write("; ".join(sizes))


def _sheet() -> Picture:
    """Return a sprite of many places, with the grain of a camera."""
    chance = np.random.default_rng(7)
    rows = []
    for row in range(MOST // COLUMNS):
        tiles = []
        for column in range(COLUMNS):
            place = walk(row)(column * 20, 400).astype(np.int16) + chance.normal(0, 6, (180, 320, 3)).astype(np.int16)
            whole = np.clip(place, 0, 255).astype(np.uint8)
            tiles.append(cv2.resize(whole, (TILE, TILE * 9 // 16), interpolation=cv2.INTER_AREA))
        rows.append(np.hstack(tiles))
    return np.vstack(rows).astype(np.uint8)


def _encoding(sheet: Picture, suffix: str, options: list[int]) -> Callable[[], object]:
    return lambda: cv2.imencode(suffix, sheet, options)


def _decoding(wish: Thumbnail) -> Callable[[], object]:
    def work() -> None:
        assert not decode(wish).isNull()

    return work


def _from_pointer(folder: Path) -> None:
    """Measure what a look makes, and what passes from a place on the timeline to the picture that is drawn."""
    clip = str(make_clip(folder / "a.mp4", seconds=60, size=(1280, 720), draw=_large))
    found = [(name, *job({"path": clip}, lambda: None)) for name, job in (("triage", triage), ("exact", exact))]
    for name, document, blobs in found:
        strip = from_document(document, Findings).strip
        assert strip is not None
        write(f"a minute of 720p, {name}: {len(strip.times)} pictures, {len(blobs[strip.blob]) / 1024:.0f} KB")
    still = folder / "strip.jpg"
    still.write_bytes(blobs[strip.blob])
    known = Filmstrip(still="", columns=strip.columns, width=strip.width, height=strip.height, times=strip.times)  # type: ignore[arg-type]
    wish = Thumbnail("", still, sheet_size(known), Look.WHOLE)
    sheet = decode(wish)
    canvas = QImage(QSize(176, 99), QImage.Format.Format_RGB32)

    def cold() -> None:
        _draw(canvas, decode(wish), known, Fraction(31))

    show(
        "From the pointer to the picture",
        [
            measured("first picture, the sprite still to be read and decoded", cold, RUNS),
            measured("any other", lambda: _draw(canvas, sheet, known, Fraction(31)), RUNS),
        ],
    )


def _draw(canvas: QImage, sheet: QImage, strip: Filmstrip, time: Fraction) -> None:
    tile = sheet.copy(tile_rect(strip, place_at(strip.times, time)))
    painter = QPainter(canvas)
    painter.drawImage(canvas.rect(), tile)
    painter.end()


def _large(frame: int, frames: int) -> Picture:
    return cv2.resize(walk(frame // 250)(frame % 250, frames), (1280, 720)).astype(np.uint8)


if __name__ == "__main__":
    main()
