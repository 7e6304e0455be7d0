from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Clip, Moment, Status
from core.model.ids import MomentId, StillId, TagId
from core.model.media import Keyframe
from core.model.time import Span
from core.model.vocabulary import EntryKind
from core.search.matching import holds, matches
from core.search.moments import found_in, frame_of
from core.search.parser import MOST_LINKED, QueryError, parse
from core.search.places import apart, overlap
from core.search.resolve import resolve
from core.search.switch import switched
from core.search.tree import EVERYTHING, And, Named, Near, Node, Not, Or, Text, TextField
from tests.support.model import a_clip, a_tag, an_entry

TODAY = date(2026, 11, 23)
CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")
ATWELL = an_entry(EntryKind.PERSON, "Hayley Atwell")
PEGG = an_entry(EntryKind.PERSON, "Simon Pegg")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
NAMES = Vocabulary([CRUISE, ATWELL, PEGG, NORWAY])


def span(start: int, end: int) -> Span:
    return Span(Fraction(start), Fraction(end))


def a_moment(id: str, start: int, end: int, label: str = "") -> Moment:  # noqa: A002
    return Moment(id=MomentId(id), span=span(start, end), label=label)


CLIP = a_clip(
    "Train roof",
    moments=(a_moment("a", 0, 3, "waves"), a_moment("b", 2, 5, "runs"), a_moment("c", 8, 9, "falls")),
    tags=(
        replace(a_tag(CRUISE), id=TagId("1"), moment=MomentId("a")),
        replace(a_tag(ATWELL), id=TagId("2"), moment=MomentId("b")),
        replace(a_tag(PEGG), id=TagId("3"), moment=MomentId("c"), status=Status.DISPUTED),
        replace(a_tag(NORWAY), id=TagId("4")),
    ),
)


def node(text: str) -> Node:
    query = parse(text, TODAY)
    assert query.errors == ()
    return query.node


def finds(text: str, clip: Clip = CLIP) -> bool:
    return matches(resolve(node(text), NAMES), clip)


def person(*tokens: str, prefix: bool = True) -> Named:
    return Named(EntryKind.PERSON, tokens, prefix)


def error(text: str) -> QueryError:
    (found,) = parse(text, TODAY).errors
    return found


# how it is written ----------------------------------------------------------------------------------------------
def test_with_asks_for_the_same_time_and_within_for_so_many_seconds() -> None:
    assert node('person:"tom cruise" with person:b') == Near(person("tom", "cruise", prefix=False), person("b"))
    assert node("person:a within 5s of person:b") == Near(person("a"), person("b"), Fraction(5))
    assert node("person:a within 1:30 of person:b") == Near(person("a"), person("b"), Fraction(90))
    assert node("person:a within 5 seconds of person:b") == Near(person("a"), person("b"), Fraction(5))
    assert node("person:a with moment:waves") == Near(person("a"), Text(("waves",), (TextField.MOMENTS,)))


def test_links_bind_from_the_left_and_before_negation_and_or() -> None:
    linked = Near(Near(person("a"), person("b")), person("c"), Fraction(2))
    assert node("person:a with person:b within 2s of person:c") == linked
    assert node("-person:a with person:b") == Not(Near(person("a"), person("b")))
    assert node("person:a with person:b OR person:c") == Or((Near(person("a"), person("b")), person("c")))
    assert node("(person:a OR person:b) with person:c") == Near(Or((person("a"), person("b"))), person("c"))


def test_between_words_with_is_a_word() -> None:
    with_word = node("with")
    assert with_word in node("tom with train").parts  # type: ignore[union-attr]
    assert node("person:a with train") == And((person("a"), with_word, node("train")))
    assert node("with person:a") == And((with_word, person("a")))


@pytest.mark.parametrize("end", ["with", "within", "within 5", "within 5s", "within 5 seconds", "within 5s of"])
def test_a_link_at_the_end_waits_for_what_may_yet_come(end: str) -> None:
    assert node(f"person:a {end}") == person("a")
    assert node(f"person:a {end} ") == person("a")


def test_a_status_beside_is_that_of_all_that_is_linked() -> None:
    disputed = (Status.DISPUTED,)
    assert node("person:a with person:b status:disputed") == Near(
        replace(person("a"), statuses=disputed), replace(person("b"), statuses=disputed)
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("person:a within 5x of person:b", 16, 18),
        ("person:a with (train)", 14, 21),
        ("person:a with (person:b train) x", 14, 30),
        (" with ".join(["person:a"] * (MOST_LINKED + 1)), 51, 55),
    ],
)
def test_a_link_that_cannot_be_points_at_why_and_asks_for_both(text: str, start: int, end: int) -> None:
    found = error(text)
    assert (found.start, found.end) == (start, end)
    asked = parse(text, TODAY).node
    assert isinstance(asked, And)
    assert len(asked.parts) >= 2


def test_the_switch_stands_in_front_of_all_and_nowhere_else() -> None:
    query = parse(" Moments: waves", TODAY)
    assert (query.moments, query.errors, query.node) == (True, (), node("waves"))
    assert parse("moments:waves", TODAY).node == node("waves")
    assert parse("moments:", TODAY).node == EVERYTHING
    assert not parse("moment:waves", TODAY).moments
    found = error("train moments:waves")
    assert (found.start, found.end, found.suggestion) == (6, 14, "moment:")
    assert error("moments: waves persn:x").start == 15


def test_the_switch_is_put_in_front_and_taken_away() -> None:
    assert switched("waves", True) == switched("moments:waves", True) == "moments: waves"
    assert switched(" moments:  waves", False) == "waves"
    assert switched("", True) == "moments:"


# what it means --------------------------------------------------------------------------------------------------
def test_tags_on_overlapping_moments_are_at_the_same_time() -> None:
    assert finds("person:cruise with person:atwell")
    assert not finds("person:cruise with person:pegg")
    assert finds("person:atwell within 3s of person:pegg")
    assert not finds("person:atwell within 2s of person:pegg")
    assert finds("person:cruise with person:atwell within 5s of person:pegg")
    assert not finds("person:cruise with person:atwell within 4s of person:pegg")
    assert finds("moment:runs with person:cruise")
    assert not finds("moment:falls with person:cruise")


def test_a_tag_on_the_whole_clip_is_at_the_same_time_as_all() -> None:
    assert finds("location:norway with person:pegg")
    assert finds("location:norway with location:norway")


def test_spans_that_touch_do_not_overlap_and_a_point_holds_at_its_time() -> None:
    assert not overlap(span(0, 2), span(2, 4))
    assert apart(span(0, 2), span(2, 4)) == 0
    assert overlap(span(2, 2), span(2, 4))
    assert not overlap(span(2, 2), span(0, 2))
    assert overlap(span(2, 2), span(2, 2))
    assert overlap(None, span(2, 2))
    assert apart(span(5, 6), span(1, 2)) == 3


def labels(text: str) -> list[str]:
    asked = resolve(parse(f"moments: {text}", TODAY).node, NAMES)
    return [found.moment.label for found in found_in(CLIP, asked)]


def test_a_moment_answers_by_its_own_tags_and_words_and_those_of_the_whole_clip() -> None:
    assert labels("person:cruise") == ["waves"]
    assert labels("norway roof") == ["waves", "runs", "falls"]
    assert labels("-person:cruise") == ["runs", "falls"]
    assert labels("waves norway") == ["waves"]
    assert labels("person:cruise runs") == []


def test_of_two_things_near_each_other_each_moment_answers() -> None:
    assert labels("person:cruise with person:atwell") == ["waves", "runs"]
    assert labels("person:atwell within 3s of person:pegg") == ["runs", "falls"]
    assert labels("location:norway with location:norway") == ["waves", "runs", "falls"]


def test_a_moment_is_not_under_an_embargo_of_its_own() -> None:
    asked = resolve(node("is:embargoed"), NAMES)
    held = replace(CLIP, access=replace(CLIP.access, until_release=True))
    assert [holds(asked, held, moment) for moment in held.moments] == [True] * 3


def test_a_moment_is_shown_by_the_keyframe_nearest_to_its_in_point() -> None:
    def frame(time: int) -> Keyframe:
        return Keyframe(time=Fraction(time), still=StillId(f"at {time}"), width=1, height=1, reason="shot",
                        sharpness=0.5, fingerprint="")  # fmt: skip

    clip = replace(CLIP, poster=StillId("poster"))
    assert frame_of(clip, Fraction(1)) == "poster"
    clip = replace(clip, keyframes=(frame(0), frame(4), frame(8)))
    assert [frame_of(clip, Fraction(time)) for time in (0, 2, 3, 20)] == ["at 0", "at 0", "at 4", "at 8"]
