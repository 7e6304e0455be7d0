from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.model.clip import Role, Status
from core.model.vocabulary import EntryKind
from core.search.parser import DEEPEST, LONGEST, QueryError, parse
from core.search.periods import seconds
from core.search.tree import (
    EVERYTHING,
    STANDING,
    And,
    Dated,
    Embargoed,
    Has,
    HasStatus,
    Measure,
    Named,
    Node,
    Not,
    Number,
    Or,
    Period,
    Text,
    TextField,
    Trait,
)

TODAY = date(2026, 11, 23)


def node(text: str) -> Node:
    """The node of a query that is wholly understood."""
    query = parse(text, TODAY)
    assert query.errors == ()
    return query.node


def word(*tokens: str, prefix: bool = True) -> Node:
    return Or((Text(tokens, prefix=prefix), Named(None, tokens, prefix=prefix)))


def error(text: str) -> QueryError:
    """The one error of a query."""
    (found,) = parse(text, TODAY).errors
    return found


def at(year: int, month: int = 1, day: int = 1) -> int:
    return seconds(datetime(year, month, day, tzinfo=UTC))


def person(*tokens: str, prefix: bool = True) -> Named:
    return Named(EntryKind.PERSON, tokens, prefix)


def test_nothing_asks_for_everything() -> None:
    assert node("") == node("   ") == node("()") == node(" - * ") == EVERYTHING


def test_words_must_all_be_there_and_may_be_just_begun() -> None:
    assert node("Tom  cruise") == And((word("tom"), word("cruise")))


def test_a_phrase_is_whole_words_and_one_still_open_may_be_just_begun() -> None:
    assert node('"train roof"') == word("train", "roof", prefix=False)
    assert node("“train roof”") == word("train", "roof", prefix=False)
    assert node('"train ro') == word("train", "ro")


def test_or_binds_weaker_than_words_side_by_side() -> None:
    assert node("a b OR c") == Or((And((word("a"), word("b"))), word("c")))
    assert node("a | b|c") == Or((word("a"), word("b"), word("c")))
    assert node("a (b OR c)") == And((word("a"), Or((word("b"), word("c")))))
    assert node("a AND b") == node("a b")


def test_or_and_not_in_small_letters_are_words() -> None:
    assert node("or") == word("or")
    assert node("ORACLE") == word("oracle")


@pytest.mark.parametrize("text", ["-a", "NOT a", "!a", "---a", "-(a)"])
def test_negation(text: str) -> None:
    assert node(text) == Not(word("a"))


def test_a_dash_inside_a_word_is_no_negation() -> None:
    assert node("b-roll") == word("b", "roll")
    assert node("--a") == word("a")


@pytest.mark.parametrize("name", ["person", "people", "p", "PERSON"])
def test_fields_answer_to_several_names(name: str) -> None:
    assert node(f"{name}:cruise") == person("cruise")


def test_the_value_of_a_field_may_follow_a_space() -> None:
    assert node('person: "tom cruise"') == person("tom", "cruise", prefix=False)


def test_a_comma_is_or_within_a_field() -> None:
    assert node('person:cruise,"sandra hüller"') == Or((person("cruise"), person("sandra", "huller", prefix=False)))


def test_an_equals_sign_asks_for_whole_words() -> None:
    assert node("person:=tom") == person("tom", prefix=False)


def test_where_a_location_is_shown_and_where_it_was_shot_can_be_told_apart() -> None:
    assert node("shotin:oslo") == Named(EntryKind.LOCATION, ("oslo",), roles=(Role.LOCATION_SHOT,))


def test_texts_are_searched_by_field() -> None:
    assert node("name:roof") == Text(("roof",), (TextField.NAME, TextField.FILE))
    assert node("source:instagram") == Text(("instagram",), (TextField.HANDLE, TextField.CREDIT, TextField.ORIGIN))


def test_a_status_is_that_of_the_tags_beside_it() -> None:
    disputed = (Status.DISPUTED,)
    assert node("status:disputed") == HasStatus(disputed)
    assert node("status:disputed person:tom train") == And(
        (Named(EntryKind.PERSON, ("tom",), statuses=disputed), word("train"))
    )
    assert node("person:a,b status:claimed,disputed") == Or(
        tuple(Named(EntryKind.PERSON, (name,), statuses=(Status.CLAIMED, Status.DISPUTED)) for name in "ab")
    )
    assert node("status:disputed (person:tom)") != node("status:disputed OR person:tom")
    assert person("tom").statuses == STANDING


def test_what_there_is_and_what_is_missing() -> None:
    assert node("has:moments") == Has(Trait.MOMENTS)
    assert node("missing:location,gps") == Or((Not(Has(Trait.LOCATION)), Not(Has(Trait.PLACE))))
    assert node("is:embargoed") == Embargoed(TODAY)
    assert node("is:disputed") == HasStatus((Status.DISPUTED,))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("shot:2021", at(2021), at(2022)),
        ("shot:2021-06", at(2021, 6), at(2021, 7)),
        ("shot:2020-12", at(2020, 12), at(2021)),
        ("shot:2021-06-15", at(2021, 6, 15), at(2021, 6, 16)),
        ("shot:2021-06-15T14:22", at(2021, 6, 15) + 51_720, at(2021, 6, 15) + 51_780),
        ("shot:2020..2021", at(2020), at(2022)),
        ("shot:2020..", at(2020), None),
        ("shot:..2021", None, at(2022)),
        ("shot:1990s", at(1990), at(2000)),
        ("after:2021-06", at(2021, 6), None),
        ("before:2021-06", None, at(2021, 6)),
        ("shot:>2021-06", at(2021, 7), None),
        ("shot:>=2021-06", at(2021, 6), None),
        ("shot:<2021-06", None, at(2021, 6)),
        ("shot:<=2021-06", None, at(2021, 7)),
        ("shot:today", at(2026, 11, 23), at(2026, 11, 24)),
        ("shot:yesterday", at(2026, 11, 22), at(2026, 11, 23)),
        ("shot:7d", at(2026, 11, 16), at(2026, 11, 24)),
    ],
)
def test_dates_stand_for_all_of_their_period(text: str, start: int | None, end: int | None) -> None:
    assert node(text) == Period(Dated.SHOT, start, end)


@pytest.mark.parametrize(
    ("text", "measure", "low", "high"),
    [
        ("duration:<2m", Measure.DURATION, None, 119_999),
        ("duration:<=2m", Measure.DURATION, None, 120_000),
        ("duration:>90s", Measure.DURATION, 90_001, None),
        ("duration:>=1:30", Measure.DURATION, 90_000, None),
        ("duration:1m30s..1:02:05", Measure.DURATION, 90_000, 3_725_000),
        ("duration:1:30", Measure.DURATION, 89_500, 90_499),
        ("duration:2m", Measure.DURATION, 119_500, 179_499),
        ("duration:=2m", Measure.DURATION, 120_000, 120_000),
        ("width:>=3840", Measure.WIDTH, 3840, None),
        ("height:1080", Measure.HEIGHT, 1080, 1080),
        ("rating:>=3", Measure.RATING, 3, None),
        ("rating:..3", Measure.RATING, None, 3),
        ("size:>10MB", Measure.SIZE, 10_000_001, None),
        ("size:<=1.5GiB", Measure.SIZE, None, 1_610_612_736),
        ("size:10MB", Measure.SIZE, 9_500_000, 10_499_999),
        ("fps:23.976", Measure.FPS, 2398, 2398),
        ("fps:23.98", Measure.FPS, 2398, 2398),
    ],
)
def test_numbers_are_compared_in_their_units(text: str, measure: Measure, low: int | None, high: int | None) -> None:
    assert node(text) == Number(measure, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "person:",
        'person:"',
        'person:"tom cru',
        "(tom",
        "tom OR",
        "tom OR ",
        "tom -",
        "duration:<",
        "duration:1:",
        "shot:20",
        "shot:2020-",
        "shot:2020-06-",
        "shot:2020..20",
        "added:to",
        "has:mo",
        "is:ver",
        "status:con",
        "size:1.",
    ],
)
def test_what_is_still_being_typed_is_no_error(text: str) -> None:
    assert parse(text, TODAY).errors == ()


def test_what_is_unfinished_before_the_end_is_an_error() -> None:
    assert (error("person: location:x").start, error("person: location:x").end) == (0, 7)
    assert error("has:mo x").start == 4
    assert error("shot:2x x").start == 5


def test_a_slip_in_a_field_points_at_it_and_says_what_was_meant() -> None:
    found = error("train persn:tom")
    assert (found.start, found.end, found.suggestion) == (6, 12, "person:")
    assert parse("train persn:tom", TODAY).node == word("train")


def test_a_slip_in_a_value_points_at_it_and_says_what_was_meant() -> None:
    found = error("is:still,vertcal train")
    assert (found.start, found.end, found.suggestion) == (9, 16, "vertical")
    assert "untagged, still, clip" in found.message
    assert parse("is:vertcal train", TODAY).node == word("train")


def test_a_title_with_a_colon_is_words() -> None:
    assert node("Mission: Impossible") == And((word("mission"), word("impossible")))
    assert node("https://example.org/p/1") == word("https", "example", "org", "p", "1")
    assert error("mystery:train").suggestion is None
    assert parse("mystery:train", TODAY).node == And((word("mystery"), word("train")))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("a ) b", 2, 3),
        ("OR b", 0, 2),
        ("a OR OR b", 2, 4),
        ("person:<3 x", 8, 9),
        ("after:>2020 x", 7, 11),
        ("shot:>2020..2021 x", 6, 16),
        ("shot:2021-13 x", 5, 12),
        ("shot:2021-02-30 x", 5, 15),
        ("rating:many", 7, 11),
        ("name:*** x", 5, 8),
        ("has:<moments x", 5, 12),
    ],
)
def test_errors_point_at_the_very_characters(text: str, start: int, end: int) -> None:
    found = error(text)
    assert (found.start, found.end) == (start, end)


def test_brackets_too_deep_and_queries_too_long_are_cut_with_a_word() -> None:
    deep = parse("a " + "(" * (DEEPEST + 1) + "b", TODAY)
    assert deep.errors[0].start == 2 + DEEPEST
    assert deep.node == word("a")
    long = parse("a " * (LONGEST + 5), TODAY)
    assert isinstance(long.node, And)
    assert len(long.node.parts) == LONGEST
    assert long.errors[0].start == 2 * LONGEST
