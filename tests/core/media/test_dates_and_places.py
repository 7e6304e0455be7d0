"""When and where, as files say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.dates import clip_date, date_in_name, parse_date
from core.media.places import parse_iso6709
from core.model.media import Precision


@pytest.mark.parametrize(
    ("text", "value", "zone", "precision"),
    [
        ("2019-02-12T15:27:12+08:00", "2019-02-12T15:27:12", "+08:00", Precision.SECOND),
        ("2019-02-12T15:27:12+0300", "2019-02-12T15:27:12", "+03:00", Precision.SECOND),
        ("2020-09-06T14:22:05.000000Z", "2020-09-06T14:22:05", "Z", Precision.SECOND),
        ("2020:09:06 14:22:05", "2020-09-06T14:22:05", "", Precision.SECOND),
        ("2020-09-06 14:22", "2020-09-06T14:22", "", Precision.MINUTE),
        ("2020-09-06", "2020-09-06", "", Precision.DAY),
        ("2020-09", "2020-09", "", Precision.MONTH),
        ("2010", "2010", "", Precision.YEAR),
        ("2010:00:00", "2010", "", Precision.YEAR),
    ],
)
def test_a_date_keeps_its_precision_and_zone(text: str, value: str, zone: str, precision: Precision) -> None:
    date = parse_date(text, "test")
    assert date is not None
    assert (date.value, date.zone, date.precision, date.said_by) == (value, zone, precision, "test")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0000:00:00 00:00:00",
        "1904-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2020-13-01",
        "2021-02-30",
        "soon",
        "9999",
    ],
)
def test_what_no_camera_can_mean_is_no_date(text: str) -> None:
    assert parse_date(text, "test") is None


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    parse_date(text, "test")
    date_in_name(text)
    parse_iso6709(text)


def test_a_date_with_the_zone_of_the_place_beats_the_containers_own() -> None:
    tags = {
        "creation_time": "2024-02-02T08:09:57.000000Z",
        "com.apple.quicktime.creationdate": "2019-02-12T15:27:12+08:00",
    }
    date = clip_date(tags, "IMG_0001.MOV")
    assert date is not None
    assert (date.value, date.zone, date.said_by) == ("2019-02-12T15:27:12", "+08:00", "Keys:CreationDate")


def test_the_containers_creation_time_is_said_to_be_assumed() -> None:
    date = clip_date({"creation_time": "2024-02-02T08:09:57.000000Z", "date": "2008"}, "clip.mp4")
    assert date is not None
    assert (date.value, date.zone) == ("2024-02-02T08:09:57", "Z")
    assert "assumed" in date.said_by


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VID_20200906_142205.mp4", "2020-09-06T14:22:05"),
        ("WhatsApp Video 2020-09-06 at 14.22.05.mp4", "2020-09-06T14:22:05"),
        ("PXL_20210601_142205123.mp4", "2021-06-01"),
        ("2020-09-06 train.mov", "2020-09-06"),
    ],
)
def test_a_date_in_the_name_is_taken_when_nothing_else_speaks(name: str, value: str) -> None:
    date = clip_date({}, name)
    assert date is not None
    assert date.value == value
    assert date.said_by == "file name"


@pytest.mark.parametrize("name", ["train.mov", "123456789012345678.mp4", "GH010203.MP4", "1080p_2997.mov"])
def test_numbers_in_a_name_are_not_taken_for_dates(name: str) -> None:
    assert clip_date({}, name) is None


@pytest.mark.parametrize(
    ("text", "latitude", "longitude", "altitude"),
    [
        ("+62.5675+007.6870+004.2/", 62.5675, 7.687, 4.2),
        ("+27.2939+112.6932/", 27.2939, 112.6932, None),
        ("-3351.6-15112.3/", -33.86, -151.205, None),
        ("+401213.1-0750015.1+10/", 40.203639, -75.004194, 10.0),
        ("+62.5675+007.6870+004.2CRSWGS_84/", 62.5675, 7.687, 4.2),
    ],
)
def test_a_place_is_read_in_all_three_spellings(
    text: str, latitude: float, longitude: float, altitude: float | None
) -> None:
    point = parse_iso6709(text)
    assert point is not None
    assert point.latitude == pytest.approx(latitude, abs=1e-6)
    assert point.longitude == pytest.approx(longitude, abs=1e-6)
    assert point.altitude == altitude


@pytest.mark.parametrize("text", ["", "+00.0000+000.0000/", "+95.0+010.0/", "Norway", "+62.5/"])
def test_no_fix_is_no_place(text: str) -> None:
    assert parse_iso6709(text) is None


@given(st.floats(-89.9, 89.9), st.floats(-179.9, 179.9))
def test_decimal_degrees_come_back(latitude: float, longitude: float) -> None:
    text = f"{latitude:+09.5f}{longitude:+010.5f}/"
    point = parse_iso6709(text)
    if point is None:
        assert abs(latitude) < 1e-4
        assert abs(longitude) < 1e-4
    else:
        assert point.latitude == pytest.approx(latitude, abs=1e-5)
        assert point.longitude == pytest.approx(longitude, abs=1e-5)
