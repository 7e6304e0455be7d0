"""Everything found in one still."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pi_heif

from core.errors import FileProblem
from core.media.exif import ExifFacts, read_exif
from core.media.fingerprint import fingerprint, sights_of
from core.media.measure import sharpness, thumbnail
from core.media.opencv import MAX_PIXELS
from core.media.opening import Source
from core.media.packets import find_packet, xmp_facts
from core.media.pictures import encode, fit
from core.media.previews import previews
from core.media.sizes import claimed_size, lacks_its_end
from core.model import reasons
from core.model.media import MediaFacts, MediaKind, Sights
from core.model.reasons import said
from core.model.sniff import MediaFamily
from core.ports.media import Findings, FoundFrame

LARGEST = 1 << 30
"""Bytes; larger still files are not read into memory."""

Bgr = npt.NDArray[np.uint8]

_RAW_SUFFIXES = frozenset((
    ".cr2", ".nef", ".nrw", ".arw", ".sr2", ".dng", ".rw2", ".orf", ".pef", ".srw", ".3fr", ".iiq", ".cr3", ".raf",
))  # fmt: skip
_RAW_FAMILIES = frozenset((MediaFamily.CR3, MediaFamily.RAF))
_UPRIGHT_ALREADY = frozenset((MediaFamily.HEIF, MediaFamily.AVIF, MediaFamily.JPEGXL, MediaFamily.TIFF))
"""What turns these is a property of the file, and applied by the decoder; their EXIF orientation only repeats it."""

_EOI = b"\xff\xd9"
_CLOCKWISE = {3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270}
"""Degrees by EXIF orientation (CIPA DC-008, 4.6.5.1.6); 2, 4, 5 and 7 are mirrored as well."""


def inspect_still(source: Source, edge: int) -> tuple[Findings, list[bytes]]:
    """Return what is in a still, with one picture whose longer edge has ``edge`` pixels at most.

    A still whose picture cannot be decoded, but which says when or by what it was taken, is kept without one.  Raises
    FileProblem where there is neither.
    """
    packet = find_packet(source)
    exif = read_exif(source, xmp_facts(packet))
    try:
        upright_already = source.family in _UPRIGHT_ALREADY and not _is_raw(source)
        stored, cut_off = _decoded(source)
        whole = turned(stored, 1 if upright_already else exif.orientation)
    except FileProblem as problem:
        if exif.date_shot is None and not exif.camera:
            raise
        return _findings(source, exif, packet, (0, 0), (), str(problem)), []
    height, width = whole.shape[:2]
    small = cv2.resize(whole, fit(width, height, Fraction(1), edge), interpolation=cv2.INTER_AREA).astype(np.uint8)
    luma = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY).astype(np.uint8)
    still = encode(small)
    frame = FoundFrame(
        time=Fraction(0),
        blob=0,
        width=still.width,
        height=still.height,
        reason="still",
        sharpness=round(sharpness(luma), 2),
        fingerprint=fingerprint(small),
    )
    lack = said(reasons.STILL_CUT_OFF) if cut_off else ""
    sights = sights_of(thumbnail(luma)[None], (0,), Fraction(1), 0)
    return _findings(source, exif, packet, (width, height), (frame,), lack, sights), [still.jpeg]


def _findings(
    source: Source,
    exif: ExifFacts,
    packet: bytes,
    size: tuple[int, int],
    frames: tuple[FoundFrame, ...],
    problem: str,
    sights: Sights | None = None,
) -> Findings:
    return Findings(
        kind=MediaKind.STILL,
        facts=_facts(source, exif, *size),
        date_shot=exif.date_shot,
        place=exif.place,
        keyframes=frames,
        poster=0 if frames else None,
        sights=sights,
        problem=problem,
        xmp=packet.decode("utf-8", "replace"),
    )


def turned(bgr: Bgr, orientation: int) -> Bgr:
    """Return ``bgr`` as EXIF's ``orientation`` (1..8) says it is to be seen."""
    if orientation in (2, 4, 5, 7):
        bgr = cv2.flip(bgr, 1).astype(np.uint8)
    turns = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    degrees = {5: 270, 7: 90}.get(orientation, _CLOCKWISE.get(orientation, 0))
    return cv2.rotate(bgr, turns[degrees]).astype(np.uint8) if degrees else bgr


def _facts(source: Source, exif: ExifFacts, width: int, height: int) -> MediaFacts:
    raw = _is_raw(source)
    return MediaFacts(
        container=f"{Path(source.name).suffix[1:].upper()} (camera raw)" if raw else source.family.value,
        width=width,
        height=height,
        rotation=_CLOCKWISE.get(exif.orientation, 0),
        camera=exif.camera,
        lens=exif.lens,
        title=exif.title,
    )


def _is_raw(source: Source) -> bool:
    return source.family in _RAW_FAMILIES or Path(source.name).suffix.lower() in _RAW_SUFFIXES


def _decoded(source: Source) -> tuple[Bgr, bool]:
    """Return the picture as it is stored and whether its end is missing; raises FileProblem where nothing decodes."""
    if source.size > LARGEST:
        raise FileProblem(said(reasons.LARGE_STILL, name=source.name))
    if _is_raw(source):
        return _preview(source), False
    if source.family is MediaFamily.JPEGXL:
        raise FileProblem(said(reasons.JPEG_XL, name=source.name))
    if source.family is MediaFamily.HEIF:
        return _from_heif(source), False
    data = Path(source.path).read_bytes()
    cut_off = source.family is MediaFamily.JPEG and lacks_its_end(data)
    # The decoder takes what is there once it is told that nothing more will come.
    return _from_bytes(source, data + _EOI if cut_off else data), cut_off


def _preview(source: Source) -> Bgr:
    with open(source.path, "rb") as file:
        for jpeg in previews(file, source.family):
            if (picture := _imdecode(jpeg)) is not None:
                return picture
    raise FileProblem(said(reasons.NO_PREVIEW, name=source.name))


def _from_bytes(source: Source, data: bytes) -> Bgr:
    """Decode a picture OpenCV knows; raises FileProblem, before anything is decoded where it claims too much."""
    width, height = claimed_size(data, source.family) or (0, 0)
    if width * height > MAX_PIXELS:
        raise FileProblem(_too_large(source, width, height))
    picture = _imdecode(data)
    if picture is None:
        raise FileProblem(said(reasons.DAMAGED_STILL, name=source.name))
    return picture


def _too_large(source: Source, width: int, height: int) -> str:
    most = MAX_PIXELS // 1_000_000
    return said(reasons.HUGE_STILL, name=source.name, width=f"{width:,}", height=f"{height:,}", most=most)


def _imdecode(data: bytes) -> Bgr | None:
    """Decode without turning, for EXIF's orientation is applied by us, once; None where that fails."""
    if not data:
        return None
    try:
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    except cv2.error:
        return None
    return None if picture is None else picture.astype(np.uint8, copy=False)


def _from_heif(source: Source) -> Bgr:
    try:
        with open(source.path, "rb") as file:
            heif = pi_heif.open_heif(file, convert_hdr_to_8bit=True)
            if heif.size[0] * heif.size[1] > MAX_PIXELS:
                raise FileProblem(_too_large(source, *heif.size))
            pixels = np.asarray(heif)
    except (ValueError, EOFError, SyntaxError, RuntimeError, OSError):
        raise FileProblem(said(reasons.DAMAGED_STILL, name=source.name)) from None
    code = cv2.COLOR_RGBA2BGR if pixels.shape[-1] == 4 else cv2.COLOR_RGB2BGR
    return cv2.cvtColor(pixels, code).astype(np.uint8, copy=False)
