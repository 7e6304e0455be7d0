"""Facts as lines."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from core.model.media import DateShot, GeoPoint, MediaFacts, Precision
from gui.inspector.facts import date_text, duration_text, facts_of, frame_rate_text, place_text
from gui.words import size_text
from tests.support.model import a_clip


def shown(**fields: object) -> dict[str, str]:
    return {fact.name: fact.value for fact in facts_of(a_clip(**fields))}


def test_a_frame_rate_is_shown_as_people_say_it_and_exactly_in_the_detail() -> None:
    facts = MediaFacts(frame_rate=Fraction(30000, 1001), frames=300)
    clip = a_clip(facts=facts)
    assert frame_rate_text(facts) == "29.97 fps"
    assert "30000/1001" in next(fact.detail for fact in facts_of(clip) if fact.name == "Frame rate")


def test_a_varying_frame_rate_is_only_about_right() -> None:
    assert frame_rate_text(MediaFacts(frame_rate=Fraction(30), variable_rate=True)) == "about 30 fps"


def test_what_is_not_known_has_no_line() -> None:
    lines = shown(facts=MediaFacts(), files=(replace(a_clip().file, size=0),))
    assert set(lines) == {"Added"}


def test_who_says_when_it_was_shot_stands_beside_it() -> None:
    shot = DateShot(value="2020-09-06T14:22", precision=Precision.MINUTE, zone="+02:00", said_by="Keys:CreationDate")
    assert shown(date_shot=shot)["Shot"] == "2020-09-06 14:22 +02:00  ·  Keys:CreationDate"


def test_a_time_of_day_without_a_zone_says_so_and_a_mere_day_does_not() -> None:
    minute = DateShot(value="2020-09-06T14:22", precision=Precision.MINUTE)
    day = DateShot(value="2020-09-06", precision=Precision.DAY)
    assert "zone not known" in shown(date_shot=minute)["Shot"]
    assert shown(date_shot=day)["Shot"] == date_text(day) == "2020-09-06"


def test_a_place_is_told_by_hemisphere_and_height() -> None:
    assert place_text(GeoPoint(latitude=-33.8568, longitude=151.2153)) == "33.8568° S, 151.2153° E"
    assert place_text(GeoPoint(latitude=62.0867, longitude=6.8689, altitude=12.4)).endswith(", 12 m")


@pytest.mark.parametrize(("size", "text"), [(999, "999 bytes"), (38_400_000, "38.4 MB"), (250_000_000_000, "250 GB")])
def test_a_size_is_told_as_file_managers_do(size: int, text: str) -> None:
    assert size_text(size) == text


def test_short_durations_have_tenths() -> None:
    assert duration_text(Fraction(73, 10)) == "7.3 s"
    assert duration_text(Fraction(3725)) == "1:02:05"
