"""Where a file says the camera stood."""

from __future__ import annotations

import re

from core.model.media import GeoPoint

_ISO_6709 = re.compile(r"\s*([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?(?:CRS[^/]*)?/?\s*\Z")


def geo_point(latitude: float, longitude: float, altitude: float | None = None) -> GeoPoint | None:
    """Return the point, in degrees and metres; None where it is off the globe or a camera's "no fix" (0, 0)."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180) or (latitude == 0 and longitude == 0):
        return None
    if altitude is not None and not -12_000 < altitude < 100_000:
        altitude = None
    return GeoPoint(latitude=latitude, longitude=longitude, altitude=altitude)


def parse_iso6709(text: str) -> GeoPoint | None:
    """Return the point in an ISO 6709 string such as ``+62.5675+007.6870+004.2/``; None where there is none."""
    found = _ISO_6709.match(text)
    if found is None:
        return None
    latitude, longitude = (_degrees(found[group], whole) for group, whole in ((1, 2), (2, 3)))
    return geo_point(latitude, longitude, None if found[3] is None else float(found[3]))


def _degrees(text: str, whole: int) -> float:
    """Read ±DD.D, ±DDMM.M or ±DDMMSS.S, told apart by how many digits stand before the point."""
    sign = -1 if text[0] == "-" else 1
    digits = text[1:]
    before = len(digits.partition(".")[0])
    if before <= whole:
        return sign * float(digits)
    degrees, rest = int(digits[:whole]), digits[whole:]
    if before <= whole + 2:
        return sign * (degrees + float(rest) / 60)
    return sign * (degrees + int(rest[:2]) / 60 + float(rest[2:]) / 3600)
