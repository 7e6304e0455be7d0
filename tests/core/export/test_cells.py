"""Cells: nothing is taken for a formula, nothing is lost on the way out and back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.export.cells import CELL_LIMIT, fit, guard, join_values, never_a_number, split_values, unguard

DANGEROUS = "=+-@\t\r\n\0＝＋－＠'"


@given(st.text())
@example("'=1+1")
@example("''")
def test_what_is_guarded_comes_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.sampled_from(DANGEROUS), st.text())
def test_no_guarded_cell_begins_like_a_formula(start: str, rest: str) -> None:
    assert guard(start + rest) == f"'{start}{rest}"


@pytest.mark.parametrize("text", ["", "Tom Cruise", "007", "O'Brien", "a=b", " =1", "Łódź"])
def test_harmless_text_is_left_alone(text: str) -> None:
    assert guard(text) == text
    assert unguard(text) == text


@given(st.lists(st.text(alphabet=st.sampled_from("ab; \n'"), min_size=1)))
@example([";", "; ", " ;"])
def test_several_values_come_back_out_of_one_cell(values: list[str]) -> None:
    assert split_values(join_values(values)) == values


def test_values_are_parted_as_people_do_it() -> None:
    assert join_values(["Tom Cruise", "", "Hayley; Atwell"]) == "Tom Cruise; Hayley;; Atwell"


@pytest.mark.parametrize(
    ("post", "told"),
    [
        ("1302669612345689600", "x:1302669612345689600"),
        ("CAb-9", "CAb-9"),
        ("", ""),
        ("1.5", "x:1.5"),
        ("١٢٣", "x:١٢٣"),
    ],
)
def test_an_id_of_digits_alone_says_whose_it_is(post: str, told: str) -> None:
    assert never_a_number(post, "x") == told


def test_text_that_fits_is_left_as_it_is() -> None:
    longest = "x" * (CELL_LIMIT - 1)
    assert fit(longest) == (longest, True)


@pytest.mark.parametrize("letter", ["x", "ü", "🚂"])
def test_text_that_is_too_long_says_so_and_how_long_it_was(letter: str) -> None:
    text, whole = fit(letter * CELL_LIMIT)
    assert not whole
    assert text.startswith(letter * 100)
    assert text.endswith("characters, all of them in the archive]")
    assert f"{CELL_LIMIT * (2 if letter == '🚂' else 1):,}" in text
    assert len(guard(text).encode("utf-16-le")) // 2 <= CELL_LIMIT


def test_half_a_surrogate_pair_does_not_stop_a_sheet() -> None:
    assert fit("a\ud800b") == ("a\ufffdb", True)
