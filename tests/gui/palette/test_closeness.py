"""How near names come to a few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.palette.closeness import BEGINS, SCATTERED, WITHIN, WORDS, closeness, line_of, scattered, target, typed


@pytest.mark.parametrize(
    ("text", "name", "way"),
    [
        ("exp", "Export tag sheet", BEGINS),
        ("ta sh", "Export tag sheet", WORDS),
        ("sheet exp", "Export tag sheet", WORDS),
        ("heet", "Export tag sheet", WITHIN),
        ("ets", "Export tag sheet", SCATTERED),
        ("INARRITU", "Alejandro G. Iñárritu", WORDS),
    ],
)
def test_a_name_answers_in_the_nearest_way(text: str, name: str, way: int) -> None:
    near = closeness(typed(text), target(name))
    assert near is not None
    assert near[0] == way


@pytest.mark.parametrize("text", ["", "   ", "…", "xq"])
def test_what_a_name_does_not_hold_it_does_not_answer(text: str) -> None:
    assert closeness(typed(text), target("Export tag sheet")) is None


LETTERS = st.text("abc .*+[]^\\", max_size=6)


@given(LETTERS, st.lists(LETTERS, max_size=6))
def test_scattered_letters_are_found_in_exactly_the_lines_that_hold_them(text: str, names: list[str]) -> None:
    letters = typed(text).letters
    lines = [line_of(name) for name in names]
    found = {match.start() for match in scattered(letters).finditer("\n".join(lines))}
    starts = [sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]

    def holds(line: str) -> bool:
        rest = iter(line)
        return bool(letters) and all(letter in rest for letter in letters)

    assert found == {start for start, line in zip(starts, lines, strict=True) if holds(line)}
