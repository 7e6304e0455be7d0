"""The sums behind the timeline and the number keys."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.clip import Moment
from core.model.ids import EntryId, MomentId
from core.model.media import MediaFacts
from core.model.time import Span
from core.model.vocabulary import EntryKind
from gui.player.lanes import lanes_of, neighbour
from gui.player.marks import Marks, Telling
from gui.player.quick import KEYS, Open, on_keys
from gui.player.scale import Scale
from tests.support.model import a_clip, a_tag, an_entry

times = st.fractions(0, 600, max_denominator=1001)


@given(
    length=st.fractions(Fraction(1, 10), 7200, max_denominator=1001),
    width=st.integers(50, 4000),
    moves=st.lists(st.tuples(st.fractions(Fraction(1, 4), 4, max_denominator=8), st.integers(0, 4000)), max_size=8),
)
def test_what_is_under_the_pointer_stays_there_and_nothing_beyond_the_clip_is_shown(
    length: Fraction, width: int, moves: list[tuple[Fraction, int]]
) -> None:
    scale = Scale(length, width)
    for factor, x in moves:
        scale = scale.zoomed(factor, x % width)
        assert scale.start >= 0
        assert scale.start + scale.visible <= length + Fraction(1, 10**6) or scale.zoom == 1
        middle = scale.time(width / 2)
        assert abs(scale.x(middle) - width / 2) < 1e-6


def test_labels_stand_apart_and_on_round_times() -> None:
    ticks = Scale(Fraction(60), 600).ticks(96)

    assert ticks == [Fraction(10 * number) for number in range(7)]


def test_the_in_point_drops_an_out_point_before_it() -> None:
    marks = Marks().begin(Fraction(1)).end(Fraction(3))

    assert marks.span(Fraction(10)) == Span(Fraction(1), Fraction(3))
    assert marks.begin(Fraction(4)).span(Fraction(10)) == Span(Fraction(4), Fraction(10))
    assert marks.end(Fraction(1)).span(Fraction(10)) == Span(Fraction(0), Fraction(1))
    assert Marks().span(Fraction(10)) is None


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (MediaFacts(frame_rate=Fraction(30000, 1001), start_timecode="00:59:59;28"), "01:00:00;00"),
        (MediaFacts(frame_rate=Fraction(25)), "00:00:00:01"),
        (MediaFacts(frame_rate=Fraction(25), variable_rate=True), "00:00:00.067"),
        (MediaFacts(), "00:00:00.067"),
    ],
)
def test_a_place_is_told_as_the_clip_counts(facts: MediaFacts, words: str) -> None:
    assert Telling(facts).place(Fraction(2002, 30000)) == words


def test_lanes_stack_what_overlaps_and_tell_a_moment_once() -> None:
    tom, rebecca = an_entry(EntryKind.PERSON, "Tom"), an_entry(EntryKind.PERSON, "Rebecca")
    spans = {
        "m1": Span(Fraction(0), Fraction(4)),
        "m2": Span(Fraction(2), Fraction(6)),
        "m3": Span(Fraction(6), Fraction(7)),
    }
    clip = a_clip(
        moments=tuple(
            Moment(id=MomentId(key), span=span, label={"m1": "Tom"}.get(key, "waves")) for key, span in spans.items()
        ),
        tags=(
            a_tag(tom, moment=MomentId("m1")),
            a_tag(rebecca, moment=MomentId("m2")),
            a_tag(tom, moment=MomentId("m3")),
        ),
    )
    labels = {tom.id: "Tom", rebecca.id: "Rebecca"}

    people, places, productions, moments = lanes_of(clip, labels.__getitem__)

    assert [(bar.text, bar.row) for bar in people.bars] == [("Tom", 0), ("Rebecca", 1), ("Tom", 0)]
    assert (places.bars, productions.bars) == ((), ())
    assert [(bar.moment, bar.text) for bar in moments.bars] == [("m2", "waves"), ("m3", "waves")]
    assert neighbour(clip, MomentId("m2")) == "m3"
    assert neighbour(clip, MomentId("m3")) is None


def test_what_lies_on_a_key_stays_there() -> None:
    entries = [EntryId(f"e{number}") for number in range(12)]
    uses = {entry: 20 - number for number, entry in enumerate(entries)}
    first = on_keys((), uses, ())

    assert first == tuple(entries[:KEYS])
    second = on_keys([entries[11]], uses, first)
    assert second[:8] == first[:8]
    assert second[8] == entries[11]


def test_a_stretch_is_open_from_one_press_to_the_next() -> None:
    entry = EntryId("e")
    opened = Open().begin(entry, Fraction(1)).begin(EntryId("f"), Fraction(2))

    assert opened.begun(entry) == 1
    assert opened.end(entry).begun(entry) is None
    assert opened.end(entry).begun(EntryId("f")) == 2
