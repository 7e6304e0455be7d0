"""Which inhabited place a point on the map is near.

The table (resources/places) is text, sorted by square degree and mapped into memory: nothing is loaded, a look-up reads
the few lines around its point.
"""

from __future__ import annotations

import math
import mmap
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from core.model.media import GeoPoint
from core.values import dataclass
from core.words import tr

FARTHEST_KM = 50.0
"""Beyond this no place is named: the nearest town to a ship is no place where it was."""

CREDIT = "Place names: GeoNames (geonames.org), CC BY 4.0"

_CLOSE = 0.95
"""What is nearer, in kilometres, is told as less than one."""

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "places"
_EARTH_KM = 6371.0088
"""The mean radius of WGS 84 (IUGG)."""

_PEOPLE_PER_KM2 = 4000
"""How densely towns are built, roughly: what a town of known size covers is still that town, not the hamlet beside."""


@dataclass(frozen=True, slots=True)
class NearPlace:
    """An inhabited place and how far its middle is from the point, along a great circle."""

    name: str
    region: str
    country: str
    km: float

    @property
    def label(self) -> str:
        """Return what the place is called, with region and country: Åndalsnes, Møre og Romsdal, Norway."""
        parts = dict.fromkeys((self.name, self.region, self.country))
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        """Return the suggestion: near Åndalsnes, Møre og Romsdal, Norway, 4 km."""
        if self.km < _CLOSE:
            return tr("near {place}, less than 1 km", place=self.label)
        return tr("near {place}, {distance} km", place=self.label, distance=f"{self.km:.0f}")


def near(point: GeoPoint) -> NearPlace | None:
    """Return the inhabited place (of 1,000 people or more) that ``point`` is in or near; None beyond FARTHEST_KM.

    Of several it is the one whose built-up area, reckoned from its population, is nearest; of those the point is inside
    of, the one whose middle is.  Raises OSError where the table is not there.
    """
    return _near(point.latitude, point.longitude)


@lru_cache(maxsize=4096)
def _near(latitude: float, longitude: float) -> NearPlace | None:
    best: tuple[float, float, bytes] | None = None
    reach = math.degrees(FARTHEST_KM / _EARTH_KM)
    for line in _lines_around(latitude, longitude, reach):
        north, east, people, rest = line.split(b"\t", 3)
        if abs(float(north) - latitude) > reach:
            continue
        km = great_circle_km(latitude, longitude, float(north), float(east))
        outside = max(0.0, km - math.sqrt(int(people) / (math.pi * _PEOPLE_PER_KM2)))
        if km <= FARTHEST_KM and (best is None or (outside, km) < best[:2]):
            best = outside, km, rest
    if best is None:
        return None
    region, name = best[2].decode("utf-8").split("\t")
    return NearPlace(name, *_regions()[int(region)], km=best[1])


def great_circle_km(north_a: float, east_a: float, north_b: float, east_b: float) -> float:
    """Return the distance of two points in degrees over a sphere of the earth's mean radius (haversine formula)."""
    a, b = math.radians(north_a), math.radians(north_b)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(east_b - east_a) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _lines_around(latitude: float, longitude: float, reach: float) -> Iterator[bytes]:
    """Yield the lines of all square degrees that come within ``reach`` degrees of latitude of a point."""
    south, north = math.floor(latitude - reach), math.floor(latitude + reach)
    for row in range(max(-90, south), min(89, north) + 1):
        for west, east in _longitudes(row, longitude, reach):
            yield from _lines_between((row, west), (row, east + 1))


def _longitudes(row: int, longitude: float, reach: float) -> list[tuple[int, int]]:
    """Return the ranges of whole degrees to look at between ``row`` and the next; two where they cross the 180th."""
    narrowest = math.cos(math.radians(min(89.9, max(abs(row), abs(row + 1)))))
    wide = min(180.0, reach / narrowest)
    if wide >= 180:
        return [(-180, 180)]
    west, east = math.floor(longitude - wide), math.floor(longitude + wide)
    if west < -180:
        return [(west + 360, 180), (-180, east)]
    if east >= 180:
        return [(west, 180), (-180, east - 360)]
    return [(west, east)]


def _lines_between(first: tuple[int, int], end: tuple[int, int]) -> Iterator[bytes]:
    """Yield the lines from square degree ``first`` on that come before ``end``."""
    table = _table()
    at = _first_line(table, first)
    while at < len(table):
        stop = table.find(b"\n", at)
        line = table[at:stop]
        if _square(line) >= end:
            return
        yield line
        at = stop + 1


def _first_line(table: mmap.mmap, square: tuple[int, int]) -> int:
    """Return where the first line of ``square`` or of a later one begins."""
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", 0, (low + high) // 2) + 1
        stop = table.find(b"\n", middle)
        if _square(table[middle:stop]) < square:
            low = stop + 1
        else:
            high = middle
    return low


def _square(line: bytes) -> tuple[int, int]:
    north, east, _ = line.split(b"\t", 2)
    return math.floor(float(north)), math.floor(float(east))


@cache
def _table() -> mmap.mmap:
    with open(_FOLDER / "places.tsv", "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def _regions() -> list[tuple[str, str]]:
    text = (_FOLDER / "regions.tsv").read_text("utf-8")
    return [(region, country) for region, country in (line.split("\t") for line in text.splitlines())]
