"""What the first bytes of a file say it is; a name is never proof, and text is never a clip."""

from __future__ import annotations

import enum

from core.model import reasons
from core.words import msg

HEAD_BYTES = 4096
"""How many bytes from the start of a file :func:`sniff` wants; fewer are taken as a short file."""


class MediaFamily(enum.StrEnum):
    """A family of file formats that are opened in the same way; the value is what a person calls it."""

    MOV = msg("QuickTime or MP4")
    MATROSKA = "Matroska or WebM"
    AVI = "AVI"
    FLV = "Flash video"
    ASF = "Windows Media"
    MPEG = msg("MPEG program stream")
    MPEGTS = msg("MPEG transport stream")
    MXF = "MXF"
    OGG = "Ogg"
    DV = "DV"
    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    BMP = "BMP"
    WEBP = "WebP"
    TIFF = msg("TIFF or camera raw")
    HEIF = "HEIC"
    AVIF = "AVIF"
    JPEG2000 = "JPEG 2000"
    JPEGXL = "JPEG XL"
    CR3 = msg("Canon raw")
    RAF = msg("Fujifilm raw")

    @property
    def is_still(self) -> bool:
        """Whether files of this family are pictures that stand still."""
        return self in _STILLS


_STILLS = frozenset(list(MediaFamily)[list(MediaFamily).index(MediaFamily.JPEG) :])

# fmt: off
CLIP_SUFFIXES = frozenset((
    ".mp4", ".m4v", ".mov", ".qt", ".mkv", ".webm", ".avi", ".divx", ".mts", ".m2ts", ".m2t", ".ts", ".mpg", ".mpeg",
    ".mpe", ".m2v", ".vob", ".mod", ".tod", ".mxf", ".wmv", ".asf", ".flv", ".f4v", ".3gp", ".3g2", ".ogv", ".ogm",
    ".dv", ".insv", ".360", ".r3d", ".braw", ".ari",
))
# fmt: on
"""Names under which clips go, in lower case: a file so named that does not sniff as a clip is damaged, not foreign."""

# fmt: off
STILL_SUFFIXES = frozenset((
    ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".heif", ".hif",
    ".avif", ".jp2", ".j2k", ".jxl", ".cr2", ".cr3", ".nef", ".nrw", ".arw", ".sr2", ".dng", ".rw2", ".orf", ".pef",
    ".srw", ".raf", ".x3f", ".3fr", ".iiq",
))
# fmt: on
"""Names under which stills go, in lower case."""

_BRANDS = {
    MediaFamily.HEIF: frozenset(b"heic heix heim heis hevc hevx hevm hevs mif1 mif2 msf1".split()),
    MediaFamily.AVIF: frozenset(b"avif avis".split()),
    MediaFamily.CR3: frozenset((b"crx ",)),
}
_VAGUE_PICTURES = frozenset((b"mif1", b"mif2", b"msf1"))
_CLIP_BRANDS = frozenset((b"qt  ", b"M4V ", *b"isom iso2 iso4 iso5 iso6 mp41 mp42 avc1 M4VH 3gp4 3gp5 3gp6".split()))
_QUICKTIME_BOXES = frozenset((b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot", b"styp"))
_ISO_PICTURES = {
    b"\0\0\0\x0cjP  \r\n\x87\n": MediaFamily.JPEG2000,
    b"\0\0\0\x0cJXL \r\n\x87\n": MediaFamily.JPEGXL,
}
_STARTS = {
    b"\x1a\x45\xdf\xa3": MediaFamily.MATROSKA,
    b"FLV\x01": MediaFamily.FLV,
    bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"): MediaFamily.ASF,
    b"\0\0\1\xba": MediaFamily.MPEG,
    b"\0\0\1\xb3": MediaFamily.MPEG,
    bytes.fromhex("060e2b34020501010d0102"): MediaFamily.MXF,
    b"OggS": MediaFamily.OGG,
    b"\x1f\x07\0\x3f": MediaFamily.DV,
    b"\x1f\x07\0\xbf": MediaFamily.DV,
    b"\xff\xd8\xff": MediaFamily.JPEG,
    b"\x89PNG\r\n\x1a\n": MediaFamily.PNG,
    b"GIF87a": MediaFamily.GIF,
    b"GIF89a": MediaFamily.GIF,
    b"II*\0": MediaFamily.TIFF,
    b"MM\0*": MediaFamily.TIFF,
    b"IIU\0": MediaFamily.TIFF,  # Panasonic RW2
    b"IIRO": MediaFamily.TIFF,  # Olympus ORF
    b"IIRS": MediaFamily.TIFF,
    b"MMOR": MediaFamily.TIFF,
    b"\xff\x4f\xff\x51": MediaFamily.JPEG2000,
    b"\xff\x0a": MediaFamily.JPEGXL,
    b"FUJIFILMCCD-RAW": MediaFamily.RAF,
}
_RIFF = {b"AVI ": MediaFamily.AVI, b"AVIX": MediaFamily.AVI, b"WEBP": MediaFamily.WEBP}
_TS_PACKET = 188
_TS_SYNC = 0x47


def sniff(head: bytes) -> MediaFamily | None:
    """Return the family that ``head``, the first :data:`HEAD_BYTES` of a file, belongs to; None for anything else."""
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[4:8] in _QUICKTIME_BOXES:
        return MediaFamily.MOV
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[:12] in _ISO_PICTURES:
        return _ISO_PICTURES[head[:12]]
    for start, family in _STARTS.items():
        if head.startswith(start):
            return family
    if head[:2] == b"BM" and len(head) >= 18 and head[14:18] in (b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0"):
        return MediaFamily.BMP
    return MediaFamily.MPEGTS if _is_transport_stream(head) else None


def what_instead(head: bytes) -> str:
    """Return the reason why a file is refused whose first bytes, ``head``, do not sniff as any media."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        return reasons.EMPTY
    if start.startswith((b"#EXTM3U", b"ffconcat", b"[playlist]", b"v=0")):
        return reasons.PLAYLIST
    if not head.strip(b"\0"):
        return reasons.ZEROS
    if all(byte >= 0x20 or byte in b"\t\r\n\f\x1b" for byte in head[:512]):
        return reasons.TEXT
    return reasons.UNKNOWN


def _by_brand(head: bytes) -> MediaFamily:
    """Tell stills from clips by the major brand of ISO/IEC 14496-12; where that says nothing, by the compatible."""
    size = min(int.from_bytes(head[:4], "big"), len(head))
    major = head[8:12]
    compatible = {head[at : at + 4] for at in range(16, size - 3, 4)}
    if major in _VAGUE_PICTURES and compatible & _BRANDS[MediaFamily.AVIF]:
        return MediaFamily.AVIF
    for family, known in _BRANDS.items():
        if major in known:
            return family
    if not compatible & _CLIP_BRANDS and major not in _CLIP_BRANDS:
        for family, known in _BRANDS.items():
            if compatible & known:
                return family
    return MediaFamily.MOV


def _is_transport_stream(head: bytes) -> bool:
    """Whether sync bytes stand one packet apart, three times; M2TS puts four bytes of arrival time before each."""
    for lead in (0, 4):
        places = [lead + number * (_TS_PACKET + lead) for number in range(3)]
        if len(head) > places[-1] and all(head[place] == _TS_SYNC for place in places):
            return True
    return False
