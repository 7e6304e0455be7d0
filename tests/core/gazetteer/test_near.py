"""Near which place: by known points, and against a look at every place there is."""

from __future__ import annotations

import math
import random
from functools import cache
from pathlib import Path

import pytest

from core.gazetteer import near as near_module
from core.gazetteer.near import FARTHEST_KM, great_circle_km, near
from core.model.media import GeoPoint

TABLE = Path(near_module.__file__).resolve().parents[2] / "resources" / "places" / "places.tsv"


def near_text(latitude: float, longitude: float) -> str:
    return str(near(GeoPoint(latitude=latitude, longitude=longitude)))


@pytest.mark.parametrize(
    ("latitude", "longitude", "text"),
    [
        (62.5338, 7.7200, "near Åndalsnes, Møre og Romsdal, Norway, 4 km"),
        (41.9058, 12.4823, "near Rome, Lazio, Italy, 3 km"),  # the Spanish Steps; Vatican City is nearer
        (41.9022, 12.4539, "near Vatican City, Holy See (Vatican City State), less than 1 km"),
        (78.2200, 15.6500, "near Longyearbyen, Svalbard, Svalbard and Jan Mayen, less than 1 km"),
        (40.7614, -73.9776, "near Times Square, New York, United States, less than 1 km"),
        (30.0, -40.0, "None"),
        (89.9, 10.0, "None"),
        (-90.0, 0.0, "None"),
        (0.0, 180.0, "None"),
    ],
)
def test_known_points_are_near_what_people_would_say(latitude: float, longitude: float, text: str) -> None:
    assert near_text(latitude, longitude) == text


@cache
def _everything() -> list[tuple[float, float, int, str]]:
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
    return [(float(row[0]), float(row[1]), int(row[2]), row[4]) for row in rows]


def _nearest_of_all(latitude: float, longitude: float) -> str | None:
    """The answer by the definition, without a grid: every place of the world is measured."""
    ranked = []
    for north, east, people, name in _everything():
        km = great_circle_km(latitude, longitude, north, east)
        if km <= FARTHEST_KM:
            ranked.append((max(0.0, km - math.sqrt(people / (math.pi * 4000))), km, name))
    return min(ranked)[2] if ranked else None


def test_the_answer_is_that_of_a_look_at_every_place() -> None:
    chance = random.Random(11)
    points = [(chance.uniform(-80, 80), chance.uniform(-180, 180)) for _ in range(3)]
    points += [(north + chance.uniform(-0.5, 0.5), east + chance.uniform(-0.5, 0.5))
               for north, east, *_ in chance.sample(_everything(), 6)]  # fmt: skip
    points += [(-16.8, -179.97), (-17.0, 179.99), (70.6, 25.0)]
    for latitude, longitude in points:
        longitude = (longitude + 180) % 360 - 180
        found = near(GeoPoint(latitude=latitude, longitude=longitude))
        assert (found.name if found else None) == _nearest_of_all(latitude, longitude), (latitude, longitude)


def test_distances_are_those_of_the_sphere() -> None:
    assert great_circle_km(0, 0, 0, 90) == pytest.approx(math.pi / 2 * 6371.0088)
    assert great_circle_km(90, 0, -90, 55) == pytest.approx(math.pi * 6371.0088)
    assert great_circle_km(52.5200, 13.4050, 48.8566, 2.3522) == pytest.approx(877.46, abs=0.1)  # Berlin, Paris
    assert great_circle_km(10, 179.9, 10, -179.9) == pytest.approx(great_circle_km(10, 0, 10, 0.2))


def test_a_look_up_reads_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0
    lines_around = near_module._lines_around

    def counted(latitude: float, longitude: float, reach: float) -> list[bytes]:
        nonlocal read
        lines = list(lines_around(latitude, longitude, reach))
        read += len(lines)
        return lines

    monkeypatch.setattr(near_module, "_lines_around", counted)
    near(GeoPoint(latitude=51.51234, longitude=7.21234))  # the Ruhr: as dense as it gets
    assert 0 < read < 2_000


def test_the_table_is_in_the_order_that_is_searched() -> None:
    places = _everything()
    squares = [(math.floor(north), math.floor(east)) for north, east, *_ in places]
    assert squares == sorted(squares)
    assert len(places) > 150_000
    assert all(-90 <= north <= 90 and -180 <= east <= 180 for north, east, *_ in places)
