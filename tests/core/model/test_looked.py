"""Stretches that were looked at, put together."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.model.looked import ALL, NOT_LOOKED_AT, wholly
from core.model.time import Span

LENGTH = Fraction(10)
times = st.fractions(0, 10, max_denominator=50)
spans = st.lists(st.tuples(times, times).map(lambda pair: Span(min(pair), max(pair))), max_size=8)


def covered(wanted: list[Span], time: Fraction) -> bool:
    return any(span.start <= time < span.end for span in wanted)


@given(first=spans, second=spans, time=times)
def test_what_was_looked_at_is_what_any_look_saw(first: list[Span], second: list[Span], time: Fraction) -> None:
    looked = NOT_LOOKED_AT.with_spans(first, LENGTH).with_spans(second, LENGTH)

    assert covered(list(looked.spans), time) == covered([*first, *second], time)
    assert all(one.end < other.start for one, other in zip(looked.spans, looked.spans[1:], strict=False))
    assert looked == NOT_LOOKED_AT.with_spans([*second, *first], LENGTH)


@given(seen=spans)
def test_nothing_is_nought_and_only_all_is_a_hundred(seen: list[Span]) -> None:
    looked = NOT_LOOKED_AT.with_spans(seen, LENGTH)
    length = sum((span.length for span in looked.spans), Fraction(0))

    assert (looked.share == 0) == (length == 0)
    assert (looked.share == ALL) == (length >= LENGTH - Fraction(1, 5))


def test_what_lies_beyond_the_clip_counts_for_nothing() -> None:
    looked = NOT_LOOKED_AT.with_spans([Span(Fraction(9), Fraction(30)), Span(Fraction(40), Fraction(50))], LENGTH)

    assert looked.spans == (Span(Fraction(9), LENGTH),)
    assert looked.share == 10
    assert wholly(LENGTH).with_spans([Span(Fraction(1), Fraction(2))], LENGTH) == wholly(LENGTH)
