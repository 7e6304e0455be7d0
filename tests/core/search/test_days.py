"""Days are found by halving, and are those a walk over all clips finds."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.media import DateShot, Precision
from core.search import days as module
from core.search.days import Days, Group, day_of
from tests.support.model import a_clip

DATES = st.one_of(
    st.none(),
    st.dates().filter(lambda day: day.year >= 1900).map(lambda day: day.isoformat()),
    st.integers(1, 28).map(lambda day: f"2020-09-{day:02d}T10:00"),
)


def shot(value: str | None) -> Clip:
    return a_clip(date_shot=DateShot(value=value, precision=Precision.DAY) if value else None)


def finder(clips: list[Clip]) -> Days:
    by_id = {clip.id: clip for clip in clips}
    return Days(lambda rows: [clips[row].id for row in rows], by_id.get)


def in_order(clips: list[Clip]) -> list[Clip]:
    return sorted(clips, key=day_of, reverse=True)


@given(st.lists(DATES, max_size=60), st.booleans())
def test_groups_are_those_of_a_walk_over_all(values: list[str | None], backward: bool) -> None:
    clips = in_order([shot(value) for value in values])
    if backward:
        clips.reverse()
    walked = [(key, len(list(some))) for key, some in groupby(clips, key=day_of)]
    groups = finder(clips).groups(range(len(clips)))
    assert [(group.period, group.clips) for group in groups] == walked


def test_few_of_many_clips_are_read() -> None:
    clips = in_order([shot(f"2020-09-{1 + at // 1000:02d}") for at in range(10_000)])
    days = finder(clips)
    assert len(days.groups(range(10_000))) == 10
    assert days.read < 200
    before = days.read
    days.groups(range(10_000))
    assert days.read == before


def test_too_many_days_are_told_by_month() -> None:
    clips = in_order([shot(f"20{10 + at // 336}-{1 + at // 28 % 12:02d}-{1 + at % 28:02d}") for at in range(672)])
    days = finder(clips)
    found = days._groups(range(672), 10, 100)
    assert found is None
    months = days._groups(range(672), 7, 2_000)
    assert months is not None
    assert len(months) == 24
    assert months[0].period == "2011-12"


def test_a_clip_that_changes_is_read_anew() -> None:
    clips = [shot("2020-09-02"), shot("2020-09-01")]
    days = finder(clips)
    assert [group.period for group in days.groups((0, 1))] == ["2020-09-02", "2020-09-01"]
    known = {clip.id: clip for clip in clips} | {clips[1].id: shot("2019-01-05")}
    days._clip = known.get
    days.forget([clips[1].id, ClipId("never read")])
    assert [group.period for group in days.groups((0, 1))] == ["2020-09-02", "2019-01-05"]


def test_a_month_stands_at_its_first_day_and_is_said_to() -> None:
    clips = [shot("2020-09-02"), shot("2020-09-01T08:00"), shot("2020-09")]
    groups = finder(clips).groups((0, 1, 2))
    assert groups == (Group(0, 1, "2020-09-02"), Group(1, 2, "2020-09-01", loose=True))
    assert module.is_loose(clips[2])
