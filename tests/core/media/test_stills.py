"""Stills: upright once, small, with what their EXIF says."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.errors import FileProblem
from core.media.exif import read_exif
from core.media.jobs import inspect
from core.media.opening import inspect_source
from core.media.previews import previews
from core.media.tiffblocks import exif_blocks
from core.model.codec import from_document
from core.model.media import MediaKind
from core.model.sniff import MediaFamily
from core.ports.media import Findings
from tests.support.media import make_jpeg

ORIENTATION = 0x0112


def _inspect(path: Path) -> tuple[Findings, np.ndarray]:
    document, blobs = inspect({"path": str(path)}, lambda: None)
    picture = cv2.imdecode(np.frombuffer(blobs[0], np.uint8), cv2.IMREAD_COLOR) if blobs else np.zeros((0, 0, 3))
    assert picture is not None
    return from_document(document, Findings), picture


def _quadrants() -> Image.Image:
    """Draw red, green, blue and white quarters, clockwise from the upper left."""
    picture = np.zeros((80, 120, 3), np.uint8)
    picture[:40, :60], picture[:40, 60:] = (220, 30, 30), (30, 200, 30)
    picture[40:, 60:], picture[40:, :60] = (40, 40, 220), (230, 230, 230)
    return Image.fromarray(picture)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_still_is_turned_exactly_once(tmp_path: Path, suffix: str, orientation: int) -> None:
    stored = _quadrants()
    back = {2: [0], 3: [3], 4: [1], 5: [5], 6: [2], 7: [6], 8: [4]}.get(orientation, [])
    for step in back:
        stored = stored.transpose(Image.Transpose(step))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    path = tmp_path / f"still.{suffix}"
    stored.save(path, exif=exif, **({"lossless": True} if suffix == "webp" else {}))
    findings, picture = _inspect(path)
    assert (findings.facts.width, findings.facts.height) == (120, 80)
    assert picture.shape == (80, 120, 3)
    corners = [picture[10, 10], picture[10, -10], picture[-10, -10], picture[-10, 10]]
    assert [int(np.argmax(corner)) for corner in corners[:3]] == [2, 1, 0]
    assert int(corners[3].min()) > 180


def test_what_a_still_says_of_itself(tmp_path: Path) -> None:
    path = make_jpeg(
        tmp_path / "still.jpg",
        camera=("Canon", "Canon EOS R6"),
        taken="2021:06:01 14:22:05",
        zone="+02:00",
        place=(62.5675, 7.687),
    )
    findings, _ = _inspect(path)
    assert findings.kind is MediaKind.STILL
    assert findings.facts.camera == "Canon EOS R6"
    assert findings.date_shot is not None
    assert (findings.date_shot.value, findings.date_shot.zone) == ("2021-06-01T14:22:05", "+02:00")
    assert findings.place is not None
    assert findings.place.latitude == pytest.approx(62.5675, abs=1e-6)
    assert findings.place.longitude == pytest.approx(7.687, abs=1e-6)
    (frame,) = findings.keyframes
    assert (frame.reason, frame.time, findings.poster) == ("still", 0, 0)


def test_south_and_west_are_negative(tmp_path: Path) -> None:
    exif = read_exif(inspect_source(str(make_jpeg(tmp_path / "s.jpg", place=(-33.86, -151.205)))))
    assert exif.place is not None
    assert exif.place.latitude == pytest.approx(-33.86, abs=1e-6)
    assert exif.place.longitude == pytest.approx(-151.205, abs=1e-6)


def test_a_name_in_latin_1_is_read_as_such(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "XXXX XX"
    path = tmp_path / "still.jpg"
    _quadrants().save(path, exif=exif)
    path.write_bytes(path.read_bytes().replace(b"XXXX XX", b"W\xf6rd ef"))
    assert read_exif(inspect_source(str(path))).camera == "Wörd ef"


def _tiff(entries: list[tuple[int, int, int, bytes]]) -> bytes:
    """Make a little-endian TIFF of one directory; longer values follow it."""
    directory, tail = b"", b""
    start = 8 + 2 + 12 * len(entries) + 4
    for tag, kind, count, value in entries:
        if len(value) <= 4:
            field = value.ljust(4, b"\0")
        else:
            field = struct.pack("<I", start + len(tail))
            tail += value
        directory += struct.pack("<HHI", tag, kind, count) + field
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + directory + bytes(4) + tail


def _jpeg(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.full((height, width, 3), 120, np.uint8)).save(file, "JPEG")
    return file.getvalue()


def test_a_raw_is_shown_by_its_largest_preview(tmp_path: Path) -> None:
    small, large = _jpeg(40, 30), _jpeg(160, 120)
    make = b"NIKON CORPORATION\0"
    head = _tiff([(0x10F, 2, len(make), make), (0x201, 4, 1, b"0000"), (0x202, 4, 1, struct.pack("<I", len(large)))])
    head = head.replace(b"0000", struct.pack("<I", len(head)))
    path = tmp_path / "DSC_0001.NEF"
    path.write_bytes(head + large + small)
    findings, picture = _inspect(path)
    assert picture.shape == (120, 160, 3)
    assert findings.facts.camera == "NIKON CORPORATION"
    assert findings.facts.container == "NEF (camera raw)"


def test_a_raw_without_a_preview_is_kept_with_its_facts(tmp_path: Path) -> None:
    make = b"NIKON CORPORATION\0"
    path = tmp_path / "DSC_0002.NEF"
    path.write_bytes(_tiff([(0x10F, 2, len(make), make)]))
    document, blobs = inspect({"path": str(path)}, lambda: None)
    assert blobs == []
    assert document["problem"] == "DSC_0002.NEF is a camera raw without a preview inside; its facts were kept."


def test_a_damaged_still_that_says_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "still.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + b"\x01" * 500)
    with pytest.raises(FileProblem, match=r"still\.jpg is damaged"):
        inspect({"path": str(path)}, lambda: None)


def test_a_picture_of_too_many_pixels_is_not_decoded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (16, 16)).save(path)
    data = bytearray(path.read_bytes())
    data[16:24] = struct.pack(">II", 16_000, 16_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    path.write_bytes(data)
    with pytest.raises(FileProblem, match="claims 16,000 x 16,000 pixels"):
        inspect({"path": str(path)}, lambda: None)


@given(st.binary(max_size=600), st.sampled_from([family for family in MediaFamily if family.is_still]))
def test_any_bytes_have_an_end(data: bytes, family: MediaFamily) -> None:
    file = io.BytesIO(data)
    assert all(isinstance(block, bytes) for block in exif_blocks(file, family))
    assert all(isinstance(preview, bytes) for preview in previews(file, family))


@given(st.binary(max_size=200))
def test_damaged_boxes_behind_a_true_brand_have_an_end(tail: bytes) -> None:
    head = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
    meta = (20 + len(tail)).to_bytes(4, "big") + b"meta" + bytes(4) + b"\0\0\0\x00iloc" + tail
    assert exif_blocks(io.BytesIO(head + meta), MediaFamily.HEIF) in ([],)
